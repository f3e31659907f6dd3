"""Where the commands of the roll call work: the roster and the roll, and whom the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.roll_actions import ROLL_CHAIN
from samling.domain.roll_awaited import awaited
from samling.tui.control.people.desk import PeopleDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.roll import Roll
    from samling.domain.roll_awaited import Awaited, Requirement
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class RollDesk(PeopleDesk):
    """Where they work. `requirements` say who must be here for which block."""

    chain = ROLL_CHAIN

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.requirements: tuple[Requirement, ...] = ()

    @property
    def roll(self) -> Roll:
        """Who is here."""
        roll = self.view.snapshot.roll
        assert roll is not None, "the roll call has asked for the roll"
        return roll

    def awaited(self) -> tuple[Awaited, ...]:
        """Return who must be here for the blocks to come, and is not."""
        return awaited(self.requirements, self.gathering, self.figures, self.roster, self.roll)
