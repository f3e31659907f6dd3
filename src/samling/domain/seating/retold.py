"""Rounds as they are told elsewhere, by name: matched with the teams and people of the network."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.seating.past import PastRound
from samling.domain.seating.values import Member, SharingKind
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.roster import Roster


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody by name: a team, or (with `person`) a person, whose team may not be said. `row` is where it stands."""

    team: str = ""
    person: str = ""
    row: int = 0

    @property
    def name(self) -> str:
        """What they are called, a person with their team where it is said."""
        return f"{self.person} ({self.team})" if self.person and self.team else self.person or self.team


@dataclass(frozen=True, slots=True)
class ToldRound:
    """A round by names: those who sat at each table."""

    title: str
    groups: tuple[tuple[Told, ...], ...]

    @property
    def kind(self) -> SharingKind:
        """Whether people sat there, or whole teams."""
        return SharingKind.MIXED if any(each.person for group in self.groups for each in group) else SharingKind.PAIRS


@dataclass(frozen=True, slots=True)
class Matched:
    """The rounds with the network's own teams and people, and those who are not in it, or may be several."""

    rounds: tuple[PastRound, ...]
    unknown: tuple[Told, ...]


def match(roster: Roster, rounds: Iterable[ToldRound]) -> Matched:
    """Find everybody who is told of in the roster. Who is not found met nobody who can come again, and is left out."""
    known = _Known(roster)
    unknown: list[Told] = []
    found = []
    for each in rounds:
        groups = []
        for group in each.groups:
            members = [(told, known.find(told)) for told in group]
            unknown += [told for told, member in members if member is None]
            groups.append(tuple(dict.fromkeys(member for _told, member in members if member is not None)))
        found.append(PastRound(each.title, each.kind, tuple(group for group in groups if len(group) > 1)))
    return Matched(tuple(each for each in found if each.groups), tuple(unknown))


class _Known:
    """The roster by names, however they are spelt."""

    def __init__(self, roster: Roster) -> None:
        self.teams = {name_key(team.name): Member("team", team.id or 0) for team in roster.teams}
        self.people: dict[str, list[tuple[str, Member]]] = {}
        for team, person in roster.everybody():
            of = (name_key(team.name) if team else "", Member("person", person.id or 0))
            self.people.setdefault(name_key(person.name), []).append(of)

    def find(self, told: Told) -> Member | None:
        if not told.person:
            return self.teams.get(name_key(told.team))
        found = self.people.get(name_key(told.person), [])
        if len(found) > 1:
            found = [each for each in found if each[0] == name_key(told.team)]
        return found[0][1] if len(found) == 1 else None
