"""`samling pitch sheets`: filled in by hand, typed in from paper once or twice, and whatever somebody types wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from commands import Samling

HEADS = "Dommer;Team;aim;Change;RESULT;Kommentar"


class TestByHand:
    def test_filled_in_and_submitted(self, pitches: Samling) -> None:
        """Scores in the form's order or by criterion, a comment, what is lacking said; then it is submitted."""
        said = pitches("pitch", "sheets", "enter", "kari", "fjord", "4", "-", "--comment", "Bra tall").out
        assert said == "Kari Nes, Fjord: lacks scores for: Change, Result\n"
        assert "lacks scores for: Change" in pitches("pitch", "sheets", "submit", "kari", "fjord", code=1).err
        assert "complete" in pitches("pitch", "sheets", "enter", "kari", "fjord", "result=5", "change=3").out
        pitches("pitch", "sheets", "submit", "kari", "fjord")
        (sheet,) = pitches("pitch", "sheets", "show", "kari", "fjord", "--json").json
        assert (sheet["scores"], sheet["comment"], sheet["version"]) == (
            {"aim": 4, "change": 3, "result": 5},
            "Bra tall",
            1,
        )

    def test_a_submit_that_is_repeated(self, scored: Samling) -> None:
        """The second is told when the first was, and nothing is doubled."""
        said = scored("pitch", "sheets", "submit", "kari", "fjord", code=1).err
        assert "already submitted at 15:00:00" in said
        assert len(scored("pitch", "sheets", "show", "kari", "fjord", "--json").json) == 1

    def test_a_correction_keeps_the_old_version(self, scored: Samling) -> None:
        """A new version with a reason is begun, given up, begun again and submitted; both are shown."""
        correct = ("pitch", "sheets", "correct", "kari", "fjord", "--reason", "Feil lag")
        scored(*correct)
        assert scored("pitch", "sheets", "list", "--json").json[0]["correcting"] == ["Kari Nes"]
        scored("pitch", "sheets", "give-up", "kari", "fjord")
        scored(*correct)
        scored("pitch", "sheets", "enter", "kari", "fjord", "5")
        scored("pitch", "sheets", "submit", "kari", "fjord")
        shown = scored("pitch", "sheets", "show", "kari", "fjord").out
        assert "Version 1: submitted 15:00:00" in shown
        assert "Version 2: submitted 15:00:00\n  Why: Feil lag\n  Aim: 5 clear and measurable" in shown

    def test_undo_is_the_judges_own(self, scored: Samling) -> None:
        """Taking back what one judge did leaves the others' sheets; and it is brought forward again."""
        assert "Undone: Kari Nes submitted the sheet for “Holme”" in scored("pitch", "sheets", "undo", "kari").out
        listed = scored("pitch", "sheets", "list", "--json").json
        assert [each["draft"] for each in listed] == [[], [], ["Kari Nes"]]
        scored("pitch", "sheets", "redo", "kari")
        assert scored("pitch", "sheets", "list", "--json").json[2]["submitted"] == ["Kari Nes", "Liv Moe", "Ola Vik"]

    @pytest.mark.parametrize(
        "scores",
        [("6",), ("0",), ("4.5",), ("x",), ("4", "4", "4", "4"), ("nope=3",), ("٤",), ("9" * 5000,)],
    )
    def test_what_is_no_score(self, pitches: Samling, scores: tuple[str, ...]) -> None:
        """Out of the scale, halves, text, too many: refused in words, with nothing written."""
        told = pitches("pitch", "sheets", "enter", "kari", "fjord", "4", *scores, code=2).err
        assert len(told) < 400
        assert pitches("pitch", "sheets", "show", "kari", "fjord", "--json").json == []

    def test_emptying_what_is_empty(self, pitches: Samling) -> None:
        """An empty cell that is emptied makes no sheet, and is told as lacking."""
        assert (
            "lacks scores for: Aim, Change, Result" in pitches("pitch", "sheets", "enter", "kari", "fjord", "aim=").out
        )
        assert pitches("pitch", "sheets", "show", "kari", "fjord").out == "Kari Nes has no sheet for “Fjord”.\n"

    def test_whom_a_judge_does_not_score(self, pitches: Samling) -> None:
        """A recused judge, and a team that withdrew, have no sheet."""
        pitches("judge", "recuse", "kari", "fjord")
        assert "is recused from “Fjord”" in pitches("pitch", "sheets", "enter", "kari", "fjord", "4", code=1).err
        pitches("pitch", "order", "withdraw", "vidde")
        assert "has withdrawn" in pitches("pitch", "sheets", "enter", "kari", "vidde", "4", code=1).err


