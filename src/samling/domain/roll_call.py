"""The roll call: the roster and the roll seen together. Who is here, who came late, and whom a tick is about.

A team is here when somebody in it is: to tick a person off ticks the team, and a whole team's tick is its people's. A
team has a tick of its own only while none of its people are known by name. Its line manager and unit manager come for
a part of the day: they are ticked off one by one, and are not the team.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.localtime import to_local
from samling.domain.roll import Presence

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

_WORTH_TELLING = timedelta(minutes=1)
VISITING = frozenset({"line-manager", "unit-manager"})
"""Roles of people who belong to a team and are not in the room with it all day."""


def is_visiting(person: Person) -> bool:
    """Whether somebody comes for a part of the day alone, and so is no member of the team that is seated."""
    return bool(person.roles) and VISITING.issuperset(person.roles)


def members(team: Team) -> tuple[Person, ...]:
    """Those who make up the team all day."""
    return tuple(person for person in team.people if not is_visiting(person))


# who is here


def presence(roll: Roll, person: Person) -> Presence | None:
    """When somebody came and left; None for who has not come."""
    return None if person.id is None else roll.people.get(person.id)


def is_here(roll: Roll, person: Person) -> bool:
    """Whether somebody has come and not left."""
    found = presence(roll, person)
    return found is not None and found.is_here


def team_presence(roll: Roll, team: Team) -> Presence | None:
    """When the first of a team came and, once all have gone, when the last left; None for one that has not come.

    Where none of its people have been ticked off, its own tick counts.
    """
    ticked = [found for each in members(team) if (found := presence(roll, each))]
    if not ticked:
        return None if team.id is None else roll.teams.get(team.id)
    came = min(each.arrived_at for each in ticked)
    left = [each.left_at for each in ticked if each.left_at is not None]
    return Presence(came, max(left) if len(left) == len(ticked) else None)


def team_is_here(roll: Roll, team: Team) -> bool:
    """Whether a team has come and not left."""
    found = team_presence(roll, team)
    return found is not None and found.is_here


@dataclass(frozen=True, slots=True)
class Present:
    """The teams and people that count in everything that is made of who is here.

    `teams` hold those of their people alone who are here, a manager who has come among them; `others` stand beside the
    teams. `is_assumed` says that no roll call has been taken, so that everybody is reckoned with.
    """

    teams: tuple[Team, ...]
    others: tuple[Person, ...]
    is_assumed: bool = False


def present(roster: Roster, roll: Roll) -> Present:
    """Return who counts: who has come and not left; before anybody is ticked off, everybody who takes part."""
    if not roll.is_taken:
        return Present(roster.taking_part, roster.others, is_assumed=True)
    return Present(
        teams=tuple(
            replace(team, people=_here(roll, team.people)) for team in roster.taking_part if team_is_here(roll, team)
        ),
        others=_here(roll, roster.others),
    )


def _here(roll: Roll, people: Iterable[Person]) -> tuple[Person, ...]:
    return tuple(each for each in people if is_here(roll, each))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of the teams that take part are here, and of the people in them; managers are not counted."""

    teams: int
    all_teams: int
    people: int
    all_people: int


def counts(roster: Roster, roll: Roll) -> Counts:
    """Return how many are here."""
    people = [person for team in roster.taking_part for person in members(team)]
    return Counts(
        teams=sum(team_is_here(roll, team) for team in roster.taking_part),
        all_teams=len(roster.taking_part),
        people=len(_here(roll, people)),
        all_people=len(people),
    )


# late


def began(gathering: Gathering, figures: Figures, moment: datetime) -> datetime | None:
    """When the first block of the day on which `moment` lies has started, or will start as it looks now."""
    date = to_local(moment, gathering.timezone).date()
    day = max((day for day in gathering.days if day.date <= date), key=lambda day: day.date, default=gathering.days[0])
    starts = (
        at.expected_start
        for block, at in zip(gathering.blocks, figures.blocks, strict=True)
        if block.day == day.number and at.expected_start is not None
    )
    return min(starts, default=None)


def late_by(gathering: Gathering, figures: Figures, arrived_at: datetime) -> timedelta | None:
    """How long after the day's first block had started somebody came; None for who was in time.

    Nobody is late by less than a minute: the door is not watched by the second.
    """
    start = began(gathering, figures, arrived_at)
    late = None if start is None else arrived_at - start
    return late if late is not None and late >= _WORTH_TELLING else None


# whom a tick is about


@dataclass(frozen=True, slots=True)
class Ticked:
    """The ids of the teams and people that an action on the roll is about."""

    teams: tuple[int, ...] = ()
    people: tuple[int, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.teams or self.people)


def arriving(roster: Roster, roll: Roll, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Ticked:
    """Return who is ticked off with these: the members of a whole team, or the team itself where it has none.

    Who is here already is left out: their time stands.
    """
    return Ticked(
        _ids(team for team in roster.teams if team.id in teams and not members(team) and not team_is_here(roll, team)),
        _ids(
            each
            for team, each in roster.everybody()
            if not is_here(roll, each)
            and (each.id in people or (team is not None and team.id in teams and not is_visiting(each)))
        ),
    )


def leaving(roster: Roster, roll: Roll, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Ticked:
    """Return who leaves with these: of a whole team, everybody who is here."""
    here = Ticked(_here_in(roll.teams), _here_in(roll.people))
    return _meant(roster, here, teams, people)


def unticking(roster: Roster, roll: Roll, *, teams: Collection[int] = (), people: Collection[int] = ()) -> Ticked:
    """Return whose ticks are taken off with these: of a whole team, everybody's."""
    return _meant(roster, Ticked(tuple(roll.teams), tuple(roll.people)), teams, people)


def _meant(roster: Roster, among: Ticked, teams: Collection[int], people: Collection[int]) -> Ticked:
    return Ticked(
        _ids(team for team in roster.teams if team.id in teams and team.id in among.teams),
        _ids(
            each
            for team, each in roster.everybody()
            if each.id in among.people and (each.id in people or (team is not None and team.id in teams))
        ),
    )


def _here_in(known: Mapping[int, Presence]) -> tuple[int, ...]:
    return tuple(each for each, found in known.items() if found.is_here)


def _ids(some: Iterable[Team | Person]) -> tuple[int, ...]:
    return tuple(each.id for each in some if each.id is not None)
