"""The screen of the award: its steps, and behind one more key the places with what is behind them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from samling.content.places import shipped
from samling.domain.action import About
from samling.domain.pitching import jury
from samling.domain.pitching.podium import Stage
from samling.language import _
from samling.tui.control.award import lines, words
from samling.tui.control.award.commands import COMMANDS
from samling.tui.control.award.desk import AwardDesk
from samling.tui.control.award.list import AwardList, Heads
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.result import Judging, Result
    from samling.session import Snapshot
    from samling.tui.control.command_app import CommandApp
    from samling.tui.view import View
    from samling.tui.widgets.picklist import Row


class AwardScreen(CommandScreen):
    """The award. What the sheets come to is counted when it is asked for, and gone when it is hidden."""

    commands = COMMANDS
    parts = frozenset({About.PITCHING})
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "pitches.tcss")]
    AUTO_FOCUS = "PickList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: CommandApp) -> None:
        super().__init__(app)
        self.where = self.desk = AwardDesk(app, self.tell)
        self._title, self._heads = Ends(id="title-line"), Heads(id="list-head")
        self._list, self._notes = AwardList(id="ranking"), Words(id="notes")
        self._list.choose = self._choose
        self._counted_for: Snapshot | None = None
        self._judging: Judging | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        yield self._heads
        yield self._list
        yield self._notes
        yield self.deed
        yield self.keys

    # showing

    def show(self, view: View) -> None:
        """Draw the award."""
        self._count_again(view.snapshot)
        desk = self.desk
        title = Content.assemble((_("Result and award"), "bold $primary"), "  ", words.stage(desk))
        self._title.say(title, words.projector(desk))
        self._heads.display = desk.result is not None
        self._list.show(self._rows(view), cursor=desk.team.team if desk.team else None)
        told = words.notes(desk)
        self._notes.say(told)
        self._notes.display = bool(told)
        self.keys.show(self._hints())

    def _rows(self, view: View) -> tuple[Row, ...]:
        if self.desk.result is None:
            return (*lines.steps(self.desk), *lines.hidden(self.desk))
        return tuple(lines.places(self.desk.pitching, self.desk.result, view.now))

    def _hints(self) -> Iterator[Hint]:
        stage, shown = self.desk.award.stage, self.desk.is_shown
        yield Hint("?", _("Help"), "screen.command('help')")
        if self.desk.coming:
            words_ = _("Announce place {place}").format(place=self.desk.coming[0])
            yield Hint(_("Space"), words_, "screen.command('award-reveal')")
        if stage is Stage.OPEN:
            yield Hint("s", _("Settle"), "screen.command('award-settle')")
        if self.desk.award.revealed:
            yield Hint("b", _("Take back"), "screen.command('award-back')")
        if stage is Stage.SETTLED and not self.desk.coming:
            yield Hint("z", _("End the award"), "screen.command('award-freeze')")
        yield Hint("v", _("Hide the result") if shown else _("Show the result here"), "screen.command('result')")
        yield Hint("a", _("Audience"), "screen.command('award-audience')")
        yield Hint("c", _("Prizes"), "screen.command('prizes')")
        yield Hint("P", _("Projector"), "screen.command('show')")
        if shown:
            yield Hint("m", _("Methods"), "screen.command('methods')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    def _choose(self, key: Hashable) -> None:
        self.desk.marked = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Tell what the sheets say of a team."""
        self.action_command("details")

    # counting

    def _count_again(self, snapshot: Snapshot) -> None:
        """Count the sheets beside the keys, where the result is shown and other sheets count than when it was."""
        if not self.desk.is_shown:
            self._counted_for = self._judging = None
            return
        if snapshot is self._counted_for or not self.desk.pitching.forms:
            return
        self._counted_for = snapshot
        pitching, sheets = self.desk.pitching, self.desk_app.session.jury()
        judging = jury.judging(pitching, sheets)
        if judging != self._judging:
            self._judging = judging
            self.run_worker(partial(self._count, pitching, sheets), thread=True, exclusive=True, name="count")

    def _count(self, pitching: Pitching, sheets: tuple[JudgeSheets, ...]) -> None:
        self.app.call_from_thread(self._have, jury.counted(pitching, sheets))

    def _have(self, result: Result) -> None:
        if self.desk.is_shown:
            self.desk.result = result
            self.show_again()
