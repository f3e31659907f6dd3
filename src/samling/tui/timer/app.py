"""The timekeeper's window: one block, very large, and a few keys."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from samling.content.places import shipped
from samling.domain import registry
from samling.domain.action import AGENDA_CHAIN
from samling.domain.display import Picture, picture_for
from samling.domain.gathering import Display, Scene, State
from samling.domain.pitching import projected
from samling.language import _
from samling.tui import pitches
from samling.tui.rounds import can_turn, next_turn
from samling.tui.screen.frame import About
from samling.tui.screen.stage import StageApp
from samling.tui.timer import words
from samling.tui.timer.foot import Foot, Question
from samling.tui.widgets.unsaved import UnsavedBand

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from textual.app import ComposeResult
    from textual.widget import Widget

    from samling.domain.action import About as Part
    from samling.domain.gathering import Block, Gathering
    from samling.session import Done, Session
    from samling.tui.pitches import Step
    from samling.tui.saving import Unsaved
    from samling.tui.view import View

_DOUBLE_PRESS = timedelta(seconds=1)
_PITCH_CHAIN = "pitch"


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question that is open: about which block, and what a yes does."""

    running: int | None
    deed: Callable[[], None]


class TimerApp(StageApp):
    """Start, next, pause, a minute more or less, undo: each is saved at once and said quietly."""

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("screen.tcss", "timer.tcss")]
    BINDINGS: ClassVar = [
        Binding("space", "next", show=False),
        Binding("n", "next_or_no", show=False),
        Binding("p", "pause", show=False),
        Binding("plus,equals_sign", "extend(60)", show=False),
        Binding("minus", "extend(-60)", show=False),
        Binding("full_stop", "turn", show=False),
        Binding("u", "undo", show=False),
        Binding("y,j,enter", "yes", show=False),
        Binding("escape", "no", show=False),
    ]

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Keep the time of the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self._foot, self._question, self._band = Foot(), Question(), UnsavedBand()
        self._asked: _Asked | None = None
        self._said = ""
        self._chain = AGENDA_CHAIN

    def about(self) -> Widget:
        """Return what tells what this window is."""
        return About(*words.about())

    def below(self) -> ComposeResult:
        """Yield what is not saved, the question and the foot."""
        yield self._band
        yield self._question
        yield self._foot

    def wanted(self, gathering: Gathering) -> Collection[Part]:
        """Read who pitches while teams do."""
        return projected.wanted(gathering)

    def picture(self, view: View) -> Picture:
        """Return the pitch that is on or the block that runs, whatever the projector shows, or what fits without."""
        assert view.gathering is not None, "the stage asks for a picture of a gathering"
        if pitches.is_on(view):
            return Picture.PITCH
        return picture_for(replace(view.gathering, display=Display(scene=Scene.TIMER)), view.now)

    def watch_unsaved(self, unsaved: Unsaved | None) -> None:
        """Say what is not saved as long as it is not."""
        self._band.show(unsaved)

    def painted(self, view: View) -> None:
        """Show what stands below; a question about a block that has gone is asked no more."""
        if self._asked is not None and self._asked.running != _running(view):
            self.action_no()
        self._foot.show(view, self._said)

    # keys

    def action_next(self) -> None:
        """Start, or go on to the next block; a double press, and a day of another date, ask first."""
        view = self.view
        if self._asked is not None or view is None or view.gathering is None or self.fault is not None:
            return
        if pitches.is_on(view):
            self._keep_pitch(pitches.forward(view))
            return
        question = words.other_date(view, view.gathering)
        if question is None and view.current is not None and self._has_just_started(view.current[0]):
            question = words.leave(view, view.current[0])
        verb = "start" if view.current is None else "next"
        if question is None:
            self._do(verb)
        else:
            self._ask(question, lambda: self._do(verb))

    def action_next_or_no(self) -> None:
        """Go on to the next block, or call the next team up; to a question the same key says no."""
        if self._asked is not None:
            self.action_no()
        elif self.view is not None and pitches.is_on(self.view):
            self._keep_pitch(pitches.next_team(self.view))
        else:
            self.action_next()

    def action_pause(self) -> None:
        """Pause the running block, or the pitch in it, or let the paused one go on."""
        if self.view is not None and pitches.is_on(self.view):
            self._keep_pitch(pitches.pause(self.view))
        elif self.view is not None and self.view.current is not None:
            self._do("resume" if self.view.current[0].state is State.PAUSED else "pause")

    def action_extend(self, seconds: int) -> None:
        """Give the running block time, or take it."""
        if self.view is not None and self.view.current is not None and not pitches.is_on(self.view):
            self._do("extend", seconds=seconds)

    def action_turn(self) -> None:
        """Go on to the next team of the round, or the next step."""
        if self.view is not None and can_turn(self.view):
            self.attempt(words.turn_does(self.view), partial(next_turn, self.session), self._tell_done)

    def action_undo(self) -> None:
        """Take the last thing back: of the pitches while teams pitch, or when it was the last that was done here."""
        chain = _PITCH_CHAIN if self.view is not None and pitches.is_on(self.view) else self._chain
        self.attempt(_("Undo"), lambda _at: self.session.undo(chain), self._tell_undone)

    def action_yes(self) -> None:
        """Do what the question was about."""
        asked = self._asked
        self.action_no()
        if asked is not None:
            asked.deed()

    def action_no(self) -> None:
        """Leave things as they are, and put what lies over the window away."""
        self._asked = None
        self._question.close()
        self.action_close_about()

    def refuse(self, reason: str) -> None:
        """Tell why something was not done, where the confirmations stand."""
        self._say(_("Not done: {reason}").format(reason=reason))

    def _has_just_started(self, block: Block) -> bool:
        return block.started_at is not None and self.session.now() - block.started_at < _DOUBLE_PRESS * self._speed

    def _ask(self, question: str, deed: Callable[[], None]) -> None:
        self._asked = _Asked(_running(self.view), deed)
        self._question.ask(question)

    def _keep_pitch(self, step: Step | None) -> None:
        """Do what a key does to the pitch clock; of a double press, the first press alone."""
        if step is None or self.view is None or self.fault is not None:
            return
        if step.action == "pitch-phase" and pitches.is_double_press(self.view, speed=self._speed):
            self._say(_("Pressed twice: the clock has only just turned."))
            return
        self._do(step.action)
        self._chain = _PITCH_CHAIN

    def _do(self, name: str, **arguments: object) -> None:
        self._chain = AGENDA_CHAIN
        self.attempt(_(registry.action(name).label), self.deed(name, **arguments), self._tell_done)

    def _tell_done(self, done: Done) -> None:
        self._tell(done.action, done.arguments)

    def _tell_undone(self, done: Done) -> None:
        self._tell("undo", {"action": done.action, **done.arguments})

    def _tell(self, action: str, arguments: dict[str, object]) -> None:
        if self.view is not None:
            self._say(words.saved(self.view, action, arguments))

    def _say(self, sentence: str) -> None:
        self._said = sentence
        if self.view is not None:
            self._foot.show(self.view, sentence)


def _running(view: View | None) -> int | None:
    """The id of the block that runs."""
    return view.current[0].id if view is not None and view.current is not None else None
