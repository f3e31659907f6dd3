"""After the day: thanks, and when we meet again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.parts import Headline, SceneView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class ThanksScene(SceneView):
    """Thanks, whose day it was, and the next date where it is known."""

    def __init__(self) -> None:
        super().__init__()
        self._coming = ""
        self._thanks = Headline(classes="thanks", share=0.4, letters=0.17)
        self._title = Headline(classes="title", share=0.26, letters=0.1)
        self._again = Headline(classes="again", share=0.25, letters=0.1)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._thanks
        yield self._title
        yield self._again

    def show(self, view: View) -> None:
        """Show thanks for the day that is over."""
        if view.gathering is None:
            return
        self._thanks.say(_("Thank you for today"))
        self._title.say(view.gathering.title)
        self._again.say(words.next_day(view) or self._coming)

    def announce(self, coming: str) -> None:
        """Say when the network meets again."""
        self._coming = coming
