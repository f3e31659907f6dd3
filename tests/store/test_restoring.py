"""A back-up put back: in one transaction, within the file that windows have open."""

from __future__ import annotations

from contextlib import closing, contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from earlier import first_file
from making import at
from opened import hand_in, hold_pitches, new_day, open_session, pitch_all
from samling.domain.clockset import DemoTime
from samling.domain.errors import DatabaseUnusable, Refused
from samling.store import backups, clocks, restoring
from samling.store.database import Database, peek
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

MORNING = datetime(2026, 9, 16, 8, 55)  # noqa: DTZ001 - local, as back-ups are named


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """A session on a day that has not begun."""
    clock.set(at("14:55"))
    with closing(open_session(tmp_path / "day.db", clock)) as opened:
        new_day(opened)
        yield opened


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table, but those of the log and its counters."""
    with closing(sqlite3.connect(path)) as connection:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            table: sorted(connection.execute(f"SELECT * FROM {table}"), key=repr)  # noqa: S608 - our own names
            for table in tables
            if table not in ("log", "sqlite_sequence")
        }


@contextmanager
def source(path: Path) -> Iterator[Database]:
    """Open a back-up as restoring does."""
    with restoring.opened(path) as opened:
        yield opened


class TestRestoring:
    def test_the_file_holds_what_the_back_up_held(self, session: Session, clock: FakeClock, tmp_path: Path) -> None:
        """After a day of pitches has run, everything is as it was in the back-up, and the log says what was done."""
        made = backups.make(tmp_path / "day.db", MORNING)
        before = rows(made)
        session.do("start")
        with closing(open_session(tmp_path / "pitches.db", clock)) as other:
            hold_pitches(other, clock)
            pitch_all(other, clock)
            hand_in(other, 1, 1, 4, 3, 2)
            pitched = backups.make(tmp_path / "pitches.db", MORNING)
        for wanted in (pitched, made):
            with source(wanted) as opened:
                session.restore(opened, wanted.name)
            assert rows(tmp_path / "day.db") == rows(wanted)
        assert rows(tmp_path / "day.db") == before
        (entry,) = session.log(limit=1)
        assert (entry.action, entry.arguments) == ("file-restore", {"file": made.name})
        assert not session.faults()

    def test_open_windows_follow(self, session: Session, clock: FakeClock, tmp_path: Path) -> None:
        """Another window sees a change of the same file, and can go on working in it."""
        made = backups.make(tmp_path / "day.db", MORNING)
        session.do("drop", position=2)
        with closing(open_session(tmp_path / "day.db", clock)) as window:
            assert window.changed()
            assert not window.changed()
            inode = (tmp_path / "day.db").stat().st_ino
            with source(made) as opened:
                session.restore(opened, made.name)
            assert window.changed()
            window.check_file()
            assert [block.state for block in window.in_use().blocks] == ["pending"] * 3
            window.do("start")
        assert (tmp_path / "day.db").stat().st_ino == inode
        assert session.in_use().current == 1

    def test_what_was_there_is_kept(self, session: Session, tmp_path: Path) -> None:
        """The path that is returned is a back-up of the state that was lost, so that it can be put back too."""
        made = backups.make(tmp_path / "day.db", MORNING)
        session.do("drop", position=2)
        lost = rows(tmp_path / "day.db")
        with source(made) as opened:
            kept = session.restore(opened, made.name)
        assert kept.parent == backups.folder(tmp_path / "day.db")
        assert rows(kept) == lost

    def test_undo_goes_on_from_the_back_up(self, session: Session, tmp_path: Path) -> None:
        """The chain of undo is the back-up's: what it had done can be undone, what was lost cannot."""
        session.do("drop", position=2)
        made = backups.make(tmp_path / "day.db", MORNING)
        session.do("drop", position=3)
        with source(made) as opened:
            session.restore(opened, made.name)
        session.undo()
        assert [block.state for block in session.in_use().blocks] == ["pending"] * 3

    def test_what_fails_midway_changes_nothing(
        self, session: Session, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A fault in the middle leaves the file as it was."""
        made = backups.make(tmp_path / "day.db", MORNING)
        session.do("drop", position=2)
        before = rows(tmp_path / "day.db")

        def fail(*_arguments: object) -> None:
            raise DatabaseUnusable("The disk is full.")

        monkeypatch.setattr("samling.store.log.append", fail)
        with source(made) as opened, pytest.raises(DatabaseUnusable):
            session.restore(opened, made.name)
        assert rows(tmp_path / "day.db") == before
        monkeypatch.undo()
        session.do("drop", position=3)


class TestWhatIsRestoredFrom:
    def test_an_older_file_is_renewed_in_a_copy(self, session: Session, tmp_path: Path) -> None:
        """A file of the first samling is restored with the tables of today, and stays as it was."""
        first_file(tmp_path / "first.db")
        before = (tmp_path / "first.db").read_bytes()
        with source(tmp_path / "first.db") as opened:
            session.restore(opened, "first.db")
        assert session.roster().teams[0].name == "Nord"
        assert (tmp_path / "first.db").read_bytes() == before

    @pytest.mark.parametrize("kind", ["foreign", "damaged", "newer", "truncated"])
    def test_what_cannot_be_used_is_refused(self, session: Session, tmp_path: Path, kind: str) -> None:
        """A foreign, damaged, cut or newer file is refused before anything is changed."""
        session.do("drop", position=2)
        made = backups.make(tmp_path / "day.db", MORNING)
        contents = bytearray(made.read_bytes())
        if kind == "foreign":
            contents = bytearray(b"Handleliste " * 1000)
        elif kind == "truncated":
            contents = contents[: len(contents) // 2]
        elif kind == "newer":
            contents[60:64] = (10_000).to_bytes(4, "big")  # user_version, SQLite's file format
        else:
            for page in range(4096, len(contents), 4096):
                contents[page + 100 : page + 200] = b"\xff" * 100
        made.write_bytes(contents)
        with pytest.raises(DatabaseUnusable), source(made):
            pass

    def test_a_demo_never_becomes_a_day_nor_a_day_a_demo(self, session: Session, tmp_path: Path) -> None:
        """Their clocks differ, and windows would go by the wrong one."""
        made = backups.make(tmp_path / "day.db", MORNING)
        with closing(Database(made)) as demo, demo.writing():
            clocks.keep_demo_time(demo, DemoTime(at("15:00"), at("15:00"), 1.0))
        with source(made) as opened, pytest.raises(Refused):
            session.restore(opened, made.name)


class TestHoldings:
    def test_what_differs(self, session: Session, clock: FakeClock, tmp_path: Path) -> None:
        """What was done since is told apart from what was there before."""
        made = backups.make(tmp_path / "day.db", MORNING)
        clock.set(at("15:02"))
        session.do("start")
        clock.set(at("15:12"))
        session.do("next")
        with source(made) as opened:
            there = restoring.holdings(opened)
        lost = session.holdings().without(there)
        assert len(lost.log) == 2
        assert lost.span == (at("15:02"), at("15:12"))
        assert (lost.networks, lost.gatherings, lost.teams) == (frozenset(), frozenset(), frozenset())
        assert there.without(session.holdings()).is_empty


class TestPuttingAside:
    def test_all_of_it_gets_another_name(self, session: Session, tmp_path: Path) -> None:
        """The write-ahead log goes with the file, so that what is in it is not lost."""
        session.do("drop", position=2)
        path = tmp_path / "day.db"
        assert (tmp_path / "day.db-wal").exists()
        aside = restoring.put_aside(path, MORNING)
        assert aside is not None
        assert not list(tmp_path.glob("day.db*"))
        assert peek(tmp_path / aside.name, "SELECT 1") == [(1,)]
        with closing(sqlite3.connect(aside)) as connection:
            assert connection.execute("SELECT count(*) FROM block WHERE state = 'dropped'").fetchone() == (1,)
