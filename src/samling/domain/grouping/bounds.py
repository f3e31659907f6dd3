"""What no draw can go below: lower bounds that are proved by counting, in the order of the goals.

None of them is a search. Each holds for every schedule that is as good as possible in the goals before it, so that a
draw whose faults equal its bounds cannot be better.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from samling.domain.grouping.exhausted import fewest_repeats
from samling.domain.grouping.instance import codes
from samling.domain.grouping.score import Score, groups, outside, pinned_pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samling.domain.grouping.instance import Instance, Pair, Value


def bounds(instance: Instance, *, apart_is_kept: bool = False) -> Score:
    """Return lower bounds of every goal.

    `apart_is_kept` says that a schedule without any apart violation is known: the best then has none either, so people
    who are to be kept apart count as people who may never meet.
    """
    return Score(
        sum(_alike(instance, name) for name in instance.apart),
        repeats_bound(instance, apart_is_kept=apart_is_kept),
        sum(_imbalance(instance, name) for name in instance.balance),
        sum(_alike(instance, name) for name in instance.soft),
    )


def split(people: int, seats: Iterable[int]) -> int:
    """Return the fewest pairs that sit together when so many people spread over tables with these seats.

    They spread as evenly as the seats let them: the next person always joins the table with fewest of them.
    """
    free = sorted(seats)
    here, pairs, waiting = 0, 0, people
    while waiting and free:
        free = [each for each in free if each > here]
        joining = min(waiting, len(free))
        pairs += joining * here
        waiting -= joining
        here += 1
    return pairs


def _alike(instance: Instance, name: str) -> int:
    """The fewest pairs of the same value at a table: each value spread evenly, or as its pins bind it."""
    known = codes(instance.attributes[name])
    bound = Counter(known[one] for one, other in pinned_pairs(instance) if known[one] == known[other])
    shares = Counter(value for value in known if value >= 0)
    return sum(max(split(count, sizes), bound[value]) for sizes in instance.sizes for value, count in shares.items())


def _imbalance(instance: Instance, name: str) -> int:
    """The least imbalance that people pinned together force.

    Without such pins it is 0: shares of rows and columns that come out fractional can all be rounded to a neighbour
    at once (Bacharach 1966, controlled rounding). Parties of one value add up at a table to at least their excesses.
    """
    known = codes(instance.attributes[name])
    totals = Counter(value for value in known if value >= 0)
    return sum(
        min(max(0, count - _ceiling(totals[value] * size, instance.people)) for size in sizes if size >= len(party))
        for party in groups(instance)
        if len(party) > 1
        for value, count in Counter(known[person] for person in party).items()
        if value >= 0
        for sizes in instance.sizes
        if max(sizes) >= len(party)
    )


def _ceiling(numerator: int, denominator: int) -> int:
    return -(-numerator // denominator)


def repeats_bound(instance: Instance, *, apart_is_kept: bool = False) -> int:
    """Return the largest of the proved bounds on repeats."""
    return max(by_degree(instance, apart_is_kept=apart_is_kept), by_pigeonhole(instance), fewest_repeats(instance))


def by_degree(instance: Instance, *, apart_is_kept: bool = False) -> int:
    """Return the repeats that counting proves, person by person.

    Everybody meets as many as their tables have other seats: at least the smallest table's in each round, at most the
    largest's, and all together twice the meetings of the schedule. Who meets more often than there are people they may
    still meet for the first time, meets somebody again. Each repeat is counted by both. This includes plain counting:
    more meetings than pairs that may meet.
    """
    people = instance.people
    pinned = pinned_pairs(instance)
    never = _never(instance, apart_is_kept=apart_is_kept)
    least = sum(min(filter(None, sizes)) - 1 for sizes in instance.sizes)
    most = sum(max(sizes) - 1 for sizes in instance.sizes)
    mates = Counter(person for each in pinned for person in each)
    saved = {person: count * (instance.rounds - 1) for person, count in mates.items()}  # pinned people meet once
    used = Counter(
        person for each in {*instance.history, *never} if each in never or instance.history[each] for person in each
    )
    forced = room = total = 0
    for person in range(people):
        new = people - 1 - used[person]
        low, high = (max(0, bound - saved.get(person, 0)) for bound in (least, most))
        total += low
        forced += max(0, low - new)
        room += max(0, min(high, new) - low)
    left = 2 * (instance.meetings() - len(pinned) * (instance.rounds - 1)) - total
    return _ceiling(forced + max(0, left - room), 2)


def _never(instance: Instance, *, apart_is_kept: bool) -> set[Pair]:
    """The pairs that no good schedule seats together."""
    never = {(one, other) if one < other else (other, one) for one, other in instance.forbid}
    if apart_is_kept:
        for name in instance.apart:
            never |= _same(instance.attributes[name])
    return never


def _same(values: Sequence[Value]) -> set[Pair]:
    members: dict[int, list[int]] = {}
    for person, value in enumerate(codes(values)):
        if value >= 0:
            members.setdefault(value, []).append(person)
    return {(one, other) for group in members.values() for at, other in enumerate(group) for one in group[:at]}


def by_pigeonhole(instance: Instance) -> int:
    """Return the repeats that two rounds force on each other: a table of one spread over the tables of another.

    A round repeats at least what it must share with any one round before it, so each round is held against one other
    (along a spanning tree of the rounds, in which no repeat counts twice): rounds of one kind against each other, and
    the first of each further kind against the kind it must share most with.
    """
    free = len(pinned_pairs(instance))
    kinds = Counter(tuple(sorted(sizes)) for sizes in instance.sizes)
    shared = {(one, other): max(0, _shared(one, other) - free) for one in kinds for other in kinds}
    within = sum(shared[kind, kind] * (count - 1) for kind, count in kinds.items())
    reached, waiting, between = list(kinds)[:1], list(kinds)[1:], 0
    while waiting:
        worth, kind = max((shared[kind, other], kind) for kind in waiting for other in reached)
        between += worth
        waiting.remove(kind)
        reached.append(kind)
    return within + between


def _shared(one: Sequence[int], other: Sequence[int]) -> int:
    """The fewest pairs that sit together in two rounds with tables of these sizes."""
    return max(sum(split(size, other) for size in one), sum(split(size, one) for size in other))


def table_excess(known: Sequence[int], table: Sequence[int], people: int) -> int:
    """Return a table's imbalance in one attribute, given as codes: for matchings, which price each table alone."""
    totals = Counter(value for value in known if value >= 0)
    return sum(
        outside(sum(known[person] == value for person in table), count, len(table), people)
        for value, count in totals.items()
    )
