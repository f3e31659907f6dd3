"""One round two and two, exactly: of all pairings the best, and with an odd number the best three as well.

A pairing is a perfect matching of least weight (Edmonds' blossom algorithm, networkx). With an odd number every three
is tried, cheapest first, and the rest matched, until no other three can be better.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from samling.domain.grouping.bounds import table_excess
from samling.domain.grouping.instance import codes, in_room_order, pairs_at
from samling.domain.grouping.score import again, groups

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samling.domain.grouping.instance import Instance, Round, Table

MATCHINGS = 2500
"""How many matchings an odd round may cost. 25 teams have 2300 threes: up to there the answer is always exact."""


@dataclass(frozen=True, slots=True)
class ExactRound:
    """A round, how many matchings it took, and whether it is proved that none is better."""

    tables: Round
    matchings: int
    is_proved: bool


def fits(instance: Instance) -> bool:
    """Whether a draw is one round of pairs, with one table of three or one alone where the number is odd."""
    if instance.rounds != 1 or instance.people < 2:
        return False
    odd = [size for size in instance.sizes[0] if size not in {0, 2}]
    return odd in ([], [1], [3])


def best_round(instance: Instance, order: Callable[[list[int]], None]) -> ExactRound | None:
    """Return the best round; None where the pins leave none. `order` shuffles, to choose among equally good ones."""
    people = list(range(instance.people))
    order(people)
    price = _Prices(instance)
    odd = next((size for size in instance.sizes[0] if size not in {0, 2}), 0)
    if odd == 0:
        pairs = _match(people, price)
        found = ExactRound(tuple(pairs), 1, True) if pairs is not None else None
    else:
        found = _with_odd_table(people, odd, price)
    return found and ExactRound(_in_place(instance, found.tables), found.matchings, found.is_proved)


def _in_place(instance: Instance, tables: Sequence[Table]) -> Round:
    """Put tables in the order of the room, those of people who are pinned to a table at theirs."""
    sizes = instance.sizes[0]
    pinned = {at: next(table for table in tables if person in table) for person, at in instance.at}
    free = [0 if at in pinned else size for at, size in enumerate(sizes)]
    others = in_room_order(free, [table for table in tables if table not in pinned.values()])
    return tuple(pinned.get(at, table) for at, table in enumerate(others))


class _Prices:
    """What a table costs, as one whole number that keeps the order of the goals.

    A fault of one goal costs more than all that the later goals can come to in the whole round.
    """

    def __init__(self, instance: Instance) -> None:
        self.instance = instance
        party = {person: group for group in groups(instance) for person in group}
        self.party = {person: frozenset(group) for person, group in party.items()}
        self.sizes = instance.sizes[0]
        self.table_of = dict(instance.at)
        self.pinned = {at: {person for person, of in instance.at if of == at} for at in self.table_of.values()}
        self.forbidden = {(min(each), max(each)) for each in instance.forbid}
        self.apart = [codes(instance.attributes[name]) for name in instance.apart]
        self.balance = [codes(instance.attributes[name]) for name in instance.balance]
        self.soft = [codes(instance.attributes[name]) for name in instance.soft]
        most = 9 * (1 + len(self.apart) + len(self.balance) + len(self.soft))
        self.unit = 1 + most * instance.people
        self.known: dict[Table, int | None] = {}

    def __call__(self, table: Table) -> int | None:
        """Return the price of a table, its people in rising order; None where the pins forbid it."""
        if table not in self.known:
            self.known[table] = self._price(table)
        return self.known[table]

    def _price(self, table: Table) -> int | None:
        pairs = list(pairs_at(table))
        if any(not self.party[person] <= set(table) for person in table) or self.forbidden.intersection(pairs):
            return None
        wanted = {self.table_of[person] for person in table if person in self.table_of}
        if len(wanted) > 1 or any(len(table) != self.sizes[at] or not self.pinned[at] <= set(table) for at in wanted):
            return None
        history = self.instance.history
        goals = (
            self._alike(self.apart, pairs),
            sum(again(1, history.get(each, 0)) for each in pairs),
            sum(table_excess(known, table, self.instance.people) for known in self.balance),
            self._alike(self.soft, pairs),
        )
        price = 0
        for goal in goals:
            price = price * self.unit + goal
        return price

    @staticmethod
    def _alike(attributes: Sequence[Sequence[int]], pairs: Sequence[tuple[int, int]]) -> int:
        return sum(known[one] == known[other] >= 0 for known in attributes for one, other in pairs)


def _match(people: Sequence[int], price: _Prices, dummies: int = 0) -> list[Table] | None:
    """Pair all these people at the least price; None where that cannot be. So many people are left out for nothing."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from([*people, *range(-dummies, 0)])
    priced = [
        (one, other, price((one, other) if one < other else (other, one))) for one, other in combinations(people, 2)
    ]
    allowed = [(one, other, cost) for one, other, cost in priced if cost is not None]
    dearest = max((cost for _one, _other, cost in allowed), default=0)
    graph.add_weighted_edges_from((one, other, dearest - cost) for one, other, cost in allowed)
    graph.add_weighted_edges_from((person, dummy, dearest) for person in people for dummy in range(-dummies, 0))
    found = nx.max_weight_matching(graph, maxcardinality=True)
    if 2 * len(found) < len(people) + dummies:
        return None
    return sorted((min(each), max(each)) for each in found if min(each) >= 0)


def _with_odd_table(people: Sequence[int], size: int, price: _Prices) -> ExactRound | None:
    """Try every odd table, cheapest first, until none can be better.

    No pairing of the rest costs less than the one that may leave out whom it likes.
    """
    tables = [tuple(sorted(each)) for each in combinations(people, size)]
    priced = sorted((cost, at) for at, table in enumerate(tables) if (cost := price(table)) is not None)
    freely = _match(people, price, dummies=size)
    if freely is None:
        return None
    least = _total(freely, price)
    best: tuple[int, list[Table]] | None = None
    matchings = 1
    for cost, at in priced:
        if best and cost + least >= best[0]:
            break
        if matchings >= MATCHINGS and best:
            return ExactRound(tuple(best[1]), matchings, False)
        matchings += 1
        rest = _match([person for person in people if person not in tables[at]], price)
        if rest is not None and (best is None or cost + _total(rest, price) < best[0]):
            best = (cost + _total(rest, price), [*rest, tables[at]])
    return ExactRound(tuple(best[1]), matchings, True) if best else None


def _total(tables: Sequence[Table], price: _Prices) -> int:
    return sum(price(each) or 0 for each in tables)
