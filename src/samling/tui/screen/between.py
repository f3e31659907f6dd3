"""Between blocks: what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class BetweenScene(SceneView):
    """The next block's title, large, and what the clock says."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Headline(classes="label", share=0.14, letters=0.08)
        self._title = Headline(classes="title", share=0.45, letters=0.2)
        self._detail = Headline(classes="detail", share=0.14, letters=0.08)
        self._time = BigText(classes="time")

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._label
        yield self._title
        yield self._detail
        yield self._time

    def show(self, view: View) -> None:
        """Show the block that comes."""
        if view.next is None:
            return
        block, figures = view.next
        self._label.say(_("Next"))
        self._title.say(block.title)
        self._detail.say(words.lasts(view, block, figures))
        self._time.text = words.wall(view)
