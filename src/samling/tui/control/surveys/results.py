"""What was answered to a survey, to read over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from samling.language import _
from samling.report.survey import lines
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

    from samling.report.survey import Line, Story

_STYLES = {
    "title": "bold $primary",
    "question": "bold",
    "figure": "",
    "bar": "$secondary",
    "quiet": "$text-quiet",
    "text": "",
}


class Results(Frame[None]):
    """The answers to a survey, question by question."""

    BINDINGS: ClassVar = [Binding("enter,q,r", "close", show=False)]

    def __init__(self, told: Story) -> None:
        title, *self._lines = lines(told)
        super().__init__(str(title))

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield VerticalScroll(Words(Content("\n").join(map(_drawn, self._lines)), id="results"), id="page")

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint("↑ ↓", _("Scroll"), "screen.scroll_page")
        yield Hint(_("Esc"), _("Close"), "screen.close")

    def action_scroll_page(self) -> None:
        """Scroll a page on."""
        self.query_one("#page").scroll_page_down()


def _drawn(line: Line) -> Content:
    return Content(str(line)).stylize(_STYLES[line.look])
