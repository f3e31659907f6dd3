"""The banner over the full width: what makes the window not to be trusted, or not to be used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from samling.language import _
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

LEAST_WIDTH = 60
LEAST_HEIGHT = 16


class Trouble(Vertical):
    """Says over the whole width what is wrong. Hidden while nothing is."""

    def __init__(self) -> None:
        super().__init__(id="trouble")
        self._small, self._unreadable = Words(id="small"), Vertical(id="unreadable")
        self._why = Words(id="why")

    def compose(self) -> ComposeResult:
        """One of the two is shown."""
        yield self._small
        yield Words(_("! This file can only be read: look as you like, but nothing can be changed."), id="read-only")
        with self._unreadable:
            yield Words(_("!! The file cannot be read"), classes="heading")
            yield self._why
            yield Words(_("No figure can be trusted now, so none is shown. samling tries again all the time."))

    def unreadable(self, why: str) -> None:
        """Say why the file cannot be read; nothing when it can."""
        self._why.say(why)

    def too_small(self, width: int, height: int, *, small: bool) -> None:
        """Say that the terminal is too small, and how large it has to be."""
        if small:
            words = _("Too small: {width} × {height}. samling needs {least_width} × {least_height}. The clocks go on.")
            self._small.say(
                words.format(width=width, height=height, least_width=LEAST_WIDTH, least_height=LEAST_HEIGHT)
            )
