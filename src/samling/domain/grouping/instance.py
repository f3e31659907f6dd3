"""What a draw is given: how many people, the tables of each round, and what is asked for. Values only."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Pair = tuple[int, int]
"""Two people by number, the lower first."""
Table = tuple[int, ...]
"""The people at a table, by number."""
Round = tuple[Table, ...]
"""The tables of a round, in the order of the room."""
Schedule = tuple[Round, ...]
Value = str | int | float | bool | None
"""What an attribute says of a person. None: not known, so it is like nobody else's and counts nowhere."""


@dataclass(frozen=True, slots=True)
class Instance:
    """A draw to be made. People are numbered from 0 to `people` - 1; what is drawn may as well be whole teams.

    `sizes` holds, for each round, how many people sit at each table (they add up to `people`). `attributes` says
    something of each person; those named in `apart` should differ at a table before anything else, those in `balance`
    be spread evenly, those in `soft` differ last of all. `history` counts how often two people have met before.
    `together` and `forbid` are pins for every round; `at` pins a person to a table (numbered from 0) in every round.
    """

    people: int
    sizes: tuple[tuple[int, ...], ...]
    attributes: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)
    apart: tuple[str, ...] = ()
    balance: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()
    history: Mapping[Pair, int] = field(default_factory=dict)
    together: tuple[Pair, ...] = ()
    forbid: tuple[Pair, ...] = ()
    at: tuple[tuple[int, int], ...] = ()

    @property
    def rounds(self) -> int:
        """How many rounds are drawn."""
        return len(self.sizes)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is asked for but that people do not meet again, and nobody has met before."""
        return not (self.apart or self.balance or self.soft or self.together or self.forbid or self.at or self.history)

    def meetings(self) -> int:
        """How many times two people sit together in all, whoever they are: fixed by the sizes of the tables."""
        return sum(size * (size - 1) // 2 for tables in self.sizes for size in tables)


def pair(one: int, other: int) -> Pair:
    """Return two people as a pair: the lower number first."""
    return (one, other) if one < other else (other, one)


def pairs_at(table: Iterable[int]) -> Iterator[Pair]:
    """Go through the pairs of people at a table."""
    return combinations(sorted(table), 2)


def met(schedule: Iterable[Round]) -> Counter[Pair]:
    """Count how often each two people sit together."""
    return Counter(each for tables in schedule for table in tables for each in pairs_at(table))


def codes(values: Sequence[Value]) -> list[int]:
    """Number the values 0, 1, ... in the order they appear; -1 for what is not known.

    A number and a truth are told apart from each other and from text, so that 1, true and "1" are three values.
    """
    known: dict[tuple[type, Value], int] = {}
    return [-1 if each is None else known.setdefault((_kind(each), each), len(known)) for each in values]


def _kind(value: Value) -> type:
    return float if isinstance(value, int | float) and not isinstance(value, bool) else type(value)


def even_sizes(people: int, tables: int) -> tuple[int, ...]:
    """Spread people over tables whose sizes differ by at most one, the larger first."""
    least, more = divmod(people, tables)
    return tuple(least + (each < more) for each in range(tables))


def tables_for(people: int, size: int) -> int:
    """Return how many tables of about `size` people need.

    Nobody is left alone, and no table is more than one person short: seven in twos are two pairs and a three.
    """
    fewest, most = max(1, people // size), -(-people // size)
    smallest = people // most if most else 0
    return most if smallest >= max(2, size - 1) or people < size else fewest


def fill(seats: Sequence[int], people: int) -> tuple[int, ...]:
    """Return how many people sit at each table of a room that may have more seats than people, as evenly as it goes.

    No table seats more than its chairs, and none a single person where people are enough for two at each in use:
    then the tables with fewest chairs stay empty.
    """
    usable = sorted(range(len(seats)), key=lambda each: (-seats[each], each))[: max(1, people // 2)]
    while sum(seats[each] for each in usable) < people:
        usable = sorted(range(len(seats)), key=lambda each: (-seats[each], each))[: len(usable) + 1]
    taken = [0] * len(seats)
    for _person in range(people):
        free = [each for each in usable if taken[each] < seats[each]]
        taken[min(free, key=lambda each: (taken[each], each))] += 1
    return tuple(taken)


def in_room_order(sizes: Sequence[int], tables: Iterable[Table]) -> Round:
    """Put tables in the order of a room whose tables seat so many; there must be one for each size but 0."""
    left = sorted(tables)
    seated = []
    for size in sizes:
        table = next(each for each in [*left, ()] if len(each) == size)
        if table:
            left.remove(table)
        seated.append(table)
    return tuple(seated)
