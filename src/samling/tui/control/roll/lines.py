"""The roster as the lines of the roll call: each team with its people, and how they stand. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain import roll_call, roll_words
from samling.domain.roll_finding import begins, in_order
from samling.domain.seating.values import Member
from samling.language import _
from samling.tui.widgets.picklist import Row
from samling.wording import role_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.domain.roll import Presence, Roll
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team
    from samling.tui.control.people.desk import Sought


class Standing(StrEnum):
    """How a person or team stands: a team in part while some of it are missing.

    Who comes for a part of the day alone is visiting, and is not missing in the morning.
    """

    HERE = "here"
    PART = "part"
    LEFT = "left"
    MISSING = "missing"
    VISITING = "visiting"


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team: how many of its members are here, since when, and where it comes from."""

    name: str
    count: str
    about: str
    when: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody: what they are, and when they came or left."""

    name: str
    role: str
    profession: str
    when: str
    standing: Standing
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that cannot be chosen."""

    words: str


Look = TeamLine | PersonLine | Heading


class Lines:
    """The lines of a roster and a roll at one moment."""

    def __init__(self, gathering: Gathering, figures: Figures, roster: Roster, roll: Roll) -> None:
        self._gathering, self._figures = gathering, figures
        self._roster, self._roll = roster, roll

    def rows(self, sought: Sought) -> tuple[Row, ...]:
        """Return the lines that are sought: teams by name with their people, then those beside the teams."""
        return tuple(self._rows(sought)) or (Row(None, Heading(self._nobody(sought))),)

    def _nobody(self, sought: Sought) -> str:
        if not self._roster.teams and not self._roster.others:
            return _("There are no teams yet. P opens teams and people: take them in from a spreadsheet, or add them.")
        return _("Nobody is called that.") if sought.typed else _("Nobody is missing.")

    def _rows(self, sought: Sought) -> Iterator[Row]:
        for team in sorted(self._roster.taking_part, key=lambda team: in_order(team.name)):
            people = [each for each in team.people if self._is_sought(each, team, sought)]
            line = self._team(team)
            missing = line.standing is not Standing.HERE or not sought.missing_only
            if people or (missing and begins(sought.typed, team.name)):
                yield Row(Member("team", team.id or 0), line)
                yield from map(self._person_row, people)
        others = [each for each in self._roster.others if self._is_sought(each, None, sought)]
        if others:
            yield Row(None, Heading(_("Beside the teams")))
            yield from map(self._person_row, sorted(others, key=lambda each: in_order(each.name)))

    def _is_sought(self, person: Person, team: Team | None, sought: Sought) -> bool:
        if sought.missing_only and self._standing(person) is not Standing.MISSING:
            return False
        return begins(sought.typed, person.name, team.name if team else "")

    def _team(self, team: Team) -> TeamLine:
        found = roll_call.team_presence(self._roll, team)
        members = roll_call.members(team)
        here = sum(roll_call.is_here(self._roll, each) for each in members)
        return TeamLine(
            name=team.name,
            count=_("{here} of {all}").format(here=here, all=len(members)) if members else "",
            about=" · ".join(each for each in (team.unit, team.organisation) if each),
            when=self._when(found),
            standing=Standing.PART if 0 < here < len(members) else _standing(found),
        )

    def _person_row(self, person: Person) -> Row:
        found = roll_call.presence(self._roll, person)
        line = PersonLine(
            name=person.name,
            role=role_words(person.role),
            profession=person.profession,
            when=self._when(found),
            standing=self._standing(person),
            is_late=found is not None and found.is_here and self._is_late(found),
        )
        return Row(Member("person", person.id or 0), line)

    def _standing(self, person: Person) -> Standing:
        found = roll_call.presence(self._roll, person)
        return Standing.VISITING if found is None and roll_call.is_visiting(person) else _standing(found)

    def _is_late(self, found: Presence) -> bool:
        return roll_call.late_by(self._gathering, self._figures, found.arrived_at) is not None

    def _when(self, found: Presence | None) -> str:
        return roll_words.came(found, self._gathering, self._figures, _)


def _standing(found: Presence | None) -> Standing:
    if found is None:
        return Standing.MISSING
    return Standing.HERE if found.is_here else Standing.LEFT
