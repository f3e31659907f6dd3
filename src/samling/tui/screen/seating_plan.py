"""The plan of the room: with those who sit at each table or, for a whole room to read, with the tables' numbers."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from samling.domain.room_plan import draw
from samling.domain.room_seating import standing
from samling.domain.room_words import plan as boxes
from samling.language import _, language
from samling.tui.bigletters import LEAST_CAP, fit_line, paint, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.room import Room, Table
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Seating

_LARGEST_CAP = 2 * LEAST_CAP
_EDGES, _GAP = 6, 2
"""Columns of a table beside what it is called, and between two tables."""


def plan(seating: Seating, room: Room, called: Names, width: int) -> list[str]:
    """Return the lines of the plan. Raises `Refused` where the room no longer has a table at which somebody sits."""
    texts = {table.number: [called(member) for member in table.members] for table in seating.tables}
    return draw(boxes(room, _tables(seating, room), texts, _, language()), width, _front(room))


def large_plan(seating: Seating, room: Room, width: int, height: int) -> list[str]:
    """Return the lines of a plan that says where each table stands, in letters for the whole room.

    Empty where even the smallest of these do not fit. Raises `Refused` as `plan` does.
    """
    tables = _tables(seating, room)
    columns = sorted({table.column for table in tables})
    rows = sorted({table.row for table in tables})
    front = _large(_front(room), width, LEAST_CAP)
    most = (width + _GAP) // len(columns) - _GAP - _EDGES
    for cap in range(_LARGEST_CAP, LEAST_CAP - 1, -1):
        inner = min(most, max(math.ceil(width_of(_name(table), cap)) for table in tables))
        labels = {(table.row, table.column): _large(_name(table), inner, cap) for table in tables}
        lines = [*front, *(line for row in rows for line in _row(row, columns, labels, inner))]
        if len(lines) <= height and all(labels.values()):
            return lines
    return []


def _tables(seating: Seating, room: Room) -> tuple[Table, ...]:
    return standing(room, {table.number: len(table.members) for table in seating.tables})


def _front(room: Room) -> str:
    return room.front.said(language()) if room.front else ""


def _name(table: Table) -> str:
    return table.name or str(table.number)


def _large(text: str, width: int, cap: int) -> tuple[str, ...]:
    setting = fit_line(text, width, cap)
    rows = list(paint(setting, width)) if setting else []
    while rows and not rows[-1].strip():  # the room for tails, where there are none
        rows.pop()
    return tuple(rows)


def _row(
    row: int, columns: Sequence[int], labels: Mapping[tuple[int, int], Sequence[str]], inner: int
) -> Iterator[str]:
    """The tables of one row, side by side, as high as the highest; nothing where a column has none."""
    here = [labels.get((row, column), ()) for column in columns]
    height = max(map(len, here))
    stand = [_stand(label, inner, height) if label else [" " * (inner + _EDGES)] * (height + 2) for label in here]
    for across in zip(*stand, strict=True):
        yield (" " * _GAP).join(across)


def _stand(label: Sequence[str], inner: int, height: int) -> list[str]:
    flat = "─" * (inner + _EDGES - 2)
    lines = [*label, *[" " * inner] * (height - len(label))]
    return [f"╭{flat}╮", *(f"│  {line}  │" for line in lines), f"╰{flat}╯"]
