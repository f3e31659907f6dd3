"""The search: all rounds at once, two people swapped at a time, worse swaps allowed less and less often.

Simulated annealing over whole numbers. Who has met whom is kept as bits, one number a person, so that what a swap costs
is a handful of ANDs and bit counts however many sit at a table:

    lane 0        who this person has met (`once`) or met at least twice (`twice`), history included
    lanes 1, 2 …  who is like this person in what must differ: a fault each time they sit together, in as many lanes as
                  the fault weighs

A table is a number too, its people's bits in every lane. The same seed gives the same draw on every machine: the random
numbers come from `random.Random.random` alone, and the chances are computed in decimals, which round alike everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from samling.domain.grouping.instance import codes
from samling.domain.grouping.score import groups, outside, pinned_pairs

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.grouping.instance import Instance, Round, Schedule

HOTTEST, COLDEST = 0.3, 0.12
"""The temperatures of a pass, in repeats. Measured on 60 people in teams of five at 10 tables for 4 rounds (median
swaps to perfection over 12 seeds): 0.6 to 0.15 needs 880,000, 0.3 to 0.12 needs 295,000; ending at 0.2 often fails."""
STEPS = 40
"""How many temperatures a pass goes through."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a fault of each goal costs during a pass, in whole units; the temperatures are given in `repeat`.

    Whatever a pass weighs, its results are compared in the strict order of the goals.
    """

    apart: int = 3
    repeat: int = 1
    balance: int = 1
    soft: int = 0


class Seats:
    """Who sits where in every round, and what it costs: the state that a pass moves about in."""

    __slots__ = (
        "balances", "bit", "cost", "count", "forbidden", "instance", "lanes", "loose", "mates", "movable", "once",
        "parties",
        "seat", "soft", "table", "twice", "unit", "weights", "wide",
    )  # fmt: skip

    def __init__(self, instance: Instance, schedule: Schedule, weights: Weights) -> None:
        """Begin from a schedule that keeps the pins."""
        people = instance.people
        self.instance = instance
        self.weights = weights
        self.lanes = 1 + weights.apart * len(instance.apart)
        self.bit = [1 << person for person in range(people)]
        self.wide = [sum(1 << (person + lane * people) for lane in range(self.lanes)) for person in range(people)]
        self.mates = [0] * people  # the bits of those who are pinned to sit with this person
        for one, other in pinned_pairs(instance):
            self.mates[one] |= 1 << other
            self.mates[other] |= 1 << one
        self.forbidden = _foes(instance)
        self._part()
        self.count = [0] * (people * people)
        alike = _alike(instance, instance.apart)
        standing = [
            sum(alike[person][attribute] << (people * lane) for lane, attribute in self._lanes_of())
            for person in range(people)
        ]
        self.once, self.twice = list(standing), list(standing)
        self.soft = [[each[at] for each in _alike(instance, instance.soft)] for at in range(len(instance.soft))]
        self.balances = [_Balance(instance, name) for name in instance.balance]
        for (one, other), times in instance.history.items():
            self._meet(one, other, times)
        self.cost = 0
        self.load(schedule)

    def _lanes_of(self) -> Iterator[tuple[int, int]]:
        """The lane and the attribute of each lane of faults that stand whoever has met."""
        for attribute in range(len(self.instance.apart)):
            for copy in range(self.weights.apart):
                yield 1 + attribute * self.weights.apart + copy, attribute

    def _part(self) -> None:
        """Part those who may move alone from the parties that move as one, leaving out who is pinned to a table."""
        held = {person for person, _table in self.instance.at}
        free = [group for group in groups(self.instance) if held.isdisjoint(group)]
        self.loose = [group[0] for group in free if len(group) == 1]
        self.parties = [group for group in free if len(group) > 1]
        self.unit = {group[0]: group for group in free}  # who moves as one, by the first of them
        self.movable = sum(1 << first for first in self.unit)

    def load(self, schedule: Schedule) -> None:
        """Sit as this schedule says, in place of what was."""
        people = self.instance.people
        if getattr(self, "table", None):
            self._forget()
        self.seat = [[0] * people for _tables in schedule]
        self.table = [[sum(self.wide[person] for person in table) for table in tables] for tables in schedule]
        for at, tables in enumerate(schedule):
            for number, table in enumerate(tables):
                for place, person in enumerate(table):
                    self.seat[at][person] = number
                    for other in table[:place]:
                        self._meet(person, other, 1)
        for balance in self.balances:
            balance.load(schedule)

    def _forget(self) -> None:
        for tables in self.schedule():
            for table in tables:
                for place, person in enumerate(table):
                    for other in table[:place]:
                        self._meet(person, other, -1)

    def _meet(self, one: int, other: int, times: int) -> None:
        """Count meetings of two people, unless they are pinned together and meet only once whatever happens."""
        people = self.instance.people
        if self.mates[one] >> other & 1:
            return
        count = self.count[one * people + other] + times
        self.count[one * people + other] = self.count[other * people + one] = count
        for here, there in ((one, other), (other, one)):
            bit = self.bit[there]
            self.once[here] = self.once[here] | bit if count > 0 else self.once[here] & ~bit
            self.twice[here] = self.twice[here] | bit if count > 1 else self.twice[here] & ~bit

    def schedule(self) -> Schedule:
        """Return who sits where now."""
        return tuple(self._round(at) for at in range(self.instance.rounds))

    def _round(self, at: int) -> Round:
        tables: list[list[int]] = [[] for _size in self.instance.sizes[at]]
        for person, number in enumerate(self.seat[at]):
            tables[number].append(person)
        return tuple(tuple(table) for table in tables)

    def delta(self, at: int, one: int, other: int) -> int:
        """Return what swapping two people at different tables of a round would add to the cost."""
        seat = self.seat[at]
        first, second = seat[one], seat[other]
        here = self.table[at][first] ^ self.wide[one]
        there = self.table[at][second] ^ self.wide[other]
        added = self.weights.repeat * (
            (self.once[other] & here).bit_count()
            - (self.twice[one] & here).bit_count()
            + (self.once[one] & there).bit_count()
            - (self.twice[other] & there).bit_count()
        )
        for balance in self.balances:
            added += self.weights.balance * balance.delta(at, first, second, one, other)
        for like in self.soft:
            added += self.weights.soft * (
                (like[other] & here).bit_count()
                - (like[one] & here).bit_count()
                + (like[one] & there).bit_count()
                - (like[other] & there).bit_count()
            )
        return added

    def swap(self, at: int, one: int, other: int) -> None:
        """Swap two people who sit at different tables of a round."""
        seat, table = self.seat[at], self.table[at]
        first, second = seat[one], seat[other]
        table[first] ^= self.wide[one]
        table[second] ^= self.wide[other]
        self._change(one, table[first], leaves=True)
        self._change(one, table[second], leaves=False)
        self._change(other, table[second], leaves=True)
        self._change(other, table[first], leaves=False)
        table[first] ^= self.wide[other]
        table[second] ^= self.wide[one]
        seat[one], seat[other] = second, first
        for balance in self.balances:
            balance.swap(at, first, second, one, other)

    def _change(self, person: int, table: int, *, leaves: bool) -> None:
        """Count that a person leaves or joins these others."""
        people, count, bit = self.instance.people, self.count, self.bit
        others = table & ((1 << people) - 1) & ~self.mates[person]
        mine, step = bit[person], -1 if leaves else 1
        turns = 0 if leaves else 1
        once = twice = 0
        while others:
            low = others & -others
            others ^= low
            other = low.bit_length() - 1
            now = count[person * people + other] + step
            count[person * people + other] = count[other * people + person] = now
            if now == turns:
                once |= low
                self.once[other] ^= mine
            elif now == turns + 1:
                twice |= low
                self.twice[other] ^= mine
        self.once[person] ^= once
        self.twice[person] ^= twice


class _Balance:
    """How many of each value sit at each table, and what one more or one fewer would cost there."""

    __slots__ = ("code", "counts", "fewer", "instance", "more")

    def __init__(self, instance: Instance, name: str) -> None:
        self.instance = instance
        self.code = codes(instance.attributes[name])
        values = max(self.code, default=-1) + 1
        totals = [self.code.count(value) for value in range(values)]
        sizes = {size for tables in instance.sizes for size in tables}
        people = instance.people
        worth = {
            size: [[outside(here, total, size, people) for here in range(size + 3)] for total in totals]
            for size in sizes
        }
        # what one more costs where there are so many; the value -1 (not known) costs nothing anywhere
        nothing = [[0] * (max(sizes, default=0) + 3)]
        gain = {size: [[row[at + 1] - row[at] for at in range(size + 2)] for row in worth[size]] for size in sizes}
        loss = {
            size: [[0, *(row[at - 1] - row[at] for at in range(1, size + 2))] for row in worth[size]] for size in sizes
        }
        self.more = [[gain[size] + nothing for size in tables] for tables in instance.sizes]
        self.fewer = [[loss[size] + nothing for size in tables] for tables in instance.sizes]
        self.counts: list[list[list[int]]] = []

    def load(self, schedule: Schedule) -> None:
        values = max(self.code, default=-1) + 2  # the last counts those of whom nothing is known
        self.counts = [[[0] * values for _table in tables] for tables in schedule]
        for at, tables in enumerate(schedule):
            for number, table in enumerate(tables):
                for person in table:
                    self.counts[at][number][self.code[person]] += 1

    def delta(self, at: int, first: int, second: int, one: int, other: int) -> int:
        mine, theirs = self.code[one], self.code[other]
        if mine == theirs:
            return 0
        here, there = self.counts[at][first], self.counts[at][second]
        fewer, more = self.fewer[at], self.more[at]
        return (
            fewer[first][mine][here[mine]]
            + more[first][theirs][here[theirs]]
            + fewer[second][theirs][there[theirs]]
            + more[second][mine][there[mine]]
        )

    def swap(self, at: int, first: int, second: int, one: int, other: int) -> None:
        mine, theirs = self.code[one], self.code[other]
        here, there = self.counts[at][first], self.counts[at][second]
        here[mine] -= 1
        here[theirs] += 1
        there[theirs] -= 1
        there[mine] += 1


def _alike(instance: Instance, names: Sequence[str]) -> list[list[int]]:
    """For each person and attribute, the bits of the others that have the same value; [person][attribute]."""
    of = [codes(instance.attributes[name]) for name in names]
    masks: list[dict[int, int]] = [{} for _name in names]
    for at, known in enumerate(of):
        for person, value in enumerate(known):
            masks[at][value] = masks[at].get(value, 0) | 1 << person
    return [
        [masks[at][known[person]] & ~(1 << person) if known[person] >= 0 else 0 for at, known in enumerate(of)]
        for person in range(instance.people)
    ]


def _foes(instance: Instance) -> list[int] | None:
    """For each person the bits of those who must not sit with them; None where nothing is forbidden."""
    if not instance.forbid:
        return None
    foes = [0] * instance.people
    for one, other in instance.forbid:
        foes[one] |= 1 << other
        foes[other] |= 1 << one
    return foes


def chances(temperature: Decimal) -> list[float]:
    """Return the chance of taking a swap that costs 0, 1, 2 … more, down to one in ten million."""
    found = [1.0]
    while found[-1] > 1e-7:
        found.append(float((-len(found) / temperature).exp()))
    return found


@cache
def cooling(unit: int, hottest: float = HOTTEST, coldest: float = COLDEST) -> list[list[float]]:
    """Return the chances at each temperature of a pass, from hottest to coldest, with costs in `unit` a repeat."""
    first, last = Decimal(str(hottest)), Decimal(str(coldest))
    ratio = (last / first) ** (Decimal(1) / (STEPS - 1))
    heat = accumulate([ratio] * (STEPS - 1), lambda so_far, each: so_far * each, initial=first)
    return [chances(each * unit) for each in heat]
