from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from every_seating import unordered
from making import at
from samling.domain.errors import Refused
from samling.domain.grouping.exhausted import ROUNDS_WITHOUT_REPEAT
from samling.domain.grouping.horizon import Horizon
from samling.domain.roll import Presence, Roll
from samling.domain.room import Table as RoomTable
from samling.domain.seating.clash import LockedClash, PinsClash
from samling.domain.seating.draw import after, kept_ahead, search
from samling.domain.seating.edit import announce
from samling.domain.seating.past import Past
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.values import KeepApart, Pin, PinKind, Seatings, SeatingState, Table
from sharing import MIXED, PAIRS, drawn, groups, hall, met, past, person, roster, sizes, team, wish

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seating, SharingKind

TEAMS = st.integers(2, 14)
SEEDS = st.integers(0, 1000)


def with_seatings(there: Hall, *seatings: Seating) -> Hall:
    """Return the hall with seatings as if they were stored."""
    known = tuple(replace(each, id=number) for number, each in enumerate(seatings, start=1))
    return replace(there, seatings=replace(there.seatings, seatings=known))


class TestEveryDraw:
    @settings(max_examples=40)
    @given(teams=TEAMS, seed=SEEDS, kind=st.sampled_from([PAIRS, MIXED]), size=st.integers(1, 5))
    def test_everybody_is_seated_once_and_nobody_alone(
        self, teams: int, seed: int, kind: SharingKind, size: int
    ) -> None:
        """Every team (two and two) or person (mixed) has one seat; tables are within the room's share, none has one."""
        there = hall(teams, size)
        (seating,) = drawn(there, kind, seed)
        everybody = (
            [team(each.id or 0) for each in there.roster.teams]
            if kind is PAIRS
            else [person(one.id or 0) for _team, one in there.roster.everybody()]
        )
        assert sorted(seating.members) == sorted(everybody)
        room = wish(kind).room
        assert all(2 <= count <= room.at_table.most for count in sizes(seating).values())
        assert kind is MIXED or sorted(sizes(seating).values())[:-1] == [2] * (len(sizes(seating)) - 1)

    @settings(max_examples=20)
    @given(teams=TEAMS, seed=SEEDS, kind=st.sampled_from([PAIRS, MIXED]))
    def test_the_same_seed_gives_the_same_draw(self, teams: int, seed: int, kind: SharingKind) -> None:
        """Seed and input name the draw."""
        assert drawn(hall(teams), kind, seed) == drawn(hall(teams), kind, seed)

    def test_another_seed_gives_another_draw(self) -> None:
        """Twelve teams are not seated alike with ten seeds."""
        assert len({drawn(hall(12), seed=seed)[0].tables for seed in range(10)}) > 5

    @settings(max_examples=40)
    @given(teams=st.integers(4, 10), seed=SEEDS, data=st.data())
    def test_the_claim_is_what_counting_afresh_gives(self, teams: int, seed: int, data: st.DataObject) -> None:
        """Repeats and pairs not kept apart are recounted from who sits where; no goal is below its bound."""
        pairs = st.lists(st.integers(1, teams), min_size=2, max_size=2, unique=True)
        before = data.draw(st.lists(pairs, max_size=teams * 2))
        there = hall(teams, past=past(before))
        (seating,) = drawn(there, seed=seed, keep_apart=KeepApart.ORGANISATION)
        times = Counter(frozenset(map(team, pair)) for pair in before)
        together = met(seating)
        organisation = {team(each.id or 0): each.organisation for each in there.roster.teams}
        assert seating.claim.repeats.count == sum(times[pair] > 0 for pair in together)
        assert seating.claim.apart.count == sum(len({organisation[one] for one in pair}) == 1 for pair in together)
        for goal in (seating.claim.repeats, seating.claim.apart, seating.claim.soft):
            assert goal.bound <= goal.count

    @settings(max_examples=12)
    @given(teams=st.integers(4, 8), seed=SEEDS, data=st.data())
    def test_pins_hold(self, teams: int, seed: int, data: st.DataObject) -> None:
        """Who is pinned together, apart or at a table sits so."""
        one, other, third = data.draw(st.permutations(range(1, teams + 1)))[:3]
        table = data.draw(st.integers(1, teams // 2))
        pins = [
            Pin(PinKind.TOGETHER, team(one), team(other)),
            Pin(PinKind.APART, team(one), team(third)),
            Pin(PinKind.TABLE, team(third), table=table),
        ][: data.draw(st.integers(0, 3))]
        (seating,) = drawn(hall(teams, pins=pins), seed=seed)
        at_ = {member: each.number for each in seating.tables for member in each.members}
        for pin in pins:
            if pin.other is None:
                assert at_[pin.one] == table
            else:
                assert (at_[pin.one] == at_[pin.other]) == (pin.kind is PinKind.TOGETHER)


class TestExactly:
    @pytest.mark.parametrize("teams", range(2, 10))
    @given(data=st.data())
    @settings(max_examples=6)
    def test_one_round_two_and_two_is_the_best_there_is(self, teams: int, data: st.DataObject) -> None:
        """Held against every seating of up to nine teams: fewest repeats, then fewest alike, and it is proved."""
        pairs = st.lists(st.integers(1, teams), min_size=2, max_size=2, unique=True)
        before = data.draw(st.lists(pairs, max_size=teams * 2))
        there = hall(teams, past=past(before))
        (seating,) = drawn(there)
        times = Counter(frozenset(map(team, pair)) for pair in before)
        least = min(
            sum(times[frozenset(map(team, pair))] > 0 for table in tables for pair in combinations(table, 2))
            for tables in unordered(range(1, teams + 1), [2] * (teams // 2 - teams % 2) + [3] * (teams % 2))
        )
        assert seating.claim.repeats.count == least
        assert seating.claim.repeats.is_proved

    @pytest.mark.parametrize(("teams", "most"), ROUNDS_WITHOUT_REPEAT.items())
    def test_as_many_rounds_as_there_can_be(self, teams: int, most: int) -> None:
        """So many rounds are drawn without a repeat as exhaustive search allows; one more has one."""
        without = drawn(hall(teams, blocks=most, organisation=""), all_rounds=True)
        assert [each.claim.repeats.count for each in without] == [0] * most
        over = drawn(hall(teams, blocks=most + 1, organisation=""), all_rounds=True)
        assert sum(each.claim.repeats.count for each in over) >= 1


class TestWhoIsDrawn:
    def test_nobody_is_nobody_to_share_with(self) -> None:
        """With no team or one there is no draw, and the refusal says how many are present."""
        for teams in (0, 1):
            with pytest.raises(Refused, match=f"{teams} present"):
                drawn(hall(teams))

    @pytest.mark.parametrize(("teams", "expected"), [(2, [2]), (3, [3]), (61, [2] * 29 + [3])])
    def test_few_teams_and_many(self, teams: int, expected: list[int]) -> None:
        """Two are a pair, three a table of three, and 61 are pairs and one three."""
        assert sorted(sizes(drawn(hall(teams, 1))[0]).values()) == expected

    def test_the_roll_decides(self) -> None:
        """Once anybody is ticked off, only who is here is seated: a team by its people, a person by themselves."""
        here = Roll(1, people={each: Presence(at("08:55")) for each in (1, 2, 5, 9, 13)})
        assert set(drawn(hall(6, roll=here))[0].members) == {team(each) for each in (1, 2, 3, 4)}
        assert set(drawn(hall(6, roll=here), MIXED)[0].members) == {person(each) for each in (1, 2, 5, 9, 13)}

    def test_withdrawn_teams_never_are(self) -> None:
        """A team that takes part no more is not seated."""
        some = roster(5)
        gone = replace(some, teams=(replace(some.teams[0], withdrawn=True), *some.teams[1:]))
        assert team(1) not in drawn(hall(roster=gone))[0].members

    def test_managers_on_a_visit_are_not_mixed(self) -> None:
        """A line manager is no member of the team that is seated."""
        some = roster(4, 3)
        boss = replace(some.teams[0].people[0], role="line-manager")
        led = replace(some, teams=(replace(some.teams[0], people=(boss, *some.teams[0].people[1:])), *some.teams[1:]))
        assert person(1) not in drawn(hall(roster=led), MIXED)[0].members

    def test_too_few_seats_names_what_would_do(self) -> None:
        """Where the room cannot hold all, the refusal says how many seats are missing and which rooms can."""
        small = replace(wish().room, id="small", tables=(RoomTable(1, 8, 1, 1), RoomTable(2, 8, 1, 2)))
        with pytest.raises(Refused, match=r"small: \d+ missing. These would do: two-and-two") as refused:
            drawn(hall(6), wish=replace(wish(), room=small), rooms=[wish().room])
        assert refused.value.parts["missing"] == 2 * 4  # two teams have no place, and each needs four seats


class TestHistory:
    def test_who_has_met_in_the_network_is_not_seated_together(self) -> None:
        """Four teams that have had two of their three rounds have their third."""
        before = past([(1, 2), (3, 4)], [(1, 3), (2, 4)])
        assert met(drawn(hall(4, past=before))[0]) == {frozenset({team(1), team(4)}), frozenset({team(2), team(3)})}

    def test_teams_that_shared_have_met_as_people(self) -> None:
        """After teams sat two and two, mixing people counts those of the two teams as met."""
        there = hall(2, 2, past=past([(1, 2)]))
        (seating,) = drawn(there, MIXED)
        assert seating.claim.repeats.count == 4  # one table of four: two people of each team
        assert drawn(hall(2, 2), MIXED)[0].claim.repeats.count == 0

    def test_people_who_were_mixed_are_not_teams_that_have_met(self) -> None:
        """Mixed groups leave the teams as they were: two and two begins afresh."""
        before = past([(1, 5), (2, 6)], kind=MIXED)
        assert drawn(hall(2, past=before))[0].claim.repeats.count == 0

    def test_another_announced_block_counts_and_a_draft_does_not(self) -> None:
        """What is announced for another block of the day is history; a draft is not, nor the block's own seating."""
        there = hall(4)
        (first,) = drawn(there)
        other = replace(first, block_id=2)
        assert drawn(with_seatings(there, other))[0].tables == first.tables
        announced = replace(other, state=SeatingState.ANNOUNCED)
        assert not met(drawn(with_seatings(there, announced))[0]) & met(first)
        own = replace(drawn(hall(2))[0], state=SeatingState.ANNOUNCED)
        assert drawn(with_seatings(hall(2), own))[0].claim.repeats.count == 0


class TestAllRounds:
    def test_one_round_for_each_block_and_those_ahead(self) -> None:
        """The sharing blocks that are left each get a draft, the later gatherings' rounds are drawn ahead."""
        there = hall(8, blocks=2, past=replace(Past(), rounds_to_come=2))
        rounds = drawn(there, all_rounds=True)
        assert [(each.block_id, each.state) for each in rounds] == [
            (1, SeatingState.DRAFT),
            (2, SeatingState.DRAFT),
            (None, SeatingState.AHEAD),
            (None, SeatingState.AHEAD),
        ]
        assert len(set.union(*(met(each) for each in rounds))) == sum(len(met(each)) for each in rounds)

    def test_the_rounds_repeats_add_up(self) -> None:
        """Five teams in three rounds: what each round repeats after those before it is what all repeat together."""
        rounds = drawn(hall(5, blocks=3), all_rounds=True)
        times = Counter(pair for each in rounds for pair in met(each))
        assert sum(each.claim.repeats.count for each in rounds) == sum(count - 1 for count in times.values())

    def test_the_next_gathering_uses_the_round_drawn_ahead(self) -> None:
        """Where the same are present, the kept round is the draw; where one is missing, it is not."""
        there = hall(8, blocks=1, past=Past(rounds_to_come=1))
        first, ahead = drawn(there, all_rounds=True)
        later = Past(rounds=past([[each.id for each in group] for group in groups(first)]).rounds, ahead=(ahead,))
        kept = kept_ahead(plan_draw(hall(8, past=later), wish(), 1))
        assert kept is not None
        assert kept[1] == ahead.seed
        seated = plan_draw(hall(8, past=later), wish(), 1).case.seated(kept[0].schedule[0])
        assert {frozenset(group) for group in seated.values() if group} == {frozenset(group) for group in groups(ahead)}
        assert kept_ahead(plan_draw(hall(7, past=later), wish(), 1)) is None

    def test_a_round_ahead_that_would_repeat_is_not_used(self) -> None:
        """When those of the kept round have met meanwhile, it is drawn anew."""
        _first, ahead = drawn(hall(8, blocks=1, past=Past(rounds_to_come=1)), all_rounds=True)
        later = Past(rounds=past([[each.id for each in group] for group in groups(ahead)]).rounds, ahead=(ahead,))
        assert kept_ahead(plan_draw(hall(8, past=later), wish(), 1)) is None

    def test_how_many_more_there_can_be(self) -> None:
        """After one round of five teams there is none without a repeat; of twelve at least three are found."""
        for teams, found, possible in ((5, 0, 0), (12, 3, 10)):
            plan = plan_draw(hall(teams, organisation=""), wish(), 1)
            *_draws, best = search(plan, Random(1))
            *_steps, horizon = after(plan, best, Random(1))
            assert (horizon.found, horizon.possible) == (found, possible)

    def test_where_all_have_met_none_are_possible(self) -> None:
        """Of teams that have all met before the draw, none can meet for the first time after it: none, never fewer."""
        plan = plan_draw(hall(3, past=past([(1, 2, 3)])), wish(), 1)
        *_draws, best = search(plan, Random(1))
        assert list(after(plan, best, Random(1))) == [Horizon(0, 0)]

    def test_what_cannot_be_kept_apart_may_meet_and_nothing_else(self) -> None:
        """Where one organisation is too large to be kept apart, rounds to come still keep those of a team apart.

        Of 24 people in teams of four 240 pairs are not of one team, and 46 sit together in a round.
        """
        plan = plan_draw(hall(6, organisation="One"), wish(MIXED, KeepApart.ORGANISATION), 1)
        *_draws, best = search(plan, Random(1))
        assert best.score.apart
        *_steps, horizon = after(plan, best, Random(1))
        assert sorted(plan.case.instance.sizes[0]) == [4, 5, 5, 5, 5]
        assert horizon.possible <= 240 // 46 - 1

    def test_nothing_is_told_where_rounds_would_keep_fewer_apart(self) -> None:
        """A draw that had to repeat, and could not keep all apart, is not followed by rounds that need do neither."""
        met_before = past([(1, 3), (2, 4)])
        plan = plan_draw(hall(4, past=met_before, organisation="One"), wish(keep_apart=KeepApart.ORGANISATION), 1)
        *_draws, best = search(plan, Random(1))
        assert list(after(plan, replace(best, score=replace(best.score, repeats=1)), Random(1))) == []


class TestLockedTables:
    @settings(max_examples=25)
    @given(teams=st.integers(4, 11), seed=SEEDS, data=st.data())
    def test_they_stay_and_the_rest_is_drawn(self, teams: int, seed: int, data: st.DataObject) -> None:
        """A locked table has the same group after every redraw, and everybody still has one seat."""
        there = hall(teams)
        (draft,) = drawn(there)
        number = data.draw(st.sampled_from(sorted(sizes(draft))))
        locked = draft.with_table(replace(draft.table(number), locked=True))
        (again,) = drawn(with_seatings(there, locked), seed=seed)
        assert again.table(number) == locked.table(number)
        assert sorted(again.members) == sorted(draft.members)
        assert again.claim.repeats.count == 0
        assert (again.claim.found, again.claim.possible) == (None, None)

    def test_what_is_claimed_counts_them_too(self) -> None:
        """A locked pair that has met before is one repeat, and with it locked that is proved to be needed."""
        there = hall(6, past=past([(1, 2)]))
        (draft,) = drawn(there)
        kept = tuple(
            Table(number, members, locked=number == 1)
            for number, members in enumerate([(team(1), team(2)), (team(3), team(4)), (team(5), team(6))], start=1)
        )
        (again,) = drawn(with_seatings(there, replace(draft, tables=kept)))
        assert (again.claim.repeats.count, again.claim.repeats.bound) == (1, 1)

    def test_a_pin_that_a_lock_contradicts_is_named(self) -> None:
        """Pinned together with somebody who sits at a locked table: the refusal names table and pin."""
        there = hall(4)
        (draft,) = drawn(there)
        one, other = draft.tables[0].members[0], draft.tables[1].members[0]
        locked = draft.with_table(replace(draft.tables[0], locked=True))
        pinned = hall(4, pins=[Pin(PinKind.TOGETHER, one, other)])
        with pytest.raises(LockedClash, match="Table 1 is locked") as clash:
            drawn(with_seatings(pinned, locked))
        assert [each.one for each in clash.value.pins] == [one]


class TestPins:
    def test_the_smallest_clash_is_named_and_nothing_more(self) -> None:
        """Of four pins the two that contradict each other are told, in the teams' names."""
        pins = [
            Pin(PinKind.TABLE, team(4), table=2),
            Pin(PinKind.TOGETHER, team(1), team(2)),
            Pin(PinKind.APART, team(3), team(4)),
            Pin(PinKind.APART, team(2), team(1)),
        ]
        with pytest.raises(PinsClash) as clash:
            drawn(hall(6, pins=pins))
        assert clash.value.sentences() == ("Team 1 and Team 2 together", "Team 2 and Team 1 never together")

    def test_pins_of_people_wait_until_people_are_drawn(self) -> None:
        """A pin of two people does not bind their teams."""
        pins = [Pin(PinKind.APART, person(1), person(5)), Pin(PinKind.TOGETHER, person(1), person(9))]
        (seating,) = drawn(hall(2, pins=pins))
        assert met(seating) == {frozenset({team(1), team(2)})}
        (mixed,) = drawn(hall(6, pins=pins), MIXED)
        assert mixed.table_of(person(1)) == mixed.table_of(person(9)) != mixed.table_of(person(5))

    def test_a_table_that_is_not_there(self) -> None:
        """A pin at a table that the room does not have is refused by its number."""
        with pytest.raises(Refused, match="table 9"):
            drawn(hall(4, pins=[Pin(PinKind.TABLE, team(1), table=9)]))


class TestHosts:
    def test_the_hosts_of_the_round_before_keep_their_tables(self) -> None:
        """With hosts that stay each is at the same table in the next round, among others."""
        there = hall(6)
        (first,) = drawn(there)
        hosted = tuple(replace(table, host=table.members[0]) for table in first.tables)
        held = announce(Seatings(1, (replace(first, id=1, block_id=2, tables=hosted),)), 1, at("09:10"))
        (second,) = drawn(replace(there, seatings=held), hosts_stay=True)
        assert all(host in second.table(table.number).members for table in hosted if (host := table.host))
        assert not met(first) & met(second)
