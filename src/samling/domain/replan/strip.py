"""A day as a strip of numbers: what is running and what is to come, laid out fast, again and again.

It lays out exactly as `agenda` does (timing reference, "Running and paused" and "Pending blocks"); the tests hold one
to the other. Instants and lengths are whole microseconds, so that nothing is rounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.gathering import Kind, State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Block, Day, Gathering

MINUTE = 60_000_000
SECOND = 1_000_000
NEVER = -(1 << 62)
"""Before every instant: no clock time holds a block, or no start is early enough."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_TICK = timedelta(microseconds=1)

Lengths = tuple[int | None, ...]
"""The lengths of a strip's blocks; None for a dropped one."""


def ticks(moment: datetime) -> int:
    """Return an instant as whole microseconds."""
    return (moment - _EPOCH) // _TICK


def instant(at: int) -> datetime:
    """Return the instant of so many microseconds."""
    return _EPOCH + at * _TICK


@dataclass(frozen=True, slots=True)
class Item:
    """A block on the strip.

    `opens` is the clock time before which it does not start, `closes` the one before which it does not end. A `timed`
    block goes by its length; the others last until a clock time, whatever the length says. `least` is the shortest it
    may be made: its minimum and, for the running one, what has already elapsed.
    """

    position: int
    block: Block
    length: int | None
    opens: int = NEVER
    closes: int = NEVER
    timed: bool = True
    least: int = 0

    @property
    def is_open(self) -> bool:
        """Running or paused."""
        return self.block.is_open

    @property
    def weight(self) -> int:
        """What shares go by: the planned length."""
        return max(1, self.block.planned_seconds)

    @property
    def is_break(self) -> bool:
        """A pause in the programme."""
        return self.block.kind is Kind.BREAK

    @property
    def may_shrink(self) -> bool:
        """Neither protected nor lasting until a clock time: such a block has no minutes to give."""
        return self.timed and not self.block.protected

    @property
    def may_go(self) -> bool:
        """May be left out: said so in the plan, not protected, not yet started."""
        return self.block.may_drop and not self.block.protected and self.block.state is State.PENDING

    def spare(self, length: int | None) -> int:
        """Whole minutes that may be taken from it when it is `length` long."""
        return max(0, (length - self.least) // MINUTE) if self.may_shrink and length is not None else 0

    def end(self, start: int, length: int) -> int:
        """When it ends after starting at `start`, or at its clock time when that is later."""
        return max(max(start, self.opens) + length, self.closes)

    def latest_start(self, end: int, length: int) -> int:
        """The latest start with which it ends by `end`; `NEVER` when its clock times allow none."""
        return NEVER if self.closes > end or self.opens + length > end else end - length


@dataclass(frozen=True)
class Strip:
    """The open block and those to come, in the order they are laid out; dropped ones that may come back among them.

    `start` is where the layout begins, `target` when the day must end.
    """

    gathering: Gathering
    day: Day
    start: int
    target: int
    items: tuple[Item, ...]

    @cached_property
    def lengths(self) -> Lengths:
        """The lengths as they stand."""
        return tuple(item.length for item in self.items)

    def lay_out(self, lengths: Lengths) -> Iterator[tuple[int, int] | None]:
        """Yield each block's start and end with these lengths, None for a dropped one."""
        cursor = self.start
        for item, length in zip(self.items, lengths, strict=True):
            if length is None:
                yield None
                continue
            start = max(cursor, item.opens)
            cursor = item.end(cursor, length)
            yield start, cursor

    @cached_property
    def lasting(self) -> tuple[int, ...]:
        """How long each block lasts as things stand; nothing where it is dropped."""
        return tuple(span[1] - span[0] if span else 0 for span in self.lay_out(self.lengths))

    def end(self, lengths: Lengths) -> int:
        """When the last block ends with these lengths."""
        cursor = self.start
        for item, length in zip(self.items, lengths, strict=True):
            if length is not None:
                cursor = item.end(cursor, length)
        return cursor

    def needs(self, lengths: Lengths, target: int) -> list[tuple[int, int]]:
        """What keeps the day from ending by `target`: (from which item on, whole minutes too many), the last first.

        A block pushes the end only through what comes after it, back to the nearest clock time: minutes taken before a
        lunch that waits for its hour help nobody. So each clock time, and the beginning, has a need of its own.
        """
        found = []
        rest = -target
        for index in range(len(self.items) - 1, -1, -1):
            item, length = self.items[index], lengths[index]
            if length is None:
                continue
            found.append((index + 1, item.closes + rest))
            rest += length
            found.append((index, item.opens + rest))
        found.append((0, self.start + rest))
        return [(index, -(-over // MINUTE)) for index, over in found if over > 0]


def strip_of(gathering: Gathering, now: datetime, late: timedelta, held: datetime | None) -> Strip:
    """Return the current day as a strip at `now`, the open block, or else the next one, taken to be so much late.

    `held` is when what goes on in the open block is over, where that is after the block's own end (`held_until`).
    """
    number = agenda.current_day(gathering)
    day = gathering.day(number)
    delay = late // _TICK
    here = [(at, block) for at, block in enumerate(gathering.blocks, start=1) if block.day == number]
    running = [_open_item(position, block, now, delay, held) for position, block in here if block.is_open]
    gone = gathering.current or gathering.last_ended or 0
    coming = [
        _coming_item(position, block)
        for position, block in here
        if block.state is State.PENDING or (block.state is State.DROPPED and position > gone)
    ]
    ended = [block.ended_at for _, block in here if block.ended_at is not None]
    start = max([now, *ended] if ended else [now, day.planned_start])
    if running:
        block = running[0].block
        assert block.started_at is not None, "an open block has started"
        start = block.started_at + agenda.paused_time(block, now)
    return Strip(gathering, day, ticks(start) + delay, ticks(day.promised_end), (*running, *coming))


def held_until(gathering: Gathering, figures: Figures) -> datetime | None:
    """Return when what goes on in the open block is over (the pitches to come), where that is after its own end."""
    if gathering.current is None:
        return None
    expected = figures.blocks[gathering.current - 1].expected_end
    own = agenda.open_block_end(gathering.block(gathering.current), figures.now)
    return expected if expected is not None and expected > own else None


def _open_item(position: int, block: Block, now: datetime, delay: int, held: datetime | None) -> Item:
    gone = max(0, agenda.elapsed(block, now) // _TICK)
    timed = block.fixed_end is None and held is None
    end = max(now, held or block.fixed_end or now)
    return Item(
        position,
        block,
        block.length_seconds * SECOND if timed else 0,
        closes=ticks(end) + delay,
        timed=timed,
        least=max(block.min_seconds * SECOND, gone),
    )


def _coming_item(position: int, block: Block) -> Item:
    timed = block.fixed_end is None
    length = block.length_seconds * SECOND if timed else 0
    return Item(
        position,
        block,
        None if block.state is State.DROPPED else length,
        opens=NEVER if block.fixed_start is None else ticks(block.fixed_start),
        closes=NEVER if block.fixed_end is None else ticks(block.fixed_end),
        timed=timed,
        least=block.min_seconds * SECOND,
    )
