"""The protocol's part about the judges: who they are, whom they did not score, and every version of their sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.pitching import form
from samling.domain.pitching.judge import recused_from
from samling.domain.pitching.jury import counts
from samling.language import _
from samling.pitch_wording import names
from samling.report.results import instant
from samling.report.section import Section, Table
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching


def judges(pitching: Pitching) -> Section:
    """Return who judged, and what was said of whom they score."""
    data = [_judge_json(pitching, judge) for judge in pitching.judges]
    lines = tuple(line for judge in pitching.judges for line in _judge_lines(pitching, judge))
    return Section("judges", _("The judges"), data, lines)


def _judge_json(pitching: Pitching, judge: Judge) -> dict[str, Any]:
    said = [
        {"team": pitching.name_of(each.team_id), "waived": each.waived, "reason": each.reason}
        for each in judge.recusals
    ]
    return {
        "name": judge.name,
        "organisation": judge.organisation,
        "voting": judge.voting,
        "recused": [pitching.name_of(each) for each in recused_from(pitching, judge)],
        "said": said,
    }


def _judge_lines(pitching: Pitching, judge: Judge) -> Iterator[str]:
    parts = (judge.name, judge.organisation, "" if judge.voting else _("no vote"))
    yield " · ".join(part for part in parts if part)
    recused = recused_from(pitching, judge)
    if recused:
        yield _("{judge} is recused from: {teams}").format(judge=judge.name, teams=names(pitching, recused))
    for each in judge.recusals:
        said = {"judge": judge.name, "team": pitching.name_of(each.team_id), "reason": each.reason}
        if each.waived:
            yield _("{judge} scores “{team}” all the same: {reason}").format(**said)
        elif each.reason:
            yield _("{judge} does not score “{team}”: {reason}").format(**said)


def sheets(pitching: Pitching, jury: Sequence[JudgeSheets]) -> Section:
    """Return every version of every sheet, by the teams' order; those of trials are not among them."""
    place = {pitch.team_id: at for at, pitch in enumerate(pitching.order)}
    found = [(of, sheet) for of in jury for sheet in of.sheets if sheet.team_id in place]
    found.sort(key=lambda each: (place[each[1].team_id], each[0].judge_id, each[1].version))
    criteria = form.in_use(pitching).form.criteria
    heads = (
        _("Team"),
        _("Judge"),
        _("Version"),
        *(each.name for each in criteria),
        _("Submitted"),
        _("Counts"),
        _("Why"),
    )
    rows = tuple(_row(pitching, of, sheet) for of, sheet in found)
    data = [_sheet_json(pitching, of, sheet) for of, sheet in found]
    return Section("sheets", _("The sheets"), data, table=Table(heads, rows, frozenset(range(2, 3 + len(criteria)))))


def _row(pitching: Pitching, of: JudgeSheets, sheet: Sheet) -> tuple[str, ...]:
    return (
        pitching.name_of(sheet.team_id),
        of.judge.name,
        str(sheet.version),
        *(str(sheet.values.get(each.id, "–")) for each in form.in_use(pitching).form.criteria),
        clock_time(sheet.submitted_at, pitching.timezone, seconds=True) if sheet.submitted_at else _("a draft"),
        _("yes") if counts(pitching, of, sheet) else _("no"),
        sheet.reason,
    )


def _sheet_json(pitching: Pitching, of: JudgeSheets, sheet: Sheet) -> dict[str, Any]:
    return {
        "team": pitching.name_of(sheet.team_id),
        "judge": of.judge.name,
        "version": sheet.version,
        "form_version": sheet.form_version,
        "scores": dict(sheet.values),
        "comment": sheet.comment,
        "reason": sheet.reason,
        "submitted_at": instant(sheet.submitted_at, pitching),
        "counts": counts(pitching, of, sheet),
    }
