"""The desk: what a command works with. It reads the view, asks, acts through the app, and tells what was done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from samling.domain import registry
from samling.domain.gathering import State
from samling.language import _
from samling.wording import clock_time, deed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from textual.screen import ModalScreen

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Block, Gathering
    from samling.session import Done
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Told:
    """The line that says what was done last, written when it is safely in the file."""

    words: str
    saved: str = ""
    undo: bool = False


class Desk:
    """Where the commands work. `chosen` is the block the facilitator put the cursor on, None while it follows."""

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        self.app = app
        self._tell = tell
        self._chosen: int | None = None
        self._pressed_next_at: datetime | None = None
        self.is_just_started = False

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

    # acting

    def do(self, name: str, **arguments: object) -> Done | None:
        """Do an action of the registry and tell what was done; what is refused the app tells."""
        done = self.app.act(name, **arguments)
        if done is not None:
            self._told_of(done)
        return done

    def must(self, name: str, **arguments: object) -> Done:
        """Do an action and tell what was done; raise what is refused, for a form that shows it beside its fields."""
        done = self.app.session.do(name, **arguments)  # type: ignore[arg-type]
        self.app.reread()
        self._told_of(done)
        return done

    def turn_back(self, name: str) -> None:
        """Undo or redo, and tell what."""
        session = self.app.session
        done = self.app.attempt(session.undo if name == "undo" else session.redo)
        if done is not None:
            self._told(
                deed(name, {"action": done.action, **done.arguments}, self.gathering.timezone),
                undo=self.view.snapshot.can_undo,
            )

    def _told_of(self, done: Done) -> None:
        words = deed(done.action, done.arguments, self.gathering.timezone)
        self._told(words, undo=registry.action(done.action).chain is not None)

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
