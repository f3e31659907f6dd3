"""Repairs, against every seating there is."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.domain.errors import Refused
from samling.domain.grouping.repair import Announced, Cost, repair

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.grouping.instance import Value


@st.composite
def changes(draw: st.DrawFn) -> Announced:
    """Up to seven people at up to three tables, of whom some have left and some have come."""
    people = draw(st.permutations(range(draw(st.integers(2, 7)))))
    tables = draw(st.integers(1, 3))
    cuts = sorted(draw(st.lists(st.integers(0, len(people)), min_size=tables - 1, max_size=tables - 1)))
    seated = [tuple(people[begin:end]) for begin, end in zip([0, *cuts], [*cuts, len(people)], strict=True)]
    everyone = len(people) + 2
    both = [(one, other) for one, other in combinations(range(everyone), 2)]
    some = st.lists(st.sampled_from(both), max_size=6, unique=True)
    few = st.lists(st.sampled_from(both), max_size=1)
    return Announced(
        tuple(seated),
        frozenset(draw(st.lists(st.integers(0, len(people) - 1), max_size=3))),
        tuple(range(len(people), len(people) + draw(st.integers(0, 2)))),
        draw(st.integers(0, 2)),
        draw(st.integers(2, 4)),
        frozenset(draw(some)),
        together=tuple(draw(few)),
        forbid=tuple(draw(few)),
        apart=draw(st.sampled_from([(), ((0, 1, None) * 4,)])),
        soft=draw(st.sampled_from([(), ((0, None, 1, 1) * 3,)])),
        at=tuple(draw(st.lists(st.tuples(st.integers(0, everyone - 1), st.integers(0, tables - 1)), max_size=1))),
        seats=draw(st.sampled_from([(), (2, 4, 3)[:tables]])),
    )


def best(announced: Announced) -> Cost | None:
    """Try everybody everywhere; tables may be empty only where people are too few for all."""
    home = {person: at for at, table in enumerate(announced.tables) for person in table}
    present = [each for each in sorted({*home, *announced.late}) if each not in announced.absent]
    costs: dict[int, list[Cost]] = {}
    for chosen in product(range(len(announced.tables)), repeat=len(present)):
        at = dict(zip(present, chosen, strict=True))
        sizes = [chosen.count(table) for table in range(len(announced.tables))]
        closed = sum(size == 0 < announced.least for size in sizes)
        if any(size > announced.most or 0 < size < announced.least for size in sizes):
            continue
        if announced.seats and any(size > seats for size, seats in zip(sizes, announced.seats, strict=True)):
            continue
        if any(at.get(person, table) != table for person, table in announced.at):
            continue
        if any(one in at and other in at and at[one] != at[other] for one, other in announced.together):
            continue
        if any(one in at and other in at and at[one] == at[other] for one, other in announced.forbid):
            continue
        pairs = [(one, other) for one, other in combinations(present, 2) if at[one] == at[other]]
        costs.setdefault(closed, []).append(
            Cost(
                alike(announced.apart, pairs),
                sum(at[person] != home[person] for person in present if person in home),
                sum(each in announced.earlier for each in pairs),
                alike(announced.soft, pairs),
            )
        )  # fmt: skip
    return min(costs[min(costs)]) if costs else None


def alike(attributes: Sequence[Sequence[Value]], pairs: Sequence[tuple[int, int]]) -> int:
    """Count the pairs with the same value, over all attributes."""
    return sum(
        values[one] is not None and values[one] == values[other] for values in attributes for one, other in pairs
    )


@settings(max_examples=150)
@given(changes())
def test_no_seating_is_better(announced: Announced) -> None:
    """Of all seatings that keep pins and sizes, none moves fewer, repeats fewer with as few moves, or is less alike."""
    expected = best(announced)
    try:
        found = repair(announced)
    except Refused:
        assert expected is None
        return
    assert found.is_proved
    assert found.cost == expected
    home = {person: at for at, table in enumerate(announced.tables) for person in table}
    seated = [person for table in found.tables for person in table]
    assert sorted(seated) == sorted({*home, *announced.late} - announced.absent)
    assert sum(each.origin is not None for each in found.moves) == found.cost.moves


def test_a_missing_team_of_many_moves_one() -> None:
    """Of sixty people two are missing at one table: nobody, or one, moves, and it is quick and proved."""
    tables = tuple(tuple(range(at, at + 6)) for at in range(0, 60, 6))
    earlier = frozenset((one, other) for one in range(60) for other in range(one + 1, 60) if (one + other) % 10 == 0)
    found = repair(Announced(tables, frozenset({0, 1}), (60,), 5, 7, earlier))
    assert found.cost.moves == 0
    assert found.tables[0][-1] == 60
    found = repair(Announced(tables, frozenset({0, 1}), (), 5, 7, earlier))
    assert found.cost.moves == 1
    assert found.is_proved


def test_too_few_seats_are_counted() -> None:
    """More people than seats: the message says how many are missing."""
    with pytest.raises(Refused, match="7 are present and the tables have places for 6: 1 too few"):
        repair(Announced(((0, 1, 2), (3, 4, 5)), frozenset(), (6,), 2, 3))
