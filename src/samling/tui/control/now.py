"""The now-panel: the running block large, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.progress import BlockBar
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.control.now_words import Facts, Now

MOODS = ("calm", "soon", "last", "over", "paused", "waiting", "ended")


class NowPanel(Vertical):
    """The running block, or what waits to be started. It shows what it is given."""

    def __init__(self) -> None:
        super().__init__(id="now")
        self._heading, self._title = Words(id="now-heading"), Words(id="now-title")
        self._figure, self._sign = BigText(id="now-figure"), Words(id="now-sign")
        self._bar, self._line = BlockBar(id="now-bar"), Words(id="now-line")
        self._facts = Words(id="now-facts")
        self._next_heading, self._next_title = Words(id="next-heading"), Words(id="next-title")

    def compose(self) -> ComposeResult:
        """The figure, with words over and under it."""
        with Vertical(id="now-what"):
            yield self._heading
            yield self._title
        yield self._figure
        with Vertical(id="now-how"):
            yield self._bar
            yield self._line
            yield self._sign
        with VerticalScroll(id="now-more", can_focus=False):
            yield self._facts
        with Vertical(id="next"):
            yield self._next_heading
            yield self._next_title

    def show(self, now: Now) -> None:
        """Show these words."""
        for mood in MOODS:
            self.set_class(mood == now.mood, f"-{mood}")
        self._heading.say(now.heading)
        self._title.say(now.title)
        self._figure.text = now.figure
        self._sign.say(now.sign)
        self._sign.display = bool(now.sign)
        self._bar.display = now.share is not None
        if now.share is not None:
            self._bar.fraction, self._bar.tone, self._bar.marks = round(now.share, 3), now.mood, now.bar_marks
        self._line.say(now.line)
        self._facts.say(_told(now.facts))
        self._next_heading.say(now.next_heading)
        self._next_title.say(now.next_title)


def _told(facts: Facts) -> Content:
    parts: list[Content] = []
    for label, lines in facts:
        parts += [Content(label).stylize("$text-quiet"), *(Content(line) for line in lines), Content("")]
    return Content("\n").join(parts[:-1])
