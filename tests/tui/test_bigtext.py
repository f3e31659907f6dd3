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
    """Drawn figures never leave their box; where none fits, the text itself is given."""
    rows = render(text, width, height)
    if rows != (text,):
        assert len(rows) <= height
        assert max(map(len, rows)) <= width


@given(digits=st.text(alphabet="0123456789", min_size=4, max_size=4), width=st.integers(20, 200))
def test_keeps_its_size(digits: str, width: int) -> None:
    """12:34 and 11:11 are drawn equally large, so that a clock does not jump when it ticks."""
    shown, other = f"{digits[:2]}:{digits[2:]}", "00:00"
    assert [len(row) for row in render(shown, width, 40)] == [len(row) for row in render(other, width, 40)]


@pytest.mark.parametrize(("width", "height"), [(20, 3), (30, 5), (40, 8), (80, 20), (200, 50)])
def test_every_digit_is_its_own(width: int, height: int) -> None:
    """No two digits look the same, at any size."""
    drawn = {digit: render(digit, width, height) for digit in "0123456789"}
    assert all(drawn[one] != drawn[other] for one, other in combinations(drawn, 2))


def test_uses_the_room() -> None:
    """Where the width allows it, the figures take the whole height."""
    assert len(render("12:05", 200, 20)) == 20


def test_words_stay_words() -> None:
    """A text that is no clock figure is never taken for one."""
    assert not is_drawable("12:05 igjen")
    assert render("igjen", 100, 20) == ("igjen",)


def test_typographic_minus() -> None:
    """The typographic minus is drawn as a minus."""
    assert render("−5", 40, 10) == render("-5", 40, 10)
