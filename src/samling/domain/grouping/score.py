"""What a schedule is worth, counted afresh from who sits where: whole numbers, compared in the order of the goals."""

from __future__ import annotations

from collections import Counter
from dataclasses import astuple, dataclass
from typing import TYPE_CHECKING

from samling.domain.grouping.instance import codes, met, pair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.grouping.instance import Instance, Pair, Round, Schedule, Value


@dataclass(frozen=True, slots=True, order=True)
class Score:
    """The goals of a draw in their order, each a count of what went against it; 0 is perfect. Less is better.

    `apart`: pairs with the same value at a table, over attributes, tables and rounds. `repeats`: meetings beyond the
    first, what happened before the draw not counted again. `balance`: the distance of each table's count of a value
    outside the rounded share. `soft`: pairs alike in what should differ last of all.
    """

    apart: int = 0
    repeats: int = 0
    balance: int = 0
    soft: int = 0

    def reaches(self, bounds: Score) -> bool:
        """Whether every goal equals its proved lower bound: then nothing better is possible."""
        return astuple(self) == astuple(bounds)


def score(instance: Instance, schedule: Schedule) -> Score:
    """Count a schedule's faults."""
    return Score(
        sum(alike(instance.attributes[name], schedule) for name in instance.apart),
        repeats(instance, schedule),
        sum(imbalance(instance.attributes[name], schedule) for name in instance.balance),
        sum(alike(instance.attributes[name], schedule) for name in instance.soft),
    )


def alike(values: Sequence[Value], schedule: Schedule) -> int:
    """Count the pairs at a table that have the same value, over all rounds."""
    known = codes(values)
    shares = (Counter(known[person] for person in table) for tables in schedule for table in tables)
    return sum(count * (count - 1) // 2 for share in shares for value, count in share.items() if value >= 0)


def repeats(instance: Instance, schedule: Schedule) -> int:
    """Count the meetings beyond two people's first, those of earlier days included as met but not as repeats.

    People who are pinned together meet once, however many rounds they sit side by side.
    """
    pinned = pinned_pairs(instance)
    return sum(
        again(1 if each in pinned else times, instance.history.get(each, 0)) for each, times in met(schedule).items()
    )


def again(times: int, before: int) -> int:
    """Return how many of two people's `times` meetings are repeats, when they have met `before` times already."""
    return max(0, times + before - 1) - max(0, before - 1)


def pinned_pairs(instance: Instance) -> frozenset[Pair]:
    """Return every two people who must sit together, also those whom a chain of pins binds."""
    return frozenset(
        pair(one, other) for group in groups(instance) for at, one in enumerate(group) for other in group[:at]
    )


def groups(instance: Instance) -> list[list[int]]:
    """Return the people in groups that sit together in every round; most are alone in theirs. In order of number."""
    group = list(range(instance.people))
    for one, other in instance.together:
        low, high = sorted((group[one], group[other]))
        group = [low if each == high else each for each in group]
    members: dict[int, list[int]] = {}
    for person, of in enumerate(group):
        members.setdefault(of, []).append(person)
    return list(members.values())


def imbalance(values: Sequence[Value], schedule: Schedule) -> int:
    """Sum how far each table's count of each value lies outside the rounded share k x size / n of that value."""
    known = codes(values)
    shares = Counter(value for value in known if value >= 0)
    return sum(
        outside(Counter(known[person] for person in table)[value], count, len(table), len(known))
        for tables in schedule
        for table in tables
        for value, count in shares.items()
    )


def outside(here: int, count: int, size: int, people: int) -> int:
    """Return how far `here` people of a value lie outside floor and ceiling of count x size / people."""
    floor, ceiling = count * size // people, -(-count * size // people)
    return max(0, floor - here, here - ceiling)


def keeps_pins(instance: Instance, tables: Round) -> bool:
    """Whether a round keeps every pin."""
    table_of = {person: at for at, table in enumerate(tables) for person in table}
    return (
        all(table_of[one] == table_of[other] for one, other in instance.together)
        and all(table_of[one] != table_of[other] for one, other in instance.forbid)
        and all(table_of[person] == table for person, table in instance.at)
    )
