"""The teams of a network and the people in them: values, and when two names are the same."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from samling.domain.line import LONGEST_LINE, clean_line, printable

COACHES_APART = ";"
"""What stands between the names where a team has more than one coach."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a network, in a team or beside the teams.

    `role` is what they are there, an id of `domain/roles.py` ("team-leader", "measurement-lead", "line-manager",
    "member", "coach", ...); somebody who has several has them with spaces between, the foremost first. `profession` is
    what they are at work, in their own words. Without an `id` they are not yet stored.
    """

    name: str
    role: str = "member"
    profession: str = ""
    id: int | None = None

    @property
    def roles(self) -> tuple[str, ...]:
        """Every role, the foremost first."""
        return tuple(self.role.split())


@dataclass(frozen=True, slots=True)
class Team:
    """An improvement team: where it belongs, what it wants to better, who guides it and who is in it.

    `organisation` is the trust or municipality, `unit` the ward or service, `theme`, `problem` and `aim` the team's own
    words for its work, `coach` the name of its veileder, `step` how far it has come by the self-assessment, "1" to "5".
    A `withdrawn` team takes part no more, but is kept for what it has been part of. Without an `id` it is not yet
    stored.
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
    id: int | None = None
    withdrawn: bool = False
    step: str = ""

    @property
    def coaches(self) -> tuple[str, ...]:
        """The names of those who guide it: one, mostly."""
        return tuple(name for each in self.coach.split(COACHES_APART) if (name := each.strip()))

    def having(self, role: str) -> tuple[Person, ...]:
        """Those in the team who have a role."""
        return tuple(person for person in self.people if role in person.roles)


def clean_name(text: str, most: int = LONGEST_LINE) -> str:
    """Return a name as it is kept: one line, and each letter in one way of writing it.

    Raises `WrongUsage` when nothing is left, or it is longer than `most` characters.
    """
    return clean_line(unicodedata.normalize("NFC", text), most)


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """Return what two spellings of one name share: case, white space and ways of writing a letter make no other."""
    return unicodedata.normalize("NFC", printable(name)).casefold()
