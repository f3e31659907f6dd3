"""The day report: what was planned and what happened, as Markdown, HTML or JSON.

It is made of sections. Each is a function that is given the day (`Matter`) and returns a `Section`, or None where it
has nothing to tell; `day.SECTIONS` lists them in the order of the report. Another part of the file is told of by one
more function in that list: how it is written (`markdown`, `html`, `as_json`) and when (`keeping`) it need not know.
"""
