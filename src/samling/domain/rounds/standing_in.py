"""When a speaker does not come: two coming blocks change places, or the reserve that the programme names is put in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.gathering import Kind, State

if TYPE_CHECKING:
    from samling.domain.gathering import Block, Gathering

_COMING = (State.PENDING, State.DROPPED)


def swap(gathering: Gathering, position: int, other: int | None = None) -> Gathering:
    """Let two coming blocks change places; without a second one, with the next that is no break.

    Each keeps its length; the clock times stay where they are, so that lunch is still at half past eleven.
    """
    other = other or stand_in(gathering, position)
    if other is None:
        raise Refused(
            N_("There is no later block that “{title}” could change places with."),
            title=gathering.block(position).title,
        )
    one, two = gathering.block(position), gathering.block(other)
    for at, block in ((position, one), (other, two)):
        if block.state not in _COMING:
            raise Refused(
                N_("Block {position}, “{title}”, is {state}: only blocks that have not started can change places."),
                position=at,
                title=block.title,
                state=block.state,
            )
    return gathering.with_block(position, _in_place_of(two, one)).with_block(other, _in_place_of(one, two))


def stand_in(gathering: Gathering, position: int) -> int | None:
    """Return the next pending block of the same day that can take the place of the one at `position`.

    A break, and a block that is protected, stays where it is.
    """
    day = gathering.block(position).day

    def may(block: Block) -> bool:
        return (
            block.day == day and block.state is State.PENDING and block.kind is not Kind.BREAK and not block.protected
        )

    return next((at for at in gathering.positions(may) if at > position), None)


def _in_place_of(block: Block, other: Block) -> Block:
    return replace(block, day=other.day, fixed_start=other.fixed_start, fixed_end=other.fixed_end)


def put_in_reserve(gathering: Gathering, position: int) -> Gathering:
    """Let the reserve that the programme names take the leader's place; title, length and times stay.

    Done again it is taken out. Refused where the programme names none, and for a block that is over.
    """
    block = gathering.block(position)
    if not block.reserve:
        raise Refused(N_("The programme names no reserve for “{title}”."), title=block.title)
    if block.state in (State.DONE, State.DROPPED):
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a running or pending block can be changed so."),
            position=position,
            title=block.title,
            state=block.state,
        )
    return gathering.with_block(
        position, replace(block, leader=block.reserve, reserve=block.leader, leader_is_ours=False)
    )
