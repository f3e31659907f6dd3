"""What holds of a file after everything that can be done to it, looked at with SQL of its own."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from samling.domain.gathering import State
from samling.domain.pitching.jury import placed
from samling.domain.replan.proposals import outlook
from samling.tui.view import look

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.session import Session, Snapshot

Rows = dict[str, list[tuple[Any, ...]]]

_NEVER_TAKEN_BACK = ("log", "undo_step", "sheet_revision", "sqlite_sequence", "clock_seen")


def everything(session: Session) -> Rows:
    """Every row of every table, each table in the order of its key."""
    connection = session._database._connection
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {
        table: [tuple(row) for row in connection.execute(f"SELECT * FROM {table}")]  # noqa: S608
        for table in tables
    }


def undoable(rows: Rows) -> Rows:
    """The rows that undo brings back: all but the log and what beside it only grows."""
    return {table: found for table, found in rows.items() if table not in _NEVER_TAKEN_BACK}


def changed(before: Rows, after: Rows) -> dict[str, tuple[Any, Any]]:
    """What differs, for a message that can be read."""
    return {
        table: ([row for row in before[table] if row not in after[table]],
                [row for row in after[table] if row not in before[table]])
        for table in before if before[table] != after[table]
    }  # fmt: skip


def check_file(session: Session, rows: Rows) -> None:
    """Assert what SQLite and the rows say: whole, typed, without rows that hang loose, without gaps."""
    database = session._database
    assert database.rows("PRAGMA foreign_key_check") == []
    assert [tuple(row.values()) for row in database.rows("PRAGMA integrity_check")] == [("ok",)]
    blocks = database.rows("SELECT gathering_id, position, state FROM block ORDER BY gathering_id, position")
    for _gathering, some in groupby(blocks, lambda row: row["gathering_id"]):
        found = list(some)
        assert [row["position"] for row in found] == list(range(1, len(found) + 1))
        assert sum(row["state"] in ("running", "paused") for row in found) <= 1
    on_stage = database.rows(
        "SELECT count(*) AS count FROM pitch WHERE status IN ('running', 'paused') GROUP BY gathering_id"
    )
    assert all(row["count"] == 1 for row in on_stage)
    check_texts(rows)


def check_record(gathering: Gathering) -> None:
    """Assert that the days' blocks stand in order, and that what was recorded of each follows upon itself."""
    assert [block.day for block in gathering.blocks] == sorted(block.day for block in gathering.blocks)
    for block in gathering.blocks:
        pauses = (instant for pause in block.pauses for instant in (pause.started_at, pause.ended_at))
        record = [instant for instant in (block.started_at, *pauses, block.ended_at) if instant]
        assert record == sorted(record)
        assert (block.started_at is not None) == (block.is_open or block.state is State.DONE)
        assert (block.ended_at is not None) == (block.state is State.DONE)
        assert sum(turn.is_open for turn in block.turns) <= block.is_open
        for turn in block.turns:
            inside = [each for each in (block.started_at, turn.started_at, turn.ended_at, block.ended_at) if each]
            assert turn.started_at is None or inside == sorted(inside)
            assert not (turn.skipped and turn.started_at)
            assert turn.started_at is not None or turn.ended_at is None


def check_texts(rows: Rows) -> None:
    """Assert that nothing that is kept can command a terminal, or turn what stands beside it about."""
    for table, found in rows.items():
        for row in found:
            for value in row:
                is_plain = not isinstance(value, str) or (value.isprintable() and "\\u00" not in value)
                assert is_plain, f"{table}: {value!r}"


def check_figures(session: Session, shown: Snapshot) -> None:
    """Assert that all that windows reckon out can be reckoned: the figures, the proposals and the result."""
    now = session.now()
    look(shown, now)
    if shown.gathering is not None:
        check_record(shown.gathering)
        outlook(shown.gathering, now)
        pitching = session.pitching()
        if pitching.forms:
            placed(pitching, session.jury())
