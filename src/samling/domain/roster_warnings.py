"""What is worth a second look in a roster. Nothing of it is refused: a network knows its own teams best."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samling.domain import roles
from samling.domain.errors import N_, filled
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from samling.domain.roster import Limits, Roster
    from samling.domain.team import Team


@dataclass(frozen=True, slots=True)
class Warned:
    """One thing worth a look. `kind` names what ("team-size", "no-leader", ...), `team_id` the team it is about."""

    kind: str
    template: str
    parts: Mapping[str, object] = field(default_factory=dict)
    team_id: int | None = None

    def sentence(self, translate: Callable[[str], str] = str) -> str:
        """Say it in a sentence."""
        return filled(self.template, self.parts, translate)


def warnings(roster: Roster) -> tuple[Warned, ...]:
    """Return what is worth a look in the teams that take part: in the whole, then team by team.

    More teams than advised, somebody who is in two teams, a coach who guides none; too few or too many people in a
    team, nobody who leads it, measures or guides it.
    """
    teams = roster.taking_part
    found: list[Warned] = []
    if len(teams) > roster.limits.teams_max:
        template = N_("There are {count} teams; at most {most} are advised.")
        found.append(Warned("teams", template, {"count": len(teams), "most": roster.limits.teams_max}))
    found.extend(_in_two_teams(teams))
    found.extend(_idle_coaches(roster, teams))
    found.extend(warned for team in teams for warned in _of_team(team, roster.limits))
    return tuple(found)


def _of_team(team: Team, limits: Limits) -> Iterator[Warned]:
    count = len(team.people)
    if not limits.team_min <= count <= limits.team_max:
        template = N_("“{team}” has {count} people; {least} to {most} are advised.")
        if count == 1:
            template = N_("“{team}” has 1 person; {least} to {most} are advised.")
        parts = {"team": team.name, "count": count, "least": limits.team_min, "most": limits.team_max}
        yield Warned("team-size", template, parts, team.id)
    if not team.having(roles.LEADER):
        yield Warned("no-leader", N_("“{team}” has no team leader."), {"team": team.name}, team.id)
    if not team.having(roles.MEASUREMENT_LEAD):
        yield Warned("no-measurement-lead", N_("“{team}” has no measurement lead."), {"team": team.name}, team.id)
    if not team.coaches:
        yield Warned("no-coach", N_("“{team}” has no coach."), {"team": team.name}, team.id)


def _idle_coaches(roster: Roster, teams: Iterable[Team]) -> Iterator[Warned]:
    guiding = {name_key(name) for team in teams for name in team.coaches}
    for person in roster.others:
        if roles.COACH in person.roles and name_key(person.name) not in guiding:
            yield Warned("idle-coach", N_("{person} is a coach and guides no team."), {"person": person.name})


def _in_two_teams(teams: Iterable[Team]) -> Iterator[Warned]:
    where: dict[str, list[tuple[str, str]]] = {}
    for team in teams:
        for person in team.people:
            where.setdefault(name_key(person.name), []).append((person.name, team.name))
    for places in where.values():
        if len(places) > 1:
            (name, one), (_same, other) = places[:2]
            parts = {"person": name, "one": one, "other": other}
            yield Warned("two-teams", N_("{person} is in “{one}” and in “{other}”: two people of one name?"), parts)


def shared_coach(teams: Iterable[Team]) -> tuple[str, ...]:
    """Return the coaches who guide more than one of these teams, as where they would sit at one table."""
    listed = [name for team in teams for name in team.coaches]
    count = Counter(map(name_key, listed))
    return tuple({key: name for name in reversed(listed) if count[key := name_key(name)] > 1}.values())[::-1]
