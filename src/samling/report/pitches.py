"""What is told of the pitches themselves: in which order, when each began and what it took."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.gathering import Kind
from samling.domain.pitching.clock import elapsed, overtime_seconds
from samling.domain.pitching.values import Phase, status_word
from samling.language import _
from samling.report.results import instant
from samling.report.section import Section, Table
from samling.wording import clock_time, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.values import Pitch, Pitching, Run
    from samling.report.section import Matter


def of_the_day(matter: Matter) -> Section | None:
    """Tell of the pitches on the day that they were held; nothing of what they came to, which the jury tells."""
    blocks = matter.gathering.of_day(matter.number)
    if not any(block.kind is Kind.PITCHING and block.started_at for block in blocks):
        return None
    pitching = matter.session.stage()
    return section(pitching, matter.session.now()) if any(each.run for each in pitching.order) else None


def section(pitching: Pitching, now: datetime) -> Section:
    """Tell of every pitch when it began, what it took and how far over time it went, as it stands at `now`."""
    heads = ("", _("Team"), _("Began"), _("Pitch"), _("Questions"), _("Over time"), _("State"))
    rows = tuple(_order_row(pitching, number, each, now) for number, each in enumerate(pitching.order, start=1))
    return Section(
        "pitches",
        _("The pitches"),
        [_pitch_json(pitching, each, now) for each in pitching.order],
        lines=tuple(_restarts(pitching)),
        table=Table(heads, rows, frozenset({0, 3, 4, 5})),
    )


def _order_row(pitching: Pitching, number: int, each: Pitch, now: datetime) -> tuple[str, ...]:
    run, state = each.run, _(status_word(each.status))
    return (
        str(number),
        pitching.name_of(each.team_id),
        clock_time(run.started_at, pitching.timezone, seconds=True) if run else "–",
        stopwatch(elapsed(run, Phase.PITCH, now)) if run else "–",
        stopwatch(elapsed(run, Phase.QUESTIONS, now)) if run else "–",
        str(overtime_seconds(each, now)) if run else "–",
        _("{state}, moved last once").format(state=state) if each.moved_last else state,
    )


def _restarts(pitching: Pitching) -> Iterator[str]:
    """Each start of a clock that does not count, with why."""
    for pitch in pitching.order:
        for run in pitch.runs:
            if run.given_up:
                yield _("The clock of “{team}”, started at {time}, was started again: {reason}").format(
                    team=pitching.name_of(pitch.team_id),
                    time=clock_time(run.started_at, pitching.timezone, seconds=True),
                    reason=run.given_up,
                )


def _pitch_json(pitching: Pitching, each: Pitch, now: datetime) -> dict[str, Any]:
    return {
        "team": pitching.name_of(each.team_id),
        "status": each.status.value,
        "moved_last": each.moved_last,
        "overtime_seconds": overtime_seconds(each, now),
        "runs": [_run_json(pitching, run, now) for run in each.runs],
    }


def _run_json(pitching: Pitching, run: Run, now: datetime) -> dict[str, Any]:
    return {
        "started_at": instant(run.started_at, pitching),
        "questions_at": instant(run.questions_at, pitching),
        "ended_at": instant(run.ended_at, pitching),
        "pitch_seconds": elapsed(run, Phase.PITCH, now).total_seconds(),
        "questions_seconds": elapsed(run, Phase.QUESTIONS, now).total_seconds(),
        "given_up": run.given_up or None,
    }
