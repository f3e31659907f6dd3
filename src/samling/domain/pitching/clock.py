"""The clock of the pitches: every figure as a pure function of (the stored pitches, now). Nothing here counts.

Instants are UTC, durations `timedelta`. The rules are those of the scoring reference of the project ("The clock of a
pitch"): the questions begin when somebody says so or, told to run on, when the pitch has taken its time and the grace.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.display import Signal, last_passed, signal_at
from samling.domain.pitching.values import Phase, Status

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitch, Pitching, Run

ZERO = timedelta(0)


class Showing(StrEnum):
    """What the clock of the pitches shows: nothing before the first, a phase, the changeover, and the end of it all."""

    BEFORE = "before"
    PITCH = "pitch"
    QUESTIONS = "questions"
    CHANGEOVER = "changeover"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """Every figure of the pitch clock at one moment.

    `team_id` is the team that it is about: on the stage or, in a changeover, to come. `changes_at` is when the
    questions begin by themselves, None where they do not, or while the clock is paused. `marks` are the seconds left at
    which signs are given. `following` is the team that comes after, and should be getting ready.
    """

    showing: Showing
    team_id: int | None
    length: timedelta
    elapsed: timedelta
    paused: bool = False
    changes_at: datetime | None = None
    marks: tuple[int, ...] = ()
    following: int | None = None

    @property
    def remaining(self) -> timedelta:
        """Time left; below zero it is time over."""
        return self.length - self.elapsed

    @property
    def mark(self) -> int | None:
        """The seconds left at which the last sign was given: 0 when the time is up, None before the first."""
        return last_passed(self.marks, self.remaining.total_seconds()) if self.is_on else None

    @property
    def signal(self) -> Signal:
        """The warning sign for the time left."""
        return signal_at(self.marks, self.remaining.total_seconds()) if self.is_on else Signal.CALM

    @property
    def is_on(self) -> bool:
        """Whether there is a clock to show."""
        return self.showing not in (Showing.BEFORE, Showing.OVER)

    @property
    def moves(self) -> bool:
        """Whether the figures change as time goes."""
        return self.is_on and not self.paused


def figures(pitching: Pitching, now: datetime) -> ClockFigures:
    """Compute every figure of the pitch clock at `now`."""
    on_clock, following = pitching.on_clock, pitching.following
    if on_clock is not None and on_clock.run is not None:
        return _of_run(pitching, on_clock, on_clock.run, now)
    last = last_end(pitching)
    if following is None or last is None:
        showing = Showing.OVER if following is None and last is not None else Showing.BEFORE
        return ClockFigures(showing, _id(following), ZERO, ZERO, following=_after(pitching, following))
    length = timedelta(seconds=pitching.settings.changeover_seconds)
    after = _after(pitching, following)
    return ClockFigures(Showing.CHANGEOVER, following.team_id, length, now - last, following=after)


def _of_run(pitching: Pitching, pitch: Pitch, run: Run, now: datetime) -> ClockFigures:
    phase = phase_at(run, now)
    length = run.lengths.of(phase)
    return ClockFigures(
        Showing(phase.value),
        pitch.team_id,
        timedelta(seconds=length),
        elapsed(run, phase, now),
        paused=pitch.status is Status.PAUSED,
        changes_at=automatic_change(run) if phase is Phase.PITCH else None,
        marks=tuple(mark for mark in pitching.settings.signal_seconds if mark < length),
        following=_id(pitching.following),
    )


def _after(pitching: Pitching, pitch: Pitch | None) -> int | None:
    """The team that is first to come after a pitch that is itself to come."""
    rest = (each.team_id for each in pitching.order if each.is_to_come and each is not pitch)
    return next(rest, None)


def _id(pitch: Pitch | None) -> int | None:
    return pitch.team_id if pitch else None


def last_end(pitching: Pitching) -> datetime | None:
    """When the stage was left last: the end of the run that ended last, those given up not counted."""
    ends = (pitch.run.ended_at for pitch in pitching.order if pitch.run)
    return max((end for end in ends if end is not None), default=None)


# one run


def automatic_change(run: Run) -> datetime | None:
    """When the questions begin by themselves; None where they do not, or a pause that is still open comes before.

    It is the instant at which the pitch has taken its time and the grace, without the pauses before it.
    """
    lengths = run.lengths
    if run.questions_at is not None or not lengths.runs_on or not lengths.questions_seconds:
        return None
    change = run.started_at + timedelta(seconds=lengths.pitch_seconds + lengths.grace_seconds)
    for pause in run.pauses:
        if pause.started_at >= change:
            break
        if pause.ended_at is None:
            return None
        change += pause.ended_at - pause.started_at
    return None if run.ended_at is not None and change > run.ended_at else change


def questions_from(run: Run, now: datetime) -> datetime | None:
    """When the questions of a run began: as recorded, or by themselves; None while they have not by `now`."""
    if run.questions_at is not None:
        return run.questions_at
    change = automatic_change(run)
    return change if change is not None and change <= now else None


def phase_at(run: Run, now: datetime) -> Phase:
    """Which phase a run is in at `now`."""
    return Phase.PITCH if questions_from(run, now) is None else Phase.QUESTIONS


def elapsed(run: Run, phase: Phase, now: datetime) -> timedelta:
    """Time that a phase of a run has taken by `now`, without pauses; a run that has ended keeps its own."""
    until = run.ended_at or now
    change = questions_from(run, until)
    if phase is Phase.PITCH:
        return _between(run, run.started_at, change or until)
    return _between(run, change, until) if change else ZERO


def _between(run: Run, first: datetime, last: datetime) -> timedelta:
    return last - first - paused_time(run, first, last)


def paused_time(run: Run, first: datetime, last: datetime) -> timedelta:
    """How much of the time from `first` to `last` was paused; a pause that is open counts until `last`."""
    parts = (min(pause.ended_at or last, last) - max(pause.started_at, first) for pause in run.pauses)
    return sum((part for part in parts if part > ZERO), ZERO)


def overtime(run: Run, phase: Phase, now: datetime) -> timedelta:
    """How far a phase of a run has gone over its length by `now`, never below nothing."""
    return max(ZERO, elapsed(run, phase, now) - timedelta(seconds=run.lengths.of(phase)))


def overtime_seconds(pitch: Pitch, now: datetime) -> int:
    """Whole seconds that a team has taken over its time, both phases together; 0 where it has not pitched."""
    if pitch.run is None:
        return 0
    return int(sum((overtime(pitch.run, phase, now) for phase in Phase), ZERO).total_seconds())
