"""The block's questions, large, with its clock beside them or above."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.tui.screen import words
from samling.tui.screen.clockwork import Gauge, mark_signal
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText
from samling.wording import countdown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class PromptsScene(SceneView):
    """Title and questions on one side, the clock on the other."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.18, letters=0.09)
        self._prompts = Headline(classes="prompts", share=0.75, whole=True, letters=0.15)
        self._left, self._gauge = BigText(classes="left"), Gauge()
        self._ends = Headline(classes="ends", share=0.14, whole=True, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the questions beside the clock."""
        yield self._title
        with Horizontal(classes="halves"):
            yield self._prompts
            with Vertical(classes="aside"):
                yield self._left
                yield self._gauge
                yield self._ends

    def show(self, view: View) -> None:
        """Show the running block's questions and its clock."""
        if view.current is None:
            return
        block, figures = view.current
        mark_signal(self, block, figures)
        self._title.say(block.title)
        self._prompts.say("\n\n".join(block.prompts) or block.content)
        self._left.text = countdown(figures.remaining)
        self._gauge.show(block, figures)
        self._ends.say(words.ends(view, block, figures))
