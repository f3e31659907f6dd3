from __future__ import annotations

from dataclasses import replace

import pytest

from samling.domain.errors import Refused, WrongUsage
from samling.domain.roster import (
    Limits,
    PersonChange,
    Roster,
    TeamChange,
    add_person,
    add_team,
    bring_back_team,
    edit_person,
    edit_team,
    move_person,
    remove_person,
    remove_team,
    set_limits,
    withdraw_team,
)
from samling.domain.roster_warnings import shared_coach, warnings
from samling.domain.team import Person, Team

KARI, PER = Person("Kari Vik", "team-leader", "lege", 1), Person("Per Ås", id=2)
COACH, GUEST = Person("Åse Dal", "coach", id=3), Person("Gro Lie", "guest", id=4)
FJORD = Team("Fjord", unit="Geriatri", coach="Åse Dal", people=(KARI, PER), id=1)
VIDDE = Team("Vidde", coach="Åse Dal", id=2)
ROSTER = Roster(7, (FJORD, VIDDE), (COACH, GUEST))


def names(people: tuple[Person, ...]) -> list[str]:
    """Return the names of people."""
    return [person.name for person in people]


class TestTeams:
    def test_added_with_its_people_and_its_coach(self) -> None:
        """A new team comes last, with texts on one line, and who guides it is beside the teams."""
        after = add_team(ROSTER, Team(" Sol \n side", coach="Ida Mo; åse  dal", people=(Person(" Ola\tLie "),)))
        assert after.teams[-1] == Team("Sol side", coach="Ida Mo; åse dal", people=(Person("Ola Lie"),))
        assert names(after.others) == ["Åse Dal", "Gro Lie", "Ida Mo"]
        assert after.teams[:2] == ROSTER.teams

    @pytest.mark.parametrize("name", ["Fjord", "FJORD", " fjo\u00adrd ", "Fjord\x1b"])
    def test_a_name_that_is_there(self, name: str) -> None:
        """Case, white space and what cannot be seen make no other name."""
        with pytest.raises(Refused, match="There is a team called “Fjord” already"):
            add_team(ROSTER, Team(name))
        with pytest.raises(Refused):
            edit_team(ROSTER, 2, TeamChange(name=name))

    def test_two_ways_of_writing_a_letter(self) -> None:
        """An å of one sign and one of two are the same, and are kept as one sign."""
        after = add_team(ROSTER, Team("A\u030asgård"))
        assert after.teams[-1].name == "Åsgård"
        with pytest.raises(Refused):
            add_team(after, Team("Åsgård"))

    def test_edited(self) -> None:
        """What is given changes, an empty text clears, the rest stays; a new coach is beside the teams."""
        after = edit_team(ROSTER, 1, TeamChange(name="fjord", unit="", aim="Ingen fall", coach="Ida Mo"))
        assert after.teams[0] == replace(FJORD, name="fjord", unit="", aim="Ingen fall", coach="Ida Mo")
        assert names(after.others) == ["Åse Dal", "Gro Lie", "Ida Mo"]

    @pytest.mark.parametrize(("typed", "kept"), [("3", "3"), (" Trinn 4 ", "4"), ("", ""), ("step 1", "1")])
    def test_its_step(self, typed: str, kept: str) -> None:
        """A step of the self-assessment is kept as its number, however it is written; an empty text clears it."""
        assert edit_team(ROSTER, 1, TeamChange(step=typed)).teams[0].step == kept

    @pytest.mark.parametrize("typed", ["0", "6", "3,5", "3-4", "tre", "33", "٣"])
    def test_a_step_that_is_none(self, typed: str) -> None:
        """What is not one of the five steps is refused, and the steps are named."""
        with pytest.raises(WrongUsage, match="1, 2, 3, 4 or 5"):
            edit_team(ROSTER, 1, TeamChange(step=typed))

    def test_removed_and_withdrawn(self) -> None:
        """A removed team is gone with its people; one that has withdrawn is there, and can come back."""
        assert remove_team(ROSTER, 1) == replace(ROSTER, teams=(VIDDE,))
        gone = withdraw_team(ROSTER, 1)
        assert [team.name for team in gone.taking_part] == ["Vidde"]
        assert bring_back_team(gone, 1) == ROSTER
        with pytest.raises(Refused, match="has withdrawn already"):
            withdraw_team(gone, 1)
        with pytest.raises(Refused, match="takes part already"):
            bring_back_team(ROSTER, 1)
        with pytest.raises(Refused, match="Bring it back"):
            add_team(gone, Team("fjord"))

    @pytest.mark.parametrize(
        "team", [Team(""), Team(" \x00 "), Team("x" * 501), Team("A", aim="x" * 2001), Team("A", unit="x" * 501)]
    )
    def test_texts_that_cannot_be(self, team: Team) -> None:
        """An empty name and texts without end are refused."""
        with pytest.raises(WrongUsage):
            add_team(ROSTER, team)

    def test_one_that_is_not_there(self) -> None:
        """An unknown id is refused by each verb."""
        for verb in (remove_team, withdraw_team, bring_back_team):
            with pytest.raises(Refused, match="The team is not on the list"):
                verb(ROSTER, 9)
        with pytest.raises(Refused, match="The person is not on the list"):
            remove_person(ROSTER, 9)


