"""The result of a jury's sheets, with all that the facilitator is told of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal, TypeAlias

from samling.domain.scoring.confidence import Confidence, confidence
from samling.domain.scoring.form import WHOLE, Form, Sheet, total
from samling.domain.scoring.matrix import Matrix
from samling.domain.scoring.methods import METHODS, Method, Reason, scored
from samling.domain.scoring.ranking import LADDER, Scores, Tie, ranking

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from samling.domain.scoring.matrix import Values
    from samling.domain.scoring.methods import Scored
    from samling.domain.scoring.ranking import Group, Ranking, Rung

Status: TypeAlias = Literal["ranked", "unranked", "withdrawn", "absent"]


@dataclass(frozen=True, slots=True)
class Judging:
    """What a result is made from. Teams and judges go by their ids, on which no place ever depends.

    `teams` are all that were to pitch; those in `out` are taken from the field before anything is counted. `judges` are
    the voting ones: the sheets of anybody else do not count. `sheets` are the submitted ones, by judge and team, in the
    version that counts; one that lacks a criterion of the form does not count either, nor one of a judge who is recused
    from the team (`recused`, pairs of judge and team).
    """

    form: Form
    teams: tuple[int, ...]
    judges: tuple[int, ...]
    sheets: Mapping[int, Mapping[int, Sheet]]
    recused: Collection[tuple[int, int]] = ()
    out: Mapping[int, Literal["withdrawn", "absent"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """What the judges made of a team, in all or on one criterion: the mean, plain or fair, and the extremes given."""

    mean: Fraction | None
    lowest: Fraction
    highest: Fraction

    @property
    def spread(self) -> Fraction:
        """How far the judges lie apart."""
        return self.highest - self.lowest


@dataclass(frozen=True, slots=True)
class TeamResult:
    """Where a team stands.

    `score` is the value by the result's method, None for a team without a rank; `reason` says why it has none.
    `sheets` counts those that count. `missing` are the voting judges whose sheet is lacking, `recused` those who were
    not to give one. `total` and `criteria` (by id) are None and empty without a sheet.
    """

    team: int
    status: Status
    rank: int | None = None
    score: Fraction | None = None
    reason: Reason | None = None
    sheets: int = 0
    missing: tuple[int, ...] = ()
    recused: tuple[int, ...] = ()
    total: Figures | None = None
    criteria: Mapping[str, Figures] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """The result.

    `method` is the one that made the scores; `single_judge` marks the plain mean of the only voting judge. `teams`
    stand by rank, then the unranked and those out of the field, in the order they were given. `confidence` is None
    without a first place, with one judge, or where it was not asked for; `decisive` are the judges without whom alone
    the first place would be another's. `methods` has what every method says without the ladder, [team, rank] by rank.
    `parts` are the teams that can be compared, where not all can.
    """

    method: Method
    is_complete: bool
    single_judge: bool
    teams: tuple[TeamResult, ...]
    ties: tuple[Tie, ...]
    confidence: Confidence | None
    decisive: tuple[int, ...]
    methods: Mapping[Method, tuple[tuple[int, int | None], ...]]
    parts: tuple[Group, ...]


def result(
    judging: Judging, rng: Random | None, method: Method | None = None, ladder: Sequence[Rung] = LADDER
) -> Result:
    """Return the result of a jury's sheets, by a method or by the rule's own choice (None; "fair_mean" is the same).

    `rng` draws juries where these are too many to be counted out; with a seed of its own, the answer can be had again.
    None leaves out how sure the first place is, which takes the most time by far.
    """
    chosen: Method | None = None if method == "fair_mean" else method
    teams = tuple(team for team in judging.teams if team not in judging.out)
    scores = _scores(judging, teams)
    found = scored(scores.totals, chosen)
    placed = ranking(scores, found, ladder)
    sure = confidence(scores, chosen, rng, ladder) if rng else None
    return Result(
        method=found.method,
        is_complete=scores.totals.is_complete,
        single_judge=len(judging.judges) == 1,
        teams=(*_placed(judging, teams, scores, found, placed), *_out(judging)),
        ties=tuple(replace(each, parts=_named(each.parts, teams)) for each in placed.ties),
        confidence=sure,
        decisive=tuple(judging.judges[each] for each in sure.decisive) if sure else (),
        methods={each: _listed(teams, scored(scores.totals, each)) for each in METHODS},
        parts=_named(found.parts, teams),
    )


def _scores(judging: Judging, teams: Sequence[int]) -> Scores:
    """Return the sheets that count, in numbers."""
    weights = judging.form.weights
    rows, sheets = [], []
    for judge in judging.judges:
        given = judging.sheets.get(judge, {})
        own = [{} if (judge, team) in judging.recused else given.get(team, {}) for team in teams]
        row = tuple(total(weights, sheet) for sheet in own)
        rows.append(row)
        sheets.append([None if cell is None else sheet for cell, sheet in zip(row, own, strict=True)])
    criteria = {
        each: Matrix(
            len(teams), tuple(tuple(None if sheet is None else sheet[each] for sheet in own) for own in sheets)
        )
        for each in weights
    }
    return Scores(Matrix(len(teams), tuple(rows), WHOLE), criteria, tuple(each.id for each in judging.form.tie_order))


def _placed(
    judging: Judging, teams: Sequence[int], scores: Scores, found: Scored, placed: Ranking
) -> Iterator[TeamResult]:
    """Yield the teams in the field by rank, the unranked last."""
    totals = _figures(scores.totals, scored(scores.totals).values)
    criteria = {each: _figures(matrix, scores.means[each]) for each, matrix in scores.criteria.items()}
    for at in sorted(range(len(teams)), key=lambda each: placed.ranks[each] or len(teams) + 1):
        rank, team = placed.ranks[at], teams[at]
        recused = tuple(judge for judge in judging.judges if (judge, team) in judging.recused)
        counts = [row[at] is not None for row in scores.totals.rows]
        lacking = (judge for judge, has in zip(judging.judges, counts, strict=True) if not has)
        yield TeamResult(
            team,
            "unranked" if rank is None else "ranked",
            rank,
            found.values[at],
            found.reasons[at],
            sheets=sum(counts),
            missing=tuple(judge for judge in lacking if judge not in recused),
            recused=recused,
            total=totals[at],
            criteria={each: figures for each, of in criteria.items() if (figures := of[at])},
        )


def _out(judging: Judging) -> Iterator[TeamResult]:
    """Yield the teams that are out of the field."""
    for team in judging.teams:
        if team in judging.out:
            yield TeamResult(team, judging.out[team])


def _figures(matrix: Matrix, means: Values) -> list[Figures | None]:
    """Return each team's mean and extremes; None for a team without a sheet."""
    return [
        Figures(means[at], Fraction(min(column), matrix.unit), Fraction(max(column), matrix.unit)) if column else None
        for at, column in enumerate(matrix.columns)
    ]


def _listed(teams: Sequence[int], found: Scored) -> tuple[tuple[int, int | None], ...]:
    """Return teams with their ranks by one method, without the ladder, the best first and the unranked last."""
    listed = zip(teams, found.values.ranks(), strict=True)
    return tuple(sorted(listed, key=lambda each: each[1] or len(teams) + 1))


def _named(parts: tuple[Group, ...], teams: Sequence[int]) -> tuple[Group, ...]:
    """Return groups of columns as groups of teams."""
    return tuple(tuple(teams[each] for each in part) for part in parts)
