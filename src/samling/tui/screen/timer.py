"""The timer: one block's time left, as large as the window allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from samling.tui.screen import words
from samling.tui.screen.clockwork import Gauge, mark_signal
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText
from samling.wording import countdown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class TimerScene(SceneView):
    """Title, time left, sign and bar, when it ends and what is next."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.19, tall_share=0.3, letters=0.12)
        self._left, self._gauge = BigText(classes="left"), Gauge()
        self._ends = Headline(classes="ends", share=0.2, whole=True, letters=0.08)
        self._next = Headline(classes="next", share=0.2, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._title
        yield self._left
        yield self._gauge
        with Horizontal(classes="foot"):
            yield self._ends
            yield self._next

    def show(self, view: View) -> None:
        """Show the running block."""
        if view.current is None:
            return
        block, figures = view.current
        mark_signal(self, block, figures)
        self._title.say(block.title)
        self._left.text = countdown(figures.remaining)
        self._gauge.show(block, figures)
        self._ends.say(words.ends(view, block, figures))
        self._next.say(words.next_up(view))
