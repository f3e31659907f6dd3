from __future__ import annotations

from datetime import timedelta

import pytest

from samling.wording import behind_words, countdown, deed, stopwatch


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (600, "10:00"),
        (599.001, "10:00"),
        (0.001, "0:01"),
        (0, "0:00"),
        (-0.999, "0:00"),
        (-1, "+0:01"),
        (-61.9, "+1:01"),
        (3600, "1:00:00"),
        (3599.5, "1:00:00"),
    ],
)
def test_time_left_rounds_up_and_overtime_down(seconds: float, shown: str) -> None:
    """A block that has anything left never shows nothing, and overtime counts whole seconds."""
    assert countdown(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0:00"), (0.999, "0:00"), (61.999, "1:01"), (3600, "1:00:00")])
def test_elapsed_rounds_down(seconds: float, shown: str) -> None:
    """A second has gone when it has gone."""
    assert stopwatch(timedelta(seconds=seconds)) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [
        (0, "on time"),
        (29.999, "on time"),
        (-29.999, "on time"),
        (30, "1 min behind"),
        (-30, "1 min ahead"),
        (480, "8 min behind"),
        (-120, "2 min ahead"),
        (2 * 3600 + 300, "2 h 5 min behind"),
        (24 * 3600 - 60, "23 h 59 min behind"),
        (-24 * 3600, "1 day ahead"),
        (66.7 * 24 * 3600, "67 days behind"),
    ],
)
def test_how_the_day_stands_in_words(seconds: float, shown: str) -> None:
    """Behind, ahead or, under thirty seconds, on time; never a bare sign."""
    assert behind_words(timedelta(seconds=seconds)) == shown


def test_a_clock_that_was_set_is_told_in_whole_seconds() -> None:
    """The log says by how much, forward or back."""
    assert "set by −120 s" in deed("clock-set", {"seconds": -120.04, "day": 1}, "Europe/Oslo")
    assert "set by +1 s" in deed("clock-set", {"seconds": 0.7, "day": 1}, "Europe/Oslo")
