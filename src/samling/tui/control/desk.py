"""The desk: what the commands of the day work with. It knows which block the facilitator is at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.deeds import Deeds

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from samling.domain.gathering import Block
    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class Desk(Deeds):
    """Where the commands work. `chosen` is the block the facilitator put the cursor on, None while it follows."""

    app: ControlApp

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self._chosen: int | None = None
        self._pressed_next_at: datetime | None = None
        self.is_just_started = False

    @property
    def can_undo(self) -> bool:
        """Whether there is more to undo."""
        return self.view.snapshot.can_undo

    # which block

    def choose(self, position: int | None) -> None:
        """Put the cursor on a block, or let it follow the day again."""
        self._chosen = None if position is None else self.gathering.block(position).id

    @property
    def explicit(self) -> int | None:
        """The block that the facilitator put the cursor on, if it is still there."""
        if self._chosen is None:
            return None
        return next(self.gathering.positions(lambda block: block.id == self._chosen), None)

    @property
    def cursor(self) -> int | None:
        """The block under the cursor: the chosen one, else the running one, else the next, else the last."""
        following = self.gathering.current or self.figures.next or self.gathering.last_ended
        return self.explicit or following or (1 if self.gathering.blocks else None)

    @property
    def target(self) -> int | None:
        """The block that + and − change: a chosen pending one, else the running one, else the next."""
        explicit = self.explicit
        if explicit and self.gathering.block(explicit).state is State.PENDING:
            return explicit
        return self.gathering.current or self.figures.next

    def block_under_cursor(self) -> tuple[int, Block] | None:
        """The block that a command on one block is about; None, and told so, when the agenda is empty."""
        position = self.cursor
        if position is None:
            self.say(_("The agenda is empty. Press a to add a block."))
            return None
        return position, self.gathering.block(position)

    # the double press

    def pressed_next(self) -> bool:
        """Note that next was pressed; whether that was within a second of the last press, or of a start."""
        self.is_just_started = self._is_just_started()
        return self.is_just_started

    def _is_just_started(self) -> bool:
        now, before = self.now, self._pressed_next_at
        self._pressed_next_at = now
        current = self.gathering.current
        started = self.gathering.block(current).started_at if current else None
        return any(
            0 <= (now - moment).total_seconds() / self.app.speed < 1
            for moment in (before, started)
            if moment is not None
        )
