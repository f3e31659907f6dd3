"""Which minutes to take, step by step, and what to do with minutes to spare ("Finish on time", section 1).

First flexible blocks, then what may be left out, then breaks, then a little from everything: the order is the field's
own, and never is it the pitching.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.domain.replan import giving
from samling.domain.replan.dropping import leave_out
from samling.domain.replan.taking import shorter, spare_minutes, take_from_all, take_from_few

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samling.domain.replan.strip import Lengths, Strip


class Way(StrEnum):
    """Where a proposal takes its minutes, or what it does with those to spare."""

    FLEXIBLE = "flexible"
    LEAVE_OUT = "leave_out"
    BREAKS = "breaks"
    EVERYTHING = "everything"
    COMBINED = "combined"
    GIVE_BACK = "give_back"
    LENGTHEN = "lengthen"
    BRING_BACK = "bring_back"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class _Step:
    """A place to take minutes from: which items, how little of them is enough, and all of it."""

    way: Way
    items: Callable[[Strip], list[int]]
    solve: Callable[[Strip, Lengths, Sequence[int], int], Lengths | None]

    def fullest(self, strip: Strip, lengths: Lengths) -> Lengths:
        """Take all that this step can."""
        items = self.items(strip)
        if self.way is Way.LEAVE_OUT:
            return tuple(None if index in items else length for index, length in enumerate(lengths))
        return shorter(lengths, spare_minutes(strip, lengths, items))


def _may_go(strip: Strip) -> list[int]:
    """What may be left out; a day that has nothing else keeps the shortest, for a day is not dropped."""
    found = [index for index, item in enumerate(strip.items) if item.may_go]
    others = any(block.state is State.DONE or block.is_open for block in strip.gathering.of_day(strip.day.number))
    alive = [index for index, length in enumerate(strip.lengths) if length is not None]
    if found == alive and found and not others:
        found.remove(min(found, key=lambda index: (strip.items[index].least, -index)))
    return found


STEPS = (
    _Step(
        Way.FLEXIBLE,
        lambda strip: [index for index, item in enumerate(strip.items) if item.block.flexible],
        take_from_few,
    ),
    _Step(Way.LEAVE_OUT, _may_go, leave_out),
    _Step(Way.BREAKS, lambda strip: [index for index, item in enumerate(strip.items) if item.is_break], take_from_few),
    _Step(Way.EVERYTHING, lambda strip: list(range(len(strip.items))), take_from_all),
)


def ways(strip: Strip) -> Iterator[tuple[Way, Lengths]]:
    """Yield what can be done and how long the blocks are then: the promise kept, or missed by as little as can be."""
    if strip.end(strip.lengths) > strip.target:
        yield from _shorter_days(strip, max(strip.target, _nearest(strip)))
    else:
        yield from _longer_days(strip)


def _shorter_days(strip: Strip, target: int) -> Iterator[tuple[Way, Lengths]]:
    """Each step that is enough alone, in their order; if none is, the first steps that are enough together."""
    enough = False
    for step in STEPS:
        reached = step.solve(strip, strip.lengths, step.items(strip), target)
        if reached is not None:
            enough = True
            yield step.way, giving.give_to_flexible(strip, reached) if step.way is Way.LEAVE_OUT else reached
    if not enough:
        yield Way.COMBINED, _together(strip, target)


def _together(strip: Strip, target: int) -> Lengths:
    """Take all of the first steps and little of the last that is needed, and then as little of each step before it."""
    decided: dict[int, int | None] = {}
    for count in range(len(STEPS) - 1, -1, -1):
        before = _with(_all_of(strip, STEPS[:count]), decided)
        items = [index for index in STEPS[count].items(strip) if index not in decided]
        reached = STEPS[count].solve(strip, before, items, target)
        assert reached is not None, "all of it is enough"
        decided |= _difference(before, reached)
    return _with(strip.lengths, decided)


def _all_of(strip: Strip, steps: Sequence[_Step]) -> Lengths:
    lengths = strip.lengths
    for step in steps:
        lengths = step.fullest(strip, lengths)
    return lengths


def _difference(before: Lengths, after: Lengths) -> dict[int, int | None]:
    pairs = enumerate(zip(before, after, strict=True))
    return {index: new for index, (old, new) in pairs if old != new}


def _with(lengths: Lengths, decided: dict[int, int | None]) -> Lengths:
    return tuple(decided.get(index, length) for index, length in enumerate(lengths))


def _nearest(strip: Strip) -> int:
    """The earliest end there is, with everything taken."""
    return strip.end(_all_of(strip, STEPS))


def _longer_days(strip: Strip) -> Iterator[tuple[Way, Lengths]]:
    """With time to spare: give back what was taken, lengthen what is flexible, bring back what was dropped."""
    yield Way.GIVE_BACK, giving.give(strip, strip.lengths, giving.shortened(strip))
    yield Way.LENGTHEN, giving.give_to_flexible(strip, strip.lengths)
    restored = giving.bring_back(strip)
    if restored is not None:
        yield Way.BRING_BACK, restored
