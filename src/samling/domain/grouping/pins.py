"""Pins: seating that keeps them, and where they contradict each other the smallest set of them that clashes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from samling.domain.grouping.score import groups

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from samling.domain.grouping.instance import Instance, Round

SEATING_STEPS = 20_000
"""How many placings the search for one seating may try before it gives up undecided."""
CLASH_CHECKS = 400
"""How many sets of pins are tried to make sure that a clash is the smallest one."""


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """One pin: two people `together` or `forbid` (never at one table), or one person `at` a table."""

    kind: Literal["together", "forbid", "at"]
    people: tuple[int, ...]
    table: int | None = None


class Undecided(Exception):
    """The search for a seating was cut short: there may be one or none."""


def pins_of(instance: Instance) -> list[Pin]:
    """List an instance's pins in the order they were given."""
    return [
        *(Pin("at", (person,), table) for person, table in instance.at),
        *(Pin("together", each) for each in instance.together),
        *(Pin("forbid", each) for each in instance.forbid),
    ]


def with_pins(instance: Instance, pins: Iterable[Pin]) -> Instance:
    """Return the instance with these pins instead of its own."""
    chosen = list(pins)
    return replace(
        instance,
        together=tuple((each.people[0], each.people[1]) for each in chosen if each.kind == "together"),
        forbid=tuple((each.people[0], each.people[1]) for each in chosen if each.kind == "forbid"),
        at=tuple((each.people[0], each.table) for each in chosen if each.table is not None),
    )


def seating(instance: Instance, sizes: Sequence[int], order: Callable[[list[int]], None] | None = None) -> Round | None:
    """Find a seating of one round that keeps every pin; None where there is none.

    `order` may shuffle a list of table numbers or people in place, so that different draws begin differently.
    Raises `Undecided` when `SEATING_STEPS` placings settled nothing.
    """
    return _Seating(instance, sizes, order or _as_it_is).find()


def _as_it_is(_numbers: list[int]) -> None:
    """Leave the order alone."""


class _Seating:
    """A depth-first search that always places the group of people with the fewest tables left to sit at."""

    def __init__(self, instance: Instance, sizes: Sequence[int], order: Callable[[list[int]], None]) -> None:
        self.groups = groups(instance)
        self.sizes = sizes
        self.order = order
        self.left = list(sizes)
        self.steps = SEATING_STEPS
        self.tables: list[list[int]] = [[] for _size in sizes]
        group_of = {person: at for at, group in enumerate(self.groups) for person in group}
        self.foes: list[set[int]] = [set() for _group in self.groups]
        for one, other in instance.forbid:
            self.foes[group_of[one]].add(group_of[other])
            self.foes[group_of[other]].add(group_of[one])
        self.wanted: list[set[int]] = [set() for _group in self.groups]
        for person, table in instance.at:
            self.wanted[group_of[person]].add(table)
        self.at: dict[int, int] = {}

    def find(self) -> Round | None:
        waiting = [
            each for each, group in enumerate(self.groups) if len(group) > 1 or self.foes[each] or self.wanted[each]
        ]
        if any(each in self.foes[each] or len(self.wanted[each]) > 1 for each in waiting):
            return None
        if not self._place(waiting):
            return None
        for each, table in self.at.items():
            self.tables[table].extend(self.groups[each])
        self._fill()
        return tuple(tuple(table) for table in self.tables)

    def _fill(self) -> None:
        """Seat those who have no pin on the chairs that are left."""
        free = [group[0] for each, group in enumerate(self.groups) if each not in self.at]
        self.order(free)
        for table, size in zip(self.tables, self.sizes, strict=True):
            while len(table) < size:
                table.append(free.pop())

    def _place(self, waiting: list[int]) -> bool:
        if not waiting:
            return True
        options = {each: self._options(each) for each in waiting}
        each = min(waiting, key=lambda one: (len(options[one]), -len(self.groups[one]), -len(self.foes[one]), one))
        rest = [other for other in waiting if other != each]
        for table in options[each]:
            self.steps -= 1
            if self.steps < 0:
                raise Undecided
            self.at[each] = table
            self.left[table] -= len(self.groups[each])
            if self._place(rest):
                return True
            self.left[table] += len(self.groups[each])
            del self.at[each]
        return False

    def _options(self, each: int) -> list[int]:
        """The tables a group can go to; of several empty ones that are alike the first alone."""
        taken = {self.at[foe] for foe in self.foes[each] if foe in self.at}
        used = set(self.at.values())
        meant = {table for wanted in self.wanted for table in wanted}
        tables = [
            table
            for table in range(len(self.sizes))
            if self.left[table] >= len(self.groups[each])
            and table not in taken
            and (not self.wanted[each] or table in self.wanted[each])
        ]
        self.order(tables)
        seen: set[int] = set()
        options = []
        for table in tables:
            if table not in used and table not in meant:
                if self.sizes[table] in seen:
                    continue
                seen.add(self.sizes[table])
            options.append(table)
        return options


def clash(instance: Instance) -> tuple[Pin, ...]:
    """Return the smallest set of pins that no seating keeps; empty when all can be kept, or nothing is proved.

    Every pin of the answer is needed for the clash. Where there are so many pins that the search for a smaller set is
    cut short (`CLASH_CHECKS`), a smaller one may exist.
    """
    pins = pins_of(instance)
    if _can_be_kept(instance, pins):
        return ()
    core = _without_the_superfluous(instance, pins)
    return tuple(_smallest(instance, pins, core))


def _can_be_kept(instance: Instance, pins: Sequence[Pin]) -> bool:
    """Whether a seating keeps these pins in every round, as far as is proved: undecided counts as yes."""
    chosen = with_pins(instance, pins)
    for sizes in dict.fromkeys(instance.sizes):
        try:
            if seating(chosen, sizes) is None:
                return False
        except Undecided:
            continue
    return True


def _without_the_superfluous(instance: Instance, pins: Sequence[Pin]) -> list[Pin]:
    """Leave out one pin after the other as long as the rest still clash."""
    core = list(pins)
    for pin in pins:
        rest = [each for each in core if each != pin]
        if not _can_be_kept(instance, rest):
            core = rest
    return core


def _smallest(instance: Instance, pins: Sequence[Pin], core: list[Pin]) -> list[Pin]:
    """Search for a smaller clash than `core`.

    Every clash must hold a pin of each set that, left out, lets the rest be kept. So the smallest choice that touches
    all such sets known so far either clashes, and is the smallest clash, or teaches another such set
    (Ignatiev, Previti, Liffiton and Marques-Silva 2015).
    """
    to_touch: list[frozenset[Pin]] = []
    for _check in range(CLASH_CHECKS // max(1, len(pins))):
        choice = _touching(to_touch, len(core) - 1)
        if choice is None:
            return core
        if not _can_be_kept(instance, choice):
            return [each for each in pins if each in choice]
        kept = list(choice)
        for pin in pins:
            if pin not in kept and _can_be_kept(instance, [*kept, pin]):
                kept.append(pin)
        to_touch.append(frozenset(pins) - frozenset(kept))
    return core


def _touching(sets: Sequence[frozenset[Pin]], most: int) -> list[Pin] | None:
    """Return the fewest pins, at most `most`, that hold one of each set; None where that many do not do."""
    candidates = sorted(set().union(*sets))
    for count in range(most + 1):
        for choice in combinations(candidates, count):
            if all(not each.isdisjoint(choice) for each in sets):
                return list(choice)
    return None
