"""The bar of a block tells by its shape how far the block has come."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samling.tui.widgets.progress import bar


@given(fraction=st.floats(0, 3), width=st.integers(1, 200))
def test_always_as_wide(fraction: float, width: int) -> None:
    """The bar is as wide as its widget, whatever it shows."""
    assert len(bar(fraction, width, (0.5, 0.9))) == width


def test_half() -> None:
    """At half time half of it is filled, and a line stands for the rest."""
    assert bar(0.5, 10) == "█████─────"


def test_overtime_looks_different() -> None:
    """Overtime is hatched: another shape, not only another colour."""
    assert set(bar(1.2, 10)) == {"╱"}


def test_marks() -> None:
    """The warning signs are marked where they will come, until the bar has passed them."""
    assert bar(0, 10, (0.5,)) == "─────┼────"
    assert "┼" not in bar(0.8, 10, (0.5,))
