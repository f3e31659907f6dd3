"""What a team is told of its pitch: its own scores and the comments, without the judges' names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.line import alphabetical
from samling.domain.pitching import form, jury
from samling.domain.pitching.values import OUT, status_word
from samling.language import _
from samling.pitch_wording import figure
from samling.report.results import shown
from samling.report.section import Report, Section, Table
from samling.wording import points

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching, Status
    from samling.domain.scoring.form import Criterion
    from samling.domain.scoring.result import Figures, Result


def feedback(pitching: Pitching, sheets: Sequence[JudgeSheets], team_id: int) -> Report:
    """Return a team's feedback from the sheets that count, in an order that gives no judge away.

    Raises `Refused` for a team that is not in the order, and without a form in use.
    """
    status = pitching.pitch(team_id).status
    result = jury.placed(pitching, sheets)
    figures = next(each for each in result.teams if each.team == team_id)
    counted = [sheet for of in sheets for sheet in of.sheets if _is_told(pitching, of, sheet, team_id)]
    name = pitching.name_of(team_id)
    return Report(
        title=_("Feedback on the pitch: {team}").format(team=name),
        lead=tuple(_lead(result, figures.total, len(counted), status)),
        sections=(_scores(pitching, counted, figures.criteria), _comments(counted)),
        data={"team": name, "sheets": len(counted), "mean": shown(figures.total.mean) if figures.total else None},
    )


def _is_told(pitching: Pitching, of: JudgeSheets, sheet: Sheet, team_id: int) -> bool:
    return sheet.team_id == team_id and jury.counts(pitching, of, sheet)


def _lead(result: Result, total: Figures | None, count: int, status: Status) -> Iterator[str]:
    """Yield the total with what it is made of, or why there is none."""
    if total is not None:
        yield _total(total, count)
        if not result.is_complete and not result.single_judge:
            yield _("Not every judge scored every team: the means are evened out for how strict the judges are.")
    elif status in OUT:
        yield _("The team is not scored: {state}.").format(state=_(status_word(status)))
    else:
        yield _("No sheets have come in yet.")


def _total(figures: Figures, count: int) -> str:
    said = _("In all {score}; the {count} sheets go from {lowest} to {highest}.")
    return said.format(
        score=figure(figures.mean),
        lowest=points(figures.lowest),
        highest=points(figures.highest),
        count=count,
    )


def _scores(pitching: Pitching, counted: Sequence[Sheet], figures: Mapping[str, Figures]) -> Section:
    criteria = form.in_use(pitching).form.criteria
    given = {each.id: _given(each, counted) for each in criteria}
    means = {each.id: figures[each.id].mean if each.id in figures else None for each in criteria}
    rows = tuple((each.name, figure(means[each.id]), ", ".join(map(str, given[each.id])) or "–") for each in criteria)
    data = [
        {"criterion": each.id, "name": each.name, "mean": shown(means[each.id]), "given": given[each.id]}
        for each in criteria
    ]
    heads = (_("Criterion"), _("Mean"), _("Given, the highest first"))
    return Section("criteria", _("Scores"), data, table=Table(heads, rows, frozenset({1})))


def _given(criterion: Criterion, counted: Sequence[Sheet]) -> list[int]:
    return sorted((each.values[criterion.id] for each in counted if criterion.id in each.values), reverse=True)


def _comments(counted: Sequence[Sheet]) -> Section:
    comments = sorted((each.comment for each in counted if each.comment), key=alphabetical)
    return Section("comments", _("Comments"), comments, tuple(comments) or (_("There are none."),))
