"""Which row of a sheet is its headings, and what each column is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.line import printable
from samling.domain.roster_reading import words
from samling.domain.sheet import is_empty, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samling.domain.sheet import Cell, Sheet

_LOOKED_AT = 30
_LONGEST = 100
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_APART = re.compile(r"/|,|&|\+| og | eller | and | or ", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*\D)\s*\d{1,2}")
_NEAR = 0.86
_SHORTEST_NEAR = 6


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where (from 0), its heading, what it is (None: unknown), and whether it is one of several of a kind."""

    at: int
    heading: str
    meaning: str | None
    numbered: bool = False


def find(sheet: Sheet) -> tuple[int, tuple[Column, ...]] | None:
    """Return where the headings are (counted from 0) and the columns; None where no row has headings.

    It is the first of the rows with the most headings: two at least, or one of a list with a single column.
    """
    best: tuple[int, tuple[Column, ...]] | None = None
    for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
        columns = _columns(row)
        if best is None or _count(columns) > _count(best[1]):
            best = at, columns
    if best is None or _count(best[1]) < (1 if _width(sheet) == 1 else 2):
        return None
    return best[0], _settled(best[1])


def _width(sheet: Sheet) -> int:
    return len({at for row in sheet.rows for at, cell in enumerate(row) if not is_empty(cell)})


def _columns(row: Sequence[Cell]) -> tuple[Column, ...]:
    return tuple(column(at, cell if isinstance(cell, str) else "") for at, cell in enumerate(row))


def _count(columns: Iterable[Column]) -> int:
    return len({each.meaning for each in columns if each.meaning and each.meaning != words.NOT_KEPT})


def column(at: int, heading: str) -> Column:
    """Return what a column is by its heading alone."""
    shown = printable(heading)
    bare = words.folded(_IN_BRACKETS.sub(" ", shown)) if len(shown) <= _LONGEST else ""
    number = _NUMBERED.fullmatch(bare)
    meaning = _meaning(shown, number[1].strip() if number else bare)
    if number and meaning == words.TEAM:  # "Team 1" is a team, not a column of them
        meaning = None
    return Column(at, shown, meaning, numbered=bool(number))


def _meaning(shown: str, bare: str) -> str | None:
    if not bare:
        return None
    if words.is_contact(bare):
        return words.NOT_KEPT
    known = words.meanings()
    for whole in (bare, bare.replace(" ", "")):  # "Team-leder" is a word
        if whole in known:
            return known[whole]
    parts = [words.folded(part) for part in _APART.split(_IN_BRACKETS.sub(" ", shown))]
    for text in (_without_fillers(bare), *parts, *map(_without_fillers, parts)):
        for tried in (text, _without_team(text)):
            if tried in known:
                return known[tried]
    near = get_close_matches(bare, known, 1, _NEAR) if len(bare) >= _SHORTEST_NEAR else []
    return known[near[0]] if near else None


def _without_fillers(text: str) -> str:
    return " ".join(word for word in text.split() if word not in words.fillers())


def _without_team(text: str) -> str:
    """Take the team out of "Teamets veileder": where more is said, that says nothing."""
    return " ".join(word for word in text.split() if word not in {"team", "teamet", "teamets"})


def _settled(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Decide what can mean several things by the columns beside it, and keep one column of each kind."""
    there = {each.meaning for each in columns}
    has_roles = any(each in roles.ROLES for each in there)
    one_each = {words.ROLE, words.PROFESSION, words.PERSON} & there
    meant = {
        words.PARTICIPANT: words.MEMBERS if has_roles and not one_each else words.PERSON,
        words.MEMBERS: words.PERSON if one_each and not {words.PERSON, words.NAME} & there else words.MEMBERS,
        words.PROJECT: "theme" if words.TEAM in there else words.TEAM,
        words.NAME: words.PERSON if {words.TEAM, words.PROJECT} & there or not has_roles else words.TEAM,
    }
    if roles.LEADER not in there:  # a team's own leader, where no other column is of them
        meant["line-manager"] = roles.LEADER if _is_plain_leader(columns) else "line-manager"
    settled = []
    seen: set[str] = set()
    for each in columns:
        meaning = meant.get(each.meaning or "", each.meaning)
        if each.meaning == words.PARTICIPANT and each.numbered:
            meaning = words.MEMBERS
        if meaning in seen and not (each.numbered and (meaning == words.MEMBERS or meaning in roles.ROLES)):
            meaning = None if meaning != words.NOT_KEPT else meaning
        settled.append(replace(each, meaning=meaning))
        seen.add(meaning or "")
    return tuple(settled)


def _is_plain_leader(columns: Iterable[Column]) -> bool:
    return [words.folded(each.heading) for each in columns if each.meaning == "line-manager"] in (["leder"], ["leiar"])


def is_repeated(columns: Iterable[Column], row: Sequence[Cell]) -> bool:
    """Whether a row is the headings once more, as on a new page."""
    return all(
        words.folded(text_of(row[each.at]) if each.at < len(row) else "") == words.folded(each.heading)
        for each in columns
    )
