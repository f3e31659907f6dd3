from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.domain.errors import Refused, WrongUsage
from samling.domain.roster import Roster
from samling.domain.roster_intake import Counted, take_in
from samling.domain.team import Person, Team, name_key

KARI = Person("Kari Vik", "team-leader", "lege", 1)
PER = Person("Per Ås", "member", "", 2)
COACH = Person("Åse Dal", "coach", id=3)
ROSTER = Roster(
    1,
    (Team("Fjord", unit="Geriatri", aim="Ingen fall", coach="Åse Dal", people=(KARI, PER), id=1), Team("Vidde", id=2)),
    (COACH,),
)


def stored(roster: Roster) -> Roster:
    """Return a roster with ids, as it is when it has been kept."""
    ids = count(1)
    teams = tuple(
        replace(team, id=next(ids), people=tuple(replace(each, id=next(ids)) for each in team.people))
        for team in roster.teams
    )
    return replace(roster, teams=teams, others=tuple(replace(each, id=next(ids)) for each in roster.others))


class TestTakeIn:
    def test_into_nothing(self) -> None:
        """Everything is new; coaches are beside the teams, and without a word of roles all are members."""
        intake = take_in(Roster(1), [Team("A", coach="Åse", people=(Person("Kari", ""),))], [Person("Bo", "director")])
        assert intake.roster.teams == (Team("A", coach="Åse", people=(Person("Kari"),)),)
        assert intake.roster.others == (Person("Bo", "director"), Person("Åse", "coach"))
        assert intake.teams == Counted(new=("A",))
        assert intake.people == Counted(new=("Kari", "Bo", "Åse"))

    def test_updates_by_name(self) -> None:
        """Names in another case or spacing are the same; what is given changes, what is left empty stays, ids stay."""
        listed = Team(" FJORD", unit="Ortopedi", people=(Person("kari  vik", ""), Person("Per Ås", "measurement-lead")))
        intake = take_in(ROSTER, [listed])
        assert intake.roster.teams[0] == Team(
            "FJORD", unit="Ortopedi", aim="Ingen fall", coach="Åse Dal", id=1,
            people=(replace(KARI, name="kari vik"), replace(PER, role="measurement-lead")),
        )  # fmt: skip
        assert intake.teams == Counted(changed=("FJORD",), missing=("Vidde",))
        assert intake.people == Counted(changed=("kari vik", "Per Ås"))

    def test_nobody_is_taken_out(self) -> None:
        """Who is not in the list stays, and is told of: those of listed teams, and teams that are not listed."""
        intake = take_in(ROSTER, [Team("Fjord", people=(Person("Ola"),))])
        assert [person.name for person in intake.roster.teams[0].people] == ["Kari Vik", "Per Ås", "Ola"]
        assert (intake.people.new, intake.people.missing) == (("Ola",), ("Kari Vik", "Per Ås"))
        assert intake.teams.missing == ("Vidde",)

    def test_who_has_changed_team_moves(self) -> None:
        """Somebody who stood in one team of the list and now stands in another moved there, with their id."""
        intake = take_in(
            ROSTER, [Team("Fjord", people=(Person("Kari Vik", ""),)), Team("Vidde", people=(Person("per ås", ""),))]
        )
        assert intake.roster.teams[0].people == (KARI,)
        assert intake.roster.teams[1].people == (replace(PER, name="per ås"),)
        assert intake.people == Counted(changed=("per ås",), same=("Kari Vik",))

    def test_namesakes_do_not_move(self) -> None:
        """Who still stands in their old team, or whose old team is not in the list, is another person."""
        both = take_in(ROSTER, [Team("Fjord", people=(Person("Per Ås"),)), Team("Vidde", people=(Person("Per Ås"),))])
        alone = take_in(ROSTER, [Team("Vidde", people=(Person("Per Ås"),))])
        for intake in (both, alone):
            assert PER in intake.roster.teams[0].people
            assert intake.roster.teams[1].people == (Person("Per Ås"),)

    def test_a_team_that_had_withdrawn_takes_part_again(self) -> None:
        """To be in the list is to take part."""
        gone = replace(ROSTER, teams=(replace(ROSTER.teams[0], withdrawn=True), ROSTER.teams[1]))
        intake = take_in(gone, [Team("fjord")])
        assert not intake.roster.teams[0].withdrawn
        assert intake.teams.changed == ("fjord",)

    def test_a_team_that_stands_twice_in_the_list(self) -> None:
        """Two entries of one name are one team, with the people of both."""
        intake = take_in(Roster(1), [Team("A", people=(Person("Kari"),)), Team("a", unit="U", people=(Person("Per"),))])
        assert intake.roster.teams == (Team("a", unit="U", people=(Person("Kari"), Person("Per"))),)

    def test_what_cannot_be(self) -> None:
        """A role that is none, a text without end and more than a network can have are refused."""
        for team in (Team("A", people=(Person("B", "boss"),)), Team("A", people=(Person("x" * 501),)), Team("")):
            with pytest.raises(WrongUsage):
                take_in(ROSTER, [team])
        with pytest.raises(Refused, match="at most 1000 teams"):
            take_in(ROSTER, [Team(str(at)) for at in range(999)])
        with pytest.raises(Refused, match="at most 10000 people"):
            take_in(ROSTER, [Team("A", people=tuple(Person(str(at)) for at in range(10_000)))])


NAMES = st.sampled_from(["Kari", "kari", "KARI ", "Per", "Åse", "A\u030ase", "Bo  Bø", "bo bø", "Siv"])
ROLES = st.sampled_from(["", "member", "team-leader", "measurement-lead line-manager"])
PEOPLE = st.lists(st.builds(Person, NAMES, ROLES, st.sampled_from(["", "lege"])), max_size=5).map(tuple)
TEAMS = st.lists(
    st.builds(
        Team, st.sampled_from(["A", "a", "B ", "b", "C"]), unit=st.sampled_from(["", "U"]),
        coach=st.sampled_from(["", "Eva", "eva; Ida"]), people=PEOPLE,
    ),
    max_size=4,
)  # fmt: skip
OTHERS = st.lists(st.builds(Person, NAMES, st.sampled_from(["coach", "guest"])), max_size=3)


class TestProperties:
    @given(TEAMS, OTHERS, TEAMS, OTHERS)
    def test_nothing_is_doubled_or_lost(
        self, first: list[Team], beside: list[Person], second: list[Team], more: list[Person]
    ) -> None:
        """After any two lists: names are one of a kind where they stand, nobody's id is gone, all coaches are there."""
        before = stored(take_in(Roster(1), first, beside).roster)
        after = take_in(before, second, more).roster
        keys = [name_key(team.name) for team in after.teams]
        places = [(team.name if team else None, name_key(person.name)) for team, person in after.everybody()]
        assert len(keys) == len(set(keys))
        assert len(places) == len(set(places))
        kept = [person.id for _team, person in after.everybody() if person.id]
        assert sorted(kept) == sorted(person.id or 0 for _team, person in before.everybody())
        beside_now = {name_key(person.name) for person in after.others}
        assert all(name_key(coach) in beside_now for team in after.teams for coach in team.coaches)

    @given(TEAMS, OTHERS)
    def test_the_same_list_again_changes_nothing(self, teams: list[Team], others: list[Person]) -> None:
        """Taken in once more, a list that says each name in one way finds everything as before."""
        once = stored(take_in(Roster(1), teams, others).roster)
        again = take_in(once, once.teams, once.others)
        assert again.roster == once
        assert again.teams == Counted(same=tuple(team.name for team in once.teams))
        assert again.people == Counted(same=tuple(person.name for _team, person in once.everybody()))
