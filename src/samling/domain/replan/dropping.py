"""Leaving blocks out, or halving them where that is enough ("Finish on time", step 2).

A block that is left out takes its clock times with it, so the fewest are found exactly: from the end of the day back,
how late each block may start when so many of those from there on may be touched. An earlier start is never worse.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from samling.domain.replan.strip import MINUTE, NEVER, SECOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.replan.strip import Item, Lengths, Strip

Options = dict[int, list[int | None]]
"""For each item that may be touched its other lengths: halved, None for left out."""


def halved(item: Item, length: int) -> int | None:
    """Return half the planned length, to whole minutes taken; None where the block may not be halved, or is not longer.

    Never below its least.
    """
    half = item.block.planned_seconds * SECOND // 2
    if not (item.block.may_halve and item.may_shrink and half >= item.least):
        return None
    minutes = (length - half) // MINUTE
    return length - minutes * MINUTE if minutes > 0 else None


def leave_out(strip: Strip, lengths: Lengths, items: Sequence[int], target: int) -> Lengths | None:
    """Touch the fewest blocks, then take the least from any one; halve rather than leave out, and the later first."""
    taken = _taken(strip, lengths, items)
    options: Options = {index: list(each) for index, each in taken.items()}
    count = _fewest(strip, lengths, options, target)
    if count is None:
        return None
    steps = sorted({minutes for each in taken.values() for minutes in each.values()})

    def up_to(most: int) -> Options:
        return {index: [new for new, minutes in each.items() if minutes <= most] for index, each in taken.items()}

    least = bisect_left(
        range(len(steps)),
        True,
        key=lambda at: _latest(strip, lengths, up_to(steps[at]), count, target)[0][count] >= strip.start,
    )
    some = up_to(steps[least]) if least < len(steps) else options
    return _chosen(strip, lengths, some, count, target)


def _fewest(strip: Strip, lengths: Lengths, options: Options, target: int) -> int | None:
    """How few blocks are enough; None when all are not. Tried with 1, 2, 4 and so on, for it is mostly one."""
    tried = 1
    while True:
        row = _latest(strip, lengths, options, min(tried, len(options)), target)[0]
        found = next((many for many, end in enumerate(row) if end >= strip.start), None)
        if found is not None or tried >= len(options):
            return found
        tried *= 2


def _taken(strip: Strip, lengths: Lengths, items: Sequence[int]) -> dict[int, dict[int | None, int]]:
    """How much each option of each item takes. A block that lasts until a clock time takes as long as that is."""
    found: dict[int, dict[int | None, int]] = {}
    for index in items:
        item, length = strip.items[index], lengths[index]
        if length is not None:
            half = halved(item, length)
            found[index] = {} if half is None else {half: length - half}
            found[index][None] = length if item.timed else strip.lasting[index]
    return found


Table = list[list[int]]
"""Per item, and per number of blocks that may still be touched from it on: how late the one before it may end."""


def _latest(strip: Strip, lengths: Lengths, options: Options, count: int, target: int) -> Table:
    table = [[target] * (count + 1)]
    for index in range(len(strip.items) - 1, -1, -1):
        item, after = strip.items[index], table[-1]
        row = _before(item, lengths[index], after)
        for option in options.get(index, ()):
            row[1:] = map(max, row[1:], _before(item, option, after[:-1]))
        table.append(row)
    return table[::-1]


def _before(item: Item, length: int | None, ends: list[int]) -> list[int]:
    """How late the block before may end, when this one must end by each of `ends`."""
    if length is None:
        return list(ends)
    earliest = item.end(NEVER, length)
    return [end - length if end >= earliest else NEVER for end in ends]


def _chosen(strip: Strip, lengths: Lengths, options: Options, count: int, target: int) -> Lengths:
    """Walk the day, touching each block as little as what comes after it allows."""
    table = _latest(strip, lengths, options, count, target)
    chosen: list[int | None] = []
    cursor, left = strip.start, count
    for index, item in enumerate(strip.items):
        for option in (lengths[index], *options.get(index, ())):
            cost = int(option != lengths[index])
            end = cursor if option is None else item.end(cursor, option)
            if cost <= left and end <= table[index + 1][left - cost]:
                break
        else:  # pragma: no cover - the table says that one of them fits
            raise AssertionError
        chosen.append(option)
        cursor, left = end, left - cost
    return tuple(chosen)
