"""Where the commands on expectations work: the teams with their sentences, and which team the cursor is on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.expectation_actions import EXPECTATIONS_CHAIN
from samling.domain.expectations import by_team
from samling.tui.control.deeds import Deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.expectations import TeamExpectation
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class ExpectationsDesk(Deeds):
    """Where they work. `cursor` is the id of the team a command is about; `is_writing` while its line is typed."""

    app: ControlApp
    chain = EXPECTATIONS_CHAIN

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.cursor: int | None = None
        self.is_writing = False

    @property
    def lines(self) -> tuple[TeamExpectation, ...]:
        """Every team that takes part, with its sentence."""
        roster, expectations = self.view.snapshot.roster, self.view.snapshot.expectations
        assert roster is not None, "the screen has asked for the roster"
        assert expectations is not None, "the screen has asked for the expectations"
        return by_team(roster, expectations)

    @property
    def marked(self) -> TeamExpectation | None:
        """The team under the cursor, with its sentence."""
        return next((each for each in self.lines if each.team.id == self.cursor), None)

    def step(self, by: int = 1) -> None:
        """Go to the team after the marked one, or so many on; stay at the ends."""
        ids = [each.team.id for each in self.lines]
        if ids:
            at = ids.index(self.cursor) if self.cursor in ids else 0
            self.cursor = ids[max(0, min(len(ids) - 1, at + by))]

    def back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()
