"""The case of a draw: who is to be seated in which room, what holds for them, and whom they have met.

It turns teams and people into the numbers that `domain/grouping` draws with, and tables back into who sits there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.grouping.instance import Instance, pair
from samling.domain.room_seating import lay_out
from samling.domain.seating.drawn import PLACES, SPREAD, UNLIKE, described
from samling.domain.seating.past import meetings
from samling.domain.seating.values import KeepApart, PinKind, SharingKind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from samling.domain.grouping.instance import Round
    from samling.domain.grouping.pins import Pin as EnginePin
    from samling.domain.roll_call import Present
    from samling.domain.room import Room
    from samling.domain.seating.drawn import Drawn
    from samling.domain.seating.past import PastRound
    from samling.domain.seating.values import Member, Pin, Seating


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a draw."""

    kind: SharingKind
    room: Room
    keep_apart: KeepApart = KeepApart.NONE


@dataclass(frozen=True, slots=True)
class Case:
    """A draw to be made: people of the `instance` stand for `members`, its tables for table `numbers` of the room.

    `pins` are those of the gathering that count in it: what is pinned has a part in the draw.
    """

    members: tuple[Member, ...]
    numbers: tuple[int, ...]
    instance: Instance
    pins: tuple[Pin, ...] = ()

    def seated(self, tables: Round) -> dict[int, tuple[Member, ...]]:
        """Return who sits at each table, by its number in the room."""
        return {
            number: tuple(self.members[each] for each in sorted(table))
            for number, table in zip(self.numbers, tables, strict=True)
        }

    def round(self, groups: Mapping[int, Iterable[Member]]) -> Round:
        """Return groups by their table's number as a round of the instance; who is not in it is left out."""
        number = {member: at for at, member in enumerate(self.members)}
        return tuple(
            tuple(sorted(number[member] for member in groups.get(each, ()) if member in number))
            for each in self.numbers
        )

    def meant(self, pin: EnginePin) -> Pin:
        """Return the pin of the gathering that a pin of the instance stands for."""
        return next(each for each in self.pins if _stands_for(pin, each, self))


def _stands_for(found: EnginePin, pin: Pin, case: Case) -> bool:
    people = {case.members[each] for each in found.people}
    table = None if found.table is None else case.numbers[found.table]
    kind = {"together": PinKind.TOGETHER, "forbid": PinKind.APART, "at": PinKind.TABLE}[found.kind]
    return (pin.kind, pin.table) == (kind, table) and people == {pin.one, pin.other} - {None}


def build(
    present: Present,
    wish: Wish,
    rounds: Iterable[PastRound],
    pins: Iterable[Pin],
    *,
    count: int = 1,
    taken: Collection[int] = (),
) -> Case:
    """Return the case of drawing `count` rounds of those who are to be drawn (`drawn.to_draw`).

    Tables whose numbers are `taken` have their group already. Raises `Refused` where there is nobody to seat, or no
    place for all.
    """
    drawn = described(present, wish.kind)
    sizes = _sizes(wish.room, len(drawn.members), taken)
    return _case(drawn, sizes, count, asked(wish.kind, wish.keep_apart), rounds=rounds, pins=pins)


def of_seating(present: Present, seating: Seating, rounds: Iterable[PastRound], pins: Iterable[Pin]) -> Case:
    """Return the case that a seating is one answer to: those who are seated (`drawn.seated`), at its tables."""
    drawn = described(present, seating.kind)
    known = set(drawn.members)
    sizes = {table.number: sum(each in known for each in table.members) for table in seating.tables}
    held = [pin for pin in pins if pin.kind is not PinKind.TABLE or pin.table in sizes]
    return _case(drawn, sizes, 1, asked(seating.kind, seating.keep_apart), rounds=rounds, pins=held)


def _sizes(room: Room, units: int, taken: Collection[int]) -> dict[int, int]:
    """How many sit at each table that is free, by its number."""
    if taken and not room.grows:
        room = replace(room, tables=tuple(each for each in room.tables if each.number not in taken))
    elif taken:
        whole = lay_out(room, units + len(taken) * room.at_table.usual)
        seats = room.at_table.most * max(1, room.seats_each.most)
        free = (each.table for each in whole if each.table.number not in taken)
        room = replace(room, tables=tuple(replace(each, seats=seats) for each in free))
    return {each.table.number: each.units for each in lay_out(room, units)}


def asked(kind: SharingKind, keep_apart: KeepApart) -> tuple[str, ...]:
    """Return the attributes in which those at a table should differ before anything else."""
    team = ("team",) if kind is SharingKind.MIXED else ()
    return team if keep_apart is KeepApart.NONE else (*team, keep_apart.value)


def _case(
    drawn: Drawn,
    tables: Mapping[int, int],
    count: int,
    apart: tuple[str, ...],
    *,
    rounds: Iterable[PastRound],
    pins: Iterable[Pin],
) -> Case:
    """The case for `tables`, by their numbers with how many sit there in each of `count` rounds."""
    numbers = tuple(tables)
    number = {member: at for at, member in enumerate(drawn.members)}
    held = tuple(_counting(number, numbers, pins))
    instance = Instance(
        people=len(drawn.members),
        sizes=(tuple(tables.values()),) * count,
        attributes=drawn.attributes,
        apart=drawn.having(apart),
        balance=drawn.having(SPREAD),
        soft=drawn.having(name for name in (*PLACES, *UNLIKE) if name not in apart),
        history=meetings(rounds, drawn.members, drawn.teams),
        together=tuple(_both(number, pin) for pin in held if pin.kind is PinKind.TOGETHER),
        forbid=tuple(_both(number, pin) for pin in held if pin.kind is PinKind.APART),
        at=tuple((number[pin.one], numbers.index(pin.table or 0)) for pin in held if pin.kind is PinKind.TABLE),
    )
    return Case(drawn.members, numbers, instance, held)


def _counting(number: Mapping[Member, int], numbers: Sequence[int], pins: Iterable[Pin]) -> Iterator[Pin]:
    """The pins of those who are drawn. One of a team counts where teams are drawn, one of a person where people are."""
    for pin in pins:
        if pin.one not in number or (pin.other is not None and pin.other not in number):
            continue
        if pin.kind is PinKind.TABLE and pin.table not in numbers:
            raise Refused(N_("A pin names table {number}, which is not free in this room."), number=pin.table)
        yield pin


def _both(number: Mapping[Member, int], pin: Pin) -> tuple[int, int]:
    assert pin.other is not None, "two are pinned together or apart"
    return pair(number[pin.one], number[pin.other])
