"""What one key does to the pitch clock, for every window that keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.pitching import clock, projected
from samling.domain.pitching.clock import Showing
from samling.domain.pitching.values import Status
from samling.language import _

if TYPE_CHECKING:
    from samling.tui.view import View

_DOUBLE_PRESS = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Step:
    """What a key would do now: an action of the registry, and what to call it."""

    action: str
    words: str


def is_on(view: View) -> bool:
    """Whether teams pitch: the running block is theirs, and not all have had their turn."""
    return view.gathering is not None and projected.is_on(view.gathering, view.pitching)


def forward(view: View) -> Step | None:
    """Return what the space bar does: start the clock at the first word, the questions, the end of the pitch."""
    pitching, figures = view.pitching, view.pitch
    if pitching is None or figures is None:
        return None
    on_clock = pitching.on_clock
    if on_clock is None or on_clock.run is None:
        return Step("pitch-start", _("start at the first word")) if pitching.following else None
    if figures.showing is Showing.PITCH and on_clock.run.lengths.questions_seconds:
        return Step("pitch-phase", _("questions"))
    return Step("pitch-phase", _("end the pitch"))


def pause(view: View) -> Step | None:
    """Return what the key for a pause does."""
    on_clock = view.pitching.on_clock if view.pitching else None
    if on_clock is None:
        return None
    if on_clock.status is Status.PAUSED:
        return Step("pitch-resume", _("go on"))
    return Step("pitch-pause", _("pause"))


def next_team(view: View) -> Step | None:
    """Return what the key for the next team does: end the pitch on the stage, and call the next team up."""
    pitching = view.pitching
    if pitching is None:
        return None
    coming = pitching.following
    if pitching.on_clock is not None:
        return Step("pitch-next", _("next team") if coming else _("end the last pitch"))
    return Step("pitch-next", _("call the next team up")) if coming and coming.status is Status.WAITING else None


def is_double_press(view: View, *, speed: float) -> bool:
    """Whether the clock was started, or came to the questions, less than a second ago: the same press, come twice."""
    on_clock = view.pitching.on_clock if view.pitching else None
    if on_clock is None or on_clock.run is None:
        return False
    turned = clock.questions_from(on_clock.run, view.now) or on_clock.run.started_at
    return timedelta(0) <= view.now - turned < _DOUBLE_PRESS * speed
