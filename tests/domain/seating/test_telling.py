"""What is told of a seating: what is foretold, why those sit together, where somebody sits, which draft is better."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from making import at
from samling.content.rooms import find_room
from samling.domain.errors import Refused
from samling.domain.roll import Presence, Roll
from samling.domain.seating import words
from samling.domain.seating.comparing import compare
from samling.domain.seating.finding import anybody, drawn_all, where
from samling.domain.seating.finding import drawn as one_drawn
from samling.domain.seating.foretold import foretold
from samling.domain.seating.listing import as_rooms, as_rows, as_text, seats
from samling.domain.seating.placing import Beside, Placing
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.reasons import why
from samling.domain.seating.values import Claim, Goal, KeepApart, Seatings, SeatingState, Table
from samling.domain.team import Person, Team
from sharing import MIXED, PAIRS, drawn, hall, past, person, roster, team, wish

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seating, SharingKind

ALL_HERE = Roll(1, people={each: Presence(at("08:55")) for each in range(1, 200)})


def said(there: Hall, kind: SharingKind = PAIRS, keep_apart: KeepApart = KeepApart.NONE) -> list[str]:
    """Return what is told before a draw."""
    return list(foretold(plan_draw(there, wish(kind, keep_apart), 1), str))


def claims(claim: Claim, kind: SharingKind = MIXED) -> list[str]:
    """Return what is said of a seating with that claim."""
    (seating,) = drawn(hall(4), kind)
    return list(words.of_seating(replace(seating, claim=claim), str))


class TestClaims:
    """Nothing is claimed that is not proved."""

    @pytest.mark.parametrize(
        ("goal", "expected"),
        [
            (Goal(0, 0), "No repeats: cannot be better."),
            (Goal(2, 2), "2 repeats; proved that it cannot be fewer."),
            (Goal(2, 1), "2 repeats; proved that at least 1 is needed."),
            (Goal(5, 3), "5 repeats; proved that at least 3 are needed."),
            (Goal(1, 0), "1 repeat; whether it could be fewer is not known."),
        ],
    )
    def test_repeats(self, goal: Goal, expected: str) -> None:
        """That it cannot be better is said where the count equals its proved bound, and nowhere else."""
        assert expected in claims(Claim(repeats=goal))

    def test_how_many_more_rounds(self) -> None:
        """What was found is told beside what is possible at most; where none is possible, that."""
        assert "Without a repeat: at least 3 more rounds found, at most 10 possible." in claims(
            Claim(found=3, possible=10)
        )
        assert "Without a repeat: no more rounds found, at most 2 possible." in claims(Claim(found=0, possible=2))
        assert "No more rounds are possible without a repeat." in claims(Claim(found=0, possible=0))
        assert not [line for line in claims(Claim()) if "rounds" in line]

    def test_only_what_was_asked_for(self) -> None:
        """Two and two nothing is said of keeping apart unless that was asked for, and nothing of an even spread."""
        assert claims(Claim(), PAIRS) == ["No repeats: cannot be better."]
        assert len(claims(Claim(), MIXED)) == 3


class TestForetold:
    @pytest.mark.parametrize("teams", [2, 3, 5])
    def test_a_second_round_must_repeat(self, teams: int) -> None:
        """With 2, 3 and 5 teams it is said before the first draw."""
        assert f"With {teams} teams, a second round two and two must repeat." in said(hall(teams))

    def test_with_other_numbers_it_need_not(self) -> None:
        """With 4, 6 or 12 teams nothing of the kind is said."""
        assert not [line for teams in (4, 6, 12) for line in said(hall(teams)) if "repeat" in line]

    def test_nor_where_three_share_a_table(self) -> None:
        """What is known of two and two is not said of a room for three and three.

        Six rounds of three pairs are 18 meetings of 15 pairs.
        """
        threes = replace(wish(), room=find_room("three-and-three"))
        there = hall(6, blocks=6, roll=ALL_HERE)
        lines = foretold(plan_draw(there, threes, 1, all_rounds=True), str)
        assert not [line for line in lines if "two and two" in line]
        assert list(foretold(plan_draw(there, wish(), 1, all_rounds=True), str)) == [
            "With 6 teams, 5 rounds two and two are the most without a repeat.",
            "At least 3 repeats cannot be avoided.",
        ]

    def test_nobody_has_taken_the_roll(self) -> None:
        """Before any roll call everybody is reckoned with, and that is said; after it, not."""
        assert "No roll call has been taken: everybody is reckoned with." in said(hall(4))
        assert said(hall(4, roll=ALL_HERE)) == []

    def test_repeats_that_cannot_be_avoided(self) -> None:
        """Three teams that have all met: three repeats are needed, and why is said."""
        lines = said(hall(3, roll=ALL_HERE, past=past([(1, 2, 3)])))
        assert "At least 3 repeats cannot be avoided." in lines
        assert "Everybody has met everybody." in lines

    def test_who_has_met_all_the_others(self) -> None:
        """One team of four has met the other three: it is named."""
        lines = said(hall(4, roll=ALL_HERE, past=past([(1, 2), (3, 4)], [(1, 3)], [(1, 4)])))
        assert lines[-1] == "Have met all the others already: Team 1."

    def test_a_team_larger_than_the_room(self) -> None:
        """Seven people of one team at two tables: 3 + 6 pairs of them must share one."""
        some = roster(2, 2)
        seven = replace(some.teams[0], people=tuple(Person(f"P{each}", id=100 + each) for each in range(7)))
        (line,) = said(hall(roster=replace(some, teams=(seven, some.teams[1])), roll=Roll(1)), MIXED)[1:2]
        assert line == "“Team 1” has 7 people, more than the tables (2): 9 pairs of them must share one."

    def test_what_cannot_be_looked_after(self) -> None:
        """To keep organisations apart that are not in the list is not promised."""
        lines = said(hall(4, roll=ALL_HERE, organisation=""), keep_apart=KeepApart.ORGANISATION)
        assert drawn(hall(4, organisation=""), keep_apart=KeepApart.ORGANISATION)[0].keep_apart is KeepApart.NONE
        assert lines == ["4 of 4 have no organisation or unit in the list, so they are not kept apart by it."]


class TestWhy:
    def test_two_teams(self) -> None:
        """That they have not met, their places and their steps are told as one would say it."""
        some = roster(2)
        here = (
            replace(some.teams[0], place="Bodø, sentrum", step="2"),
            replace(some.teams[1], place="Tromsø", step="4"),
        )
        there = hall(roster=replace(some, teams=here))
        (seating,) = drawn(there)
        assert why(there, seating, str) == {1: "have not met; Bodø and Tromsø; steps 2 and 4"}

    def test_a_coach_on_both_sides_of_the_table(self) -> None:
        """Where two teams at a table have one coach, who can follow but one, that is said."""
        some = roster(2)
        there = hall(roster=replace(some, teams=tuple(replace(each, coach="Åse Dal") for each in some.teams)))
        (seating,) = drawn(there)
        assert why(there, seating, str)[1].endswith("; the same coach: Åse Dal")

    def test_two_that_have_met(self) -> None:
        """Where they met before that is told; one place is no reason."""
        there = hall(2, past=past([(1, 2)]))
        same = replace(there.roster, teams=tuple(replace(each, place="Bodø") for each in there.roster.teams))
        (seating,) = drawn(replace(there, roster=same))
        assert why(replace(there, roster=same), seating, str) == {1: "1 pair has met before"}

    def test_mixed(self) -> None:
        """Of people it is told how many teams, places and professions meet."""
        there = hall(4, 1)
        (seating,) = drawn(there, MIXED)
        assert why(there, seating, str) == {1: "have not met; 4 teams; from 4 places; 3 professions"}


class TestFinding:
    def test_by_name_and_by_team(self) -> None:
        """A person whose team is seated sits with it; a team's name finds the team and its people."""
        there = hall(4, 2)
        (seating,) = drawn(there)
        (found,) = where(there, seating, "person 3")
        assert (found.member, found.team, found.table) == (person(3), "Team 2", seating.table_of(team(2)))
        assert [each.member for each in where(there, seating, "team 2")] == [team(2), person(3), person(4)]
        (mixed,) = drawn(there, MIXED)
        assert [each.member for each in where(there, mixed, "team 2")] == [person(3), person(4)]
        assert where(there, seating, "nobody") == ()

    def test_who_has_no_seat(self) -> None:
        """Somebody of a team that is not seated is found, without a table."""
        there = hall(5, 1)
        (seating,) = drawn(hall(4, 1))
        (found,) = where(there, seating, "person 5")
        assert found.table is None

    def test_a_name_that_may_be_a_team_or_a_person(self) -> None:
        """The whole name of a team means the team; a part that fits both means neither."""
        both = replace(roster(1, 1), teams=(Team("Solsiden", people=(Person("Solveig", id=1),), id=1),))
        assert anybody(both, "solsiden") == team(1)
        assert anybody(both, "solv") == person(1)
        with pytest.raises(Refused, match="the team Solsiden or Solveig"):
            anybody(both, "sol")

    def test_a_whole_team_of_people(self) -> None:
        """Where people are seated, the name of a team means all of them."""
        assert drawn_all(roster(2, 2), MIXED, "Team 2") == (person(3), person(4))
        assert drawn_all(roster(2, 2), PAIRS, "Team 2") == (team(2),)

    def test_the_other_kind_is_named(self) -> None:
        """A person where whole teams sit, or a team where people do, is on the list: that the other sits is said."""
        with pytest.raises(Refused, match="Whole teams are seated"):
            one_drawn(roster(2, 2), PAIRS, "Person 3")
        with pytest.raises(Refused, match="People are seated one by one"):
            one_drawn(roster(2, 2), MIXED, "Team 2")


