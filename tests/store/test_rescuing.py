from __future__ import annotations

import os
from contextlib import closing
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from files import beside, damage, ordinary_user, read_only_folder
from opened import new_day, open_session
from samling.domain.errors import DatabaseUnusable, FileHeld
from samling.domain.plan import BlockChange
from samling.store import rescuing
from samling.store.database import Database
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

posix = pytest.mark.skipif(os.name != "posix", reason="Windows keeps an open file in its place")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies: in a folder of its own."""
    folder = tmp_path / "samlinger"
    folder.mkdir()
    return folder / "samling.db"


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


@posix
class TestRescued:
    def test_each_copy_has_a_name_of_its_own(self, session: Session, path: Path) -> None:
        """Two within a minute lie side by side, beside where the file lay, each with all that was saved."""
        path.unlink()
        one, other = session.rescue(), session.rescue()
        assert one != other
        assert one.parent == other.parent == path.parent
        assert one.name.startswith("samling-rescued-2026-09-16-")
        assert blocks(one) == blocks(other) == ["A", "B", "C"]

    def test_without_its_folder_it_goes_home(
        self, session: Session, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """When the folder is gone too, the copy is in the user's home."""
        monkeypatch.setenv("HOME", str(tmp_path))
        rmtree(path.parent)
        rescued = session.rescue()
        assert rescued.parent == tmp_path
        assert blocks(rescued) == ["A", "B", "C"]

    def test_after_the_log_is_lost_it_is_of_the_file_as_it_is(
        self, session: Session, path: Path, clock: FakeClock
    ) -> None:
        """What others have written since is in it: the open connection could not read that."""
        beside(path, "-wal").unlink()
        with pytest.raises(DatabaseUnusable):
            session.check_file()
        with closing(open_session(path, clock)) as other:
            other.do("edit", position=1, change=BlockChange(title="Lunsj"))
        assert blocks(session.rescue()) == ["Lunsj", "B", "C"]


class TestDamage:
    def test_a_whole_file_has_none(self, session: Session, path: Path) -> None:
        """Nothing is said of a file that is whole, also while it is open, nor of one that is not there."""
        assert session.look_for_damage() is None
        assert rescuing.damage(path.with_name("missing.db")) is None

    def test_a_file_that_is_held_is_not_called_damaged(
        self, session: Session, path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A window that could not look for damage goes on writing: another program was in the way, and no more."""

        def held(_database: Database) -> list[str]:
            raise FileHeld("A back-up holds it.")

        monkeypatch.setattr(Database, "health", held)
        assert rescuing.damage(path) is None
        assert session.look_for_damage() is None

    def test_a_damaged_part_is_named(self, session: Session, path: Path) -> None:
        """Nonsense in one table is found, and nothing more is written then; the day can still be read."""
        session.do("start")
        session.close()
        damage(path, "survey")
        with closing(Database(path)) as database:
            found = rescuing.damage(path)
            assert found is not None
            assert "damaged" in str(found)
            assert str(path) in str(found)
            database.viewing = found
            with pytest.raises(DatabaseUnusable, match="damaged"), database.writing():
                pass
            assert len(database.rows("SELECT * FROM block")) == 3


@posix
class TestReadOnly:
    def test_it_is_read_as_one_that_nobody_writes(self, session: Session, path: Path, clock: FakeClock) -> None:
        """A file in a folder that can only be read is read, and nothing is made beside it."""
        session.close()
        with read_only_folder(path) as folder, closing(as_nobody(folder / path.name, clock)) as shown:
            assert shown.read_only
            assert [block.title for block in shown.in_use().blocks] == ["A", "B", "C"]
            assert [each.name for each in folder.iterdir()] == [path.name]
            shown.check_file()

    def test_nothing_is_left_beside_a_read_only_file(self, session: Session, path: Path, clock: FakeClock) -> None:
        """Where only the file is read-only, looking at it leaves nothing that would bar writing it later."""
        session.close()
        with read_only_folder(path) as folder:
            folder.chmod(0o777)
            (folder / path.name).chmod(0o444)
            as_nobody(folder / path.name, clock).close()
            assert [each.name for each in folder.iterdir()] == [path.name]
            (folder / path.name).chmod(0o666)
            with closing(as_nobody(folder / path.name, clock)) as written:
                assert written.do("start").gathering.current == 1

    def test_one_that_somebody_writes_all_the_same_is_noticed(
        self, session: Session, path: Path, clock: FakeClock
    ) -> None:
        """Read as one that nobody writes, it is told when somebody has: what is shown would be old."""
        session.close()
        with read_only_folder(path) as folder, closing(as_nobody(folder / path.name, clock)) as shown:
            with closing(sqlite3.connect(folder / path.name)) as other:
                other.execute("PRAGMA journal_mode = DELETE")
                other.execute("UPDATE block SET title = 'Lunsj'")
                other.commit()
            with pytest.raises(DatabaseUnusable, match="while it was open"):
                shown.check_file()


def as_nobody(path: Path, clock: FakeClock) -> Session:
    """Open a file as somebody who may do what the modes say."""
    with ordinary_user():
        return open_session(path, clock)
