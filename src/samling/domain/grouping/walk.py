"""A pass of the search: swaps at falling temperatures, the best seating on the way kept.

The one long function of the package stands here. It runs a million times a second, so what `Seats.delta` says is
written out in it; a test holds the two to the same figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.grouping.anneal import STEPS, cooling

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from samling.domain.grouping.anneal import Seats
    from samling.domain.grouping.instance import Schedule

PARTY_SHARE = 8
"""One in so many of the moves tried is for people who are pinned together, where there are any."""


def walk(seats: Seats, rng: Random, swaps: int, lowest: int) -> Iterator[tuple[int, Schedule]]:
    """Try about `swaps` swaps and tell after each temperature how many were tried and the best seating so far.

    Ends early when the cost has changed by `lowest` (0 or less), to where nothing better is possible.
    """
    course = _Course(seats, rng)
    tried = goal = 0
    for chances in [*cooling(seats.weights.repeat), [1.0]]:
        goal += swaps // (STEPS + 1)
        while tried < goal:
            for at in range(seats.instance.rounds):
                tried += course.round(at, chances)
                if course.best <= lowest:
                    yield tried, course.schedule
                    return
            tried += 1  # nobody to move: the pass ends all the same
        yield tried, course.schedule


class _Course:
    """Where a pass has come: the cost relative to where it began, and the seating that cost least."""

    __slots__ = ("best", "cost", "rng", "schedule", "seats")

    def __init__(self, seats: Seats, rng: Random) -> None:
        self.seats = seats
        self.rng = rng
        self.cost = self.best = 0
        self.schedule = seats.schedule()

    def round(self, at: int, chances: list[float]) -> int:
        """Move about in one round; return how many moves were tried."""
        self._sweep(at, chances)
        if not self.seats.parties:
            return len(self.seats.loose)
        moves = len(self.seats.loose) // PARTY_SHARE + 1
        for _move in range(moves):
            self._move_party(at, chances)
        return len(self.seats.loose) + moves

    def _moved(self, added: int) -> None:
        self.cost += added
        if self.cost < self.best:
            self.best, self.schedule = self.cost, self.seats.schedule()

    def _sweep(self, at: int, chances: list[float]) -> None:
        """Try to swap each person of a round with another, chosen by chance."""
        seats, random = self.seats, self.rng.random
        loose, seat, table, weights = seats.loose, seats.seat[at], seats.table[at], seats.weights
        once, twice, wide, foes, soft = seats.once, seats.twice, seats.wide, seats.forbidden, seats.soft
        balances = [(each.code, each.counts[at], each.fewer[at], each.more[at]) for each in seats.balances]
        people, most, repeat = len(loose), len(chances), weights.repeat
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
                    added += weights.balance * (
                        fewer[first][mine][ours[mine]]
                        + more[first][theirs][ours[theirs]]
                        + fewer[second][theirs][others[theirs]]
                        + more[second][mine][others[mine]]
                    )
            for like in soft:
                added += weights.soft * (
                    (like[other] & here).bit_count()
                    - (like[one] & here).bit_count()
                    + (like[one] & there).bit_count()
                    - (like[other] & there).bit_count()
                )
            if added > 0 and (added >= most or random() >= chances[added]):
                continue
            seats.swap(at, one, other)
            self._moved(added)

    def _move_party(self, at: int, chances: list[float]) -> None:
        """Try to change people who are pinned together for as many people of another table."""
        seats, random = self.seats, self.rng.random
        party = seats.parties[int(random() * len(seats.parties))]
        table = int(random() * len(seats.table[at]))
        others = self._as_many(at, table, len(party)) if table != seats.seat[at][party[0]] else []
        if not others or self._would_clash(at, party, others):
            return
        added = self._price(at, party, others)
        if added <= 0 or (added < len(chances) and random() < chances[added]):
            for one, other in zip(party, others, strict=True):
                seats.swap(at, one, other)
            self._moved(added)

    def _price(self, at: int, party: list[int], others: list[int]) -> int:
        """Return what changing these for those would add to the cost. Those who move side by side meet as before."""
        seats, weights = self.seats, self.seats.weights
        first, second = seats.seat[at][party[0]], seats.seat[at][others[0]]
        here = seats.table[at][first] & ~sum(seats.wide[person] for person in party)
        there = seats.table[at][second] & ~sum(seats.wide[person] for person in others)
        added = 0
        for people, left, joined in ((party, here, there), (others, there, here)):
            for person in people:
                added += weights.repeat * (
                    (seats.once[person] & joined).bit_count() - (seats.twice[person] & left).bit_count()
                )
                for like in seats.soft:
                    added += weights.soft * ((like[person] & joined).bit_count() - (like[person] & left).bit_count())
        pairs = list(zip(party, others, strict=True))
        for balance in seats.balances:
            for one, other in pairs:
                added += weights.balance * balance.delta(at, first, second, one, other)
                balance.swap(at, first, second, one, other)
            for one, other in pairs:
                balance.swap(at, first, second, other, one)
        return added

    def _as_many(self, at: int, table: int, count: int) -> list[int]:
        """Choose so many people of a table by chance, parties whole; none where that does not come out even."""
        seats, units = self.seats, []
        left = seats.table[at][table] & seats.movable
        while left:
            low = left & -left
            left ^= low
            units.append(seats.unit[low.bit_length() - 1])
        chosen: list[int] = []
        while units and len(chosen) < count:
            unit = units.pop(int(self.rng.random() * len(units)))
            if len(chosen) + len(unit) <= count:
                chosen += unit
        return chosen if len(chosen) == count else []

    def _would_clash(self, at: int, party: list[int], others: list[int]) -> bool:
        """Whether changing these for those would seat two who must not sit together."""
        seats, foes = self.seats, self.seats.forbidden
        if not foes:
            return False
        ours, theirs = (sum(seats.bit[person] for person in people) for people in (party, others))
        here = seats.table[at][seats.seat[at][party[0]]] & ~ours
        there = seats.table[at][seats.seat[at][others[0]]] & ~theirs
        return any(foes[one] & there for one in party) or any(foes[one] & here for one in others)
