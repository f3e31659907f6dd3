"""What a window does when its file has been taken from under it, or when a part of the file is damaged."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.binding import Binding
from textual.reactive import var

from samling.clock import steady_seconds
from samling.domain.errors import DatabaseUnusable, Displaced, SamlingError
from samling.language import _
from samling.tui.saving import SavingApp
from samling.wording import say

if TYPE_CHECKING:
    from pathlib import Path

_FOLLOW_EVERY_SECONDS = 1.0


class RescuingApp(SavingApp):
    """A window whose file can be rescued, and exchanged for the one that has come in its place."""

    BINDINGS: ClassVar = [
        Binding("ctrl+k", "rescue", show=False, priority=True),
        Binding("ctrl+o", "go_on", show=False, priority=True),
    ]

    asks_before_following: ClassVar[bool] = False
    """Whether the window waits for a key also where the file that has come holds all that was in the one before."""

    fault: var[SamlingError | None] = var(None)
    """Why the file cannot be read just now. While it is set, no figure on the screen may be believed."""

    viewing: var[SamlingError | None] = var(None)
    """Why the file can be looked at and no more; None where it can be written."""

    rescued: var[Path | None] = var(None)
    """The copy that was made of a file that is gone."""

    _tried_to_follow: float | None = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to everything else while the file lies where it should."""
        if action == "rescue" and not isinstance(self.fault, Displaced):
            return False
        if action == "go_on" and not isinstance(self.fault, Displaced) and self.viewing is None:
            return False
        return super().check_action(action, parameters)

    def action_rescue(self) -> None:
        """Copy all that was saved to a new file, and say where that is."""
        try:
            self.rescued = self.session.rescue()
        except SamlingError as error:
            self.refuse(say(error))

    def action_go_on(self) -> None:
        """Go on with the file that lies there now; where none does, with what was saved, put back in its place."""
        try:
            self.session.go_on()
        except SamlingError as error:
            self.refuse(say(error))
        else:
            self._go_on()
            self.went_on()

    def went_on(self) -> None:
        """Do what else is to be done when another file, with other contents, has come."""

    def follow_file(self, fault: DatabaseUnusable) -> bool:
        """Go on by itself with a file that holds all that was in the one before; return whether there is one."""
        if self.asks_before_following or not isinstance(fault, Displaced) or fault.is_gone:
            return False
        now = steady_seconds()
        if self._tried_to_follow is not None and now - self._tried_to_follow < _FOLLOW_EVERY_SECONDS:
            return False
        self._tried_to_follow = now
        if not self.session.follow_file():
            return False
        self._go_on()
        return True

    def _go_on(self) -> None:
        self.fault, self.rescued = None, None
        self.viewing = self.session.viewing
        self.show_saved()
        self.look_for_damage()

    @work(thread=True, exclusive=True, group="damage", exit_on_error=False)
    def look_for_damage(self) -> None:
        """Look through the whole file, beside everything else, and write nothing more where it is damaged."""
        found = self.session.look_for_damage()
        if found is not None:
            with suppress(RuntimeError):  # the window was closed meanwhile
                self.call_from_thread(self._view_only, found)

    def _view_only(self, why: DatabaseUnusable) -> None:
        self.session.view(why)
        self.viewing = why


def ways_on(fault: SamlingError, rescued: Path | None) -> tuple[str, ...]:
    """Return what can be done about a file that lies no more where it was, a sentence each; nothing for another fault.

    `rescued`: the copy that has been made of it.
    """
    if not isinstance(fault, Displaced):
        return ()
    copy = _("Rescue copy: {path}").format(path=rescued) if rescued else _("Ctrl+K writes a rescue copy.")
    if fault.is_gone:
        return copy, _("Ctrl+O puts the file back in its place, with all that was saved, and goes on.")
    return copy, _("Ctrl+O goes on with the file that lies there now.")
