"""`samling backup` and `restore`: what they say, ask and leave behind."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from making import at
from samling.cli.main import run
from samling.store import backups
from samling.store.database import Database
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling


@pytest.fixture
def backed_up(samling: Samling) -> str:
    """The name of a back-up made before the day's first block ended."""
    samling.day()
    samling("agenda", "start")
    samling("backup")
    (newest, *_older) = backups.found(samling.path)
    samling.clock.set(at("15:10"))
    samling("agenda", "next")
    samling("team", "add", "Fjord")
    return newest.path.name


class TestBackup:
    def test_without_a_name_it_lies_beside_the_database(self, samling: Samling) -> None:
        """It is named after the time of the gathering's place, and said where it lies."""
        samling.day()
        assert "samling-2026-09-16-1500.db" in samling("backup").out
        assert [each.path.name for each in backups.found(samling.path)] == ["samling-2026-09-16-1500.db"]

    @pytest.mark.parametrize("name", [".", "..", "/"])
    def test_a_folder_is_no_name_for_one(self, samling: Samling, name: str) -> None:
        """It is there already: that is said in words, also of a folder whose path ends with no name."""
        samling.day()
        assert "never overwrites" in samling("backup", name, code=1).err

    def test_starting_the_day_makes_one(self, samling: Samling) -> None:
        """A command that starts the first block makes it, without a word."""
        samling.day()
        said = samling("agenda", "start")
        assert "ack" not in said.out
        assert not said.err
        assert len(backups.found(samling.path)) == 1

    def test_where_none_can_be_made_the_block_starts(self, samling: Samling) -> None:
        """It is told on the error stream, and the command succeeds."""
        samling.day()
        backups.folder(samling.path).write_text("in the way")
        assert "back-up of the day" in samling("agenda", "start").err
        assert samling.states()[0] == "running"

    def test_a_demo_has_none(self, samling: Samling) -> None:
        """What is invented is not kept."""
        from samling.cli.demo_file import prepare

        prepare(samling.path, None)
        samling("agenda", "next")
        assert not backups.folder(samling.path).exists()


class TestRestore:
    def test_the_list_says_what_differs(self, samling: Samling, backed_up: str) -> None:
        """Each back-up is on a line, with when it was made and what restoring it would lose."""
        lines = [line for line in samling("restore").out.splitlines() if backed_up in line]
        assert len(lines) == 1
        assert "2 things that were done" in lines[0]
        listed = samling("restore", "--json").json
        assert listed[0]["file"].endswith(backed_up)
        assert (listed[0]["lost"]["log"], listed[0]["lost"]["teams"], listed[0]["comes"]["log"]) == (2, 1, 0)

    def test_it_is_asked_first(self, samling: Samling, backed_up: str) -> None:
        """Where nobody can be asked nothing is restored, and what would be lost is told."""
        before = samling.status()
        assert run(["--db", str(samling.path), "restore", backed_up]) == 1
        out, err = samling._capsys.readouterr()
        assert "Teams: Fjord" in out
        assert "--yes" in err
        assert samling.status() == before

    def test_it_is_restored(self, samling: Samling, backed_up: str) -> None:
        """The first block runs again, the team is gone, and what was there lies among the back-ups."""
        said = samling("restore", backed_up, "--yes").out
        assert samling.states() == ["running", "pending", "pending"]
        assert samling("team", "list", "--json").json["teams"] == []
        kept = said.split()[-1]
        samling("restore", kept, "--yes")
        assert samling.states() == ["done", "running", "pending"]
        assert "Restored the back-up" in samling("log").out

    def test_the_same_is_not_restored(self, samling: Samling) -> None:
        """A back-up that holds the same is said to, and nothing is written."""
        samling.day()
        samling("backup")
        assert "the same as now" in samling("restore", "samling-2026-09-16-1500.db").out
        assert len(backups.found(samling.path)) == 1

    def test_a_lost_file_comes_back(self, samling: Samling, backed_up: str) -> None:
        """Where the database is gone the back-up takes its place."""
        samling.path.unlink()
        samling("restore", backed_up)
        assert samling.states()[0] == "running"

    def test_it_comes_back_on_a_new_computer(self, samling: Samling, backed_up: str, tmp_path: Path) -> None:
        """Where samling has never run its own folder is made; one that was asked for must be there."""
        file = tmp_path / "samling-backups" / backed_up
        samling("restore", str(file), db=False)
        assert (
            samling("status", "--json", db=False).json == samling("--db", str(file), "status", "--json", db=False).json
        )
        assert run(["--db", str(tmp_path / "nowhere" / "samling.db"), "restore", str(file)]) == 4
        assert not (tmp_path / "nowhere").exists()

    def test_a_log_that_was_left_alone_is_not_taken_for_the_back_up_s(self, samling: Samling, backed_up: str) -> None:
        """What the lost file had not yet taken in is put aside, not played into the back-up."""
        samling.path.unlink()
        left = samling.path.with_name("samling.db-wal")
        left.write_bytes(b"left")
        samling("restore", backed_up)
        assert samling.states()[0] == "running"
        (aside,) = samling.path.parent.glob("samling-damaged-*.db-wal")
        assert aside.read_bytes() == b"left"

    def test_a_file_that_is_held_is_not_put_aside(
        self, samling: Samling, backed_up: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Another program that writes is told of; nothing is renamed."""
        monkeypatch.setitem(Database.__init__.__kwdefaults__ or {}, "busy_seconds", 0.05)
        with closing(sqlite3.connect(samling.path, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            assert run(["--db", str(samling.path), "restore", backed_up, "--yes"]) == 4
        assert not list(samling.path.parent.glob("samling-damaged-*"))

    def test_a_damaged_file_is_put_aside(self, samling: Samling, backed_up: str, tmp_path: Path) -> None:
        """What cannot be used keeps all that is in it under another name, and the back-up takes its place."""
        samling.path.write_bytes(b"spoilt " * 1000)
        samling("restore", backed_up, "--yes")
        assert samling.states()[0] == "running"
        (aside,) = tmp_path.glob("samling-damaged-*.db")
        assert aside.read_bytes() == b"spoilt " * 1000

    @pytest.mark.parametrize("name", ["missing.db", "folder", "foreign.db"])
    def test_what_is_no_back_up_is_refused(self, samling: Samling, tmp_path: Path, name: str) -> None:
        """A file that is not there, a folder or a foreign file ends with 4, and nothing is changed."""
        samling.day()
        (tmp_path / "folder").mkdir()
        (tmp_path / "foreign.db").write_text("Handleliste " * 100)
        samling("restore", str(tmp_path / name), "--yes", code=4)
        assert samling.states() == ["pending"] * 3

    def test_without_any_the_folder_is_named(self, samling: Samling) -> None:
        """An empty list says where back-ups would lie; JSON is an empty array."""
        samling.day()
        assert "samling-backups" in samling("restore").out
        assert samling("restore", "--json").json == []

    def test_names_are_told_as_plain_text(self, samling: Samling) -> None:
        """Neither a back-up's nor a team's name commands the terminal."""
        samling.day()
        samling("backup")
        samling("team", "add", "Fj[red]ord")
        assert "Fj[red]ord" in samling("restore", "samling-2026-09-16-1500.db", "--yes").out
