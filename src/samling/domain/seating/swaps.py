"""Letting two swap tables by hand: what the seating becomes, and what that costs, shown before it is done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.seating.draw import assess, case_of
from samling.domain.seating.values import PinKind

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Claim, Member, Pin, Seating, Table


@dataclass(frozen=True, slots=True)
class Swap:
    """A swap that may be made: the seating as it is and as it would be, and what may be claimed of each.

    `broken` are the pins that it would no longer keep.
    """

    seen: Seating
    wanted: Seating
    before: Claim
    broken: tuple[Pin, ...]

    @property
    def after(self) -> Claim:
        """What may be claimed of the seating after the swap."""
        return self.wanted.claim


def swap(hall: Hall, seating: Seating, one: Member, other: Member) -> Swap:
    """Return what it would be to let two swap tables.

    Raises `Refused` for two at one table, for who has no seat, and where a table is locked.
    """
    here, there = (_table(hall, seating, each) for each in (one, other))
    if here.number == there.number:
        raise Refused(
            N_("{one} and {other} sit at table {number} both."),
            one=hall.names(one), other=hall.names(other), number=here.number,
        )  # fmt: skip
    swapped = seating.with_table(_with(here, one, other)).with_table(_with(there, other, one))
    known = replace(seating.claim, found=None, possible=None)
    after = assess(hall, replace(swapped, claim=known))
    broken = tuple(pin for pin in case_of(hall, seating).pins if keeps(pin, seating) and not keeps(pin, swapped))
    return Swap(seating, replace(swapped, claim=after), assess(hall, seating), broken)


def _table(hall: Hall, seating: Seating, member: Member) -> Table:
    found = next((table for table in seating.tables if member in table.members), None)
    if found is None:
        raise Refused(N_("{name} has no seat here."), name=hall.names(member))
    if found.locked:
        raise Refused(N_("Table {number} is locked. Unlock it first."), number=found.number)
    return found


def _with(table: Table, leaves: Member, comes: Member) -> Table:
    members = tuple(comes if each == leaves else each for each in table.members)
    return replace(table, members=members, host=None if table.host == leaves else table.host)


def keeps(pin: Pin, seating: Seating) -> bool:
    """Whether a seating keeps a pin; of somebody who is not seated there is nothing to keep."""
    one = seating.table_of(pin.one)
    if one is None:
        return True
    if pin.kind is PinKind.TABLE or pin.other is None:
        return one.number == pin.table
    other = seating.table_of(pin.other)
    return other is None or (one.number == other.number) == (pin.kind is PinKind.TOGETHER)
