"""Where do I sit? Those who are seated, found by what somebody types of their name or their team's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.line import printable
from samling.domain.roll_finding import people_called, teams_called, the_person, the_team
from samling.domain.seating.values import Member, SharingKind
from samling.domain.team import name_key

if TYPE_CHECKING:
    from samling.domain.roster import Roster
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Seating, Table


@dataclass(frozen=True, slots=True)
class Found:
    """Somebody who was looked for, and whose team they are in, if any. `table` is None for who has no seat."""

    member: Member
    name: str
    team: str
    table: Table | None


def where(hall: Hall, seating: Seating, typed: str) -> tuple[Found, ...]:
    """Return the teams that are called so (where teams are seated), then the people who are or whose team is.

    A person whose team is seated as one sits with it.
    """
    teams = teams_called(hall.roster, typed)
    people = {person.id: (team, person) for team, person in people_called(hall.roster, typed)}
    people |= {person.id: (team, person) for team in teams for person in team.people}
    named = [(Member("team", team.id or 0), team.name, "") for team in teams if seating.kind is SharingKind.PAIRS]
    named += [
        (Member("person", person.id or 0), person.name, team.name if team else "") for team, person in people.values()
    ]
    names = hall.names
    return tuple(Found(member, name, team, seat(names, seating, member)) for member, name, team in named)


def seat(names: Names, seating: Seating, member: Member) -> Table | None:
    """Return where somebody sits, a person with their team where that is seated as one; None for no seat."""
    found = seating.table_of(member)
    team = names.team(member)
    if found is None and member.of == "person" and team is not None:
        return seating.table_of(Member("team", team.id or 0))
    return found


def drawn(roster: Roster, kind: SharingKind, typed: str) -> Member:
    """Return the team (two and two) or person (mixed) that is meant; raise `Refused` for none and for several."""
    teams, people = teams_called(roster, typed), people_called(roster, typed)
    if kind is SharingKind.PAIRS:
        if people and not teams:
            raise Refused(N_("Whole teams are seated: write the name of a team, not “{name}”."), name=_shown(typed))
        return Member("team", the_team(roster, typed).id or 0)
    if teams and not people:
        raise Refused(N_("People are seated one by one: write the name of one, not “{name}”."), name=_shown(typed))
    return Member("person", the_person(roster, typed)[1].id or 0)


def drawn_all(roster: Roster, kind: SharingKind, typed: str) -> tuple[Member, ...]:
    """Return who is meant, of those who are drawn one by one: a person or, by its name, everybody in a team."""
    if kind is SharingKind.MIXED and anybody(roster, typed).of == "team":
        return tuple(Member("person", each.id or 0) for each in the_team(roster, typed).people)
    return (drawn(roster, kind, typed),)


def anybody(roster: Roster, typed: str) -> Member:
    """Return the team or the person that is meant; raise `Refused` for nobody, for several, and where both may be."""
    teams, people = teams_called(roster, typed), people_called(roster, typed)
    if teams and people:
        exact = [team for team in teams if name_key(team.name) == name_key(typed)]
        if not exact:
            raise Refused(
                N_("“{name}” may be the team {team} or {person}. Write more of the name."),
                name=_shown(typed), team=teams[0].name, person=people[0][1].name,
            )  # fmt: skip
        people = []
    return drawn(roster, SharingKind.MIXED if people else SharingKind.PAIRS, typed)


def _shown(typed: str) -> str:
    return printable(typed)[:60]
