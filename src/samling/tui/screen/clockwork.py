"""The running block's clock with its sign and bar: what the timer, the prompts and the break have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.agenda import ZERO
from samling.domain.display import Signal, marks
from samling.domain.gathering import State
from samling.tui.screen import words
from samling.tui.screen.parts import Headline
from samling.tui.widgets.progress import BlockBar

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from samling.domain.agenda import BlockFigures
    from samling.domain.gathering import Block


def share_gone(figures: BlockFigures) -> float:
    """Return how much of a running block is gone: from 0 to 1, and above 1 in overtime."""
    whole = figures.elapsed + figures.remaining
    return 2.0 if whole <= ZERO else max(0.0, figures.elapsed / whole)


def visible_share(share: float, width: int) -> float:
    """Return a share in eighths of the cells of a bar, so that the bar is drawn only when it would look different."""
    steps = width * 8
    return round(share * steps) / steps if steps and share <= 1 else share


def mark_shares(block: Block, figures: BlockFigures) -> tuple[float, ...]:
    """Return the shares of a running block at which it gives signs."""
    whole = (figures.elapsed + figures.remaining).total_seconds()
    return tuple(1 - mark * 60 / whole for mark in marks(block) if mark * 60 < whole)


def mark_signal(widget: Widget, block: Block, figures: BlockFigures) -> None:
    """Give a widget the classes of the block's sign, by which the style sheet colours and frames it."""
    mark(widget, words.block_signal(block, figures), paused=block.state is State.PAUSED)


def mark(widget: Widget, now: Signal, *, paused: bool) -> None:
    """Give a widget the classes of a sign."""
    for each in Signal:
        widget.set_class(each is now, f"-{each.value}")
    widget.set_class(paused, "-paused")


class Sign(Horizontal):
    """The warning sign: a shape and words in a band of its own. Nothing while all is calm."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Headline(classes="words", share=0.13, letters=0.09)

    def compose(self) -> ComposeResult:
        """Lay the words."""
        yield self._words

    def show(self, block: Block, figures: BlockFigures) -> None:
        """Show the sign of a running or paused block."""
        self.say(*words.sign(block, figures))

    def say(self, shape: str, said: str) -> None:
        """Show a sign: its shape and its words."""
        self._words.say(f"{shape} {said}".strip())
        self.set_class(not said, "-nothing")


class Gauge(Vertical):
    """The sign over the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._bar = Sign(), BlockBar()

    def compose(self) -> ComposeResult:
        """Lay the sign over the bar."""
        yield self._sign
        yield self._bar

    def show(self, block: Block, figures: BlockFigures) -> None:
        """Show how far a running or paused block has come."""
        self._sign.show(block, figures)
        self._bar.fraction = visible_share(share_gone(figures), self._bar.content_size.width)
        self._bar.marks = mark_shares(block, figures)
        self._bar.tone = "paused" if block.state is State.PAUSED else words.block_signal(block, figures).value
