from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest

from files import damage, ordinary_user
from opened import new_day, open_session
from samling.domain.errors import DatabaseUnusable, Refused
from samling.session import Session
from samling.store import database as store
from samling.store.database import Database, create
from samling.store.opening import APPLICATION_ID, SCHEMA_VERSION
from samling.store.sqlite import is_safe_sqlite

if TYPE_CHECKING:
    from collections.abc import Callable

    from fake_clock import FakeClock

sqlite3 = vars(store)["sqlite3"]  # the same library: two in one process do not see each other's locks


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Path:
    """A file of ours with a day in it, closed."""
    made = tmp_path / "samling.db"
    with closing(open_session(made, clock)) as session:
        new_day(session)
    return made


def text_file(path: Path) -> None:
    """A text file, longer than a page."""
    path.write_text("Handleliste: brunost, knekkebrød, kaffe\n" * 200, encoding="utf-8")


def short_file(path: Path) -> None:
    """A file shorter than SQLite's header."""
    path.write_bytes(b"SQLite")


def empty_file(path: Path) -> None:
    """A file with nothing in it."""
    path.touch()


def random_bytes(path: Path) -> None:
    """SQLite's first words, then nonsense."""
    path.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 64)


def foreign_database(path: Path) -> None:
    """Another program's SQLite file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE song (title TEXT)")


def foreign_database_with_a_log(path: Path) -> None:
    """Another program's SQLite file whose last writes lie in its write-ahead log."""
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1])\n"
        "c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TABLE song (title TEXT)')\n"
        "c.commit()\n"
        "os._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(path)], check=True)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0