class TestPeople:
    def test_added(self) -> None:
        """To a team, or beside the teams with a role that says why."""
        after = add_person(add_person(ROSTER, Person("Ola", profession=" lege "), 2), Person("Bo Bø", "director"))
        assert after.teams[1].people == (Person("Ola", profession="lege"),)
        assert after.others[-1] == Person("Bo Bø", "director")

    def test_a_name_that_is_there(self) -> None:
        """Not twice in a team, not twice beside the teams; but two teams may each have their Kari Vik."""
        with pytest.raises(Refused, match="Kari Vik is in “Fjord” already"):
            add_person(ROSTER, Person("kari  vik"), 1)
        with pytest.raises(Refused, match="is there already"):
            add_person(ROSTER, Person("GRO LIE", "speaker"))
        with pytest.raises(Refused):
            edit_person(ROSTER, 2, PersonChange(name="Kari Vik"))
        assert add_person(ROSTER, Person("Kari Vik"), 2).teams[1].people == (Person("Kari Vik"),)

    @pytest.mark.parametrize("role", ["", "boss", "team-leader boss", "Team leader"])
    def test_a_role_that_is_none(self, role: str) -> None:
        """Roles are those that are known, by their ids."""
        with pytest.raises(WrongUsage, match="is not a role"):
            add_person(ROSTER, Person("Ola", role), 1)

    def test_several_roles(self) -> None:
        """Somebody may have several roles: the foremost stands first, and "member" says nothing beside another."""
        after = add_person(ROSTER, Person("Ola", "union-representative member team-leader"), 2)
        assert after.teams[1].people[0].roles == ("team-leader", "union-representative")

    def test_beside_the_teams_with_a_team_role(self) -> None:
        """Who is in no team has a role that says what they do there."""
        with pytest.raises(WrongUsage, match="such as guest"):
            add_person(ROSTER, Person("Ola", "member"))
        with pytest.raises(WrongUsage):
            edit_person(ROSTER, 4, PersonChange(role="team-leader"))

    def test_edited(self) -> None:
        """What is given changes, the id stays; a coach's new name is in their teams too."""
        after = edit_person(ROSTER, 2, PersonChange(role="measurement-lead", profession="fysioterapeut"))
        assert after.teams[0].people == (KARI, Person("Per Ås", "measurement-lead", "fysioterapeut", 2))
        renamed = edit_person(ROSTER, 3, PersonChange(name="Åse Dal Moe"))
        assert [team.coach for team in renamed.teams] == ["Åse Dal Moe", "Åse Dal Moe"]
        assert names(renamed.others) == ["Gro Lie", "Åse Dal Moe"]

    def test_moved(self) -> None:
        """Between teams with what they are, beside the teams as a guest, and from there into a team as a member."""
        after = move_person(ROSTER, 1, 2)
        assert (names(after.teams[0].people), after.teams[1].people) == (["Per Ås"], (KARI,))
        aside = move_person(ROSTER, 1, None)
        assert aside.others[-1] == replace(KARI, role="guest")
        assert move_person(ROSTER, 4, 2).teams[1].people == (Person("Gro Lie", "member", id=4),)

    def test_removed(self) -> None:
        """Who is taken out is gone; teams of a coach are without one."""
        assert names(remove_person(ROSTER, 1).teams[0].people) == ["Per Ås"]
        after = remove_person(ROSTER, 3)
        assert [team.coach for team in after.teams] == ["", ""]
        assert names(after.others) == ["Gro Lie"]


