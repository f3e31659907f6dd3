"""What several rows say of one team and its people, put together; what is odd, or cannot be, is noted."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from samling.domain import roles
from samling.domain.errors import N_, WrongUsage
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.roster_reading.words import folded
from samling.domain.team import COACHES_APART, Person, Team, clean_name, name_key
from samling.domain.team_texts import clean_person, clean_team


@dataclass(slots=True)
class TeamDraft:
    """A team as far as it has been read: its texts and its people, each with the row and column it was read from."""

    name: str
    row: int
    column: int
    texts: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    coaches: list[str] = field(default_factory=list)
    people: dict[str, tuple[Person, int]] = field(default_factory=dict)


class Drafts:
    """Every team and person of a sheet as far as it has been read, with what there is to say of it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.teams: dict[str, TeamDraft] = {}
        self._letters: dict[str, TeamDraft] = {}
        self.others: dict[str, tuple[Person, int]] = {}
        self.warnings: list[Remark] = []
        self.errors: list[Remark] = []

    def warn(self, row: int, column: int | None, template: str, **parts: object) -> None:
        """Note something odd."""
        self.warnings.append(Remark(template, parts, row, column))

    def wrong(self, row: int, column: int | None, template: str, **parts: object) -> None:
        """Note something that must be put right."""
        self.errors.append(Remark(template, parts, row, column))

    def team(self, name: str, row: int, column: int) -> TeamDraft:
        """Return the team of that name, a new one where it is the first time; another spelling is told of."""
        known = self.teams.get(name_key(name))
        if known is None:
            known = self.teams[name_key(name)] = TeamDraft(name, row, column)
            self._compare(known)
        elif known.name != name:
            self.warn(
                row, column, N_("“{found}” is read as the team “{team}” of row {first}."),
                found=shown(name), team=shown(known.name), first=known.row,
            )  # fmt: skip
        return known

    def _compare(self, team: TeamDraft) -> None:
        """Tell of a team whose name differs from another's by spaces, signs or ways of writing a letter alone."""
        letters = folded(team.name).replace(" ", "")
        other = self._letters.setdefault(letters, team)
        if letters and other is not team:
            self.warn(
                team.row, team.column, N_("“{found}” is nearly “{team}” of row {first}: is it the same team?"),
                found=shown(team.name), team=shown(other.name), first=other.row,
            )  # fmt: skip

    def text(self, team: TeamDraft, key: str, value: str, row: int, column: int) -> None:
        """Keep what is said of a team; the first that is said of it stands."""
        first = team.texts.setdefault(key, (value, row, column))
        if name_key(first[0]) != name_key(value):
            self.warn(
                row, column, N_("“{found}” is not what row {first} says of the team; “{kept}” is kept."),
                found=shown(value), first=first[1], kept=shown(first[0]),
            )  # fmt: skip

    def coach(self, team: TeamDraft | None, name: str, row: int, column: int) -> None:
        """Keep the name of a coach, of a team if there is one."""
        person = self._cleaned(Person(name, roles.COACH), row, column)
        if person is None:
            return
        if team is not None and name_key(person.name) not in map(name_key, team.coaches):
            team.coaches.append(person.name)
        self._put(self.others, person, row)

    def person(self, team: TeamDraft | None, person: Person, row: int, column: int, *, alone: bool) -> None:
        """Keep somebody, in a team or (None) beside the teams; `alone`: as the one whom the row is about."""
        cleaned = self._cleaned(person, row, column)
        if cleaned is None:
            return
        place = self.others if team is None else team.people
        known = place.get(name_key(cleaned.name))
        if known is not None and alone and known[1] != row:
            self.warn(
                row, column, N_("{person} stands in row {first} already; read as one person."),
                person=shown(cleaned.name), first=known[1],
            )  # fmt: skip
        self._put(place, cleaned, row)

    def _put(self, place: dict[str, tuple[Person, int]], person: Person, row: int) -> None:
        known, first = place.get(name_key(person.name), (person, row))
        role = roles.joined(known.role, person.role)
        place[name_key(person.name)] = (
            replace(known, role=role, profession=known.profession or person.profession),
            first,
        )

    def _cleaned(self, person: Person, row: int, column: int) -> Person | None:
        try:
            return replace(clean_person(replace(person, role=person.role or roles.MEMBER)), role=person.role)
        except WrongUsage as fault:
            self.wrong(row, column, fault.template, **fault.parts)
            return None

    def finished(self) -> tuple[tuple[Team, ...], tuple[Person, ...]]:
        """Return the teams and those beside them; notes what is longer than it may be."""
        made = tuple(team for draft in self.teams.values() if (team := self._team(draft)) is not None)
        return made, tuple(person for person, _row in self.others.values())

    def _team(self, draft: TeamDraft) -> Team | None:
        texts: dict[str, Any] = {}
        for key, (value, row, column) in draft.texts.items():
            given: dict[str, Any] = {key: value}
            try:
                texts[key] = getattr(clean_team(replace(Team("-"), **given)), key)
            except WrongUsage as fault:
                self.wrong(row, column, fault.template, **fault.parts)
        people = tuple(person for person, _row in draft.people.values())
        try:
            return Team(clean_name(draft.name), coach=f"{COACHES_APART} ".join(draft.coaches), people=people, **texts)
        except WrongUsage as fault:
            self.wrong(draft.row, draft.column, fault.template, **fault.parts)
            return None
