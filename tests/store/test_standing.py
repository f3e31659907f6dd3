from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from files import beside, whole_copy
from making import at
from opened import new_day, open_session
from samling.domain.clockset import DemoTime
from samling.domain.errors import DatabaseUnusable, Displaced, Refused
from samling.store import clocks
from samling.store.database import Database, create
from samling.store.opening import SCHEMA_VERSION
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A session on a day, with all of it in the write-ahead log."""
    with closing(open_session(path, clock)) as opened:
        new_day(opened)
        yield opened


def blocks(path: Path) -> list[str]:
    """Read the blocks of a file for itself."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [title for (title,) in connection.execute("SELECT title FROM block ORDER BY id")]


def another(path: Path) -> None:
    """Put another whole file in its place."""
    other = path.with_name("other.db")
    create(other)
    other.replace(path)


class TestWhatIsLost:
    @pytest.mark.parametrize("suffix", ["-wal", "-shm"])
    @pytest.mark.parametrize("replaced", [False, True])
    def test_the_log_and_its_index_are_missed(self, session: Session, path: Path, suffix: str, replaced: bool) -> None:
        """Deleted or exchanged under the session, nothing more is acknowledged, and `samling backup` is named."""
        lost = beside(path, suffix)
        content = lost.read_bytes()
        lost.unlink()
        if replaced:
            path.with_name("another").write_bytes(content)
            path.with_name("another").replace(lost)
        with pytest.raises(Displaced, match=rf"samling\.db{suffix}.*samling backup"):
            session.do("start")
        with pytest.raises(Displaced):
            session.check_file()

    def test_what_was_in_a_deleted_log_is_brought_into_the_file(self, session: Session, path: Path) -> None:
        """Whoever opens the file after that was noticed finds all that was saved."""
        beside(path, "-wal").unlink()
        with pytest.raises(Displaced):
            session.check_file()
        assert blocks(path) == ["A", "B", "C"]

    def test_a_moved_file_has_all_that_was_saved(self, session: Session, path: Path) -> None:
        """The file under its new name is whole without the log that stayed behind."""
        moved = path.rename(path.with_name("moved.db"))
        with pytest.raises(Displaced):
            session.check_file()
        assert blocks(moved) == ["A", "B", "C"]

    def test_a_file_that_came_is_not_read_with_the_log_of_the_one_before(self, session: Session, path: Path) -> None:
        """Once a session has noticed, nothing is left beside the other file that would spoil it."""
        another(path)
        with pytest.raises(Displaced):
            session.check_file()
        assert blocks(path) == []
        assert not beside(path, "-wal").exists()

    @pytest.mark.parametrize("suffix", ["-wal", "-shm"])
    def test_a_copy_that_is_opened_has_its_log_watched_from_the_start(
        self, session: Session, path: Path, clock: FakeClock, suffix: str
    ) -> None:
        """A back-up is one file and has no log yet: the one that its first window makes is missed as any other."""
        copy = path.with_name("copy.db")
        session._database.copy_to(copy)
        with closing(open_session(copy, clock)) as opened:
            opened.do("start")
            beside(copy, suffix).unlink()
            with pytest.raises(Displaced):
                opened.do("next")

    def test_a_copys_log_is_not_left_beside_the_file_that_came(
        self, session: Session, path: Path, clock: FakeClock
    ) -> None:
        """Nor is it where the file that was open had been put back from a back-up, or had gone on after a loss."""
        copy = path.with_name("copy.db")
        session._database.copy_to(copy)
        with closing(open_session(copy, clock)) as opened:
            opened.do("start")
            another(copy)
            with pytest.raises(Displaced):
                opened.check_file()
            assert not beside(copy, "-wal").exists()
            assert blocks(copy) == []

    def test_a_file_in_its_place_is_fine(self, session: Session, path: Path, clock: FakeClock) -> None:
        """Others that come, write, empty the log and go are no reason to stop."""
        with closing(open_session(path, clock)) as other:
            other.do("start")
            other._database.empty_journal()
        session.check_file()
        assert session.do("next").gathering.current == 2


