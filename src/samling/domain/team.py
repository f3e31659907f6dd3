"""The teams of a network and the people in them. Values only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a team.

    `role` is what they are in the team ("team-leader", "measurement-lead", "line-manager", "member", ...), `profession`
    what they are at work, in their own words.
    """

    name: str
    role: str = "member"
    profession: str = ""


@dataclass(frozen=True, slots=True)
class Team:
    """An improvement team: where it belongs, what it wants to better, who guides it and who is in it.

    `organisation` is the trust or municipality, `unit` the ward or service, `theme`, `problem` and `aim` the team's own
    words for its work, `coach` the name of its veileder.
    """

    name: str
    organisation: str = ""
    unit: str = ""
    place: str = ""
    theme: str = ""
    problem: str = ""
    aim: str = ""
    coach: str = ""
    people: tuple[Person, ...] = ()
