"""What each team expects of the network, in one line, and whether it was met.

They are written down at the kick-off, and taken out again when the network is evaluated.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import clean_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.roster import Roster
    from samling.domain.team import Team

LONGEST = 300


class Verdict(StrEnum):
    """Whether the network was what a team expected, as the team says in the room."""

    MET = "met"
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One team's sentence. `verdict` is None until it is ticked off."""

    text: str
    verdict: Verdict | None = None


@dataclass(frozen=True, slots=True)
class Expectations:
    """The sentences of a network's teams, by the teams' ids."""

    network_id: int
    of_team: Mapping[int, Expectation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Written:
    """A line to write down: what a team expects."""

    team_id: int
    text: str


def write(expectations: Expectations, team_id: int, text: str) -> Expectations:
    """Write a team's sentence down in one line; an empty one takes it away. Another sentence has no verdict yet."""
    of_team = dict(expectations.of_team)
    if text.strip():
        line, before = clean_line(text, LONGEST), of_team.get(team_id)
        of_team[team_id] = before if before is not None and before.text == line else Expectation(line)
    else:
        of_team.pop(team_id, None)
    return replace(expectations, of_team=of_team)


def write_all(expectations: Expectations, lines: Sequence[Written]) -> Expectations:
    """Write several teams' sentences down."""
    for line in lines:
        expectations = write(expectations, line.team_id, line.text)
    return expectations


def mark(expectations: Expectations, team_id: int, verdict: Verdict | None) -> Expectations:
    """Tick a team's sentence off as met, partly met or not met; None takes the tick away.

    Raises `Refused` for a team that has none.
    """
    found = expectations.of_team.get(team_id)
    if found is None:
        raise Refused(N_("The team has written no expectation."))
    return replace(expectations, of_team={**expectations.of_team, team_id: replace(found, verdict=verdict)})


def verdict(word: str) -> Verdict:
    """Read a verdict; raise `WrongUsage` for another word."""
    try:
        return Verdict(word.strip().casefold())
    except ValueError as fault:
        raise WrongUsage(N_("Say met, partly or not, not “{word}”."), word=word) from fault


@dataclass(frozen=True, slots=True)
class TeamExpectation:
    """A team with what it wrote; None while it has written nothing."""

    team: Team
    expectation: Expectation | None


def by_team(roster: Roster, expectations: Expectations) -> tuple[TeamExpectation, ...]:
    """Return every team that takes part with its sentence, in the order of the roster."""
    return tuple(TeamExpectation(team, expectations.of_team.get(team.id or 0)) for team in roster.taking_part)
