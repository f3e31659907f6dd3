"""A list of who sat with whom, as people keep it in a spreadsheet: one row for each who sat at a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.line import LONGEST_LINE, printable
from samling.domain.reader import FileProblems
from samling.domain.seating.retold import Told, ToldRound
from samling.domain.sheet import is_empty, text_of, undefused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.sheet import Cell, Sheet

HEADINGS = {
    "gathering": ("gathering", "samling", "event", "meeting", "møte", "date", "dato"),
    "round": ("round", "runde", "block", "post", "programpost", "delingsrunde"),
    "table": ("table", "bord", "bordnummer", "group", "gruppe", "room", "rom", "bord nr", "bordnr"),
    "team": ("team", "teamnavn", "lag", "forbedringsteam", "team name"),
    "person": ("name", "navn", "person", "participant", "deltaker", "deltakar", "full name", "fullt navn"),
}
"""What a column may be called."""

_LOOKED_AT = 30


def told_rounds(sheet: Sheet, file: str, title: str) -> tuple[ToldRound, ...]:
    """Read the rounds of a list; `title` is the round's where no column says which it is.

    Raises `FileProblems` with every row that cannot be used.
    """
    begun, columns = _headings(sheet, file)
    problems: list[tuple[str, dict[str, object]]] = []
    rounds: dict[str, dict[str, list[Told]]] = {}
    for row, cells in enumerate(sheet.rows[begun:], start=begun + 1):
        said = {name: _text(cells, at) for name, at in columns.items()}
        if not any(said.values()):
            continue
        told = Told(said.get("team", ""), said.get("person", ""), row)
        if not said["table"]:
            problems.append((N_("Row {row}: there is no table."), {"row": row}))
        elif not told.name:
            problems.append((N_("Row {row}: there is no team and no name."), {"row": row}))
        else:
            called = ", ".join(text for name in ("gathering", "round") if (text := said.get(name, "")))
            rounds.setdefault(called or title, {}).setdefault(said["table"], []).append(told)
    if problems:
        raise FileProblems(file, problems)
    if not rounds:
        raise FileProblems(file, [(N_("There is nobody in the file: no row below the headings."), {})])
    return tuple(ToldRound(called, tuple(map(tuple, tables.values()))) for called, tables in rounds.items())


def _headings(sheet: Sheet, file: str) -> tuple[int, dict[str, int]]:
    """Find the row of headings and what each column is; return where the rows below it begin."""
    for at, cells in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(cells)
        if "table" in columns and ("team" in columns or "person" in columns):
            return at + 1, columns
    raise FileProblems(
        file,
        [
            (
                N_("No row has headings for the table and for a team or name, such as {table} and {team}."),
                {"table": "table", "team": "team"},
            )
        ],
    )


def _columns(cells: Sequence[Cell]) -> dict[str, int]:
    meant = {word: name for name, words in HEADINGS.items() for word in words}
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        name = meant.get(printable(text_of(cell)).casefold().rstrip(":."))
        if name:
            found.setdefault(name, at)
    return found


def _text(cells: Sequence[Cell], at: int) -> str:
    if at >= len(cells) or is_empty(cells[at]):
        return ""
    return printable(undefused(text_of(cells[at])))[:LONGEST_LINE]
