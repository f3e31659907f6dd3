"""Teams and people over the whole control window: adding, changing, moving, and taking a spreadsheet in."""
