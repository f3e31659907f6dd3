"""At the door: who comes, who sends word that they do not, and who has to leave."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from samling.domain import agenda, roll_call
from samling.domain.errors import N_
from samling.domain.gathering import Kind, State
from samling.domain.rehearsal.acts import Act, Line
from samling.domain.seating.values import SeatingState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.rehearsal.acts import Sight
    from samling.domain.rehearsal.cast import Cast
    from samling.domain.seating.values import Seatings
    from samling.domain.team import Team

_SENDS_WORD = timedelta(minutes=-4)
_LEAVES_AFTER = timedelta(minutes=2)
_LATE = timedelta(minutes=1)
_COME_BEFORE = timedelta(minutes=5)
_MANAGERS_BEFORE = timedelta(minutes=12)
DIRECTOR = "director"
"""The role of who receives the pitches."""


def at_the_door(cast: Cast, sight: Sight) -> Iterator[Act]:
    """Yield who is still to come, and who is to go."""
    yield from _teams(cast, sight)
    yield from _beside_the_teams(sight)
    yield from _managers(cast, sight)


def _teams(cast: Cast, sight: Sight) -> Iterator[Act]:
    start = sight.gathering.days[0].planned_start
    for team in sight.roster.taking_part:
        if team.id is None:
            continue
        if roll_call.team_presence(sight.roll, team) is None:
            yield from _coming(cast, sight, team, team.id, start)
        elif team.id in cast.leaving and roll_call.team_is_here(sight.roll, team):
            yield from _going(sight, team, team.id)


def _coming(cast: Cast, sight: Sight, team: Team, team_id: int, start: datetime) -> Iterator[Act]:
    if team_id in cast.absent:
        says = Line(N_("{team} rings: none of them can come today."), {"team": team.name})
        yield Act(start + _SENDS_WORD, f"absent {team_id}", says=says)
    elif team_id in cast.arrivals:
        after = cast.arrivals[team_id]
        says = None
        if after > _LATE:
            template = N_("{team} comes now, {minutes} min after the planned start.")
            says = Line(template, {"team": team.name, "minutes": after // timedelta(minutes=1)})
        ticked = roll_call.arriving(sight.roster, sight.roll, teams=(team_id,))
        yield Act(start + after, f"arrive {team_id}", "arrive", _ticked(ticked, team), says)


def _going(sight: Sight, team: Team, team_id: int) -> Iterator[Act]:
    """A team leaves when it has just been told where it sits, or about midway where nobody is seated."""
    at = _announced_at(sight.gathering, sight.seatings) or _midway(sight.gathering)
    if at is not None:
        ticked = roll_call.leaving(sight.roster, sight.roll, teams=(team_id,))
        says = Line(N_("{team} has to leave: they are needed on the ward."), {"team": team.name})
        yield Act(at + _LEAVES_AFTER, f"leave {team_id}", "leave", _ticked(ticked, team), says)


def _beside_the_teams(sight: Sight) -> Iterator[Act]:
    """Coaches and guests come together, in time. The director comes by himself (`speakers`)."""
    people = tuple(
        each.id
        for each in sight.roster.others
        if each.id is not None and DIRECTOR not in each.roles and each.id not in sight.roll.people
    )
    at = sight.gathering.days[0].planned_start - _COME_BEFORE
    yield from _together(at, "arrive beside", people, Line(N_("{count} coaches and guests"), {"count": len(people)}))


def _managers(cast: Cast, sight: Sight) -> Iterator[Act]:
    """The teams' managers come for the pitches alone."""
    at = planned_pitches(sight.gathering)
    if at is None:
        return
    people = tuple(
        person.id
        for team in sight.roster.taking_part
        for person in team.people
        if roll_call.is_visiting(person)
        and team.id not in cast.unled
        and person.id is not None
        and person.id not in sight.roll.people
    )
    who = Line(N_("{count} managers"), {"count": len(people)})
    yield from _together(at - _MANAGERS_BEFORE, "arrive managers", people, who)


def _together(at: datetime, key: str, people: tuple[int, ...], who: Line) -> Iterator[Act]:
    if people:
        yield Act(at, key, "arrive", {"people": people, "who": who})


def planned_pitches(gathering: Gathering) -> datetime | None:
    """Return when pitches that are not yet over should begin by the plan; None where there are none."""
    for day in gathering.days:
        for block, times in zip(gathering.of_day(day.number), agenda.plan_times(gathering, day), strict=True):
            if block.kind is Kind.PITCHING and times is not None and (block.is_open or block.state is State.PENDING):
                return times[0]
    return None


def _ticked(ticked: roll_call.Ticked, team: Team) -> Mapping[str, Any]:
    return {"teams": ticked.teams, "people": ticked.people, "who": team.name}


def _announced_at(gathering: Gathering, seatings: Seatings) -> datetime | None:
    left = {block.id for block in gathering.blocks if block.is_open or block.state is State.PENDING}
    told = (
        each.announced_at
        for each in seatings.seatings
        if each.state is SeatingState.ANNOUNCED and each.block_id in left
    )
    return min((at for at in told if at is not None), default=None)


def _midway(gathering: Gathering) -> datetime | None:
    """Midway through the first day's plan; None where groups are still to be announced that day."""
    day = gathering.days[0]
    if any(
        block.kind is Kind.SHARING and (block.is_open or block.state is State.PENDING) for block in gathering.of_day(1)
    ):
        return None
    return day.planned_start + ((agenda.plan_end(gathering, day) or day.promised_end) - day.planned_start) / 2