class TestLeftBehind:
    def test_no_file_is_made_where_a_log_was_left(self, path: Path) -> None:
        """A new file would be read with the log of the one that was moved away: nothing is made, and it is said why."""
        beside(path, "-wal").write_bytes(b"what was saved last")
        with pytest.raises(DatabaseUnusable, match="without what was saved last"):
            create(path)
        assert not path.exists()


class TestRenewed:
    @pytest.mark.parametrize("do", [lambda session: session.do("start"), lambda session: session.snapshot()])
    def test_an_older_program_is_told(self, session: Session, path: Path, do: Callable[[Session], object]) -> None:
        """When a newer samling has renewed the tables, the older one neither writes nor reads, and says what to do."""
        with closing(sqlite3.connect(path)) as newer:
            newer.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
            newer.commit()
            with pytest.raises(DatabaseUnusable, match=r"newer samling has renewed.*close this window"):
                do(session)
            assert newer.execute("SELECT started_at FROM block ORDER BY id").fetchone() == (None,)


class TestGoingOn:
    def test_after_a_deletion_it_is_put_back(self, session: Session, path: Path) -> None:
        """The file lies in its place again with all that was saved, and takes what comes."""
        session.do("start")
        path.unlink()
        with pytest.raises(Displaced):
            session.do("next")
        session.go_on()
        assert blocks(path) == ["A", "B", "C"]
        assert session.do("next").gathering.current == 2
        session.check_file()

    def test_after_a_replacement_it_goes_on_with_the_other(self, session: Session, path: Path) -> None:
        """What lies there now is read and written; of the file before there is nothing in it."""
        copy = whole_copy(path)
        session.do("start")
        copy.replace(path)
        with pytest.raises(Displaced):
            session.check_file()
        session.go_on()
        assert session.in_use().current is None
        assert session.do("start").gathering.current == 1

    def test_after_the_log_is_lost_nothing_is_lost(self, session: Session, path: Path) -> None:
        """The session goes on where it was."""
        session.do("start")
        beside(path, "-wal").unlink()
        with pytest.raises(Displaced):
            session.check_file()
        session.go_on()
        assert session.do("next").gathering.current == 2
        assert blocks(path) == ["A", "B", "C"]

    def test_it_follows_by_itself_only_where_nothing_is_lost(self, session: Session, path: Path) -> None:
        """A copy with all that was recorded is followed; an older one is not."""
        older = whole_copy(path)
        older = older.rename(path.with_name("older.db"))
        session.do("start")
        whole_copy(path).replace(path)
        with pytest.raises(Displaced):
            session.check_file()
        assert session.follow_file()
        session.check_file()
        assert session.in_use().current == 1
        older.replace(path)
        with pytest.raises(Displaced):
            session.check_file()
        assert not session.follow_file()

    def test_nothing_changes_where_it_cannot(self, session: Session, path: Path) -> None:
        """With another program's file in the place it is refused, and what was open can still be rescued."""
        path.unlink()
        path.write_text("Handleliste\n" * 500, encoding="utf-8")
        with pytest.raises(DatabaseUnusable, match="not a samling database"):
            session.go_on()
        assert blocks(session.rescue()) == ["A", "B", "C"]

    def test_a_demo_is_not_taken_for_a_real_day(self, session: Session, path: Path) -> None:
        """A demo has a clock of its own: the window must be opened anew for it."""
        copy = whole_copy(path)
        with closing(Database(copy)) as database:
            clocks.keep_demo_time(database, DemoTime(at("15:00"), at("15:00"), speed=1))
        copy.replace(path)
        with pytest.raises(Displaced):
            session.check_file()
        with pytest.raises(Refused, match="demo"):
            session.go_on()
        assert not session.is_demo()
