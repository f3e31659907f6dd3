"""What the teams expect, read from a list of somebody's own: a team and a sentence in each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.errors import SamlingError
from samling.domain.expectations import LONGEST, Written
from samling.domain.line import clean_line
from samling.domain.roll_finding import the_team
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.sheet import is_empty, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.roster import Roster
    from samling.domain.sheet import Cell, Sheet

_TEAM_HEADINGS = ("team", "lag", "teamnavn", "navn på team")
_TEXT_HEADINGS = ("forvent", "expect", "venter", "ønske")


@dataclass(frozen=True, slots=True)
class Understood:
    """The sentences of a list by team, and what is wrong with it."""

    written: tuple[Written, ...]
    errors: tuple[Remark, ...]


def understand(sheet: Sheet, roster: Roster) -> Understood:
    """Return the sentences of a list; every row that names no team of the roster, or says too much, is an error.

    The columns are found by their headings; without any the first is the team, the second its sentence. A row of one
    cell has a colon between them: "Fallskjermen: we learn to measure".
    """
    first, team_at, text_at = _columns(sheet)
    written: dict[int, Written] = {}
    errors: list[Remark] = []
    for number, row in enumerate(sheet.rows[first:], start=first + 1):
        named, text = _parts(row, team_at, text_at)
        if not named and not text:
            continue
        try:
            team = the_team(roster, named)
            line = clean_line(text, LONGEST)
        except SamlingError as fault:
            errors.append(Remark(fault.template, {**fault.parts, "found": shown(named)}, row=number))
            continue
        written[team.id or 0] = Written(team.id or 0, line)
    return Understood(tuple(written.values()), tuple(errors))


def _columns(sheet: Sheet) -> tuple[int, int, int]:
    """The first row that is no heading, and the columns of the team and of its sentence."""
    for number, row in enumerate(sheet.rows[:10]):
        headings = [text_of(cell).strip().casefold() for cell in row]
        team = next((at for at, each in enumerate(headings) if each in _TEAM_HEADINGS), None)
        text = next((at for at, each in enumerate(headings) if any(word in each for word in _TEXT_HEADINGS)), None)
        if team is not None and text is not None:
            return number + 1, team, text
    return 0, 0, 1


def _parts(row: Sequence[Cell], team_at: int, text_at: int) -> tuple[str, str]:
    cells = [text_of(cell).strip() for cell in row]
    filled = list(_filled(row))
    if len(filled) == 1 and ":" in filled[0]:
        team, _colon, text = filled[0].partition(":")
        return team.strip(), text.strip()
    return _at(cells, team_at), _at(cells, text_at)


def _filled(row: Sequence[Cell]) -> Iterator[str]:
    return (text_of(cell).strip() for cell in row if not is_empty(cell))


def _at(cells: list[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""
