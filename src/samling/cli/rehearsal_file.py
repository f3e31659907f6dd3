"""Making a rehearsal's file: a copy of the user's own, or an invented network; marked, and with a clock of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from samling import clock
from samling.cli.demo_file import Told
from samling.domain import agenda
from samling.domain.clockset import DemoTime
from samling.domain.errors import N_, Refused
from samling.domain.gathering import Kind
from samling.domain.localtime import instant, to_local
from samling.domain.pitching.judge import Judge
from samling.domain.rehearsal.cast import draw_cast
from samling.domain.rehearsal.door import DIRECTOR
from samling.domain.team import Person
from samling.language import _, language
from samling.session import Session
from samling.session.players import REHEARSAL, see
from samling.store import clocks
from samling.store.database import Database, create
from samling.store.upgrade import upgrade

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.domain.rehearsal.cast import Begun, Cast
    from samling.domain.team import Team

LEAD = timedelta(minutes=10)
"""So long before the planned start a rehearsal begins: people are coming in at the door."""

_PROGRAMME = "unn-samling-4-forslag"
_FORM = "standard"
_DIRECTOR = "Aslaug Tveito"
_START = time(9, 0)
_MINUTES = 240


@dataclass(frozen=True, slots=True)
class Asked:
    """What is rehearsed and how: `speed` times as fast, with the troubles that are drawn for `begun`.

    `teams` and `judges` are how many are made up where there are none. Without a `programme` it is the gathering in
    use.
    """

    speed: float
    begun: Begun
    teams: int
    judges: int
    programme: str | None


def prepare(path: Path, source: Path, asked: Asked) -> None:
    """Make the rehearsal at `path` of what is in use in `source`, which is only read; without it, of an invented one.

    It is made aside, and put there whole. Raises `Refused` where the gathering has begun, or `path` is taken.
    """
    with TemporaryDirectory(prefix="samling-rehearsal-", ignore_cleanup_errors=True) as folder:
        made = Path(folder) / "made.db"
        _make(made, source, asked)
        _copy(made, path)


def _make(path: Path, source: Path, asked: Asked) -> None:
    if source.exists():
        _copy(source, path)
        _renew(path)
    else:
        create(path)
    database = Database(path)
    try:
        session = Session(database, told := Told(clock.true_now()), REHEARSAL)
        _fill(session, asked, told.at)
        begins = session.in_use().days[0].planned_start - LEAD
        told.at = begins
        session.begin_rehearsal(asked.begun, DemoTime(clock.true_now(), begins, asked.speed))
    finally:
        database.close()


def _copy(source: Path, path: Path) -> None:
    original = Database(source, read_only=True)
    try:
        original.copy_to(path)
    finally:
        original.close()


def _renew(path: Path) -> None:
    """Bring a copy of a file of an earlier samling up to this one's tables."""
    copy = Database(path)
    is_of_today = copy.is_of_today
    copy.close()
    if not is_of_today:
        upgrade(path)


def go_on(path: Path, speed: float) -> None:
    """Set the speed of the rehearsal that is at `path`; raise `Refused` where something else is."""
    database = Database(path)
    try:
        session = Session(database, clock.true_now, REHEARSAL)
        demo = session.demo_time()
        if demo is None or session.rehearsal() is None:
            raise Refused(
                N_("{path} exists and is not a rehearsal: it is left as it is. Give another file."), path=path
            )
        show(database, clock.demo_clock(demo)(), speed)
    finally:
        database.close()


def show(database: Database, moment: datetime, speed: float) -> None:
    """Let a rehearsal's clock show `moment` now, and go on from there."""
    with database.writing():
        clocks.keep_demo_time(database, DemoTime(clock.true_now(), moment, speed))


def cast_of(session: Session) -> Cast:
    """Return the cast of a rehearsal: the same for the same seed, however often it is opened."""
    begun = session.rehearsal()
    assert begun is not None, "it was checked that it is one"
    sight = see(session)
    rng = Random(begun.seed)
    return draw_cast(sight.gathering, sight.roster, sight.pitching, begun.temper, rng)


# what is made up where the file has none


def _fill(session: Session, asked: Asked, today: datetime) -> None:
    snapshot = session.snapshot()
    if snapshot.network is None:
        session.new_network(_("Rehearsal"), "Europe/Oslo")
    if snapshot.gathering is None or asked.programme is not None:
        _plan(session, asked.programme or _PROGRAMME, today)
    gathering = session.in_use()
    if agenda.progress(gathering) is not agenda.Progress.NOT_STARTED:
        raise Refused(
            N_(
                "“{title}” has begun. Rehearse a gathering before its day: make it with samling gathering new, or "
                "rehearse a programme with --programme ID."
            ),
            title=gathering.title,
        )
    if not gathering.blocks:
        raise Refused(N_("“{title}” has no blocks yet: there is nothing to rehearse."), title=gathering.title)
    if not session.roster().taking_part:
        session.do("team-import", teams=_teams(asked.teams), file=_("Rehearsal"))
        session.do("person-add", person=Person(_DIRECTOR, DIRECTOR))
    if any(block.kind is Kind.PITCHING for block in gathering.blocks):
        _make_ready_for_pitches(session, asked.judges)


def _plan(session: Session, programme_id: str, today: datetime) -> Gathering:
    from samling.content.programmes import find_programme

    network = session.network_in_use()
    programme = find_programme(programme_id)
    start = instant(to_local(today, network.timezone).date(), _START, network.timezone)
    end = start + timedelta(minutes=programme.minutes or _MINUTES)
    return session.new_gathering(title=programme.title, start=start, end=end, programme=programme)


def _teams(count: int) -> tuple[Team, ...]:
    """So many teams: those of the demo, and again with numbers where more are wanted."""
    from samling.content.demo import load_demo

    known = load_demo().teams
    return tuple(_numbered(known[each % len(known)], each // len(known) + 1) for each in range(count))


def _numbered(team: Team, number: int) -> Team:
    """The team itself, or one like it without its people: nobody is in two teams."""
    return team if number == 1 else replace(team, name=f"{team.name} {number}", people=(), coach="")


def _make_ready_for_pitches(session: Session, judges: int) -> None:
    pitching = session.pitching()
    if not pitching.forms:
        from samling.content.forms import find_form

        session.do("pitch-form", form=find_form(_FORM).said(language()))
    for number in range(1, judges + 1) if not pitching.judges else ():
        added: dict[str, Any] = {"judge": Judge(_("Judge {number}").format(number=number))}
        session.do("judge-add", **added)
