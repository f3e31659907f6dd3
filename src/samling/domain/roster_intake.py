"""Taking a list of teams and people into a roster: what is new, what changed, what was there. Never anything twice."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeAlias

from samling.domain import roles
from samling.domain.errors import N_, Refused
from samling.domain.roster import MOST_PEOPLE, MOST_TEAMS, Roster, with_coaches
from samling.domain.team import Person, Team, name_key
from samling.domain.team_texts import TEAM_TEXTS, clean_person, clean_team

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Place: TypeAlias = tuple[str, str]
"""Where somebody is: the keys of the team's name (empty beside the teams) and of their own."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The names of what is `new`, `changed` and the `same`; `missing` is there and not in the list."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """The roster with a list taken in, and what that did to its teams and its people."""

    roster: Roster
    teams: Counted
    people: Counted


def take_in(roster: Roster, teams: Iterable[Team], others: Iterable[Person] = ()) -> Intake:
    """Return the roster with teams and people taken in, each known by its name.

    What the list leaves empty, a role too, stays as it is, and nobody is taken out: who is not in the list is told of.
    A team that had withdrawn takes part again, and somebody whom the list has in another of its teams moves there.
    Raises `WrongUsage` for a text that is too long or a role that is none, `Refused` for more than a network can have.
    """
    listed = _by_name(teams)
    wanted = _wanted(listed, others)
    standing = {_place(team, person): person for team, person in roster.everybody()}
    moved = _moved(standing, wanted, listed)
    left = set(moved.values())
    people = {place: person for place, person in standing.items() if place not in left}
    for place, person in wanted.items():
        people[place] = _updated(standing.get(moved.get(place, place)), person)
    after = _with(roster, listed, people)
    if len(after.teams) > MOST_TEAMS:
        raise Refused(N_("A network can have at most {most} teams."), most=MOST_TEAMS)
    if len(people) > MOST_PEOPLE:
        raise Refused(N_("A network can have at most {most} people."), most=MOST_PEOPLE)
    return Intake(after, _counted_teams(roster, after, listed), _counted_people(standing, after, moved, wanted, listed))


def _by_name(teams: Iterable[Team]) -> dict[str, Team]:
    """The teams of the list by the key of their name; what stands twice is put together."""
    found: dict[str, Team] = {}
    for team in map(clean_team, teams):
        key = name_key(team.name)
        found[key] = _updated_team(found[key], team) if key in found else team
    return found


def _wanted(listed: Mapping[str, Team], others: Iterable[Person]) -> dict[Place, Person]:
    """Everybody in the list by their place; a role that is empty says nothing of it."""
    people = [(key, person) for key, team in listed.items() for person in team.people]
    found: dict[Place, Person] = {}
    for key, person in [*people, *(("", person) for person in others)]:
        cleaned = replace(clean_person(replace(person, role=person.role or roles.MEMBER)), id=None)
        found[key, name_key(cleaned.name)] = cleaned if person.role else replace(cleaned, role="")
    return found


def _place(team: Team | None, person: Person) -> Place:
    return name_key(team.name) if team else "", name_key(person.name)


def _moved(
    standing: Mapping[Place, Person], wanted: Mapping[Place, Person], listed: Mapping[str, Team]
) -> dict[Place, Place]:
    """Who has come to a team from another of the list, in which they no longer stand: the new place to the old one."""
    free: dict[str, list[Place]] = {}
    for place in standing:
        if place not in wanted and place[0] in listed:
            free.setdefault(place[1], []).append(place)
    new = [place for place in wanted if place[0] and place not in standing]
    names = [name for _team, name in new]
    return {place: free[place[1]][0] for place in new if len(free.get(place[1], ())) == 1 == names.count(place[1])}


def _updated(old: Person | None, new: Person) -> Person:
    if old is None:
        return replace(new, role=new.role or roles.MEMBER)
    return replace(old, name=new.name, role=new.role or old.role, profession=new.profession or old.profession)


def _updated_team(old: Team, new: Team) -> Team:
    texts: dict[str, Any] = {name: value for name in TEAM_TEXTS if (value := getattr(new, name))}
    return replace(old, **texts, people=(*old.people, *new.people), withdrawn=False)


def _with(roster: Roster, listed: Mapping[str, Team], people: Mapping[Place, Person]) -> Roster:
    """The roster with the teams of the list in it, and everybody at their place."""
    teams = {name_key(team.name): team for team in roster.teams}
    for key, team in listed.items():
        teams[key] = _updated_team(teams[key], team) if key in teams else replace(team, id=None, withdrawn=False)
    of_team: dict[str, list[Person]] = {}
    for (key, _name), person in people.items():
        of_team.setdefault(key, []).append(person)
    placed = tuple(replace(team, people=tuple(of_team.get(key, ()))) for key, team in teams.items())
    after = replace(roster, teams=placed, others=tuple(of_team.get("", ())))
    return with_coaches(after, (coach for team in listed.values() for coach in team.coaches))


def _counted_teams(before: Roster, after: Roster, listed: Mapping[str, Team]) -> Counted:
    old = {name_key(team.name): replace(team, people=()) for team in before.teams}
    new = {name_key(team.name): replace(team, people=()) for team in after.teams}
    return Counted(
        new=tuple(new[key].name for key in listed if key not in old),
        changed=tuple(new[key].name for key in listed if key in old and new[key] != old[key]),
        same=tuple(new[key].name for key in listed if key in old and new[key] == old[key]),
        missing=tuple(team.name for key, team in old.items() if key not in listed and not team.withdrawn),
    )


def _counted_people(
    standing: Mapping[Place, Person],
    after: Roster,
    moved: Mapping[Place, Place],
    wanted: Mapping[Place, Person],
    listed: Mapping[str, Team],
) -> Counted:
    now = {_place(team, person): person for team, person in after.everybody()}
    left = set(moved.values())
    new = [place for place in now if place not in standing and place not in moved]
    changed = [place for place in now if place in moved or now[place] != standing.get(place, now[place])]
    return Counted(
        new=tuple(now[place].name for place in new),
        changed=tuple(now[place].name for place in changed),
        same=tuple(now[place].name for place in wanted if place in standing and now[place] == standing[place]),
        missing=tuple(
            person.name
            for place, person in standing.items()
            if place not in wanted and place not in left and place[0] in listed
        ),
    )
