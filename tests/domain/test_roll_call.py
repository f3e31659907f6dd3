from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from making import at, block, gathering, minutes
from rolls import BOSS, COACH, FJORD, GONE, KARI, NAMELESS, NOBODY, PER, ROSTER, VIDDE, arrive, leave, untick
from samling.domain import roll_call
from samling.domain.agenda import figures
from samling.domain.gathering import Day
from samling.domain.roll import Presence
from samling.domain.roll_call import Counts
from samling.domain.team import Person

NINE = at("09:00")


class TestTicking:
    def test_a_team_is_ticked_off_with_its_members(self) -> None:
        """A whole team is one tick; its line manager, who comes for the pitches, is not in it."""
        taken = arrive(NOBODY, NINE, teams=[1])
        assert set(taken.people) == {KARI.id, PER.id}
        assert roll_call.team_presence(taken, FJORD) == Presence(NINE)

    def test_a_member_brings_the_team(self) -> None:
        """The first member who is ticked off makes the team be here, and not the others in it."""
        taken = arrive(NOBODY, NINE, people=[2])
        assert roll_call.team_presence(taken, FJORD) == Presence(NINE)
        assert set(taken.people) == {2}

    def test_a_manager_does_not_bring_the_team(self) -> None:
        """A line manager who is here makes no team be here."""
        taken = arrive(NOBODY, NINE, people=[3])
        assert roll_call.is_here(taken, BOSS)
        assert not roll_call.team_is_here(taken, FJORD)

    def test_who_is_here_keeps_their_time(self) -> None:
        """The rest of a team that comes later does not change when the first came."""
        taken = arrive(arrive(NOBODY, NINE, people=[1]), at("09:10"), teams=[1])
        assert roll_call.presence(taken, KARI) == Presence(NINE)
        assert roll_call.presence(taken, PER) == Presence(at("09:10"))
        assert roll_call.team_presence(taken, FJORD) == Presence(NINE)

    def test_a_team_without_names_is_ticked_off_itself(self) -> None:
        """A team of which only the name is known can be here, leave and be unticked."""
        taken = arrive(NOBODY, NINE, teams=[3])
        assert roll_call.team_is_here(taken, NAMELESS)
        left = leave(taken, at("10:00"), teams=[3])
        assert roll_call.team_presence(left, NAMELESS) == Presence(NINE, at("10:00"))
        assert untick(taken, teams=[3]) == NOBODY

    def test_the_last_who_leaves_takes_the_team_along(self) -> None:
        """A team is here as long as one of it is, and has left when the last did."""
        taken = arrive(NOBODY, NINE, teams=[1])
        one = leave(taken, at("10:00"), people=[1])
        assert roll_call.team_is_here(one, FJORD)
        both = leave(one, at("11:00"), people=[2])
        assert roll_call.team_presence(both, FJORD) == Presence(NINE, at("11:00"))

    def test_the_last_tick_taken_off_takes_the_teams_along(self) -> None:
        """Once nobody in it is ticked off, a team is as if it had never come."""
        taken = arrive(NOBODY, NINE, teams=[1])
        assert untick(untick(taken, people=[1]), people=[2]) == NOBODY

    def test_who_is_here_already_is_no_tick(self) -> None:
        """A tick that would change nothing is known before it is made."""
        taken = arrive(NOBODY, NINE, teams=[1])
        assert not roll_call.arriving(ROSTER, taken, teams=[1], people=[2])
        assert not roll_call.leaving(ROSTER, NOBODY, teams=[1], people=[6])
        assert not roll_call.unticking(ROSTER, NOBODY, teams=[1])


