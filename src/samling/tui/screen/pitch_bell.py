"""The terminal's bell at the signs of a pitch: once each, and only when the facilitator has turned the sound on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.tui.screen.pitch_words import ON_STAGE

if TYPE_CHECKING:
    from samling.tui.view import View

_Key = tuple[object, ...]


class PitchBell:
    """Remembers the sign that the pitch clock gave last. A window that is opened after a sign does not ring for it."""

    def __init__(self) -> None:
        self._about: _Key | None = None
        self._mark: int | None = None

    def is_on(self, view: View) -> bool:
        """Whether a pitch is on: its signs are rung for, and not those of the block."""
        return view.pitch is not None and view.pitch.showing in ON_STAGE

    def rings(self, view: View) -> bool:
        """Whether the bell is to ring for this view."""
        if view.pitch is None or view.gathering is None or not self.is_on(view):
            self._about = None
            return False
        figures = view.pitch
        about, mark = (figures.team_id, figures.showing, figures.length), figures.mark
        known, before = self._about == about, self._mark
        self._about, self._mark = about, mark
        is_passed = mark is not None and (before is None or mark < before)
        return known and is_passed and not figures.paused and view.gathering.display.sound
