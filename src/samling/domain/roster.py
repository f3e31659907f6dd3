"""The roster of a network: its teams, the people in them, and those beside them. What can be done to it, as functions.

Every function takes a roster and returns the one after it, or raises `Refused` for what does not fit and `WrongUsage`
for what can never be right. Two names that differ only in case, white space or the way of writing a letter are one.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from samling.domain import roles
from samling.domain.errors import N_, Refused, Term, WrongUsage
from samling.domain.team import COACHES_APART, Person, Team, name_key
from samling.domain.team_texts import clean_person, clean_team, distinct

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Change = TypeVar("Change", "TeamChange", "PersonChange")

MOST_TEAMS = 1000
MOST_PEOPLE = 10_000


@dataclass(frozen=True, slots=True)
class Limits:
    """What is advised in a network: people in a team, and teams. They are warned of, never held to.

    4 to 6 people and at most 15 teams are the figures of the field (its rules "teamstorrelse", "maks-ledere-med-team").
    """

    team_min: int = 4
    team_max: int = 6
    teams_max: int = 15


@dataclass(frozen=True, slots=True)
class Roster:
    """The teams and people of a network.

    `others` are in no team: coaches, the director, guests, speakers; their `role` says which. Everybody who is named as
    a team's coach is among them.
    """

    network_id: int
    teams: tuple[Team, ...] = ()
    others: tuple[Person, ...] = ()
    limits: Limits = Limits()

    @property
    def taking_part(self) -> tuple[Team, ...]:
        """The teams that have not withdrawn."""
        return tuple(team for team in self.teams if not team.withdrawn)

    def team(self, team_id: int) -> Team:
        """Return a team; raise `Refused` when there is none with that id."""
        found = next((team for team in self.teams if team.id == team_id), None)
        if found is None:
            raise Refused(N_("The team is not on the list any more."))
        return found

    def person(self, person_id: int) -> tuple[Team | None, Person]:
        """Return a person with their team (None: beside the teams); raise `Refused` when there is none with that id."""
        found = next((each for each in self.everybody() if each[1].id == person_id), None)
        if found is None:
            raise Refused(N_("The person is not on the list any more."))
        return found

    def everybody(self) -> Iterator[tuple[Team | None, Person]]:
        """Yield all people, each with their team: team by team, then those beside them."""
        for team in self.teams:
            for person in team.people:
                yield team, person
        for person in self.others:
            yield None, person


@dataclass(frozen=True, slots=True)
class TeamChange:
    """What an edit of a team changes; None leaves a field as it is, an empty text clears it."""

    name: str | None = None
    organisation: str | None = None
    unit: str | None = None
    place: str | None = None
    theme: str | None = None
    problem: str | None = None
    aim: str | None = None
    coach: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What an edit of a person changes; None leaves a field as it is."""

    name: str | None = None
    role: str | None = None
    profession: str | None = None


# teams


def add_team(roster: Roster, team: Team) -> Roster:
    """Add a team with its people. Refuses a name that another team has."""
    if len(roster.teams) >= MOST_TEAMS:
        raise Refused(N_("A network can have at most {most} teams."), most=MOST_TEAMS)
    added = clean_team(team)
    _check_team_name(roster.teams, added.name)
    added = replace(added, people=())
    grown = with_coaches(replace(roster, teams=(*roster.teams, added)), added.coaches)
    for person in team.people:
        added = _with_person(added, person)
    return _replaced(grown, grown.teams[-1], added)


def edit_team(roster: Roster, team_id: int, change: TeamChange) -> Roster:
    """Change a team. Refuses a name that another team has."""
    team = roster.team(team_id)
    edited = clean_team(replace(team, **_given(change)))
    _check_team_name([each for each in roster.teams if each is not team], edited.name)
    return with_coaches(_replaced(roster, team, edited), edited.coaches)


@dataclass(frozen=True, slots=True)
class Recorded:
    """The teams, by their ids, that something which has been told to the room speaks of: these stay."""

    pitching: frozenset[int] = frozenset()
    seated: frozenset[int] = frozenset()


def remove_team(roster: Roster, team_id: int, recorded: Recorded = Recorded()) -> Roster:
    """Take a team out with its people, as if it had never been there. Refuses one that pitches, or is seated."""
    team = roster.team(team_id)
    if team_id in recorded.pitching:
        raise Refused(
            N_(
                "“{team}” stands in the order of the pitches. Let it withdraw instead: samling team withdraw TEAM, and "
                "samling pitch order withdraw TEAM"
            ),
            team=team.name,
        )
    if team_id in recorded.seated:
        raise Refused(
            N_("“{team}” is in a seating that is announced. Let it withdraw instead: samling team withdraw TEAM"),
            team=team.name,
        )
    return replace(roster, teams=tuple(each for each in roster.teams if each is not team))


def withdraw_team(roster: Roster, team_id: int) -> Roster:
    """Let a team take part no more; what it has been part of stays. Refuses one that has withdrawn."""
    team = roster.team(team_id)
    if team.withdrawn:
        raise Refused(N_("“{team}” has withdrawn already."), team=team.name)
    return _replaced(roster, team, replace(team, withdrawn=True))


