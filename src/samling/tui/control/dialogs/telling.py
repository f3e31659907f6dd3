"""Texts to read over the window: every key in words, one block in full, what happened today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content

from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.widget import Widget

Page = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Headings, each with rows of a short text and a long one."""


class Telling(Frame[None]):
    """A page to read: headings with rows of a term and what it means. Scrolls with the arrows."""

    BINDINGS: ClassVar = [Binding("enter,q,question_mark", "close", show=False)]

    def __init__(self, title: str, page: Page, *, text: str = "") -> None:
        super().__init__(title, text=text)
        self._page = page
        self._from_end = False

    def body(self) -> Iterable[Widget]:
        """The page."""
        widest = max((len(term) for _heading, rows in self._page for term, _text in rows), default=0)
        parts = [part for heading, rows in self._page for part in _section(heading, rows, min(widest, 22))]
        yield VerticalScroll(*parts, id="page")

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint("↑ ↓", _("Scroll"), "screen.scroll_page")
        yield Hint(_("Esc"), _("Close"), "screen.close")

    def action_scroll_page(self) -> None:
        """Scroll a page on."""
        self.query_one("#page").scroll_page_down()


def _section(heading: str, rows: tuple[tuple[str, str], ...], width: int) -> Iterable[Widget]:
    from textual.containers import Horizontal

    if heading:
        yield Words(heading, classes="heading")
    for term, text in rows:
        label = Words(Content(term), classes="term")
        label.styles.width = width + 2
        yield Horizontal(label, Words(text, classes="meaning"), classes="entry")
