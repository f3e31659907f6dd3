"""How many fit into a room, and how many sit at each table."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.room import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samling.domain.room import DrawKind, Room, Share

WIDEST = 5
"""So many tables stand side by side at most where the room does not say."""


@dataclass(frozen=True, slots=True)
class Seated:
    """A table and how many units sit there; 0 where it stays free."""

    table: Table
    units: int


def lay_out(room: Room, units: int) -> tuple[Seated, ...]:
    """Return every table of the room with its share of so many units; a room that grows has just those it needs.

    The number of tables is the one that brings the tables nearest to their usual share; the shares are as even as the
    tables allow. Raises `Refused` where there is no place for all.
    """
    counts = _counts(room, units)
    if counts is None:
        raise _refusal(room, units)
    return tuple(Seated(table, count) for table, count in zip(_tables(room, counts), counts, strict=True))


def standing(room: Room, counts: Mapping[int, int]) -> tuple[Table, ...]:
    """Return the tables of a room at which so many units sit, by their numbers.

    A room that grows has one for each number up to the last, those that stay free among them. Raises `Refused` where
    the room has no table of that number.
    """
    if room.grows:
        return _tables(room, [counts.get(number, 0) for number in range(1, max(counts, default=0) + 1)])
    missing = sorted({number for number, count in counts.items() if count} - {table.number for table in room.tables})
    if missing:
        raise Refused(N_("There is no table {number}."), number=missing[0])
    return room.tables


def require(room: Room, units: int, rooms: Iterable[Room], people: int | None = None) -> None:
    """Raise `Refused` where not all fit, with what is missing and which of `rooms`, of the same use, would do."""
    if not fits(room, units, people):
        raise _refusal(room, units, rooms, people)


def _refusal(room: Room, units: int, rooms: Iterable[Room] = (), people: int | None = None) -> Refused:
    if units < min(room.at_table.least, 2):
        return Refused(N_("{room} is for two or more at a table: nobody sits alone."), room=room.id)
    others = [each.id for each in fitting(rooms, units, room.kind, people) if _same_use(room, each)]
    said = N_("Too few seats in {room}: {missing} missing.")
    if others:
        said = N_("Too few seats in {room}: {missing} missing. These would do: {others}.")
    return Refused(said, room=room.id, missing=missing_seats(room, units, people), others=", ".join(others))


def _same_use(room: Room, other: Room) -> bool:
    """Whether one may stand in for the other; where nothing is drawn, posters are no help for want of tables."""
    return room.unit == other.unit and (room.kind != "none" or room.place == other.place)


def fits(room: Room, units: int, people: int | None = None) -> bool:
    """Whether so many units find a place, nobody alone where the room is for several; and a seat for each of `people`.

    `people` is how many there are in the teams, where that is known.
    """
    return _counts(room, units) is not None and not _seatless(room, people)


def missing_units(room: Room, units: int) -> int:
    """Return how many units find no place; 0 where all do."""
    most = units
    if not room.grows:
        most = min(units, sum(_capacity(room, table, room.seats_each.least) for table in room.tables))
    return units - next(each for each in range(most, -1, -1) if _counts(room, each) is not None)


def missing_seats(room: Room, units: int, people: int | None = None) -> int:
    """Return how many seats are missing: for whole teams what the teams without a place need at least.

    Where nobody sits down (posters), a place is counted as a seat.
    """
    return max(missing_units(room, units) * max(1, room.seats_each.least), _seatless(room, people))


def fitting(rooms: Iterable[Room], units: int, kind: DrawKind, people: int | None = None) -> tuple[Room, ...]:
    """Return which of the rooms can hold so many units (teams for "pairs", people for "mixed") in such a draw."""
    return tuple(room for room in rooms if room.kind == kind and fits(room, units, people))


def _seatless(room: Room, people: int | None) -> int:
    """How many of the people in the teams have no seat at tables that are there."""
    if room.seats is None or people is None or not room.seats_each.most:
        return 0
    return max(0, people - room.seats)


def _capacity(room: Room, table: Table, seats_each: int) -> int:
    """How many units a table of the room can take when each is given so many seats."""
    most = room.at_table.most
    return min(most, table.seats // seats_each) if seats_each else most


def _counts(room: Room, units: int) -> list[int] | None:
    """How many units sit at each table (of a room that grows: at each that is needed); None where not all can.

    Each unit is given plenty of seats if that is possible for all, else as few as it needs.
    """
    if room.grows:
        counts = _shared(room.at_table, [room.at_table.most] * units, units)
        return [count for count in counts if count] if counts is not None else None
    for seats_each in (room.seats_each.most, room.seats_each.least):
        counts = _shared(room.at_table, [_capacity(room, table, seats_each) for table in room.tables], units)
        if counts is not None:
            return counts
    return None


def _shared(at_table: Share, capacities: Sequence[int], units: int) -> list[int] | None:
    """Share units out over tables that can take so many; None where that cannot be.

    A table may hold fewer than wanted where the number leaves no other way, but never one unit alone.
    """
    if not units:
        return [0] * len(capacities)
    for least in range(at_table.least, min(at_table.least, 2) - 1, -1):
        for count in _table_counts(at_table.usual, units, min(len(capacities), units // least)):
            used = _chosen(capacities, count, units, least)
            if used:
                return _filled(capacities, used, units)
    return None


def _table_counts(usual: int, units: int, most: int) -> Iterator[int]:
    """Numbers of tables to try, up to `most`: first those nearest to the usual share, of two the smaller."""
    yield from sorted(range(1, most + 1), key=lambda count: (abs(units - usual * count), count))


def _chosen(capacities: Sequence[int], count: int, units: int, least: int) -> list[int]:
    """Which tables are used: the first that are large enough together, else the largest; none where these are not."""
    usable = [at for at, capacity in enumerate(capacities) if capacity >= least]
    largest = sorted(sorted(usable, key=lambda at: -capacities[at])[:count])
    for used in (usable[:count], largest):
        if len(used) == count and sum(capacities[at] for at in used) >= units:
            return used
    return []


def _filled(capacities: Sequence[int], used: Sequence[int], units: int) -> list[int]:
    """Share units out over the used tables, one at a time to the table with the fewest that still has room."""
    counts = [0] * len(capacities)
    for _unit in range(units):
        counts[min((at for at in used if counts[at] < capacities[at]), key=counts.__getitem__)] += 1
    return counts


def _tables(room: Room, counts: Sequence[int]) -> tuple[Table, ...]:
    """The room's tables, or for one that grows a table for each count, in rows behind the fixtures and an aisle."""
    if not room.grows:
        return room.tables
    before = max((fixture.row + 1 for fixture in room.fixtures), default=0)
    seats = [count * room.seats_each.most for count in counts]
    return placed([Table(number, each, 0, 0) for number, each in enumerate(seats, start=1)], room.columns, before)


def placed(tables: Sequence[Table], columns: int | None = None, before: int = 0) -> tuple[Table, ...]:
    """Return tables put in rows of `columns` (None: nearly a square, the rows as full as may be) after row `before`."""
    across = columns or _across(len(tables))
    return tuple(
        replace(table, row=before + 1 + at // across, column=1 + at % across) for at, table in enumerate(tables)
    )


def _across(count: int) -> int:
    """How many tables stand side by side: as many as there are rows, or one more where that leaves fewer gaps."""
    square = min(WIDEST, max(1, math.ceil(math.sqrt(count))))
    return min((square, min(WIDEST, square + 1)), key=lambda across: -count % across)
