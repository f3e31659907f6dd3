"""Teams and people from the organisers' own spreadsheet, as people write it, in bokmål or English.

`understand` reads a sheet: `headings` finds out what each column is by its `words`, `cells` says what may stand in one,
`names` takes the people out of it, `drafts` puts together what several rows say of one team, and `found` is what comes
of it, which `telling` puts into words.
"""
