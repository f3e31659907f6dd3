"""Where minutes are taken from blocks that stay ("Finish on time", steps 1, 3 and 4).

Every function takes the strip, the lengths as they stand and the items it may touch, and returns the lengths with which
the day ends by `target`, or None where that cannot be reached so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.replan.strip import MINUTE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.replan.strip import Lengths, Strip

Needs = list[tuple[int, int]]


def shorter(lengths: Lengths, minutes: Mapping[int, int]) -> Lengths:
    """Return the lengths with so many minutes less (below zero: more) of these items."""
    return tuple(
        length if length is None else length - MINUTE * minutes.get(index, 0) for index, length in enumerate(lengths)
    )


def spare_minutes(strip: Strip, lengths: Lengths, items: Sequence[int]) -> dict[int, int]:
    """Return what may be taken from each of these items, where it is anything."""
    found = {index: strip.items[index].spare(lengths[index]) for index in items}
    return {index: minutes for index, minutes in found.items() if minutes}


def take_from_few(strip: Strip, lengths: Lengths, items: Sequence[int], target: int) -> Lengths | None:
    """Touch the fewest blocks, then take the least from any one of them (steps 1 and 3).

    Of equals the longest gives, then the first in the day.
    """
    needs = strip.needs(lengths, target)
    spare = spare_minutes(strip, lengths, items)
    order = sorted(spare, key=lambda index: (-(lengths[index] or 0), index))
    fewest = _fewest(needs, spare, order, max(spare.values(), default=0))
    if fewest is None:
        return None
    least, most = 1, max((spare[index] for index in fewest), default=1)
    while least < most:
        middle = (least + most) // 2
        tried = _fewest(needs, spare, order, middle)
        if tried is not None and len(tried) == len(fewest):
            most = middle
        else:
            least = middle + 1
    chosen = _fewest(needs, spare, order, most) or []
    return shorter(lengths, _no_more_than_needed(needs, {index: min(spare[index], most) for index in chosen}, order))


def _fewest(needs: Needs, spare: Mapping[int, int], order: Sequence[int], most: int) -> list[int] | None:
    """The fewest items that meet all needs when at most `most` minutes are taken from each, or None.

    The needs lie inside one another: what meets the last also counts for those before. So the greatest givers within
    the last need, then within the one around it, and so on, are as few as can be.
    """
    chosen: list[int] = []
    givers = sorted(order, key=lambda index: -min(spare[index], most))
    for first, need in needs:
        left = need - sum(min(spare[index], most) for index in chosen if index >= first)
        for index in givers:
            if left <= 0:
                break
            if index >= first and index not in chosen:
                chosen.append(index)
                left -= min(spare[index], most)
        if left > 0:
            return None
    return chosen


def _no_more_than_needed(needs: Needs, taken: dict[int, int], order: Sequence[int]) -> dict[int, int]:
    """Give back what is not needed, to the shortest block first."""
    for index in reversed(order):
        if index in taken:
            over = [sum(m for i, m in taken.items() if i >= first) - need for first, need in needs if first <= index]
            taken[index] -= max(0, min([taken[index], *over]))
    return taken


def take_from_all(strip: Strip, lengths: Lengths, items: Sequence[int], target: int) -> Lengths | None:
    """Take from all of them in proportion to their planned lengths, none below its least (step 4).

    Those before a clock time that waits anyway are left alone: their minutes would be lost.
    """
    needs = strip.needs(lengths, target)
    spare = spare_minutes(strip, lengths, items)
    if not needs:
        return lengths
    weights = {index: strip.items[index].weight for index in spare if index >= needs[-1][0]}
    evenly = shorter(lengths, apportion(max(need for _, need in needs), weights, spare))
    if strip.end(evenly) <= target:
        return evenly
    return _from_the_end(strip, lengths, needs, spare, target)


def _from_the_end(strip: Strip, lengths: Lengths, needs: Needs, spare: dict[int, int], target: int) -> Lengths | None:
    """Meet the needs one by one, from the last clock time back: each shared by the blocks after it."""
    taken = dict.fromkeys(spare, 0)
    for first, need in needs:
        here = [index for index in spare if index >= first]
        left = need - sum(taken[index] for index in here)
        weights = {index: strip.items[index].weight for index in here}
        room = {index: spare[index] - taken[index] for index in here}
        for index, minutes in apportion(max(0, left), weights, room).items():
            taken[index] += minutes
    reached = shorter(lengths, taken)
    return reached if strip.end(reached) <= target else None


def apportion(total: int, weights: Mapping[int, int], most: Mapping[int, int]) -> dict[int, int]:
    """Share whole minutes in proportion to the weights by largest remainder, none above its most.

    What one cannot take the others share; of equal remainders the first is served first.
    """
    shares: dict[int, int] = {}
    left, sharing = total, dict(weights)
    while True:
        whole = sum(sharing.values())
        full = [index for index in sharing if left * sharing[index] >= most[index] * whole]
        if not full:
            break
        for index in full:
            shares[index] = most[index]
            del sharing[index]
        left = max(0, total - sum(shares.values()))
    for index, weight in sharing.items():
        shares[index] = left * weight // whole
    rest = total - sum(shares.values())
    by_remainder = sorted(sharing, key=lambda index: (-(left * sharing[index] % whole), index))
    for index in by_remainder[: max(0, rest)]:
        shares[index] += 1
    return shares
