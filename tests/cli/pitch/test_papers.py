"""`samling pitch protocol` and `feedback`: what is kept of the day, and what a team is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from making import at

if TYPE_CHECKING:
    from commands import Samling


class TestProtocol:
    def test_it_tells_the_whole_story(self, scored: Samling) -> None:
        """Order, times, overtime, restarts, recusals, versions, method, ties and revisions all stand in it."""
        scored("judge", "recuse", "ola", "fjord", "--reason", "Veileder")
        scored("pitch", "start")
        scored.clock.set(at("15:00:20"))
        scored("pitch", "restart", "--reason", "Ingen lyd")
        scored.clock.set(at("15:05:50"))
        scored("pitch", "stop")
        scored("pitch", "sheets", "correct", "kari", "fjord", "--reason", "Feil lag")
        scored("pitch", "sheets", "enter", "kari", "fjord", "5")
        scored("pitch", "sheets", "submit", "kari", "fjord")
        scored("pitch", "award", "settle")
        scored("pitch", "award", "next")
        told = scored("pitch", "protocol").out
        for part in (
            "# Jury's protocol: Day",
            "Form: Short form, version 1",
            "The order was set by hand at 15:00.",
            "| 1 | Fjord | 15:00:20 | 4:15 | 1:15 | 30 | done |",
            "The clock of “Fjord”, started at 15:00:00, was started again: Ingen lyd",
            "Ola Vik does not score “Fjord”: Veileder",
            "| Fjord | Kari Nes | 2 | 5 | 2 | 2 | 15:05:50 | yes | Feil lag |",
            "Place 3: Vidde",
            "Revision 1, 15:05:50, by fair mean",
        ):
            assert part in told, part

    def test_a_team_that_was_moved_last(self, pitches: Samling) -> None:
        """The order in the protocol tells who had another chance, whatever became of the team after it."""
        pitches("pitch", "order", "last", "fjord")
        pitches("pitch", "order", "absent", "fjord")
        assert "| 3 | Fjord | – | – | – | – | not met, moved last once |" in pitches("pitch", "protocol").out

    def test_as_json(self, scored: Samling) -> None:
        """Every version of every sheet is there, with which of them counts."""
        scored("pitch", "sheets", "correct", "kari", "fjord", "--reason", "Feil lag")
        answer = scored("pitch", "protocol", "--format", "json").json
        assert {"pitches", "judges", "sheets", "result", "award", "prizes", "revisions"} <= answer.keys()
        of_kari = [each for each in answer["sheets"] if (each["judge"], each["team"]) == ("Kari Nes", "Fjord")]
        assert [(each["version"], each["counts"]) for each in of_kari] == [(1, True), (2, False)]
        assert answer["result"] == scored("pitch", "results", "--json").json

    def test_what_was_typed_stays_text(self, scored: Samling) -> None:
        """A reason that looks like a table or a heading makes neither."""
        scored("pitch", "sheets", "correct", "kari", "fjord", "--reason", "# a | b")
        assert "\\# a \\| b" in scored("pitch", "protocol").out or "# a \\| b" in scored("pitch", "protocol").out


class TestFeedback:
    def test_no_judge_is_named(self, pitches: Samling) -> None:
        """A team's scores and comments stand in an order that gives no judge away, and no name is among them."""
        for judge, score, comment in (("kari", "5", "Åpen"), ("liv", "2", "Bra tall"), ("ola", "3", "")):
            pitches("pitch", "sheets", "enter", judge, "fjord", score, score, score, "--comment", comment)
            pitches("pitch", "sheets", "submit", judge, "fjord")
        told = pitches("pitch", "feedback", "fjord").out
        for name in ("Kari", "Liv", "Ola", "Vidde", "Holme"):
            assert name not in told
        assert "| Aim | 3.33 | 5, 3, 2 |" in told
        assert told.index("Bra tall") < told.index("Åpen")
        answer = pitches("pitch", "feedback", "fjord", "--format", "json").json
        assert answer["criteria"][0] == {"criterion": "aim", "name": "Aim", "mean": 3.33, "given": [5, 3, 2]}
        assert answer["comments"] == ["Bra tall", "Åpen"]

    def test_a_team_without_sheets(self, pitches: Samling) -> None:
        """A team that nobody has scored is told so; one that does not pitch is refused."""
        assert "No sheets have come in yet." in pitches("pitch", "feedback", "vidde").out
        pitches("team", "add", "Ny")
        assert "not in the order" in pitches("pitch", "feedback", "ny", code=1).err

    def test_a_recused_judges_sheet_is_not_told(self, pitches: Samling) -> None:
        """Who is recused after a sheet was submitted is left out of scores, comments and count, as of the result."""
        for judge, score in (("kari", "5"), ("liv", "2"), ("ola", "3")):
            pitches("pitch", "sheets", "enter", judge, "fjord", score, score, score, "--comment", f"Comment {score}")
            pitches("pitch", "sheets", "submit", judge, "fjord")
        pitches("judge", "recuse", "kari", "fjord")
        told = pitches("pitch", "feedback", "fjord").out
        assert "the 2 sheets go from 2.00 to 3.00" in told
        assert "Comment 5" not in told
        assert "Not every judge scored every team" in told
        protocol = pitches("pitch", "protocol", "--format", "json").json
        assert [(each["judge"], each["counts"]) for each in protocol["sheets"]] == [
            ("Kari Nes", False),
            ("Liv Moe", True),
            ("Ola Vik", True),
        ]
        assert "recused: Kari Nes" in pitches("pitch", "sheets", "list").out

    def test_a_team_that_did_not_meet(self, pitches: Samling) -> None:
        """What a team that did not meet is told is that, not that its sheets are on their way."""
        pitches("pitch", "order", "last", "fjord")
        pitches("pitch", "order", "absent", "fjord")
        told = pitches("pitch", "feedback", "fjord").out
        assert "The team is not scored: not met." in told
        assert "No sheets have come in yet" not in told
