"""What cannot be saved, in the real windows: a file that may not grow, and one that another program holds."""

from __future__ import annotations

import os
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from opened import new_pitches, open_session
from samling.clock import true_now
from samling.domain.gathering import State

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import OpenTerminal
    from samling.session import Session
    from terminal import Terminal

WRITERS = {
    "control": ((), "Running · block 1", "p", "! Not saved"),
    "timer": (("timer",), "Space", "p", "! Not saved"),
    "judge": (("judge", "--name", "Judge 1"), "Sykehus 1", "4", "! Not saved: Aim: 4"),
}
"""The windows that write: how each is opened, what it shows then, a key that writes, and how it says that it cannot."""

every_writer = pytest.mark.parametrize("window", WRITERS)


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """This program's own session on the file, in which a block runs and a team pitches."""
    with closing(open_session(tmp_path / "samling.db", true_now)) as opened:
        new_pitches(opened)
        opened.do("start")
        opened.do("pitch-start")
        yield opened


def has_done(session: Session, window: str) -> bool:
    """Whether what the key asked for is in the file."""
    if window == "judge":
        return [dict(each.values) for each in session.sheets(1).sheets] == [{"aim": 4}]
    return session.in_use().block(1).state is State.PAUSED


def may_grow_to(terminal: Terminal, size: int) -> None:
    """Limit how large a file the program may write, in bytes; -1 lifts the limit."""
    import resource

    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no program can limit another")
@every_writer
def test_a_file_that_may_not_grow(open_terminal: OpenTerminal, session: Session, window: str) -> None:
    """It stands there that nothing is saved and what is kept, until there is room again and a key saves it."""
    arguments, shown, key, unsaved = WRITERS[window]
    terminal = open_terminal(*arguments)
    terminal.wait_for(shown)
    may_grow_to(terminal, 0)
    terminal.press(key)
    terminal.wait_for(unsaved)
    assert "is the disk full" in " ".join(terminal.text.split())
    assert not has_done(session, window)
    may_grow_to(terminal, -1)
    terminal.press("ctrl+s")
    terminal.wait_for(lambda screen: unsaved not in screen)
    assert has_done(session, window)


@every_writer
def test_a_file_that_is_held(open_terminal: OpenTerminal, session: Session, window: str) -> None:
    """The window says who holds it, where that can be known, goes on living, and saves by itself afterwards."""
    arguments, shown, key, unsaved = WRITERS[window]
    terminal = open_terminal(*arguments)
    terminal.wait_for(shown)
    with session._database.writing():
        terminal.press(key)
        terminal.wait_for(unsaved, timeout=5)
        if sys.platform == "linux":
            terminal.wait_for(lambda screen: f"(process {os.getpid()})" in " ".join(screen.text.split()))
        seen = terminal.text
        terminal.wait_for(lambda screen: unsaved in screen and screen.text != seen)
    terminal.wait_for(lambda screen: unsaved not in screen)
    assert has_done(session, window)