def other_application(path: Path) -> None:
    """A SQLite file that says it is another application's."""
    foreign_database(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA application_id = 252006674")


def newer_schema(path: Path) -> None:
    """A file of ours from a later samling."""
    create(path)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file's bytes by name."""
    return {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}


def open_and_start(path: Path, clock: FakeClock) -> None:
    """Open a file and start its day."""
    with closing(open_session(path, clock)) as session:
        session.do("start")


class TestHostileFiles:
    @pytest.mark.parametrize(
        ("make", "word"),
        [
            (text_file, "not a samling database"),
            (short_file, "not a samling database"),
            (empty_file, "empty file"),
            (random_bytes, "hostile.db"),
            (foreign_database, "another program"),
            (foreign_database_with_a_log, "another program"),
            (other_application, "another program"),
            (newer_schema, "newer samling"),
        ],
    )
    def test_it_is_refused_and_left_as_it_is(self, tmp_path: Path, make: Callable[[Path], None], word: str) -> None:
        """A file that is not ours is named in the refusal, and not a byte of it or beside it changes."""
        path = tmp_path / "hostile.db"
        make(path)
        before = contents(tmp_path)
        with pytest.raises(DatabaseUnusable, match=word) as refused:
            Database(path)
        assert str(path) in str(refused.value)
        assert contents(tmp_path) == before

    def test_a_folder_is_refused(self, tmp_path: Path) -> None:
        """A folder given as the file is called a folder."""
        with pytest.raises(DatabaseUnusable, match="is a folder"):
            Database(tmp_path)

    def test_a_missing_folder_is_refused_and_not_made(self, tmp_path: Path) -> None:
        """Neither opening nor making a file makes the folder that was mistyped."""
        for attempt in (Database, create):
            with pytest.raises(DatabaseUnusable, match="does not exist"):
                attempt(tmp_path / "missing" / "samling.db")
        assert list(tmp_path.iterdir()) == []

    def test_a_file_in_the_place_of_a_folder_is_refused(self, tmp_path: Path) -> None:
        """A path that goes through a file says that there is no such folder."""
        text_file(tmp_path / "notes.txt")
        with pytest.raises(DatabaseUnusable, match="does not exist"):
            Database(tmp_path / "notes.txt" / "samling.db")

    @pytest.mark.skipif(os.name != "posix", reason="pipes with a name are POSIX's")
    def test_a_pipe_is_refused_without_waiting_for_it(self, tmp_path: Path) -> None:
        """What is not a plain file is refused at once."""
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(DatabaseUnusable, match="is not a file"):
            Database(tmp_path / "pipe")

    @pytest.mark.skipif(os.name != "posix", reason="who may write is told in POSIX's way")
    @pytest.mark.parametrize("folder_too", [False, True])
    def test_a_read_only_file_is_not_written(self, path: Path, clock: FakeClock, folder_too: bool) -> None:
        """Where the file, or its folder too, may only be read, an action is refused in words and nothing changes."""
        with TemporaryDirectory() as folder:
            shown = Path(folder) / "samling.db"
            shown.write_bytes(path.read_bytes())
            shown.chmod(0o444)
            shown.parent.chmod(0o555 if folder_too else 0o777)
            with ordinary_user(), pytest.raises(DatabaseUnusable, match=r"read-only|cannot be opened") as refused:
                open_and_start(shown, clock)
            assert str(shown) in str(refused.value)
            assert shown.read_bytes() == path.read_bytes()

    def test_a_file_opened_for_looking_takes_nothing(self, path: Path, clock: FakeClock) -> None:
        """A connection that may only read refuses an action in words, and the day stands as it was."""
        with closing(Session(Database(path, read_only=True), clock, "test")) as session:
            before = session.in_use()
            with pytest.raises(DatabaseUnusable, match="read-only"):
                session.do("start")
            assert session.in_use() == before

    def test_a_locked_file_is_refused_after_the_timeout(self, path: Path, clock: FakeClock) -> None:
        """While another program holds the write lock an action is refused, and fits once the lock is gone."""
        with closing(sqlite3.connect(path, isolation_level=None)) as other, closing(open_session(path, clock)) as ours:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseUnusable, match="held by another program"):
                ours.do("start")
            other.execute("ROLLBACK")
            assert ours.do("start").gathering.current == 1

    def test_a_file_held_for_one_program_alone_is_refused(self, path: Path) -> None:
        """A file that another program has locked for itself cannot be opened; its bytes stay."""
        with closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("PRAGMA journal_mode = DELETE")
            other.execute("BEGIN EXCLUSIVE")
            with pytest.raises(DatabaseUnusable, match="held by another program"):
                Database(path, busy_seconds=0.05)

    def test_a_truncated_file_is_refused_when_it_is_read(self, path: Path, clock: FakeClock) -> None:
        """Half a file is told as damage, not as a bug, and not a byte of it changes."""
        whole = path.read_bytes()
        path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096])
        before = path.read_bytes()
        with pytest.raises(DatabaseUnusable), closing(open_session(path, clock)) as session:
            session.do("start")
        assert path.read_bytes() == before

    def test_a_damaged_page_is_found(self, path: Path, clock: FakeClock) -> None:
        """A page of nonsense is told as damage, by the health check and when it is read, and the bytes stay."""
        damage(path, "block")
        damaged = path.read_bytes()
        with closing(Database(path)) as database, pytest.raises(DatabaseUnusable, match="damaged"):
            database.health()
        with closing(open_session(path, clock)) as session, pytest.raises(DatabaseUnusable, match="damaged"):
            session.in_use()
        assert path.read_bytes() == damaged

    def test_a_value_that_samling_never_wrote_is_told(self, path: Path, clock: FakeClock) -> None:
        """A row that somebody put nonsense into is a fault of the file, named, and not of samling."""
        with closing(sqlite3.connect(path)) as other:
            other.execute("UPDATE block SET kind = 'karaoke' WHERE position = 2")
            other.commit()
        with closing(open_session(path, clock)) as session, pytest.raises(DatabaseUnusable, match="karaoke"):
            session.in_use()


def retitle(database: Database, title: str, *, fails: bool = False) -> None:
    """Give every block a title in one transaction, which may come to nothing."""
    with database.writing():
        database.execute("UPDATE block SET title = ?", (title,))
        if fails:
            raise RuntimeError


