"""The clock figures: they fit, they keep their size, and each can be told from the others."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.tui.bigtext import is_drawable, render

FIGURES = st.text(alphabet="0123456789:+- ", min_size=1, max_size=8)


@given(text=FIGURES, width=st.integers(1, 220), height=st.integers(1, 70))
def test_fits(text: str, width: int, height: int) -> None:
    """Figures never leave their box, and every row is equally long."""
    rows = render(text, width, height)
    assert len(rows) <= height
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= width


@given(
    digits=st.text(alphabet="0123456789", min_size=4, max_size=4), width=st.integers(1, 220), height=st.integers(1, 70)
)
def test_keeps_its_size(digits: str, width: int, height: int) -> None:
    """12:34 and 11:11 are drawn equally large in every box, so that a clock does not jump when it ticks."""
    shown, other = render(f"{digits[:2]}:{digits[2:]}", width, height), render("00:00", width, height)
    assert [len(row) for row in shown] == [len(row) for row in other]


@given(width=st.integers(1, 200), height=st.integers(1, 60))
def test_grows_with_the_room(width: int, height: int) -> None:
    """More room never makes a figure lower."""
    rows = len(render("1:23:45", width, height))
    assert rows <= len(render("1:23:45", width + 1, height))
    assert rows <= len(render("1:23:45", width, height + 1))


@given(height=st.integers(5, 60), share=st.floats(0.5, 0.62))
def test_is_symmetric(height: int, share: float) -> None:
    """A nought and an eight are the same from both sides, with strokes as wide to the left as to the right."""
    for character in "08+-:":
        rows = render(character, round(height * 2 * share), height)
        assert all(row == row[::-1] for row in rows)


@pytest.mark.parametrize(("width", "height"), [(20, 3), (20, 4), (30, 5), (6, 6), (40, 8), (80, 20), (200, 50)])
def test_every_digit_is_its_own(width: int, height: int) -> None:
    """No two digits look the same, at any size."""
    drawn = {digit: render(digit, width, height) for digit in "0123456789"}
    assert all(drawn[one] != drawn[other] for one, other in combinations(drawn, 2))


def test_uses_the_room() -> None:
    """Where the width allows it, the figures take the whole height."""
    assert len(render("12:05", 200, 20)) == 20
    assert [len(render("12:05", 220, height)) for height in (3, 4, 5, 6, 10, 40)] == [3, 4, 5, 6, 10, 40]


def test_grows_narrow_before_it_stays_low() -> None:
    """Where the width is short, digits become narrower before they become lower."""
    assert len(render("12:34", 80, 24)) >= 15


@pytest.mark.parametrize(("width", "shown"), [(5, "12:34"), (4, "…"), (1, "…")])
def test_never_shows_part_of_a_figure(width: int, shown: str) -> None:
    """12:34 is never cut to 12:3: a figure that does not fit is not shown."""
    assert render("12:34", width, 1) == (shown,)


def test_words_stay_words() -> None:
    """A text that is no clock figure is never taken for one."""
    assert not is_drawable("12:05 igjen")
    assert render("igjen", 100, 20) == ("igjen",)


def test_typographic_minus() -> None:
    """The typographic minus is drawn as a minus."""
    assert render("−5", 40, 10) == render("-5", 40, 10)
