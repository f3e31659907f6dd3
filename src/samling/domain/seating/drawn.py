"""Who is drawn, and what is known of each that matters to where they sit."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.roles import MEMBER
from samling.domain.roll_call import Present
from samling.domain.roll_call import members as members_of
from samling.domain.seating.values import Member, SharingKind
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from samling.domain.grouping.instance import Value
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

PLACES = ("organisation", "unit")
SPREAD = ("profession", "role")
UNLIKE = ("coach", "step")
"""What two teams at a table should not share either: who guides them, and how far they have come."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Those who are drawn, in the order of the roster, and by the name of each attribute what is so of each.

    `teams` says whose team a person is of, drawn or not.
    """

    members: tuple[Member, ...]
    attributes: Mapping[str, tuple[Value, ...]]
    teams: Mapping[Member, Member]

    def having(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return those of the attributes that two share, so that it matters where they sit."""
        return tuple(name for name in names if _is_shared(self.attributes.get(name, ())))


def _is_shared(values: Sequence[Value]) -> bool:
    return any(count > 1 for value, count in Counter(values).items() if value is not None)


def to_draw(present: Present, kind: SharingKind) -> Present:
    """Return the teams and people who are drawn: of people the members of the teams, not who visits for an hour."""
    teams = tuple(replace(team, people=members_of(team)) for team in present.teams)
    if kind is SharingKind.MIXED:
        teams = tuple(team for team in teams if team.people)
    return Present(teams, (), present.is_assumed)


def seated(roster: Roster, members: Collection[Member]) -> Present:
    """Return the teams and people of the roster who are seated, whether they are present or not."""
    here = set(members)
    teams = []
    for team in roster.teams:
        people = tuple(each for each in team.people if Member("person", each.id or 0) in here)
        if people or Member("team", team.id or 0) in here:
            teams.append(replace(team, people=people or members_of(team)))
    return Present(tuple(teams), ())


def described(present: Present, kind: SharingKind) -> Drawn:
    """Describe those who are drawn."""
    people = [(team, person) for team in present.teams for person in team.people]
    teams = {Member("person", person.id or 0): Member("team", team.id or 0) for team, person in people}
    if kind is SharingKind.PAIRS:
        told = [_team(team) for team in present.teams]
        return Drawn(tuple(Member("team", team.id or 0) for team in present.teams), _by_name(told), teams)
    return Drawn(tuple(teams), _by_name([_person(team, person) for team, person in people]), teams)


def _team(team: Team) -> dict[str, Value]:
    return {**_place(team), "coach": _known(team.coach), "step": _known(team.step)}


def _person(team: Team, person: Person) -> dict[str, Value]:
    role = next((role for role in person.roles if role != MEMBER), None)
    return {"team": team.id, **_place(team), "profession": _known(person.profession), "role": role}


def _place(team: Team) -> dict[str, Value]:
    """Where a team belongs. Two units of one name in two organisations are two."""
    unit = f"{name_key(team.organisation)}\n{name_key(team.unit)}" if _known(team.unit) else None
    return {"organisation": _known(team.organisation), "unit": unit}


def _known(text: str) -> str | None:
    return name_key(text) or None


def _by_name(told: Sequence[Mapping[str, Value]]) -> dict[str, tuple[Value, ...]]:
    return {name: tuple(each[name] for each in told) for name in told[0]} if told else {}
