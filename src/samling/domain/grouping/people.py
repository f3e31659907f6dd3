"""People from a sheet: one row a person, headings in English or bokmål in any order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.grouping.exchange import MOST_PEOPLE
from samling.domain.grouping.instance import Instance, even_sizes, tables_for
from samling.domain.line import printable
from samling.domain.reader import FileProblems, shown
from samling.domain.roster_reading import headings, words
from samling.domain.sheet import is_empty, text_of, undefused

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.sheet import Cell, Sheet

_NAMES = (words.PERSON, words.FIRST_NAME, words.LAST_NAME)
_APART, _BALANCE, _SOFT = ("team",), ("role", "profession"), ("unit", "organisation")
"""Team-mates are kept apart, roles and professions spread, and the rest differ last."""


def people_from(
    sheet: Sheet, file: str, *, tables: int | None, size: int | None, rounds: int | None
) -> tuple[Instance, tuple[str, ...]]:
    """Make the draw for the people of a sheet; raise `FileProblems` with all that is wrong.

    A sheet of a single column needs no heading: it is a list of names.
    """
    at, columns = _columns(sheet, file)
    people = [
        (number, {key: _joined(row, places) for key, places in columns.items()})
        for number, row in enumerate(sheet.rows[at:], start=at + 1)
        if not all(map(is_empty, row))
    ]
    problems = _problems(people)
    if problems:
        raise FileProblems(file, problems)
    attributes = {
        key: tuple(person[key].casefold() or None for _row, person in people) for key in columns if key != "name"
    }
    count = len(people)
    instance = Instance(
        count,
        (even_sizes(count, min(count, tables or tables_for(count, size or count))),) * (rounds or 1),
        attributes,
        apart=tuple(key for key in _APART if key in columns),
        balance=tuple(key for key in _BALANCE if key in columns),
        soft=tuple(key for key in _SOFT if key in columns),
    )
    return instance, _labels([person for _row, person in people])


def _columns(sheet: Sheet, file: str) -> tuple[int, Mapping[str, Sequence[int]]]:
    """Return the first row of people, counted from 0, and where what is known of them stands."""
    found = headings.find(sheet)
    if found is None and all(is_empty(cell) for row in sheet.rows for cell in row[1:]):
        return 0, {"name": (0,)}
    row, columns = found or (0, ())
    known = {column.meaning: (column.at,) for column in columns if column.meaning in {*_APART, *_BALANCE, *_SOFT}}
    names = [column.at for each in _NAMES for column in columns if column.meaning == each]
    if not names:
        template = N_("No row has a heading for the names, such as {one} or {other}.")
        raise FileProblems(file, [(template, {"one": "name", "other": "navn"})])
    return row + 1, {"name": names, **{key: places for key, places in known.items() if key}}


def _joined(row: Sequence[Cell], places: Sequence[int]) -> str:
    return " ".join(printable(undefused(text_of(row[at]))) for at in places if at < len(row)).strip()


def _problems(people: Sequence[tuple[int, dict[str, str]]]) -> list[tuple[str, dict[str, object]]]:
    """List rows without a name, and people who stand there twice (also when written in another case)."""
    if len(people) > MOST_PEOPLE:
        return [(N_("There are more than {most} rows."), {"most": MOST_PEOPLE})]
    problems: list[tuple[str, dict[str, object]]] = []
    if not people:
        problems.append((N_("There is nobody in the file: no row below the headings."), {}))
    seen: dict[tuple[str, str], int] = {}
    for row, person in people:
        key = (person["name"].casefold(), person.get("team", "").casefold())
        if not person["name"]:
            problems.append((N_("Row {row} has no name."), {"row": row}))
        elif key in seen:
            template = N_("Rows {first} and {row} are the same person: {name}.")
            problems.append((template, {"first": seen[key], "row": row, "name": shown(person["name"])}))
        seen.setdefault(key, row)
    return problems


def _labels(people: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """Name everybody; namesakes with their team."""
    names = [person["name"].casefold() for person in people]
    return tuple(
        person["name"] if names.count(name) == 1 else f"{person['name']} ({person.get('team') or '–'})"
        for person, name in zip(people, names, strict=True)
    )
