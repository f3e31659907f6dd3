"""Where minutes are given: what a drop leaves over, and time to spare ("Finish on time", the other way).

No minute that is given makes the day miss its promise, and none moves a clock time: lunch stays at half past eleven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.replan.dropping import halved
from samling.domain.replan.strip import MINUTE, NEVER, SECOND
from samling.domain.replan.taking import apportion, shorter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from samling.domain.replan.strip import Lengths, Strip


def keeps_promises(strip: Strip, lengths: Lengths) -> bool:
    """Whether the day ends as promised and each clock time holds at least as well as it does as things stand."""
    if strip.end(lengths) > strip.target:
        return False
    standing = strip.lay_out(strip.lengths)
    for item, before, after in zip(strip.items, standing, strip.lay_out(lengths), strict=True):
        if after is None:
            continue
        start, end = before or (item.opens, item.closes)
        if item.opens != NEVER and after[0] > max(start, item.opens):
            return False
        if not item.timed and after[1] > max(end, item.closes):
            return False
    return True


def takers(strip: Strip, lengths: Lengths) -> list[int]:
    """Return the flexible blocks that a minute more makes longer, and the day with them.

    One that has just been halved or brought back is none of them: it would not be what was said of it.
    """
    standing = strip.lengths
    return [
        index
        for index in _growing(strip, lengths)
        if strip.items[index].block.flexible and lengths[index] == standing[index]
    ]


def shortened(strip: Strip) -> dict[int, int]:
    """Return what was taken from blocks that can have it back, in whole minutes."""
    taken = {index: -strip.items[index].block.added_seconds // 60 for index in _growing(strip, strip.lengths)}
    return {index: minutes for index, minutes in taken.items() if minutes > 0}


def _growing(strip: Strip, lengths: Lengths) -> list[int]:
    """The blocks that a minute more makes longer, and the day with them: no clock time after them takes it up."""
    found = []
    latest = strip.end(lengths)
    for index, span in reversed(list(enumerate(strip.lay_out(lengths)))):
        item, length = strip.items[index], lengths[index]
        if span is not None and length is not None:
            if item.timed and item.end(span[0], length + MINUTE) > latest:
                found.append(index)
            latest = item.latest_start(latest, length)
    return found[::-1]


def give(strip: Strip, lengths: Lengths, most: Mapping[int, int]) -> Lengths:
    """Give what there is to spare to these items, none more than its most, in proportion to their planned lengths.

    Where a clock time stands in the way the last one gets what it can, then the one before.
    """
    if not most:
        return lengths
    weights = {index: strip.items[index].weight for index in most}
    shares = apportion(_to_spare(strip, lengths), weights, most)
    evenly = longer(lengths, shares)
    if keeps_promises(strip, evenly):
        lengths = evenly
        most = {index: most[index] - shares[index] for index in most}
    for index in sorted(most, reverse=True):
        lengths = longer(lengths, {index: _most_for(strip, lengths, index, most[index])})
    return lengths


def give_to_flexible(strip: Strip, lengths: Lengths) -> Lengths:
    """Give what there is to spare to the flexible blocks."""
    spare = _to_spare(strip, lengths)
    return give(strip, lengths, dict.fromkeys(takers(strip, lengths), spare)) if spare else lengths


def longer(lengths: Lengths, minutes: Mapping[int, int]) -> Lengths:
    """Return the lengths with so many minutes more of these items."""
    return shorter(lengths, {index: -more for index, more in minutes.items()})


def _to_spare(strip: Strip, lengths: Lengths) -> int:
    return max(0, (strip.target - strip.end(lengths)) // MINUTE)


def _most_for(strip: Strip, lengths: Lengths, index: int, limit: int) -> int:
    """The most whole minutes that this item can be given."""
    least, most = 0, min(limit, _to_spare(strip, lengths))
    while least < most:
        middle = (least + most + 1) // 2
        if keeps_promises(strip, longer(lengths, {index: middle})):
            least = middle
        else:
            most = middle - 1
    return least


def bring_back(strip: Strip) -> Lengths | None:
    """Bring back the longest dropped block that there is time for, halved if need be, and give the rest away."""
    lengths = strip.lengths
    found = []
    for index, item in enumerate(strip.items):
        if lengths[index] is None:
            whole = item.block.length_seconds * SECOND if item.timed else 0
            found += [(each, -index) for each in (whole, halved(item, whole)) if each is not None]
    for length, index in sorted(found, reverse=True):
        tried = tuple(length if at == -index else each for at, each in enumerate(lengths))
        if keeps_promises(strip, tried):
            return give_to_flexible(strip, tried)
    return None
