"""The running block's clock with its sign and bar: what the timer, the prompts and the break have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.domain.display import Signal
from samling.domain.gathering import State
from samling.tui.screen import words
from samling.tui.screen.parts import Bar, Headline
from samling.wording import countdown

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widget import Widget

    from samling.domain.agenda import BlockFigures
    from samling.domain.gathering import Block


def left_of(block: Block, figures: BlockFigures) -> str:
    """Return the time left of a running block as its clock shows it."""
    return countdown(figures.remaining)


def share_gone(block: Block, figures: BlockFigures) -> float:
    """Return how much of a running block is gone, from 0 to 1."""
    whole = figures.elapsed + figures.remaining
    return 1.0 if whole.total_seconds() <= 0 else min(1.0, max(0.0, figures.elapsed / whole))


def mark_signal(widget: Widget, block: Block, figures: BlockFigures) -> None:
    """Give a widget the classes of the block's sign, by which the style sheet colours and frames it."""
    now = words.block_signal(block, figures)
    for each in Signal:
        widget.set_class(each is now, f"-{each.value}")
    widget.set_class(block.state is State.PAUSED, "-paused")


class Sign(Horizontal):
    """The warning sign: a shape and words in a band of its own. Nothing while all is calm."""

    def __init__(self) -> None:
        super().__init__()
        self._words = Headline(classes="words")

    def compose(self) -> ComposeResult:
        """Lay the words."""
        yield self._words

    def show(self, block: Block, figures: BlockFigures) -> None:
        """Show the sign of a running or paused block."""
        shape, said = words.sign(block, figures)
        self._words.say(f"{shape} {said}".strip())
        self.set_class(not said, "-nothing")


class Gauge(Vertical):
    """The sign over the bar."""

    def __init__(self) -> None:
        super().__init__()
        self._sign, self._bar = Sign(), Bar()

    def compose(self) -> ComposeResult:
        """Lay the sign over the bar."""
        yield self._sign
        yield self._bar

    def show(self, block: Block, figures: BlockFigures) -> None:
        """Show how far a running or paused block has come."""
        self._sign.show(block, figures)
        self._bar.show_share(share_gone(block, figures))
