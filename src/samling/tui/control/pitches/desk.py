"""Where the commands of the pitches work: the pitches, and which team the facilitator is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.actions import PITCH_CHAIN
from samling.language import _
from samling.tui.control.deeds import Deeds

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitch, Pitching
    from samling.tui.control.command_app import CommandApp
    from samling.tui.control.deeds import Told


class PitchDesk(Deeds):
    """Where they work. `chosen` is the team that the cursor was put on, None while it follows the clock.

    `gone_on` are the sheets (judge and team) that were missing when the facilitator went on all the same.
    """

    chain = PITCH_CHAIN

    def __init__(self, app: CommandApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.chosen: int | None = None
        self.gone_on: frozenset[tuple[int | None, int]] = frozenset()

    @property
    def pitching(self) -> Pitching:
        """The pitches."""
        pitching = self.view.pitching
        assert pitching is not None, "the screen has asked for the pitches"
        return pitching

    @property
    def clock(self) -> ClockFigures:
        """The figures of their clock."""
        figures = self.view.pitch
        assert figures is not None, "pitches have a clock"
        return figures

    @property
    def cursor(self) -> int | None:
        """The team under the cursor: the chosen one, else the one on the clock, else the next, else the last."""
        order = self.pitching.order
        if self.chosen is not None and any(pitch.team_id == self.chosen for pitch in order):
            return self.chosen
        following = self.pitching.on_clock or self.pitching.following or (order[-1] if order else None)
        return following.team_id if following else None

    def pitch_under_cursor(self) -> Pitch | None:
        """The pitch that a command on one team is about; None, and told so, when there is no order."""
        if self.cursor is None:
            self.say(_("There is no order yet. Press d to draw one, or o to set it by hand."))
            return None
        return self.pitching.pitch(self.cursor)

    def waiting_under_cursor(self) -> int | None:
        """The team to be moved: the one under the cursor where the cursor was put there, else the one that comes."""
        if self.chosen is not None and self.cursor == self.chosen:
            return self.chosen
        coming = self.pitching.following
        if coming is None:
            self.say(_("No team is left to pitch."))
        return coming.team_id if coming else None

    def name(self, team_id: int) -> str:
        """The name of a team."""
        return self.pitching.name_of(team_id)

    def back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()
