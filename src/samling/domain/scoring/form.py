"""A scoring form (vurderingsskjema): the criteria by which a team is scored, and what a sheet adds up to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

WHOLE = 100
"""What the weights of a form add up to, in per cent."""

Sheet: TypeAlias = Mapping[str, int | None]
"""One judge's scores for one team, by criterion; None where nothing is given yet."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that is scored.

    `weight` is whole per cent. `words` has one word for each step of the scale, the lowest first. `tie_rank` tells
    when the criterion is asked about teams with the same total: 1 before 2; None: never.
    """

    id: str
    name: str
    question: str
    weight: int
    lowest: int
    words: tuple[str, ...]
    tie_rank: int | None = None

    @property
    def highest(self) -> int:
        """The best score."""
        return self.lowest + len(self.words) - 1


@dataclass(frozen=True, slots=True)
class Form:
    """A form in one language. All criteria have the same scale, and their weights add up to 100.

    `source` is where it comes from and `note` what its user should know. `is_proposal` says that it is ours.
    """

    id: str
    title: str
    criteria: tuple[Criterion, ...]
    source: str = ""
    note: str = ""
    is_proposal: bool = False

    @property
    def lowest(self) -> int:
        """The lowest score, and the lowest total."""
        return self.criteria[0].lowest

    @property
    def highest(self) -> int:
        """The highest score, and the highest total."""
        return self.criteria[0].highest

    @property
    def weights(self) -> dict[str, int]:
        """The weight of each criterion by its id, in whole per cent."""
        return {each.id: each.weight for each in self.criteria}

    @property
    def tie_order(self) -> tuple[Criterion, ...]:
        """The criteria that break ties, the first to be asked first."""
        asked = [(each.tie_rank, each) for each in self.criteria if each.tie_rank is not None]
        return tuple(each for _rank, each in sorted(asked, key=lambda pair: pair[0]))


def total(weights: Mapping[str, int], sheet: Sheet) -> int | None:
    """Return a sheet's total in hundredths of the scale: the sum of score x weight, by criterion, in whole per cent.

    None for a sheet that lacks a score: an empty cell is missing, never 0.
    """
    products = [None if (score := sheet.get(each)) is None else score * weight for each, weight in weights.items()]
    known = [each for each in products if each is not None]
    return sum(known) if len(known) == len(products) else None
