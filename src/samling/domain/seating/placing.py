"""Where coaches, managers and guests go, once the groups are drawn: one a table, with their team, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.roles import COACH, GUEST
from samling.domain.roll_call import VISITING, is_visiting
from samling.domain.seating.values import Member
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from samling.domain.roll_call import Present
    from samling.domain.seating.values import Table
    from samling.domain.team import Person

_MANAGERS = VISITING | {"director", "management"}


class Beside(StrEnum):
    """Where those go who are not drawn."""

    ONE_A_TABLE = "one-a-table"
    WITH_TEAM = "with-team"
    NOWHERE = "nowhere"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where each kind of those who are not drawn goes. Nobody sits in two places: a coach goes with one team."""

    coaches: Beside = Beside.NOWHERE
    managers: Beside = Beside.NOWHERE
    guests: Beside = Beside.NOWHERE


NOBODY = Placing()
"""Nobody is placed beside those who are drawn."""


def place_beside(tables: Sequence[Table], present: Present, placing: Placing) -> tuple[Table, ...]:
    """Return the tables with those who are present and to be placed; who finds no table is left out.

    One a table: at a table where their own team sits, where that is free; else at the first that is.
    """
    placed = tuple(tables)
    for kind, people in _kinds(present, placing):
        placed = _with(placed, people, present, kind)
    return placed


def _kinds(present: Present, placing: Placing) -> Iterator[tuple[Beside, tuple[Member, ...]]]:
    visiting = [person for team in present.teams for person in team.people if is_visiting(person)]
    everybody = [*visiting, *present.others]
    for kind, roles in ((placing.coaches, {COACH}), (placing.managers, _MANAGERS), (placing.guests, {GUEST})):
        if kind is not Beside.NOWHERE:
            yield kind, tuple(_member(each) for each in everybody if each.roles and each.roles[0] in roles)


def _member(person: Person) -> Member:
    return Member("person", person.id or 0)


def _with(tables: tuple[Table, ...], people: tuple[Member, ...], present: Present, kind: Beside) -> tuple[Table, ...]:
    """Place people of one kind."""
    teams = _teams_of(present)
    homes = {member: _homes(tables, teams.get(member, ()), present) for member in people}
    at: dict[int, list[Member]] = {}
    for member in sorted(people, key=lambda each: not homes[each]):  # who has a home first
        free = [table.number for table in tables if table.members and table.number not in at]
        wanted = homes[member] if kind is Beside.WITH_TEAM else [each for each in homes[member] if each in free] or free
        if wanted:
            chosen = min(wanted, key=lambda number: len(at.get(number, ())))
            at.setdefault(chosen, []).append(member)
    return tuple(replace(table, beside=(*table.beside, *at.get(table.number, ()))) for table in tables)


def _teams_of(present: Present) -> Mapping[Member, list[int]]:
    """The teams that somebody beside the teams belongs with: those a coach guides, a manager's own."""
    found: dict[Member, list[int]] = {}
    by_name = {name_key(each.name): _member(each) for each in present.others}
    for team in present.teams:
        theirs = [_member(each) for each in team.people if is_visiting(each)]
        theirs += [by_name[name_key(name)] for name in team.coaches if name_key(name) in by_name]
        for member in theirs:
            found.setdefault(member, []).append(team.id or 0)
    return found


def _homes(tables: Sequence[Table], teams: Sequence[int], present: Present) -> list[int]:
    """The tables where people of these teams sit, where most do first."""
    theirs = {Member("team", each) for each in teams}
    theirs |= {_member(person) for team in present.teams if team.id in teams for person in team.people}
    count = {table.number: sum(member in theirs for member in table.members) for table in tables}
    return sorted((number for number in count if count[number]), key=lambda number: (-count[number], number))
