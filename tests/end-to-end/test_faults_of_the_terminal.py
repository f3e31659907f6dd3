"""What a terminal may do to a window: stop it, hang up, shrink, know few colours or no UTF-8."""

from __future__ import annotations

import signal
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from opened import new_pitches, open_session
from samling.clock import true_now
from samling.domain.localtime import clock, to_local

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from conftest import OpenTerminal
    from terminal import Terminal

WINDOWS = {"control": (), "screen": ("screen",), "timer": ("timer",), "judge": ("judge", "--name", "Judge 1")}
SHOWS = {"control": "Running · block 1", "screen": "ends ", "timer": "ends ", "judge": "Sykehus 1"}
"""What stands in each window once it has drawn the running block, or the first team's sheet."""

_SHIFTED = Path(__file__).parent / "shifted.py"
_STILL = 600
_PROMPT = 0.3

every_window = pytest.mark.parametrize("window", WINDOWS)


@pytest.fixture
def started(tmp_path: Path) -> datetime:
    """When the first block of ten minutes, and the first team's pitch, started."""
    started = true_now()
    with closing(open_session(tmp_path / "samling.db", lambda: started)) as session:
        new_pitches(session)
        session.do("start")
        session.do("pitch-start")
    return started


@pytest.fixture
def shift(tmp_path: Path) -> Path:
    """The file with the seconds by which the machine's clocks are moved."""
    file = tmp_path / "shift"
    file.write_text("0", encoding="ascii")
    return file


def is_whole(path: Path) -> bool:
    """Whether the database can be opened and SQLite's own check finds nothing wrong with it."""
    with closing(open_session(path, true_now)) as session:
        return session._database.health() == []


class TestStopped:
    """A window that has stood still, as on a laptop that sleeps, shows what is true as soon as it runs again."""

    @every_window
    def test_the_figures_are_right_at_once(
        self, open_terminal: OpenTerminal, window: str, started: datetime, shift: Path
    ) -> None:
        """After ten minutes each clock shows ten minutes more: at best within 0.3 s (the machine may be busy)."""
        terminal = open_terminal(*WINDOWS[window], program=(sys.executable, str(_SHIFTED), str(shift)), size=(100, 30))
        terminal.wait_for(SHOWS[window])
        delays = [still(terminal, window, started, shift, rounds * _STILL) for rounds in (1, 2, 3)]
        assert min(delays) < _PROMPT


def still(terminal: Terminal, window: str, started: datetime, shift: Path, seconds: int) -> float:
    """Stop the window until the clocks show so many seconds more; return how long it takes to be right after that."""
    terminal.kill(signal.SIGSTOP)
    shift.write_text(str(seconds), encoding="ascii")
    since = time.monotonic()
    terminal.kill(signal.SIGCONT)
    return terminal.wait_for(lambda each: is_right(each, window, started, _then(each, seconds))) - since


def _then(terminal: Terminal, seconds: int) -> datetime:
    """What the moved clocks showed when the newest output arrived."""
    return true_now() - timedelta(seconds=time.monotonic() - terminal.arrived) + timedelta(seconds=seconds)


def is_right(terminal: Terminal, window: str, started: datetime, now: datetime) -> bool:
    """Whether a window shows this moment, to the second where it shows seconds."""
    local = to_local(now, "Europe/Oslo")
    if window == "judge":
        over = int((now - started - _PITCH).total_seconds())
        return f"+{over // 60}:{over % 60:02}" in terminal
    if window == "control":
        return f"{local:%H:%M:%S}" in terminal
    end = clock(started + timedelta(minutes=10), "Europe/Oslo")
    return f"should have ended {end}" in terminal and f"{local:%H:%M}" in terminal


_PITCH = timedelta(seconds=240 + 15 + 60)
"""What the form gives a team: the pitch, the grace, the questions."""


