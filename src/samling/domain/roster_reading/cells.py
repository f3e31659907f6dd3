"""What one cell of a list of teams holds: what is kept of it, and what cannot stand there."""

from __future__ import annotations

import unicodedata
from datetime import time
from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.errors import N_
from samling.domain.line import printable
from samling.domain.roster_reading import words
from samling.domain.roster_reading.found import shown
from samling.domain.sheet import ERRORS, Cell, text_of, undefused

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.roster_reading.headings import Column

LONGEST = 5000
"""Characters of a cell: far more than any list of a team's people, and few enough to look for names in."""

NAMES = (words.PERSON, words.FIRST_NAME, words.LAST_NAME)
"""The columns that name the one whom a row is about."""

_OF_NAMES = frozenset({words.TEAM, *NAMES, words.MEMBERS, *roles.ROLES})
_SUMS = frozenset({"sum", "total", "totalt", "i alt", "til sammen", "antall", "antall team"})


def kept(cell: Cell) -> str:
    """Return what is kept of a cell: one line, each letter in one way of writing it."""
    return unicodedata.normalize("NFC", printable(undefused(text_of(cell))))


def fault(column: Column, cell: Cell) -> tuple[str, dict[str, object]] | None:
    """Return the sentence, with its parts, for what cannot stand in a cell of a column; None where it can."""
    found = text_of(cell)
    if len(found) > LONGEST:
        return N_("At most {most} characters; this has {count}."), {"most": LONGEST, "count": len(found)}
    template = _no_name(column, cell) if column.meaning in _OF_NAMES else None
    if found.strip() in ERRORS:
        template = N_("The cell shows an error, {found}. Put it right in the spreadsheet.")
    return (template, {"found": shown(found)}) if template else None


def _no_name(column: Column, cell: Cell) -> str | None:
    """The sentence for what is no name, in a column of them."""
    if isinstance(cell, time):
        return N_("This is a time, {found}, where a name should be. Write it as text: with ' before it.")
    if not isinstance(cell, str):
        return N_("This is a date, {found}, where a name should be. Write it as text: with ' before it.")
    if column.meaning in NAMES and kept(cell).isdigit():
        return N_("This is a number, {found}, where a name should be.")
    return None


def is_sum(cells: Mapping[int, Cell]) -> bool:
    """Whether the cells of a row, by their columns, are a sum and no team."""
    first, *rest = map(kept, cells.values())
    return words.folded(first) in _SUMS and all(not any(map(str.isalpha, each)) for each in rest)
