"""What the scenes are put together from: words that redraw only when they change, and the row of signs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.widgets import Static

if TYPE_CHECKING:
    from samling.tui.view import View


class Words(Static):
    """Plain text, never markup. It is drawn again only when the text is another."""

    ALLOW_SELECT = False

    def __init__(self, text: str = "", *, classes: str | None = None) -> None:
        """Show `text`."""
        super().__init__(text, markup=False, classes=classes)
        self._said = text

    def say(self, text: str) -> None:
        """Show `text` instead."""
        if text != self._said:
            self._said = text
            self.update(text)


class SceneView(Vertical):
    """One scene of the projector: a widget that shows a view, and knows nothing of the file or the clock.

    `show` may be called before the scene is mounted.
    """

    def show(self, view: View) -> None:
        """Show what there is at this moment."""
        raise NotImplementedError


class Headline(Words):
    """Words as large as their box allows."""


class Figure(Words):
    """A clock figure as large as its box allows."""


class Bar(Words):
    """How much of a block is gone."""

    def show_share(self, share: float) -> None:
        """Show a share from 0 to 1."""
        self.say("█" * round(share * 40))
