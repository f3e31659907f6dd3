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
        day = date.fromisoformat(text)
    except ValueError as fault:
        raise WrongUsage(N_("“{text}” is not a date. Write it as 2026-09-16."), text=text) from fault
    _check_calendar(day, text)
    return day


def _check_calendar(day: date, text: str) -> None:
    """Refuse the first and the last years that dates know: there is nothing before and after them to count into."""
    if not date.min.year < day.year < date.max.year:
        raise WrongUsage(N_("“{text}” is outside the calendar."), text=text)


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
    result = local.astimezone(UTC)
    back = result.astimezone(local.tzinfo).replace(tzinfo=None)
    if back != local.replace(tzinfo=None):
        raise WrongUsage(
            N_("{time} does not exist on {date}: the clocks are put forward then."), time=at.isoformat(), date=on
        )
    return result


def after(start: datetime, at: time, timezone: str) -> datetime:
    """Return the instant of the clock time `at` on the local day of `start`, or on the next day when it is earlier.

    Raises `WrongUsage` when both show the same time: one must come after the other.
    """
    local = to_local(start, timezone).replace(tzinfo=None)
    if datetime.combine(local.date(), at) == local:
        raise WrongUsage(N_("{time} is the same as the start. Give a later time."), time=f"{at:%H:%M}")
    first = local.date() if datetime.combine(local.date(), at) > local else _next_date(local.date())
    found = instant(first, at, timezone)
    # in the night that the clocks are put back, a clock time can show later than the start and yet lie before it
    return found if found > start else instant(_next_date(first), at, timezone)


def not_before(start: datetime, at: time, timezone: str) -> datetime:
    """Return what `after` does, and `start` itself where both are the same time."""
    return start if to_local(start, timezone).time() == at else after(start, at, timezone)


def _next_date(day: date) -> date:
    return day + timedelta(days=1)


def to_local(moment: datetime, timezone: str) -> datetime:
    """Return a UTC instant as local time with its offset."""
    return moment.astimezone(zone(timezone))


def iso(moment: datetime | None, timezone: str) -> str | None:
    """Return a UTC instant as local time with its offset, in ISO 8601, as JSON has it; None for none."""
    return to_local(moment, timezone).isoformat() if moment else None


def clock(moment: datetime, timezone: str) -> str:
    """Return a UTC instant as a local time of day, to the nearest minute: "10:35"."""
    return f"{to_local(moment + timedelta(seconds=30), timezone):%H:%M}"


def clock_near(moment: datetime, known: datetime, timezone: str) -> str:
    """Return the same, with its date where that is far from the one of `known`, which everybody has in mind."""
    local, expected = to_local(moment, timezone), to_local(known, timezone)
    time = clock(moment, timezone)
    return time if abs(local.date() - expected.date()).days <= 1 else f"{local.date()} {time}"


def whole_seconds(earliest: datetime, latest: datetime, timezone: str) -> tuple[datetime, datetime]:
    """Return the first and the last whole second, as local times, that lie from `earliest` to `latest`."""
    first, last = to_local(earliest, timezone), to_local(latest, timezone)
    up = timedelta(seconds=1) if first.microsecond else timedelta(0)
    return (first + up).replace(microsecond=0), last.replace(microsecond=0)


def milliseconds(moment: datetime) -> datetime:
    """Return an instant in UTC cut to whole milliseconds, the resolution that is stored."""
    moment = moment.astimezone(UTC)
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def parse_instant(text: str, gathering: Gathering | None, day: int = 1) -> datetime:
    """Read a moment as the user gives it: ISO 8601 with an offset, or HH:MM[:SS] on the gathering's day `day`.

    On a day that crosses midnight a clock time is taken on whichever of the two dates lies nearer to the day's
    planned span. A day that was started on another date than its own (a rehearsal) is on that one. Raises
    `WrongUsage` for an ISO time without offset, and where a clock time is given without a day.
    """
    return _parse_iso(text) if len(text) > len("HH:MM:SS") else _parse_on_day(text, gathering, day)


def _parse_iso(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as fault:
        raise WrongUsage(
            N_("“{text}” is not a moment. Write it as 2026-09-16T09:05:00+02:00 or 09:05."), text=text
        ) from fault
    if moment.utcoffset() is None:
        raise WrongUsage(N_("“{text}” has no offset from UTC. Write it as 2026-09-16T09:05:00+02:00."), text=text)
    _check_calendar(moment.date(), text)
    return milliseconds(moment)


def _parse_on_day(text: str, gathering: Gathering | None, number: int) -> datetime:
    at = parse_clock(text)
    if gathering is None:
        raise WrongUsage(N_("“{text}” needs a gathering to say which day. Give date, time and offset."), text=text)
    day = gathering.day(number)
    away = _days_away(gathering, number)
    start, end = (
        to_local(each, gathering.timezone).replace(tzinfo=None) + away for each in (day.planned_start, day.promised_end)
    )

    def distance(on: date) -> timedelta:
        shown = datetime.combine(on, at)
        return max(start - shown, shown - end, timedelta(0))

    first = start.date()
    nearest = first if end.date() == first else min(first, _next_date(first), key=distance)
    return instant(nearest, at, gathering.timezone)


def day_began(gathering: Gathering, number: int) -> datetime:
    """When the day began: as planned, or with its first block where that was earlier or on another date altogether."""
    planned = gathering.day(number).planned_start
    first = min((block.started_at for block in gathering.of_day(number) if block.started_at), default=planned)
    return first if first < planned or first - planned >= timedelta(days=1) else planned


def _days_away(gathering: Gathering, number: int) -> timedelta:
    """How many dates from its plan a day is held that was started on another one, such as a rehearsal."""
    planned, began = gathering.day(number).planned_start, day_began(gathering, number)
    if abs(began - planned) < timedelta(days=1):
        return timedelta(0)
    return to_local(began, gathering.timezone).date() - to_local(planned, gathering.timezone).date()
