"""How an agenda is laid out in the room there is: how large, what is taken together, and which page is shown now.

The page follows from the clock: nothing counts, and every window is on the same page.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PAGE_SECONDS = 10
LARGE_ROWS = 6
"""Rows that a line in the smallest large letters takes, air included."""

_LARGEST_ROWS = 9
_MOST_AIR = 3

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """The lines to show now, how many rows each gets, and which page of how many it is (from 1)."""

    lines: Sequence[Line]
    rows: int
    number: int
    count: int

    @property
    def is_large(self) -> bool:
        """Whether the lines have room for large letters."""
        return self.rows >= LARGE_ROWS


def lay_out(whole: Sequence[Line], short: Sequence[Line], room: int, now: datetime, *, large: bool) -> Page[Line]:
    """Return what to show of an agenda in `room` rows.

    `short` is the agenda with what is over taken together; `large` says that lines of one row are too small here.
    The whole day is shown if it fits, else the short one, else one page of that after another.
    """
    least = LARGE_ROWS if large else 1
    fitting = next((lines for lines in (whole, short) if len(lines) * least <= room), None)
    if fitting is not None:
        each = room // max(1, len(fitting))
        return Page(fitting, min(each, _LARGEST_ROWS if each >= LARGE_ROWS else _MOST_AIR), 1, 1)
    per_page = max(1, room // least)
    count = math.ceil(len(short) / per_page)
    per_page = math.ceil(len(short) / count)
    at = int(now.timestamp() // PAGE_SECONDS) % count
    each = room // per_page
    rows = min(each, _LARGEST_ROWS) if large else 1
    return Page(short[at * per_page : (at + 1) * per_page], max(1, rows), at + 1, count)
