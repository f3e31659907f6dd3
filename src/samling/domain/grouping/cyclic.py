"""Schedules from symmetry, for equal tables and nothing asked for but that nobody meets again.

The circle method pairs an even number for every round there is. For larger tables one or a few base rounds are turned
by a group of symmetries (a starter): people are the elements of the group, some copies of them and some that stay where
they are, and each turn of a base round is a round. A base round of 30 people stands for a whole season of 14.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from samling.domain.grouping.anneal import cooling

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

    from samling.domain.grouping.instance import Round, Schedule


def circle(people: int, rounds: int) -> Schedule:
    """Pair an even number of people so that all meet before anybody meets again (Kirkman 1847: the circle method)."""
    turning = people - 1
    return tuple(
        (
            (at % turning, turning),
            *(
                ((at + step) % turning, (at - step) % turning)
                for step in range(1, people // 2)
            ),
        )
        for at in range(rounds)
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Symmetry:
    """A group of turns (a product of cycles, as (14,) or (3, 3)) and how people stand to it.

    There are `copies` of each element of the group, numbered copy by copy, and then `still` people that no turn moves.
    """

    cycles: tuple[int, ...]
    copies: int
    still: int = 0

    @property
    def order(self) -> int:
        """How many turns there are."""
        return len(self.elements())

    @property
    def people(self) -> int:
        """How many people there are."""
        return self.order * self.copies + self.still

    def elements(self) -> list[tuple[int, ...]]:
        """List the turns."""
        return list(product(*map(range, self.cycles)))

    def turns(self) -> list[list[int]]:
        """For each turn, where it takes each person."""
        elements = self.elements()
        number = {element: at for at, element in enumerate(elements)}
        found = []
        for turn in elements:
            moved = [
                number[tuple((a + b) % m for a, b, m in zip(element, turn, self.cycles, strict=True))]
                for element in elements
            ]
            found.append(
                [copy * len(elements) + each for copy in range(self.copies) for each in moved]
                + list(range(len(elements) * self.copies, self.people))
            )
        return found


def turned(symmetry: Symmetry, base: Sequence[Round], rounds: int) -> Schedule:
    """Turn the base rounds into as many rounds as are wanted."""
    found = [
        tuple(tuple(sorted(turn[person] for person in table)) for table in tables)
        for tables in base
        for turn in symmetry.turns()
    ]
    return tuple(found[:rounds])


class _Kinds:
    """Kinds of pairs: two pairs are of a kind where a turn takes one to the other. A kind may be met once."""

    def __init__(self, symmetry: Symmetry) -> None:
        people = symmetry.people
        self.of = [[-1] * people for _person in range(people)]
        turns = symmetry.turns()
        self.limit: list[int] = []
        for one in range(people):
            for other in range(one + 1, people):
                if self.of[one][other] >= 0:
                    continue
                orbit = {frozenset((turn[one], turn[other])) for turn in turns}
                for each in orbit:
                    low, high = sorted(each)
                    self.of[low][high] = self.of[high][low] = len(self.limit)
                self.limit.append(1 if len(orbit) == len(turns) else 0)  # a short orbit is met twice at once


def starters(
    symmetry: Symmetry, size: int, count: int, rng: Random, swaps: int
) -> Iterator[tuple[int, list[Round] | None]]:
    """Search base rounds whose turns never repeat a meeting; tell after each temperature how many swaps were tried.

    The last tells the base rounds, or None where `swaps` did not find any.
    """
    search = _Starters(symmetry, size, count, rng)
    tried = 0
    while tried < swaps:
        search.deal()
        for chances in cooling(1, 0.6, 0.15):
            tried += search.walk(chances, max(1, swaps // 400))
            if search.cost == 0:
                yield tried, search.base()
                return
            yield tried, None


class _Starters:
    """Base rounds being searched: who sits where, how often each kind of pair is met, and what is beyond its limit."""

    def __init__(self, symmetry: Symmetry, size: int, count: int, rng: Random) -> None:
        self.kinds = _Kinds(symmetry)
        self.size = size
        self.rng = rng
        self.people = symmetry.people
        self.rounds: list[list[int]] = [list(range(self.people)) for _round in range(count)]
        self.cost = 0
        self.often: list[int] = []

    def deal(self) -> None:
        """Seat everybody by chance: places 0, 1, ... of a round are its first table's, and so on."""
        for places in self.rounds:
            shuffle(self.rng, places)
        often = Counter(
            self.kinds.of[one][other]
            for places in self.rounds
            for start in range(0, self.people, self.size)
            for at, one in enumerate(places[start : start + self.size])
            for other in places[start : start + at]
        )
        self.often = [often[kind] for kind in range(len(self.kinds.limit))]
        self.cost = sum(max(0, times - most) for times, most in zip(self.often, self.kinds.limit, strict=True))

    def walk(self, chances: list[float], swaps: int) -> int:
        """Try so many swaps at one temperature; return how many were tried."""
        random = self.rng.random
        for tried in range(swaps):
            places = self.rounds[int(random() * len(self.rounds))]
            one, other = int(random() * self.people), int(random() * self.people)
            if one // self.size == other // self.size:
                continue
            before = self.cost
            self._swap(places, one, other)
            added = self.cost - before
            if added > 0 and (added >= len(chances) or random() >= chances[added]):
                self._swap(places, one, other)
            if self.cost == 0:
                return tried + 1
        return swaps

    def _swap(self, places: list[int], one: int, other: int) -> None:
        for place in (one, other):
            self._count(places, place, -1)
        places[one], places[other] = places[other], places[one]
        for place in (one, other):
            self._count(places, place, 1)

    def _count(self, places: list[int], place: int, step: int) -> None:
        """Count the pairs of a place with the rest of its table, in or out."""
        start = place - place % self.size
        kinds, often, limit = self.kinds.of[places[place]], self.often, self.kinds.limit
        for at in range(start, start + self.size):
            if at != place:
                kind = kinds[places[at]]
                before = often[kind]
                often[kind] = before + step
                self.cost += (before >= limit[kind]) if step > 0 else -(before > limit[kind])

    def base(self) -> list[Round]:
        """Return the base rounds as they stand."""
        return [
            tuple(tuple(sorted(places[at : at + self.size])) for at in range(0, self.people, self.size))
            for places in self.rounds
        ]


