"""A second computation of the scoring rules, written from their document alone, to compare the first with.

It knows nothing of the domain's values or functions. Scores are a dict judge -> team -> fraction, with nothing where no
sheet counts; every figure is a `Fraction`, worked out the long way.
"""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

Totals = dict[str, dict[str, Fraction]]
Sheets = dict[str, dict[str, dict[str, int]]]
Values = dict[str, Fraction | None]


def totals(sheets: Sheets, weights: dict[str, int]) -> Totals:
    """Add up each complete sheet."""
    return {
        judge: {
            team: sum((Fraction(sheet[each] * weight, 100) for each, weight in weights.items()), Fraction())
            for team, sheet in of.items()
            if all(each in sheet for each in weights)
        }
        for judge, of in sheets.items()
    }


def given_to(scores: Totals, team: str) -> list[Fraction]:
    """Return what a team was given."""
    return [of[team] for of in scores.values() if team in of]


def mean(numbers: list[Fraction]) -> Fraction:
    """Return the mean."""
    return sum(numbers, Fraction()) / len(numbers)


def is_complete(scores: Totals, teams: list[str]) -> bool:
    """Whether every judge scored every team."""
    return all(team in of for of in scores.values() for team in teams)


def values(scores: Totals, teams: list[str], method: str) -> Values:
    """Return every team's value by a method; None for one that cannot be ranked. All of `scores` are voting judges."""
    scores = {judge: {team: of[team] for team in teams if team in of} for judge, of in scores.items()}
    needed = 1 if len(scores) == 1 else 2
    ranked = [team for team in teams if len(given_to(scores, team)) >= needed]
    if method == "rule":
        method = "plain_mean" if is_complete(scores, teams) or len(scores) == 1 else "fair_mean"
    if method == "fair_mean":
        found = fair_means(scores, ranked)
    else:
        ways = {"plain_mean": plain_mean, "z": z_mean, "trimmed": trimmed_mean, "borda": borda_mean}
        way = ways[effective(scores, teams, method)]
        found = {team: way(scores, team) for team in ranked}
    return {team: found.get(team) for team in teams}


def effective(scores: Totals, teams: list[str], method: str) -> str:
    """Return the method that is used: the plain mean for a trimmed one that does not apply."""
    does_not_apply = method == "trimmed" and any(len(given_to(scores, team)) < 4 for team in teams)
    return "plain_mean" if does_not_apply else method


def plain_mean(scores: Totals, team: str) -> Fraction:
    """Return the mean of what a team was given."""
    return mean(given_to(scores, team))


def trimmed_mean(scores: Totals, team: str) -> Fraction:
    """Return the mean without one highest and one lowest."""
    return mean(sorted(given_to(scores, team))[1:-1])


def borda_mean(scores: Totals, team: str) -> Fraction:
    """Return the mean of a team's Borda points."""
    return mean([borda(of, team) for of in scores.values() if team in of])


def ranks(found: Values) -> dict[str, int | None]:
    """Return 1 + how many have more, for each."""
    known = [each for each in found.values() if each is not None]
    return {team: None if value is None else 1 + sum(other > value for other in known) for team, value in found.items()}


def borda(of: dict[str, Fraction], team: str) -> Fraction:
    """Return (m - rank) / (m - 1) for a team in one judge's order; the mean rank of those who are level."""
    others = [score for other, score in of.items() if other != team]
    if not others:
        return Fraction(1, 2)
    beaten = sum(of[team] > each for each in others) + Fraction(sum(of[team] == each for each in others), 2)
    return beaten / len(others)


def z_mean(scores: Totals, team: str) -> Fraction:
    """Return the mean of a team's z-scores, rounded to 12 decimals."""
    with localcontext() as context:
        context.prec = 60
        found = []
        for of in scores.values():
            if team in of:
                own = list(of.values())
                centre = mean(own)
                variance = mean([(each - centre) ** 2 for each in own])
                root = (Decimal(variance.numerator) / variance.denominator).sqrt()
                away = of[team] - centre
                found.append(Decimal(away.numerator) / away.denominator / root if root else Decimal(0))
        return Fraction(round(sum(found, Decimal(0)) / len(found), 12))


