"""Kill -9 at any moment: what stood on the screen when a window died is in the file, and the clocks go on as they were.

Round after round all kinds of windows, and a command, are killed in the middle of what they do; what each had on its
last picture is looked up in the file with plain SQL. `SAMLING_LONG=1` kills five hundred times instead of thirty.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest

from test_day import samling

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal
    from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

KILLS = 500 if os.environ.get("SAMLING_LONG") == "1" else 30
KILLS_A_ROUND = 5  # control, timekeeper, judge, projector and a command
PATIENCE = 30.0  # seconds until windows that open beside each other on a busy machine have opened
TEAMS = ("Fallskjermen", "Rett hjem", "Pusterommet")
CRITERIA = {"Aim": "aim", "Change": "change", "Result": "result"}


@dataclass(frozen=True)
class Saved:
    """What the file says: the end of the running block, the judge's scores by criterion, and the teams' names."""

    end: str
    scores: dict[str, int]
    teams: frozenset[str]


def saved(file: Path) -> Saved:
    """Read what is saved, without samling."""
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        ((started, planned, added),) = database.execute(
            "SELECT started_at, planned_seconds, added_seconds FROM block WHERE state = 'running'"
        )
        end = datetime.fromisoformat(started) + timedelta(seconds=planned + added + 30)  # shown to the nearest minute
        scores = dict(database.execute("SELECT criterion_id, value FROM score WHERE judge_id = 1"))
        teams = frozenset(name for (name,) in database.execute("SELECT name FROM team"))
    return Saved(f"{end.astimezone(ZoneInfo('Europe/Oslo')):%H:%M}", scores, teams)


def minutes(clock: str) -> int:
    """Return a clock time as minutes since midnight."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def end_shown(window: Terminal) -> str:
    """The end of the running block as it stands on the screen."""
    found = re.search(r"ends (\d\d:\d\d)", window.text)
    assert found, window.text
    return found[1]


def scores_shown(window: Terminal) -> dict[str, int]:
    """The scores on the judge's sheet as they stand on the screen."""
    rows = (re.match(r"[▌ ] (\w+) .*%.*\[(\d)\]", line) for line in window.lines())
    return {CRITERIA[row[1]]: int(row[2]) for row in rows if row}


@pytest.fixture
def file(open_terminal: OpenTerminal, tmp_path: Path) -> Path:
    """A demo in the middle of its day, with one judge and three teams that pitch."""
    file = tmp_path / "samling.db"
    terminal = open_terminal("--db", str(file), "demo")
    terminal.wait_for("Tiltak")
    terminal.send("q")
    assert terminal.wait_exit() == 0
    samling(tmp_path, "judge", "add", "Åse Dal")
    samling(tmp_path, "pitch", "form", "use", "short")
    samling(tmp_path, "pitch", "order", "set", *TEAMS)
    return file


class Room:
    """All kinds of windows open on one file, and what is typed in them."""

    def __init__(self, open_terminal: OpenTerminal, file: Path) -> None:
        """Open the windows, all at once."""
        self.file = file
        self.control = open_terminal(size=(120, 40))
        self.timer = open_terminal("timer")
        self.judge = open_terminal("judge", "--name", "åse")
        self.projector = open_terminal("screen")
        before = saved(file)
        for window in (self.control, self.timer):
            window.wait_for(f"ends {before.end}", PATIENCE)
        self.judge.wait_for(lambda window: scores_shown(window) == before.scores, PATIENCE)
        self.projector.wait_for("Fjordhelse", PATIENCE)

    def type(self, step: str, keys: tuple[int, int], score: int) -> None:
        """Press the key of a minute more or less so often in the two windows that have it, and score each criterion."""
        self.control.send(step * keys[0])
        self.timer.send(step * keys[1])
        self.judge.press("home", *str(score) * len(CRITERIA))

    def come_to_rest(self, end: int, score: int) -> dict[str, Any]:
        """Wait until all that was typed stands on the screens; return the day's figures then, as of twelve."""
        for window in (self.control, self.timer):
            window.wait_for(lambda window: minutes(end_shown(window)) == end)
        self.judge.wait_for(lambda window: scores_shown(window) == dict.fromkeys(CRITERIA.values(), score))
        return status(self.file)

    def close(self) -> None:
        """Let go of the terminals."""
        for window in (self.control, self.timer, self.judge, self.projector):
            window.close()

    def kill(self, rng: Random) -> None:
        """Kill every window, each at a moment of its own."""
        windows = [self.control, self.timer, self.judge, self.projector]
        rng.shuffle(windows)
        for window in windows:
            pass_time(rng.uniform(0, 0.03))
            window.kill(signal.SIGKILL)
        for window in windows:
            assert window.wait_exit() == -signal.SIGKILL


