"""Making the demo's database: the invented network, with everything done to it through the ordinary actions."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from samling import clock
from samling.domain.clockset import DemoTime
from samling.domain.errors import N_, Refused
from samling.domain.localtime import after, instant
from samling.session import Session
from samling.store import clocks
from samling.store.database import Database, create

if TYPE_CHECKING:
    from pathlib import Path

    from samling.content.demo import Demo, DemoGathering


class Told:
    """A clock that shows what it was told: the demo's history happens at its own times."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return what it was told."""
        return self.at


def prepare(path: Path, speed: float | None) -> None:
    """Make the demo at `path`, or set the speed of the one that is there.

    Raises `Refused` when the file is there and is not a demo: nobody's gathering is ever turned into one.
    """
    if path.exists():
        _check_is_demo(path, speed)
        return
    from samling.content.demo import load_demo

    create(path)
    database = Database(path)
    try:
        demo = load_demo()
        _tell_history(Session(database, told := Told(demo.clock), "control"), told, demo)
        with database.writing():
            clocks.keep_demo_time(database, DemoTime(clock.true_now(), demo.clock, speed or 1.0))
    finally:
        database.close()


def _check_is_demo(path: Path, speed: float | None) -> None:
    database = Database(path)
    try:
        demo = clocks.demo_time(database)
        if demo is None:
            raise Refused(N_("{path} exists and is not a demo: it is left as it is. Give another file."), path=path)
        if speed is not None:
            now = clock.true_now()
            with database.writing():
                clocks.keep_demo_time(database, DemoTime(now, clock.demo_clock(demo)(), speed))
    finally:
        database.close()


def _tell_history(session: Session, told: Told, demo: Demo) -> None:
    told.at = demo.gatherings[0].steps[0].at
    session.new_network(demo.name, demo.timezone)
    session.do("team-import", teams=demo.teams, file=demo.name)
    for gathering in demo.gatherings:
        _hold(session, told, demo.timezone, gathering)


def _hold(session: Session, told: Told, timezone: str, gathering: DemoGathering) -> None:
    from samling.content.programmes import find_programme

    start = instant(gathering.date, gathering.start, timezone)
    told.at = start
    programme = find_programme(gathering.programme_id)
    session.new_gathering(
        title=programme.title, start=start, end=after(start, gathering.end, timezone), programme=programme
    )
    for step in gathering.steps:
        told.at = step.at
        session.do(step.action, **step.arguments)
