from __future__ import annotations

from dataclasses import replace

import pytest

from samling.domain.roster import Roster
from samling.domain.roster_forgetting import Aliases, forgotten, names_in
from samling.domain.team import Person, Team

KARI = Person("Kari Vik", "team-leader", "lege", 1)
ROSTER = Roster(
    1,
    (
        Team("Liv", coach="Åse Dal; Liv", people=(KARI, Person("Liv", id=2)), id=1),
        Team("Fjord", coach="åse dal", people=(Person("KARI VIK", "member", "", 3),), id=2, withdrawn=True),
    ),
    (Person("Åse Dal", "coach", "overlege", 4), Person("Bo", "director", id=5)),
)


def aliases(*names: str) -> Aliases:
    """Return what these people are called from now on: #1, #2 and so on."""
    return Aliases(names, "#{}".format)


class TestRoster:
    def test_counts_and_roles_are_kept(self) -> None:
        """As many people in the same places with the same roles and ids; no name, profession or coach is left."""
        after = forgotten(ROSTER, aliases(*names_in(ROSTER)))
        assert [(each.id, each.role) for _team, each in after.everybody()] == [
            (each.id, each.role) for _team, each in ROSTER.everybody()
        ]
        assert not {name for name in names_in(after) if not name.startswith("#")}
        assert {each.profession for _team, each in after.everybody()} == {""}
        assert [(team.name, team.id, team.withdrawn) for team in after.teams] == [("Liv", 1, False), ("Fjord", 2, True)]

    def test_names_in_what_is_said_of_a_team(self) -> None:
        """A team's name, place and aim say nothing of its people any more either; a single word stays."""
        team = Team("Team Kari Vik", unit="Kari Viks post", aim="Spør kari  vik", place="hos Liv", people=(KARI,))
        after = forgotten(Roster(1, (team,), (Person("Liv", "guest"),)), aliases("Kari Vik", "Liv")).teams[0]
        assert (after.name, after.unit, after.aim, after.place) == ("Team #1", "#1s post", "Spør #1", "hos Liv")

    def test_one_name_is_one_number(self) -> None:
        """Spellings of one name share a number, so that a coach is still the coach who stands beside the teams."""
        after = forgotten(ROSTER, aliases(*names_in(ROSTER)))
        assert after.teams[0].coaches[0] == after.teams[1].coach == after.others[0].name
        assert after.teams[0].people[0].name == after.teams[1].people[0].name

    def test_twice_is_once(self) -> None:
        """What has been forgotten stays as it is, whoever has come since; only they are called something else."""
        once = forgotten(ROSTER, Aliases(names_in(ROSTER), "Person {}".format))
        again = Aliases(["Siv", *names_in(once)], "Person {}".format)
        assert forgotten(once, again) == once
        assert (again.of("Siv"), again.gone()) == ("Person 5", frozenset({"siv"}))
        assert forgotten(replace(ROSTER, teams=(), others=()), aliases()).teams == ()


class TestTexts:
    @pytest.mark.parametrize(
        ("text", "after"),
        [
            ("Spør Kari Vik om det", "Spør #1 om det"),
            ("kari\n vik, og ÅSE DAL", "#1, og #2"),
            ("Kari Vikebø og Åse Dalen", "Kari Vikebø og Åse Dalen"),
            ("Liv", "Liv"),
            ("Liv laga kake", "Liv laga kake"),
            ("Kari Viks tusjer, og Åse  Dals", "#1s tusjer, og #2s"),
            ("Kari Vik Moe", "#4"),
            ("", ""),
        ],
    )
    def test_within_a_text(self, text: str, after: str) -> None:
        """Names of several words are found whole, whatever the case; the longest first. A single word is left."""
        assert aliases("Kari Vik", "Åse Dal", "Liv", "Kari Vik Moe").within(text) == after

    @pytest.mark.parametrize(
        ("text", "after"), [("Liv", "#2"), ("Kari Vik, liv", "#1, #2"), ("Fjord, Liv og Per", "Fjord, Liv og Per")]
    )
    def test_among_names(self, text: str, after: str) -> None:
        """Where a text is a name or a list of them, a single word is one too."""
        assert aliases("Kari Vik", "Liv").among(text) == after

    def test_nobody(self) -> None:
        """Without names every text stays."""
        assert aliases().within("Kari Vik") == aliases().among("Kari Vik") == "Kari Vik"
