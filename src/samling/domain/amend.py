"""Correcting what was recorded: a block's start, its end or one of its pauses, within its neighbours'."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import Pause, State
from samling.domain.localtime import whole_seconds

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be corrected; None leaves a time as it is. `pause` is which pause, counted from 1."""

    started: datetime | None = None
    ended: datetime | None = None
    pause: int | None = None
    paused: datetime | None = None
    resumed: datetime | None = None


def amend(gathering: Gathering, position: int, correction: Correction, now: datetime) -> Gathering:
    """Correct the recorded times of a block that has started.

    Raises `Refused` when the block has no such time, or when the times would no longer follow each other between the
    block before, the block after and `now`.
    """
    if correction == Correction():
        raise WrongUsage(N_("Say what to correct: the start, the end or a pause."))
    block = gathering.block(position)
    if block.started_at is None:
        raise Refused(N_("Block {position}, “{title}”, has not started."), position=position, title=block.title)
    changed = _with_turns_within(_with_pause(_with_ends(block, position, correction), position, correction))
    _check_order(gathering, position, changed, now)
    return gathering.with_block(position, changed)


def _with_ends(block: Block, position: int, correction: Correction) -> Block:
    if correction.ended is not None and block.state is not State.DONE:
        raise Refused(N_("Block {position} has not ended: finish it instead."), position=position)
    return replace(
        block, started_at=correction.started or block.started_at, ended_at=correction.ended or block.ended_at
    )


def _with_turns_within(block: Block) -> Block:
    """The block with its turns moved along where its start or its end now lies within one."""
    assert block.started_at is not None, "a block without a start has no times to correct"
    first, last = block.started_at, block.ended_at

    def within(moment: datetime | None) -> datetime | None:
        if moment is None:
            return None
        return max(first, min(moment, last) if last else moment)

    turns = (replace(turn, started_at=within(turn.started_at), ended_at=within(turn.ended_at)) for turn in block.turns)
    return replace(block, turns=tuple(turns))


def _with_pause(block: Block, position: int, correction: Correction) -> Block:
    if correction.pause is None:
        if correction.paused or correction.resumed:
            raise WrongUsage(N_("Say which pause to correct, counted from 1."))
        return block
    if not 1 <= correction.pause <= len(block.pauses):
        raise Refused(
            N_("Block {position} has no pause {pause}."),
            position=position,
            pause=correction.pause,
        )
    at = correction.pause - 1
    old = block.pauses[at]
    if correction.resumed and old.ended_at is None:
        raise Refused(N_("That pause is still open: resume instead."))
    new = Pause(correction.paused or old.started_at, correction.resumed or old.ended_at)
    return replace(block, pauses=(*block.pauses[:at], new, *block.pauses[at + 1 :]))


def _record(block: Block) -> list[datetime]:
    """The block's instants in the order in which they must lie."""
    pauses = [instant for pause in block.pauses for instant in (pause.started_at, pause.ended_at)]
    return [instant for instant in (block.started_at, *pauses, block.ended_at) if instant is not None]


def _neighbours(gathering: Gathering, position: int) -> tuple[datetime | None, datetime | None]:
    """The end of the block that ran before and the start of the one that ran after."""

    def order(index: int) -> tuple[datetime, bool, datetime, int]:
        block = gathering.blocks[index - 1]
        assert block.started_at is not None, "only started blocks are put in order"
        return block.started_at, block.is_open, block.ended_at or block.started_at, index

    ran = sorted(gathering.positions(lambda block: block.started_at is not None), key=order)
    at = ran.index(position)
    before = gathering.block(ran[at - 1]).ended_at if at else None
    after = gathering.block(ran[at + 1]).started_at if at + 1 < len(ran) else None
    return before, after


def _check_order(gathering: Gathering, position: int, changed: Block, now: datetime) -> None:
    before, after = _neighbours(gathering, position)
    record = [*([before] if before else []), *_record(changed), min(after, now) if after else now]
    if all(earlier <= later for earlier, later in pairwise(record)):
        return
    first, last = (f"{each:%H:%M:%S}" for each in whole_seconds(record[0], record[-1], gathering.timezone))
    if before is None:
        raise Refused(
            N_("The times of block {position} must follow each other and end by {latest}."),
            position=position,
            latest=last,
        )
    raise Refused(
        N_("The times of block {position} must follow each other between {earliest} and {latest}."),
        position=position,
        earliest=first,
        latest=last,
    )
