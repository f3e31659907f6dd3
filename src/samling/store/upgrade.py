"""Bringing a file of an earlier samling up to this one's tables, with a copy of it kept beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, DatabaseUnusable
from samling.store.database import Database, unchecked
from samling.store.opening import SCHEMA_VERSION
from samling.store.sqlite import speaking_of

if TYPE_CHECKING:
    from pathlib import Path


def opened(path: Path) -> Database:
    """Open the file at `path`, renewed first where an earlier samling made it.

    Raises `DatabaseUnusable` with the reason where it cannot be.
    """
    database = Database(path)
    if database.is_of_today:
        return database
    database.close()
    if database.read_only:
        raise DatabaseUnusable(
            N_(
                "{path} is of an earlier samling and must be renewed before it is opened, but it cannot be written to. "
                "Copy it to a folder of your own, and give that copy with --db."
            ),
            path=path,
        )
    upgrade(path)
    return Database(path)


def upgrade(path: Path) -> None:
    """Renew the tables of the file at `path`, whole or not at all; the file as it was stays as NAME-before-N.db.

    Does nothing when another process was first. Raises `DatabaseUnusable` where the file cannot be written.
    """
    import sqlite_utils

    from samling.store.schema import migrations

    _keep_a_copy(path)
    with speaking_of(path):
        connection = unchecked(path)
        try:
            connection.execute("PRAGMA synchronous = EXTRA")  # without a write-ahead log the power could take it back
            connection.execute("BEGIN IMMEDIATE")
            if connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA_VERSION:
                migrations.apply(sqlite_utils.Database(connection))
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")
        finally:
            connection.close()  # an open transaction is rolled back


def _keep_a_copy(path: Path) -> None:
    copy = path.with_name(f"{path.stem}-before-{SCHEMA_VERSION}{path.suffix}")
    if copy.exists():
        return
    database = Database(path)
    try:
        database.copy_to(copy)
    finally:
        database.close()
