"""The power goes at any moment: what was acknowledged is in the file, the file is whole, and nothing is half done.

A day is held once on a disk that keeps what is done to it (`power.Disk`). For each moment at which the power goes, what
may be left on the disk is written into another folder, opened there, and compared with what had been acknowledged.
`SAMLING_LONG=1` cuts at every single moment, some thousands, instead of at sixty.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from dataclasses import dataclass
from random import Random
from shutil import rmtree
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from earlier import first_file
from file_operations import CANNOT
from making import at
from opened import hand_in, new_pitches, open_session
from power import Disk
from samling.domain.errors import SamlingError
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.roster_actions import ROSTER_CHAIN
from samling.domain.seating.actions import GROUPS_CHAIN
from samling.domain.seating.draw import drafts_of, search
from samling.domain.seating.plan import plan_draw
from samling.domain.team import Person
from samling.store import database as store
from samling.store import restoring
from samling.store.database import Database, create
from samling.store.opening import SCHEMA_VERSION
from samling.store.sqlite import sqlite3
from samling.store.upgrade import upgrade
from sharing import wish
from tables import Tables, tables, tables_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

pytestmark = pytest.mark.skipif(CANNOT is not None, reason=CANNOT or "")

CUTS = 60
LONG = os.environ.get("SAMLING_LONG") == "1"


def tables_at(path: Path) -> Tables | None:
    """Return all that stands in the file at a path; None where there is none."""
    return tables_of(path) if path.exists() else None


def draw(session: Session) -> None:
    """Draw who sits with whom in the first block."""
    session.do("edit", position=1, change=BlockChange(kind=Kind.SHARING))
    there = session.hall()
    plan = plan_draw(there, wish(), there.gathering.block(1).id or 0)
    *_steps, best = search(plan, Random(1))
    session.do("groups-draw", seatings=drafts_of(plan, best, 1, session.now()), who="A")


def act(session: Session, rng: Random) -> None:
    """Do one thing of those that are done on a day, by chance."""
    number = rng.randrange(1, 4)
    match rng.randrange(7):
        case 0:
            session.do("note", text="Et spørsmål fra salen. " * rng.randrange(1, 20))
        case 1:
            session.do("add", change=BlockChange(title=f"Block {rng.random()}", planned_seconds=600))
        case 2:
            session.do("arrive", who="", teams=(number,))
        case 3:
            session.do("person-add", person=Person(f"Kari {rng.random()}"), team_id=number)
        case 4:
            hand_in(session, rng.randrange(1, 3), number, *(rng.randrange(1, 6) for _criterion in range(3)))
        case 5:
            draw(session)
            session.undo(GROUPS_CHAIN)
        case 6:
            session.do("message", text=f"Kaffe {rng.random()}")


def hold_a_day(disk: Disk, clock: FakeClock, actions: int = 40) -> None:
    """Hold a day in two windows on one file, with all that writes files; the disk is told what is acknowledged."""
    path, backup, old = (disk.folder / name for name in ("samling.db", "backup.db", "old.db"))
    known: dict[str, Tables | None] = {old.name: tables_at(old)}
    own, rng = Database.writing, Random(7)

    def saved(**files: Tables | None) -> None:
        known.update({f"{name}.db".replace("_", "-"): found for name, found in files.items()})
        disk.acknowledge(dict(known))

    @contextmanager
    def writing(database: Database, *, wait: bool = True) -> Iterator[None]:
        with own(database, wait=wait):
            yield
        saved(samling=tables(database._connection))

    with disk.watching(), patch.object(Database, "writing", writing):
        create(path)
        saved(samling=tables_at(path))
        with closing(open_session(path, clock)) as one, closing(open_session(path, clock)) as two:
            for each in (one, two):
                each._database.execute("PRAGMA wal_autocheckpoint = 25")  # as often as on a long day
            new_pitches(one)
            for _action in range(actions):
                act(rng.choice((one, two)), rng)
            one._database.copy_to(backup)
            saved(backup=tables_at(backup))
        with closing(open_session(path, clock)) as alone:
            alone.undo(ROSTER_CHAIN)
            with restoring.opened(backup) as source:
                alone.restore(source, backup.name)
            alone.forget_people(1, "Person {}".format)
            alone.do("start")
        before = tables_at(old)
        upgrade(old)
        saved(old=tables_at(old), **{f"old-before-{SCHEMA_VERSION}": before})


@dataclass(frozen=True)
class Cut:
    """A moment at which the power goes, and what decides what is left: chance, or how much of it."""

    moment: int
    seed: int = 0
    share: float | None = None


def cuts(disk: Disk) -> list[Cut]:
    """Return the moments to try: sixty by chance, or in the long run all of them; and the worst that can be.

    That is to lose all that is not synced in the moment after something was acknowledged.
    """
    every = range(len(disk.events) + 1)
    chosen = every if LONG else sorted(Random(CUTS).sample(every, CUTS))
    return [*(Cut(moment, seed=moment) for moment in chosen), *(Cut(moment, share=0.0) for moment in disk.moments())]


def fault_after(disk: Disk, cut: Cut, folder: Path) -> str:
    """Return what is wrong with what the power has left at a cut; nothing when all is well."""
    folder.mkdir()
    disk.cut(cut.moment, Random(cut.seed), folder, cut.share)
    sure, coming = (found or {} for found in disk.acknowledged(cut.moment))
    name = ""
    try:
        for name in sure | coming:
            found = tables_at(folder / name)
            if found not in (sure.get(name), coming.get(name)):
                return f"{name} holds neither what was acknowledged nor what came next"
            if found is not None:
                with closing(Database(folder / name)) as database:
                    checks = [database.rows(f"PRAGMA {check}") for check in ("integrity_check", "foreign_key_check")]
                if checks != [[{"integrity_check": "ok"}], []]:
                    return f"{name} is not whole"
    except (sqlite3.Error, SamlingError) as fault:
        return f"{name} cannot be read: {fault}"
    finally:
        rmtree(folder)
    return ""


def faults(disk: Disk) -> dict[Cut, str]:
    """Return what is wrong after the cuts, by cut."""
    found = {cut: fault_after(disk, cut, disk.folder.with_name("left")) for cut in cuts(disk)}
    return {cut: fault for cut, fault in found.items() if fault}


@pytest.fixture
def disk(tmp_path: Path, clock: FakeClock) -> Disk:
    """A disk with a folder that has a file of an earlier samling in it, and nothing else."""
    clock.set(at("15:00"))
    folder = tmp_path / "data"
    folder.mkdir()
    first_file(folder / "old.db")
    return Disk(folder)


def test_nothing_acknowledged_is_lost(disk: Disk, clock: FakeClock) -> None:
    """At any moment of a day each file holds what was acknowledged, or that and what was just being done: all of it."""
    hold_a_day(disk, clock)
    assert faults(disk) == {}


def test_nor_with_an_older_sqlite(disk: Disk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """The slower way of keeping the file, where SQLite is old, is as safe."""
    monkeypatch.setattr(store, "is_safe_sqlite", lambda: False)
    hold_a_day(disk, clock)
    assert faults(disk) == {}


def careless(how: str) -> Callable[[Database], None]:
    """Return a way of opening files that waits less for the disk."""
    own = Database._set_up

    def set_up(database: Database) -> None:
        own(database)
        database.execute(f"PRAGMA synchronous = {how}")

    return set_up


@pytest.mark.parametrize("how", ["NORMAL", "OFF"])
def test_the_cuts_can_lose(disk: Disk, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    """With a file that waits less for the disk the same cuts lose what was acknowledged: these tests see it."""
    monkeypatch.setattr(Database, "_set_up", careless(how))
    hold_a_day(disk, clock)
    assert len(faults(disk)) > CUTS // 6
