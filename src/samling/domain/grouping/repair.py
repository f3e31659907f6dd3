"""After it is announced: somebody is missing or comes late, and as few as possible should move.

The order of what matters: pins hold, then who is to be kept apart is, then fewest people move, then fewest who met in
an earlier round sit together now, then fewest who are alike in what should differ last of all. Somebody without an
announced seat is seated anew and is no move. Everybody present is seated, and every table stays within its smallest and
largest size; only where people are too few for all the tables do some of these close, as few as may be.

The search tries one number of moves after the other, every choice of who moves where, and is exact unless cut short.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, combinations
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.grouping.bounds import split
from samling.domain.grouping.instance import codes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.grouping.instance import Pair, Round, Value

REPAIR_STEPS = 300_000
"""How many placings a repair may try, about two seconds."""


@dataclass(frozen=True, slots=True)
class Announced:
    """A seating that was announced, and what has changed since. People are numbered from 0.

    `earlier` holds the pairs that met in an earlier round. A table holds from `least` to `most`, and no more than its
    `seats` where those are given. `apart` lists, for each attribute that should differ at a table, what it is for every
    person, and `soft` those that should differ last of all. `at` pins a person to a table (numbered from 0).
    """

    tables: Round
    absent: frozenset[int]
    late: tuple[int, ...]
    least: int
    most: int
    earlier: frozenset[Pair] = frozenset()
    together: tuple[Pair, ...] = ()
    forbid: tuple[Pair, ...] = ()
    apart: tuple[tuple[Value, ...], ...] = ()
    soft: tuple[tuple[Value, ...], ...] = ()
    at: tuple[tuple[int, int], ...] = ()
    seats: tuple[int, ...] = ()

    def present(self) -> tuple[Round, tuple[int, ...]]:
        """Return who still sits at each table, and who has no seat yet."""
        seated = {person for table in self.tables for person in table}
        at_home = tuple(tuple(each for each in table if each not in self.absent) for table in self.tables)
        new = tuple(dict.fromkeys(each for each in self.late if each not in seated and each not in self.absent))
        return at_home, new

    def capacities(self) -> list[int]:
        """Return how many each table can hold."""
        return [min(self.most, seats) for seats in self.seats or (self.most,) * len(self.tables)]


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody goes from one table to another (numbered from 0); `origin` is None for somebody seated anew."""

    person: int
    origin: int | None
    goal: int


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What a new seating costs, in the order of what matters."""

    apart: int
    moves: int
    repeats: int
    soft: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """A new seating: the tables in their announced order, what it costs, who goes where, and whether it is the best."""

    tables: Round
    cost: Cost
    moves: tuple[Move, ...]
    is_proved: bool


def repair(announced: Announced) -> Repair:
    """Return the best new seating. Raises `Refused` where the tables cannot hold the people or the pins forbid all."""
    at_home, new = announced.present()
    search = _Search(announced, at_home, new)
    for choice in _limits(announced, at_home, len(new)):
        for limits in choice:
            search.within(limits)
        if search.best is not None:
            break
    if search.best is None:
        raise Refused(
            N_("No new seating keeps the pins and the sizes of the tables.")
            if search.steps > 0
            else N_("No new seating that keeps the pins was found in time; there may be one.")
        )
    cost, tables = search.best
    home = {person: at for at, table in enumerate(at_home) for person in table}
    moves = tuple(
        Move(person, home.get(person), at)
        for at, table in enumerate(tables)
        for person in table
        if home.get(person) != at
    )
    return Repair(tables, cost, moves, search.steps > 0)


def _limits(announced: Announced, at_home: Round, new: int) -> Iterator[Iterator[list[tuple[int, int]]]]:
    """Go through the sizes to hold the tables to: all open first, then one closed, whichever, then two, and so on."""
    people = sum(map(len, at_home)) + new
    count = len(at_home)
    capacities = announced.capacities()
    seats = sum(capacities)
    if people > seats:
        raise Refused(
            N_("{people} are present and the tables have places for {seats}: {missing} too few."),
            people=people, seats=seats, missing=people - seats,
        )  # fmt: skip
    largest = accumulate(sorted(capacities, reverse=True), initial=0)
    fewest = next(tables for tables, held in enumerate(largest) if held >= people)
    most = min(count, people // announced.least) if announced.least else count
    if most < fewest:
        raise Refused(
            N_("{people} cannot be placed at tables of {least} to {most}."),
            people=people, least=announced.least, most=announced.most,
        )  # fmt: skip
    by_need = sorted(range(count), key=lambda at: (len(at_home[at]), at))
    within = [(announced.least, capacity) for capacity in capacities]
    for closed in range(count - most, count - fewest + 1):
        yield ([(0, 0) if at in shut else within[at] for at in range(count)] for shut in combinations(by_need, closed))


@dataclass(slots=True)
class _Search:
    """Everybody at home, and then every choice of so many moves; the state is undone on the way back."""

    announced: Announced
    at_home: Round
    new: tuple[int, ...]
    best: tuple[Cost, Round] | None = None
    steps: int = REPAIR_STEPS
    people: list[tuple[int, int]] = field(default_factory=list)
    limits: list[tuple[int, int]] = field(default_factory=list)
    table: list[int] = field(default_factory=list)
    size: list[int] = field(default_factory=list)
    met: list[int] = field(default_factory=list)
    foes: list[int] = field(default_factory=list)
    fixed: dict[int, int] = field(default_factory=dict)
    alike: list[list[int]] = field(default_factory=list)
    like: list[list[int]] = field(default_factory=list)
    apart: int = 0
    repeats: int = 0
    soft: int = 0

    def __post_init__(self) -> None:
        self.people = sorted((person, at) for at, table in enumerate(self.at_home) for person in table)
        everyone = [person for person, _at in self.people] + list(self.new)
        count = max([*everyone, *(each for both in self.announced.earlier for each in both), -1]) + 1
        self.met = _masks(self.announced.earlier, count)
        self.foes = _masks(self.announced.forbid, count)
        self.fixed = {person: at for person, at in self.announced.at if person in everyone}
        self.alike = [_alike(values, everyone, count) for values in self.announced.apart]
        self.like = [_alike(values, everyone, count) for values in self.announced.soft]
        self.table = [0] * len(self.at_home)
        self.size = [0] * len(self.at_home)
        for person, at in self.people:
            self._sit(person, at, 1)

    def within(self, limits: list[tuple[int, int]]) -> None:
        """Search the best seating with these smallest and largest sizes, and keep it if it is better than before."""
        self.limits = limits
        floor = self._least_apart()
        for moves in range(self._needed(len(self.new)), len(self.people) + 1):
            if self.best and self.best[0].apart <= floor and self.best[0].moves < moves:
                return
            self._move(0, moves, moves)
            if self.steps <= 0:
                return

    def _least_apart(self) -> int:
        """What no seating goes below in the apart violations: every value spread as evenly as the tables allow."""
        everyone = [person for person, _at in self.people] + list(self.new)
        seats = [most for _least, most in self.limits]
        bound = 0
        for values in self.announced.apart:
            known = [code for code in (codes(values)[person] for person in everyone) if code >= 0]
            bound += sum(split(known.count(code), seats) for code in set(known))
        return bound

    def _needed(self, new: int) -> int:
        """The fewest moves that the sizes still ask for, when so many are to be seated anew."""
        over = sum(max(0, size - most) for size, (_least, most) in zip(self.size, self.limits, strict=True))
        short = sum(max(0, least - size) for size, (least, _most) in zip(self.size, self.limits, strict=True))
        return max(over, short - new)

    def _sit(self, person: int, at: int, step: int) -> None:
        """Seat a person (step 1) or let them leave (step -1), and count what that changes."""
        if step < 0:
            self.table[at] ^= 1 << person
        here = self.table[at]
        self.repeats += step * (self.met[person] & here).bit_count()
        self.apart += step * sum((mask[person] & here).bit_count() for mask in self.alike)
        self.soft += step * sum((mask[person] & here).bit_count() for mask in self.like)
        if step > 0:
            self.table[at] |= 1 << person
        self.size[at] += step

    def _move(self, begin: int, left: int, moves: int) -> None:
        """Choose `left` more people to move, from `begin` on in the list."""
        if left == 0:
            self._seat_new(0, moves)
            return
        for at in range(begin, len(self.people) - left + 1):
            person, home = self.people[at]
            self._sit(person, home, -1)
            for goal in self._goals(person):
                if goal == home or self.steps <= 0:
                    continue
                self.steps -= 1
                self._sit(person, goal, 1)
                if self._needed(len(self.new)) <= left - 1:
                    self._move(at + 1, left - 1, moves)
                self._sit(person, goal, -1)
            self._sit(person, home, 1)

    def _seat_new(self, at: int, moves: int) -> None:
        """Seat those who have no seat yet, and keep the seating if it is the best."""
        if at == len(self.new):
            self._keep(moves)
            return
        for goal in self._goals(self.new[at]):
            if self.size[goal] >= self.limits[goal][1] or self.steps <= 0:
                continue
            self.steps -= 1
            self._sit(self.new[at], goal, 1)
            if self._needed(len(self.new) - at - 1) <= 0:
                self._seat_new(at + 1, moves)
            self._sit(self.new[at], goal, -1)

    def _goals(self, person: int) -> Sequence[int]:
        """The tables in the order to try for somebody: where fewest have met them first. Who is pinned has one."""
        if person in self.fixed:
            return (self.fixed[person],)
        tables = range(len(self.table))
        return sorted(tables, key=lambda at: ((self.met[person] & self.table[at]).bit_count(), self.size[at], at))

    def _keep(self, moves: int) -> None:
        cost = Cost(self.apart, moves, self.repeats, self.soft)
        if (self.best and cost >= self.best[0]) or self._needed(0) or not self._keeps_pins():
            return
        tables = []
        for at, home in enumerate(self.at_home):
            stayed = [person for person in home if self.table[at] >> person & 1]
            came = [person for person in _people(self.table[at]) if person not in home]
            tables.append((*stayed, *came))
        self.best = (cost, tuple(tables))

    def _keeps_pins(self) -> bool:
        apart = all(
            not self.foes[person] & here for here in self.table for person in _people(here) if self.foes[person]
        )
        at_home = all(self.table[at] >> person & 1 for person, at in self.fixed.items())
        return (apart and at_home) and all(
            (here >> one & 1) == (here >> other & 1)
            for one, other in self.announced.together
            for here in self.table
            if self._is_here(one) and self._is_here(other)
        )

    def _is_here(self, person: int) -> bool:
        return any(here >> person & 1 for here in self.table)


def _masks(pairs: frozenset[Pair] | Sequence[Pair], count: int) -> list[int]:
    """For each person, the bits of those they are paired with."""
    masks = [0] * count
    for one, other in pairs:
        if one < count and other < count:
            masks[one] |= 1 << other
            masks[other] |= 1 << one
    return masks


def _alike(values: Sequence[Value], everyone: Sequence[int], count: int) -> list[int]:
    """For each person, the bits of the others here who have the same value."""
    known = codes(values)
    return [
        sum(1 << other for other in everyone if other != one and known[other] == known[one] >= 0)
        for one in range(min(count, len(known)))
    ]


def _people(mask: int) -> list[int]:
    return [at for at in range(mask.bit_length()) if mask >> at & 1]
