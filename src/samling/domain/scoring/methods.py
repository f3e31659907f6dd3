"""The ways of making one value for each team of the judges' scores. All are means, of scores made comparable first."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt, lcm
from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

from samling.domain.scoring.fair import fair_mean, parts
from samling.domain.scoring.matrix import Matrix, Values

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samling.domain.scoring.matrix import Row

Method: TypeAlias = Literal["plain_mean", "fair_mean", "z", "trimmed", "borda"]
METHODS: tuple[Method, ...] = get_args(Method)

Reason: TypeAlias = Literal["few_sheets", "unconnected"]
"""Why a team cannot be ranked: it has too few sheets, or no chain of judges connects all the teams."""

FEWEST_SHEETS = 2
FEWEST_FOR_TRIMMING = 4
Z_DECIMALS = 12
_Z_UNIT = 10**30


@dataclass(frozen=True, slots=True)
class Scored:
    """The teams' values by one method, higher is better, and why a team has none.

    `applied` is False for a trimmed mean that does not apply: the values are plain means then. `parts` are the teams
    that can be compared with each other, where those are not all.
    """

    method: Method
    values: Values
    reasons: tuple[Reason | None, ...]
    applied: bool = True
    parts: tuple[tuple[int, ...], ...] = ()

    @property
    def used(self) -> Method:
        """The method that made the values."""
        return self.method if self.applied else "plain_mean"


def by_rule(matrix: Matrix) -> Method:
    """Return the method of the rule: the plain mean when nothing is missing or one judge votes, else the fair mean."""
    return "plain_mean" if matrix.is_complete or len(matrix.rows) == 1 else "fair_mean"


def scored(matrix: Matrix, method: Method | None = None) -> Scored:
    """Return the teams' values by a method; by the rule's own choice when none is named.

    A team with fewer than two sheets has none, unless there is one voting judge only. What it was given counts all the
    same in how the judge used the scale (z, Borda).
    """
    method = method or by_rule(matrix)
    counts = [len(column) for column in matrix.columns]
    enough = [count >= min(FEWEST_SHEETS, max(1, len(matrix.rows))) for count in counts]
    if method == "fair_mean":
        return _fair(matrix, enough)
    applied = method != "trimmed" or min(counts, default=0) >= FEWEST_FOR_TRIMMING
    values = _MEANS[method if applied else "plain_mean"](matrix)
    return Scored(method, _kept(values, enough), tuple(None if has else "few_sheets" for has in enough), applied)


def _kept(values: Values, enough: Sequence[bool]) -> Values:
    """Take the values away from the teams that have too few sheets."""
    if all(enough):
        return values
    kept = (number if has else None for number, has in zip(values.numbers, enough, strict=True))
    return Values(tuple(kept), values.unit)


def _fair(matrix: Matrix, enough: Sequence[bool]) -> Scored:
    chosen = [team for team, has in enumerate(enough) if has]
    field = matrix if all(enough) else matrix.of_teams(chosen)
    reasons: list[Reason | None] = [None if has else "few_sheets" for has in enough]
    found = parts(field)
    if len(found) != 1:
        unconnected: tuple[Reason | None, ...] = tuple(each or "unconnected" for each in reasons)
        compared = tuple(tuple(chosen[team] for team in part) for part in found)
        return Scored("fair_mean", Values((None,) * matrix.width), unconnected, parts=compared)
    values = fair_mean(field)
    numbers = iter(values.numbers)
    spread = tuple(next(numbers) if has else None for has in enough)
    return Scored("fair_mean", Values(spread, values.unit), tuple(reasons))


def _mean(matrix: Matrix) -> Values:
    columns = matrix.columns
    common = lcm(*(len(column) or 1 for column in columns))
    numbers = (sum(column) * (common // len(column)) if column else None for column in columns)
    return Values(tuple(numbers), common * matrix.unit)


def _trimmed(matrix: Matrix) -> Values:
    """The mean without one highest and one lowest."""
    rest = [sorted(column)[1:-1] for column in matrix.columns]
    common = lcm(*(len(column) for column in rest))
    return Values(tuple(sum(column) * (common // len(column)) for column in rest), common * matrix.unit)


def _z(matrix: Matrix) -> Values:
    """The mean of z-scores, rounded to 12 decimals: square roots have no end, and must break no tie."""
    means = _mean(Matrix(matrix.width, tuple(_standardised(row) for row in matrix.rows), _Z_UNIT))
    exactly = (means[team] for team in range(matrix.width))
    numbers = (None if value is None else round(value * 10**Z_DECIMALS) for value in exactly)
    return Values(tuple(numbers), 10**Z_DECIMALS)


def _standardised(row: Row) -> Row:
    """A judge's cells as distances from the judge's own mean in population standard deviations; 0 where that is 0.

    With m cells x: (x - sum/m) / sd = (m x - sum) / sqrt(m sum of squares - square of sum).
    """
    cells = [cell for cell in row if cell is not None]
    count, total = len(cells), sum(cells)
    spread = count * sum(cell * cell for cell in cells) - total * total
    return tuple(None if cell is None else _over_root(count * cell - total, spread) for cell in row)


def _over_root(distance: int, square: int) -> int:
    """Return distance / root of `square`, in 1/_Z_UNIT; 0 for a square of 0."""
    if square == 0:
        return 0
    size = isqrt(distance * distance * _Z_UNIT * _Z_UNIT // square)
    return size if distance > 0 else -size


def _borda(matrix: Matrix) -> Values:
    """The mean of (m - rank) / (m - 1), average ranks, over the m teams that a judge scored.

    It is 1/2 for a judge who scored one team only, as for teams that a judge put level.
    """
    counts = [sum(cell is not None for cell in row) for row in matrix.rows]
    unit = lcm(*(2 * max(1, count - 1) for count in counts))
    rows = tuple(_positions(row, count, unit) for row, count in zip(matrix.rows, counts, strict=True))
    return _mean(Matrix(matrix.width, rows, unit))


def _positions(row: Row, count: int, unit: int) -> Row:
    """A judge's cells as (m - rank) / (m - 1) in 1/`unit`, where rank = better + (level + 1) / 2."""
    cells = [cell for cell in row if cell is not None]
    twice = {cell: 2 * count - 2 * sum(other > cell for other in cells) - cells.count(cell) - 1 for cell in set(cells)}
    if count == 1:
        return tuple(None if cell is None else unit // 2 for cell in row)
    return tuple(None if cell is None else twice[cell] * unit // (2 * (count - 1)) for cell in row)


_MEANS: dict[str, Callable[[Matrix], Values]] = {
    "plain_mean": _mean,
    "z": _z,
    "trimmed": _trimmed,
    "borda": _borda,
}