class TestWarnings:
    def test_a_team_as_it_should_be(self) -> None:
        """Four to six people, a leader, a measurement lead and a coach: nothing to say."""
        people = (KARI, Person("Ola", "measurement-lead"), Person("A"), Person("B"))
        assert warnings(replace(ROSTER, teams=(replace(FJORD, people=people),))) == ()

    def test_what_a_team_lacks(self) -> None:
        """Too few or too many, nobody who leads, measures or guides: each in its own sentence."""
        lone = Team("Én", people=(Person("A"),), id=5)
        crowd = Team("Sju", coach="Åse Dal", people=(KARI, *(Person(each) for each in "bcdefg")), id=6)
        found = warnings(Roster(1, (lone, crowd), (COACH,)))
        assert [(each.kind, each.team_id) for each in found] == [
            ("team-size", 5), ("no-leader", 5), ("no-measurement-lead", 5), ("no-coach", 5),
            ("team-size", 6), ("no-measurement-lead", 6),
        ]  # fmt: skip
        assert found[0].sentence() == "“Én” has 1 person; 4 to 6 are advised."
        assert found[4].sentence() == "“Sju” has 7 people; 4 to 6 are advised."

    def test_the_limits_are_the_networks_own(self) -> None:
        """What is advised can be set; then it is that which is warned of, the number of teams first."""
        roster = set_limits(ROSTER, Limits(1, 2, 1))
        kinds = [(each.kind, each.team_id) for each in warnings(roster)]
        assert ("team-size", 1) not in kinds
        assert ("team-size", 2) in kinds
        assert kinds[0] == ("teams", None)
        for limits in (Limits(0, 6, 15), Limits(5, 4, 15), Limits(4, 6, 0), Limits(4, 1001, 15)):
            with pytest.raises(WrongUsage):
                set_limits(ROSTER, limits)

    def test_sixteen_teams(self) -> None:
        """Fifteen teams are as advised, sixteen are not; who has withdrawn does not count."""
        teams = tuple(Team(str(at), id=at) for at in range(16))
        assert "teams" in [each.kind for each in warnings(Roster(1, teams))]
        fewer = (*teams[1:], replace(teams[0], withdrawn=True))
        assert "teams" not in [each.kind for each in warnings(Roster(1, fewer))]

    def test_people_and_coaches(self) -> None:
        """A coach without a team and a name in two teams are told of."""
        teams = (FJORD, replace(VIDDE, coach="", people=(Person("kari vik"),)))
        others = (COACH, Person("Ida Mo", "coach"))
        found = {each.kind: each.sentence() for each in warnings(Roster(1, teams, others))}
        assert found["idle-coach"] == "Ida Mo is a coach and guides no team."
        assert found["two-teams"] == "Kari Vik is in “Fjord” and in “Vidde”: two people of one name?"

    def test_a_coach_on_both_sides_of_a_table(self) -> None:
        """Those who guide more than one of the teams, each once, in the order of the teams."""
        third = Team("Sol", coach="Ida Mo; ÅSE DAL")
        fourth = Team("Myr", coach="ida mo")
        assert shared_coach((FJORD, third, fourth)) == ("Åse Dal", "Ida Mo")
        assert shared_coach((FJORD, fourth)) == shared_coach((Team("x"), Team("y"))) == ()
