"""Answers from what survey tools export (Questback, Microsoft Forms, Nettskjema and the like), in bokmål or English.

`understand` reads a sheet: `columns` finds out what each column is by its `words` and its cells, `replies` what was
answered, by `scales` where it was in words, `identity` what an answer is known by; `found` is what comes of it.
"""
