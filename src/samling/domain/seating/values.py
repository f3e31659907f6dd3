"""The seatings of a gathering as values: who sits at which table in which block, and what was asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, NamedTuple

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.room import PlaceKind


class Member(NamedTuple):
    """Who is seated: a whole team, or a person, by id in the network's roster."""

    of: Literal["team", "person"]
    id: int


class SharingKind(StrEnum):
    """How a block is shared: whole teams two and two (three where the number is odd), or people mixed over tables."""

    PAIRS = "pairs"
    MIXED = "mixed"


class KeepApart(StrEnum):
    """Who should not share a table beside those of one team: teams of one organisation, of one unit, or nobody."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    NONE = "none"


class SeatingState(StrEnum):
    """A draft can be changed; the announced seating of a block is the one that holds.

    A seating `ahead` is a round that was drawn along for a later gathering.
    """

    DRAFT = "draft"
    ANNOUNCED = "announced"
    AHEAD = "ahead"


class PinKind(StrEnum):
    """Two who must sit together, two who must not, or somebody who must sit at a table."""

    TOGETHER = "together"
    APART = "apart"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Pin:
    """What must hold in every draw of the gathering. `table` is a number in the room, for the kind TABLE alone."""

    kind: PinKind
    one: Member
    other: Member | None = None
    table: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a seating, by its number in the room; `name` is its own name there, if it has one.

    `members` were drawn; `beside` (coaches, managers, guests) were placed with them afterwards. The group of a `locked`
    table stays in the next draw. The `host` stays when the others move on. `brings` is what the table brings back, in
    one line.
    """

    number: int
    members: tuple[Member, ...] = ()
    beside: tuple[Member, ...] = ()
    locked: bool = False
    host: Member | None = None
    brings: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal of a draw: how much goes against it, and the least that is proved to be needed."""

    count: int = 0
    bound: int = 0

    @property
    def is_proved(self) -> bool:
        """Whether it is proved that no seating is better in this goal, those before it kept as they are."""
        return self.count == self.bound


@dataclass(frozen=True, slots=True)
class Claim:
    """What may be said of a seating: each goal with what is proved of it.

    `apart`: pairs at a table who were to be kept apart. `repeats`: pairs who have met before. `balance`: places off an
    even spread of professions and roles. `soft`: pairs of one organisation or unit, or at one step, where that was not
    asked for. `found`: so many more rounds without a repeat were found; `possible`: so many there can be at most. Both
    are None where nobody looked.
    """

    apart: Goal = Goal()
    repeats: Goal = Goal()
    balance: Goal = Goal()
    soft: Goal = Goal()
    found: int | None = None
    possible: int | None = None


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where in a sharing block.

    `block_id` is None for a round that was drawn ahead. `layout_id` names the room; how long it takes to move there
    (`minutes_to_move`), and what its places are called, are kept here so that a projector needs no file. `seed` repeats
    the draw. Instants are UTC. Without an `id` it is not stored.
    """

    block_id: int | None
    kind: SharingKind
    layout_id: str
    keep_apart: KeepApart
    seed: int
    tables: tuple[Table, ...]
    claim: Claim
    drawn_at: datetime
    minutes_to_move: int = 0
    state: SeatingState = SeatingState.DRAFT
    announced_at: datetime | None = None
    place: PlaceKind = "table"
    id: int | None = None

    @property
    def members(self) -> Iterator[Member]:
        """All who were drawn, table by table."""
        return (member for table in self.tables for member in table.members)

    def table(self, number: int) -> Table:
        """Return a table; raise `Refused` when there is none of that number."""
        found = next((table for table in self.tables if table.number == number), None)
        if found is None:
            raise Refused(N_("There is no table {number}."), number=number)
        return found

    def table_of(self, member: Member) -> Table | None:
        """Return the table at which somebody sits; None where they have no seat."""
        return next((table for table in self.tables if member in (*table.members, *table.beside)), None)

    def with_table(self, table: Table) -> Seating:
        """Return the seating with `table` in the place of the one of the same number."""
        return replace(self, tables=tuple(table if each.number == table.number else each for each in self.tables))


@dataclass(frozen=True, slots=True)
class Seatings:
    """All seatings of a gathering, the oldest first, and the pins that hold in every draw of it."""

    gathering_id: int
    seatings: tuple[Seating, ...] = ()
    pins: tuple[Pin, ...] = ()

    def seating(self, seating_id: int) -> Seating:
        """Return a seating; raise `Refused` when there is none with that id."""
        found = next((each for each in self.seatings if each.id == seating_id), None)
        if found is None:
            raise Refused(N_("There is no draft {id}. `samling groups show` shows what there is."), id=seating_id)
        return found

    def pin(self, pin_id: int) -> Pin:
        """Return a pin; raise `Refused` when there is none with that id."""
        found = next((each for each in self.pins if each.id == pin_id), None)
        if found is None:
            raise Refused(N_("There is no pin {id}. `samling groups pin` shows them."), id=pin_id)
        return found

    def announced(self, block_id: int | None) -> Seating | None:
        """Return the seating that is announced for a block, if any."""
        return next(
            (each for each in self.of_block(block_id) if each.state is SeatingState.ANNOUNCED),
            None,
        )

    def drafts(self, block_id: int | None) -> tuple[Seating, ...]:
        """Return the drafts of a block, the oldest first."""
        return tuple(each for each in self.of_block(block_id) if each.state is SeatingState.DRAFT)

    def of_block(self, block_id: int | None) -> tuple[Seating, ...]:
        """Return the seatings of a block, the oldest first; none for no block."""
        return tuple(each for each in self.seatings if block_id is not None and each.block_id == block_id)

    @property
    def ahead(self) -> tuple[Seating, ...]:
        """The rounds that were drawn along for later gatherings, in their order."""
        return tuple(each for each in self.seatings if each.state is SeatingState.AHEAD)

    def shown(self, block_id: int | None) -> Seating | None:
        """Return what is to be looked at for a block: its newest draft, else what is announced."""
        drafts = self.drafts(block_id)
        return drafts[-1] if drafts else self.announced(block_id)
