"""A small roster for tests of the roll, with ids, and ticking people off as a window does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import roll, roll_call
from samling.domain.roll import Roll
from samling.domain.roster import Roster
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

KARI, PER, BOSS = Person("Kari Vik", "team-leader", id=1), Person("Per Ås", id=2), Person("Bo Bø", "line-manager", id=3)
OLA, KARIN = Person("Ola Lie", id=4), Person("Karin Moe", "improvement-agent", id=5)
COACH, DIRECTOR = Person("Åse Dal", "coach", id=6), Person("Øyvind Bø", "director", id=7)
FJORD = Team("Fjord", coach="Åse Dal", people=(KARI, PER, BOSS), id=1)
VIDDE = Team("Vidde", people=(OLA, KARIN), id=2)
NAMELESS = Team("Uten navn", id=3)
GONE = Team("Trukket", people=(Person("Siv Moe", id=8),), id=4, withdrawn=True)
ROSTER = Roster(1, teams=(FJORD, VIDDE, NAMELESS, GONE), others=(COACH, DIRECTOR))
NOBODY = Roll(1)


def arrive(taken: Roll, at: datetime, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Roll:
    """Tick these off with those who go with them."""
    ticked = roll_call.arriving(ROSTER, taken, teams=teams, people=people)
    return roll.arrive(taken, at, teams=ticked.teams, people=ticked.people)


def leave(taken: Roll, at: datetime, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Roll:
    """Let these leave with those who go with them."""
    gone = roll_call.leaving(ROSTER, taken, teams=teams, people=people)
    return roll.leave(taken, at, teams=gone.teams, people=gone.people)


def untick(taken: Roll, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Roll:
    """Take their ticks off, and those that go with them."""
    gone = roll_call.unticking(ROSTER, taken, teams=teams, people=people)
    return roll.absent(taken, teams=gone.teams, people=gone.people)
