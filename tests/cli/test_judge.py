"""`samling judge`: who judges, and whom each of them does not score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
import pytest

from samling.domain.pitching.judge import Judge
from samling.domain.pitching.pin import check

if TYPE_CHECKING:
    from commands import Samling


@pytest.fixture
def jury(samling: Samling) -> Samling:
    """Two teams, one of them of Fjordhelse, and Kari of Fjordhelse as a judge."""
    samling.day()
    samling("team", "add", "Fjord", "--organisation", "Fjordhelse")
    samling("team", "add", "Vidde", "--organisation", "Viddehelse")
    samling("judge", "add", "Kari Nes", "--organisation", "  fjordHELSE ")
    return samling


class TestJudges:
    def test_the_own_organisation_is_proposed(self, jury: Samling) -> None:
        """A judge is recused from the teams of the same organisation by itself, and it is said when one is added."""
        said = jury("judge", "add", "Ola Vik", "--organisation", "Viddehelse").out
        assert said == "Added the judge Ola Vik\nRecused from: Vidde\n"
        assert [each["recused"] for each in jury("judge", "list", "--json").json] == [["Fjord"], ["Vidde"]]

    def test_declared_and_waived(self, jury: Samling) -> None:
        """Others are declared; one of the own organisation is waived for a reason alone."""
        jury("judge", "recuse", "kari", "vidde", "--reason", "Veileder")
        assert jury("judge", "list", "--json").json[0]["recused"] == ["Fjord", "Vidde"]
        assert "own organisation" in jury("judge", "waive", "kari", "fjord", code=1).err
        jury("judge", "waive", "kari", "fjord", "--reason", "Byttet jobb i vår")
        jury("judge", "waive", "kari", "vidde")
        assert jury("judge", "list").out == "Kari Nes · fjordHELSE\n"

    def test_changed_and_removed(self, jury: Samling) -> None:
        """A name is changed, a vote taken; a judge without sheets is taken away, one with sheets stays."""
        jury("judge", "edit", "kari", "--name", "Kari Moe", "--organisation", "", "--no-vote")
        assert jury("judge", "list").out == "Kari Moe · no vote\n"
        jury("pitch", "form", "use", "short")
        jury("pitch", "order", "draw")
        jury("pitch", "sheets", "enter", "kari", "fjord", "4")
        assert "has filled in sheets" in jury("judge", "remove", "kari", code=1).err
        jury("judge", "add", "Ola")
        jury("judge", "remove", "ola")
        assert [each["name"] for each in jury("judge", "list", "--json").json] == ["Kari Moe"]

    def test_the_same_name_twice(self, jury: Samling) -> None:
        """Two judges of one name could not be told apart."""
        assert "already" in jury("judge", "add", "kari  NES", code=1).err
        assert "may be" in (jury("judge", "add", "Kari Moe"), jury("judge", "remove", "kari", code=1))[1].err

    @pytest.mark.parametrize("name", ["", "   ", "\x1b\x07", "x" * 10_000])
    def test_names_that_are_none(self, jury: Samling, name: str) -> None:
        """Empty, commanding or endless names are refused in words."""
        jury("judge", "add", name, code=2)
        assert len(jury("judge", "list", "--json").json) == 1

    def test_markup_stays_text(self, jury: Samling) -> None:
        """What looks like markup or an escape is shown as it was typed, without what commands a terminal."""
        jury("judge", "add", "[red]Siv[/red]\x1b[5m Ås\u202e")
        assert "[red]Siv[/red][5m Ås" in jury("judge", "list").out

    def test_it_says_what_to_do(self, samling: Samling) -> None:
        """Without judges the list names the command; without a gathering the one that makes it."""
        assert "samling network new" in samling("judge", "list", code=1).err
        samling.day()
        assert "samling judge add" in samling("judge", "list").out
        assert "samling judge list" in samling("judge", "edit", "kari", "--no-vote", code=1).err
        samling("judge", "edit", "kari", code=2)


class TestPin:
    def test_kept_as_a_digest_and_never_logged(self, jury: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """A PIN is asked for, checked afterwards, and stands in no log; it can be taken away."""
        monkeypatch.setattr(click, "prompt", lambda *_words, **_options: "2468")
        jury("judge", "pin", "kari")
        assert "has a PIN" in jury("judge", "list").out
        log = jury("log", "--json").out
        assert "2468" not in log
        assert "pin" not in log
        jury("judge", "pin", "kari", "--clear")
        assert not jury("judge", "list", "--json").json[0]["pin"]
        check(Judge("Kari"), "anything")

    def test_a_pin_that_is_none(self, jury: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """Letters, too few or other digits than ours are refused."""
        for typed in ("123", "abcd", "1" * 13, "٤٤٤٤"):
            monkeypatch.setattr(click, "prompt", lambda *_words, typed=typed, **_options: typed)
            jury("judge", "pin", "kari", code=2)
