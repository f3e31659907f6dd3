"""The databases that figures are measured with: a new one, and one with years in it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.clock import true_now
from samling.content.programmes import find_programme
from samling.session import Session
from samling.store.database import Database, create

if TYPE_CHECKING:
    from pathlib import Path

GATHERINGS = 200
LOG_ROWS = 5000
BEGUN_AFTER = timedelta(milliseconds=400)
"""When in a second the blocks begin: a running block's figures turn apart from the time of day's, as they do in use."""


def make(path: Path, *, gatherings: int, log_rows: int) -> Path:
    """Make a database in which the last of `gatherings` has just begun, and which has at least `log_rows` in its log.

    Everything goes through the session, so the file is what use would have made of it.
    """
    create(path)
    programme = find_programme("unn-samling-2-forslag")
    now = true_now()
    today = now.replace(second=0, microsecond=0)
    session = Session(Database(path), lambda: now, "benchmark")
    session.new_network("Fjordhelse", "Europe/Oslo")
    changes = max(0, log_rows // gatherings - 2)
    for age in reversed(range(gatherings)):
        start = today - timedelta(days=age)
        now = start
        session.new_gathering(
            title=f"Samling {gatherings - age}", start=start, end=start + timedelta(hours=4), programme=programme
        )
        now = start + BEGUN_AFTER
        session.do("start")
        for turn in range(changes):
            session.do("extend", seconds=60 if turn % 2 else -60)
        if age:
            session.do("finish")
    session.close()
    return path


def new(folder: Path) -> Path:
    """Make a database with one gathering."""
    return make(folder / "new.db", gatherings=1, log_rows=0)


def grown(folder: Path) -> Path:
    """Make a database with 200 gatherings and 5,000 rows in its log."""
    return make(folder / "grown.db", gatherings=GATHERINGS, log_rows=LOG_ROWS)
