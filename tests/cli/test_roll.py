from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from making import at
from opened import open_session
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from commands import Samling

FJORD = Team("Fjord", people=(Person("Kari Vik", "team-leader"), Person("Per Ås"), Person("Bo Bø", "line-manager")))
VIDDE = Team("Vidde", people=(Person("Karin Moe"), Person("Siv Moe")))


@pytest.fixture
def day(samling: Samling) -> Samling:
    """A day at 15:00 with the teams Fjord and Vidde, and a coach."""
    samling.day()
    samling("agenda", "add", "Pitch", "--minutes", "10", "--kind", "pitching")
    session = open_session(samling.path, samling.clock, "command")
    session.do("team-import", teams=(FJORD, VIDDE), others=(Person("Åse Dal", "coach"),))
    session.close()
    return samling


def roll(samling: Samling) -> Any:  # noqa: ANN401 - JSON
    """What `roll --json` prints."""
    return samling("roll", "--json").json


def here(samling: Samling) -> set[str]:
    """The names of those who are here."""
    told = roll(samling)
    people = [*(person for team in told["teams"] for person in team["people"]), *told["others"]]
    return {each["name"] for each in people if each["state"] == "here"}


class TestTicking:
    def test_people_by_the_beginning_of_their_names(self, day: Samling) -> None:
        """Several names at once, in any case; the counts are told."""
        said = day("roll", "here", "kari v", "PER", "åse")
        assert "2 people" not in said.err
        assert said.out == "Kari Vik, Per Ås, Åse Dal: here · 1 of 2 teams · 2 of 4 people\n"
        assert here(day) == {"Kari Vik", "Per Ås", "Åse Dal"}

    def test_a_whole_team_and_all_teams(self, day: Samling) -> None:
        """--team ticks its members off and not its line manager; --all every team."""
        day("roll", "here", "--team", "fj")
        assert here(day) == {"Kari Vik", "Per Ås"}
        day("roll", "here", "--all")
        assert here(day) == {"Kari Vik", "Per Ås", "Karin Moe", "Siv Moe"}

    def test_a_name_in_a_team(self, day: Samling) -> None:
        """A name and --team mean that one in that team."""
        day("roll", "here", "kari", "--team", "Vidde")
        assert here(day) == {"Karin Moe"}

    def test_who_has_withdrawn_is_not_ticked_off(self, day: Samling) -> None:
        """A team that takes part no more, and the people in it, are told so; --all leaves it out."""
        day("team", "withdraw", "vidde")
        assert "has withdrawn" in day("roll", "here", "--team", "vidde", code=1).err
        assert "has withdrawn" in day("roll", "here", "siv", code=1).err
        day("roll", "here", "--all")
        assert here(day) == {"Kari Vik", "Per Ås"}

    def test_ambiguous_names_are_listed(self, day: Samling) -> None:
        """What fits two is refused with both, and nobody is ticked off: not even those before it."""
        said = day("roll", "here", "siv", "kari", code=1)
        assert "Kari Vik (Fjord), Karin Moe (Vidde)" in said.err
        assert here(day) == set()

    @pytest.mark.parametrize(
        ("arguments", "code"),
        [
            (["here"], 2),
            (["here", "kari", "--all"], 2),
            (["here", "x", "--team", "Fjord", "--team", "Vidde"], 2),
            (["here", "nobody"], 1),
            (["here", "--team", "\x1b[31m"], 1),
            (["left", "siv"], 1),
            (["absent", "siv"], 1),
            (["undo"], 1),
        ],
    )
    def test_what_does_not_fit_is_refused(self, day: Samling, arguments: list[str], code: int) -> None:
        """Nobody named, two ways of naming at once, who is not known, not here or not ticked: nothing is changed."""
        day("roll", *arguments, code=code)
        assert here(day) == set()

    def test_left_and_absent(self, day: Samling) -> None:
        """Who left is told with the time; absent takes the tick off as if it had never been."""
        day("roll", "here", "--team", "fjord")
        day.clock.set(at("15:30"))
        day("roll", "left", "per")
        person = roll(day)["teams"][0]["people"][1]
        assert (person["state"], person["left_at"]) == ("left", "2026-09-16T15:30:00+02:00")
        day("roll", "absent", "per")
        assert roll(day)["teams"][0]["people"][1]["state"] == "missing"

    def test_after_the_fact_and_late(self, day: Samling) -> None:
        """Recorded with --at; late is counted from when the first block began."""
        day("--at", "15:02", "agenda", "start", code=1)
        day.clock.set(at("15:20"))
        day("--at", "15:02", "agenda", "start")
        day("--at", "15:12", "roll", "here", "siv")
        person = roll(day)["teams"][1]["people"][1]
        assert (person["arrived_at"], person["late_seconds"]) == ("2026-09-16T15:12:00+02:00", 600)
        assert "Siv Moe · member · 15:12, 10 min late" in day("roll").out

    def test_undo_is_its_own_chain(self, day: Samling) -> None:
        """Undoing takes back ticks alone, again and again, and redoing brings them forward."""
        day("roll", "here", "siv")
        day("agenda", "start")
        day("roll", "here", "per")
        day("roll", "undo")
        day("roll", "undo")
        assert here(day) == set()
        assert day.states()[0] == "running"
        day("roll", "redo")
        assert here(day) == {"Siv Moe"}


class TestTelling:
    def test_before_the_roll_call(self, day: Samling) -> None:
        """Until somebody is ticked off it is said that everybody is reckoned with."""
        assert "everybody is reckoned with" in day("roll").out
        assert not roll(day)["is_taken"]
        day("roll", "here", "siv")
        assert "reckoned" not in day("roll").out

    def test_who_must_be_there(self, day: Samling) -> None:
        """The pitching block names the line managers who are missing, also a team that has none."""
        awaited = {each["requirement"]: each for each in roll(day)["awaited"]}
        managers = awaited["line-manager-at-the-pitch"]
        assert managers["missing"] == [{"team": "Fjord", "person": "Bo Bø"}, {"team": "Vidde", "person": None}]
        assert (managers["position"], managers["starts_at"]) == (4, "2026-09-16T15:30:00+02:00")
        assert "Bo Bø (Fjord), nobody is named (Vidde)" in day("roll").out

    def test_without_teams_it_says_what_to_do(self, samling: Samling) -> None:
        """An empty network is told how to get teams; before a gathering, how to get that."""
        samling("roll", code=1)
        samling.day()
        assert "samling team import" in samling("roll").out
