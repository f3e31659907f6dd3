"""Judges' windows in real terminals: on one file at the same time, after each other, and killed between two keys."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
from typing import TYPE_CHECKING, Any

import pytest

from test_day import samling

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import OpenTerminal
    from terminal import Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

TEAMS = ("Fallskjermen", "Rett hjem", "Åpen dør")


@pytest.fixture
def jury(tmp_path: Path) -> Path:
    """Three teams in order, three judges, the short form of three criteria."""
    samling(tmp_path, "network", "new", "Fjordhelse")
    made = ("--title", "Pitch", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00")
    samling(tmp_path, "gathering", "new", *made)
    for team in TEAMS:
        samling(tmp_path, "team", "add", team)
    for judge in ("Åse Dal", "Kari Nes", "Øyvind Ås"):
        samling(tmp_path, "judge", "add", judge)
    samling(tmp_path, "pitch", "form", "use", "short")
    samling(tmp_path, "pitch", "order", "set", *TEAMS)
    return tmp_path


def scores(folder: Path, judge_id: int) -> list[int]:
    """The scores in the file of a judge's newest sheet, in the order of their criteria's ids, read without samling."""
    with sqlite3.connect(folder / "samling.db") as database:
        found = database.execute("SELECT value FROM score WHERE judge_id = ? ORDER BY revision", (judge_id,))
        return [value for (value,) in found]


def comment(folder: Path, judge_id: int) -> str:
    """The comment in the file of a judge's sheet."""
    with sqlite3.connect(folder / "samling.db") as database:
        found = database.execute("SELECT comment FROM sheet WHERE judge_id = ?", (judge_id,)).fetchone()
        return str(found[0])


def as_given(terminal: Terminal) -> int:
    """How many scores stand on the sheet in the picture."""
    return sum(f"[{score}]" in line for line in terminal.lines() for score in range(1, 6) if "%" in line)


def test_killed_between_two_keys(open_terminal: OpenTerminal, jury: Path) -> None:
    """After kill -9 every key that was acknowledged is in the file, and the window goes on where it was."""
    first = open_terminal("judge", "--name", "åse")
    first.wait_for("Åse Dal")
    first.send("4")
    first.wait_for(lambda screen: as_given(screen) == 1 and "Saved" in screen.text)
    first.send("2")
    first.wait_for(lambda screen: as_given(screen) == 2)
    first.kill(signal.SIGKILL)
    first.wait_exit()
    assert scores(jury, 1) == [4, 2]

    second = open_terminal("judge", "--name", "åse")
    second.wait_for(lambda screen: as_given(screen) == 2)
    second.send("cb")
    second.wait_for("comment “b”")
    for letter, so_far in zip("ra!", ("br", "bra", "bra!"), strict=True):
        second.send(letter)
        second.wait_for(f"comment “{so_far}”")
    second.kill(signal.SIGKILL)
    second.wait_exit()
    assert comment(jury, 1) == "bra!"


def test_three_judges_at_once(open_terminal: OpenTerminal, jury: Path) -> None:
    """They fill in their sheets at the same time; all come in, each one's own, and none is doubled."""
    samling(jury, "pitch", "start")
    windows = [open_terminal("judge", "--name", name) for name in ("åse", "kari", "øyvind")]
    for window in windows:
        window.wait_for("► Fallskjermen")
    for score in "345":
        for window in windows:
            window.send(score)
    for window in windows:
        window.wait_for("complete: s submits it")
    for window in windows:
        window.send("s")
    for window in windows:
        window.wait_for("✓ Submitted")
    listed: list[dict[str, Any]] = json.loads(samling(jury, "pitch", "sheets", "list", "--json"))
    assert sorted(listed[0]["submitted"]) == ["Kari Nes", "Åse Dal", "Øyvind Ås"]
    assert [scores(jury, number) for number in (1, 2, 3)] == [[3, 4, 5]] * 3


def test_after_each_other_on_one_laptop(open_terminal: OpenTerminal, jury: Path) -> None:
    """Between two judges nothing of the first one's scores is on the screen, nor in what was written to it since."""
    window = open_terminal("judge")
    window.wait_for("Who judges here?")
    window.press("enter")
    window.wait_for("Åse Dal")
    window.wait_for("Fallskjermen")
    window.send("5")
    window.wait_for(lambda screen: as_given(screen) == 1)
    window.send("h")
    window.wait_for("Who judges here?")
    written = len(window.output)
    window.press("down", "enter")
    window.wait_for(lambda screen: "Kari Nes" in screen.lines()[0])
    assert as_given(window) == 0
    assert b"[5]" not in window.output[written:]
    window.send("3")
    window.wait_for(lambda screen: as_given(screen) == 1)
    assert (scores(jury, 1), scores(jury, 2)) == ([5], [3])


def test_the_same_judge_twice(open_terminal: OpenTerminal, jury: Path) -> None:
    """Two windows of one judge are one sheet: a submit in one is told in the other, and makes no other sheet."""
    one, two = (open_terminal("judge", "--name", "kari") for _window in range(2))
    for window in (one, two):
        window.wait_for("Kari Nes")
        window.wait_for("Not begun")
    one.send("345")
    two.wait_for("complete: s submits it")
    one.send("s")
    two.wait_for("✓ Submitted")
    two.send("s")
    two.wait_for("it counts already")
    two.send("1")
    two.wait_for("Why is the sheet for “Fallskjermen” changed?")
    two.send("misread")
    two.press("enter")
    one.wait_for("Correction, version 2")
    with sqlite3.connect(jury / "samling.db") as database:
        found = database.execute("SELECT version, submitted_at IS NULL, reason FROM sheet ORDER BY version").fetchall()
    assert found == [(1, 0, ""), (2, 1, "misread")]


def test_a_name_that_is_not_there(open_terminal: OpenTerminal, jury: Path) -> None:
    """The command says so and where the names stand, and opens nothing."""
    window = open_terminal("judge", "--name", "nobody")
    assert window.wait_exit() == 1
    window.wait_for("There is no judge “nobody”. `samling judge list` shows them all.")
    assert window.is_cooked
    assert jury.exists()


def test_without_a_terminal(jury: Path) -> None:
    """A window needs one: it ends with a sentence."""
    assert not samling(jury, "judge", "--name", "kari", code=1)


def test_in_bokmaal(open_terminal: OpenTerminal, jury: Path) -> None:
    """The whole window speaks the language of the locale."""
    samling(jury, "judge", "recuse", "åse", "rett hjem")
    window = open_terminal("judge", "--name", "åse", env={"LANG": "nb_NO.UTF-8"})
    window.wait_for("Åse Dal")
    window.press("right")
    window.wait_for("nhabil")
    assert "Recused" not in window.text
