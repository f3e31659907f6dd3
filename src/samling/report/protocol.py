"""The jury's protocol: order, times, judges, sheets with their versions, result, ties, prizes and revisions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.pitching import form, jury
from samling.language import _
from samling.pitch_wording import rung_word
from samling.report import pitches, protocol_award, protocol_jury
from samling.report.results import instant
from samling.report.section import Report
from samling.wording import clock_time, long_date, method_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Result


def protocol(gathering: Gathering, pitching: Pitching, sheets: Sequence[JudgeSheets], now: datetime) -> Report:
    """Return the protocol as it stands at `now`. Raises `Refused` without a form in use."""
    result = jury.counted(pitching, sheets)
    title = _("Jury's protocol: {title}")
    return Report(
        title=title.format(title=gathering.title),
        lead=(long_date(gathering.date), *_how(pitching, result)),
        sections=(
            pitches.section(pitching, now),
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
