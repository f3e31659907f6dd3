"""Finding people and teams by what somebody types at the door: the beginning of a name, with or without æ, ø and å."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, TypeVar

from samling.domain.errors import N_, Refused
from samling.domain.line import printable
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

    Found = TypeVar("Found")

_MOST_NAMED = 8
_ASCII = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "ä": "ae", "ö": "o", "ð": "d", "þ": "th"})
_LAST = str.maketrans({"æ": "{", "ä": "{", "ø": "|", "ö": "|", "å": "}"})


def folded(text: str) -> str:
    """Return text as it is looked for: in small letters, those that foreign keyboards lack written around."""
    plain = name_key(text).translate(_ASCII)
    return "".join(each for each in unicodedata.normalize("NFD", plain) if not unicodedata.combining(each))


def in_order(name: str) -> str:
    """Return what names are sorted by: the Norwegian alphabet, with æ, ø and å last."""
    return name_key(name).translate(_LAST)


def begins(typed: str, *names: str) -> bool:
    """Whether every word that was typed begins a word of the names. Nothing typed fits everything."""
    wanted = folded(typed).split()
    words = " ".join(map(folded, names)).split() if wanted else []
    return all(any(word.startswith(each) for word in words) for each in wanted)


def people_called(roster: Roster, typed: str) -> list[tuple[Team | None, Person]]:
    """Return those who may be meant by what was typed; who is called exactly that is meant alone."""
    everybody = list(roster.everybody())
    exact = [each for each in everybody if name_key(each[1].name) == name_key(typed)]
    return exact or narrowed(typed, [(each[1].name, each) for each in everybody])


def teams_called(roster: Roster, typed: str) -> list[Team]:
    """Return the teams that may be meant by what was typed; the one called exactly that is meant alone."""
    exact = [team for team in roster.teams if name_key(team.name) == name_key(typed)]
    return exact or narrowed(typed, [(team.name, team) for team in roster.teams])


def narrowed(typed: str, named: Sequence[tuple[str, Found]]) -> list[Found]:
    """Return those whose name begins so; where there are none, those in whose name a word does."""
    if not folded(typed):
        return []
    first = [each for name, each in named if folded(name).startswith(folded(typed))]
    return first or [each for name, each in named if begins(typed, name)]


def the_person(roster: Roster, typed: str, team: Team | None = None) -> tuple[Team | None, Person]:
    """Return the one who is meant, in `team` where one is given; raise `Refused` for nobody and for several."""
    found = [each for each in people_called(roster, typed) if team is None or each[0] is team]
    if len(found) != 1:
        raise _refusal(typed, [f"{person.name} ({where.name})" if where else person.name for where, person in found])
    return found[0]


def the_team(roster: Roster, typed: str) -> Team:
    """Return the team that is meant; raise `Refused` for none and for several."""
    found = teams_called(roster, typed)
    if len(found) != 1:
        raise _refusal(typed, [team.name for team in found])
    return found[0]


def _refusal(typed: str, names: Sequence[str]) -> Refused:
    name = printable(typed)[:60]
    if not names:
        template = N_("“{name}” is not on the list. `samling team list` and `samling person list` show them all.")
        return Refused(template, name=name)
    shown = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
    return Refused(N_("“{name}” may be {names}. Write more of the name."), name=name, names=shown)
