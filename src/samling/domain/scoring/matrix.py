"""Who gave what, and what became of it: numbers of a common unit, so that sums and comparisons are exact and quick."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Row: TypeAlias = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Values:
    """One value a team, in whole numbers of 1/`unit`; None for a team that has none."""

    numbers: Row
    unit: int = 1

    def __getitem__(self, team: int) -> Fraction | None:
        """The exact value of a team."""
        number = self.numbers[team]
        return None if number is None else Fraction(number, self.unit)

    def ranks(self) -> tuple[int | None, ...]:
        """Each team's rank, 1 + how many have more: 1, 1, 3."""
        rank: dict[int, int] = {}
        for place, number in enumerate(sorted((each for each in self.numbers if each is not None), reverse=True), 1):
            rank.setdefault(number, place)
        return tuple(None if number is None else rank[number] for number in self.numbers)


@dataclass(frozen=True)
class Matrix:
    """The scores of the teams in the field: one row a judge, `width` cells in it, one a team.

    A cell is a whole number of 1/`unit`; None where no sheet counts. The same judge may be there more than once, as in
    a resampled jury.
    """

    width: int
    rows: tuple[Row, ...]
    unit: int = 1

    @property
    def is_complete(self) -> bool:
        """Whether every judge scored every team."""
        return not any(None in row for row in self.rows)

    @cached_property
    def columns(self) -> list[tuple[int, ...]]:
        """For each team, the cells that count."""
        columns = zip(*self.rows, strict=True) if self.rows else [()] * self.width
        return [tuple(cell for cell in column if cell is not None) if None in column else column for column in columns]

    def of_judges(self, drawn: Sequence[int]) -> Matrix:
        """The matrix of a jury drawn from these judges, by their rows."""
        return Matrix(self.width, tuple(self.rows[each] for each in drawn), self.unit)

    def of_teams(self, chosen: Sequence[int]) -> Matrix:
        """The matrix of some of the teams alone."""
        return Matrix(len(chosen), tuple(tuple(row[each] for each in chosen) for row in self.rows), self.unit)


def exact(width: int, rows: Sequence[Sequence[Fraction | None]]) -> Matrix:
    """Return scores that are fractions as a matrix."""
    unit = lcm(*(cell.denominator for row in rows for cell in row if cell is not None))
    return Matrix(width, tuple(tuple(None if cell is None else int(cell * unit) for cell in row) for row in rows), unit)
