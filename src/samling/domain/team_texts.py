"""What is kept of what people type about teams and people: clean lines, within bounds, each name in one spelling."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samling.domain import roles
from samling.domain.errors import N_, WrongUsage
from samling.domain.line import LONGEST_LINE, printable
from samling.domain.team import COACHES_APART, Person, Team, clean_name, name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_TEXT = 2000
_STEP = re.compile(r"(?:[^\W\d]+\.? ?)?([1-5])")
_SHORT = ("organisation", "unit", "place", "coach")
_LONG = ("theme", "problem", "aim")
TEAM_TEXTS = ("name", *_SHORT, *_LONG, "step")
"""What is said of a team in words."""


def clean_team(team: Team) -> Team:
    """Return a team with its texts as they are kept.

    Raises `WrongUsage` for one that is too long, for a team without a name, and for a step that is none.
    """
    texts: dict[str, Any] = {name: _line(getattr(team, name)) for name in _SHORT}
    texts |= {name: _line(getattr(team, name), LONGEST_TEXT) for name in _LONG}
    cleaned = replace(team, name=clean_name(team.name), step=_step(team.step), **texts)
    return replace(cleaned, coach=f"{COACHES_APART} ".join(distinct(cleaned.coaches)))


def clean_person(person: Person) -> Person:
    """Return a person with their texts as they are kept; raise `WrongUsage` for what is too long, empty or no role."""
    if not roles.known(person.role):
        raise WrongUsage(
            N_("“{role}” is not a role. Roles: {roles}."), role=_line(person.role)[:60], roles=roles.named()
        )
    return replace(
        person, name=clean_name(person.name), role=roles.joined(person.role), profession=_line(person.profession)
    )


def _step(text: str) -> str:
    """Read a step of the self-assessment: 3, or as people write it, "Trinn 3"."""
    line = printable(text)
    if not line:
        return ""
    found = _STEP.fullmatch(line)
    if found is None:
        raise WrongUsage(N_("“{text}” is not a step of the self-assessment: 1, 2, 3, 4 or 5."), text=line[:60])
    return found[1]


def _line(text: str, most: int = LONGEST_LINE) -> str:
    return clean_name(text, most) if printable(text) else ""


def distinct(names: Iterable[str]) -> Iterator[str]:
    """Yield each name once, in the spelling that it has first."""
    seen: set[str] = set()
    for name in names:
        if name_key(name) not in seen:
            seen.add(name_key(name))
            yield name
