"""The terminal that the end-to-end tests use, tried on a tiny program."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if os.name != "posix":
    pytest.skip("a pseudo-terminal needs POSIX", allow_module_level=True)

from terminal import Plain, Terminal, Timeout

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import OpenTerminal

PROBE = (sys.executable, str(Path(__file__).with_name("probe.py")))


@pytest.fixture
def probe(open_terminal: OpenTerminal) -> Terminal:
    """The tiny program, its first picture painted."""
    terminal = open_terminal(program=PROBE, size=(60, 12))
    terminal.wait_for("size 60 x 12")
    terminal.wait_for("Press me")
    return terminal


class TestPicture:
    """What the program paints is read as a person sees it."""

    def test_text_stands_where_it_is_painted(self, probe: Terminal) -> None:
        """Letters beyond ASCII, emoji and brackets are read as they are, with colour and weight."""
        assert probe.lines()[2] == "æøå 🎉 [not markup]"
        assert probe.find("not markup") == (probe.lines()[2].index("not markup"), 2)
        first = probe.cell(0, 2)
        assert (first.data, first.fg, first.bold) == ("æ", "ff0000", True)

    def test_nothing_unasked_is_on_the_screen(self, probe: Terminal) -> None:
        """The questions that Textual puts to a terminal leave no letters behind."""
        rest = probe.text.replace("size 60 x 12", "").replace("æøå 🎉 [not markup]", "").replace("Press me", "")
        assert not [letter for letter in rest if letter.isalnum()]

    def test_a_new_size_reaches_the_program(self, probe: Terminal) -> None:
        """Resizing tells the program, and the picture has the new size."""
        probe.resize(90, 30)
        probe.wait_for("size 90 x 30")
        assert len(probe.lines()) == 30

    def test_two_sizes_down_to_one_cell_and_back(self, probe: Terminal) -> None:
        """A window pulled to nothing and back shows the picture again."""
        probe.resize(1, 1)
        probe.resize(60, 12)
        probe.press("a")
        probe.wait_for("key a")
        probe.wait_for("size 60 x 12")


class TestInput:
    """What is typed and clicked reaches the program."""

    @pytest.mark.parametrize("key", ["a", "up", "pagedown", "f1", "f6", "ctrl+t", "shift+tab", "escape", "space"])
    def test_keys_arrive_under_their_names(self, probe: Terminal, key: str) -> None:
        """A named key is what Textual calls by that name."""
        probe.press(key)
        probe.wait_for(f"key {key}")

    def test_a_click_arrives(self, probe: Terminal) -> None:
        """The mouse presses the button it points at."""
        probe.click_on("Press me")
        probe.wait_for("clicked")

    def test_output_is_timed_after_the_key(self, probe: Terminal) -> None:
        """A wait returns when the output came, which is later than the key."""
        pressed = probe.press("k")
        assert pressed < probe.wait_for("key k")

    def test_the_bell_is_counted(self, probe: Terminal) -> None:
        """A bell has no picture, so it is counted."""
        probe.press("b")
        probe.wait_for(lambda screen: screen.bells == 1)


class TestEnd:
    """How a program ends, and what it leaves."""

    def test_a_program_that_quits_leaves_the_terminal_as_it_was(self, probe: Terminal) -> None:
        """Exit code, last words on the main screen, and a terminal that a shell can use."""
        assert 1049 in probe.private_modes
        assert not probe.is_cooked
        probe.press("x")
        assert probe.wait_exit() == 3
        assert "a last word" in probe
        assert "size" not in probe.text
        assert not probe.private_modes & {1000, 1003, 1049, 2004}
        assert probe.is_cooked

    def test_a_killed_program_is_reported_by_its_signal(self, probe: Terminal) -> None:
        """Kill -9 ends it at once, and the exit code says so."""
        probe.kill()
        assert probe.wait_exit() == -signal.SIGKILL
        assert not probe.is_running

    def test_a_stopped_program_goes_on_where_it_was(self, probe: Terminal) -> None:
        """What is typed while the program sleeps is there when it wakes."""
        probe.kill(signal.SIGSTOP)
        probe.press("w")
        probe.kill(signal.SIGCONT)
        probe.wait_for("key w")

    def test_hanging_up_ends_the_program(self, probe: Terminal) -> None:
        """A closed terminal window reaches the program as SIGHUP."""
        probe.hang_up()
        assert probe.wait_exit() != 0

    def test_a_wait_in_vain_shows_the_screen(self, probe: Terminal) -> None:
        """A failed wait says what it wanted and shows the picture."""
        with pytest.raises(Timeout, match=r"'never' did not come within 0\.01 s(?s:.*)size 60 x 12"):
            probe.wait_for("never", timeout=0.01)

    def test_a_wait_for_a_dead_program_fails_at_once(self, open_terminal: OpenTerminal) -> None:
        """Nobody waits for what can no longer come; the program's last words are shown."""
        terminal = open_terminal(program=(sys.executable, "-c", "raise SystemExit('went wrong')"))
        with pytest.raises(Timeout, match=r"before the program ended(?s:.*)went wrong"):
            terminal.wait_for("never", timeout=60)


class TestPlain:
    """What the emulator cannot understand never reaches it, however it is cut."""

    @pytest.mark.parametrize(
        "sequence",
        [
            "\x1b[>25u",
            "\x1b[<u",
            "\x1b[=5;1u",
            "\x1b[?u",
            "\x1b[?2026$p",
            "\x1b[?2048$p",
            "\x1b[>4;1m",
            "\x1b[4:3m",
            "\x1b[2 q",
            "\x1b[18t",
            "\x1b]8;;https://example.org\x1b\\",
            "\x1b]52;c;aGVp\x07",
            "\x1bPq#0\x1b\\",
            "\x1b_Ga=T;AAAA\x1b\\",
        ],
    )
    @pytest.mark.parametrize("cut", [1, 2, 3, 5])
    def test_unknown_sequences_vanish(self, sequence: str, cut: int) -> None:
        """Text before and after an unknown sequence stays, the sequence goes."""
        text = f"a{sequence}b"
        plain = Plain()
        assert "".join(plain(text[at : at + cut]) for at in range(0, len(text), cut)) == "ab"

    @pytest.mark.parametrize("sequence", ["\x1b[1;31m", "\x1b[?1049h", "\x1b[2J", "\x1b[3;4H", "\x1b]0;samling\x07"])
    def test_known_sequences_pass(self, sequence: str) -> None:
        """What the emulator knows is left alone."""
        whole: Callable[[str], str] = Plain()
        assert whole(f"a{sequence}b") == f"a{sequence}b"
