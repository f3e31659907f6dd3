"""A clock figure as large as its widget."""

from __future__ import annotations

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from samling.tui.bigtext import render


class BigText(Widget):
    """Clock figures (digits, colon, plus, minus) as large as the widget, centred. It is drawn anew when they change."""

    DEFAULT_CSS = """
    BigText { width: 1fr; height: 1fr; content-align: center middle; }
    """

    text: reactive[str] = reactive("")
    """What to show. A text that is no clock figure is shown as it is."""

    def render(self) -> Content:
        """Draw the figures at the size that fits now."""
        return Content("\n".join(render(self.text, self.content_size.width, self.content_size.height)))