@pytest.mark.usefixtures("started")
class TestHungUp:
    @every_window
    def test_the_program_ends_and_the_file_is_whole(
        self, open_terminal: OpenTerminal, window: str, tmp_path: Path
    ) -> None:
        """A closed terminal ends the window, even one that was told not to mind: nobody could close it any more."""
        around = ("/bin/sh", "-c", 'trap "" HUP; exec "$@"', "sh", sys.executable, "-m", "samling")
        terminal = open_terminal(*WINDOWS[window], program=around)
        terminal.wait_for(SHOWS[window])
        terminal.hang_up()
        terminal.wait_exit()
        assert not (tmp_path / "samling-fault.txt").exists(), "a fault of samling's own is kept there"
        assert is_whole(tmp_path / "samling.db")


@pytest.mark.usefixtures("started")
class TestSizes:
    @every_window
    def test_shrunk_to_a_single_cell_and_back(self, open_terminal: OpenTerminal, window: str) -> None:
        """Nothing is shown in one cell; in the room that it had it shows what it showed."""
        terminal = open_terminal(*WINDOWS[window])
        terminal.wait_for(SHOWS[window])
        terminal.resize(1, 1)
        terminal.wait_for(lambda screen: SHOWS[window] not in screen)
        terminal.resize(80, 24)
        terminal.wait_for(SHOWS[window])

    @every_window
    def test_pulled_small_and_back_in_one_go(self, open_terminal: OpenTerminal, window: str) -> None:
        """A window that is told of its size only when it is the old one again draws all that the terminal has lost."""
        terminal = open_terminal(*WINDOWS[window])
        terminal.wait_for(SHOWS[window])
        terminal.wipe()
        terminal.wait_for(SHOWS[window])


@pytest.mark.usefixtures("started")
class TestColours:
    @every_window
    @pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"TERM": "xterm", "COLORTERM": ""}], ids=["none", "sixteen"])
    def test_every_word_can_be_read(self, open_terminal: OpenTerminal, window: str, env: Mapping[str, str]) -> None:
        """With sixteen colours, or none, no letter has the colour of what lies behind it."""
        terminal = open_terminal(*WINDOWS[window], env=env)
        terminal.wait_for(SHOWS[window])
        cells = (terminal.cell(column, row) for row in range(24) for column in range(80))
        assert not [each.data for each in cells if each.data.strip() and each.fg == each.bg != "default"]
        assert "NO_COLOR" in env or b"[38;" not in terminal.output


@pytest.mark.usefixtures("started")
class TestCharacters:
    def test_the_plain_locale(self, open_terminal: OpenTerminal) -> None:
        """Without any locale a window is drawn as ever: terminals show UTF-8 unless they say otherwise."""
        terminal = open_terminal(env={"LANG": "C", "PYTHONUTF8": "0"})
        terminal.wait_for(SHOWS["control"])
        assert "►" in terminal

    @pytest.mark.parametrize(("language", "word"), [("en_US", "large figures"), ("nb_NO", "på å vise UTF-8")])
    def test_another_character_set(self, open_terminal: OpenTerminal, language: str, word: str) -> None:
        """A sentence says what is to be done, in characters that this terminal has."""
        terminal = open_terminal(env={"LC_ALL": f"{language}.ISO-8859-1", "PYTHONUTF8": "0"})
        assert terminal.wait_exit() == 1
        said = " ".join(terminal.output.decode("iso-8859-1").split())
        assert "LC_ALL=C.UTF-8" in said
        assert word in said
        assert "\x1b" not in said

    def test_a_command(self, open_terminal: OpenTerminal, tmp_path: Path) -> None:
        """What a command says is in the terminal's own characters too; what it has not is a question mark."""
        with closing(open_session(tmp_path / "samling.db", true_now)) as session:
            session.do("rename", title="Læring på sjø ►")
        env = {"LC_ALL": "nb_NO.ISO-8859-1", "PYTHONUTF8": "0"}
        terminal = open_terminal("status", env=env)
        assert terminal.wait_exit() == 0
        assert "Læring på sjø ?" in terminal.output.decode("iso-8859-1")

    def test_a_terminal_that_cannot_place_text(self, open_terminal: OpenTerminal) -> None:
        """A sentence, and no sequence that it would print."""
        terminal = open_terminal(env={"TERM": "dumb"})
        assert terminal.wait_exit() == 1
        assert b"TERM=dumb" in terminal.output
        assert b"\x1b" not in terminal.output