class TestConnection:
    def test_it_is_set_up_to_lose_nothing(self, path: Path) -> None:
        """Foreign keys are on, a commit waits for the disk, and the file is marked as ours."""
        with closing(Database(path)) as database:
            pragmas = {
                name: database.rows(f"PRAGMA {name}")[0][name]
                for name in ("foreign_keys", "synchronous", "application_id", "journal_mode")
            }
        assert pragmas["foreign_keys"] == 1
        assert pragmas["application_id"] == APPLICATION_ID
        assert (pragmas["journal_mode"], pragmas["synchronous"]) == (("wal", 2) if is_safe_sqlite() else ("delete", 3))

    def test_a_transaction_takes_the_lock_at_once(self, path: Path) -> None:
        """While one connection is in its transaction another cannot begin one, before either has written."""
        with (
            closing(Database(path)) as one,
            closing(Database(path, busy_seconds=0)) as two,
            one.writing(),
            pytest.raises(DatabaseUnusable, match="held by another"),
        ):
            retitle(two, "Never")

    def test_what_fails_halfway_leaves_nothing(self, path: Path) -> None:
        """An error inside a transaction rolls all of it back."""
        with closing(Database(path)) as database:
            with pytest.raises(RuntimeError):
                retitle(database, "Gone", fails=True)
            assert [row["title"] for row in database.rows("SELECT title FROM block ORDER BY id")] == ["A", "B", "C"]

    def test_the_version_moves_on_the_others_commits_alone(self, path: Path) -> None:
        """`version` tells that another connection has written; one's own writing and what was rolled back do not."""
        with closing(Database(path)) as one, closing(Database(path)) as two:
            before = one.version()
            retitle(one, "Mine")
            assert one.version() == before
            with pytest.raises(RuntimeError):
                retitle(two, "Never", fails=True)
            assert one.version() == before
            retitle(two, "Theirs")
            assert one.version() != before

    def test_one_reading_sees_one_state(self, path: Path) -> None:
        """Across several queries a reader sees the file as it was at the first, whatever is written meanwhile."""
        with closing(Database(path)) as one, closing(Database(path)) as two, one.reading():
            first = one.rows("SELECT title FROM block WHERE id = 1")
            retitle(two, "Changed")
            assert one.rows("SELECT title FROM block WHERE id = 1") == first