def seasons(tables: int, size: int, rounds: int, rng: Random, swaps: int) -> Iterator[tuple[int, Schedule | None]]:
    """Search a symmetric schedule of equal tables without a repeat; tell how many swaps were tried so far.

    The symmetries that fit take turns, so that one that has no base round holds none of the others up.
    """
    ways = list(symmetries(tables, size, rounds))
    tried = 0
    for part in (1, 2, 5):
        for symmetry, count in ways:
            begun = tried
            for step, base in starters(symmetry, size, count, rng, swaps * part // (8 * len(ways))):
                tried = begun + step
                yield tried, turned(symmetry, base, rounds) if base else None
                if base:
                    return


def symmetries(tables: int, size: int, rounds: int) -> Iterator[tuple[Symmetry, int]]:
    """List the symmetries that can make so many rounds, each with its number of base rounds; the largest groups first.

    Those who stay still sit at different tables, and meet others only as often as there are copies to meet.
    """
    people = tables * size
    for order in range(rounds + 1, 2, -1):
        count = -(-rounds // order)
        copies, still = divmod(people, order)
        if order * count > rounds + 1 or still > tables or (still and copies < (size - 1) * count):
            continue
        for cycles in CYCLES.get(order, [(order,)]):
            yield Symmetry(cycles, copies, still), count


CYCLES = {4: [(4,), (2, 2)], 8: [(8,), (2, 4), (2, 2, 2)], 9: [(3, 3), (9,)], 16: [(4, 4), (16,)]}
"""Groups of turns of an order that has more than one, the most fruitful first."""


def shuffle(rng: Random, numbers: list[int]) -> None:
    """Shuffle in place, by `Random.random` alone, which gives the same numbers on every machine and version."""
    for at in range(len(numbers) - 1, 0, -1):
        other = int(rng.random() * (at + 1))
        numbers[at], numbers[other] = numbers[other], numbers[at]
