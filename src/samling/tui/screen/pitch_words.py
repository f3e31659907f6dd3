"""What the projector and the timekeeper say of a pitch: pure functions to sentences in the language in use."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.display import Signal
from samling.domain.pitching.clock import Showing
from samling.language import _, ngettext
from samling.pitch_wording import showing_word
from samling.tui.screen.words import PAUSE_SHAPE, SHAPES
from samling.wording import countdown

if TYPE_CHECKING:
    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching

_MINUTE = 60
ON_STAGE = (Showing.PITCH, Showing.QUESTIONS)


def phase(pitching: Pitching, showing: Showing) -> str:
    """Return what a phase is called, as it was labelled or in our own word, with a capital."""
    word = showing_word(showing, pitching.settings)
    return word[:1].upper() + word[1:]


def on_stage(pitching: Pitching, figures: ClockFigures) -> str:
    """Return the phase with the team's name: "Pitch · Fjord"."""
    return _("{phase} · {team}").format(phase=phase(pitching, figures.showing), team=title(pitching, figures))


def label(figures: ClockFigures) -> str:
    """Return what stands over the name of the team that comes."""
    return {Showing.BEFORE: _("First – get ready"), Showing.CHANGEOVER: _("Next – get ready")}.get(figures.showing, "")


def title(pitching: Pitching, figures: ClockFigures) -> str:
    """Return the name of the team that it is about; after the last, that all have pitched."""
    if figures.team_id is None:
        return _("All teams have pitched")
    return pitching.name_of(figures.team_id)


def project(pitching: Pitching, figures: ClockFigures) -> str:
    """Return where in the order the team is and what its work is about: its theme, else its aim or its problem."""
    if figures.team_id is None:
        return ""
    team = pitching.team(figures.team_id)
    about = team.theme or team.aim or team.problem
    return " · ".join(each for each in (place(pitching, figures.team_id), about) if each)


def place(pitching: Pitching, team_id: int) -> str:
    """Return where in the order a team is: "3 of 12"."""
    ids = [pitch.team_id for pitch in pitching.order]
    return _("{place} of {count}").format(place=ids.index(team_id) + 1, count=len(ids))


def time_left(figures: ClockFigures) -> str:
    """Return the time left, and in overtime the time over. A changeover that has taken its time stands at nothing."""
    if not figures.is_on:
        return ""
    if figures.showing is Showing.CHANGEOVER:
        return countdown(max(timedelta(0), figures.remaining))
    return countdown(figures.remaining)


def signal(figures: ClockFigures) -> Signal:
    """Return the sign that the room sees: none in a changeover."""
    return figures.signal if figures.showing in ON_STAGE else Signal.CALM


def sign(figures: ClockFigures) -> tuple[str, str]:
    """Return the shape and the words of the sign; empty words while there is nothing to say."""
    if figures.paused:
        return PAUSE_SHAPE, _("Paused")
    now = signal(figures)
    return SHAPES[now], _sign_words(figures) if now is not Signal.CALM else ""


def _sign_words(figures: ClockFigures) -> str:
    mark = figures.mark or 0
    if not mark:
        return _("Time is up") if figures.remaining > timedelta(seconds=-1) else _("Over time")
    if mark == _MINUTE:
        return _("Last minute")
    if mark % _MINUTE == 0:
        return _("Last {count} minutes").format(count=mark // _MINUTE)
    return ngettext("Last {count} second", "Last {count} seconds", mark).format(count=mark)


def following(pitching: Pitching, figures: ClockFigures) -> str:
    """Return which team comes after, and should be getting ready; after the last, what the day comes to."""
    if figures.showing is Showing.OVER:
        return _("The award comes next")
    if figures.following is None:
        return _("The last team") if figures.showing in ON_STAGE else ""
    name = pitching.name_of(figures.following)
    if figures.showing in ON_STAGE:
        return _("Get ready: {team}").format(team=name)
    return _("Then: {team}").format(team=name)
