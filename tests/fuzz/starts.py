"""Files to begin from: a day that waits, pitches that are on, and an award with every sheet in."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from fake_clock import FakeClock
from making import at
from opened import hand_in, hold_pitches, new_pitches, open_session, pitch_all
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.survey.values import Survey
from samling.domain.team import Person

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from pathlib import Path

    from samling.session import Session


def _day(session: Session, _clock: FakeClock) -> None:
    """Four blocks, one of them shared; three teams with people; two judges; a survey."""
    new_pitches(session)
    session.do("edit", position=2, change=BlockChange(title="Deling", kind=Kind.SHARING))
    _people(session)


def _people(session: Session) -> None:
    """Two people in each team, and a survey."""
    for team in session.roster().teams:
        for name in ("Åse", "Per"):
            session.do("person-add", person=Person(f"{name} {team.name}"), team_id=team.id)
    session.do("survey-add", survey=Survey("Etter samlingen", "https://fjordhelse.no/s"))


def _pitches(session: Session, clock: FakeClock) -> None:
    """The block of the pitches runs, nobody has pitched."""
    hold_pitches(session, clock)
    _people(session)


def _award(session: Session, clock: FakeClock) -> None:
    """Every team has pitched, and every judge has handed in a sheet for each: the result can be settled."""
    hold_pitches(session, clock)
    pitch_all(session, clock)
    for judge_id in (1, 2):
        for team_id, scores in enumerate(((5, 4, 3), (3, 3, 3), (2, 4, 1)), start=1):
            hand_in(session, judge_id, team_id, *scores)
    session.do("prize-add", title="Beste spredning")
    _people(session)


STARTS: Mapping[str, Callable[[Session, FakeClock], None]] = {"day": _day, "pitches": _pitches, "award": _award}


def make(folder: Path) -> dict[str, tuple[Path, datetime]]:
    """Make each of the files, and tell what the clock showed when it was done."""
    made = {}
    for name, fill in STARTS.items():
        clock = FakeClock(at("15:00"))
        path = folder / f"{name}.db"
        with closing(open_session(path, clock)) as session:
            fill(session, clock)
        made[name] = path, clock()
    return made
