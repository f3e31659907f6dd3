"""`samling expectation`: what the teams expect, from the kick-off to the evaluation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from workbooks import xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling


@pytest.fixture
def teams(samling: Samling) -> Samling:
    """A day with two teams."""
    samling.day()
    for name in ("Fallskjermen", "Matgleden"):
        samling("team", "add", name)
    return samling


def listed(samling: Samling) -> list[tuple[str, str | None, str | None]]:
    """What every team expects."""
    return [
        (each["team"]["name"], each["text"], each["verdict"]) for each in samling("expectation", "list", "--json").json
    ]


def test_from_the_kick_off_to_the_end(teams: Samling) -> None:
    """A line is written down and ticked off; both are taken back in their order."""
    teams("expectation", "add", "fall", "Lære å måle")
    teams("expectation", "mark", "fall", "partly")
    assert listed(teams) == [("Fallskjermen", "Lære å måle", "partly"), ("Matgleden", None, None)]
    assert "◐ Fallskjermen: Lære å måle (partly fulfilled)" in teams("expectation", "list").out
    teams("expectation", "undo")
    assert listed(teams)[0][2] is None
    teams("expectation", "redo")
    teams("expectation", "mark", "fall", "none")
    teams("expectation", "remove", "fall")
    assert listed(teams)[0][1] is None


@pytest.mark.parametrize("form", ["xlsx", "csv", "txt"])
def test_from_a_file(teams: Samling, tmp_path: Path, form: str) -> None:
    """A spreadsheet, a table in text and lines with colons say the same."""
    rows = (("Team", "Forventning"), ("Fallskjermen", "Lære å måle"), ("Matgleden", "Mer tid"))
    contents = {
        "xlsx": xlsx(rows),
        "csv": "\n".join(map(";".join, rows)).encode(),
        "txt": "\n".join(map(": ".join, rows[1:])).encode(),
    }
    path = tmp_path / f"list.{form}"
    path.write_bytes(contents[form])
    teams("expectation", "import", str(path), "--dry-run")
    assert listed(teams)[0][1] is None
    teams("expectation", "import", str(path))
    assert [text for _team, text, _verdict in listed(teams)] == ["Lære å måle", "Mer tid"]
    teams("expectation", "undo")
    assert listed(teams)[1][1] is None


def test_bad_input(teams: Samling, tmp_path: Path) -> None:
    """Unknown teams, empty and endless lines, other verdicts and files with faults are refused; nothing is kept."""
    teams("expectation", "add", "nattugla", "Kaffe", code=1)
    teams("expectation", "add", "fall", " ", code=1)
    teams("expectation", "add", "fall", "x" * 10_000, code=2)
    teams("expectation", "mark", "fall", "met", code=1)
    teams("expectation", "mark", "fall", "nearly", code=2)
    teams("expectation", "remove", "fall", code=1)
    path = tmp_path / "list.csv"
    path.write_text("Fallskjermen;Mer tid\nNattugla;Kaffe\nMatgleden;\n", encoding="utf-8")
    said = teams("expectation", "import", str(path), code=3)
    assert "row 2" in said.err
    assert "row 3" in said.err
    assert listed(teams)[0][1] is None


def test_in_the_report(teams: Samling) -> None:
    """The report of the day lists them with their ticks."""
    teams("expectation", "add", "fall", "Lære å måle")
    teams("expectation", "mark", "fall", "met")
    teams("agenda", "start")
    said = teams("gathering", "report").out
    assert "Lære å måle" in said
    assert "fulfilled" in said


def test_control_characters(teams: Samling) -> None:
    """A line commands no terminal."""
    teams("expectation", "add", "fall", "Rødt\x1b[31m [red]lys[/red]")
    assert listed(teams)[0][1] == "Rødt[31m [red]lys[/red]"
