"""`samling judge`: a judge's window. One judge at a time sits at it, and it holds that judge's sheets alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from samling.content.places import shipped
from samling.domain.action import About
from samling.domain.errors import Refused
from samling.language import _
from samling.tui.control.command_app import CommandApp
from samling.tui.judge.handover import HandOver
from samling.tui.judge.sheet import SheetScreen
from samling.tui.saving import AGAIN_SECONDS
from samling.tui.view import seconds_to_pitch

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.screen import Screen

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.judge import Judge
    from samling.session import Session, Snapshot
    from samling.tui.view import View


class JudgeApp(CommandApp):
    """The hand-over at the bottom; over it the sheets of the judge who sits here."""

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("control.tcss", "judge.tcss")]
    poll_seconds = 0.1

    def __init__(
        self, session: Session, *, judge_id: int | None = None, speed: float = 1.0, demo: bool = False
    ) -> None:
        """Open on the sheets of a judge, who is asked for the PIN first; without one, on the list of judges."""
        super().__init__(session, speed=speed, demo=demo)
        self._first = judge_id
        self._hand_over = HandOver(self)

    def get_default_screen(self) -> Screen[None]:
        """The hand-over lies at the bottom."""
        return self._hand_over

    def on_mount(self) -> None:
        """Let in who was named."""
        if self._first is not None:
            self._hand_over.place.marked = self._first
            self.run_worker(self.let_in(self.session.panel().judge(self._first)), name="let-in")

    # who sits here

    def wanted(self, _gathering: Gathering) -> Collection[About]:
        """Return the parts that are read: the sheets of the judge who sits here, or who there is to choose from."""
        return (About.PANEL,) if self.session.judge_id is None else (About.SHEETS,)

    def seconds_to_turn(self, view: View) -> float:
        """Return when to draw again: of a sheet the pitch clock turns alone."""
        return super().seconds_to_turn(view) if self.session.judge_id is None else seconds_to_pitch(view)

    def read(self) -> Snapshot:
        """Read what is shown. A judge who is on the list no longer has no place here."""
        try:
            return super().read()
        except Refused:
            if self.session.judge_id is None:
                raise
            self.session.judge_id = None
            self.call_later(self._put_away)
            return super().read()

    async def let_in(self, judge: Judge) -> None:
        """Let a judge sit down; where there is a PIN, it is asked for."""
        if judge.pin_hash is not None:
            from samling.tui.judge.pin import AskPin

            if not await self.push_screen_wait(AskPin(judge, self.session.now, self.speed)):
                return
        assert judge.id is not None, "a stored judge has an id"
        self.session.judge_id = judge.id
        await self.push_screen(SheetScreen(self, judge.id))

    def hand_over(self) -> None:
        """Put the sheets away, and ask who sits down next."""
        self.session.judge_id = None
        self._put_away()

    def _put_away(self) -> None:
        self.clear_notifications()
        while len(self.screen_stack) > 1:
            self.pop_screen()
        self.reread()

    # following

    def file_changed(self) -> None:
        """Tell what another window has written on the sheet in front."""
        if isinstance(self.front, SheetScreen) and self.session.judge_id is not None:
            self.front.notice_changes()

    def went_on(self) -> None:
        """Ask who sits here: in another file the judges may be others."""
        self.hand_over()

    # what is not saved

    def on_ready(self) -> None:
        """Try again by itself what another program keeps from being saved."""
        super().on_ready()
        self.set_interval(AGAIN_SECONDS, self.save_again)

    def save_again(self) -> None:
        """Try again what was typed while another program held the file."""
        if isinstance(self.front, SheetScreen):
            self.front.save_again()

    def action_save_again(self) -> None:
        """Try again what could not be saved: a score, or anything else."""
        if self.unsaved is None and isinstance(self.front, SheetScreen) and self.front.judge.unsaved is not None:
            self.front.action_answer("enter")
        else:
            super().action_save_again()

    def refuse(self, reason: str) -> None:
        """Tell why something was not done, on the sheet."""
        if isinstance(self.front, SheetScreen):
            self.front.judge.notice = _("Not done: {reason}").format(reason=reason)
            self.front.show_again()

    def leave(self) -> None:
        """Close the window, unless something is in question: what was typed would be lost."""
        if not isinstance(self.front, SheetScreen) or self.front.judge.unsaved is None:
            super().leave()
