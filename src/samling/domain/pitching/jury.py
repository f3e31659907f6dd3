"""From the judges' sheets to what the scoring counts, and from its result to the places that are announced."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Literal, cast

from samling.domain.pitching import form
from samling.domain.pitching.judge import eligible, recused_from, voting
from samling.domain.pitching.podium import Placing
from samling.domain.pitching.preflight import Standing
from samling.domain.pitching.values import Status
from samling.domain.scoring.result import Judging, result

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from fractions import Fraction

    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.methods import Method
    from samling.domain.scoring.ranking import Rung
    from samling.domain.scoring.result import Result, TeamResult

_OUT: Mapping[Status, Literal["withdrawn", "absent"]] = {Status.WITHDRAWN: "withdrawn", Status.ABSENT: "absent"}


def judging(pitching: Pitching, sheets: Iterable[JudgeSheets]) -> Judging:
    """Return what the result is made from, by the ids of teams and judges. Raises `Refused` without a form in use.

    Of the sheets, the newest submitted versions of the voting judges.
    """
    judges = {judge.id: judge for judge in voting(pitching) if judge.id is not None}
    teams = tuple(pitch.team_id for pitch in pitching.order)
    return Judging(
        form=form.in_use(pitching).form,
        teams=teams,
        judges=tuple(judges),
        sheets={
            each.judge_id: {
                team_id: _scores(pitching, sheet) for team_id in teams if (sheet := each.counted(team_id)) is not None
            }
            for each in sheets
            if each.judge_id in judges
        },
        recused=[(judge_id, team_id) for judge_id in judges for team_id in recused_from(pitching, judges[judge_id])],
        out={pitch.team_id: _OUT[pitch.status] for pitch in pitching.order if pitch.status in _OUT},
    )


def _scores(pitching: Pitching, sheet: Sheet) -> Mapping[str, int]:
    """A sheet's scores that fit the form in use: one filled in on an older form may have others."""
    criteria = {each.id: each for each in form.in_use(pitching).form.criteria}
    return {
        name: value
        for name, value in sheet.values.items()
        if name in criteria and criteria[name].lowest <= value <= criteria[name].highest
    }


def counts(pitching: Pitching, of: JudgeSheets, sheet: Sheet) -> bool:
    """Return whether one version of a judge's sheet is among those that the result is made from."""
    return (
        of.judge.voting
        and sheet.team_id in eligible(pitching, of.judge)
        and sheet is of.counted(sheet.team_id)
        and _scores(pitching, sheet).keys() >= form.in_use(pitching).form.weights.keys()
    )


def counted(pitching: Pitching, sheets: Iterable[JudgeSheets]) -> Result:
    """Return the result of the sheets, by the method and the ladder that were chosen. Raises `Refused` without a form.

    Of a large jury the resamples are drawn from a seed that never changes: asked again, the answer is the same.
    """
    return _result(pitching, sheets, Random(_SEED))


def placed(pitching: Pitching, sheets: Iterable[JudgeSheets]) -> Result:
    """Return the same without how sure the first place is: in a tenth of the time, for who needs the places alone."""
    return _result(pitching, sheets, None)


def _result(pitching: Pitching, sheets: Iterable[JudgeSheets], rng: Random | None) -> Result:
    method, ladder = cast("Method", pitching.settings.method), cast("Sequence[Rung]", pitching.settings.ladder)
    return result(judging(pitching, sheets), rng, method, ladder)


_SEED = 1


def placings(result: Result) -> tuple[Placing, ...]:
    """Return the places that the sheets give, for the award: the ranked teams, then those that cannot be ranked."""
    return tuple(
        Placing(int(each.team), each.rank, each.rank, str(each.score) if each.score is not None else "")
        for each in result.teams
        if each.status in ("ranked", "unranked")
    )


def best_on(result: Result, criterion_id: str) -> tuple[int, ...]:
    """Return the teams with the highest mean on a criterion, plain or fair; none where nobody has a sheet."""
    means = {each.team: mean for each in result.teams if (mean := _mean(each, criterion_id)) is not None}
    return tuple(team for team, mean in means.items() if mean == max(means.values()))


def _mean(team: TeamResult, criterion_id: str) -> Fraction | None:
    figures = team.criteria.get(criterion_id)
    return figures.mean if figures else None


def standing(pitching: Pitching, result: Result) -> Standing:
    """Return what the checks before the award need to know of a result."""
    placed = placings(result)
    ranks = sorted({each.by_sums for each in placed if each.by_sums is not None})
    shared = (
        (rank, tuple(each.team_id for each in placed if each.by_sums == rank))
        for rank in ranks
        if rank <= pitching.settings.places
    )
    return Standing(
        shared=tuple((rank, team_ids) for rank, team_ids in shared if len(team_ids) > 1),
        unranked={int(each.team): each.reason for each in result.teams if each.reason is not None},
        unfitting={each.team: judges for each in result.teams if (judges := _unfitting(pitching, each))},
    )


def _unfitting(pitching: Pitching, team: TeamResult) -> tuple[int, ...]:
    """The judges whose sheet for a team has come in, and is missing all the same: it was filled in on another form."""
    come = {each.judge_id for each in pitching.deliveries if each.team_id == team.team and each.submitted}
    return tuple(judge_id for judge_id in team.missing if judge_id in come)
