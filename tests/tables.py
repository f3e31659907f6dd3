"""All that stands in a file, read by plain SQL and none of the program's code."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

Tables = dict[str, list[str]]
"""The rows of each table, in an order that does not depend on how they are kept."""


def tables(connection: Any) -> Tables:  # noqa: ANN401 - a connection of whichever SQLite is in use
    """Return all that a connection reads, by table; but not at what time of the day the tables themselves were made."""
    found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> '_sqlite_migrations'")
    names = [row[0] for row in found]
    return {
        name: sorted(repr(tuple(row)) for row in connection.execute(f'SELECT * FROM "{name}"'))  # noqa: S608
        for name in names
    }


def tables_of(path: Path) -> Tables:
    """Return all that stands in the file at a path."""
    with closing(sqlite3.connect(path)) as connection:
        return tables(connection)
