"""The verbs of the pitch clock: what a facilitator does while teams pitch.

Each takes the pitches and the instant it happened (UTC) and returns the pitches after it, or raises `Refused` with what
does not fit. A change of phase that came by itself is written down with the next verb, at the instant at which it came.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.gathering import Pause
from samling.domain.line import clean_line
from samling.domain.pitching import clock
from samling.domain.pitching.values import Phase, Pitch, Run, Status, status_word

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.pitching.values import Pitching


def start(pitching: Pitching, at: datetime, team_id: int | None = None) -> Pitching:
    """Start a team's clock, at its first word: the team that was called or comes next, when none is named."""
    _nobody_on_clock(pitching)
    pitch = _to_come(pitching, team_id)
    run = Run(at, pitching.settings.lengths)
    back = _nobody_called(pitching)
    return back.with_pitch(replace(pitch, status=Status.RUNNING, runs=(*pitch.runs, run)))


def pause(pitching: Pitching, at: datetime) -> Pitching:
    """Stop the clock until `resume`."""
    pitch, run = _on_clock(pitching, at)
    if pitch.status is Status.PAUSED:
        raise Refused(N_("The clock of “{team}” is paused already."), team=_name(pitching, pitch))
    paused = pitch.with_run(replace(run, pauses=(*run.pauses, Pause(at))))
    return pitching.with_pitch(replace(paused, status=Status.PAUSED))


def resume(pitching: Pitching, at: datetime) -> Pitching:
    """Let the paused clock go on."""
    pitch, run = _on_clock(pitching, at)
    if pitch.status is not Status.PAUSED:
        raise Refused(N_("The clock of “{team}” is not paused."), team=_name(pitching, pitch))
    return pitching.with_pitch(replace(pitch.with_run(_unpaused(run, at)), status=Status.RUNNING))


def next_phase(pitching: Pitching, at: datetime) -> Pitching:
    """Go on from the pitch to the questions, and from the questions (or a pitch without) to the changeover."""
    pitch, run = _on_clock(pitching, at)
    if clock.phase_at(run, at) is Phase.QUESTIONS or not run.lengths.questions_seconds:
        return stop(pitching, at)
    asked = replace(_unpaused(run, at), questions_at=at)
    return pitching.with_pitch(replace(pitch.with_run(asked), status=Status.RUNNING))


def stop(pitching: Pitching, at: datetime) -> Pitching:
    """End the pitch whose clock runs; the changeover begins."""
    pitch, _run = _on_clock(pitching, at)
    return pitching.with_pitch(replace(ended(pitch, at), status=Status.DONE))


def next_team(pitching: Pitching, at: datetime, team_id: int | None = None) -> Pitching:
    """End the pitch whose clock runs, if one does, and call the next team (or the one named) up.

    The team's own clock starts at its first word. With no team left to call, the last pitch is ended.
    """
    if pitching.on_clock is not None:
        pitching = stop(pitching, at)
        if pitching.following is None:
            return pitching
    called = next((pitch for pitch in pitching.order if pitch.status is Status.CALLED), None)
    if called is not None and team_id in (None, called.team_id):
        raise Refused(
            N_("“{team}” has been called up: start its clock at its first word."), team=_name(pitching, called)
        )
    pitch = _to_come(pitching, team_id)
    return _nobody_called(pitching).with_pitch(replace(pitch, status=Status.CALLED, called_at=at))


def restart(pitching: Pitching, at: datetime, reason: str, team_id: int | None = None) -> Pitching:
    """Start the clock of a team again from zero, for a reason; what it showed is kept, and counts no more.

    The team is the one on the clock, else the one that pitched last, when none is named.
    """
    reason = clean_line(reason)
    pitch = _started(pitching, team_id)
    if pitching.on_clock is not None and pitching.on_clock is not pitch:
        _nobody_on_clock(pitching)
    closed = ended(pitch, at) if pitch.is_on_clock else pitch
    assert closed.run is not None, "a pitch that was started has a run"
    given_up = closed.with_run(replace(closed.run, given_up=reason))
    again = Run(at, pitching.settings.lengths)
    back = _nobody_called(pitching)
    return back.with_pitch(replace(given_up, status=Status.RUNNING, runs=(*given_up.runs, again)))


def ended(pitch: Pitch, at: datetime) -> Pitch:
    """Return a pitch with its run ended at `at`; its status is the caller's to say."""
    assert pitch.run is not None, "a pitch on the clock has a run"
    return pitch.with_run(replace(_unpaused(settled(pitch.run, at), at), ended_at=at))


def settled(run: Run, at: datetime) -> Run:
    """Return a run with the change of phase that came by itself before `at` written down, if one did."""
    return replace(run, questions_at=clock.questions_from(run, at))


def _unpaused(run: Run, at: datetime) -> Run:
    return replace(run, pauses=tuple(each if each.ended_at else replace(each, ended_at=at) for each in run.pauses))


def _on_clock(pitching: Pitching, at: datetime) -> tuple[Pitch, Run]:
    pitch = pitching.on_clock
    if pitch is None or pitch.run is None:
        raise Refused(N_("No team's clock is running."))
    run = settled(pitch.run, at)
    return pitch.with_run(run), run


def _nobody_on_clock(pitching: Pitching) -> None:
    if pitching.on_clock is not None:
        raise Refused(N_("The clock of “{team}” runs: stop it first."), team=_name(pitching, pitching.on_clock))


def _nobody_called(pitching: Pitching) -> Pitching:
    """The pitches with a team that was called waiting again: another one has come before it."""
    order = (
        replace(pitch, status=Status.WAITING, called_at=None) if pitch.status is Status.CALLED else pitch
        for pitch in pitching.order
    )
    return replace(pitching, order=tuple(order))


def _to_come(pitching: Pitching, team_id: int | None) -> Pitch:
    pitch = pitching.following if team_id is None else pitching.pitch(team_id)
    if pitch is None:
        raise Refused(
            N_("No team is left to pitch.")
            if pitching.order
            else N_("There is no order of the pitches yet. Draw one: samling pitch order draw")
        )
    if not pitch.is_to_come:
        raise Refused(
            N_("“{team}” is {state}: only a team that waits can come up."),
            team=_name(pitching, pitch),
            state=status_word(pitch.status),
        )
    return pitch


def _started(pitching: Pitching, team_id: int | None) -> Pitch:
    if team_id is not None:
        pitch: Pitch | None = pitching.pitch(team_id)
    else:
        pitch = pitching.on_clock or _latest(pitching)
    if pitch is None:
        raise Refused(N_("No team has pitched yet."))
    if not (pitch.is_on_clock or pitch.status is Status.DONE):
        raise Refused(N_("“{team}” has not pitched."), team=_name(pitching, pitch))
    return pitch


def _latest(pitching: Pitching) -> Pitch | None:
    done = [
        (pitch.run.ended_at, pitch.run.started_at, pitch)
        for pitch in pitching.order
        if pitch.status is Status.DONE and pitch.run and pitch.run.ended_at
    ]
    return max(done, key=lambda each: each[:2])[2] if done else None


def _name(pitching: Pitching, pitch: Pitch) -> str:
    return pitching.team(pitch.team_id).name
