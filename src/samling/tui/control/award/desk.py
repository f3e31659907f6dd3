"""Where the commands of the award work: the pitches, and the result where it was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching import award, projected
from samling.domain.pitching.podium import Stage
from samling.tui.control.pitches.desk import PitchDesk

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.pitching.podium import Award
    from samling.domain.scoring.result import Result, TeamResult
    from samling.tui.control.command_app import CommandApp
    from samling.tui.control.deeds import Told


class AwardDesk(PitchDesk):
    """Where they work. `is_shown`: the result stands on this screen; until then it is not even counted.

    `result` is what the sheets come to, None while it is hidden or being counted. `marked` is the marked team.
    """

    def __init__(self, app: CommandApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.is_shown = False
        self.result: Result | None = None
        self.marked: int | None = None

    @property
    def award(self) -> Award:
        """How far the award has come."""
        return self.pitching.award

    @property
    def coming(self) -> tuple[int, ...]:
        """The places that are still to be announced, the next first."""
        return award.to_come(self.pitching) if self.award.stage is Stage.SETTLED else ()

    @property
    def team(self) -> TeamResult | None:
        """What the sheets say of the team under the cursor."""
        if self.result is None:
            return None
        teams = self.result.teams
        return next((each for each in teams if each.team == self.marked), teams[0] if teams else None)

    @property
    def is_projected(self) -> bool:
        """Whether the room sees the pitches and the award."""
        return projected.picture_for(self.gathering, self.pitching) is not None

    def hide(self) -> None:
        """Take the result off the screen."""
        self.is_shown, self.result = False, None
