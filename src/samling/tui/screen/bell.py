"""The terminal's bell at the signs: once each, and only when the facilitator has turned the sound on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.display import passed_mark
from samling.domain.gathering import State
from samling.tui.screen import seating_words

if TYPE_CHECKING:
    from samling.tui.view import View

_Key = tuple[object, ...]


class Bell:
    """Remembers the mark that the running block passed last, and whose turn it was, so that each is rung for once.

    A window that is opened, or a block that is returned to, within a mark does not ring for it.
    """

    def __init__(self) -> None:
        self._block: _Key | None = None
        self._mark: int | None = None
        self._turn = ""

    def rings(self, view: View) -> bool:
        """Whether the bell is to ring for this view."""
        if view.current is None or view.gathering is None:
            self._block = None
            return False
        block, figures = view.current
        mark = passed_mark(block, figures.remaining.total_seconds())
        turn = seating_words.turn_of(view)
        known, before, turn_before = self._block == (block.id, block.started_at), self._mark, self._turn
        self._block, self._mark, self._turn = (block.id, block.started_at), mark, turn
        is_passed = mark is not None and (before is None or mark < before)
        is_changed = bool(turn_before) and turn != turn_before
        return known and (is_passed or is_changed) and block.state is State.RUNNING and view.gathering.display.sound
