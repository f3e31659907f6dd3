"""The fair mean: what each team would have had from the whole jury, when some judges did not score some teams.

The additive model of two-way analysis of variance: score = team + judge, by least squares, the judges' effects adding
up to 0. It is the plain mean when nothing is missing. A judge who is as strict with all teams changes no team's place,
whichever teams that judge scored.
"""

from __future__ import annotations

from collections import Counter
from math import lcm
from operator import mul
from typing import TYPE_CHECKING

from samling.domain.scoring.matrix import Values

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.scoring.matrix import Matrix, Row


def parts(matrix: Matrix) -> list[tuple[int, ...]]:
    """Return the teams in parts within which they can be compared: two teams that a judge scored are in one part."""
    part, left = list(range(matrix.width)), matrix.width
    for row in matrix.rows:
        if left == 1:
            break
        scored = {part[team] for team, cell in enumerate(row) if cell is not None}
        left -= max(0, len(scored) - 1)
        first = min(scored, default=0)
        part = [first if each in scored else each for each in part]
    return [tuple(team for team, of in enumerate(part) if of == each) for each in sorted(set(part))]


def fair_mean(matrix: Matrix) -> Values:
    """Return the teams' effects. Every team must have a cell, and all teams must be in one part.

    Least squares gives each team the mean of (score - judge's effect) and, with that put in, an equation for each judge
    alone: the sum over the judge's teams t of (score - mean of t - effect + mean of the effects in t) is 0. Judges who
    gave just the same have the same effect, and stand in one equation, `times` over.
    """
    times = Counter(row for row in matrix.rows if any(cell is not None for cell in row))
    lacks = [frozenset(team for team, cell in enumerate(row) if cell is None) for row in times]
    sums = [sum(column) for column in matrix.columns]
    common = lcm(*{len(column) for column in matrix.columns})
    shares = [common // len(column) for column in matrix.columns]
    effects, denominator = _solved(*_equations(times, lacks, sums, shares, common))
    weighted = list(map(mul, times.values(), (*effects, 0)))
    judges, whole = sum(times.values()), sum(weighted)
    left = [whole] * matrix.width
    for effect, lacking in zip(weighted, lacks, strict=True):
        for team in lacking:
            left[team] -= effect
    numbers = (
        judges * share * (denominator * given - of_judges) + common * whole
        for share, given, of_judges in zip(shares, sums, left, strict=True)
    )
    return Values(tuple(numbers), common * denominator * judges * matrix.unit)


def _equations(
    times: Mapping[Row, int], lacks: Sequence[frozenset[int]], sums: Sequence[int], shares: Sequence[int], common: int
) -> tuple[list[list[int]], list[int]]:
    """Return the judges' equations, each multiplied by `common`, in which a share is one of a team's cells.

    They leave one effect free: the last judge's is taken as 0, and so has no equation. What two judges have in common
    is counted from the few teams that they lack.
    """
    whole, mean = sum(shares), list(map(mul, shares, sums))
    of_all = sum(mean)
    missed = [sum(shares[team] for team in lacking) for lacking in lacks]
    table, right = [], []
    for at, (row, mine) in enumerate(zip(list(times)[:-1], lacks, strict=False)):
        own = whole - missed[at]
        line = [
            -many * (own - other + sum([shares[team] for team in mine & theirs]))
            for many, other, theirs in zip(times.values(), missed[:-1], lacks, strict=False)
        ]
        line[at] += common * (len(row) - len(mine))
        table.append(line)
        given = sum(cell for cell in row if cell is not None)
        right.append(common * given - of_all + sum(mean[team] for team in mine))
    return table, right


def _solved(table: Sequence[Sequence[int]], right: Sequence[int]) -> tuple[list[int], int]:
    """Solve the equations and return numerators with their common denominator.

    Elimination without fractions (Bareiss 1968): every division is exact. A column that is done with falls away. The
    table is that of a connected graph less one of its nodes, which has no pivot of 0.
    """
    lines = [[*line, last] for line, last in zip(table, right, strict=True)]
    before = 1
    for at in range(len(lines)):
        pivot, *chosen = lines[at]
        for other, (factor, *line) in enumerate(lines):
            lines[other] = [(pivot * a - factor * b) // before for a, b in zip(line, chosen, strict=True)]
        lines[at] = chosen
        before = pivot
    return [last for (last,) in lines], before
