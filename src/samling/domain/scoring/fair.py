"""The fair mean: what each team would have had from the whole jury, when some judges did not score some teams.

The additive model of two-way analysis of variance: score = team + judge, by least squares, the judges' effects adding
up to 0. It is the plain mean when nothing is missing. A judge who is as strict with all teams changes no team's place,
whichever teams that judge scored.
"""

from __future__ import annotations

from collections import Counter
from itertools import compress
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
    has = [tuple(cell is not None for cell in row) for row in times]
    sums = [sum(column) for column in matrix.columns]
    common = lcm(*(len(column) for column in matrix.columns))
    shares = [common // len(column) for column in matrix.columns]
    effects, denominator = _solved(*_equations(times, has, sums, shares, common))
    weighted = list(map(mul, times.values(), (*effects, 0)))
    judges, excess = sum(times.values()), common * sum(weighted)
    numbers = (
        judges * share * (denominator * given - sum(compress(weighted, scored))) + excess
        for share, given, scored in zip(shares, sums, zip(*has, strict=True), strict=True)
    )
    return Values(tuple(numbers), common * denominator * judges * matrix.unit)


def _equations(
    times: Mapping[Row, int], has: Sequence[Sequence[bool]], sums: Sequence[int], shares: Sequence[int], common: int
) -> tuple[list[list[int]], list[int]]:
    """Return the judges' equations, each multiplied by `common`, in which a share is one of a team's cells.

    They leave one effect free: the last judge's is taken as 0, and so has no equation.
    """
    table, right = [], []
    for at, (row, mine) in enumerate(zip(list(times)[:-1], has, strict=False)):
        own = tuple(compress(shares, mine))
        both = (sum(compress(own, compress(theirs, mine))) for theirs in has[:-1])
        line = [-many * each for many, each in zip(times.values(), both, strict=False)]
        line[at] += common * len(own)
        table.append(line)
        right.append(common * sum(cell for cell in row if cell is not None) - sum(map(mul, own, compress(sums, mine))))
    return table, right


def _solved(table: Sequence[Sequence[int]], right: Sequence[int]) -> tuple[list[int], int]:
    """Solve the equations and return numerators with their common denominator.

    Elimination without fractions (Bareiss 1968): every division is exact. The table is that of a connected graph less
    one of its nodes, which has no pivot of 0.
    """
    lines = [[*line, last] for line, last in zip(table, right, strict=True)]
    before = 1
    for at in range(len(lines)):
        chosen = lines[at]
        pivot = chosen[at]
        for other, line in enumerate(lines):
            if other != at:
                factor = line[at]
                lines[other] = [(pivot * a - factor * b) // before for a, b in zip(line, chosen, strict=True)]
        before = pivot
    return [line[-1] for line in lines], before
