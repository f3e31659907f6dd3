"""Doing what writes: what could not be saved is kept with all that belongs to it, until it is saved or given up."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.app import App
from textual.binding import Binding
from textual.reactive import var

from samling.domain import registry
from samling.domain.errors import N_, DatabaseUnusable, FileHeld, Refused, SamlingError
from samling.language import _
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.timer import Timer

    from samling.session import Done, Session

Result = TypeVar("Result")

AGAIN_SECONDS = 1.0
"""How often a file that another program holds is tried again."""


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was asked for (`what`, in a word or two) and could not be saved, and why.

    `deed` does it; it gets the instant at which it was first asked for (UTC), so that this is what is recorded. `then`
    is told what came of it.
    """

    what: str
    deed: Callable[[datetime | None], Any]
    then: Callable[[Any], None]
    asked_at: datetime
    why: DatabaseUnusable

    @property
    def is_held(self) -> bool:
        """Whether another program holds the file: it is tried again without being asked, until that lets go."""
        return isinstance(self.why, FileHeld)


class SavingApp(App[None]):
    """A window that writes. Screens watch `unsaved`, and say it as long as it is there."""

    BINDINGS: ClassVar = [
        Binding("ctrl+s", "save_again", show=False, priority=True),
        Binding("escape", "give_up", show=False, priority=True),
    ]

    unsaved: var[Unsaved | None] = var(None)
    """What could not be saved. Nothing else is done before it is saved or given up: the order of things is kept."""

    session: Session
    _again: Timer | None = None

    def reread(self) -> None:
        """Read the file again now, after something was written from this window."""
        raise NotImplementedError

    def act(self, name: str, **arguments: object) -> Done | None:
        """Do an action of the registry; show it at once. What is refused is told, and None returned."""
        return self.attempt(_(registry.action(name).label), self.deed(name, **arguments))

    def deed(self, name: str, **arguments: object) -> Callable[[datetime | None], Done]:
        """Return what does an action of the registry, at a moment or now."""
        return lambda at: self.session.do(name, **{"at": at, **arguments})  # type: ignore[arg-type]

    def attempt(
        self,
        what: str,
        deed: Callable[[datetime | None], Result],
        then: Callable[[Result], None] = lambda _done: None,
    ) -> Result | None:
        """Do something that writes, and show it at once; `then` is told what came of it, now or when it is saved.

        None is returned where it is refused, which is told, or could not be saved: then it is kept in `unsaved`.
        """
        asked_at = self.session.now()
        try:
            self.check_saved()
            done = deed(None)
        except DatabaseUnusable as fault:
            if self.session.read_only:
                self.refuse(say(fault))
            else:
                self._keep(Unsaved(what, deed, then, asked_at, fault))
            return None
        except SamlingError as error:
            self.refuse(say(error))
            return None
        self.show_saved()
        then(done)
        return done

    def show_saved(self) -> None:
        """Show what has been saved. Where the file cannot be read just now the next look says so: it is saved."""
        with suppress(DatabaseUnusable):
            self.reread()

    def check_saved(self) -> None:
        """Raise `Refused` while something is unsaved: what comes after it would be out of order."""
        if self.unsaved is not None:
            raise Refused(
                N_("“{what}” is not saved yet. Ctrl+S tries it again and Esc gives it up; the next comes after it."),
                what=self.unsaved.what,
            )

    def refuse(self, reason: str) -> None:
        """Tell why something was not done."""
        self.notify(reason, title=_("Not done"), severity="error", timeout=8, markup=False)

    def action_save_again(self) -> None:
        """Try again to save what could not be saved, as of the moment it was asked for."""
        unsaved = self.unsaved
        if unsaved is None:
            return
        try:
            done = unsaved.deed(unsaved.asked_at)
        except DatabaseUnusable as fault:
            self._keep(replace(unsaved, why=fault))
        except SamlingError as error:  # another window has gone on meanwhile
            self.action_give_up()
            self.refuse(say(error))
        else:
            self.action_give_up()
            self.show_saved()
            unsaved.then(done)

    def action_give_up(self) -> None:
        """Give up what could not be saved."""
        self.unsaved = None
        self._stop_trying()

    async def action_quit(self) -> None:
        """Close the window, as `leave` does."""
        self.leave()

    def leave(self) -> None:
        """Close the window; where something is unsaved it stays, and says so: it would be lost."""
        try:
            self.check_saved()
        except Refused as refused:
            self.refuse(say(refused))
        else:
            self.exit(message=self.last_words())

    def last_words(self) -> str | None:
        """Return what is said on the way out, if anything."""
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Escape to a dialog that lies over the window, and to everything while nothing is unsaved."""
        if action == "give_up" and (self.unsaved is None or self.screen.is_modal):
            return False
        return super().check_action(action, parameters)

    def _keep(self, unsaved: Unsaved) -> None:
        self.unsaved = unsaved
        self._stop_trying()
        if unsaved.is_held:
            self._again = self.set_timer(AGAIN_SECONDS, self.action_save_again)

    def _stop_trying(self) -> None:
        if self._again is not None:
            self._again.stop()
            self._again = None
