from __future__ import annotations

from datetime import timedelta

import pytest

from samling.wording import behind_words, countdown, stopwatch


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
    ],
)
def test_how_the_day_stands_in_words(seconds: float, shown: str) -> None:
    """Behind, ahead or, under thirty seconds, on time; never a bare sign."""
    assert behind_words(timedelta(seconds=seconds)) == shown