class TestLists:
    def test_names_stand_in_the_norwegian_order(self) -> None:
        """Æ, Ø and Å come last, in that order."""
        names = ("Øyvind", "Anne", "Åse", "Ærlend", "Per")
        some = replace(
            roster(0),
            teams=tuple(Team(f"T{at_}", people=(Person(name, id=at_),), id=at_) for at_, name in enumerate(names)),
        )
        there = hall(roster=some)
        (seating,) = drawn(there, MIXED)
        assert [seat.name for seat in seats(seating, there.names)] == ["Anne", "Per", "Ærlend", "Øyvind", "Åse"]

    def test_every_form_names_everybody_once(self) -> None:
        """The list for the door, the table and the Teams rooms each say where all twelve are."""
        there = hall(6, 2)
        (seating,) = drawn(there, MIXED)
        rows = list(as_rows(seating, there.names, str))
        assert sorted(row[2] for row in rows[1:]) == sorted(there.names(person(each)) for each in range(1, 13))
        text, rooms = list(as_text(seating, there.names, str)), list(as_rooms(seating, there.names, str))
        for each in range(1, 13):
            table = seating.table_of(person(each))
            assert table is not None
            assert f"Person {each} (Team {(each + 1) // 2}): table {table.number}" in text
            assert any(line.startswith(f"Room {table.number}: ") and f"Person {each};" in f"{line};" for line in rooms)


