"""`samling qr` in a real terminal: what stands there is read as a phone would, and what is secret leaves no trace."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

if os.name != "posix":
    pytest.skip("a pseudo-terminal needs POSIX", allow_module_level=True)

from readers import Picture, assert_nothing_read, assert_read, from_cells, from_png

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal
    from terminal import Terminal

LINK = "https://nettskjema.no/a/48211"
NETWORK = r"WIFI:T:WPA;S:Gjest i dag;P:hemmelig\;1;;"
ALTERNATE = 1049
WIDTH = 80
"""Columns of the widest terminal here."""


def picture(terminal: Terminal) -> Picture:
    """What the terminal shows now; cells in its own colours are grey."""
    rows = range(len(terminal.lines()))
    cells = [[terminal.cell(column, row) for column in range(WIDTH)] for row in rows]
    return from_cells([(cell.data, grey(cell.fg), grey(cell.bg)) for cell in row] for row in cells)


def grey(colour: str) -> str:
    """A colour; for the terminal's own one that is neither dark nor light."""
    return "808080" if colour == "default" else colour


@pytest.mark.parametrize("size", [(80, 42), (80, 24)], ids=["spaces", "half-blocks"])
@pytest.mark.parametrize(
    "around", [{}, {"NO_COLOR": "1"}, {"COLORTERM": ""}, {"COLORTERM": "", "TERM": "xterm"}], ids=str
)
def test_printed(open_terminal: OpenTerminal, size: tuple[int, int], around: dict[str, str]) -> None:
    """The code stands whole in the terminal, with the link below, under NO_COLOR and with fewer colours as well."""
    terminal = open_terminal("qr", LINK, size=size, env=around)
    assert terminal.wait_exit() == 0
    assert LINK in terminal
    assert_read(picture(terminal), LINK)


@pytest.mark.parametrize(
    ("size", "around", "reason"),
    [((80, 20), {}, "columns 0, rows 1"), ((30, 50), {}, "columns 7, rows 0"), ((80, 42), {"TERM": "dumb"}, "--png")],
)  # fmt: skip
def test_refused(open_terminal: OpenTerminal, size: tuple[int, int], around: dict[str, str], reason: str) -> None:
    """Where the code could not be scanned none is printed, and it says what is missing or what to do instead."""
    terminal = open_terminal("qr", LINK, size=size, env=around)
    assert terminal.wait_exit() == 1
    assert reason.replace(" ", "") in "".join(terminal.text.split())
    assert_nothing_read(picture(terminal))


class TestWireless:
    def test_shown_until_a_key(self, open_terminal: OpenTerminal) -> None:
        """The password is asked for without echo; the code stands on a page of its own and is gone after a key."""
        terminal = open_terminal("qr", "--wifi", "Gjest i dag", size=(80, 40))
        terminal.wait_for("Password")
        terminal.press(*"hemmelig;1", "enter")
        terminal.wait_for("Any key takes it away.")
        assert ALTERNATE in terminal.private_modes
        assert "Wireless network: Gjest i dag" in terminal
        assert_read(picture(terminal), NETWORK)
        terminal.press("x")
        assert terminal.wait_exit() == 0
        assert ALTERNATE not in terminal.private_modes
        assert_nothing_read(picture(terminal))
        assert b"hemmelig" not in terminal.output
        wiped, left = terminal.output.rindex(b"\x1b[2J"), terminal.output.rindex(b"\x1b[?1049l")
        assert b"Any key" not in terminal.output[wiped:left], "a terminal with one page only keeps nothing either"
        assert terminal.is_cooked

    @pytest.mark.parametrize("moment", ["Password", "Any key takes it away."])
    def test_stopped(self, open_terminal: OpenTerminal, moment: str) -> None:
        """Ctrl+C at any moment leaves a terminal that works, and no code in it."""
        terminal = open_terminal(
            "qr", "--wifi", "Gjest", "--security", "none" if "key" in moment else "WPA", size=(80, 40)
        )
        terminal.wait_for(moment)
        terminal.press("ctrl+c")
        assert terminal.wait_exit() == 130
        assert ALTERNATE not in terminal.private_modes
        assert terminal.is_cooked
        assert_nothing_read(picture(terminal))


class TestFiles:
    def test_asks_before_it_replaces(self, open_terminal: OpenTerminal, tmp_path: Path) -> None:
        """A file that is there is replaced after a yes, and kept after a no."""
        file = tmp_path / "kode.png"
        file.write_bytes(b"mine")
        for answer, ended in (("n", 130), ("y", 0)):
            terminal = open_terminal("qr", LINK, "--png", str(file))
            terminal.wait_for("Replace it?")
            terminal.press(answer, "enter")
            assert terminal.wait_exit() == ended
            assert (file.read_bytes() == b"mine") is (answer == "n")
        assert_read(from_png(file.read_bytes()), LINK)
