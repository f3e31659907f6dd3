"""A day that starts late and ends on time, and a round that outlives its window, in a real terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from making import at
from samling.domain.clockset import DemoTime
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.team import Team
from samling.session import Session
from samling.store import clocks
from samling.store.database import Database, create

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal
    from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

BLOCKS = (
    ("Innledning", 10, Kind.OPENING),
    ("Tid til å jobbe i teamene", 30, Kind.TEAMWORK),
    ("Pause", 10, Kind.BREAK),
    ("Framdrift", 10, Kind.PLANNING),
)


@pytest.fixture
def day(tmp_path: Path) -> Path:
    """A day from 15:00, promised to end at 16:00, in a file with a clock of its own."""
    path = tmp_path / "samling.db"
    create(path)
    with closing(Session(Database(path), lambda: at("14:00"), "test")) as session:
        session.new_network("Fjordhelse", "Europe/Oslo")
        session.new_gathering(title="Dagen", start=at("15:00"), end=at("16:00"), programme=None)
        for title, minutes, kind in BLOCKS:
            session.do("add", change=BlockChange(title=title, planned_seconds=minutes * 60, kind=kind))
        session.do("edit", position=2, change=BlockChange(flexible=True))
        session.do("edit", position=4, change=BlockChange(protected=True))
        for name in ("Havnvik", "Bergvik", "Fjellvik"):
            session.do("team-add", team=Team(name))
    return tmp_path


def set_clock(folder: Path, shows: str) -> None:
    """Let the file's clock show this time from now on, for every process that opens it."""
    with closing(Database(folder / "samling.db")) as database, database.writing():
        clocks.keep_demo_time(database, DemoTime(datetime.now(UTC), at(shows), 1.0))


def command(folder: Path, *arguments: str) -> str:
    """Run a headless command on the day's file and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "samling", "--lang", "en", "--db", str(folder / "samling.db"), *arguments],
        capture_output=True,
        text=True,
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return done.stdout


def status(folder: Path) -> dict[str, Any]:
    """Return `samling status --json`."""
    found: dict[str, Any] = json.loads(command(folder, "status", "--json"))
    return found


def opened(open_terminal: OpenTerminal, folder: Path, shows: str) -> Terminal:
    """Open the control window when the clock shows this time."""
    set_clock(folder, shows)
    control = open_terminal(size=(120, 40))
    control.wait_for("Dagen")
    return control


def close(control: Terminal) -> None:
    """Close the window."""
    control.send("q")
    assert control.wait_exit() == 0


def test_late_and_on_time(open_terminal: OpenTerminal, day: Path) -> None:
    """Started 12 minutes late and put right, late again and put right, early and given back: done at 16:00."""
    control = opened(open_terminal, day, "15:11:50")
    control.send("n")
    control.wait_for("The day ends 12 min after it was promised")
    control.send("v")
    control.wait_for("Take 12 min from Tid til å jobbe i teamene (30 to 18): done 16:00")
    control.send("1")
    control.wait_for("done 16:00 · promised 16:00")
    close(control)

    control = opened(open_terminal, day, "15:26:45")
    control.send("n")
    control.wait_for("5 min after it was promised")
    control.send("v")
    control.wait_for("Day done")
    before = status(day)["blocks"]
    control.send("1")
    control.wait_for("done 16:00 · promised 16:00")
    after = status(day)["blocks"]
    assert before != after
    control.send("u")
    control.wait_for("5 min after it was promised")
    assert [each["added_seconds"] for each in status(day)["blocks"]] == [each["added_seconds"] for each in before]
    control.send("U")
    control.wait_for("done 16:00 · promised 16:00")
    close(control)

    control = opened(open_terminal, day, "15:34:45")
    control.send("n")
    control.wait_for("to spare")
    control.send("v")
    control.wait_for("back to Pause")
    spare = status(day)["gathering"]["slack_seconds"]
    control.send("1")
    control.wait_for("Re-planned: Give")
    assert 0 <= status(day)["gathering"]["slack_seconds"] < spare
    close(control)

    control = opened(open_terminal, day, "15:49:45")
    control.send("n")
    control.wait_for("Framdrift")
    close(control)
    control = opened(open_terminal, day, "15:59:58")
    control.send("n")
    control.wait_for("The gathering is over")
    control.wait_for("Day report")
    close(control)
    found = status(day)["gathering"]
    assert abs(found["slack_seconds"]) < 30
    report = command(day, "gathering", "report")
    assert "as promised" in report
    assert "Take 12 min from Tid til å jobbe i teamene" in report
    assert (day / "samling-report-2026-09-16.html").exists()


def test_a_round_outlives_its_window(open_terminal: OpenTerminal, day: Path) -> None:
    """Killed in the middle of a turn, the window opens on the same turn with the same figures, paused or not."""
    command(day, "agenda", "round", "1")
    control = opened(open_terminal, day, "15:00")
    control.send("n")
    control.wait_for("A round of 3 teams")
    control.send(".")
    control.wait_for("1 of 3 · Havnvik")
    control.send("p")
    control.wait_for("Paused")
    before = status(day)["blocks"][0]["turns"]
    control.kill(signal.SIGKILL)

    again = opened(open_terminal, day, "15:06")
    again.wait_for("1 of 3 · Havnvik")
    assert status(day)["blocks"][0]["turns"] == before
    again.send("p")
    again.wait_for("Resumed")
    again.send(".")
    again.wait_for("2 of 3 · Bergvik")
    projector = open_terminal("screen", size=(120, 40))
    projector.wait_for("left in all")
    timer = open_terminal("timer", size=(80, 24))
    timer.wait_for("Then Fjellvik")
    timer.send(".")
    again.wait_for("3 of 3 · Fjellvik")
