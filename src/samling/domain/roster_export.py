"""A roster as a table, one row a person, that can be read again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.roles import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

HEADINGS = (
    N_("Team"),
    N_("Organisation"),
    N_("Unit"),
    N_("Place"),
    N_("Theme"),
    N_("Problem"),
    N_("Aim"),
    N_("Coach"),
    N_("Name"),
    N_("Role"),
    N_("Profession"),
)


def table(roster: Roster, translate: Callable[[str], str] = str) -> Iterator[tuple[str, ...]]:
    """Yield the headings and then the rows: those in teams that take part, and those beside the teams.

    A team without people has a row to itself.
    """
    yield tuple(map(translate, HEADINGS))
    for team in roster.taking_part:
        for person in team.people or (None,):
            yield *_team(team), *_person(person, translate)
    for person in roster.others:
        yield *("",) * len(_TEAM), *_person(person, translate)


_TEAM = ("name", "organisation", "unit", "place", "theme", "problem", "aim", "coach")


def _team(team: Team) -> tuple[str, ...]:
    return tuple(getattr(team, field) for field in _TEAM)


def _person(person: Person | None, translate: Callable[[str], str]) -> tuple[str, str, str]:
    if person is None:
        return "", "", ""
    return person.name, role_words(person.role, translate), person.profession


def role_words(role: str, translate: Callable[[str], str] = str) -> str:
    """Return a `Person.role` in words: "team leader, measurement lead". One that is not ours stays as it is."""
    return ", ".join(translate(ROLES[each].name) if each in ROLES else each for each in role.split())
