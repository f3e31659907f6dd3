"""A file of an earlier samling, opened by this one."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from earlier import first_file
from samling.cli.place import Place
from samling.domain.team import Person, Team
from samling.store.database import Database
from samling.store.opening import SCHEMA_VERSION
from samling.store.schema import migrations
from samling.store.upgrade import upgrade

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """A file as the first samling made it."""
    path = tmp_path / "first.db"
    first_file(path)
    return path


def version(path: Path) -> int:
    """Return the number of the file's tables."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


class TestUpgrade:
    def test_everything_is_kept(self, first: Path) -> None:
        """Opened as any file is, it has its teams, people and chain of undo as before."""
        with Place(first, None).session() as session:
            assert session.roster().teams == (
                Team(
                    "Nord",
                    "Fjordhelse",
                    "Medisin",
                    "Bodø",
                    coach="Kari",
                    people=(Person("Åse", "team-leader", "nurse", id=9),),
                    id=7,
                ),
            )
            assert session.undo().gathering.title == "Dag 1"
        assert version(first) == SCHEMA_VERSION

    def test_the_file_as_it_was_stays_beside(self, first: Path) -> None:
        """A copy with the first tables lies in the same folder, and a second upgrade leaves it alone."""
        with Place(first, None).session():
            pass
        beside = first.with_name(f"first-before-{SCHEMA_VERSION}.db")
        assert version(beside) == 1
        kept = beside.read_bytes()
        upgrade(first)
        assert beside.read_bytes() == kept

    def test_whole_or_not_at_all(self, first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """When it fails on the way the file is as it was."""

        def fails(_db: object) -> None:
            raise sqlite3.OperationalError("disk I/O error")

        last = migrations._migrations[-1]
        monkeypatch.setattr(last, "fn", fails)
        with pytest.raises(Exception, match="disk I/O"):
            upgrade(first)
        assert version(first) == 1
        with closing(Database(first)) as database:
            assert [row["name"] for row in database.rows("SELECT name FROM person")] == ["Åse"]
            assert database.rows("SELECT * FROM undo_step") == [
                {"log_id": 1, "gathering_id": 2, "chain": "agenda", "undone": 0}
            ]

    def test_two_at_once(self, first: Path) -> None:
        """Who comes second finds it done."""
        upgrade(first)
        upgrade(first)
        with Place(first, None).session() as session:
            assert [team.name for team in session.roster().teams] == ["Nord"]
