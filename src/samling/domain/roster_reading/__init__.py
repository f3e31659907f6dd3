"""Teams and people from the organisers' own spreadsheet, as people write it, in bokmål or English.

`understand` reads a sheet: `headings` finds out what each column is by its `words`, `names` takes the people out of a
cell, `drafts` puts together what several rows say of one team, and `found` is what comes of it.
"""
