"""A team's pitch: who they are, what it is about, the phase and its clock as large as can be. Nothing of the scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from samling.domain.pitching.clock import ZERO, Showing
from samling.tui.screen import pitch_words
from samling.tui.screen.clockwork import Sign, mark, visible_share
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText
from samling.tui.widgets.progress import BlockBar

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching
    from samling.tui.view import View


def share_gone(figures: ClockFigures) -> float:
    """Return how much of a phase is gone: from 0 to 1, and above 1 in overtime."""
    return figures.elapsed / figures.length if figures.length > ZERO else 2.0


def mark_shares(figures: ClockFigures) -> tuple[float, ...]:
    """Return the shares of a phase at which signs are given."""
    whole = figures.length.total_seconds()
    return tuple(1 - each / whole for each in figures.marks)


class PitchScene(SceneView):
    """The team on the stage with its clock; between teams, the one that is to get ready."""

    def __init__(self) -> None:
        super().__init__()
        self._on_stage, self._to_come = OnStage(), ToCome()

    def compose(self) -> ComposeResult:
        """Lay both where one of them stands."""
        yield self._on_stage
        yield self._to_come

    def show(self, view: View) -> None:
        """Show the pitch clock."""
        pitching, figures = view.pitching, view.pitch
        if pitching is None or figures is None:
            return
        is_on_stage = figures.showing in pitch_words.ON_STAGE
        self._on_stage.display, self._to_come.display = is_on_stage, not is_on_stage
        (self._on_stage if is_on_stage else self._to_come).show(pitching, figures)


class OnStage(Vertical):
    """The team that pitches, or is asked questions."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Headline(classes="title", share=0.17, tall_share=0.28, letters=0.12)
        self._project = Headline(classes="project", share=0.13, letters=0.07, whole=True)
        self._left, self._sign, self._bar = BigText(classes="left"), Sign(), BlockBar()
        self._next = Headline(classes="next", share=0.14, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._title
        yield self._project
        yield self._left
        yield self._sign
        yield self._bar
        yield self._next

    def show(self, pitching: Pitching, figures: ClockFigures) -> None:
        """Show a team whose clock is on."""
        now = pitch_words.signal(figures)
        mark(self, now, paused=figures.paused)
        self._title.say(pitch_words.on_stage(pitching, figures))
        self._project.say(pitch_words.project(pitching, figures))
        self._left.text = pitch_words.time_left(figures)
        self._sign.say(*pitch_words.sign(figures))
        self._bar.fraction = visible_share(share_gone(figures), self._bar.content_size.width)
        self._bar.marks = mark_shares(figures)
        self._bar.tone = "paused" if figures.paused else now.value
        self._next.say(pitch_words.following(pitching, figures))


class ToCome(Vertical):
    """The team that is to get ready, with the changeover's clock; after the last, that all have pitched."""

    def __init__(self) -> None:
        super().__init__()
        self._label = Headline(classes="label", share=0.14, letters=0.09, whole=True)
        self._title = Headline(classes="title", share=0.4, letters=0.2)
        self._project = Headline(classes="project", share=0.16, letters=0.08, whole=True)
        self._left = BigText(classes="left")
        self._then = Headline(classes="then", share=0.14, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._label
        yield self._title
        yield self._project
        yield self._left
        yield self._then

    def show(self, pitching: Pitching, figures: ClockFigures) -> None:
        """Show who comes."""
        self._label.say(pitch_words.label(figures))
        self._title.say(pitch_words.title(pitching, figures))
        self._project.say(pitch_words.project(pitching, figures))
        self._left.display = figures.showing is Showing.CHANGEOVER
        self._left.text = pitch_words.time_left(figures)
        self._then.say(pitch_words.following(pitching, figures))
