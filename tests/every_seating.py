"""Every seating and every season there is, for cases small enough to try them all."""

from __future__ import annotations

from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from samling.domain.grouping.score import Score, keeps_pins, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.grouping.instance import Instance, Round


def rounds(people: Sequence[int], sizes: Sequence[int]) -> Iterator[Round]:
    """Go through the seatings of a round; tables of one size are told apart by their place in the room."""
    if not sizes:
        yield ()
        return
    for table in combinations(people, sizes[0]):
        rest = [person for person in people if person not in table]
        for others in rounds(rest, sizes[1:]):
            yield (table, *others)


def unordered(people: Sequence[int], sizes: Sequence[int]) -> Iterator[Round]:
    """Go through the seatings of a round, tables of one size not told apart."""
    for tables in rounds(people, sizes):
        if all(one < other for one, other in pairwise(tables) if len(one) == len(other)):
            yield tables


def best(instance: Instance) -> Score | None:
    """Return the best score of all schedules that keep the pins; None where there is none."""
    everyone = range(instance.people)
    choices = [[each for each in rounds(everyone, sizes) if keeps_pins(instance, each)] for sizes in instance.sizes]
    return min((score(instance, schedule) for schedule in product(*choices)), default=None)
