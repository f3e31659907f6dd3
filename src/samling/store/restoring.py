"""Putting a back-up in the place of what a file holds: in one transaction, so that open windows just see a change."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, DatabaseUnusable, Refused
from samling.domain.holdings import Holdings, Logged
from samling.store import backups, clocks, log
from samling.store.database import Database
from samling.store.rows import from_text
from samling.store.sqlite import speaking_of
from samling.store.upgrade import upgrade

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.store.log import LogEntry


RESTORED = "file-restore"
"""What the log calls it that a back-up was put back: nothing of the day, and so no difference between two files."""


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """Open a copy of a samling file, with the tables of today and found whole; the file itself stays as it is.

    Raises `DatabaseUnusable` for a file that is foreign, damaged or of a newer samling.
    """
    with tempfile.TemporaryDirectory(prefix="samling-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / "copy.db"
        source = Database(path, read_only=True)
        try:
            _check_whole(source)
            source.copy_to(copy)
            renew = not source.is_of_today
        finally:
            source.close()
        if renew:
            upgrade(copy)
        database = Database(copy)
        try:
            yield database
        finally:
            database.close()


def _check_whole(database: Database) -> None:
    if database.health():
        raise DatabaseUnusable(N_("{path} is damaged: nothing is restored from it."), path=database.path)


def holdings(database: Database) -> Holdings:
    """Return what a file with the tables of today holds."""
    with database.reading():
        return Holdings(
            networks=frozenset(row["name"] for row in database.rows("SELECT name FROM network")),
            gatherings=frozenset(
                (date.fromisoformat(row["date"]), row["title"])
                for row in database.rows(
                    "SELECT title, min(date) AS date FROM gathering JOIN day ON gathering_id = id GROUP BY id"
                )
            ),
            log=frozenset(
                Logged(row["id"], _instant(row["recorded_at"]), _instant(row["happened_at"]))
                for row in database.rows("SELECT id, recorded_at, happened_at FROM log WHERE action <> ?", (RESTORED,))
            ),
            teams=frozenset(row["name"] for row in database.rows("SELECT name FROM team")),
            people=_rows(database, "SELECT id, team_id, name, role FROM person"),
            sheets=_rows(
                database, "SELECT judge_id, team_id, version, submitted_at FROM sheet WHERE submitted_at IS NOT NULL"
            ),
            scores=_rows(
                database,
                "SELECT judge_id, team_id, version, criterion_id, value FROM score WHERE value IS NOT NULL",
            ),
            answers=_rows(database, "SELECT survey_id, id, digest FROM survey_answer"),
        )


def _rows(database: Database, query: str) -> frozenset[Any]:
    return frozenset(tuple(row.values()) for row in database.rows(query))


def _instant(text: str) -> datetime:
    found = from_text(text)
    assert found is not None, "the column is NOT NULL"
    return found


def restore(database: Database, source: Database, entry: LogEntry, now: datetime) -> Path:
    """Let a file hold what `source` (opened with `opened`) holds, and `entry` in its log besides.

    First a back-up of it, named after `now` (local), is made: its path is returned. All of it happens while nobody
    else may write, so that nothing is lost in between. Raises `Refused` where one of the two is a demo.
    """
    if (clocks.demo_time(database) is None) != (clocks.demo_time(source) is None):
        raise Refused(N_("One of the two files is a demo, and the other is not: nothing is restored."))
    with speaking_of(database.path), _attached(database, source.path), database.writing():
        kept = backups.make(database.path, now)
        database.execute("PRAGMA defer_foreign_keys = ON")
        for table in _tables(database):
            _exchange(database, table)
        log.append(database, entry)
    return kept


@contextmanager
def _attached(database: Database, path: Path) -> Iterator[None]:
    database.execute("ATTACH DATABASE ? AS backup", (str(path),))
    try:
        yield
    finally:
        database.execute("DETACH DATABASE backup")


def _tables(database: Database) -> list[str]:
    found = database.rows("SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [*(row["name"] for row in found), "sqlite_sequence"]  # last: what is inserted before it counts there


def _exchange(database: Database, table: str) -> None:
    found = database.rows("SELECT name FROM pragma_table_info(?)", (table,))
    columns = ", ".join(f'"{row["name"]}"' for row in found)
    database.execute(f"DELETE FROM main.{table}")  # noqa: S608 - our own names
    database.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM backup.{table}")  # noqa: S608


def put_aside(path: Path, now: datetime) -> Path | None:
    """Give a file that cannot be used any more another name, its write-ahead log with it; return that name.

    None where there was neither: a log that is left alone would be taken for the next file's. Raises
    `DatabaseUnusable` where it cannot be: on Windows while a window has it open.
    """
    aside = path.with_name(f"{path.stem}-damaged-{now:%Y-%m-%d-%H%M%S}{path.suffix}")
    found = False
    with speaking_of(path):
        for ending in ("-wal", "-shm", "-journal", ""):  # the file last: what is in its log is never left behind
            beside = path.with_name(path.name + ending)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + ending))
                found = True
    return aside if found else None
