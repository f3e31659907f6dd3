"""The databases that figures are measured with: a new one, and one with ten years in it.

Everything goes through the session, so the files are what use would have made of them.
"""

from __future__ import annotations

from datetime import timedelta
from shutil import copyfile
from typing import TYPE_CHECKING

from samling.clock import true_now
from samling.content.programmes import find_programme
from samling.domain.gathering import Kind
from samling.domain.localtime import milliseconds
from samling.domain.seating.values import Claim, KeepApart, Member, Seating, SharingKind, Table
from samling.domain.team import Person, Team
from samling.session import Session
from samling.store.database import Database, create

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

NETWORKS, GATHERINGS, TEAMS, PEOPLE = 100, 4, 60, 5
"""Ten years: so many networks, gatherings of each, teams in each, and people in each team."""

CHANGES = 12
"""How often a block of a gathering was made longer or shorter."""

BEGUN_AFTER = timedelta(milliseconds=400)
"""When in a second the blocks begin: a running block's figures turn apart from the time of day's, as they do in use."""

_GAP = timedelta(days=9)
"""Between two gatherings, so that 400 are ten years."""


class Told:
    """A clock that shows what it was told."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the time it was told."""
        return self.at


def new(folder: Path) -> Path:
    """Make a database with one gathering, which has just begun."""
    return _with_a_day(folder / "new.db", teams=0)


def grown(folder: Path) -> Path:
    """Make the same behind ten years of other networks: 400 gatherings with 60 teams each."""
    return _with_a_day(_after_years(folder, "grown.db"), teams=0)


def season(folder: Path) -> Path:
    """Make a database in which the last gathering of a network of 60 teams has just begun."""
    return _with_a_day(folder / "season.db", teams=TEAMS)


def grown_season(folder: Path) -> Path:
    """Make the same behind ten years of other networks."""
    return _with_a_day(_after_years(folder, "grown-season.db"), teams=TEAMS)


def _after_years(folder: Path, name: str) -> Path:
    """Return a copy of the years, which take a minute to make and are made once."""
    years = folder / "years.db"
    if not years.exists():
        session, clock = _open(years)
        first = clock.at - (NETWORKS + 1) * GATHERINGS * _GAP
        for number in range(NETWORKS):
            begun = first + number * GATHERINGS * _GAP
            _hold(session, clock, f"Network {number}", begun, gatherings=GATHERINGS, teams=TEAMS)
        session.close()
    copyfile(years, folder / name)
    return folder / name


def _with_a_day(path: Path, *, teams: int) -> Path:
    """Add the network in which a gathering has just begun; with teams, it is the last of several."""
    session, clock = _open(path)
    now = clock.at
    held = GATHERINGS - 1 if teams else 0
    _hold(session, clock, "Fjordhelse", now - held * _GAP, gatherings=held, teams=teams)
    _begin(session, clock, now, held + 1)
    session.close()
    return path


def _open(path: Path) -> tuple[Session, Told]:
    if not path.exists():
        create(path)
    clock = Told(true_now().replace(second=0, microsecond=0))
    return Session(Database(path), clock, "benchmark"), clock


def _hold(session: Session, clock: Told, name: str, first: datetime, *, gatherings: int, teams: int) -> None:
    """Make a network, and hold gatherings of it until they are over."""
    clock.at = first
    session.new_network(name, "Europe/Oslo")
    if teams:
        session.do("team-import", teams=tuple(_teams(teams)), file="participants.xlsx")
    ids = [each.id for each in session.roster().teams if each.id is not None]
    for number in range(1, gatherings + 1):
        _begin(session, clock, first + (number - 1) * _GAP, number)
        for door in range(0, teams, 10):
            session.do("arrive", teams=tuple(ids[door : door + 10]))
        for turn in range(CHANGES):
            session.do("extend", seconds=60 if turn % 2 else -60)
        _share(session, ids, number)
        session.do("finish")


def _begin(session: Session, clock: Told, start: datetime, number: int) -> None:
    clock.at = start
    programme = find_programme("unn-samling-2-forslag")
    session.new_gathering(title=f"Samling {number}", start=start, end=start + timedelta(hours=4), programme=programme)
    clock.at = start + BEGUN_AFTER
    session.do("start")


def _share(session: Session, ids: Sequence[int], number: int) -> None:
    """Announce teams two and two, so that nobody meets anybody of the other gatherings again."""
    half = len(ids) // 2
    tables = tuple(
        Table(at + 1, (Member("team", ids[at]), Member("team", ids[half + (at + number) % half]))) for at in range(half)
    )
    block = next(each for each in session.in_use().blocks if each.kind is Kind.SHARING)
    drawn = Seating(
        block.id, SharingKind.PAIRS, "two-and-two", KeepApart.NONE, 1, tables, Claim(), milliseconds(session.now())
    )
    session.do("groups-draw", seatings=(drawn,))
    (draft,) = session.seatings().of_block(block.id)
    session.do("groups-announce", seating_id=draft.id)


def _teams(count: int) -> Iterator[Team]:
    for number in range(1, count + 1):
        people = tuple(Person(f"Person {number}-{each}") for each in range(1, PEOPLE + 1))
        yield Team(f"Team {number}", organisation=f"Sykehus {number % 7}", unit=f"Post {number}", people=people)
