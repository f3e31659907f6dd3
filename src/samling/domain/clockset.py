"""When the laptop's clock is set while a day runs: the record moves with it, so that elapsed time stays true."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain.action import Moment
from samling.domain.agenda import clock_limits
from samling.domain.gathering import Pause

if TYPE_CHECKING:
    from samling.domain.gathering import Block, Gathering

NOTICEABLE = timedelta(milliseconds=500)
"""A smaller move of the wall clock against the steady one is drift, not somebody setting it."""

STILL_ON = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class ClockPair:
    """Two clocks read together: the wall clock (UTC) and one that cannot be set (seconds), in which boot."""

    boot: str
    wall: datetime
    steady: float


@dataclass(frozen=True, slots=True)
class DemoTime:
    """A demo's time: at `started_at` (true UTC) it showed `shows` (UTC), and it runs `speed` times as fast."""

    started_at: datetime
    shows: datetime
    speed: float


def in_order(moment: Moment, latest: datetime | None) -> Moment:
    """Return the moment of an action that is recorded as it happens, not before the last instant recorded.

    A clock that goes back by less than what is noticed reads for a moment as that instant: no key is refused for it.
    """
    is_back = latest is not None and timedelta(0) < latest - moment.now <= NOTICEABLE
    return Moment(latest, latest) if latest is not None and is_back and moment.at == moment.now else moment


def day_on(gathering: Gathering, now: datetime) -> int | None:
    """Return the day whose record was made by the clock that shows `now`: the newest, and not a day ago; None for none.

    It counts also when it is over: what ended by mistake can run on. What lies after `now` was recorded by another
    clock, before a restart that put this one back.
    """
    latest = max(
        ((limit, day.number) for day in gathering.days if (limit := clock_limits(gathering, day.number))), default=None
    )
    if latest is None or not -NOTICEABLE <= now - latest[0] < STILL_ON:
        return None
    return latest[1]


def shift(gathering: Gathering, by: timedelta, day: int) -> Gathering:
    """Move every recorded instant of a day by as much as the clock was moved.

    All of the day's, not the running block's alone: they were read from the same clock, and so the order of the
    record and every length in it stay as they were.
    """
    blocks = tuple(_shifted(block, by) if block.day == day else block for block in gathering.blocks)
    return replace(gathering, blocks=blocks)


def _shifted(block: Block, by: timedelta) -> Block:
    return replace(
        block,
        started_at=_moved(block.started_at, by),
        ended_at=_moved(block.ended_at, by),
        pauses=tuple(Pause(pause.started_at + by, _moved(pause.ended_at, by)) for pause in block.pauses),
        turns=tuple(
            replace(turn, started_at=_moved(turn.started_at, by), ended_at=_moved(turn.ended_at, by))
            for turn in block.turns
        ),
    )


def _moved(instant: datetime | None, by: timedelta) -> datetime | None:
    return None if instant is None else instant + by