def fair_means(scores: Totals, teams: list[str]) -> Values:
    """Fit score = team + judge by least squares, judges adding up to 0: all normal equations at once.

    Where they leave more than the one freedom that the sum takes away, the teams are not connected: nobody has a value.
    """
    judges = [judge for judge, of in scores.items() if any(team in of for team in teams)]
    unknowns = [*teams, *judges]
    if not teams:
        return {}
    equations = []
    for each in unknowns:
        line = dict.fromkeys(unknowns, Fraction())
        right = Fraction()
        for judge in judges:
            for team in teams:
                if team in scores[judge] and each in (judge, team):
                    line[team] += 1
                    line[judge] += 1
                    right += scores[judge][team]
        equations.append([*line.values(), right])
    equations.append([Fraction(each in judges) for each in unknowns] + [Fraction()])
    solution = eliminated(equations, len(unknowns))
    if solution is None:
        return dict.fromkeys(teams)
    return dict(zip(teams, solution, strict=False))


def eliminated(equations: list[list[Fraction]], unknowns: int) -> list[Fraction] | None:
    """Solve by Gauss's elimination with fractions; None where there is more than one solution."""
    lines = [list(line) for line in equations]
    for at in range(unknowns):
        pivot = next((place for place in range(at, len(lines)) if lines[place][at]), None)
        if pivot is None:
            return None
        chosen = lines.pop(pivot)
        lines.insert(at, [each / chosen[at] for each in chosen])
        for other, line in enumerate(lines):
            if other != at and line[at]:
                lines[other] = [a - line[at] * b for a, b in zip(line, lines[at], strict=True)]
    return [line[-1] for line in lines[:unknowns]]


class Jury:
    """Sheets with criteria: places by the ladder."""

    def __init__(self, sheets: Sheets, weights: dict[str, int], tie_order: list[str], teams: list[str]) -> None:
        """Take the complete sheets of the voting judges, for the teams in the field."""
        self.sheets = sheets
        self.weights = weights
        self.tie_order = tie_order
        self.teams = teams
        self.totals = totals(sheets, weights)

    def on(self, criterion: str) -> Values:
        """Return the teams' means on a criterion, plain or fair."""
        scores = {
            judge: {team: Fraction(sheet[criterion]) for team, sheet in of.items()} for judge, of in self.sheets.items()
        }
        return values(scores, self.teams, "rule")

    def order(self, method: str) -> list[list[str]]:
        """Return the ranked teams, best first, those who share a place together."""
        found = values(self.totals, self.teams, method)
        steps = sorted({each for each in found.values() if each is not None}, reverse=True)
        return [
            part for step in steps for part in self.untied([each for each in self.teams if found[each] == step], method)
        ]

    def untied(self, tied: list[str], method: str) -> list[list[str]]:
        """Part tied teams by the first rung that tells any of them apart, and each part again."""
        if len(tied) == 1:
            return [tied]
        figures: list[Values] = []
        if len(tied) == 2:
            one, other = tied
            both = [(of[one], of[other]) for of in self.totals.values() if one in of and other in of]
            figures.append({one: Fraction(sum(a > b for a, b in both)), other: Fraction(sum(a < b for a, b in both))})
        figures += [self.on(criterion) for criterion in self.tie_order]
        figures.append(values(self.totals, tied, effective(self.totals, self.teams, method)))
        for figure in figures:
            steps = sorted({each for team in tied if (each := figure[team]) is not None}, reverse=True)
            if len(steps) > 1 and all(figure[team] is not None for team in tied):
                parts = [[team for team in tied if figure[team] == step] for step in steps]
                return [smaller for part in parts for smaller in self.untied(part, method)]
        return [tied]

    def places(self, method: str) -> dict[str, int]:
        """Return the rank of each ranked team."""
        found: dict[str, int] = {}
        at = 1
        for part in self.order(method):
            found |= dict.fromkeys(part, at)
            at += len(part)
        return found

    def drawn(self, judges: tuple[str, ...]) -> Jury:
        """Return the jury of these judges, any of them as often as drawn."""
        sheets = {f"{number} {judge}": self.sheets[judge] for number, judge in enumerate(judges)}
        return Jury(sheets, self.weights, self.tie_order, self.teams)

    def first(self, method: str) -> set[str]:
        """Return who has, or shares, the first place."""
        return set(next(iter(self.order(method)), []))

    def winner_share(self, method: str) -> Fraction:
        """Return in how many of all resampled juries the first place is the same."""
        first, judges = self.first(method), list(self.sheets)
        same = [self.drawn(drawn).first(method) == first for drawn in product(judges, repeat=len(judges))]
        return Fraction(sum(same), len(same))

    def decisive(self, method: str) -> list[str]:
        """Return the judges without whom alone the first place is another's."""
        first, judges = self.first(method), list(self.sheets)
        rest = {left_out: tuple(each for each in judges if each != left_out) for left_out in judges}
        return [each for each, others in rest.items() if self.drawn(others).first(method) != first]
