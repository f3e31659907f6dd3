"""The change log and the chains of undo. The log only grows; what stands undone is kept beside it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samling.store import changes as change_rows
from samling.store.rows import from_text, read_json, to_text

if TYPE_CHECKING:
    from datetime import datetime

    from samling.store.changes import Change
    from samling.store.database import Database, Row
    from samling.store.parts import Owner


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One row of the log: who did what, when it happened and when it was recorded (UTC).

    `of` is the entry that an undo or redo is about.
    """

    id: int | None
    network_id: int | None
    gathering_id: int | None
    recorded_at: datetime
    happened_at: datetime
    who: str
    action: str
    arguments: dict[str, Any]
    changes: list[Change]
    of: int | None = None


def append(database: Database, entry: LogEntry, chain: str | None = None, goes_on: int | None = None) -> int:
    """Add an entry and return its id. In a `chain` it can be undone, and what stood undone there is given up.

    Where it `goes_on` from an earlier entry, and holds its changes as well, it is the step of undo in its place.
    """
    log_id = database.insert(
        "log",
        {
            "network_id": entry.network_id,
            "gathering_id": entry.gathering_id,
            "recorded_at": to_text(entry.recorded_at),
            "happened_at": to_text(entry.happened_at),
            "who": entry.who,
            "action": entry.action,
            "arguments": json.dumps(entry.arguments, ensure_ascii=False),
            "changes": change_rows.to_json(entry.changes),
            "of": entry.of,
        },
    )
    if chain is not None:
        database.execute(
            f"DELETE FROM undo_step WHERE {_OF_CHAIN} AND undone = 1",  # noqa: S608 - our own words
            (entry.network_id, entry.gathering_id, chain),
        )
        if goes_on is not None:
            database.execute("DELETE FROM undo_step WHERE log_id = ?", (goes_on,))
        database.insert(
            "undo_step",
            {
                "log_id": log_id,
                "network_id": entry.network_id,
                "gathering_id": entry.gathering_id,
                "chain": chain,
                "undone": 0,
            },
        )
    return log_id


_OF_CHAIN = "undo_step.network_id = ? AND undo_step.gathering_id IS ? AND chain = ?"
_STEP = f"SELECT log.* FROM undo_step JOIN log ON log.id = log_id WHERE {_OF_CHAIN} "  # noqa: S608 - our own words


def to_undo(database: Database, owner: Owner, chain: str) -> LogEntry | None:
    """Return the last entry of an owner's chain that is not undone."""
    found = database.rows(
        _STEP + "AND undone = 0 ORDER BY log_id DESC LIMIT 1", (owner.network_id, owner.gathering_id, chain)
    )
    return _entry(found[0]) if found else None


def to_redo(database: Database, owner: Owner, chain: str) -> LogEntry | None:
    """Return the first entry of an owner's chain that stands undone."""
    found = database.rows(
        _STEP + "AND undone = 1 ORDER BY log_id LIMIT 1", (owner.network_id, owner.gathering_id, chain)
    )
    return _entry(found[0]) if found else None


def undone(database: Database, gathering_id: int | None) -> list[LogEntry]:
    """Return the entries of a gathering, in all its chains, that stand undone and can be brought forward."""
    found = database.rows(
        "SELECT log.* FROM undo_step JOIN log ON log.id = log_id WHERE undo_step.gathering_id = ? AND undone = 1",
        (gathering_id,),
    )
    return [_entry(row) for row in found]


def mark(database: Database, log_id: int, *, undone: bool) -> None:
    """Note that an entry now stands undone, or no longer does."""
    database.execute("UPDATE undo_step SET undone = ? WHERE log_id = ?", (int(undone), log_id))


def latest_about(database: Database, entry: LogEntry) -> LogEntry:
    """Return the last row about an entry: its latest undo or redo, or the entry itself."""
    found = database.rows(
        "SELECT * FROM log WHERE gathering_id IS ? AND id >= ? AND (id = ? OR of = ?) ORDER BY id DESC LIMIT 1",
        (entry.gathering_id, entry.id, entry.id, entry.id),
    )
    return _entry(found[0])


def later(database: Database, entry: LogEntry, action: str) -> list[LogEntry]:
    """Return the entries named `action` of the same gathering that came after an entry, in their order."""
    found = database.rows(
        "SELECT * FROM log WHERE gathering_id IS ? AND id > ? AND action = ? ORDER BY id",
        (entry.gathering_id, entry.id, action),
    )
    return [_entry(row) for row in found]


def after(database: Database, log_id: int, limit: int) -> list[LogEntry]:
    """Return the entries after one, of everything, oldest first, and no more of them than `limit`."""
    return [_entry(row) for row in database.rows("SELECT * FROM log WHERE id > ? ORDER BY id LIMIT ?", (log_id, limit))]


def entries(database: Database, gathering_id: int | None, limit: int | None = None) -> list[LogEntry]:
    """Return the log of a gathering (or all of it), oldest first; with `limit` the newest that many."""
    where, parameters = ("WHERE gathering_id = ?", (gathering_id,)) if gathering_id else ("", ())
    found = database.rows(
        f"SELECT * FROM log {where} ORDER BY id DESC LIMIT ?",  # noqa: S608 - our own words
        (*parameters, -1 if limit is None else limit),
    )
    return [_entry(row) for row in reversed(found)]


def newest(database: Database, action: str) -> LogEntry | None:
    """Return the last entry named `action` of everything, if there is one."""
    found = database.rows("SELECT * FROM log WHERE action = ? ORDER BY id DESC LIMIT 1", (action,))
    return _entry(found[0]) if found else None


def last_recorded(database: Database) -> datetime | None:
    """Return when the newest entry was recorded; None where nothing has been done yet."""
    found = database.rows("SELECT recorded_at FROM log ORDER BY id DESC LIMIT 1")
    return from_text(found[0]["recorded_at"]) if found else None


def of_network(database: Database, network_id: int) -> list[LogEntry]:
    """Return what was done to a network, or to the whole file, and to no gathering of it, oldest first."""
    found = database.rows(
        "SELECT * FROM log WHERE gathering_id IS NULL AND (network_id = ? OR network_id IS NULL) ORDER BY id",
        (network_id,),
    )
    return [_entry(row) for row in found]


def _entry(row: Row) -> LogEntry:
    recorded, happened = from_text(row["recorded_at"]), from_text(row["happened_at"])
    assert recorded is not None, "the column is NOT NULL"
    assert happened is not None, "the column is NOT NULL"
    return LogEntry(
        id=row["id"],
        network_id=row["network_id"],
        gathering_id=row["gathering_id"],
        recorded_at=recorded,
        happened_at=happened,
        who=row["who"],
        action=row["action"],
        arguments=read_json(row["arguments"]),
        changes=change_rows.from_json(row["changes"]),
        of=row["of"],
    )
