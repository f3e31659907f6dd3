"""Where the commands of the roll call work: the roster and the roll, and whom the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.roll_actions import ROLL_CHAIN
from samling.domain.roll_awaited import awaited
from samling.domain.seating.values import Member
from samling.tui.control.deeds import Deeds
from samling.tui.control.roll.lines import Sought

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.roll import Roll
    from samling.domain.roll_awaited import Awaited, Requirement
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class RollDesk(Deeds):
    """Where they work. `cursor` is the team or person that a tick is about; `sought` narrows the list."""

    chain = ROLL_CHAIN

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: Member | None = None
        self.sought = Sought()
        self.is_finding = False
        self.requirements: tuple[Requirement, ...] = ()

    @property
    def roster(self) -> Roster:
        """The teams and people."""
        roster = self.view.snapshot.roster
        assert roster is not None, "the roll call has asked for the roster"
        return roster

    @property
    def roll(self) -> Roll:
        """Who is here."""
        roll = self.view.snapshot.roll
        assert roll is not None, "the roll call has asked for the roll"
        return roll

    def awaited(self) -> tuple[Awaited, ...]:
        """Return who must be here for the blocks to come, and is not."""
        return awaited(self.requirements, self.gathering, self.figures, self.roster, self.roll)

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
