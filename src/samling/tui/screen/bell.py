"""The terminal's bell at the signs: once each, and only when the facilitator has turned the sound on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.display import Signal, passed_mark
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
        self._sign: tuple[_Key, Signal] | None = None

    def rings(self, view: View) -> bool:
        """Whether the bell is to ring for this view: a sign of the block, or of a turn inside it, has come."""
        is_signed = self._is_signed(view)
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
        has_come = known and (is_passed or is_changed or is_signed)
        return has_come and block.state is State.RUNNING and view.gathering.display.sound

    def _is_signed(self, view: View) -> bool:
        """Whether the sign of the turn in a round, or of the step, is another than when this was last asked."""
        found = view.round.current if view.round else None
        before = self._sign
        self._sign = ((found.number, found.turn.started_at), found.signal) if found else None
        if found is None or before is None or before[0] != (found.number, found.turn.started_at):
            return False
        return found.signal is not before[1] and found.signal is not Signal.CALM
