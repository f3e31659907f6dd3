"""A room: how tables, screens or chairs stand, and who belongs at each. Values only; where they are read is not known.

What is placed are units: whole teams, or people one by one. A room that names no tables of its own grows to as many as
are needed; one that names them can be too small (`room_seating`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal["team", "person", "everybody"]
"""Who is placed: whole teams, people one by one, or everybody together (counted as people)."""

DrawKind = Literal["pairs", "mixed", "none"]
"""What a draw fills the room with: whole teams, people of different teams, or nothing."""

PlaceKind = Literal["table", "room", "poster", "place", "row"]
"""What the numbered places are called."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text in both languages."""

    nb: str
    en: str

    def said(self, language: str) -> str:
        """Return the text in a language, "nb" or "en"."""
        return self.nb if language == "nb" else self.en


@dataclass(frozen=True, slots=True)
class Share:
    """How many units sit at one table: `usual` where the number allows, never under `least`, never over `most`."""

    usual: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Seats:
    """How many seats one unit needs and how many it is given where there are enough; 0 where nobody sits down."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Table:
    """A numbered place where units sit or stand: a table, a breakout room, a poster, a row of chairs.

    `number` counts from 1. `name` is its own name, else it goes by its number. `row` counts from the front, `column`
    from the left as one looks at the plan, both from 1; a number that no table has is an aisle. `floor` is where a
    breakout room lies, `walk_minutes` how long it takes to get there.
    """

    number: int
    seats: int
    row: int
    column: int
    name: str = ""
    floor: str = ""
    walk_minutes: int = 0


@dataclass(frozen=True, slots=True)
class Fixture:
    """Something that stands in the room and belongs to no unit, such as the judges' table; seats where it has any."""

    name: Phrase
    row: int
    column: int
    seats: int = 0


@dataclass(frozen=True, slots=True)
class Room:
    """A set-up of a room, or of several.

    `tables` is empty where the room grows; `columns` is then how many stand side by side (None: as suits the number).
    `front` is what the room faces, None where it faces nothing. `needs` is what must be there, `about` what the
    facilitator should know. `minutes_to_move` is how long it takes to find one's place, walks not counted.
    """

    id: str
    name: Phrase
    about: Phrase
    unit: Unit
    kind: DrawKind
    place: PlaceKind
    at_table: Share
    seats_each: Seats
    minutes_to_move: int
    needs: tuple[Phrase, ...] = ()
    front: Phrase | None = None
    columns: int | None = None
    fixtures: tuple[Fixture, ...] = ()
    tables: tuple[Table, ...] = ()

    @property
    def grows(self) -> bool:
        """Whether it has as many tables as are needed."""
        return not self.tables

    @property
    def seats(self) -> int | None:
        """The seats at its tables; None for a room that grows."""
        return None if self.grows else sum(table.seats for table in self.tables)

    @property
    def moving_minutes(self) -> int:
        """How long it takes until everybody has found their place, the longest walk included."""
        return self.minutes_to_move + max((table.walk_minutes for table in self.tables), default=0)
