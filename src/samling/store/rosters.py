"""A network's teams and people in rows, and back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.roster import Limits, Recorded, Roster
from samling.domain.team import Person, Team
from samling.domain.team_texts import TEAM_TEXTS
from samling.store.changes import free_ids
from samling.store.rows import by_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.store.database import Database, Row
    from samling.store.parts import Owner
    from samling.store.rows import Rows


def load(database: Database, owner: Owner) -> Roster:
    """Return the network's roster."""
    network = (owner.network_id,)
    people: dict[int | None, list[Person]] = {}
    for row in database.rows("SELECT * FROM person WHERE network_id = ? ORDER BY id", network):
        people.setdefault(row["team_id"], []).append(_person(row))
    teams = database.rows("SELECT * FROM team WHERE network_id = ? ORDER BY id", network)
    limits = database.rows("SELECT * FROM team_limits WHERE network_id = ?", network)
    return Roster(
        network_id=owner.network_id,
        teams=tuple(_team(row, tuple(people.get(row["id"], ()))) for row in teams),
        others=tuple(people.get(None, ())),
        limits=Limits(*(limits[0][name] for name in _LIMITS)) if limits else Limits(),
    )


def teams(database: Database, network_id: int) -> tuple[Team, ...]:
    """Return the network's teams without the people in them, for who needs their names alone."""
    found = database.rows("SELECT * FROM team WHERE network_id = ? ORDER BY id", (network_id,))
    return tuple(_team(row, ()) for row in found)


def recorded(database: Database, owner: Owner) -> Recorded:
    """Return the network's teams that stand in an order of pitches, or in a seating that is announced."""
    pitching = database.rows(
        "SELECT team_id FROM pitch JOIN gathering ON gathering.id = gathering_id WHERE network_id = ?",
        (owner.network_id,),
    )
    seated = database.rows(
        "SELECT member_id FROM seat JOIN seating ON seating.id = seating_id "
        "JOIN gathering ON gathering.id = gathering_id "
        "WHERE network_id = ? AND member_of = 'team' AND state = 'announced'",
        (owner.network_id,),
    )
    return Recorded(frozenset(row["team_id"] for row in pitching), frozenset(row["member_id"] for row in seated))


_LIMITS = ("team_min", "team_max", "teams_max")


def _person(row: Row) -> Person:
    return Person(name=row["name"], role=row["role"], profession=row["profession"], id=row["id"])


def _team(row: Row, people: tuple[Person, ...]) -> Team:
    texts = {name: row[name] for name in TEAM_TEXTS}
    return Team(**texts, people=people, id=row["id"], withdrawn=bool(row["withdrawn"]))


def rows(roster: Roster) -> Rows:
    """Return every row the roster is kept in. All ids must be given."""
    return by_key(_rows(roster))


def _rows(roster: Roster) -> Iterator[tuple[str, Row]]:
    network_id = roster.network_id
    if roster.limits != Limits():  # a network that has set nothing of its own has no row
        yield "team_limits", {"network_id": network_id, **{name: getattr(roster.limits, name) for name in _LIMITS}}
    for team in roster.teams:
        texts = {name: getattr(team, name) for name in TEAM_TEXTS}
        yield "team", {"id": team.id, "network_id": network_id, **texts, "withdrawn": int(team.withdrawn)}
        for person in team.people:
            yield "person", _person_row(network_id, team.id, person)
    for person in roster.others:
        yield "person", _person_row(network_id, None, person)


def _person_row(network_id: int, team_id: int | None, person: Person) -> Row:
    return {
        "id": person.id,
        "network_id": network_id,
        "team_id": team_id,
        "name": person.name,
        "role": person.role,
        "profession": person.profession,
    }


def with_ids(database: Database, roster: Roster) -> Roster:
    """Return the roster with an id of its own for every new team and person. Call it inside the transaction."""
    team_ids, person_ids = free_ids(database, "team"), free_ids(database, "person")

    def people(some: tuple[Person, ...]) -> tuple[Person, ...]:
        return tuple(each if each.id else replace(each, id=next(person_ids)) for each in some)

    teams = tuple(
        replace(team, id=team.id or next(team_ids), people=people(team.people))
        if team.id is None or any(each.id is None for each in team.people)
        else team
        for team in roster.teams
    )
    return replace(roster, teams=teams, others=people(roster.others))
