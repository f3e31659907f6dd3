"""How the pitches are said: the same words in every window and command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.clock import Showing, figures
from samling.language import _
from samling.wording import countdown

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching, Settings


def showing_word(showing: Showing, settings: Settings) -> str:
    """Return the word for what the clock of the pitches shows: a phase by its own label, where it has one."""
    labels = {Showing.PITCH: settings.pitch_label, Showing.QUESTIONS: settings.questions_label}
    return (
        labels.get(showing)
        or {
            Showing.BEFORE: _("not begun"),
            Showing.PITCH: _("pitch"),
            Showing.QUESTIONS: _("questions"),
            Showing.CHANGEOVER: _("changeover"),
            Showing.OVER: _("all have pitched"),
        }[showing]
    )


def rung_word(rung: str) -> str:
    """Return the words for a step of the ladder by which ties are broken."""
    return {
        "head_to_head": _("head-to-head of two"),
        "criteria": _("the criteria that the form names for ties"),
        "rerank": _("the tied among themselves"),
    }[rung]


def clock_line(pitching: Pitching, now: datetime) -> str:
    """Return the clock of the pitches in one line: "Fjord: pitch 3:20 · next: Vidde"."""
    shown = figures(pitching, now)
    parts = [_stage(pitching, shown)]
    if shown.following is not None:
        parts.append(_("next: {team}").format(team=pitching.name_of(shown.following)))
    return " · ".join(parts)


def _stage(pitching: Pitching, shown: ClockFigures) -> str:
    word = showing_word(shown.showing, pitching.settings)
    if shown.team_id is None:
        return word
    if not shown.is_on:
        return _("{team}: {what}").format(team=pitching.name_of(shown.team_id), what=word)
    what = _("{team}: {what} {time}").format(
        team=pitching.name_of(shown.team_id), what=word, time=countdown(shown.remaining)
    )
    return _("{what} (paused)").format(what=what) if shown.paused else what
