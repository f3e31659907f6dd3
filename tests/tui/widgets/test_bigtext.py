"""The clock widget fills its room, follows its text, and does no work for a text that stays the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import App

from samling.tui.bigtext import render
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content


class CountingText(BigText):
    """Counts how often it was drawn."""

    drawn = 0

    def render(self) -> Content:
        """Draw, and count it."""
        self.drawn += 1
        return super().render()


class TextApp(App[None]):
    """One clock figure in a window of its own."""

    def compose(self) -> ComposeResult:
        """Lay the figure."""
        yield CountingText()

    def rows(self) -> list[str]:
        """The window's rows as text."""
        return [strip.text for strip in self.screen._compositor.render_strips()]


async def test_fills_and_follows() -> None:
    """It draws the figures as large as its own size allows, in the middle, also after the window was resized."""
    app = TextApp()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(CountingText).text = "12:34"
        await pilot.pause()
        for width, height in ((80, 24), (120, 10)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
            figure = render("12:34", width, height)
            above, left = (height - len(figure)) // 2, (width - len(figure[0])) // 2
            shown = app.rows()[above : above + len(figure)]
            assert [row[left : left + len(figure[0])] for row in shown] == list(figure)


async def test_draws_only_what_changed() -> None:
    """The same text again draws nothing."""
    app = TextApp()
    async with app.run_test(size=(80, 24)) as pilot:
        widget = app.query_one(CountingText)
        widget.text = "12:34"
        await pilot.pause()
        before = widget.drawn
        widget.text = "12:34"
        await pilot.pause()
        assert widget.drawn == before
        widget.text = "12:35"
        await pilot.pause()
        assert widget.drawn == before + 1
