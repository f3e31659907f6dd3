"""What stands below the timekeeper's block: the day, what was done last, a question, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from samling.language import _
from samling.tui import pitches
from samling.tui.screen.parts import Words
from samling.tui.timer import words
from samling.tui.widgets.keyline import Hint, KeyLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class Question(Vertical):
    """A question over the whole width, with its two answers. Hidden while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._question, self._answers = Words(classes="question"), KeyLine(classes="answers")
        self.display = False

    def compose(self) -> ComposeResult:
        """Lay the question over its answers."""
        yield self._question
        yield self._answers

    def ask(self, question: str) -> None:
        """Ask."""
        self._question.say(question)
        self.display = True
        self._answers.show(
            (Hint(_("y or Enter"), _("yes"), "app.yes"), Hint(_("n or Escape"), _("no, stay"), "app.no"))
        )

    def close(self) -> None:
        """Ask no more."""
        self.display = False


class Foot(Vertical):
    """The day in words, what was done last, and the keys that do something now."""

    def __init__(self) -> None:
        super().__init__()
        self._day, self._done, self._keys = Words(classes="day"), Words(classes="done"), KeyLine(classes="keys")

    def compose(self) -> ComposeResult:
        """Lay the lines."""
        with Horizontal(classes="lines"):
            yield self._day
            yield self._done
        yield self._keys

    def show(self, view: View, done: str) -> None:
        """Show how the day stands, and `done`: what was done last, or what there is to do."""
        self._day.say(words.day(view))
        self._done.say(done or words.hint(view))
        self._keys.show(_pitch_hints(view) if pitches.is_on(view) else _hints(view))


def _pitch_hints(view: View) -> list[Hint]:
    steps = (
        (_("Space"), pitches.forward(view), "app.next"),
        ("n", pitches.next_team(view), "app.next_or_no"),
        ("p", pitches.pause(view), "app.pause"),
    )
    return [
        *(Hint(key, step.words, action) for key, step, action in steps if step is not None),
        Hint("u", _("undo"), "app.undo"),
        Hint("?", _("help"), "app.toggle_about"),
        Hint("q", _("close"), "app.quit"),
    ]


def _hints(view: View) -> list[Hint]:
    hints = [
        Hint(_("Space"), words.space_does(view), "app.next"),
        Hint(".", words.turn_does(view), "app.turn"),
        Hint("p", words.pause_does(view), "app.pause"),
        Hint("+", _("1 min more") if view.current else "", "app.extend(60)"),
        Hint("−", _("1 min less") if view.current else "", "app.extend(-60)"),
        Hint("u", _("undo") if view.snapshot.can_undo else "", "app.undo"),
        Hint("?", _("help"), "app.toggle_about"),
        Hint("q", _("close"), "app.quit"),
    ]
    return [hint for hint in hints if hint.words]
