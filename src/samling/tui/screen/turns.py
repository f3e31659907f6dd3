"""While tables share: the questions on one side, whose turn it is and how long on the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.display import Signal
from samling.tui.screen import seating_words, words
from samling.tui.screen.clockwork import Gauge, mark_signal
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.screen.words import SHAPES
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.screen.seating_words import TurnLine
    from samling.tui.view import View


class TurnsScene(SceneView):
    """The time is the turn's at most tables; tables of another size have theirs in a line below."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.16, letters=0.08)
        self._prompts = Headline(classes="prompts", share=0.75, whole=True, letters=0.13)
        self._turn = Headline(classes="turn", share=0.1, tall_share=0.3, whole=True, letters=0.1)
        self._left, self._gauge = BigText(classes="left"), Gauge()
        self._others = Headline(classes="others", share=0.1, tall_share=0.24, whole=True, letters=0.07)
        self._ends = Headline(classes="ends", share=0.12, whole=True, letters=0.07)

    def compose(self) -> ComposeResult:
        """Lay the questions beside the turn."""
        yield self._title
        with Horizontal(classes="halves"):
            yield self._prompts
            with Vertical(classes="aside"):
                yield self._turn
                yield self._left
                yield self._others
                yield self._gauge
                yield self._ends

    def show(self, view: View) -> None:
        """Show whose turn it is."""
        found = seating_words.shown(view)
        if found is None or view.current is None:
            return
        _position, block, seating = found
        _block, figures = view.current
        mark_signal(self, block, figures)
        self._title.say(block.title)
        self._prompts.say("\n\n".join(block.prompts) or block.content)
        self._show_turns(*seating_words.whose_turn(view, block, seating))
        self._gauge.show(block, figures)
        self._ends.say(words.ends(view, block, figures))

    def _show_turns(self, usual: TurnLine | None = None, *others: TurnLine) -> None:
        if usual is None:
            return
        self._turn.say(f"{SHAPES[Signal.SOON]} {usual.said}" if usual.is_new else usual.said)
        self._turn.set_class(usual.is_new, "-new")
        self._left.text = usual.left
        self._others.say("\n".join(f"{each.said} · {each.left}" for each in others))
