"""The small clocks inside a block, as pure functions of (the block, now).

A turn's share is worked out when it begins: what is left of the block, divided by weight among the turns that are left.
So whatever one takes too much or too little the others share, and a block that is made shorter makes its steps shorter
in proportion. Pauses of the block stop the turn too (timing reference, "Running and paused"). Nothing counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.agenda import ZERO
from samling.domain.display import Signal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from samling.domain.gathering import Block, Turn

LAST = timedelta(minutes=1)
"""The sign that a turn is nearly over: a minute before, or in the last quarter of a shorter one."""


@dataclass(frozen=True, slots=True)
class TurnFigures:
    """A turn at one moment. `number` counts from 1; `length` is its share of the block, nothing for a skipped one.

    `remaining` below zero is overtime. A turn that is over keeps what it took as `elapsed`.
    """

    number: int
    turn: Turn
    length: timedelta
    elapsed: timedelta
    remaining: timedelta

    @property
    def signal(self) -> Signal:
        """How near its end a running turn is."""
        if self.remaining <= ZERO:
            return Signal.OVER
        return Signal.LAST if self.remaining <= min(LAST, self.length / 4) else Signal.CALM


@dataclass(frozen=True, slots=True)
class RoundFigures:
    """All turns of a block. `current` runs, `next` waits for it; both are None when all is over."""

    turns: tuple[TurnFigures, ...]
    current: TurnFigures | None
    next: TurnFigures | None

    @property
    def counted(self) -> int:
        """How many turns there are, without those that are skipped."""
        return sum(not each.turn.skipped for each in self.turns)

    @property
    def place(self) -> int:
        """Which turn runs, counted without those that are skipped; 0 when none does."""
        if self.current is None:
            return 0
        return sum(not each.turn.skipped for each in self.turns[: self.current.number])


def figures(block: Block, now: datetime) -> RoundFigures | None:
    """Return the clocks of a block's turns at `now`; None for a block without any."""
    if not block.turns:
        return None
    found: list[TurnFigures] = []
    cursor = ZERO if block.started_at is None else inner(block, block.ended_at or now)
    for at, turn in enumerate(block.turns):
        each = _figures(block, at, cursor, now)
        found.append(each)
        if turn.is_open:
            cursor = max(cursor, inner(block, turn.started_at or now) + each.length)
    waiting = (each for each in found if each.turn.is_waiting)
    return RoundFigures(tuple(found), next((each for each in found if each.turn.is_open), None), next(waiting, None))


def _figures(block: Block, at: int, cursor: timedelta, now: datetime) -> TurnFigures:
    turn = block.turns[at]
    if turn.started_at is None:
        waiting = [] if turn.skipped else [each for each in block.turns if each.is_waiting]
        share = _share(whole(block, now) - cursor, turn, waiting)
        return TurnFigures(at + 1, turn, share, ZERO, share)
    began = inner(block, turn.started_at)
    elapsed = inner(block, turn.ended_at or block.ended_at or now) - began
    others = [each for each in block.turns if each.is_waiting or each.is_open]
    length = elapsed if turn.ended_at else _share(whole(block, now) - began, turn, others)
    return TurnFigures(at + 1, turn, length, elapsed, length - elapsed)


def _share(time: timedelta, turn: Turn, among: Sequence[Turn]) -> timedelta:
    weights = sum(each.weight for each in among)
    return max(ZERO, time) * turn.weight / weights if weights else ZERO


def inner(block: Block, moment: datetime) -> timedelta:
    """Return how long a block had run at `moment`, without its pauses until then."""
    if block.started_at is None:
        return ZERO
    paused = (min(pause.ended_at or moment, moment) - pause.started_at for pause in block.pauses)
    return max(ZERO, moment - block.started_at - sum((each for each in paused if each > ZERO), ZERO))


def whole(block: Block, now: datetime) -> timedelta:
    """Return how long a block runs in all, without its pauses: its length, or until its clock time."""
    if block.fixed_end is None or block.started_at is None:
        return agenda.length(block)
    return max(ZERO, inner(block, block.ended_at or now) + agenda.remaining(block, now))
