"""Whose turn it is while tables share: moving, each team's own time, and what all take home at the end.

At a table of three there are three turns in the time in which a table of two has two, so tables of different sizes
change at different times.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.domain.gathering import Block
    from samling.domain.seating.values import Seating

_A_TURN, _THE_END = 2, 1
"""A turn is twice as long as the end that all share (the proposed timetables: 45 min for two are 3 + 17 + 17 + 8)."""

_MINUTE = 60


@dataclass(frozen=True, slots=True)
class Turn:
    """What the tables of one size do now. `number` is the turn's, from 1 to `size`; None while all share the end.

    It lasts from `starts` to `ends`, in seconds from the start of the block.
    """

    size: int
    number: int | None
    starts: int
    ends: int


def announced_after(block: Block, seating: Seating) -> int:
    """Return how many seconds the block had run when its seating was announced; 0 where that was before it began."""
    started, told = block.started_at, seating.announced_at
    if started is None or told is None or told <= started:
        return 0
    stopped = (
        min(pause.ended_at or told, told) - pause.started_at for pause in block.pauses if pause.started_at < told
    )
    return int((told - started - sum(stopped, timedelta(0))).total_seconds())


def moving_seconds(length_seconds: int, seating: Seating, begun: int = 0) -> int:
    """Return when the move to the tables is over, in seconds from the block's start.

    It takes the room's minutes, never more than half of what is left of the block. `begun` is when people first saw
    where to sit (`announced_after`).
    """
    return begun + max(0, min(seating.minutes_to_move * _MINUTE, (length_seconds - begun) // 2))


def ends_of_turns(length_seconds: int, moving: int, size: int) -> tuple[int, ...]:
    """Return when each turn at a table of `size` ends, in seconds from the block's start.

    Turns are whole minutes, or seconds in a block too short for that. What is left after the last is for all together.
    """
    rest = max(0, length_seconds - moving)
    turn = int(rest * _A_TURN / (_A_TURN * size + _THE_END))
    if turn >= _MINUTE:
        nearest = round(turn / _MINUTE) * _MINUTE
        turn = nearest if nearest * size <= rest else turn // _MINUTE * _MINUTE
    return tuple(moving + turn * number for number in range(1, size + 1))


def sizes(seating: Seating) -> tuple[int, ...]:
    """Return how many sit at a table, each size once, the usual one first."""
    found = [len(table.members) for table in seating.tables if len(table.members) > 1]
    return tuple(sorted(set(found), key=lambda size: (-found.count(size), size)))


def turns(seating: Seating, length_seconds: int, gone_seconds: float, begun: int = 0) -> tuple[Turn, ...]:
    """Return whose turn it is for each size of table; nothing while people still move.

    `gone_seconds` is how long the block has run, pauses not counted; `begun` as for `moving_seconds`.
    """
    moving = moving_seconds(length_seconds, seating, begun)
    if gone_seconds < moving:
        return ()
    return tuple(
        _turn(size, (moving, *ends_of_turns(length_seconds, moving, size)), length_seconds, gone_seconds)
        for size in sizes(seating)
    )


def _turn(size: int, bounds: tuple[int, ...], length_seconds: int, gone_seconds: float) -> Turn:
    """The turn of the tables of one size, whose turns lie between these bounds."""
    for number, (start, end) in enumerate(pairwise(bounds), start=1):
        if gone_seconds < end:
            return Turn(size, number, start, end)
    return Turn(size, None, bounds[-1], length_seconds)
