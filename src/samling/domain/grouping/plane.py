"""Schedules from finite planes: as many tables as a prime power, and about as many people at each or more.

People are the points (x, y) of a plane over a field of as many elements as there are tables, and round m seats them
along the lines y = m x + c: two different points share a line of one direction alone, so nobody meets again. With fewer
people some columns x stay empty; with more some points hold two, who then share every round: where tables are larger
than their number someone must meet again, and so it is fewest times (`bounds.by_pigeonhole` proves it for many sizes).
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from samling.domain.grouping.instance import Schedule

FIELDS = {4: (2, (1, 1)), 8: (2, (1, 1, 0)), 9: (3, (1, 2)), 16: (2, (1, 1, 0, 0))}
"""Fields of a prime power p^k: p, and the coefficients c0, c1, ... with x^k = c0 + c1 x + ..."""


def lines(tables: int, people: int, rounds: int) -> Schedule | None:
    """Return rounds along the lines of a plane, larger tables first; None without a plane or with too many rounds."""
    multiply_add = _field(tables)
    if multiply_add is None:
        return None
    full = people == tables * tables
    if rounds > tables + full:
        return None
    columns, more = divmod(people, tables)
    points = [(at % tables, y) for at in range(columns) for y in range(tables)]
    points += [(columns % tables, y) for y in range(more)]
    found = []
    for slope in range(min(rounds, tables)):
        seated: list[list[int]] = [[] for _table in range(tables)]
        for person, (x, y) in enumerate(points):
            seated[multiply_add(slope, x, y)].append(person)
        found.append(tuple(map(tuple, sorted(seated, key=lambda table: -len(table)))))
    if rounds > tables:
        found.append(tuple(tuple(range(at * tables, (at + 1) * tables)) for at in range(tables)))
    return tuple(found)


def _field(order: int) -> Callable[[int, int, int], int] | None:
    """Return the function (a, b, c) -> a b + c of the field with so many elements; None where there is none."""
    if order > 1 and all(order % each for each in range(2, order)):
        return lambda a, b, c: (a * b + c) % order
    if order not in FIELDS:
        return None
    prime, rule = FIELDS[order]
    elements = [tuple(reversed(digits)) for digits in product(range(prime), repeat=len(rule))]
    number = {element: at for at, element in enumerate(elements)}

    def multiply_add(a: int, b: int, c: int) -> int:
        total = elements[c]
        power: Sequence[int] = elements[a]
        for digit in elements[b]:
            total = tuple((one + digit * other) % prime for one, other in zip(total, power, strict=True))
            power = tuple((low + power[-1] * by) % prime for low, by in zip((0, *power[:-1]), rule, strict=True))
        return number[total]

    return multiply_add
