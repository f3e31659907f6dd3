"""After the announcement somebody is missing, or came late: a new seating with the fewest moves, to be looked at first.

Pins hold and hosts stay; then those who are to be kept apart are; then the fewest move; then the fewest meet again;
then the fewest are alike in place, coach or step. Free tables are opened only where there are too few seats.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import chain, count
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.grouping.repair import Announced
from samling.domain.grouping.repair import repair as search
from samling.domain.seating.case import of_seating
from samling.domain.seating.draw import assess
from samling.domain.seating.drawn import described, seated, to_draw
from samling.domain.seating.values import SeatingState, Table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from samling.domain.grouping.repair import Cost
    from samling.domain.room import Room
    from samling.domain.seating.case import Case
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Member, Seating


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody goes from a table to another; `origin` is None for who gets a seat for the first time."""

    member: Member
    origin: int | None
    goal: int


@dataclass(frozen=True, slots=True)
class Repair:
    """A new seating that may be taken: as it is announced and as it would be, who leaves it, and who goes where.

    `is_proved` says that no other moves fewer people, or the same number with fewer repeats.
    """

    seen: Seating
    wanted: Seating
    missing: tuple[Member, ...]
    moves: tuple[Move, ...]
    cost: Cost
    is_proved: bool


@dataclass(frozen=True, slots=True)
class Changed:
    """Who is missing from a seating, and who came late to it."""

    missing: tuple[Member, ...] = ()
    late: tuple[Member, ...] = ()


def by_the_roll(hall: Hall, seating: Seating) -> Changed:
    """Return who is seated and not here, and who is here and not seated; raise `Refused` before any roll call."""
    if hall.present.is_assumed:
        raise Refused(N_("No roll call has been taken. Say who is missing or late: --missing NAME, --late NAME"))
    here = described(to_draw(hall.present, seating.kind), seating.kind).members
    there = tuple(seating.members)
    return Changed(
        missing=tuple(each for each in there if each not in here),
        late=tuple(each for each in here if each not in there),
    )


def repair(hall: Hall, seating: Seating, changed: Changed, room: Room | None = None) -> Repair:
    """Return the best new seating for those who are left and those who came.

    `room` says how many a table takes; where it is not known any more, one more or one fewer than they do now. Raises
    `Refused` where nothing has changed, nothing is announced, or no new seating fits.
    """
    if seating.state is not SeatingState.ANNOUNCED:
        raise Refused(N_("A draft is not repaired: draw again, with those who are here."))
    missing = tuple(each for each in changed.missing if seating.table_of(each) is not None)
    late = tuple(each for each in changed.late if each not in set(seating.members))
    if not missing and not late:
        raise Refused(N_("Everybody who is here has a seat: there is nothing to repair."))
    hold = _hold(seating, room)
    used = _used(seating, hold, len(set(seating.members) - set(missing)) + len(late))
    opened = _with_tables(seating, used)
    case = _case(hall, opened, late)
    number = {member: at for at, member in enumerate(case.members)}
    found = search(_announced(case, used, {number[each] for each in missing}, [number[each] for each in late], hold))
    wanted = _seated_anew(opened, used, case, found.tables)
    return Repair(
        seen=seating,
        wanted=replace(wanted, claim=assess(hall, wanted)),
        missing=missing,
        moves=tuple(
            Move(
                case.members[each.person],
                None if each.origin is None else used[each.origin].number,
                used[each.goal].number,
            )
            for each in found.moves
        ),
        cost=found.cost,
        is_proved=found.is_proved,
    )


def _case(hall: Hall, seating: Seating, late: tuple[Member, ...]) -> Case:
    """The case of the seating with those who came late, who have no table yet."""
    present = seated(hall.roster, {*seating.members, *late})
    return of_seating(present, seating, hall.rounds_but(seating.block_id), hall.seatings.pins)


@dataclass(frozen=True, slots=True)
class _Hold:
    """How many sit at a table at least and at most; and, in a room with tables of its own, for how many each has seats.

    `known` is None where the room has as many tables as are needed.
    """

    least: int
    most: int
    known: Mapping[int, int] | None

    def seats(self, table: Table) -> int:
        """How many a table can take, never fewer than sit there."""
        known = self.most if self.known is None else self.known.get(table.number, 0)
        return max(len(table.members), min(self.most, known))


def _hold(seating: Seating, room: Room | None) -> _Hold:
    sizes = [len(table.members) for table in seating.tables if table.members]
    if room is None:
        sizes = sizes or [2]
        return _Hold(min([*sizes, max(2, min(sizes) - 1)]), max(sizes) + 1, None)
    each = max(1, room.seats_each.least)
    known = None if room.grows else {table.number: table.seats // each for table in room.tables}
    return _Hold(min([*sizes, room.at_table.least]), max([*sizes, room.at_table.most]), known)


def _used(seating: Seating, hold: _Hold, present: int) -> list[Table]:
    """The tables where somebody sits and, where these cannot take all who are present, as many more as it takes."""
    used = [table for table in seating.tables if table.members]
    spare = (table for table in seating.tables if not table.members)
    last = max((table.number for table in seating.tables), default=0)
    new = (Table(number) for number in count(last + 1)) if hold.known is None else ()
    for table in chain(spare, new):
        if sum(map(hold.seats, used)) >= present:
            break
        used.append(table)
    return sorted(used, key=lambda table: table.number)


def _with_tables(seating: Seating, used: Sequence[Table]) -> Seating:
    there = {table.number for table in seating.tables}
    return replace(seating, tables=(*seating.tables, *(table for table in used if table.number not in there)))


def _announced(
    case: Case, used: Sequence[Table], absent: Collection[int], late: Collection[int], hold: _Hold
) -> Announced:
    instance = case.instance
    rows = case.round({table.number: table.members for table in used})
    at = {case.numbers[place]: people for place, people in enumerate(rows)}
    places = {table.number: place for place, table in enumerate(used)}
    number = {member: person for person, member in enumerate(case.members)}
    hosts = ((number[table.host], places[table.number]) for table in used if table.host is not None)
    pinned = ((person, places[case.numbers[table]]) for person, table in instance.at if case.numbers[table] in places)
    return Announced(
        tables=tuple(at[table.number] for table in used),
        absent=frozenset(absent),
        late=tuple(late),
        least=hold.least,
        most=hold.most,
        earlier=frozenset(each for each, times in instance.history.items() if times),
        together=instance.together,
        forbid=instance.forbid,
        apart=tuple(instance.attributes[name] for name in instance.apart),
        soft=tuple(instance.attributes[name] for name in instance.soft),
        at=tuple(dict([*hosts, *pinned]).items()),
        seats=tuple(map(hold.seats, used)),
    )


def _seated_anew(seating: Seating, used: Sequence[Table], case: Case, tables: tuple[tuple[int, ...], ...]) -> Seating:
    for table, people in zip(used, tables, strict=True):
        members = tuple(case.members[each] for each in people)
        host = table.host if table.host in members else None
        seating = seating.with_table(replace(table, members=members, host=host))
    return replace(seating, claim=replace(seating.claim, found=None, possible=None))
