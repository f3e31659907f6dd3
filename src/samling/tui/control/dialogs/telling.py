"""Texts to read over the window: every key in words, one block in full, what happened today."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from samling.language import _
from samling.tui.control.dialogs.frame import Frame
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.geometry import Size

Page = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
"""Headings, each with rows of a short text and a long one."""


class Telling(Frame[None]):
    """A page to read: headings with rows of a term and what it means. Scrolls with the arrows."""

    BINDINGS: ClassVar = [Binding("enter,q,question_mark", "close", show=False)]

    def __init__(self, title: str, page: Page, *, text: str = "") -> None:
        super().__init__(title, text=text)
        self._page = page

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield VerticalScroll(PageText(self._page), id="page")

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint("↑ ↓", _("Scroll"), "screen.scroll_page")
        yield Hint(_("Esc"), _("Close"), "screen.close")

    def action_scroll_page(self) -> None:
        """Scroll a page on."""
        self.query_one("#page").scroll_page_down()


class Agreeing(Frame[bool]):
    """A page to read before something is done. Enter does it, Escape leaves it."""

    BINDINGS: ClassVar = [Binding("enter", "agree", show=False)]

    def __init__(self, title: str, page: Page, *, yes: str) -> None:
        super().__init__(title)
        self._page, self._yes = page, yes

    def body(self) -> Iterable[Widget]:
        """The page."""
        yield VerticalScroll(PageText(self._page), id="page")

    def hints(self) -> Iterable[Hint]:
        """The keys."""
        yield Hint(_("Enter"), self._yes, "screen.agree")
        yield Hint("↑ ↓", _("Scroll"), "screen.scroll_page")
        yield Hint(_("Esc"), _("Cancel"), "screen.close")

    def action_agree(self) -> None:
        """Answer that it shall be done."""
        self.dismiss(True)

    def action_scroll_page(self) -> None:
        """Scroll a page on."""
        self.query_one("#page").scroll_page_down()


class PageText(Widget):
    """The page's text: terms to the left, what they mean beside them, however wide it is."""

    auto_links = False

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._terms = min(22, max((len(term) for _heading, rows in page for term, _text in rows), default=0)) + 2

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's own
        """As many rows as the text takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Lay the text out at the width there is."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for heading, rows in self._page:
            if heading:
                lines += [*([Content("")] if lines else []), Content(heading).stylize("bold $primary")]
            for term, text in rows:
                lines += self._entry(term, text, width)
        return lines

    def _entry(self, term: str, text: str, width: int) -> list[Content]:
        label = Content(term).truncate(self._terms - 1, ellipsis=True)
        told = Content(text).wrap(max(10, width - self._terms)) or [Content("")]
        first = label.stylize("bold").pad_right(self._terms - label.cell_length)
        indent = Content(" " * self._terms)
        return [(indent if row else first).append(line.stylize("$text-quiet")) for row, line in enumerate(told)]
