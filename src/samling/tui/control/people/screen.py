"""A screen with the list of teams and people over the whole window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from samling.content.places import shipped
from samling.domain.seating.values import Member
from samling.language import _
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.people.finder import Finder
from samling.tui.control.people.nearest import nearest
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from textual.widgets import Input

    from samling.session import Snapshot
    from samling.tui.control.app import ControlApp
    from samling.tui.control.people.desk import PeopleDesk, Sought
    from samling.tui.view import View
    from samling.tui.widgets.picklist import PickList, Row


class PeopleScreen(CommandScreen):
    """The list, and what is typed to find somebody in it.

    A subclass makes the desk where its commands work, and lists the rows. `taking` is the command that Enter gives for
    who is found.
    """

    taking: ClassVar[str] = ""
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "people.tcss")]
    AUTO_FOCUS = "PickList"

    def __init__(self, app: ControlApp, people: PickList) -> None:
        super().__init__(app)
        self.where = self.people = self.make_desk(app)
        self.list = people
        self.list.choose = self._choose
        self.finder = Finder(_("the beginning of a name"))
        self._listed: tuple[Snapshot, Sought, tuple[Row, ...]] | None = None

    def make_desk(self, app: ControlApp) -> PeopleDesk:
        """Return where the commands work."""
        raise NotImplementedError

    def rows(self) -> tuple[Row, ...]:
        """Return the list's rows: they hang on the file and on what is sought, and not on the clock."""
        raise NotImplementedError

    def is_done(self, look: Hashable) -> bool:  # noqa: ARG002 - nothing is done about anybody, but where a screen says so
        """Whether what Enter does is done for whom a line is about, so that another is meant before them."""
        return False

    def show_more(self, view: View) -> None:
        """Draw what stands around the list."""

    def hints(self) -> Iterable[Hint]:
        """The keys, while nobody is looked for."""
        return ()

    # showing

    def show(self, view: View) -> None:
        """Draw the list and what stands around it."""
        rows = self._rows(view)
        if self.people.cursor is None or all(row.key != self.people.cursor for row in rows):
            self.people.cursor = nearest(rows, self.people.sought.typed, is_done=self.is_done)
        self.list.show(rows, cursor=self.people.cursor)
        self.show_more(view)
        self.finder.display = self.people.is_finding
        self.keys.show(self._finding_hints() if self.people.is_finding else self.hints())

    def _rows(self, view: View) -> tuple[Row, ...]:
        if self._listed is None or self._listed[0] is not view.snapshot or self._listed[1] != self.people.sought:
            self._listed = view.snapshot, self.people.sought, self.rows()
        return self._listed[2]

    def show_again(self) -> None:
        """Draw what there is, and put the keyboard where it is wanted."""
        super().show_again()
        wanted = self.finder.typed if self.people.is_finding else self.list
        if self.focused is not wanted and wanted.is_attached:
            wanted.focus()

    def _finding_hints(self) -> Iterable[Hint]:
        command = next(each for each in self.commands if each.id == self.taking)
        yield Hint(_("Enter"), command.label, "screen.take_found")
        yield Hint("↑ ↓", _("Choose"), "screen.step(1)")
        yield Hint(_("Esc"), _("Done"), "screen.stop_finding")

    # choosing

    def _choose(self, key: Hashable) -> None:
        """Put the cursor on somebody."""
        assert isinstance(key, Member), "the rows are teams and people"
        self.people.cursor = key
        self.show_again()

    def action_step(self, by: int) -> None:
        """Walk the list while a name is typed."""
        self.list.action_step(by)

    # finding

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to who may be meant, the nearest marked."""
        event.stop()
        if self.people.is_finding:
            self.people.sought = replace(self.people.sought, typed=event.value)
            self.people.cursor = None
            self.show_again()

    def action_take_found(self) -> None:
        """Do to the marked one what it is for, and be ready for the next name."""
        if self.people.sought.typed.strip() and self.people.cursor is not None:
            self.action_command(self.taking)
            self.finder.clear()

    def action_stop_finding(self) -> None:
        """Show everybody again, the cursor where it was."""
        self.people.stop_finding()
        self.finder.clear()
        self.show_again()
