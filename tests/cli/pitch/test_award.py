"""`samling pitch results`, `preflight`, `award`, `prize` and `audience`: from the last sheet to the frozen result."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands import Samling


class TestResults:
    def test_as_json(self, scored: Samling) -> None:
        """The keys are those that were promised, with teams by rank and exact fractions."""
        answer = scored("pitch", "results", "--json").json
        assert {"form", "method", "revision", "teams", "ties", "confidence", "methods"} <= answer.keys()
        assert [(each["team"], each["rank"], each["score"], each["shown"]) for each in answer["teams"]] == [
            ("Holme", 1, "13/5", 2.6),
            ("Vidde", 2, "23/10", 2.3),
            ("Fjord", 3, "2", 2.0),
        ]
        assert answer["confidence"]["winner_share"] == 1
        assert answer["confidence"]["leave_one_out_stable"] is True
        assert set(answer["methods"]) == {"plain_mean", "fair_mean", "z", "trimmed", "borda"}
        assert answer["methods"]["borda"] == [["Holme", 1], ["Vidde", 2], ["Fjord", 3]]

    def test_in_words(self, scored: Samling) -> None:
        """Places, spread, how sure it is and what the other methods say stand in the text."""
        said = scored("pitch", "results").out
        assert "Short form, version 1 · counted by: plain mean" in said
        assert "The first place stands in 100 % of all juries" in said
        assert "It stands whichever one judge is left out." in said
        assert "By Borda points: 1 Holme, 2 Vidde, 3 Fjord" in said

    def test_without_a_form(self, samling: Samling) -> None:
        """It is said how a form is chosen."""
        samling.day()
        assert "samling pitch form use" in samling("pitch", "results", code=1).err


class TestMethod:
    def test_chosen_before_the_first_pitch(self, pitches: Samling) -> None:
        """The method and the ladder are told, changed, and locked by the first clock."""
        assert "Counted by: fair mean." in pitches("pitch", "method").out
        pitches("pitch", "method", "borda", "--ties", "criteria")
        assert pitches("pitch", "method", "--json").json == {"method": "borda", "ties": ["criteria"]}
        assert "Chose how the sheets are counted: Borda points" in pitches("log").out
        pitches("pitch", "method", "--no-ties")
        assert "Ties share the place." in pitches("pitch", "method").out
        pitches("pitch", "start")
        assert "locks how" in pitches("pitch", "method", "z", code=1).err

    def test_a_form_is_locked_by_the_first_sheet(self, scored: Samling) -> None:
        """Another form takes a reason then, and makes a new version."""
        assert "Say why" in scored("pitch", "form", "use", "standard", code=1).err
        said = scored("pitch", "form", "use", "standard", "--reason", "Feil skjema").out
        assert "“Standard form” into use (version 2)" in said


class TestAward:
    def test_place_by_place(self, scored: Samling) -> None:
        """Settled, announced 3, 2, 1, one taken back and announced again, ended; then it is frozen."""
        scored("pitch", "award", "settle")
        for place, team in ((3, "Fjord"), (2, "Vidde")):
            assert f"Announced place {place}: {team}" in scored("pitch", "award", "next").out
        assert "Took an announcement back: Vidde" in scored("pitch", "award", "back").out
        assert "Holme" not in scored("pitch", "award").out
        assert scored("pitch", "award", "--json").json["places_to_come"] == 2
        scored("pitch", "award", "next")
        assert "Place 1 is not announced yet." in scored("pitch", "award", "freeze", code=1).err
        scored("pitch", "award", "next")
        scored("pitch", "award", "freeze")
        assert [each["teams"] for each in scored("pitch", "award", "--json").json["announced"]] == [
            ["Fjord"],
            ["Vidde"],
            ["Holme"],
        ]
        assert "numbered revision" in scored("pitch", "award", "back", code=1).err

    def test_a_correction_makes_a_revision(self, scored: Samling) -> None:
        """After the award the old result stays beside the new one, and what was announced stands."""
        scored("pitch", "award", "settle")
        assert "award under way" in scored("pitch", "sheets", "correct", "kari", "fjord", "--reason", "x", code=1).err
        for _place in range(3):
            scored("pitch", "award", "next")
        scored("pitch", "award", "freeze")
        for judge in ("kari", "liv", "ola"):
            scored("pitch", "sheets", "correct", judge, "fjord", "--reason", "Feil lag")
            scored("pitch", "sheets", "enter", judge, "fjord", "5", "5", "5")
            scored("pitch", "sheets", "submit", judge, "fjord")
        assert "(revision 2): Feil lag" in scored("pitch", "award", "revise", "--reason", "Feil lag").out
        assert scored("pitch", "results", "--json").json["revision"] == 2
        revisions = scored("pitch", "protocol", "--format", "json").json["revisions"]
        assert [each["places"][0]["team"] for each in revisions] == ["Holme", "Fjord"]

    def test_the_jury_decides_beside_the_sums(self, scored: Samling) -> None:
        """A written decision places otherwise; both are kept."""
        arguments = ("Vidde=1", "Holme=2", "--reason", "Størst betydning", "--by", "Kari Nes")
        scored("pitch", "award", "decide", *arguments)
        scored("pitch", "award", "settle")
        (revision,) = scored("pitch", "protocol", "--format", "json").json["revisions"]
        assert [(each["team"], each["place"], each["by_sums"]) for each in revision["places"]] == [
            ("Vidde", 1, 2),
            ("Holme", 2, 1),
            ("Fjord", 3, 3),
        ]
        for wrong in ("Vidde", "Vidde=", "Vidde=x", "=1", "Vidde=-1"):
            scored("pitch", "award", "decide", wrong, *arguments[2:], code=2)

    def test_preflight(self, pitches: Samling) -> None:
        """What is missing is listed, what stands in the way apart; with everything in place it says so."""
        pitches("pitch", "start")
        answer = pitches("pitch", "preflight", "--json").json
        assert not answer["ready"]
        assert "“Fjord” is pitching: stop its clock first." in [each["text"] for each in answer["findings"]]
        pitches("pitch", "stop")
        assert "Sheets for “Fjord” are still to come" in pitches("pitch", "preflight").out

    def test_ready(self, scored: Samling) -> None:
        """A jury that is done, with all teams on their way home, has nothing left to look at."""
        for team in ("fjord", "vidde", "holme"):
            scored("pitch", "start", team)
            scored("pitch", "stop")
        assert scored("pitch", "preflight").out == "Everything is in place for the award.\n"


class TestPrizes:
    def test_the_audience(self, scored: Samling, write: Callable[..., str]) -> None:
        """Votes are entered and imported, and give the audience's prize."""
        scored("pitch", "audience", "enter", "Fjord=12", "Vidde=9")
        file = write("votes.csv", "Lag;Stemmer", "Vidde;12", "")
        scored("pitch", "audience", "import", file)
        assert scored("pitch", "audience", "--json").json["most"] == ["Fjord", "Vidde"]
        assert "Announced the audience's prize: Fjord, Vidde" in scored("pitch", "award", "audience").out

    def test_votes_that_are_none(self, scored: Samling, write: Callable[..., str]) -> None:
        """A file with anything wrong in it counts nothing, and every fault is told with its place."""
        file = write(
            "votes.csv", "Team;Votes", "Fjord;2,5", "Ukjent;3", "Vidde;", "=cmd|' /C calc'!A0;1", "Fjord;1", "Fjord;1"
        )
        told = scored("pitch", "audience", "import", file, code=3).err
        for place in ("row 2, column B", "row 3, column A", "row 4, column B", "row 5, column A", "row 7"):
            assert place in told
        assert scored("pitch", "audience", "--json").json["votes"] == []
        scored("pitch", "audience", "import", write("none.csv", "a;b", "1;2"), code=3)

    def test_a_prize_by_a_criterion(self, scored: Samling) -> None:
        """Those who are best on the criterion get it, shared where they are level; one by decision is named."""
        scored("pitch", "prize", "add", "Best aim", "--criterion", "aim")
        assert "Best aim: Vidde, Holme" in scored("pitch", "prize", "give", "aim").out
        scored("pitch", "prize", "add", "Best spread")
        assert "name the team" in scored("pitch", "prize", "give", "spread", code=1).err
        scored("pitch", "prize", "give", "spread", "fjord", "--reason", "Til fem avdelinger")
        assert "Announced the prize “Best spread”: Fjord" in scored("pitch", "award", "prize", "spread").out
        assert "It has: aim, change, result" in scored("pitch", "prize", "add", "X", "--criterion", "nope", code=2).err
        assert "may be" in scored("pitch", "prize", "remove", "best", code=1).err
        scored("pitch", "prize", "remove", "aim")
        assert [each["title"] for each in scored("pitch", "prize", "list", "--json").json] == ["Best spread"]
