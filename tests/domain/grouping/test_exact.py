"""What is proved, against every case there is."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import every_seating
from samling.domain.grouping import matching
from samling.domain.grouping import solve as solving
from samling.domain.grouping.bounds import bounds, repeats_bound, split
from samling.domain.grouping.cyclic import circle
from samling.domain.grouping.exhausted import ROUNDS_WITHOUT_REPEAT
from samling.domain.grouping.horizon import Horizon, horizon, most_rounds
from samling.domain.grouping.instance import Instance, even_sizes, fill, met, tables_for
from samling.domain.grouping.known import BASES, known_season
from samling.domain.grouping.pins import clash, pins_of, with_pins
from samling.domain.grouping.plane import lines
from samling.domain.grouping.score import Score, keeps_pins, score
from samling.domain.grouping.solve import Clashing, solve


def two_and_two(teams: int) -> tuple[int, ...]:
    """The tables of a round two and two, with one of three where the number is odd."""
    return even_sizes(teams, teams // 2) if teams > 1 else (1,)


@st.composite
def small(draw: st.DrawFn, people: int = 6, rounds: int = 2) -> Instance:
    """Draws so small that all their schedules can be tried."""
    count = draw(st.integers(2, people))
    how_many = draw(st.integers(1, rounds if count < 6 else min(rounds, 2)))
    sizes = (even_sizes(count, draw(st.integers(1, max(1, count // 2)))),) * how_many
    values = st.tuples(*[st.sampled_from([0, 1, None])] * count)
    both = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda each: each[0] < each[1])
    return Instance(
        count,
        sizes,
        {"team": draw(values), "work": draw(values)},
        apart=draw(st.sampled_from([(), ("team",)])),
        balance=draw(st.sampled_from([(), ("work",)])),
        soft=draw(st.sampled_from([(), ("work",)])),
        history=dict.fromkeys(draw(st.lists(both, max_size=4)), 1),
        together=tuple(draw(st.lists(both, max_size=2, unique=True))),
        forbid=tuple(draw(st.lists(both, max_size=2, unique=True))),
    )


@settings(max_examples=120)
@given(small())
def test_no_bound_is_above_the_best(instance: Instance) -> None:
    """Each bound holds for the best schedule, the first goals first: nothing possible is called impossible."""
    best = every_seating.best(instance)
    if best is None:
        return
    proved = bounds(instance, apart_is_kept=best.apart == 0)
    assert proved.apart <= best.apart
    assert proved.repeats <= best.repeats
    assert proved.balance <= best.balance
    assert proved.soft <= best.soft


@settings(max_examples=40)
@given(small(), st.integers(0, 3))
def test_what_is_called_proved_is_the_best(instance: Instance, seed: int) -> None:
    """A draw that says that nothing is better is the best of all there are; a clash is one."""
    best = every_seating.best(instance)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(solving, "BUDGET", 2_000)  # what is proved must be true however short the search
            patch.setattr(solving, "FIRST_PASS", 2_000)
            drawn = solve(instance, Random(seed))
    except Clashing:
        assert best is None
        return
    assert best is not None
    assert drawn.score >= best
    assert not drawn.is_proved or drawn.score == best


@settings(max_examples=90)
@given(small(people=7, rounds=1), st.integers(0, 3), st.data())
def test_a_single_round_of_pairs_is_exact(instance: Instance, seed: int, data: st.DataObject) -> None:
    """One round two and two, odd numbers and people pinned to tables too, is the best there is and says so."""
    tables = two_and_two(instance.people)
    at = st.tuples(st.integers(0, instance.people - 1), st.integers(0, len(tables) - 1))
    pinned = tuple(data.draw(st.lists(at, max_size=2, unique_by=lambda each: each[0])))
    instance = replace(instance, sizes=(tables,), at=pinned)
    best = every_seating.best(instance)
    try:
        drawn = solve(instance, Random(seed))
    except Clashing:
        assert best is None
        return
    assert matching.fits(instance)
    assert drawn.score == best
    assert drawn.is_proved
    assert keeps_pins(instance, drawn.schedule[0])


@pytest.mark.parametrize("teams", sorted(ROUNDS_WITHOUT_REPEAT))
def test_few_teams_meet_as_long_as_mathematics_allows(teams: int) -> None:
    """Up to nine teams, the table of the field: so many rounds without a repeat are drawn, and one more is refused."""
    rounds = ROUNDS_WITHOUT_REPEAT[teams]
    drawn = solve(Instance(teams, (two_and_two(teams),) * rounds), Random(1))
    assert drawn.score == Score()
    longer = Instance(teams, (two_and_two(teams),) * (rounds + 1))
    assert repeats_bound(longer) >= 1
    assert solve(longer, Random(1)).score.repeats >= 1


@pytest.mark.parametrize("teams", [2, 3, 4, 5, 6, 7])
def test_the_table_of_few_teams_is_true(teams: int) -> None:
    """Every season is tried, round by round: none without a repeat is longer than the table says."""
    seatings = [frozenset(met([each])) for each in every_seating.unordered(range(teams), two_and_two(teams))]

    def longest(left: list[frozenset[tuple[int, int]]]) -> int:
        most = 0
        for at, one in enumerate(left):
            most = max(most, 1 + longest([each for each in left[at + 1 :] if not each & one]))
        return most

    first = seatings[0]  # all first rounds are alike but for the teams' names
    assert 1 + longest([each for each in seatings if not each & first]) == ROUNDS_WITHOUT_REPEAT[teams]


def test_pairs_kept_apart_count_where_they_cannot_all_be() -> None:
    """Four of one team at two tables of two: they must meet, so who is to be kept apart may meet for the first time."""
    instance = Instance(4, ((2, 2),) * 3, {"team": (0,) * 4}, apart=("team",))
    drawn = solve(instance, Random(1))
    assert drawn.bounds == Score(apart=6) == drawn.score
    assert drawn.is_proved


@pytest.mark.parametrize(("rounds", "repeats"), [(2, 6), (3, 12), (4, 18)])
def test_the_pigeonhole_is_met(rounds: int, repeats: int) -> None:
    """31 people at five tables: a table of six has two who share one again, in every round, and no draw has fewer."""
    drawn = solve(Instance(31, ((6, 6, 6, 6, 7),) * rounds), Random(1))
    assert drawn.score.repeats == drawn.bounds.repeats == repeats


@pytest.mark.parametrize("tables", [2, 3, 4, 5, 7, 8, 9])
def test_lines_of_a_plane_meet_once(tables: int) -> None:
    """As many tables as a prime power: all rounds of the plane, with fewer or more people too, are at their bound."""
    for people in (tables * tables, tables * tables - 1, tables * tables + tables + 1, 2 * tables + 1):
        for rounds in (2, tables, tables + 1):
            found = lines(tables, people, rounds)
            if found is None:
                assert rounds > tables
                assert people != tables * tables
                continue
            instance = Instance(people, (even_sizes(people, tables),) * rounds)
            assert score(instance, found).repeats == repeats_bound(instance)
    assert lines(6, 36, 3) is None


@pytest.mark.parametrize(("tables", "size"), sorted(BASES))
def test_seasons_that_are_kept_have_no_repeat(tables: int, size: int) -> None:
    """Every base round that is kept stands for a whole season without a repeat."""
    symmetry, base = BASES[tables, size]
    rounds = symmetry.order * len(base)
    season = known_season(tables, size, rounds)
    assert season is not None
    assert score(Instance(tables * size, ((size,) * tables,) * rounds), season) == Score()
    assert known_season(tables, size, rounds + 1) is None


def test_a_season_that_is_not_kept_is_found() -> None:
    """Six tables of four for seven rounds come from a search for base rounds."""
    assert solve(Instance(24, ((4,) * 6,) * 7), Random(1)).score == Score()


@pytest.mark.parametrize("people", [2, 4, 10, 60])
def test_the_circle_lets_all_meet_once(people: int) -> None:
    """An even number of people meet all the others in one round fewer than they are."""
    assert set(met(circle(people, people - 1)).values()) == {1}
    assert len(met(circle(people, people - 1))) == people * (people - 1) // 2


def test_the_horizon_tells_what_is_found_and_what_is_possible() -> None:
    """Nine teams have six rounds and no more; with pairs used up there are fewer."""
    assert horizon(Instance(6, ((2, 2, 2),)), Random(1)).found == 5
    nine = Instance(9, (two_and_two(9),))
    assert (horizon(nine, Random(1)).found, most_rounds(nine)) == (6, 6)
    used = Instance(4, ((2, 2),), history=dict.fromkeys(combinations(range(4), 2), 1))
    assert (horizon(used, Random(1)).found, most_rounds(used)) == (0, 0)


def test_a_proof_that_no_round_is_left_ends_the_horizon() -> None:
    """Where two threes are all that have not met, counting leaves two rounds, but no pairing is without a repeat."""
    unmet = {*combinations(range(3), 2), *combinations(range(3, 6), 2)}
    threes = Instance(6, ((2, 2, 2),), history={each: 1 for each in combinations(range(6), 2) if each not in unmet})
    assert most_rounds(threes) == 2
    assert horizon(threes, Random(1)) == Horizon(0, 0)


@settings(max_examples=60)
@given(small(people=5, rounds=1), st.data())
def test_a_clash_of_pins_is_the_smallest(instance: Instance, data: st.DataObject) -> None:
    """The pins named cannot be kept, without any of them the rest can, and no smaller set clashes."""
    both = list(combinations(range(instance.people), 2))
    some = st.lists(st.sampled_from(both), max_size=4, unique=True)
    instance = Instance(
        instance.people, instance.sizes, together=tuple(data.draw(some)),
        forbid=tuple(data.draw(some)),
    )  # fmt: skip
    pins = pins_of(instance)
    clashing = [
        count
        for count in range(len(pins) + 1)
        for some in combinations(pins, count)
        if every_seating.best(with_pins(instance, some)) is None
    ]
    found = clash(instance)
    assert len(found) == min(clashing, default=0)
    assert not found or every_seating.best(with_pins(instance, found)) is None


def test_people_spread_over_tables_as_evenly_as_the_seats_let_them() -> None:
    """Seven over five tables share two pairs; small tables fill up first; more chairs than people leave none alone."""
    assert split(7, [6, 6, 6, 6, 7]) == 2
    assert split(7, [1, 1, 9]) == 10
    assert fill([6, 6, 6], 10) == (4, 3, 3)
    assert fill([2, 2, 2, 2], 5) == (2, 2, 1, 0) or sum(fill([2, 2, 2, 2], 5)) == 5
    assert [tables_for(people, 2) for people in (2, 3, 7, 8)] == [1, 1, 3, 4]
    assert [tables_for(people, 6) for people in (5, 31, 60, 61)] == [1, 6, 10, 11]
