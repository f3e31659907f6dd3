from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from fake_clock import FakeClock


def test_the_clock_stands_still(clock: FakeClock) -> None:
    """However often it is asked, the fake clock gives one instant, in UTC, and counts the questions."""
    assert clock() == clock()
    assert clock().tzinfo is UTC
    assert clock.asked == 3


def test_the_clock_is_moved_by_the_test(clock: FakeClock) -> None:
    """It moves by a length, back as well as forward, and to an instant of any zone."""
    start = clock()
    assert (clock.move(minutes=2, seconds=-30) - start).total_seconds() == 90
    assert clock.set(datetime(2026, 9, 16, 9, 0, tzinfo=ZoneInfo("Europe/Oslo"))) == start


def test_the_clock_refuses_a_time_without_a_zone() -> None:
    """A naive datetime would make a test depend on the machine's zone."""
    with pytest.raises(ValueError, match="offset"):
        FakeClock(datetime(2026, 9, 16, 9, 0))  # noqa: DTZ001 - the point of the test
