"""The story of sharing: teams from a spreadsheet, who is here, a draw, one team missing, and the next gathering."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import combinations
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from conftest import OpenTerminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

TEAMS = {
    "Fjord": "Fjordhelse",
    "Vidde": "Fjordhelse",
    "Elv": "Viddehelse",
    "Skjær": "Viddehelse",
    "Tind": "Bygda kommune",
    "Ås": "Bygda kommune",
}
"""Six teams of three organisations: with one missing, five can share once without a repeat after a round of six."""

Pairs = set[frozenset[str]]


class Laptop:
    """The facilitator's laptop: one file, whatever the command."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "samling.db"

    def __call__(self, *arguments: str) -> str:
        """Run a command to its good end and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "samling", "--lang", "en", "--db", str(self.file), *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever it is
        """Run a command and read what it printed as JSON."""
        return json.loads(self(*arguments, "--json"))

    def tables(self) -> list[list[str]]:
        """Who sits together in the block that shares now or next."""
        tables = self.json("groups", "show")["tables"]
        return [[each["name"] for each in table["members"]] for table in tables if table["members"]]


def met(tables: Iterable[Iterable[str]]) -> Pairs:
    """Return who meets whom."""
    return {frozenset(pair) for table in tables for pair in combinations(table, 2)}


@pytest.fixture
def laptop(tmp_path: Path) -> Laptop:
    """A network with a gathering today that has a sharing block, and nobody in it yet."""
    found = Laptop(tmp_path)
    found("network", "new", "Nettverk Nord")
    found("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00")
    found("agenda", "add", "Deling på tvers", "--minutes", "45", "--kind", "sharing")
    return found


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """The organisers' list as Norwegian Excel saves it: a title over the headings, Windows-1252, semicolons."""
    rows = ["Påmeldte team;;;", "Teamnavn;Foretak;Deltakere;Måleansvarlig"]
    rows += [f"{name};{owner};Kari {name}, Ola {name}, Per {name};Åse {name}" for name, owner in TEAMS.items()]
    file = tmp_path / "påmelding.csv"
    file.write_bytes("\r\n".join(rows).encode("cp1252"))
    return file


def test_the_whole_story(open_terminal: OpenTerminal, laptop: Laptop, sheet: Path) -> None:
    """From the spreadsheet to the second gathering nobody is lost, nobody is doubled and nobody meets again."""
    laptop("team", "import", str(sheet))
    laptop("team", "import", str(sheet))
    assert {team["name"] for team in laptop.json("team", "list")["teams"]} == set(TEAMS)

    control = open_terminal(size=(120, 40))
    control.wait_for("Deling på tvers")
    control.send("k")
    control.wait_for("0 of 6 teams")
    for number in range(1, 7):
        control.send("t")
        control.wait_for(f"{number} of 6 teams")
        if number < 6:
            control.press("down", "down", "down", "down", "down")
    control.wait_for("24 of 24 people")
    control.press("escape")
    control.wait_for("Press n to start it")

    control.send("G")
    control.wait_for("Draw")
    control.send("d")
    control.wait_for("No repeats: cannot be better.")
    drawn = laptop.tables()
    assert sorted(map(len, drawn)) == [2, 2, 2]
    assert {name for table in drawn for name in table} == set(TEAMS)

    projector = open_terminal("screen", size=(120, 40))
    projector.wait_for("Nettverk Nord")
    control.send("A")
    projector.wait_for(lambda screen: "page 1 of 2" in screen.text or "Table 1" in screen.text)

    laptop("roll", "left", "--team", "Tind")
    control.wait_for("Tind")
    assert "Tind" in laptop("groups", "repair")
    assert laptop.tables() == drawn, "a proposal changes nothing"
    laptop("groups", "repair", "--apply")
    repaired = laptop.tables()
    assert {name for table in repaired for name in table} == set(TEAMS) - {"Tind"}
    assert sorted(map(len, repaired)) == [2, 3]
    left_alone = next(name for table in drawn if "Tind" in table for name in table if name != "Tind")
    assert [set(table) - {left_alone} in map(set, drawn) for table in repaired] == [True, True], "one team moves"

    laptop("groups", "undo")
    assert laptop.tables() == drawn
    laptop("groups", "redo")

    laptop("gathering", "new", "--date", "2026-10-14", "--start", "09:00", "--end", "13:00")
    laptop("agenda", "add", "Deling på tvers", "--minutes", "30", "--kind", "sharing")
    laptop("groups", "draw", "--seed", "3")
    found = laptop.json("groups", "show")
    assert found["repeats"] == 0
    assert not met(laptop.tables()) & met(repaired)
