"""The break: when we start again, as a clock time, and what comes then."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.clockwork import Gauge, mark_signal
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class BreakScene(SceneView):
    """A sentence, the clock time it ends with, how much is left, and what comes."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.14, letters=0.08)
        self._sentence = Headline(classes="sentence", share=0.22, letters=0.12)
        self._time, self._gauge = BigText(classes="time"), Gauge()
        self._then = Headline(classes="then", share=0.19, letters=0.09)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._title
        yield self._sentence
        yield self._time
        yield self._gauge
        yield self._then

    def show(self, view: View) -> None:
        """Show when the running break is over."""
        if view.current is None:
            return
        block, figures = view.current
        mark_signal(self, block, figures)
        over = figures.remaining <= timedelta(0)
        self._title.say(block.title)
        self._sentence.say(_("We were to start again at") if over else _("We start again at"))
        self._time.text = words.clock(view, words.promised_instant(view, figures))
        self._gauge.show(block, figures)
        self._then.say(words.after_the_break(view))
