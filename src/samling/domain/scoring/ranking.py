"""Places, and what broke each tie: a ladder that was declared beforehand, never an id or a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from samling.domain.scoring.methods import scored

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.scoring.matrix import Matrix, Values
    from samling.domain.scoring.methods import Method, Scored

Rung: TypeAlias = Literal["head_to_head", "criteria", "rerank"]
"""A step of the ladder: who more judges put first (of exactly two teams); the means of the criteria, one by one in the
form's order for ties; the method over the tied teams alone."""

LADDER: tuple[Rung, ...] = get_args(Rung)
"""The usual ladder. What it leaves tied shares a place."""

Rule: TypeAlias = Literal["head_to_head", "criterion", "rerank", "shared"]

Group: TypeAlias = tuple[int, ...]
"""Teams: by their columns in a matrix, in a result by their ids."""


@dataclass(frozen=True, slots=True)
class Tie:
    """Teams that had the same score, and what became of it.

    `rule` is what told them apart, or that they share a place; `criterion` its id where it was one. `parts` are the
    teams in their order after it, those together that it left tied (a `Tie` of their own says what became of them).
    `figures` has the figure that decided for each part: how many judges put the first team before the second and how
    many the other way, or the mean on the criterion, or the score among themselves. `judges` is how many scored both.
    """

    score: Fraction
    rule: Rule
    parts: tuple[Group, ...]
    figures: tuple[Fraction, ...] = ()
    criterion: str = ""
    judges: int = 0

    @property
    def teams(self) -> Group:
        """All teams of the tie, the first before the others."""
        return tuple(team for part in self.parts for team in part)


@dataclass(frozen=True, slots=True)
class Ranking:
    """The teams' ranks in the order of the matrix, None for the unranked, and every tie, each before what it left."""

    ranks: tuple[int | None, ...]
    ties: tuple[Tie, ...]


@dataclass(frozen=True)
class Scores:
    """What a jury gave: the totals, the scores on each criterion, and which of these break ties, first to last."""

    totals: Matrix
    criteria: Mapping[str, Matrix] = field(default_factory=dict)
    tie_order: tuple[str, ...] = ()

    def of_judges(self, drawn: Sequence[int]) -> Scores:
        """The scores of a jury drawn from these judges, by their rows."""
        criteria = {each: matrix.of_judges(drawn) for each, matrix in self.criteria.items()}
        return Scores(self.totals.of_judges(drawn), criteria, self.tie_order)

    @cached_property
    def means(self) -> dict[str, Values]:
        """The teams' means on each criterion: plain, or fair where sheets are missing."""
        return {each: scored(matrix).values for each, matrix in self.criteria.items()}


def ranking(scores: Scores, found: Scored, ladder: Sequence[Rung] = LADDER) -> Ranking:
    """Rank the teams by their values, and the tied by the ladder."""
    places = found.values.ranks()
    ranks = list(places)
    rungs = _Ladder(scores, found, ladder)
    for place in sorted({each for each in places if each is not None}):
        at = place
        for part in rungs.order(tuple(team for team, each in enumerate(places) if each == place)):
            for team in part:
                ranks[team] = at
            at += len(part)
    return Ranking(tuple(ranks), tuple(rungs.ties))


def winners(scores: Scores, method: Method | None, ladder: Sequence[Rung] = LADDER) -> frozenset[int]:
    """Return the teams that have, or share, the first place; none where no team can be ranked."""
    found = scored(scores.totals, method)
    numbers = found.values.numbers
    best = max((each for each in numbers if each is not None), default=None)
    if best is None:
        return frozenset()
    first = tuple(team for team, each in enumerate(numbers) if each == best)
    return frozenset(_Ladder(scores, found, ladder).order(first)[0])


class _Ladder:
    """Tells tied teams apart, rung by rung, and notes what did."""

    def __init__(self, scores: Scores, found: Scored, ladder: Sequence[Rung]) -> None:
        self.scores = scores
        self.found = found
        self.ladder = ladder
        self.ties: list[Tie] = []

    def order(self, tied: Group) -> list[Group]:
        """Return teams of one score in parts, the first before the others.

        Where a rung tells some apart, those still tied begin anew: of three, two may be left for head-to-head.
        """
        if len(tied) == 1:
            return [tied]
        tie = next((each for each in self._tried(tied) if len(each.parts) > 1), None)
        if tie is None:
            self.ties.append(Tie(self._score(tied), "shared", (tied,)))
            return [tied]
        self.ties.append(tie)
        return [part for group in tie.parts for part in self.order(group)]

    def _tried(self, tied: Group) -> Iterator[Tie]:
        """Yield what each rung makes of tied teams."""
        score = self._score(tied)
        for rung in self.ladder:
            if rung == "head_to_head" and len(tied) == 2:
                figures, judges = _head_to_head(self.scores.totals, *tied)
                yield Tie(score, "head_to_head", *_split(tied, figures), judges=judges)
            elif rung == "criteria":
                for criterion in self.scores.tie_order:
                    means = self.scores.means[criterion]
                    parted = _split(tied, [means[team] for team in tied])
                    yield Tie(score, "criterion", *parted, criterion=criterion)
            elif rung == "rerank":
                alone = scored(self.scores.totals.of_teams(tied), self.found.used).values
                yield Tie(score, "rerank", *_split(tied, [alone[at] for at in range(len(tied))]))

    def _score(self, tied: Group) -> Fraction:
        score = self.found.values[tied[0]]
        assert score is not None, "what is tied has a value"
        return score


def _head_to_head(totals: Matrix, one: int, other: int) -> tuple[list[Fraction], int]:
    """Count the judges who put one team before the other, and the other way, and all who scored both."""
    both = [(row[one], row[other]) for row in totals.rows]
    ahead = [first - second for first, second in both if first is not None and second is not None]
    return [Fraction(sum(each > 0 for each in ahead)), Fraction(sum(each < 0 for each in ahead))], len(ahead)


def _split(tied: Group, figures: Sequence[Fraction | None]) -> tuple[tuple[Group, ...], tuple[Fraction, ...]]:
    """Part teams by their figures, the highest first, and return these; one part where some team has none."""
    known = [each for each in figures if each is not None]
    if len(known) < len(tied):
        return (tied,), ()
    steps = sorted(set(known), reverse=True)
    parts = tuple(tuple(team for team, each in zip(tied, known, strict=True) if each == step) for step in steps)
    return parts, tuple(steps)
