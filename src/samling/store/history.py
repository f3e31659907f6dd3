"""Reading what every block of every gathering took."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.history import Held
from samling.store.rows import from_text

if TYPE_CHECKING:
    from samling.store.database import Database, Row

_HELD = (
    "SELECT block.*, programme_id, timezone FROM block "
    "JOIN gathering ON gathering.id = gathering_id JOIN network ON network.id = network_id "
    "WHERE state = 'done' ORDER BY started_at, block.id"
)
_PAUSES = "SELECT pause.* FROM pause JOIN block ON block.id = block_id WHERE state = 'done'"


def held(database: Database) -> list[Held]:
    """Return every block that has ended, of all gatherings, in the order in which they were held."""
    paused: dict[int, float] = {}
    for row in database.rows(_PAUSES):
        paused[row["block_id"]] = paused.get(row["block_id"], 0.0) + _lasted(row)
    return [_held(row, paused.get(row["id"], 0.0)) for row in database.rows(_HELD)]


def _held(row: Row, paused: float) -> Held:
    started = from_text(row["started_at"])
    assert started is not None, "a block that has ended has started"
    return Held(
        gathering_id=row["gathering_id"],
        programme_id=row["programme_id"],
        source_id=row["source_id"],
        title=row["title"],
        started_at=started,
        timezone=row["timezone"],
        planned=row["planned_seconds"],
        took=max(0, round(_lasted(row) - paused)),
    )


def _lasted(row: Row) -> float:
    """Seconds from a row's start to its end."""
    started, ended = from_text(row["started_at"]), from_text(row["ended_at"])
    return (ended - started).total_seconds() if started and ended else 0.0
