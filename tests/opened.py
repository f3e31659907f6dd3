"""Real files for tests: opened, with a clock that stands still and a small gathering to do things to."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pytest

from making import at
from pitches import FORM, team
from samling.domain.gathering import Kind
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.paper import Typed
from samling.domain.plan import BlockChange
from samling.session import Session
from samling.store.database import Database, create

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fake_clock import FakeClock
    from samling.clock import Clock
    from samling.domain.gathering import Gathering
    from samling.domain.scoring.form import Form


def open_session(path: Path, clock: Clock, who: str = "test", **options: Any) -> Session:  # noqa: ANN401
    """Open a file, made first where it is not there, as a session that waits no more than a moment for a lock."""
    if not path.exists():
        path.write_bytes(_new_file())
    return Session(Database(path, busy_seconds=0.05), clock, who, **options)


@cache
def _new_file() -> bytes:
    """A new file's content, which is made once: most tests ask for one."""
    with TemporaryDirectory() as folder:
        create(Path(folder) / "new.db")
        return (Path(folder) / "new.db").read_bytes()


def new_day(session: Session, count: int = 3) -> Gathering:
    """Make a network and a gathering with blocks of ten minutes from 15:00, "A", "B" and so on."""
    session.new_network("Network", "Europe/Oslo")
    session.new_gathering(title="Day", start=at("15:00"), end=at("16:00"), programme=None)
    for index in range(count):
        session.do("add", change=BlockChange(title=chr(ord("A") + index), planned_seconds=600))
    return session.in_use()


def new_pitches(session: Session, teams: int = 3, judges: int = 2, form: Form = FORM) -> None:
    """Make the pitches of a new day: teams and judges as in `pitches`, in the order of their numbers, and a form."""
    new_day(session)
    session.do("team-import", teams=tuple(replace(team(number), id=None) for number in range(1, teams + 1)))
    session.do("pitch-form", form=form)
    session.do("pitch-arrange", team_ids=tuple(range(1, teams + 1)))
    for number in range(1, judges + 1):
        session.do("judge-add", judge=Judge(f"Judge {number}", "Juryen"))


def hold_pitches(session: Session, clock: FakeClock, teams: int = 3, judges: int = 2) -> None:
    """Make pitches, and start the block of 90 minutes that they are held in, at 15:00."""
    new_pitches(session, teams, judges)
    session.do("edit", position=1, change=BlockChange(title="Pitch", kind=Kind.PITCHING, planned_seconds=5400))
    clock.set(at("15:00"))
    session.do("start")


def pitch_all(session: Session, clock: FakeClock, seconds: int = 300) -> None:
    """Let every team that is to come pitch, each so long with a changeover of half a minute after it."""
    for _each in range(sum(pitch.is_to_come for pitch in session.pitching().order)):
        session.do("pitch-start")
        clock.move(seconds=seconds)
        session.do("pitch-stop")
        clock.move(seconds=30)


def hand_in(session: Session, judge_id: int, team_id: int, *scores: int) -> None:
    """Submit a judge's sheet for a team, with scores in the form's order."""
    given = dict(zip((each.id for each in FORM.criteria), scores, strict=True))
    session.do("sheet-type", judge_id=judge_id, typed=Typed(judge_id, team_id, given), reason="again")


@contextmanager
def queries(session: Session) -> Iterator[list[str]]:
    """Note every statement that SQLite runs for the session, with its values filled in."""
    found: list[str] = []
    connection = session._database._connection
    connection.set_trace_callback(found.append)
    try:
        yield found
    finally:
        connection.set_trace_callback(None)


@contextmanager
def full_disk(session: Session) -> Iterator[None]:
    """Let every commit of the session fail, as on a disk that is full."""
    database = session._database

    def commit() -> None:
        raise database._connection.OperationalError("database or disk is full")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "execute", partial(_fails_to_commit, database.execute, commit))
        yield


def _fails_to_commit(execute: Callable[..., None], fail: Callable[[], None], sql: str, *parameters: Any) -> None:  # noqa: ANN401
    fail() if sql == "COMMIT" else execute(sql, *parameters)
