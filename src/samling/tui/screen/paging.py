"""Which part of a list that does not fit is shown now. The page follows from the clock: nothing counts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

PAGE_SECONDS = 10

Line = TypeVar("Line")


def page_of(lines: Sequence[Line], room: int, now: datetime) -> tuple[Sequence[Line], int, int]:
    """Return the lines to show now, the page's number from 1, and how many pages there are."""
    pages = max(1, math.ceil(len(lines) / room))
    each = math.ceil(len(lines) / pages) if lines else 1
    page = int(now.timestamp() // PAGE_SECONDS) % pages
    return lines[page * each : (page + 1) * each], page + 1, pages
