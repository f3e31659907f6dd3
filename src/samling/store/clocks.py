"""What the file remembers of clocks: the last pair seen on this machine, and a demo's own running time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.clockset import ClockPair, DemoTime
from samling.store.rows import from_text, to_text

if TYPE_CHECKING:
    from samling.store.database import Database


def last_pair(database: Database) -> ClockPair | None:
    """Return the pair of clocks that was seen last, if any."""
    rows = database.rows("SELECT * FROM clock_seen")
    if not rows:
        return None
    wall = from_text(rows[0]["wall"])
    assert wall is not None, "the column is NOT NULL"
    return ClockPair(rows[0]["boot"], wall, rows[0]["steady"])


def keep_pair(database: Database, pair: ClockPair) -> None:
    """Remember a pair of clocks as the last one seen."""
    database.execute(
        "INSERT INTO clock_seen (id, boot, wall, steady) VALUES (1, ?, ?, ?) "
        "ON CONFLICT (id) DO UPDATE SET boot = excluded.boot, wall = excluded.wall, steady = excluded.steady",
        (pair.boot, to_text(pair.wall), pair.steady),
    )


def demo_time(database: Database) -> DemoTime | None:
    """Return the demo's time when the file is a demo."""
    rows = database.rows("SELECT * FROM demo")
    if not rows:
        return None
    started, shows = from_text(rows[0]["started_at"]), from_text(rows[0]["shows"])
    assert started is not None, "the column is NOT NULL"
    assert shows is not None, "the column is NOT NULL"
    return DemoTime(started, shows, rows[0]["speed"])


def keep_demo_time(database: Database, time: DemoTime) -> None:
    """Make the file a demo, or set the time that it shows."""
    database.execute("DELETE FROM demo")
    database.insert(
        "demo", {"id": 1, "started_at": to_text(time.started_at), "shows": to_text(time.shows), "speed": time.speed}
    )
