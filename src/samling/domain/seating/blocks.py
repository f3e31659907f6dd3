"""Which block of the agenda a draw is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused
from samling.domain.gathering import Kind, State

if TYPE_CHECKING:
    from samling.domain.gathering import Block, Gathering


def sharing_position(gathering: Gathering) -> int | None:
    """Return the position of the running sharing block, else of the next one; None where none is left."""
    if gathering.current is not None and gathering.block(gathering.current).kind is Kind.SHARING:
        return gathering.current
    after = agenda.next_position(gathering)
    return next((each for each in sharing_left(gathering) if after is not None and each >= after), None)


def sharing_left(gathering: Gathering) -> tuple[int, ...]:
    """Return the positions of the sharing blocks that run or are still to come."""
    return tuple(
        gathering.positions(
            lambda block: block.kind is Kind.SHARING and (block.is_open or block.state is State.PENDING)
        )
    )


def block_for(gathering: Gathering, position: int | None = None) -> Block:
    """Return the block at `position`, else the running or next sharing block; raise `Refused` where there is none."""
    found = sharing_position(gathering) if position is None else position
    if found is None:
        raise Refused(N_("No sharing block is left in the agenda. Add one, or say which block with --block POSITION."))
    return gathering.block(found)
