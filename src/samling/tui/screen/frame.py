"""What stands around the scenes: whose day this is, a notice over the whole width, and what this window is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.parts import Headline, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.app import ComposeResult

    from samling.tui.view import View


class Head(Horizontal):
    """The quiet line at the top: network and gathering, DEMO when it is one, and what the clock says."""

    def __init__(self, *, sign: str) -> None:
        super().__init__()
        self._whose = Words(classes="whose")
        self._demo = Words(sign, classes="demo")
        self._demo.display = bool(sign)
        self._viewing = Words(_("! Can only be read"), classes="viewing")
        self._viewing.display = False
        self._clock = Words(classes="clock")

    def compose(self) -> ComposeResult:
        """Lay the parts from left to right."""
        yield self._whose
        yield self._demo
        yield self._viewing
        yield self._clock

    def tell_viewing(self, *, viewing: bool) -> None:
        """Say that the file can be looked at and no more, or that it can be written again."""
        self._viewing.display = viewing

    def show(self, view: View) -> None:
        """Show whose day it is and what the clock says."""
        self._whose.say(words.whose(view))
        self._clock.say(words.wall(view))


class Notice(Headline):
    """A sentence over the whole width; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__(share=0.12, tall_share=0.3, letters=0.1, whole=True)
        self.display = False

    def tell(self, sentence: str) -> None:
        """Say a sentence, or nothing."""
        self.display = bool(sentence)
        self.say(sentence)


class About(Vertical):
    """What a window is and which keys it knows: a title and lines."""

    def __init__(self, title: str, lines: Iterable[str]) -> None:
        super().__init__(Words(title, classes="title"), *(Words(line) for line in lines))