class TestComparing:
    def test_the_lower_claim_is_better_goal_by_goal(self) -> None:
        """Fewer repeats count before a better spread; drafts that were asked for differently are not compared."""
        one, other = (replace(drawn(hall(4), seed=seed)[0], id=seed) for seed in (1, 2))
        worse = replace(one, claim=Claim(repeats=Goal(1), soft=Goal(0)))
        better = replace(other, claim=Claim(repeats=Goal(0), soft=Goal(9)))
        assert verdict(worse, better) == "Draft 2 is better."
        assert verdict(worse, replace(better, claim=worse.claim)) == "They are equally good."
        assert verdict(worse, replace(better, keep_apart=KeepApart.UNIT)).startswith("They were asked for differently")
        assert verdict(replace(better, state=SeatingState.ANNOUNCED), worse) == "What is announced is better."
        assert compare(Seatings(1, (one,)), 1) is None

    def test_who_sits_elsewhere(self) -> None:
        """Those whose table is another in the other draft are told."""
        (one,) = drawn(hall(4))
        turned = replace(one, id=2, tables=tuple(Table(3 - each.number, each.members) for each in one.tables))
        found = compare(Seatings(1, (one, turned)), 1)
        assert found is not None
        assert set(found.elsewhere) == set(one.members)


def verdict(one: Seating, other: Seating) -> str:
    """Return what is said of two."""
    found = compare(Seatings(1, (one, other)), 1)
    assert found is not None
    return words.verdict(found, str)


class TestPlacing:
    def guided(self, teams: int = 4) -> Hall:
        """A hall where Kari guides teams 1 and 2 and Ola team 3, with two guests and a line manager in team 4."""
        some = roster(teams, 2)
        coaches = {1: "Kari", 2: "Kari", 3: "Ola"}
        boss = Person("Boss", "line-manager", id=300)
        here = tuple(
            replace(each, coach=coaches.get(each.id or 0, ""), people=(*each.people, *([boss] if each.id == 4 else ())))
            for each in some.teams
        )
        beside = [Person("Kari", "coach", id=100), Person("Ola", "coach", id=101)]
        beside += [Person(name, "guest", id=at_) for at_, name in enumerate(("Gro", "Geir", "Guri"), start=200)]
        return hall(roster=replace(some, teams=here, others=tuple(beside)))

    def test_nobody_unless_asked_for(self) -> None:
        """Coaches, managers and guests have no seat by themselves."""
        assert not any(table.beside for table in drawn(self.guided())[0].tables)

    def test_with_their_team(self) -> None:
        """A coach sits with one of their teams, and never in two places; a manager with their own."""
        placing = Placing(coaches=Beside.WITH_TEAM, managers=Beside.WITH_TEAM)
        (seating,) = drawn(self.guided(), placing=placing)
        kari, ola, boss = (seating.table_of(person(each)) for each in (100, 101, 300))
        assert kari in (seating.table_of(team(1)), seating.table_of(team(2)))
        assert ola == seating.table_of(team(3))
        assert boss == seating.table_of(team(4))
        assert sum(person(100) in table.beside for table in seating.tables) == 1

    def test_one_a_table(self) -> None:
        """Guests are spread, one at each table; who is one too many has no seat."""
        (seating,) = drawn(self.guided(), placing=Placing(guests=Beside.ONE_A_TABLE))
        assert [len(table.beside) for table in seating.tables] == [1, 1]
        assert seating.table_of(person(202)) is None

    def test_among_mixed_people_with_their_team(self) -> None:
        """Where people are mixed a coach sits where somebody of their team does."""
        there = self.guided()
        (seating,) = drawn(there, MIXED, placing=Placing(coaches=Beside.WITH_TEAM))
        table = seating.table_of(person(101))
        assert table is not None
        assert {person(5), person(6)} & set(table.members)
