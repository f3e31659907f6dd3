"""What is told when a rehearsal is over: how the day went against the plan, and what could have been done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.gathering import State
from samling.domain.replan.proposals import LEAVE, outlook

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.agenda import DayFigures
    from samling.domain.gathering import Block, Gathering
    from samling.domain.replan.proposals import Proposal

_WORTH_TELLING = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Overrun:
    """A block that was let run over the length it had, `by` so much. UTC."""

    title: str
    by: timedelta
    ended_at: datetime


@dataclass(frozen=True, slots=True)
class Chance:
    """The first proposal that there was, at a moment in which the day had become late: how it was before, and when."""

    at: datetime
    before: Gathering
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Chances:
    """What could have been done, one for each block in which the day was late. `asked` are the blocks looked at."""

    found: tuple[Chance, ...] = ()
    asked: frozenset[int | None] = frozenset()


def look_out(chances: Chances, gathering: Gathering, now: datetime) -> Chances:
    """Return the chances with the one of this moment, where the day is late and the block was not yet looked at."""
    current = gathering.current
    slack = agenda.figures(gathering, now).today.slack
    if current is None or slack is None or slack > -_WORTH_TELLING:
        return chances
    block = gathering.block(current).id
    if block in chances.asked:
        return chances
    best = outlook(gathering, now).proposals[0]
    found = chances.found if best.id == LEAVE else (*chances.found, Chance(now, gathering, best))
    return replace(chances, found=found, asked=chances.asked | {block})


def overruns(gathering: Gathering) -> tuple[Overrun, ...]:
    """Return the blocks that ran over by a minute or more, in their order."""
    return tuple(_overruns(gathering))


def _overruns(gathering: Gathering) -> Iterator[Overrun]:
    for block in gathering.blocks:
        by = _over(block)
        if by is not None and by >= _WORTH_TELLING and block.ended_at is not None:
            yield Overrun(block.title, by, block.ended_at)


def _over(block: Block) -> timedelta | None:
    if block.state is not State.DONE or block.ended_at is None:
        return None
    return -agenda.remaining(block, block.ended_at) if block.fixed_end is None else block.ended_at - block.fixed_end


def days_held(gathering: Gathering, now: datetime) -> tuple[DayFigures, ...]:
    """Return the figures of the days that have begun: of one that has ended, when it did."""
    begun = {block.day for block in gathering.blocks if block.started_at is not None}
    return tuple(day for day in agenda.figures(gathering, now).days if day.number in begun)
