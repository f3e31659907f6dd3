"""Small rehearsals for tests: a day with a talk, sharing and pitches, teams 1, 2, 3 ... of two people, and judges."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

from making import block, gathering
from pitches import pitching, team
from samling.domain import roll
from samling.domain.gathering import Kind
from samling.domain.pitching.sheets import JudgeSheets
from samling.domain.rehearsal.acts import Sight
from samling.domain.rehearsal.cast import Cast, Temper, draw_cast
from samling.domain.rehearsal.playing import coming
from samling.domain.roll import Roll
from samling.domain.roster import Roster
from samling.domain.seating.values import Seatings
from samling.domain.team import Person

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.rehearsal.acts import Act


def sight(teams: int = 6, judges: int = 2, **fields: Any) -> Sight:  # noqa: ANN401 - the fields of the sight
    """Return a day from 15:00: a talk of 20 minutes, pitches of an hour and a closing; nobody has come."""
    listed = tuple(
        replace(team(number), people=(Person(f"A {number}", id=2 * number), Person(f"B {number}", id=2 * number + 1)))
        for number in range(1, teams + 1)
    )
    day = gathering(
        block(20, kind=Kind.TALK, title="Talk"),
        block(60, kind=Kind.PITCHING, title="Pitches"),
        block(10, kind=Kind.EVALUATION, title="Closing"),
        end="16:30",
    )
    pitches = pitching(teams, judges)
    jury = tuple(JudgeSheets(pitches, each.id or 0) for each in pitches.judges)
    given: dict[str, Any] = {
        "gathering": day,
        "roster": Roster(1, teams=listed),
        "roll": Roll(1),
        "seatings": Seatings(1),
        "pitching": pitches,
        "jury": jury,
        **fields,
    }
    return Sight(**given)


def cast(of: Sight, temper: Temper = Temper.USUAL, seed: int = 1, **fields: Any) -> Cast:  # noqa: ANN401 - the cast's
    """Return the cast of a day, drawn by `seed`, with some of it as it is given."""
    return replace(draw_cast(of.gathering, of.roster, of.pitching, temper, Random(seed)), **fields)


def at_the_door(of: Sight, act: Act) -> Sight:
    """Return the day after somebody has come or left."""
    who = {"teams": act.arguments.get("teams", ()), "people": act.arguments["people"]}
    verb = roll.arrive if act.action == "arrive" else roll.leave
    return replace(of, roll=verb(of.roll, act.at, **who))


def played_until(of: Sight, by: Cast, moment: datetime) -> tuple[Sight, list[Act]]:
    """Let those at the door do what is due until `moment`; return the day then, and all that was due, in its order."""
    acts: list[Act] = []
    while True:
        done = {act.key for act in acts}
        act = next(iter(coming(by, of, done)), None)
        if act is None or act.at > moment:
            return of, acts
        acts.append(act)
        if act.action in ("arrive", "leave"):
            of = at_the_door(of, act)
