"""The plan of the room with those who sit at each table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.room_plan import draw
from samling.domain.room_seating import standing
from samling.domain.room_words import plan as boxes
from samling.language import _, language

if TYPE_CHECKING:
    from samling.domain.room import Room
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Seating


def plan(seating: Seating, room: Room, called: Names, width: int) -> list[str]:
    """Return the lines of the plan. Raises `Refused` where the room no longer has a table at which somebody sits."""
    texts = {table.number: [called(member) for member in table.members] for table in seating.tables}
    tables = standing(room, {number: len(names) for number, names in texts.items()})
    front = room.front.said(language()) if room.front else ""
    return draw(boxes(room, tables, texts, _, language()), width, front)