class TestReplacedFile:
    @staticmethod
    def delete(path: Path) -> None:
        """Delete the file."""
        path.unlink()

    @staticmethod
    def replace(path: Path) -> None:
        """Put another whole file in its place, as a sync tool does."""
        copy = path.with_name("copy.db")
        create(copy)
        copy.replace(path)

    @staticmethod
    def move(path: Path) -> None:
        """Give the file another name."""
        path.rename(path.with_name("elsewhere.db"))

    @pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
    @pytest.mark.parametrize("how", ["delete", "replace", "move"])
    def test_nothing_is_acknowledged_into_a_file_that_is_gone(self, path: Path, clock: FakeClock, how: str) -> None:
        """Once its file is gone no action of a session is called saved, and a file that came is untouched."""
        with closing(open_session(path, clock)) as session:
            session.do("start")
            getattr(self, how)(path)
            before = path.read_bytes() if path.exists() else None
            with pytest.raises(DatabaseUnusable, match="while it was open"):
                session.do("next")
            with pytest.raises(DatabaseUnusable, match="while it was open"):
                session.check_file()
            assert (path.read_bytes() if path.exists() else None) == before

    @pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")
    def test_nor_when_it_goes_in_the_moment_of_the_commit(
        self, path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A commit into a file that has just been deleted succeeds for SQLite, but is not called saved."""
        execute = Database.execute

        def deleting(database: Database, sql: str, parameters: tuple[object, ...] = ()) -> None:
            if sql == "COMMIT":
                path.unlink()
            execute(database, sql, parameters)

        with closing(open_session(path, clock)) as session:
            monkeypatch.setattr(Database, "execute", deleting)
            with pytest.raises(DatabaseUnusable, match="while it was open"):
                session.do("start")


class TestCreate:
    def test_the_first_of_several_makes_it(self, tmp_path: Path) -> None:
        """Many that make the same file at once leave one whole file and nothing beside it."""
        path = tmp_path / "samling.db"
        with ThreadPoolExecutor(8) as pool:
            list(pool.map(create, [path] * 16))
        with closing(Database(path)) as database:
            assert database.health() == []
            assert database.rows("SELECT count(*) AS tables FROM sqlite_schema WHERE name = 'block'")[0]["tables"] == 1
        assert [each.name for each in tmp_path.iterdir()] == ["samling.db"]

    def test_a_file_that_is_there_is_never_overwritten(self, path: Path) -> None:
        """Making a file where there is one leaves that one."""
        before = path.read_bytes()
        create(path)
        assert path.read_bytes() == before

    def test_the_tables_are_strict(self, path: Path) -> None:
        """Every table of ours takes only values of its columns' types."""
        with closing(Database(path)) as database:
            loose = database.rows(
                "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND NOT strict"
            )
        assert {row["name"] for row in loose} <= {"sqlite_schema", "sqlite_sequence", "_sqlite_migrations"}


def fill(session: Session) -> None:
    """Jot long notes until there is no room."""
    for number in range(200):
        session.do("note", text=f"{number} {'long ' * 90}")


class TestFullDisk:
    def test_an_action_is_refused_and_the_day_stands(self, path: Path, clock: FakeClock) -> None:
        """Without room an action is refused in words and nothing of it is kept; once there is room it fits."""
        with closing(open_session(path, clock)) as session:
            before = session.in_use()
            pages = session._database.rows("PRAGMA page_count")[0]["page_count"]
            session._database.execute(f"PRAGMA max_page_count = {pages}")
            with pytest.raises(DatabaseUnusable, match="disk is full"):
                fill(session)
            kept = session.in_use()
            assert (kept.blocks, kept.days) == (before.blocks, before.days)
            assert len(session.log(kept.id)) == len(kept.notes) + 4
            session._database.execute("PRAGMA max_page_count = 100000")
            assert session.do("start").gathering.current == 1

    @pytest.mark.skipif(os.name != "posix", reason="the limit on a file's size is POSIX's")
    def test_a_new_file_is_whole_or_not_there(self, tmp_path: Path) -> None:
        """Where a file cannot grow, making one fails in words and leaves nothing behind."""
        script = (
            "import resource, sys, pathlib\n"
            "from samling.domain.errors import DatabaseUnusable\n"
            "from samling.store.database import create\n"
            "import sqlite_utils, samling.store.schema\n"
            "resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))\n"
            "try:\n"
            "    create(pathlib.Path(sys.argv[1]))\n"
            "except DatabaseUnusable as fault:\n"
            "    print(fault)\n"
        )
        path = tmp_path / "samling.db"
        done = subprocess.run(
            [sys.executable, "-B", "-c", script, str(path)],
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert str(path) in done.stdout or "disk is full" in done.stdout
        assert list(tmp_path.iterdir()) == []


class TestCopy:
    def test_it_holds_everything_while_the_file_is_open(self, path: Path, tmp_path: Path, clock: FakeClock) -> None:
        """A copy taken with a window open is a whole file of ours with the same day."""
        copy = tmp_path / "copy.db"
        with closing(open_session(path, clock)) as session, closing(Database(path)) as other:
            started = session.do("start").gathering
            other.copy_to(copy)
        with closing(open_session(copy, clock)) as copied:
            assert copied.in_use() == started

    def test_it_never_overwrites(self, path: Path, tmp_path: Path) -> None:
        """A name that is taken is refused, and what is there stays."""
        taken = tmp_path / "taken.db"
        taken.write_text("mine", encoding="utf-8")
        with closing(Database(path)) as database, pytest.raises(Refused, match="exists already"):
            database.copy_to(taken)
        assert taken.read_text(encoding="utf-8") == "mine"
        assert {each.name for each in tmp_path.iterdir()} == {"samling.db", "taken.db"}

    def test_into_a_missing_folder_it_is_refused(self, path: Path, tmp_path: Path) -> None:
        """A folder that is not there is told, and not made."""
        with closing(Database(path)) as database, pytest.raises(DatabaseUnusable, match="folder"):
            database.copy_to(tmp_path / "missing" / "copy.db")
        assert not (tmp_path / "missing").exists()
