"""Small gatherings for tests, written as people say them: blocks of ten minutes from 15:00, local clock times."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from samling.domain.gathering import Block, Day, Gathering

if TYPE_CHECKING:
    from samling.domain.agenda import BlockFigures, DayFigures

OSLO = ZoneInfo("Europe/Oslo")
DATE = date(2026, 9, 16)


def at(clock: str, on: date = DATE, *, fold: int = 0) -> datetime:
    """Return the instant (UTC) of a local clock time in Oslo: "15:05", "15:05:30" or "15:05:30.250"."""
    hour, minute, *rest = clock.split(":")
    second, _, fraction = (rest[0] if rest else "0").partition(".")
    local = datetime(
        on.year,
        on.month,
        on.day,
        int(hour),
        int(minute),
        int(second),
        int(fraction.ljust(6, "0")) if fraction else 0,
        tzinfo=OSLO,
        fold=fold,
    )
    return local.astimezone(UTC)


def minutes(count: float) -> timedelta:
    """Return a length."""
    return timedelta(minutes=count)


def block(length: float = 10, **fields: Any) -> Block:  # noqa: ANN401 - the fields of a block
    """Return a block of so many minutes."""
    return Block(title=str(fields.pop("title", "Block")), planned_seconds=round(length * 60), **fields)


def gathering(*blocks: Block, start: str = "15:00", end: str = "15:30", on: date = DATE, **fields: Any) -> Gathering:  # noqa: ANN401
    """Return a gathering of one day; without blocks it has the three of ten minutes of the worked examples."""
    first = at(start, on)
    last = at(end, on) if at(end, on) > first else at(end, on + timedelta(days=1))
    return Gathering(
        id=1,
        network_id=1,
        number=1,
        title="Gathering",
        timezone="Europe/Oslo",
        days=(Day(1, on, first, last),),
        blocks=tuple(
            replace(each, id=each.id or number)
            for number, each in enumerate(blocks or (block(), block(), block()), start=1)
        ),
        **fields,
    )


def clock(moment: datetime | None) -> str | None:
    """Return an instant as the local clock time that a person reads, "15:05" or "15:05:30"."""
    if moment is None:
        return None
    return f"{moment.astimezone(OSLO):%H:%M:%S}".removesuffix(":00")


def expected(figures: BlockFigures) -> tuple[str | None, str | None]:
    """Return a block's expected times as clock times."""
    return clock(figures.expected_start), clock(figures.expected_end)


def in_minutes(day: DayFigures) -> tuple[float | None, float | None]:
    """Return how far behind the day is and its slack, in minutes."""

    def count(length: timedelta | None) -> float | None:
        return None if length is None else length / timedelta(minutes=1)

    return count(day.behind), count(day.slack)
