"""Files that go, come back as others, or cannot be written, under the real programme in real terminals."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from files import beside, damage, read_only_folder, whole_copy, without_rights
from samling.cli import demo_file
from samling.store.opening import SCHEMA_VERSION
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import OpenTerminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal needs POSIX")

SAMLING = (sys.executable, "-m", "samling")
WIDE = (120, 40)
LONG_MESSAGE = "Oda fra Havnvik " * 20
"""Too long for the projector's large letters, so that it stands as plain text in the terminal."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A demo in the middle of its day, closed."""
    made = tmp_path / "samling.db"
    demo_file.prepare(made, None)
    return made


@pytest.fixture
def shown(path: Path) -> Iterator[Path]:
    """The same in a folder where nothing can be written."""
    with read_only_folder(path) as folder:
        yield folder / path.name


def samling(path: Path, *arguments: str, code: int = 0) -> str:
    """Run a command that may write only where the modes allow it, and return what it said."""
    done = subprocess.run(
        [*without_rights(*SAMLING), "--lang", "en", "--db", str(path), *arguments],
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout if code == 0 else done.stderr


def recorded(path: Path) -> list[str]:
    """Return what was done, by the file itself."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [action for (action,) in connection.execute("SELECT action FROM log ORDER BY id")]


class TestReadOnly:
    def test_a_command_reads_and_does_not_write(self, shown: Path, path: Path) -> None:
        """`status` reads where nothing can be made beside the file; what would write says why it does not."""
        assert "Fjordhelse" in samling(shown, "status")
        refused = samling(shown, "agenda", "next", code=4)
        assert "read-only" in refused
        assert refused.count("\n") == 1
        assert [each.name for each in shown.parent.iterdir()] == [path.name]
        assert shown.read_bytes() == path.read_bytes()

    @pytest.mark.parametrize("window", [(), ("screen",), ("timer",), ("judge",)])
    def test_a_window_opens_for_looking(
        self, open_terminal: OpenTerminal, shown: Path, window: tuple[str, ...]
    ) -> None:
        """Every window opens with a banner, in words with a sign."""
        terminal = open_terminal(
            *("--lang", "en", "--db", str(shown), *window), program=without_rights(*SAMLING), size=WIDE
        )
        terminal.wait_for("an only be read")
        assert "! " in terminal.text
        terminal.send("q")
        assert terminal.wait_exit() == 0

    def test_where_reading_fails_it_says_why(self, tmp_path: Path, path: Path) -> None:
        """A log that cannot be read without its index is named, with what to do; nothing older is shown instead."""
        beside(path, "-wal").write_bytes(b"\0" * 4096)
        with read_only_folder(path, beside(path, "-wal")) as folder:
            said = samling(folder / path.name, "status", code=4)
        assert "samling.db-wal" in said
        assert "Copy both files" in said
        assert tmp_path.name in str(path)


class TestGone:
    def test_rescued_and_put_back(self, open_terminal: OpenTerminal, path: Path) -> None:
        """The control window holds what was saved: it is copied on a key, put back on another, and goes on."""
        control = open_terminal("--lang", "en", size=WIDE)
        control.wait_for("Tiltak")
        projector = open_terminal("--lang", "en", "screen", size=WIDE)
        projector.wait_for("Fjordhelse")
        before = recorded(path)
        path.unlink()
        control.wait_for("Nothing is saved any longer")
        projector.wait_for("moved or deleted")
        control.press("ctrl+k")
        control.wait_for("Rescue copy:")
        (rescued,) = path.parent.glob("samling-rescued-*.db")
        assert rescued.name in re.sub(r"\s", "", control.text)
        assert recorded(rescued) == before
        control.press("ctrl+o")
        control.wait_for("Tiltak")
        control.send("p")
        control.wait_for("Saved")
        assert recorded(path) == [*before, "pause"]
        samling(path, "screen", "message", LONG_MESSAGE)
        projector.wait_for("Oda fra Havnvik")


class TestReplaced:
    def test_by_a_restored_backup(self, open_terminal: OpenTerminal, path: Path) -> None:
        """The window says so by itself, and on a key goes on with the file that came, as that is."""
        older = whole_copy(path)
        control = open_terminal("--lang", "en", size=WIDE)
        control.wait_for("Tiltak")
        control.send("p")
        control.wait_for("Paused")
        before = recorded(older)
        older.replace(path)
        control.wait_for("replaced by another file")
        control.press("ctrl+o")
        control.wait_for("Running")
        assert recorded(path) == before


class TestLogLost:
    def test_writing_stops_and_nothing_is_lost(self, open_terminal: OpenTerminal, path: Path) -> None:
        """Without the write-ahead log the window stops, names `samling backup`, and has lost nothing."""
        control = open_terminal("--lang", "en", size=WIDE)
        control.wait_for("Tiltak")
        control.send("p")
        control.wait_for("Paused")
        beside(path, "-wal").unlink()
        control.wait_for("samling backup FILE")
        assert recorded(path)[-1] == "pause"
        control.press("ctrl+o")
        control.wait_for("Paused")
        control.send("p")
        control.wait_for("Running")
        assert recorded(path)[-1] == "resume"

    def test_a_log_without_its_file(self, path: Path) -> None:
        """Where the file was moved away without its log, nothing is made in its place, and it is said why."""
        path.unlink()
        beside(path, "-wal").write_bytes(b"\0" * 4096)
        for command in (("status",), ("network", "new", "Vestland")):
            assert "samling.db-wal is there" in samling(path, *command, code=4)
        assert not path.exists()


class TestSpoilt:
    @pytest.mark.parametrize("how", ["text", "empty", "foreign", "newer", "half", "damaged"])
    def test_it_is_one_line_and_the_file_stays(self, path: Path, how: str) -> None:
        """What cannot be used is told in one line, ends with 4, and keeps every byte."""
        spoil(path, how)
        before = sha256(path.read_bytes()).digest()
        said = samling(path, "agenda", "next", code=4)
        assert said.count("\n") == 1
        assert "samling.db" in said
        assert sha256(path.read_bytes()).digest() == before

    def test_what_is_whole_of_it_can_be_looked_at(self, open_terminal: OpenTerminal, path: Path) -> None:
        """Damage in another part is found by the window itself, which shows the day and writes nothing more."""
        damage(path, "survey")
        assert "Fjordhelse" in samling(path, "status")
        control = open_terminal("--lang", "en", size=WIDE)
        control.wait_for("an only be read")
        assert "Tiltak" in control.text
        before = sha256(path.read_bytes()).digest()
        control.send("p")
        control.wait_for("Not done")
        control.send("q")
        assert control.wait_exit() == 0
        assert sha256(path.read_bytes()).digest() == before


def spoil(path: Path, how: str) -> None:
    """Make a file one that cannot be used."""
    whole = path.read_bytes()
    match how:
        case "text":
            path.write_text("Handleliste: brunost, knekkebrød\n" * 300, encoding="utf-8")
        case "empty":
            path.write_bytes(b"")
        case "half":
            path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
        case "damaged":
            samling(path, "status")  # notes what this machine's clocks show, which is done once a minute
            damage(path, "block")
        case "foreign":
            path.unlink()
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("CREATE TABLE song (title TEXT)")
        case _:
            with closing(sqlite3.connect(path)) as connection:
                connection.execute("PRAGMA journal_mode = DELETE")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


class TestRenewed:
    def test_an_open_window_of_the_older_program(self, open_terminal: OpenTerminal, path: Path) -> None:
        """While it is open a newer samling renews the tables: it says to be opened anew, and shows no figure."""
        control = open_terminal("--lang", "en", size=WIDE)
        control.wait_for("Tiltak")
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
            newer.commit()
        control.wait_for("newer samling has renewed")
        assert "Tiltak" not in control.text
        assert "written by a newer samling" in samling(path, "status", code=4)
