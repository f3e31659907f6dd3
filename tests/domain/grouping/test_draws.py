"""Whole draws: what always holds, whatever is asked for, counted here without the code that draws."""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.domain.grouping import solve as solving
from samling.domain.grouping.anneal import Seats, Weights, cooling
from samling.domain.grouping.instance import Instance, Schedule, even_sizes
from samling.domain.grouping.score import Score, score
from samling.domain.grouping.solve import Clashing, Draw, draws, solve, weigh
from samling.domain.grouping.walk import _Course


@pytest.fixture(autouse=True)
def _short_searches(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fiftieth of the budget: what holds, holds however short the search."""
    monkeypatch.setattr(solving, "FIRST_PASS", 6_000)
    monkeypatch.setattr(solving, "BUDGET", 12_000)
    monkeypatch.setattr(solving, "STARTER_BUDGET", 4_000)


@st.composite
def instances(draw: st.DrawFn) -> Instance:
    """Small draws of every kind: uneven tables, what is to differ or be spread, history, and pins that may clash."""
    people = draw(st.integers(2, 14))
    rounds = draw(st.integers(1, 4))
    tables = draw(st.integers(1, max(1, people // 2)))
    sizes = even_sizes(people, tables)
    values = st.tuples(*[st.sampled_from([0, 1, 2, None])] * people)
    pairs = st.lists(
        st.tuples(st.integers(0, people - 1), st.integers(0, people - 1)).filter(lambda both: both[0] < both[1]),
        max_size=2,
        unique=True,
    ).map(tuple)
    return Instance(
        people,
        tuple(tuple(draw(st.permutations(sizes))) for _round in range(rounds)),
        {"team": draw(values), "work": draw(values), "place": draw(values)},
        apart=draw(st.sampled_from([(), ("team",)])),
        balance=draw(st.sampled_from([(), ("work",)])),
        soft=draw(st.sampled_from([(), ("place",)])),
        history=dict.fromkeys(draw(pairs), draw(st.integers(1, 3))),
        together=draw(pairs) if tables > 1 else (),
        forbid=draw(pairs) if tables > 1 else (),
        at=draw(st.sampled_from([(), ((0, 0),)])),
    )


def counted(instance: Instance, schedule: Schedule) -> Score:
    """Score a schedule in the plainest way, pair by pair."""
    bound = {frozenset(each) for each in instance.together}
    for _step in range(instance.people):
        bound |= {one ^ other for one, other in combinations(list(bound), 2) if len(one ^ other) == 2}
    repeats = 0
    for one, other in combinations(range(instance.people), 2):
        met = sum(one in table and other in table for tables in schedule for table in tables)
        before = instance.history.get((one, other), 0)
        if frozenset((one, other)) in bound:
            met = min(1, met)
        repeats += max(0, met + before - 1) - max(0, before - 1)

    def alike(names: tuple[str, ...]) -> int:
        return sum(
            instance.attributes[name][one] is not None
            and instance.attributes[name][one] == instance.attributes[name][other]
            for name in names
            for tables in schedule
            for table in tables
            for one, other in combinations(table, 2)
        )

    off = 0
    for name in instance.balance:
        values = instance.attributes[name]
        for value in {each for each in values if each is not None}:
            for table in (table for tables in schedule for table in tables):
                share = values.count(value) * len(table) / instance.people
                here = sum(values[person] == value for person in table)
                off += max(0, int(share + 1e-9) - here, here - -int(-share // 1 if share % 1 > 1e-9 else -round(share)))
    return Score(alike(instance.apart), repeats, off, alike(instance.soft))


def drawn_or_clashing(instance: Instance, seed: int) -> Draw | None:
    """Draw; None where the pins clash."""
    try:
        return solve(instance, Random(seed))
    except Clashing:
        return None


@settings(max_examples=60)
@given(instances(), st.integers(0, 5))
def test_everybody_sits_once_and_every_pin_holds(instance: Instance, seed: int) -> None:
    """Each round seats everybody once at the tables asked for, pins kept; what is claimed is what is counted."""
    drawn = drawn_or_clashing(instance, seed)
    if drawn is None:
        return
    assert len(drawn.schedule) == instance.rounds
    for sizes, tables in zip(instance.sizes, drawn.schedule, strict=True):
        assert tuple(map(len, tables)) == sizes
        assert sorted(person for table in tables for person in table) == list(range(instance.people))
        at = {person: number for number, table in enumerate(tables) for person in table}
        assert all(at[one] == at[other] for one, other in instance.together)
        assert all(at[one] != at[other] for one, other in instance.forbid)
        assert all(at[person] == table for person, table in instance.at)
    assert drawn.score == counted(instance, drawn.schedule)
    assert drawn.bounds.apart <= drawn.score.apart
    assert drawn.score.apart or drawn.bounds.repeats <= drawn.score.repeats


@settings(max_examples=25)
@given(instances(), st.integers(0, 5))
def test_the_same_seed_gives_the_same_draw(instance: Instance, seed: int) -> None:
    """Two draws from one seed are one draw, to the number of trials."""
    assert drawn_or_clashing(instance, seed) == drawn_or_clashing(instance, seed)


@settings(max_examples=40)
@given(instances(), st.integers(0, 5))
def test_a_pass_knows_what_its_swaps_cost(instance: Instance, seed: int) -> None:
    """The seating that a pass took to be best costs what it said, and the state it left behind is a true one."""
    try:
        first = next(draws(instance, Random(seed))).schedule
    except Clashing:
        return
    weights = Weights(apart=2, repeat=3, balance=2, soft=1)
    seats = Seats(instance, first, weights)
    course = _Course(seats, Random(seed))
    begun = weigh(weights, score(instance, first))
    for chances in cooling(weights.repeat)[::8]:
        for at in range(instance.rounds):
            for _turn in range(5):
                course.round(at, chances)
            assert weigh(weights, score(instance, seats.schedule())) == begun + course.cost
    assert weigh(weights, score(instance, course.schedule)) == begun + course.best
    fresh = Seats(instance, seats.schedule(), weights)
    assert (seats.once, seats.twice, seats.count, seats.table) == (fresh.once, fresh.twice, fresh.count, fresh.table)
    for at in range(instance.rounds):
        for one, other in combinations(seats.loose, 2):
            if seats.seat[at][one] == seats.seat[at][other]:
                continue
            before, added = weigh(weights, score(instance, seats.schedule())), seats.delta(at, one, other)
            seats.swap(at, one, other)
            assert weigh(weights, score(instance, seats.schedule())) == before + added
            seats.swap(at, one, other)
            break


def test_a_draw_can_be_stopped_with_what_it_has() -> None:
    """Each step of a draw tells a whole schedule, never worse than the one before: a window may stop at any."""
    instance = Instance(31, ((6, 6, 6, 6, 7),) * 4, {"a": tuple(range(31))}, apart=("a",))
    scores = [each.score for _turn, each in zip(range(20), draws(instance, Random(1)), strict=False)]
    assert scores == sorted(scores, reverse=True)


def test_draws_differ_between_seeds() -> None:
    """Another seed deals anew, also where the schedule comes from symmetry."""
    instance = Instance(16, ((2,) * 8,) * 5)
    assert len({solve(instance, Random(seed)).schedule for seed in range(5)}) == 5


def test_no_common_random_numbers_are_used() -> None:
    """A draw leaves the program's own random numbers alone, and so repeats whatever ran before it."""
    import random

    before = random.getstate()
    solve(Instance(12, ((4, 4, 4),) * 2, {"a": (0, 1) * 6}, balance=("a",)), Random(1))
    assert random.getstate() == before


def test_meetings_spread_when_everybody_has_met() -> None:
    """With more rounds than partners the circle goes round again, and no pair meets much more often than another."""
    drawn = solve(Instance(6, ((2, 2, 2),) * 8), Random(3))
    times = Counter(frozenset(table) for tables in drawn.schedule for table in tables)
    assert set(times.values()) == {1, 2}
    assert drawn.is_proved
    assert drawn.score.repeats == 8 * 3 - 15
