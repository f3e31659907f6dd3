"""Timing: what every figure on the agenda means, as pure functions of (the stored gathering, now).

Nothing here counts: kill the programme, sleep the laptop, open a second window, and each shows the same figures.
Instants are UTC, durations `timedelta`. The rules are those of the timing reference of the project.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.gathering import Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.domain.gathering import Block, Day, Gathering

ZERO = timedelta(0)


class Progress(StrEnum):
    """How far a gathering (or one day of it) has come."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    BETWEEN = "between"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class BlockFigures:
    """Every figure of one block at one moment.

    `elapsed` and `paused` are zero for a block that has not started. `remaining` below zero is overtime.
    `expected_start` and `expected_end` are None for a dropped block; `gap` is given for a pending block with a
    fixed start alone: + is spare time before it, - a clash.
    """

    position: int
    planned_start: datetime | None
    planned_end: datetime | None
    elapsed: timedelta
    paused: timedelta
    remaining: timedelta
    expected_start: datetime | None
    expected_end: datetime | None
    gap: timedelta | None = None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """A day's end and how far behind it is. All but the promise are None while the day has no block to end it."""

    number: int
    planned_end: datetime | None
    expected_end: datetime | None
    behind: timedelta | None
    slack: timedelta | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of a gathering at `now`."""

    now: datetime
    progress: Progress
    current: int | None
    next: int | None
    blocks: tuple[BlockFigures, ...]
    days: tuple[DayFigures, ...]
    day: int

    @property
    def today(self) -> DayFigures:
        """The current day's figures."""
        return next(each for each in self.days if each.number == self.day)


def paused_time(block: Block, now: datetime) -> timedelta:
    """Sum of a block's pauses; an open one counts until `now`."""
    return sum(((pause.ended_at or now) - pause.started_at for pause in block.pauses), ZERO)


def elapsed(block: Block, now: datetime) -> timedelta:
    """Time a block has run, without its pauses; a done block keeps its own."""
    if block.started_at is None:
        return ZERO
    end = block.ended_at or now
    return end - block.started_at - paused_time(block, end)


def length(block: Block) -> timedelta:
    """The block's length now: planned plus added, never below nothing."""
    return timedelta(seconds=block.length_seconds)


def remaining(block: Block, now: datetime) -> timedelta:
    """Time left of a block; below zero it is overtime. A fixed end counts down to the clock, also in a pause."""
    if block.is_open and block.fixed_end is not None:
        return block.fixed_end - now
    return length(block) - elapsed(block, now)


def open_block_end(block: Block, now: datetime) -> datetime:
    """When the running or paused block is expected to end; never before `now`."""
    if block.fixed_end is not None:
        return max(now, block.fixed_end)
    assert block.started_at is not None, "an open block has started"
    return max(now, block.started_at + paused_time(block, now) + length(block))


def following(start: datetime, block: Block, block_length: timedelta) -> datetime:
    """When a block that starts at `start` ends: after its length, or at its fixed end."""
    return start + block_length if block.fixed_end is None else max(start, block.fixed_end)


def plan_times(gathering: Gathering, day: Day) -> Iterator[tuple[datetime, datetime] | None]:
    """Yield the plan's start and end for each block of a day, in order; None for a block that is not in the plan.

    Until the day's first block starts these follow the planned lengths from the planned start; from then on they
    are what the participants were told.
    """
    cursor = day.planned_start
    for block in gathering.of_day(day.number):
        if day.is_frozen:
            yield (block.told.start, block.told.end) if block.told else None
        elif block.state is State.DROPPED:
            yield None
        else:
            start = max(cursor, block.fixed_start) if block.fixed_start else cursor
            cursor = following(start, block, timedelta(seconds=block.planned_seconds))
            yield start, cursor


def plan_end(gathering: Gathering, day: Day) -> datetime | None:
    """The plan's end of the day's last block, or None where nothing is planned."""
    if day.told_end is not None:
        return day.told_end
    return max((times[1] for times in plan_times(gathering, day) if times), default=None)


def next_position(gathering: Gathering) -> int | None:
    """The block that `next` would start: the first pending one after the current or last ended one, else the first."""
    pending = list(gathering.positions(lambda block: block.state is State.PENDING))
    anchor = gathering.current or gathering.last_ended or 0
    return min(pending, key=lambda position: (position < anchor, position), default=None)


def progress(gathering: Gathering) -> Progress:
    """How far the gathering has come: `ended` when it was started and no block is running or pending."""
    return progress_of({block.state for block in gathering.blocks})


def progress_of(states: set[State]) -> Progress:
    """How far blocks that are in these states have come together."""
    if states & {State.RUNNING, State.PAUSED}:
        return Progress.RUNNING
    if State.DONE not in states:
        return Progress.NOT_STARTED
    return Progress.BETWEEN if State.PENDING in states else Progress.ENDED


def current_day(gathering: Gathering) -> int:
    """The day the gathering is at: the first before it starts, then the running or next block's, at the end the last.

    A day that is over is left behind: the next block's day is the current one as soon as nothing runs.
    """
    if gathering.current is None and gathering.last_ended is None:
        return gathering.days[0].number
    position = gathering.current or next_position(gathering)
    return gathering.block(position).day if position else gathering.days[-1].number


