"""Where the commands on teams and people work: the roster, and whom the cursor is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.seating.values import Member
from samling.tui.control.people.finding import FindingDeeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


@dataclass(frozen=True, slots=True)
class Sought:
    """What the list is narrowed to: those of a name that is typed, and those alone who are missing."""

    typed: str = ""
    missing_only: bool = False


class PeopleDesk(FindingDeeds):
    """Where they work. `cursor` is the team or person that a command is about; `missing_only` narrows the list."""

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: Member | None = None
        self.missing_only = False

    @property
    def sought(self) -> Sought:
        """What the list is narrowed to."""
        return Sought(self.typed, self.missing_only)

    def find(self) -> None:
        """Begin to look for somebody among all."""
        super().find()
        self.missing_only = False

    @property
    def roster(self) -> Roster:
        """The teams and people."""
        roster = self.view.snapshot.roster
        assert roster is not None, "the screen has asked for the roster"
        return roster

    @property
    def team(self) -> Team | None:
        """The team under the cursor, or that of the person under it."""
        if self.cursor is None:
            return None
        found = (team for team in self.roster.teams if team.id == self.cursor.id)
        return next(found, None) if self.cursor.of == "team" else self._person()[0]

    @property
    def person(self) -> Person | None:
        """The person under the cursor."""
        return self._person()[1] if self.cursor is not None and self.cursor.of == "person" else None

    def _person(self) -> tuple[Team | None, Person | None]:
        nobody: tuple[None, None] = None, None
        everybody = self.roster.everybody()
        return next((each for each in everybody if self.cursor == Member("person", each[1].id or 0)), nobody)
