"""A pass of the search: swaps at falling temperatures, the best seating on the way kept.

The one long function of the package stands here. It runs a million times a second, so that what `Seats.delta` says is
written out in it; a test holds the two to the same figures.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.grouping.anneal import STEPS, cooling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from samling.domain.grouping.anneal import Seats
    from samling.domain.grouping.instance import Schedule

PARTY_SHARE = 8
"""One in so many of the moves tried is for people who are pinned together, where there are any."""


@dataclass(slots=True)
class Best:
    """The seating with the lowest cost that a pass has met, its cost relative to where the pass began."""

    cost: int
    schedule: Schedule


def walk(seats: Seats, rng: Random, swaps: int, lowest: int) -> Iterator[tuple[int, Best]]:
    """Try about `swaps` swaps and tell after each temperature how many were tried and the best seating so far.

    Ends early when the cost has fallen by `lowest`, to where nothing better is possible.
    """
    best = Best(0, seats.schedule())
    cost = tried = goal = 0
    for chances in [*cooling(seats.weights.repeat), [1.0]]:
        goal += swaps // (STEPS + 1)
        while tried < goal:
            for at in range(seats.instance.rounds):
                cost = _sweep(seats, at, rng, chances, cost, best)
                tried += len(seats.loose)
                if seats.parties:
                    cost = _move_parties(seats, at, rng, chances, cost, best)
                    tried += len(seats.loose) // PARTY_SHARE + 1
                if best.cost <= lowest:
                    yield tried, best
                    return
            tried += 1  # nobody to move: the pass ends all the same
        yield tried, best


def _sweep(seats: Seats, at: int, rng: Random, chances: list[float], cost: int, best: Best) -> int:  # noqa: C901
    """Try to swap each person of a round with another, chosen by chance; return the cost after it."""
    random, loose, seat, table = rng.random, seats.loose, seats.seat[at], seats.table[at]
    once, twice, wide, repeat = seats.once, seats.twice, seats.wide, seats.weights.repeat
    foes, soft, soft_weight, balance_weight = seats.forbidden, seats.soft, seats.weights.soft, seats.weights.balance
    balances = [(each.code, each.counts[at], each.fewer[at], each.more[at]) for each in seats.balances]
    people, most = len(loose), len(chances)
    for one in loose:
        other = loose[int(random() * people)]
        first, second = seat[one], seat[other]
        if first == second:
            continue
        here, there = table[first] ^ wide[one], table[second] ^ wide[other]
        if foes and (foes[one] & there or foes[other] & here):
            continue
        added = (
            (once[other] & here).bit_count()
            - (twice[one] & here).bit_count()
            + (once[one] & there).bit_count()
            - (twice[other] & there).bit_count()
        ) * repeat
        for code, counts, fewer, more in balances:
            mine, theirs = code[one], code[other]
            if mine != theirs:
                ours, others = counts[first], counts[second]
                added += balance_weight * (
                    fewer[first][mine][ours[mine]]
                    + more[first][theirs][ours[theirs]]
                    + fewer[second][theirs][others[theirs]]
                    + more[second][mine][others[mine]]
                )
        for like in soft:
            added += soft_weight * (
                (like[other] & here).bit_count()
                - (like[one] & here).bit_count()
                + (like[one] & there).bit_count()
                - (like[other] & there).bit_count()
            )
        if added > 0 and (added >= most or random() >= chances[added]):
            continue
        seats.swap(at, one, other)
        cost += added
        if cost < best.cost:
            best.cost, best.schedule = cost, seats.schedule()
    return cost


def _move_parties(seats: Seats, at: int, rng: Random, chances: list[float], cost: int, best: Best) -> int:
    """Try to change parties, people who are pinned together, for as many people of another table."""
    for _try in range(len(seats.loose) // PARTY_SHARE + 1):
        party = seats.parties[int(rng.random() * len(seats.parties))]
        table = int(rng.random() * len(seats.table[at]))
        others = _as_many(seats, at, rng, table, len(party)) if table != seats.seat[at][party[0]] else []
        if not others or _would_clash(seats, at, party, others):
            continue
        added = 0
        for one, other in zip(party, others, strict=True):
            added += seats.delta(at, one, other)
            seats.swap(at, one, other)
        if added > 0 and (added >= len(chances) or rng.random() >= chances[added]):
            for one, other in zip(party, others, strict=True):
                seats.swap(at, one, other)
            continue
        cost += added
        if cost < best.cost:
            best.cost, best.schedule = cost, seats.schedule()
    return cost


def _as_many(seats: Seats, at: int, rng: Random, table: int, count: int) -> list[int]:
    """Choose so many people of a table, parties whole; none where that does not come out even."""
    seat = seats.seat[at]
    units = [[person] for person in seats.loose if seat[person] == table]
    units += [party for party in seats.parties if seat[party[0]] == table]
    chosen: list[int] = []
    while units and len(chosen) < count:
        unit = units.pop(int(rng.random() * len(units)))
        if len(chosen) + len(unit) <= count:
            chosen += unit
    return chosen if len(chosen) == count else []


def _would_clash(seats: Seats, at: int, party: list[int], others: list[int]) -> bool:
    """Whether changing these for those would seat two who must not sit together."""
    if not seats.forbidden:
        return False
    ours, theirs = (sum(seats.bit[person] for person in people) for people in (party, others))
    here = seats.table[at][seats.seat[at][party[0]]] & ~ours
    there = seats.table[at][seats.seat[at][others[0]]] & ~theirs
    return any(seats.forbidden[one] & there for one in party) or any(seats.forbidden[one] & here for one in others)
