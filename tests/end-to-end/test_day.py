"""The whole programme in a real terminal: opened, typed at, killed, opened again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from conftest import OpenTerminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")


LONG_MESSAGE = "Oda fra Havnvik " * 20
"""Too long for the projector's large letters, so that it stands as plain text in the terminal."""


def samling(folder: Path, *arguments: str, code: int = 0) -> str:
    """Run a headless command on the test's database and return what it printed."""
    done = subprocess.run(
        [sys.executable, "-m", "samling", "--lang", "en", "--db", str(folder / "samling.db"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == code, done.stderr
    return done.stdout


def status(folder: Path) -> dict[str, Any]:
    """Return `samling status --json`."""
    found: dict[str, Any] = json.loads(samling(folder, "status", "--json"))
    return found


def running(found: Mapping[str, Any]) -> dict[str, Any]:
    """The running block of a status."""
    block: dict[str, Any] = found["blocks"][found["gathering"]["current"] - 1]
    return block


@pytest.fixture
def demo(open_terminal: OpenTerminal, tmp_path: Path) -> Path:
    """A demo in the test's own file, made by opening it once and closing it."""
    terminal = open_terminal("--db", str(tmp_path / "samling.db"), "demo")
    terminal.wait_for("Tiltak")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    return tmp_path


def test_demo_leaves_nothing_behind(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """`samling demo` opens in the middle of gathering 2, says that it is a demo, and takes its file with it."""
    terminal = open_terminal("demo", env={"SAMLING_DB": ""})
    terminal.wait_for("Fjordhelse")
    terminal.wait_for("Tiltak")
    assert "DEMO" in terminal.text
    terminal.send("q")
    assert terminal.wait_exit() == 0
    assert terminal.is_cooked
    assert not list(tmp_path.glob("samling-demo-*"))


def test_a_closed_terminal_takes_the_demo_with_it(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """When the terminal is closed under the demo, its temporary file goes too."""
    terminal = open_terminal("demo", env={"SAMLING_DB": ""})
    terminal.wait_for("Tiltak")
    assert list(tmp_path.glob("samling-demo-*"))
    terminal.hang_up()
    terminal.wait_exit()
    assert not list(tmp_path.glob("samling-demo-*"))


def test_killed_and_opened_again(open_terminal: OpenTerminal, demo: Path) -> None:
    """What was acknowledged on the screen is there after kill -9, at the same place and with the same figures."""
    first = open_terminal(size=(120, 40))
    first.wait_for("Tiltak")
    first.send("+")
    first.wait_for("Saved")
    first.send("p")
    first.wait_for("Paused")
    before = running(status(demo))
    first.kill(signal.SIGKILL)

    second = open_terminal(size=(120, 40))
    second.wait_for("Paused")
    after = running(status(demo))
    assert (after["state"], after["added_seconds"]) == ("paused", 60)
    for figure in ("elapsed_seconds", "remaining_seconds", "started_at"):
        assert after[figure] == before[figure]


def test_the_projector_follows(open_terminal: OpenTerminal, demo: Path) -> None:
    """A message written in one process stands on the projector of another, and black-out turns it black."""
    projector = open_terminal("screen", size=(120, 40))
    projector.wait_for("Fjordhelse")
    samling(demo, "screen", "show", "black")
    projector.wait_for(lambda screen: "Fjordhelse" not in screen.text)
    samling(demo, "screen", "message", LONG_MESSAGE)
    projector.wait_for("Fjordhelse")
    projector.wait_for("Oda fra Havnvik")


def test_the_timekeeper_and_the_control_window_agree(open_terminal: OpenTerminal, demo: Path) -> None:
    """A pause from the timekeeper's window shows in the control window."""
    control = open_terminal(size=(120, 40))
    control.wait_for("Tiltak")
    timer = open_terminal("timer")
    timer.wait_for("Tiltak")
    timer.send("p")
    control.wait_for("Paused")
    assert running(status(demo))["state"] == "paused"


def test_a_double_press_asks(open_terminal: OpenTerminal, demo: Path) -> None:
    """Next twice within a second starts one block; the second press asks before it leaves it."""
    control = open_terminal(size=(120, 40))
    control.wait_for("Tiltak")
    control.send("n")
    control.wait_for("Went on to “Deling på tvers”")
    control.send("n")
    control.wait_for("Leave “Deling på tvers” already?")
    control.press("escape")
    control.wait_for(lambda screen: "already?" not in screen.text)
    assert status(demo)["gathering"]["current"] == 6


def test_an_empty_start_is_guided(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """With no database the window asks for network, programme and day, and opens the agenda it has made of them."""
    control = open_terminal(size=(120, 40))
    control.wait_for("Welcome to samling")
    control.send("Tørn kull 3")
    control.press("enter")
    control.wait_for("What is the day made from?")
    control.wait_for("Stopp og forstå")
    control.press("down", "enter")
    control.wait_for("When is it?")
    control.press("enter")
    control.wait_for("Kraftfeltanalyse")
    made = status(tmp_path)
    assert made["network"]["name"] == "Tørn kull 3"
    assert made["gathering"]["state"] == "not_started"


def test_standing_still(open_terminal: OpenTerminal, demo: Path) -> None:
    """A projector that was stopped for a while shows what is true as soon as it goes on."""
    projector = open_terminal("screen", size=(120, 40))
    projector.wait_for("Fjordhelse")
    os.kill(projector.pid, signal.SIGSTOP)
    subprocess.run([sys.executable, "-c", "import threading; threading.Event().wait(2.5)"], check=True)
    samling(demo, "screen", "message", LONG_MESSAGE)
    os.kill(projector.pid, signal.SIGCONT)
    projector.wait_for("Oda fra Havnvik")


def test_a_file_that_vanishes_is_said(open_terminal: OpenTerminal, demo: Path) -> None:
    """When the file is taken away under an open window, the window says so instead of showing figures."""
    control = open_terminal(size=(120, 40))
    control.wait_for("Tiltak")
    (demo / "samling.db").rename(demo / "moved.db")
    control.wait_for("Nothing is saved any longer")


CRASH = """
from samling.cli.main import main
from samling.tui.control.screen import ControlScreen

def fail(*_arguments):
    raise ValueError("made by the test")

ControlScreen.action_command = fail
main()
"""


def test_a_bug_is_a_sentence(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """A window that meets a bug closes with a sentence and keeps the details in a file: no traceback is shown."""
    script = tmp_path / "crash.py"
    script.write_text(CRASH, encoding="utf-8")
    terminal = open_terminal("--lang", "en", "demo", program=(sys.executable, str(script)), env={"SAMLING_DB": ""})
    terminal.wait_for("Tiltak")
    terminal.send("n")
    assert terminal.wait_exit() == 1
    terminal.wait_for("a fault of its own: ValueError")
    assert "Traceback" not in terminal.text
    assert "made by the test" in (tmp_path / "samling-fault.txt").read_text(encoding="utf-8")


def test_no_terminal(tmp_path: Path) -> None:
    """Without a terminal the window says what it needs, with exit code 1 and no traceback."""
    done = subprocess.run(
        [sys.executable, "-m", "samling", "--lang", "en", "--db", str(tmp_path / "x.db")],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 1
    assert "needs a terminal" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "x.db").exists()


def test_bokmaal(open_terminal: OpenTerminal, demo: Path) -> None:
    """Under a Norwegian locale the window speaks bokmål."""
    control = open_terminal(size=(120, 40), env={"LANG": "nb_NO.UTF-8"})
    control.wait_for("min forsinket")
    assert "ferdig" in control.text
    assert demo.exists()
