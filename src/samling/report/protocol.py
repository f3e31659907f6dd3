"""The jury's protocol: order, times, judges, sheets with their versions, result, ties, prizes and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.pitching import form, jury
from samling.domain.pitching.clock import elapsed, overtime_seconds
from samling.domain.pitching.values import Phase, status_word
from samling.language import _
from samling.pitch_wording import rung_word
from samling.report import protocol_award, protocol_jury
from samling.report.results import instant
from samling.report.section import Report, Section, Table
from samling.wording import clock_time, long_date, method_word, stopwatch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitch, Pitching, Run
    from samling.domain.scoring.result import Result


def protocol(gathering: Gathering, pitching: Pitching, sheets: Sequence[JudgeSheets], now: datetime) -> Report:
    """Return the protocol as it stands at `now`. Raises `Refused` without a form in use."""
    result = jury.counted(pitching, sheets)
    title = _("Jury's protocol: {title}")
    return Report(
        title=title.format(title=gathering.title),
        lead=(long_date(gathering.date), *_how(pitching, result)),
        sections=(
            _order(pitching, now),
            protocol_jury.judges(pitching),
            protocol_jury.sheets(pitching, sheets),
            protocol_award.result(pitching, result, now),
            protocol_award.award(pitching),
            protocol_award.prizes(pitching),
            protocol_award.revisions(pitching),
        ),
        data=_head(gathering, pitching),
    )


def _head(gathering: Gathering, pitching: Pitching) -> dict[str, Any]:
    made = pitching.made
    return {
        "gathering": {"id": gathering.id, "number": gathering.number, "title": gathering.title},
        "date": gathering.date.isoformat(),
        "forms": [
            {
                "id": use.form.id,
                "title": use.form.title,
                "version": use.version,
                "used_from": instant(use.used_from, pitching),
                "reason": use.reason,
                "criteria": [
                    {"id": each.id, "name": each.name, "weight": each.weight, "tie_rank": each.tie_rank}
                    for each in use.form.criteria
                ],
            }
            for use in pitching.forms
        ],
        "method": pitching.settings.method,
        "ties_broken_by": list(pitching.settings.ladder),
        "order": {
            "drawn_from_seed": made.seed if made else None,
            "at": instant(made.made_at, pitching) if made else None,
        },
    }


def _how(pitching: Pitching, result: Result) -> Iterator[str]:
    """How the teams were judged and the order was made, in sentences."""
    for use in pitching.forms:
        said = _("Form: {title}, version {version}, from {time}.").format(
            title=use.form.title, version=use.version, time=clock_time(use.used_from, pitching.timezone)
        )
        yield _("{said} Why: {reason}").format(said=said, reason=use.reason) if use.reason else said
    for each in form.in_use(pitching).form.criteria:
        yield _("{criterion}: {weight} %").format(criterion=each.name, weight=each.weight)
    yield _("Counted by: {method}.").format(method=method_word(result.method))
    steps = ", ".join(rung_word(each) for each in pitching.settings.ladder)
    yield _("Ties are broken by: {steps}.").format(steps=steps) if steps else _("Ties share the place.")
    if pitching.made is not None:
        at = clock_time(pitching.made.made_at, pitching.timezone)
        yield (
            _("The order was set by hand at {time}.").format(time=at)
            if pitching.made.seed is None
            else _("The order was drawn at {time}, from the seed {seed}.").format(time=at, seed=pitching.made.seed)
        )


# the pitches


def _order(pitching: Pitching, now: datetime) -> Section:
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