def status(file: Path) -> dict[str, Any]:
    """Return all figures of the day as of twelve o'clock."""
    found: dict[str, Any] = json.loads(samling(file.parent, "--at", "12:00", "status", "--json"))
    return found


def pass_time(seconds: float) -> None:
    """Let time pass, so that a kill falls anywhere in what is being done."""
    threading.Event().wait(seconds)


class Command:
    """A command that adds a team and is killed, perhaps before it has."""

    def __init__(self, file: Path, team: str) -> None:
        self.team = team
        self._running = subprocess.Popen(
            [sys.executable, "-m", "samling", "--lang", "en", "--db", str(file), "team", "add", team],
            stdout=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
        )

    def kill(self, seconds: float) -> bool:
        """Kill it after so long; return whether it had said that the team was added."""
        pass_time(seconds)
        self._running.kill()
        return self.team in self._running.communicate()[0]


def check_room(room: Room, before: Saved, after: Saved, sent: int, score: int) -> int:
    """Compare what stood in the windows with the file; return how many of the minutes that were sent stood there."""
    least, most = sorted((minutes(before.end), minutes(before.end) + sent))
    assert least <= minutes(after.end) <= most
    shown = [minutes(end_shown(window)) - minutes(before.end) for window in (room.control, room.timer)]
    for minute in shown:
        assert 0 <= minute / sent <= (minutes(after.end) - minutes(before.end)) / sent, (shown, before, after)
    for criterion, given in scores_shown(room.judge).items():
        assert after.scores[criterion] == score or after.scores[criterion] == given == before.scores[criterion]
    return max(map(abs, shown))


def test_what_stood_on_the_screen_is_in_the_file(open_terminal: OpenTerminal, file: Path) -> None:
    """Killed in the middle of anything, no window and no command has told of something that is not in the file.

    In every third round all is let come to rest first. Then nothing may be missing at all, and all figures of the day
    at one and the same instant are what they were.
    """
    rng, stood = Random(9), 0
    for number in range(KILLS // KILLS_A_ROUND):
        room, before = Room(open_terminal, file), saved(file)
        keys, score, sign = (rng.randrange(1, 5), rng.randrange(1, 5)), number % 5 + 1, 1 - number % 2 * 2
        command = Command(file, f"Team {number}")
        room.type("+" if sign > 0 else "-", keys, score)
        if number % 3 == 0:
            still = room.come_to_rest(minutes(before.end) + sign * sum(keys), score)
            room.kill(rng)
            assert status(file) == still
        else:
            pass_time(rng.uniform(0, 0.1))
            room.kill(rng)
        said = command.kill(rng.uniform(0, 0.4))
        after = saved(file)
        stood += check_room(room, before, after, sign * sum(keys), score)
        assert command.team in after.teams or not said
        if number % 3 == 0:
            assert minutes(after.end) - minutes(before.end) == sign * sum(keys)
        room.close()
    assert stood > KILLS // KILLS_A_ROUND, "some of what was typed stood on the screens before they died"


SHELL = """
sh -c 'echo $$ > "$HOME/number"; exec "$0" -m samling demo' "$0"; echo "ended with $?"
"$0" -m samling demo; echo "closed with $?"
read line; echo "read $line"
"""


def test_the_terminal_afterwards(open_terminal: OpenTerminal, tmp_path: Path) -> None:
    """The next window that is opened and closed in the terminal of a killed one leaves it as a shell needs it.

    Nobody can tidy up in the moment of a kill -9: until then the terminal shows the window's last picture, echoes
    nothing and sends what the mouse does. (Most shells put the echo right by themselves, and `reset` does it all.)
    """
    shell = open_terminal(program=("/bin/sh", "-c", SHELL, sys.executable), env={"SAMLING_DB": ""})
    shell.wait_for("Tiltak")
    os.kill(int((tmp_path / "number").read_text()), signal.SIGKILL)
    shell.wait_for(f"ended with {128 + signal.SIGKILL}")
    shell.wait_for(lambda window: "ended with" not in window.text and "Tiltak" in window.text)
    shell.send("q")
    shell.wait_for("closed with 0")
    assert shell.is_cooked
    assert not shell.private_modes & {1000, 1003, 1049, 2004}
    shell.send("hei\r")
    shell.wait_for("read hei")
