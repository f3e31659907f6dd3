"""Clock times that are typed while the day runs, and the instants that are meant by them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import WrongUsage
from samling.domain.localtime import instant, parse_clock, to_local
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


def nearest(text: str, around: datetime, timezone: str) -> datetime:
    """Return the instant nearest to `around` at which the clock shows what was typed; raise `WrongUsage`.

    So "23:58" typed just after midnight is two minutes ago, and a rehearsal on another date than the plan's works.
    """
    at = parse_clock(text)
    today = to_local(around, timezone).date()
    found: list[datetime] = []
    fault: WrongUsage | None = None
    for days in (0, -1, 1):
        try:
            found.append(instant(today + timedelta(days=days), at, timezone))
        except WrongUsage as wrong:
            fault = fault or wrong
    if not found:
        raise fault or WrongUsage(text)
    return min(found, key=lambda moment: abs(moment - around))


def near(around: datetime, timezone: str) -> Callable[[str], datetime]:
    """Return a reader of clock times near an instant."""
    return lambda text: nearest(text, around, timezone)


def correction(recorded: datetime, timezone: str) -> Callable[[str], datetime | None]:
    """Return a reader of a corrected time: None where it was left as it stood, to the millisecond."""
    shown = clock_time(recorded, timezone, seconds=True)
    return lambda text: None if text.strip() == shown else nearest(text, recorded, timezone)
