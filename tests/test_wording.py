from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest

from samling import language
from samling.wording import behind_words, countdown, deed, points, stopwatch


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


@pytest.mark.parametrize(
    ("score", "shown"),
    [
        (Fraction(33, 8), "4.13"),
        (Fraction(4), "4.00"),
        (Fraction(499_9999, 100_0000), "5.00"),
        (Fraction(1, 200), "0.01"),
        (Fraction(-1, 3), "−0.33"),
        (Fraction(-1, 1000), "0.00"),
    ],
)
def test_scores_are_rounded_half_up_for_the_eye(score: Fraction, shown: str) -> None:
    """Two decimals, with the decimal sign of the language; nought has no sign."""
    assert points(score) == shown
    try:
        language.use("nb")
        assert points(score) == shown.replace(".", ",")
    finally:
        language.use("en")
