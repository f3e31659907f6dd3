"""The terminal's bell at the signs: once each, and only when the facilitator has turned the sound on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.display import passed_mark
from samling.domain.gathering import State

if TYPE_CHECKING:
    from samling.tui.view import View

_Key = tuple[object, ...]


class Bell:
    """Remembers the mark that the running block passed last, so that each is rung for once.

    A window that is opened, or a block that is returned to, within a mark does not ring for it.
    """

    def __init__(self) -> None:
        self._block: _Key | None = None
        self._mark: int | None = None

    def rings(self, view: View) -> bool:
        """Whether the bell is to ring for this view."""
        if view.current is None or view.gathering is None:
            self._block = None
            return False
        block, figures = view.current
        mark = passed_mark(block, figures.remaining.total_seconds())
        known, before = self._block == (block.id, block.started_at), self._mark
        self._block, self._mark = (block.id, block.started_at), mark
        is_new = known and mark is not None and (before is None or mark < before)
        return is_new and block.state is State.RUNNING and view.gathering.display.sound