def _cursor(gathering: Gathering, day: Day, now: datetime, open_end: datetime | None) -> datetime:
    """From where the day's pending blocks are laid out."""
    blocks = gathering.of_day(day.number)
    for block in blocks:
        if block.is_open:
            return open_end or open_block_end(block, now)
    ended = [block.ended_at for block in blocks if block.ended_at is not None]
    return max(now, *ended) if ended else max(now, day.planned_start)


def _block_figures(gathering: Gathering, day: Day, now: datetime, open_end: datetime | None) -> Iterator[BlockFigures]:
    cursor = _cursor(gathering, day, now, open_end)
    positions = gathering.positions(lambda block: block.day == day.number)
    for position, planned in zip(positions, plan_times(gathering, day), strict=True):
        block = gathering.block(position)
        gap = None
        start, end = block.started_at, block.ended_at
        if block.is_open:
            end = open_end or open_block_end(block, now)
        elif block.state is State.PENDING:
            start = max(cursor, block.fixed_start) if block.fixed_start else cursor
            gap = block.fixed_start - cursor if block.fixed_start else None
            end = cursor = following(start, block, length(block))
        yield BlockFigures(
            position=position,
            planned_start=planned[0] if planned else None,
            planned_end=planned[1] if planned else None,
            elapsed=elapsed(block, now),
            paused=paused_time(block, block.ended_at or now),
            remaining=remaining(block, now),
            expected_start=start,
            expected_end=end,
            gap=gap,
        )


def _day_figures(gathering: Gathering, day: Day, blocks: Iterable[BlockFigures]) -> DayFigures:
    expected = max((each.expected_end for each in blocks if each.expected_end), default=None)
    return _ends(day, plan_end(gathering, day), expected)


def _ends(day: Day, planned: datetime | None, expected: datetime | None) -> DayFigures:
    return DayFigures(
        number=day.number,
        planned_end=planned,
        expected_end=expected,
        behind=expected - planned if expected and planned else None,
        slack=day.promised_end - expected if expected else None,
    )


def figures(gathering: Gathering, now: datetime, open_end: datetime | None = None) -> Figures:
    """Compute every figure of the gathering at `now` (UTC).

    `open_end` is when the running or paused block is expected to end (UTC), where what goes on in it says so.
    """
    blocks: list[BlockFigures] = []
    days: list[DayFigures] = []
    for day in gathering.days:
        of_day = tuple(_block_figures(gathering, day, now, open_end))
        blocks.extend(of_day)
        days.append(_day_figures(gathering, day, of_day))
    return Figures(
        now=now,
        progress=progress(gathering),
        current=gathering.current,
        next=next_position(gathering),
        blocks=tuple(blocks),
        days=tuple(days),
        day=current_day(gathering),
    )


def whole(gathering: Gathering, of: Figures) -> DayFigures:
    """Return the end of the whole gathering, over all its days, as its last day's figures."""
    planned = max((day.planned_end for day in of.days if day.planned_end), default=None)
    expected = max((day.expected_end for day in of.days if day.expected_end), default=None)
    return _ends(gathering.days[-1], planned, expected)


def clock_limits(gathering: Gathering, day: int) -> datetime | None:
    """The instant of the day's previous clock action: nothing may be recorded before it. None: no lower limit.

    It is read from the record itself, so an undone action does not count and an amended one counts as amended.
    """
    instants = [
        instant
        for block in gathering.of_day(day)
        for instant in (
            block.started_at,
            block.ended_at,
            *(each for pause in block.pauses for each in (pause.started_at, pause.ended_at)),
            *(each for turn in block.turns for each in (turn.started_at, turn.ended_at)),
        )
        if instant is not None
    ]
    return max(instants, default=None)


def unplanned(gathering: Gathering, day: Day) -> timedelta:
    """Time of the day's promise that no block takes up (below zero: the plan overruns the promise)."""
    return day.promised_end - (plan_end(gathering, day) or day.planned_start)


LONGEST_STRETCH = timedelta(minutes=90)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of planned blocks without a break that is longer than people sit well."""

    first: int
    last: int
    lasts: timedelta


def long_stretches(gathering: Gathering, day: Day) -> tuple[Stretch, ...]:
    """Return the stretches of the plan over 90 minutes without a break (pointed out, never changed)."""
    runs: list[list[tuple[int, datetime, datetime]]] = [[]]
    positions = gathering.positions(lambda block: block.day == day.number)
    for position, times in zip(positions, plan_times(gathering, day), strict=True):
        if times is None:
            continue
        is_break = gathering.block(position).kind is Kind.BREAK
        gap_before = bool(runs[-1]) and times[0] > runs[-1][-1][2]
        if is_break or gap_before:
            runs.append([])
        if not is_break:
            runs[-1].append((position, *times))
    stretches = (Stretch(run[0][0], run[-1][0], run[-1][2] - run[0][1]) for run in runs if run)
    return tuple(stretch for stretch in stretches if stretch.lasts > LONGEST_STRETCH)