class TestFromPaper:
    def test_taken_in_and_submitted(self, pitches: Samling, write: Callable[..., str]) -> None:
        """Each row is a submitted sheet; taken in again it changes nothing."""
        file = write("a.csv", HEADS, "Kari Nes;Fjord;4;5;3;Tydelig", "ola;vidde;1;2;3;", "", "Liv Moe;Holme;5;5;5;")
        assert "3 sheets to take in." in pitches("pitch", "sheets", "import", file, "--dry-run").out
        assert "3 sheets taken in and submitted." in pitches("pitch", "sheets", "import", file).out
        said = pitches("pitch", "sheets", "import", file).out
        assert "0 sheets taken in" in said
        assert "Known already, with the same scores: 3." in said
        (sheet,) = pitches("pitch", "sheets", "show", "kari", "fjord", "--json").json
        assert (sheet["scores"], sheet["comment"]) == ({"aim": 4, "change": 5, "result": 3}, "Tydelig")

    def test_other_scores_take_a_reason(self, pitches: Samling, write: Callable[..., str]) -> None:
        """A submitted sheet is corrected by a file only with a reason; the old version stays."""
        pitches("pitch", "sheets", "import", write("a.csv", HEADS, "kari;fjord;4;5;3;"))
        second = write("b.csv", HEADS, "kari;fjord;4;5;4;")
        assert "Say why" in pitches("pitch", "sheets", "import", second, code=1).err
        pitches("pitch", "sheets", "import", second, "--reason", "Lest feil")
        versions = pitches("pitch", "sheets", "show", "kari", "fjord", "--json").json
        assert [(each["version"], each["reason"]) for each in versions] == [(1, ""), (2, "Lest feil")]

    def test_blind_double_entry(self, pitches: Samling, write: Callable[..., str]) -> None:
        """Two typings that differ are listed, and nothing counts until they agree."""
        first = write("a.csv", HEADS, "kari;fjord;4;5;3;", "ola;fjord;1;1;1;")
        second = write("b.csv", "Team;Dommer;result;change;aim", "fjord;kari;3;4;4")
        listed = pitches("pitch", "sheets", "compare", first, second).out
        assert listed == ("Kari Nes, Fjord, Change: 5 and 4\nOla Vik, Fjord: stands in one of the files alone\n")
        assert "Kari Nes, Fjord, Change: 5 and 4" in pitches("pitch", "sheets", "import", first, second, code=1).err
        assert pitches("pitch", "sheets", "list", "--json").json[0]["submitted"] == []
        assert pitches("pitch", "sheets", "compare", first, second, "--json").json[0]["criterion"] == "change"
        assert "The two agree." in pitches("pitch", "sheets", "compare", first, first).out
        pitches("pitch", "sheets", "import", first, first)

    def test_every_fault_is_told_with_its_place(self, pitches: Samling, write: Callable[..., str]) -> None:
        """Unknown names, halves, what lies off the scale and doubled rows are all told, and nothing is taken in."""
        file = write(
            "a.csv",
            HEADS,
            "Ukjent;Fjord;4;5;3;",
            "kari;[red]Bre;4;5;3;",
            "kari;fjord;4,5;6;x;",
            "ola;fjord;4;5;3;",
            "Ola Vik;Fjord;4;5;3;",
            '=HYPERLINK("http://x");fjord;1;1;1;',
            "liv;vidde;\u202e4;1;\x1b[31m1;",
        )
        told = pitches("pitch", "sheets", "import", file, code=3).err
        for place in (
            "row 2, column A",
            "row 3, column B",
            "row 4, column C",
            "row 4, column D",
            "row 4, column E",
            "row 6",
            "row 7, column A",
            "row 8, column C",
            "row 8, column E",
        ):
            assert place in told, place
        assert "\x1b" not in told
        assert all(each["submitted"] == [] for each in pitches("pitch", "sheets", "list", "--json").json)

    def test_an_empty_cell_is_missing(self, pitches: Samling, write: Callable[..., str]) -> None:
        """A sheet that lacks a score is not submitted, and none of the file is taken in."""
        file = write("a.csv", HEADS, "ola;fjord;4;5;3;", "kari;fjord;4;;3;")
        assert "lacks scores for: Change" in pitches("pitch", "sheets", "import", file, code=1).err
        assert pitches("pitch", "sheets", "list", "--json").json[0]["submitted"] == []

    @pytest.mark.parametrize(
        "rows", [("a;b;c", "1;2;3"), ("Dommer;Team", "kari;fjord"), ("",), ("Team;Mål;Endring;Resultat",)]
    )
    def test_a_file_of_something_else(self, pitches: Samling, write: Callable[..., str], rows: tuple[str, ...]) -> None:
        """Columns that are not there are named."""
        pitches("pitch", "sheets", "import", write("a.csv", *rows), code=3)

    def test_no_form_yet(self, samling: Samling, write: Callable[..., str]) -> None:
        """Without a form nothing can be read from a file of sheets; it is said how one is chosen."""
        samling.day()
        assert "samling pitch form use" in samling("pitch", "sheets", "import", write("a.csv", HEADS), code=1).err


class TestTrial:
    def test_it_counts_nowhere(self, pitches: Samling) -> None:
        """The judges score a made-up team, see how far they lie apart, and its sheets are in no result."""
        pitches("pitch", "trial", "begin")
        pitches("pitch", "sheets", "enter", "kari", "trial", "5", "2", "3")
        pitches("pitch", "sheets", "enter", "ola", "trial", "2", "2", "3")
        shown = pitches("pitch", "trial", "show").out
        assert "2 sheets have come in." in shown
        assert "3 steps apart" in shown
        assert pitches("pitch", "trial", "show", "--json").json["criteria"][0] == {
            "criterion": "aim",
            "given": {"2": 1, "5": 1},
            "width": 3,
        }
        pitches("pitch", "trial", "end")
        assert "not on the list" in pitches("pitch", "sheets", "enter", "kari", "trial", "1", code=1).err
        assert {each["sheets"] for each in pitches("pitch", "results", "--json").json["teams"]} == {0}
        assert pitches("pitch", "protocol", "--format", "json").json["sheets"] == []
