"""The now-panel: the running block large, and what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.content import Content

from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.progress import BlockBar
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.control.now_words import Facts, Now

MOODS = ("calm", "soon", "last", "over", "paused", "waiting", "ended")
_ROOMY = 14
"""Rows from which what comes next has two lines."""


class NowPanel(Vertical):
    """The running block, or what waits to be started. It shows what it is given."""

    def __init__(self) -> None:
        super().__init__(id="now")
        self._what, self._how = Words(id="now-what"), Words(id="now-how")
        self._figure, self._bar = BigText(id="now-figure"), BlockBar(id="now-bar")
        self._facts, self._next = Words(id="now-facts"), Words(id="next")
        self._shown: Now | None = None

    def compose(self) -> ComposeResult:
        """The figure, with words over and under it."""
        yield self._what
        yield self._figure
        yield self._bar
        yield self._how
        yield self._facts
        yield self._next

    def on_resize(self) -> None:
        """Fit what comes next to the room there is."""
        if self._shown is not None:
            self._next.say(_coming(self._shown, roomy=self.size.height >= _ROOMY))

    def show(self, now: Now) -> None:
        """Show these words."""
        if now == self._shown:
            return
        self._shown = now
        for mood in MOODS:
            self.set_class(mood == now.mood, f"-{mood}")
        quiet = "bold $warning" if now.mood == "paused" else "$text-quiet"
        self._what.say(Content.assemble((now.heading + "\n", quiet), Content(now.title).stylize("bold")))
        self._figure.text = now.figure
        self._bar.display = now.share is not None
        if now.share is not None:
            self._bar.fraction, self._bar.tone, self._bar.marks = round(now.share, 3), now.mood, now.bar_marks
        self._how.say(_how(now))
        self._facts.say(_told(now.facts))
        self._next.display = bool(now.next_heading)
        self._next.say(_coming(now, roomy=self.size.height >= _ROOMY))


def _how(now: Now) -> Content:
    said = Content(now.line)
    for words, style in zip(now.turn[::-1], ("$text-quiet", "bold $primary"), strict=True):
        said = Content(words).stylize(style).append("\n").append(said) if words else said
    if not now.sign:
        return said
    sign = Content(now.sign).stylize("bold $error" if now.mood in {"last", "over"} else "bold $warning")
    return said.append("\n").append(sign)


def _coming(now: Now, *, roomy: bool) -> Content:
    apart = "\n" if roomy else "  "
    return Content.assemble((now.next_heading, "$text-quiet"), apart, Content(now.next_title).stylize("bold"))


def _told(facts: Facts) -> Content:
    parts: list[Content] = []
    for label, lines in facts:
        parts += [Content(label).stylize("$text-quiet"), *(Content(line) for line in lines), Content("")]
    return Content("\n").join(parts[:-1])
