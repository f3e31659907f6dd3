"""Where the commands on teams and people work: the roster, and whom the cursor is on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.seating.values import Member
from samling.tui.control.deeds import Deeds

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


class PeopleDesk(Deeds):
    """Where they work. `cursor` is the team or person that a command is about; `sought` narrows the list."""

    app: ControlApp

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: Member | None = None
        self.sought = Sought()
        self.is_finding = False

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

    # finding

    def find(self) -> None:
        """Begin to find somebody by their name."""
        self.is_finding, self.sought = True, Sought()

    def stop_finding(self) -> None:
        """Show everybody again."""
        self.is_finding, self.sought = False, Sought()

    def back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()
