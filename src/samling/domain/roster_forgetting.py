"""A roster, and what was written about its people, without anybody's name: how many there were is kept, not who.

Everybody becomes a number. A name of several words is found within any text, a team's own too; one of a single word
only where it is all that is said, or one of a list of names, for a team may be called Liv as somebody is.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samling.domain.line import printable
from samling.domain.team import COACHES_APART, Person, Team, name_key
from samling.domain.team_texts import TEAM_TEXTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from samling.domain.roster import Roster

_APART = re.compile(r"([,;]\s*)")


class Aliases:
    """What everybody is called from now on, by what they were called."""

    def __init__(self, names: Iterable[str], numbered: Callable[[int], str]) -> None:
        """Number the names in their order; spellings of one name share a number, and who has one already keeps it."""
        spelt = [printable(name) for name in names]
        keys = list(dict.fromkeys(map(name_key, spelt)))
        forms = {name_key(numbered(number)): numbered(number) for number in range(1, len(keys) + 1)}
        free = iter([form for key, form in forms.items() if key not in keys])
        self._known = {key: forms[key] if key in forms else next(free) for key in keys}
        several = sorted({name for name in spelt if " " in name}, key=len, reverse=True)
        self._several = re.compile(rf"(?<!\w)(?:{'|'.join(map(_spaced, several))})(?=s?(?!\w))", re.IGNORECASE)
        self._are_several = bool(several)

    def of(self, name: str) -> str:
        """What somebody is called from now on; a dash for a name that nobody was known by."""
        return self._known.get(name_key(name), "–")

    def gone(self) -> frozenset[str]:
        """The keys of the names that nobody has any more."""
        return frozenset(key for key, form in self._known.items() if key != name_key(form))

    def within(self, text: str) -> str:
        """Return a text without the names of several words in it, nor what is theirs: "Kari Viks"."""
        return self._several.sub(lambda found: self.of(found[0]), text) if self._are_several else text

    def among(self, text: str) -> str:
        """Return a text that may be a name, or a list of names, without them."""
        return self.within("".join(self._known.get(name_key(part), part) for part in _APART.split(text)))


def _spaced(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def names_in(roster: Roster) -> list[str]:
    """Return what everybody is called, coaches too."""
    return [
        *(person.name for _team, person in roster.everybody()),
        *(name for team in roster.teams for name in team.coaches),
    ]


def forgotten(roster: Roster, aliases: Aliases) -> Roster:
    """Return the roster with as many people as before, in the same roles, and nothing else of them."""

    def person(each: Person) -> Person:
        return replace(each, name=aliases.of(each.name), profession="")

    def team(each: Team) -> Team:
        texts: dict[str, Any] = {name: aliases.within(getattr(each, name)) for name in TEAM_TEXTS}
        texts["coach"] = coached_by(each.coach, aliases)
        return replace(each, **texts, people=tuple(map(person, each.people)))

    return replace(roster, teams=tuple(map(team, roster.teams)), others=tuple(map(person, roster.others)))


def coached_by(coach: str, aliases: Aliases) -> str:
    """Return a team's coach, or coaches, by what they are called from now on."""
    return f"{COACHES_APART} ".join(map(aliases.of, Team("", coach=coach).coaches))
