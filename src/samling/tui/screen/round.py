"""A round, or the steps of a block: whose turn it is with a clock of its own, and who is next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.gathering import State
from samling.tui.screen import words
from samling.tui.screen.clockwork import Sign, mark, visible_share
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.progress import BlockBar
from samling.wording import countdown

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class RoundScene(SceneView):
    """The turn's name over its time; the block's questions beside it, where it has any."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.12, letters=0.07, whole=True)
        self._prompts = Headline(classes="prompts", share=0.6, whole=True, letters=0.1)
        self._turn = Headline(classes="turn", share=0.3, letters=0.16)
        self._left, self._sign, self._bar = BigText(classes="left"), Sign(), BlockBar()
        self._next = Headline(classes="next", share=0.16, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom, the questions beside the clock."""
        yield self._title
        yield self._turn
        with Horizontal(classes="halves"):
            yield self._prompts
            with Vertical(classes="aside"):
                yield self._left
                yield self._sign
                yield self._bar
        yield self._next

    def show(self, view: View) -> None:
        """Show whose turn it is and how long."""
        if view.current is None or view.round is None or view.round.current is None:
            return
        block, figures = view.current
        turn, paused = view.round.current, block.state is State.PAUSED
        mark(self, turn.signal, paused=paused)
        self._title.say(words.block_and_left(view, block, figures))
        self._turn.say(words.whose_turn(view.round))
        self._prompts.say("\n".join(block.prompts))
        self._prompts.display = bool(block.prompts)
        self._left.text = countdown(turn.remaining)
        self._sign.say(*words.turn_sign(turn, paused=paused))
        share = turn.elapsed / turn.length if turn.length else 2.0
        self._bar.fraction = visible_share(share, self._bar.content_size.width)
        self._bar.tone = "paused" if paused else turn.signal.value
        self._next.say(words.next_turn(view))
