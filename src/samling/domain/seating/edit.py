"""What can be done to the seatings of a gathering, as functions: the value before, arguments, the value after.

What a change costs and whether it fits is worked out beforehand (`case`, `price`, `mending`), in a window or command
that has the roster and the history at hand. So a change carries the seating as it was seen and as it is to be, and is
refused where another window has changed it meanwhile.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.line import clean_line
from samling.domain.seating.values import SeatingState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from samling.domain.seating.values import Member, Pin, Seating, Seatings, Table

MOST_DRAFTS = 2
"""So many drafts of a block are kept, to be compared; one more takes the place of the oldest."""

LONGEST_BRING = 200


def add_drafts(value: Seatings, seatings: tuple[Seating, ...]) -> Seatings:
    """Take in what was drawn together: drafts for blocks, and rounds ahead in place of earlier ones."""
    kept = value.seatings
    if any(each.state is SeatingState.AHEAD for each in seatings):
        kept = tuple(each for each in kept if each.state is not SeatingState.AHEAD)
    after = replace(value, seatings=(*kept, *seatings))
    for block_id in {each.block_id for each in seatings}:
        spare = after.drafts(block_id)[:-MOST_DRAFTS]
        after = _without(after, spare)
    return after


def change(value: Seatings, seen: Seating, wanted: Seating) -> Seatings:
    """Put a seating in the place of the one that was seen; raise `Refused` where that one is no longer as it was."""
    if seen not in value.seatings:
        raise Refused(N_("Another window has changed this seating meanwhile. Look at it again."))
    return replace(value, seatings=tuple(wanted if each == seen else each for each in value.seatings))


def announce(value: Seatings, seating_id: int, at: datetime) -> Seatings:
    """Let a draft hold for its block, in place of what was announced before; the block's other drafts go.

    Raises `Refused` for what is not a draft.
    """
    chosen = value.seating(seating_id)
    if chosen.state is not SeatingState.DRAFT:
        raise Refused(N_("This seating is announced already."))
    others = [each for each in value.of_block(chosen.block_id) if each is not chosen]
    told = replace(chosen, state=SeatingState.ANNOUNCED, announced_at=at)
    return change(_without(value, others), chosen, told)


def discard(value: Seatings, seating_id: int) -> Seatings:
    """Throw a draft away; raise `Refused` for what is not a draft."""
    chosen = value.seating(seating_id)
    if chosen.state is not SeatingState.DRAFT:
        raise Refused(N_("What is announced is not thrown away. Draw again and announce that."))
    return _without(value, [chosen])


def pin(value: Seatings, pinned: Pin) -> Seatings:
    """Set a pin; raise `Refused` for one that is there already, or that pins somebody to themselves."""
    if pinned.one == pinned.other:
        raise Refused(N_("Give two different ones to keep together or apart."))
    if any(_same(pinned, each) for each in value.pins):
        raise Refused(N_("That pin is set already."))
    return replace(value, pins=(*value.pins, replace(pinned, id=None)))


def _same(one: Pin, other: Pin) -> bool:
    people = {one.one, one.other} == {other.one, other.other}
    return people and (one.kind, one.table) == (other.kind, other.table)


def unpin(value: Seatings, pin_ids: tuple[int, ...]) -> Seatings:
    """Clear pins; raise `Refused` when one of them is not there."""
    gone = [value.pin(each) for each in pin_ids]
    return replace(value, pins=tuple(each for each in value.pins if each not in gone))


def lock(value: Seatings, seating_id: int, number: int, *, locked: bool) -> Seatings:
    """Keep a table's group in the next draw, or no longer; raise `Refused` for one that is empty or announced."""
    chosen = value.seating(seating_id)
    table = chosen.table(number)
    if chosen.state is not SeatingState.DRAFT:
        raise Refused(N_("What is announced is not drawn again: lock a table of a draft."))
    if not table.members:
        raise Refused(N_("Nobody sits at table {number}."), number=number)
    return _with_table(value, chosen, replace(table, locked=locked))


def set_host(value: Seatings, seating_id: int, number: int, host: Member | None) -> Seatings:
    """Make somebody the host of the table they sit at, or nobody; raise `Refused` for who does not sit there."""
    chosen = value.seating(seating_id)
    table = chosen.table(number)
    if host is not None and host not in table.members:
        raise Refused(N_("The host must sit at the table."))
    return _with_table(value, chosen, replace(table, host=host))


def bring_back(value: Seatings, seating_id: int, number: int, text: str) -> Seatings:
    """Note in one line what a table brings back; an empty text takes the line away."""
    chosen = value.seating(seating_id)
    line = clean_line(text, LONGEST_BRING) if text.strip() else ""
    return _with_table(value, chosen, replace(chosen.table(number), brings=line))


def _with_table(value: Seatings, seating: Seating, table: Table) -> Seatings:
    return change(value, seating, seating.with_table(table))


def _without(value: Seatings, some: Iterable[Seating]) -> Seatings:
    gone = {id(each) for each in some}
    return replace(value, seatings=tuple(each for each in value.seatings if id(each) not in gone))