class TestWhoCounts:
    def test_before_the_roll_call_everybody_counts(self) -> None:
        """Nobody ticked off: all teams that take part, and it is said that this is assumed."""
        found = roll_call.present(ROSTER, NOBODY)
        assert found == roll_call.Present((FJORD, VIDDE, NAMELESS), ROSTER.others, is_assumed=True)

    def test_then_who_is_here(self) -> None:
        """Teams that are here, with those of their people who are; a withdrawn team never counts."""
        taken = arrive(NOBODY, NINE, teams=[2, 3, 4], people=[2, 3, 6])
        taken = leave(taken, at("09:30"), people=[4])
        found = roll_call.present(ROSTER, taken)
        assert found.teams == (
            replace(FJORD, people=(PER, BOSS)),
            replace(VIDDE, people=(VIDDE.people[1],)),
            NAMELESS,
        )
        assert found.others == (COACH,)
        assert not found.is_assumed
        assert GONE.people[0].id in taken.people

    def test_counts_are_of_members(self) -> None:
        """9 of 12 teams, 51 of 60 people: managers, people beside the teams and withdrawn teams are not counted."""
        assert roll_call.counts(ROSTER, NOBODY) == Counts(0, 3, 0, 4)
        taken = arrive(NOBODY, NINE, teams=[1, 4], people=[3, 4, 6])
        assert roll_call.counts(ROSTER, taken) == Counts(2, 3, 3, 4)

    def test_several_roles_make_a_member(self) -> None:
        """Who leads the team and is its manager too sits with it all day."""
        assert not roll_call.is_visiting(Person("Åse", "team-leader line-manager"))
        assert roll_call.is_visiting(Person("Åse", "line-manager unit-manager"))


class TestLate:
    def test_late_is_after_the_first_block_began(self) -> None:
        """Planned for 15:00 and begun at 15:04: who came at 15:04:59 is in time, at 15:06 two minutes late."""
        day = gathering(block(started_at=at("15:04"), state="running"), block())
        assert roll_call.late_by(day, figures(day, at("15:05")), at("15:04:59")) is None
        assert roll_call.late_by(day, figures(day, at("15:05")), at("15:06")) == minutes(2)

    def test_nobody_is_late_before_it_begins(self) -> None:
        """Ten minutes after the planned start nothing has begun: whoever comes now is in time."""
        day = gathering()
        assert roll_call.late_by(day, figures(day, at("15:10")), at("15:10")) is None

    def test_each_day_has_its_own_start(self) -> None:
        """Who comes on the second morning is not a day late."""
        second = date(2026, 9, 17)
        first = gathering(block(10), block(10, day=2))
        days = (*first.days, Day(2, second, at("09:00", second), at("12:00", second)))
        both = replace(first, days=days)
        shown = figures(both, at("14:00"))
        assert roll_call.late_by(both, shown, at("08:50", second)) is None
        assert roll_call.late_by(both, shown, at("09:05", second)) == timedelta(minutes=5)


PEOPLE = st.lists(st.sampled_from([1, 2, 3, 4, 5, 6, 7, 8]), max_size=3)
TEAMS = st.lists(st.sampled_from([1, 2, 3, 4]), max_size=2)
DEEDS = st.lists(st.tuples(st.sampled_from(["arrive", "leave", "untick"]), TEAMS, PEOPLE), max_size=12)


@given(DEEDS)
def test_teams_and_their_people_never_disagree(deeds: list[tuple[str, list[int], list[int]]]) -> None:
    """Whatever is ticked in whatever order: a team with names is here just when a member is, and counts so."""
    taken, moment = NOBODY, NINE
    for name, teams, people in deeds:
        moment += timedelta(minutes=1)
        if name == "arrive":
            taken = arrive(taken, moment, teams=teams, people=people)
        elif name == "leave":
            taken = leave(taken, moment, teams=teams, people=people)
        else:
            taken = untick(taken, teams=teams, people=people)
        for team in (FJORD, VIDDE):
            here = any(roll_call.is_here(taken, each) for each in roll_call.members(team))
            assert here == roll_call.team_is_here(taken, team)
            assert (
                here == (team.id in {each.id for each in roll_call.present(ROSTER, taken).teams}) or not taken.is_taken
            )
