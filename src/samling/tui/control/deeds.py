"""What commands do things with: they read the view, ask, act through the app, and tell what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from samling.domain import registry
from samling.domain.action import AGENDA_CHAIN
from samling.language import _
from samling.wording import clock_time, deed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import ModalScreen

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering
    from samling.session import Done
    from samling.tui.control.command_app import CommandApp
    from samling.tui.view import View

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Told:
    """The line that says what was done last, written when it is safely in the file."""

    words: str
    saved: str = ""
    undo: bool = False


class Deeds:
    """Where the commands of a screen work. What they do is undone by itself, in the `chain` of its own."""

    chain = AGENDA_CHAIN

    def __init__(self, app: CommandApp, tell: Callable[[Told], None]) -> None:
        self.app = app
        self._tell = tell

    # what there is

    @property
    def view(self) -> View:
        """The view on show."""
        view = self.app.view
        assert view is not None, "a command is only given when there is something to show"
        return view

    @property
    def gathering(self) -> Gathering:
        """The gathering on show."""
        gathering = self.view.gathering
        assert gathering is not None, "the control screen shows a gathering"
        return gathering

    @property
    def figures(self) -> Figures:
        """Its figures."""
        figures = self.view.figures
        assert figures is not None, "a gathering has figures"
        return figures

    @property
    def now(self) -> datetime:
        """The session's time."""
        return self.app.session.now()

    # acting

    def do(self, name: str, **arguments: object) -> Done | None:
        """Do an action of the registry and tell what was done; what is refused the app tells."""
        return self.attempt(_(registry.action(name).label), self.app.deed(name, **arguments))

    def attempt(self, what: str, deed: Callable[[datetime | None], Done]) -> Done | None:
        """Do something that writes and tell what was done; what is refused or cannot be saved the app tells."""
        return self.app.attempt(what, deed, self._told_of)

    def must(self, name: str, **arguments: object) -> Done:
        """Do an action and tell what was done; raise what is refused, for a form that shows it beside its fields."""
        self.app.check_saved()
        done = self.app.session.do(name, **arguments)  # type: ignore[arg-type]
        self.app.show_saved()
        self._told_of(done)
        return done

    def turn_back(self, name: str) -> None:
        """Undo or redo, and tell what."""
        session = self.app.session
        turn = session.undo if name == "undo" else session.redo

        def tell(done: Done) -> None:
            words = deed(name, {"action": done.action, **done.arguments}, self.gathering.timezone)
            self._told(words, undo=self.can_undo)

        self.app.attempt(_("Undo") if name == "undo" else _("Redo"), lambda _at: turn(self.chain), tell)

    @property
    def can_undo(self) -> bool:
        """Whether there is more to undo, as far as is known without asking the file."""
        return True

    def _told_of(self, done: Done) -> None:
        words = deed(done.action, done.arguments, self.gathering.timezone)
        words = f"{words} · {done.more}" if done.more else words
        self._told(words, undo=registry.action(done.action).chain == self.chain)

    def _told(self, words: str, *, undo: bool) -> None:
        saved = clock_time(self.now, self.gathering.timezone, seconds=True)
        self._tell(Told(words, saved, undo))

    def say(self, words: str) -> None:
        """Tell something that changed nothing."""
        self._tell(Told(words))

    async def ask(self, question: ModalScreen[Answer]) -> Answer | None:
        """Put a question over the window and wait for its answer; None when it was closed without one."""
        return await self.app.push_screen_wait(question)

    async def confirmed(self, title: str, text: str, *, yes: str, no: str) -> bool:
        """Ask before something is done that somebody may regret."""
        from samling.tui.control.dialogs.chooser import Confirm

        answer = await self.ask(Confirm(title, text, yes=yes, no=no))
        return answer is True
