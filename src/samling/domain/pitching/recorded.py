"""What the pitch clock has recorded: what may be added to it, and how it moves when the laptop's clock is set."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain.clockset import NOTICEABLE, STILL_ON
from samling.domain.gathering import Pause
from samling.domain.verbs import check_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.action import Moment
    from samling.domain.pitching.values import Pitch, Pitching, Run


def check(pitching: Pitching, moment: Moment) -> None:
    """Refuse what would be recorded before the last action of the pitch clock, or after now; say both limits."""
    check_within(latest(pitching), moment.at, moment.now, pitching.timezone)


def latest(pitching: Pitching) -> datetime | None:
    """The last instant that the pitch clock has recorded, in runs that were given up as well."""
    return max((instant for pitch in pitching.order for instant in _instants(pitch)), default=None)


def _instants(pitch: Pitch) -> Iterator[datetime]:
    if pitch.called_at is not None:
        yield pitch.called_at
    for run in pitch.runs:
        yield run.started_at
        yield from (each for each in (run.questions_at, run.ended_at) if each is not None)
        for pause in run.pauses:
            yield from (each for each in (pause.started_at, pause.ended_at) if each is not None)


def is_todays(pitching: Pitching, now: datetime) -> bool:
    """Whether there is a record that was made with the clock that shows `now`, and not a day ago."""
    last = latest(pitching)
    return last is not None and -NOTICEABLE <= now - last < STILL_ON


def is_under_way(pitching: Pitching, now: datetime) -> bool:
    """Whether the pitches are on, by a record of today."""
    return is_todays(pitching, now) and (pitching.on_clock is not None or pitching.following is not None)


def shift(pitching: Pitching, by: timedelta, now: datetime) -> Pitching:
    """Move what the pitch clock has recorded by as much as the laptop's clock was moved, so that lengths stay true.

    What was recorded more than a day before `now` (as the clock showed before it was set) was another day's.
    """
    order = tuple(
        _moved(pitch, by) if all(now - each < STILL_ON for each in _instants(pitch)) else pitch
        for pitch in pitching.order
    )
    return replace(pitching, order=order)


def _moved(pitch: Pitch, by: timedelta) -> Pitch:
    called = None if pitch.called_at is None else pitch.called_at + by
    return replace(pitch, called_at=called, runs=tuple(_moved_run(run, by) for run in pitch.runs))


def _moved_run(run: Run, by: timedelta) -> Run:
    return replace(
        run,
        started_at=run.started_at + by,
        questions_at=None if run.questions_at is None else run.questions_at + by,
        ended_at=None if run.ended_at is None else run.ended_at + by,
        pauses=tuple(
            Pause(pause.started_at + by, None if pause.ended_at is None else pause.ended_at + by)
            for pause in run.pauses
        ),
    )
