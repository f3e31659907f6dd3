"""People from a table of text: one row a person, headings in English or bokmål in any order."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.grouping.exchange import MOST_PEOPLE
from samling.domain.grouping.instance import Instance, even_sizes, tables_for
from samling.domain.reader import FileProblems, shown

if TYPE_CHECKING:
    from collections.abc import Sequence

HEADINGS = {
    "name": ("name", "navn", "person", "participant", "deltaker", "deltakar", "full name", "fullt navn"),
    "team": ("team", "teamnavn", "lag", "team name", "forbedringsteam"),
    "role": ("role", "rolle"),
    "profession": ("profession", "profesjon", "yrke", "stilling", "yrkesgruppe"),
    "unit": ("unit", "enhet", "avdeling", "post", "seksjon"),
    "organisation": (
        "organisation",
        "organization",
        "organisasjon",
        "virksomhet",
        "foretak",
        "helseforetak",
        "kommune",
    ),
}
"""What a column may be called. Team-mates are kept apart, roles and professions spread, and the rest differ last."""
_SEPARATORS = ";,\t"


def people_from(
    text: str, file: str, *, tables: int | None, size: int | None, rounds: int | None
) -> tuple[Instance, tuple[str, ...]]:
    """Read people and make the draw to be made of them; raise `FileProblems` with all that is wrong.

    A file of a single column needs no heading: it is a list of names.
    """
    rows = _rows(text, file)
    columns = _columns(rows[0][1])
    if not columns and all(len(row) == 1 for _line, row in rows):
        columns, body = {"name": 0}, rows
    else:
        body = rows[1:]
    if "name" not in columns:
        raise FileProblems(
            file,
            [
                (
                    N_("The first row has no heading for the names, such as {one} or {other}."),
                    {"one": "name", "other": "navn"},
                )
            ],
        )
    people = [(line, {key: _cell(row, at) for key, at in columns.items()}) for line, row in body]
    problems = _problems(people)
    if problems:
        raise FileProblems(file, problems)
    attributes = {
        key: tuple(person[key].casefold() or None for _line, person in people) for key in columns if key != "name"
    }
    count = len(people)
    instance = Instance(
        count,
        (even_sizes(count, min(count, tables or tables_for(count, size or count))),) * (rounds or 1),
        attributes,
        apart=tuple(key for key in ("team",) if key in columns),
        balance=tuple(key for key in ("role", "profession") if key in columns),
        soft=tuple(key for key in ("unit", "organisation") if key in columns),
    )
    return instance, _labels([person for _line, person in people])


def _rows(text: str, file: str) -> list[tuple[int, list[str]]]:
    """Return the rows that hold anything, each with the line it ends on."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    rows = []
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((reader.line_num, row))
            if len(rows) > MOST_PEOPLE + 1:
                raise FileProblems(file, [(N_("There are more than {most} rows."), {"most": MOST_PEOPLE})])
    except csv.Error as fault:
        raise FileProblems(
            file,
            [(N_("Line {line} is not a row of a table: {fault}."), {"line": reader.line_num, "fault": str(fault)})],
        ) from fault
    if not rows:
        raise FileProblems(file, [(N_("The file is empty."), {})])
    return rows


def _columns(heading: Sequence[str]) -> dict[str, int]:
    """Find what each column is; of two that are called the same the first."""
    meant = {word: key for key, words in HEADINGS.items() for word in words}
    found: dict[str, int] = {}
    for at, cell in enumerate(heading):
        key = meant.get(" ".join(cell.casefold().split()).rstrip(":"))
        if key:
            found.setdefault(key, at)
    return found


def _cell(row: Sequence[str], at: int) -> str:
    return " ".join(row[at].split()) if at < len(row) else ""


def _problems(people: Sequence[tuple[int, dict[str, str]]]) -> list[tuple[str, dict[str, object]]]:
    """List rows without a name, and people who stand there twice (also when written in another case)."""
    problems: list[tuple[str, dict[str, object]]] = []
    if not people:
        problems.append((N_("There is nobody in the file: no row below the headings."), {}))
    seen: dict[tuple[str, str], int] = {}
    for line, person in people:
        key = (person["name"].casefold(), person.get("team", "").casefold())
        if not person["name"]:
            problems.append((N_("Line {line} has no name."), {"line": line}))
        elif key in seen:
            problems.append(
                (
                    N_("Lines {first} and {line} are the same person: {name}."),
                    {"first": seen[key], "line": line, "name": shown(person["name"])},
                )
            )
        seen.setdefault(key, line)
    return problems


def _labels(people: Sequence[dict[str, str]]) -> tuple[str, ...]:
    """Name everybody; namesakes with their team."""
    names = [person["name"].casefold() for person in people]
    return tuple(
        person["name"] if names.count(name) == 1 else f"{person['name']} ({person.get('team') or '–'})"
        for person, name in zip(people, names, strict=True)
    )
