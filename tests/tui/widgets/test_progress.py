"""The bar of a block tells by its shape how far the block has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.color import ColorType
from textual.app import App

from samling.tui.themes import DARK
from samling.tui.widgets.progress import BlockBar, bar

if TYPE_CHECKING:
    import pytest
    from rich.segment import Segment
    from textual.app import ComposeResult


class BarApp(App[None]):
    """One bar in a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.register_theme(DARK)
        self.theme = DARK.name

    def compose(self) -> ComposeResult:
        """Lay the bar."""
        yield BlockBar()


def _is_grey(segment: Segment) -> bool:
    colour = segment.style.color if segment.style else None
    if colour is None or colour.type is ColorType.DEFAULT:
        return True
    return len(set(colour.get_truecolor())) == 1


@given(fraction=st.floats(-1, 3) | st.just(float("inf")), width=st.integers(0, 200), paused=st.booleans())
def test_always_as_wide(fraction: float, width: int, paused: bool) -> None:
    """The bar is as wide as its widget, whatever it shows."""
    assert len(bar(fraction, width, (0.5, 0.9), paused=paused)) == width


async def test_tells_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under NO_COLOR the bar has no colour, and calm, paused and overtime still look different."""
    monkeypatch.setenv("NO_COLOR", "1")
    app, seen = BarApp(), []
    async with app.run_test(size=(40, 3)) as pilot:
        widget = app.query_one(BlockBar)
        for fraction, tone in ((0.5, "calm"), (0.5, "paused"), (1.5, "over")):
            widget.fraction, widget.tone = fraction, tone
            await pilot.pause()
            segments = list(app.screen._compositor.render_strips()[0])
            assert all(_is_grey(each) for each in segments)
            seen.append("".join(each.text for each in segments))
    assert len(set(seen)) == 3


def test_paused_looks_different() -> None:
    """A paused bar is dotted: another shape, not only another colour."""
    assert bar(0.5, 10, paused=True) == "▒▒▒▒▒─────"


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
