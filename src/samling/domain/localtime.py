"""Wall-clock times of a plan and the instants they stand for. Converted once; the domain counts in UTC."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from samling.domain.errors import N_, WrongUsage

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering

DEFAULT_ZONE = "Europe/Oslo"
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)(?:[:.]([0-5]\d))?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def zone(name: str) -> ZoneInfo:
    """Return the time zone `name` (IANA, such as Europe/Oslo); raise `WrongUsage` when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as fault:
        raise WrongUsage(N_("There is no time zone “{name}”. Give one such as Europe/Oslo."), name=name) from fault


def parse_date(text: str) -> date:
    """Read YYYY-MM-DD; raise `WrongUsage` for anything else, 30 February included."""
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError as fault:
        raise WrongUsage(N_("“{text}” is not a date. Write it as 2026-09-16."), text=text) from fault


def parse_clock(text: str) -> time:
    """Read HH:MM or HH:MM:SS (a full stop serves as well as a colon); raise `WrongUsage` otherwise."""
    match = _CLOCK.fullmatch(text.strip())
    if not match:
        raise WrongUsage(N_("“{text}” is not a time of day. Write it as 09:05 or 09:05:30."), text=text)
    hour, minute, second = (int(part or 0) for part in match.groups())
    return time(hour, minute, second)


def instant(on: date, at: time, timezone: str) -> datetime:
    """Return the UTC instant of a local time. An hour that occurs twice is the first.

    Raises `WrongUsage` for a local time that does not exist because the clocks are put forward.
    """
    local = datetime.combine(on, at, tzinfo=zone(timezone))
    try:
        result = local.astimezone(UTC)
        back = result.astimezone(local.tzinfo).replace(tzinfo=None)
    except OverflowError as fault:
        raise WrongUsage(N_("{date} is outside the calendar."), date=on) from fault
    if back != local.replace(tzinfo=None):
        raise WrongUsage(
            N_("{time} does not exist on {date}: the clocks are put forward then."), time=at.isoformat(), date=on
        )
    return result


def after(start: datetime, at: time, timezone: str) -> datetime:
    """Return the instant of the clock time `at` on the local day of `start`, or on the next day when it is earlier.

    Raises `WrongUsage` when both are the same time: an end must come after its start.
    """
    first = to_local(start, timezone).date()
    found = instant(first, at, timezone)
    if found == start:
        raise WrongUsage(N_("The end {time} is the same as the start. Give a later time."), time=f"{at:%H:%M}")
    return found if found > start else instant(_next_date(first), at, timezone)


def _next_date(day: date) -> date:
    try:
        return day + timedelta(days=1)
    except OverflowError as fault:
        raise WrongUsage(N_("{date} is outside the calendar."), date=day) from fault


def to_local(moment: datetime, timezone: str) -> datetime:
    """Return a UTC instant as local time with its offset."""
    return moment.astimezone(zone(timezone))


def milliseconds(moment: datetime) -> datetime:
    """Return an instant in UTC cut to whole milliseconds, the resolution that is stored."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def parse_instant(text: str, gathering: Gathering | None, day: int = 1) -> datetime:
    """Read a moment as the user gives it: ISO 8601 with an offset, or HH:MM[:SS] on the gathering's day `day`.

    On a day that crosses midnight a clock time is taken on whichever of the two dates lies nearer to the day's
    planned span. Raises `WrongUsage` for an ISO time without offset, and where a clock time is given without a day.
    """
    try:
        return _parse_iso(text) if len(text) > len("HH:MM:SS") else _parse_on_day(text, gathering, day)
    except OverflowError as fault:
        raise WrongUsage(N_("“{text}” is outside the calendar."), text=text) from fault


def _parse_iso(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise WrongUsage(
            N_("“{text}” is not a moment. Write it as 2026-09-16T09:05:00+02:00 or 09:05."), text=text
        ) from fault
    if moment.utcoffset() is None:
        raise WrongUsage(N_("“{text}” has no offset from UTC. Write it as 2026-09-16T09:05:00+02:00."), text=text)
    return milliseconds(moment)


def _parse_on_day(text: str, gathering: Gathering | None, number: int) -> datetime:
    at = parse_clock(text)
    if gathering is None:
        raise WrongUsage(N_("“{text}” needs a gathering to say which day. Give date, time and offset."), text=text)
    day = gathering.day(number)
    if to_local(day.promised_end, gathering.timezone).date() == day.date:
        return instant(day.date, at, gathering.timezone)
    candidates = [instant(each, at, gathering.timezone) for each in (day.date, _next_date(day.date))]

    def distance(moment: datetime) -> timedelta:
        return max(day.planned_start - moment, moment - day.promised_end, timedelta(0))

    return min(candidates, key=distance)
