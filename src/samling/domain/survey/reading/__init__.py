"""Answers from what survey tools export (Questback, Microsoft Forms, Nettskjema and the like), in bokmål or English.

`understand` reads a sheet: by its `words` it tells what is a question from what the tool added, `asking` reads the
questions (`matching` them with a set, `replies` cell by cell, `scales` where the answer was in words), `identity` gives
an answer what it is known by, and `found` is what comes of it.
"""
