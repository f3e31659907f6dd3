"""Real files for tests: opened, with a clock that stands still and a small gathering to do things to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from making import at
from samling.domain.plan import BlockChange
from samling.session import Session
from samling.store.database import Database, create

if TYPE_CHECKING:
    from pathlib import Path

    from samling.clock import Clock
    from samling.domain.gathering import Gathering


def open_session(path: Path, clock: Clock, who: str = "test", **options: Any) -> Session:  # noqa: ANN401
    """Open a file, made first where it is not there, as a session that waits no more than a moment for a lock."""
    if not path.exists():
        create(path)
    return Session(Database(path, busy_seconds=0.05), clock, who, **options)


def new_day(session: Session, count: int = 3) -> Gathering:
    """Make a network and a gathering with blocks of ten minutes from 15:00, "A", "B" and so on."""
    session.new_network("Network", "Europe/Oslo")
    session.new_gathering(title="Day", start=at("15:00"), end=at("16:00"), programme=None)
    for index in range(count):
        session.do("add", change=BlockChange(title=chr(ord("A") + index), planned_seconds=600))
    return session.in_use()
