"""The real programs on a file whose every name would command the terminal: what they send, byte for byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from fuzz.starts import make
from hostile import spoil

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal

SENT = [b"\x1b]0;OWNED", b"OWNED\x07", b"\x1b[6666", "\x9b7777m".encode(), b"\x9b7777m", "\u202e".encode()]
"""The commands of the names, as bytes."""


COMMAND_LINES = ("", "screen", "timer", "judge", "log", "team list", "team list --json")


@pytest.mark.parametrize("line", COMMAND_LINES, ids=lambda line: line or "control")
def test_no_command_reaches_the_terminal(tmp_path: Path, open_terminal: OpenTerminal, line: str) -> None:
    """The names are told, on a screen and line by line, and not one of their commands is among the bytes."""
    path, _now = make(tmp_path)["award"]
    path.rename(tmp_path / "samling.db")
    spoil(tmp_path / "samling.db")
    terminal = open_terminal(*line.split(), size=(120, 40))
    terminal.wait_for("OWNED")
    terminal.look()
    assert not [each for each in SENT if each in terminal.output]
