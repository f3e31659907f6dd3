"""What a day came to: planned against actual for each of its blocks, and whether it is over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.agenda import Progress
from samling.domain.gathering import State

if TYPE_CHECKING:
    from datetime import datetime, timedelta

    from samling.domain.gathering import Block, Gathering


@dataclass(frozen=True, slots=True)
class Told:
    """A block as it was planned and as it was held.

    `planned_start` and `planned_end` are what the participants were told. `took` is its length without its pauses, None
    for a block that has not been held to its end.
    """

    position: int
    block: Block
    planned_start: datetime | None
    planned_end: datetime | None
    took: timedelta | None
    paused: timedelta

    @property
    def planned(self) -> timedelta | None:
        """How long it was to last, as it was told."""
        if self.planned_start is None or self.planned_end is None:
            return None
        return self.planned_end - self.planned_start

    @property
    def over(self) -> timedelta | None:
        """How much longer than planned it took; below zero it was shorter."""
        return self.took - self.planned if self.took is not None and self.planned is not None else None


def blocks(gathering: Gathering, number: int) -> tuple[Told, ...]:
    """Return every block of a day, as planned and as held."""
    positions = gathering.positions(lambda block: block.day == number)
    times = agenda.plan_times(gathering, gathering.day(number))
    return tuple(_told(gathering, position, span) for position, span in zip(positions, times, strict=True))


def _told(gathering: Gathering, position: int, span: tuple[datetime, datetime] | None) -> Told:
    block = gathering.block(position)
    start, end = span or (None, None)
    held = block.ended_at if block.state is State.DONE else None
    took = agenda.elapsed(block, held) if held else None
    return Told(position, block, start, end, took, agenda.paused_time(block, held) if held else agenda.ZERO)


def started(gathering: Gathering, number: int) -> datetime | None:
    """Return when the day's first block was started."""
    return min((each.started_at for each in gathering.of_day(number) if each.started_at), default=None)


def ended(gathering: Gathering, number: int) -> datetime | None:
    """Return when the day's last block ended; None while the day is not over."""
    here = gathering.of_day(number)
    if agenda.progress_of({block.state for block in here}) is not Progress.ENDED:
        return None
    return max(block.ended_at for block in here if block.ended_at is not None)


def just_ended(before: Gathering, after: Gathering) -> int | None:
    """Return the day that is over after an action and was not before it."""
    numbers = (day.number for day in after.days)
    return next((each for each in numbers if ended(after, each) and not ended(before, each)), None)


def just_begun(before: Gathering, after: Gathering) -> int | None:
    """Return the day whose first block was started by an action."""
    begun = {day.number for day in before.days if day.is_frozen}
    return next((day.number for day in after.days if day.is_frozen and day.number not in begun), None)


def latest_begun(gathering: Gathering) -> int:
    """Return the last day that has been started; the first where none has."""
    return max((day.number for day in gathering.days if day.is_frozen), default=gathering.days[0].number)