def bring_back_team(roster: Roster, team_id: int) -> Roster:
    """Let a team that has withdrawn take part again. Refuses one that takes part."""
    team = roster.team(team_id)
    if not team.withdrawn:
        raise Refused(N_("“{team}” takes part already."), team=team.name)
    return _replaced(roster, team, replace(team, withdrawn=False))


# people


def add_person(roster: Roster, person: Person, team_id: int | None = None) -> Roster:
    """Add somebody to a team, or beside the teams. Refuses a name that is there already."""
    if sum(1 for _each in roster.everybody()) >= MOST_PEOPLE:
        raise Refused(N_("A network can have at most {most} people."), most=MOST_PEOPLE)
    if team_id is None:
        return _with_other(roster, person)
    team = roster.team(team_id)
    return _replaced(roster, team, _with_person(team, person))


def edit_person(roster: Roster, person_id: int, change: PersonChange) -> Roster:
    """Change somebody; a coach who gets another name gets it in their teams too. Refuses a name that is there."""
    team, person = roster.person(person_id)
    edited = replace(person, **_given(change))
    smaller = _without(roster, team, person)
    if team is not None:
        return _replaced(smaller, smaller.team(team.id or 0), _with_person(smaller.team(team.id or 0), edited))
    renamed = _with_other(smaller, edited)
    return _coached_by(renamed, person.name, renamed.others[-1].name)


def move_person(roster: Roster, person_id: int, team_id: int | None) -> Roster:
    """Move somebody to another team, or (None) beside the teams. Who has no role there becomes a member, or a guest."""
    team, person = roster.person(person_id)
    smaller = _without(roster, team, person)
    if team_id is not None:
        role = person.role if roles.is_in_team(person.role) else roles.MEMBER
        goal = smaller.team(team_id)
        return _replaced(smaller, goal, _with_person(goal, replace(person, role=role)))
    role = roles.GUEST if roles.is_in_team(person.role) else person.role
    return _with_other(smaller, replace(person, role=role))


def remove_person(roster: Roster, person_id: int) -> Roster:
    """Take somebody out; the teams of a coach are then without one."""
    team, person = roster.person(person_id)
    smaller = _without(roster, team, person)
    return smaller if team is not None else _coached_by(smaller, person.name, None)


# limits


def set_limits(roster: Roster, limits: Limits) -> Roster:
    """Set what is advised; raise `WrongUsage` for what nothing can be within."""
    if not (1 <= limits.team_min <= limits.team_max <= MOST_TEAMS and 1 <= limits.teams_max <= MOST_TEAMS):
        raise WrongUsage(
            N_("A limit is from 1 to {most}, and a team's largest size is not less than its smallest."), most=MOST_TEAMS
        )
    return replace(roster, limits=limits)


# what they are made of


def _given(change: Change) -> dict[str, Any]:
    return {name: value for name in change.__slots__ if (value := getattr(change, name)) is not None}


def _check_team_name(teams: Iterable[Team], name: str) -> None:
    same = next((team for team in teams if name_key(team.name) == name_key(name)), None)
    if same is None:
        return
    if same.withdrawn:
        raise Refused(
            N_("“{team}” has withdrawn, and still has that name. Bring it back, or give another name."), team=same.name
        )
    raise Refused(N_("There is a team called “{team}” already."), team=same.name)


def _with_person(team: Team, person: Person) -> Team:
    added = clean_person(person)
    there = _called(added.name, team.people)
    if there is not None:
        raise Refused(N_("{person} is in “{team}” already."), person=there.name, team=team.name)
    return replace(team, people=(*team.people, added))


def _with_other(roster: Roster, person: Person) -> Roster:
    added = clean_person(person)
    if roles.is_in_team(added.role):
        example = Term(roles.ROLES[roles.GUEST].name)
        raise WrongUsage(N_("Somebody who is in no team needs a role such as {example}."), example=example)
    there = _called(added.name, roster.others)
    if there is not None:
        raise Refused(N_("{person} is there already."), person=there.name)
    return replace(roster, others=(*roster.others, added))


def _called(name: str, people: Iterable[Person]) -> Person | None:
    return next((each for each in people if name_key(each.name) == name_key(name)), None)


def with_coaches(roster: Roster, names: Iterable[str]) -> Roster:
    """Return the roster with those who guide a team among the people beside the teams."""
    there = {name_key(person.name) for person in roster.others}
    new = [name for name in distinct(names) if name_key(name) not in there]
    return replace(roster, others=(*roster.others, *(Person(name, roles.COACH) for name in new))) if new else roster


def _coached_by(roster: Roster, old: str, new: str | None) -> Roster:
    """Return the roster with another name, or none, wherever a team has the coach `old`."""

    def changed(team: Team) -> Team:
        if name_key(old) not in map(name_key, team.coaches):
            return team
        names = [new if name_key(each) == name_key(old) else each for each in team.coaches]
        return clean_team(replace(team, coach=COACHES_APART.join(name for name in names if name)))

    return replace(roster, teams=tuple(map(changed, roster.teams)))


def _replaced(roster: Roster, old: Team, new: Team) -> Roster:
    return replace(roster, teams=tuple(new if each is old else each for each in roster.teams))


def _without(roster: Roster, team: Team | None, person: Person) -> Roster:
    if team is None:
        return replace(roster, others=tuple(each for each in roster.others if each is not person))
    return _replaced(roster, team, replace(team, people=tuple(each for each in team.people if each is not person)))
