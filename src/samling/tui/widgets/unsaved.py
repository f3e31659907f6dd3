"""The band that says what is not saved, why, and which keys there are for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.language import _
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from samling.tui.saving import Unsaved


class UnsavedBand(Words):
    """Stands over the whole width as long as something is unsaved."""

    DEFAULT_CSS = """
    UnsavedBand { height: auto; width: 1fr; padding: 0 2; background: $warning; color: $background; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def show(self, unsaved: Unsaved | None) -> None:
        """Say what is not saved, or nothing."""
        self.display = unsaved is not None
        if unsaved is not None:
            self.say(Content("\n").join((Content(_keys(unsaved)).stylize("bold"), Content(say(unsaved.why)))))


def _keys(unsaved: Unsaved) -> str:
    if unsaved.is_held:
        return _("! Not saved yet: {what}. It is tried again all the time; Esc gives it up.").format(what=unsaved.what)
    return _("! Not saved: {what}. Ctrl+S tries again, Esc gives it up.").format(what=unsaved.what)
