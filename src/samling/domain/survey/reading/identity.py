"""What an answer is known by when its file comes again, without keeping whose it is.

Survey tools give each answer an id, which is unique within a form alone, and say when it was begun. Both together tell
an answer from every other, also where it was changed since. Without an id it is known by all that it says and when;
those that are the same in all are counted, so that two people may well say the same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from datetime import datetime
from typing import TYPE_CHECKING

from samling.domain.sheet import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.sheet import Cell

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*([ap]m)?", re.IGNORECASE)


def clock(cell: Cell) -> str:
    """Return the minute of the day in a cell, "09:05": one file writes the date one way, the next another."""
    if isinstance(cell, datetime):
        return f"{cell:%H:%M}"
    found = _CLOCK.search(text_of(cell))
    if found is None:
        return ""
    hour, half = int(found[1]), (found[3] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return f"{hour:02}:{found[2]}"


class Identities:
    """Gives the answers of one file what they are known by, in their order."""

    def __init__(self) -> None:
        self._met: Counter[str] = Counter()

    def digest(self, ids: Sequence[Cell], times: Sequence[Cell], said: Sequence[str]) -> str:
        """Return what an answer is known by; `said` are its replies in the order of the questions."""
        begun = min(filter(None, map(clock, times)), default="")
        named = [text_of(each).strip() for each in ids if text_of(each).strip()]
        if named:
            return _hash(["id", named, begun])
        alike = _hash(["said", [clock(each) for each in times], list(said)])
        self._met[alike] += 1
        return _hash([alike, self._met[alike]])


def _hash(parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:32]
