"""Leaving blocks out, or halving them where that is enough ("Finish on time", step 2).

A block that is left out takes its clock times with it, so the fewest are found exactly: from the end of the day back,
how late each block may start when so many of those from there on may be touched. An earlier start is never worse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.replan.strip import MINUTE, NEVER, SECOND

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

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
    options = _options(strip, lengths, items)
    count = next((many for many in range(len(options) + 1) if _within(strip, lengths, options, many, target)), None)
    if count is None:
        return None
    for most in sorted({taken for index in options for taken in _taken(lengths, index, options[index])}):
        some = {
            index: [each for each, taken in zip(given, _taken(lengths, index, given), strict=True) if taken <= most]
            for index, given in options.items()
        }
        if _within(strip, lengths, some, count, target):
            return _chosen(strip, lengths, some, count, target)
    return lengths


def _options(strip: Strip, lengths: Lengths, items: Sequence[int]) -> Options:
    found: Options = {}
    for index in items:
        length = lengths[index]
        if length is not None:
            half = halved(strip.items[index], length)
            found[index] = [None] if half is None else [half, None]
    return found


def _taken(lengths: Lengths, index: int, options: Sequence[int | None]) -> Iterator[int]:
    """How much each option takes."""
    return ((lengths[index] or 0) - (option or 0) for option in options)


Table = list[list[int]]
"""Per item, and per number of blocks that may still be touched from it on: how late the one before it may end."""


def _within(
    strip: Strip, lengths: Lengths, options: Mapping[int, Sequence[int | None]], count: int, target: int
) -> bool:
    return _latest(strip, lengths, options, count, target)[0][count] >= strip.start


def _latest(
    strip: Strip, lengths: Lengths, options: Mapping[int, Sequence[int | None]], count: int, target: int
) -> Table:
    table = [[target] * (count + 1)]
    for index in range(len(strip.items) - 1, -1, -1):
        after = table[-1]
        row = [_before(strip.items[index], lengths[index], end) for end in after]
        for option in options.get(index, ()):
            for many in range(1, count + 1):
                row[many] = max(row[many], _before(strip.items[index], option, after[many - 1]))
        table.append(row)
    return table[::-1]


def _before(item: Item, length: int | None, end: int) -> int:
    """How late the block before may end, when this one must end by `end`."""
    return end if length is None or end == NEVER else item.latest_start(end, length)


def _chosen(
    strip: Strip, lengths: Lengths, options: Mapping[int, Sequence[int | None]], count: int, target: int
) -> Lengths:
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
