"""A roster as a table, one row a person, that can be read again as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_

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
    N_("Step"),
    N_("Name"),
    N_("Role"),
    N_("Profession"),
)


def table(roster: Roster, translate: Callable[[str], str], say_role: Callable[[str], str]) -> Iterator[tuple[str, ...]]:
    """Yield the headings and then the rows: those in teams that take part, and those beside the teams.

    A team without people has a row to itself. `say_role` puts a `Person.role` into words.
    """
    yield tuple(map(translate, HEADINGS))
    for team in roster.taking_part:
        for person in team.people or (None,):
            yield *_team(team), *_person(person, say_role)
    for person in roster.others:
        yield *("",) * len(_TEAM), *_person(person, say_role)


_TEAM = ("name", "organisation", "unit", "place", "theme", "problem", "aim", "coach", "step")


def _team(team: Team) -> tuple[str, ...]:
    return tuple(getattr(team, field) for field in _TEAM)


def _person(person: Person | None, say_role: Callable[[str], str]) -> tuple[str, str, str]:
    if person is None:
        return "", "", ""
    return person.name, say_role(person.role), person.profession
