"""What those who are seated are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.seating.values import Member

if TYPE_CHECKING:
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

GONE = "–"
"""Stands for somebody who is no longer in the network."""


class Names:
    """The teams and people of a network by the members that stand for them."""

    def __init__(self, roster: Roster) -> None:
        """Take the network's roster."""
        self._teams = {Member("team", team.id): team for team in roster.teams if team.id is not None}
        self._people = {
            Member("person", person.id): (team, person) for team, person in roster.everybody() if person.id is not None
        }

    def __call__(self, member: Member) -> str:
        """Return what somebody is called; a dash for who is no longer in the network."""
        if member.of == "team":
            return self._teams[member].name if member in self._teams else GONE
        return self._people[member][1].name if member in self._people else GONE

    def team(self, member: Member) -> Team | None:
        """Return a team, or the team of a person."""
        if member.of == "team":
            return self._teams.get(member)
        return self._people[member][0] if member in self._people else None

    def person(self, member: Member) -> Person | None:
        """Return a person; None for a team."""
        return self._people[member][1] if member in self._people else None
