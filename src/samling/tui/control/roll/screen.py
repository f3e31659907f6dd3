"""The screen of the roll call: how many are here, who is awaited, and the list to tick off."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from samling.content.places import shipped
from samling.domain import roll_call, roll_words
from samling.domain.action import About
from samling.domain.seating.values import Member
from samling.language import _
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.roll import awaiting
from samling.tui.control.roll.commands import COMMANDS
from samling.tui.control.roll.desk import RollDesk
from samling.tui.control.roll.lines import Lines, Sought, nearest
from samling.tui.control.roll.list import RollList
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.picklist import PickList
from samling.tui.widgets.words import Words
from samling.wording import countdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from samling.domain.roll_awaited import Requirement
    from samling.session import Snapshot
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View
    from samling.tui.widgets.picklist import Row

PARTS = frozenset({About.ROSTER, About.ROLL})


class Finder(Input):
    """Where a name is typed. The arrows walk the list meanwhile, Enter ticks off, Escape ends it."""

    BINDINGS: ClassVar = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("enter", "screen.tick_found", show=False),
        Binding("escape", "screen.stop_finding", show=False),
    ]


class RollScreen(CommandScreen):
    """Who is here."""

    commands = COMMANDS
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "people.tcss")]
    AUTO_FOCUS = "RollList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.where = self.roll = RollDesk(app, self.tell)
        self._parts_before = app.parts
        self._listed: tuple[Snapshot, Sought, tuple[Row, ...]] | None = None
        self._counts, self._awaited, self._list = Ends(id="counts"), Words(id="awaited"), RollList(id="people")
        self._finder = Finder(compact=True, placeholder=_("the beginning of a name"))
        self._finding = Horizontal(Words(_("Find"), id="finding-label"), self._finder, id="finding")

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._counts
        yield self._awaited
        yield self._list
        yield self._finding
        yield self.deed
        yield self.keys

    def on_mount(self) -> None:
        """Ask for the teams and the roll from now on; read meanwhile who must be here for which block."""
        self.desk_app.parts = self._parts_before | PARTS
        self.desk_app.reread()
        super().on_mount()
        self.run_worker(self._read_requirements, thread=True, name="requirements")

    def on_unmount(self) -> None:
        """Ask for them no longer."""
        self.desk_app.parts = self._parts_before

    def _read_requirements(self) -> None:
        from samling.content.presence import load_requirements  # pydantic; in a thread, while the list is looked at

        self.app.call_from_thread(self._await, load_requirements())

    def _await(self, requirements: tuple[Requirement, ...]) -> None:
        self.roll.requirements = requirements
        self.show_again()

    # showing

    def show(self, view: View) -> None:
        """Draw the roll, once the file has been read with it."""
        if view.snapshot.roster is None or view.snapshot.roll is None:
            return
        rows = self._lines(view)
        if self.roll.cursor is None or all(row.key != self.roll.cursor for row in rows):
            self.roll.cursor = nearest(rows, self.roll.sought.typed)
        self._list.show(rows, cursor=self.roll.cursor)
        self._counts.say(self._counted(), _running(view))
        self._show_awaited(view)
        self._finding.display = self.roll.is_finding
        self.keys.show(self._hints())

    def _lines(self, view: View) -> tuple[Row, ...]:
        """The list. It hangs on the file and on what is sought, and not on the clock: nobody gets late by waiting."""
        if self._listed is None or self._listed[0] is not view.snapshot or self._listed[1] != self.roll.sought:
            lines = Lines(self.roll.gathering, self.roll.figures, self.roll.roster, self.roll.roll)
            self._listed = view.snapshot, self.roll.sought, lines.rows(self.roll.sought)
        return self._listed[2]

    def _counted(self) -> Content:
        found = roll_call.counts(self.roll.roster, self.roll.roll)
        words = roll_words.counted(found, _)
        note = "" if self.roll.roll.is_taken else _("nobody ticked off yet: everybody is reckoned with")
        if self.roll.sought.missing_only:
            note = _("those who are missing alone; m shows everybody")
        title = Content(_("Who is here")).stylize("bold $primary")
        return Content.assemble(title, "  ", (words, "bold"), "  ", (note, "$text-quiet"))

    def _show_awaited(self, view: View) -> None:
        words = awaiting.lines(view, self.roll.awaited())
        self._awaited.say(words)
        self._awaited.display = bool(words)

    def _hints(self) -> Iterator[Hint]:
        if self.roll.is_finding:
            yield Hint(_("Enter"), _("Tick off"), "screen.tick_found")
            yield Hint("↑ ↓", _("Choose"), "screen.step(1)")
            yield Hint(_("Esc"), _("Done"), "screen.stop_finding")
            return
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint(_("Space"), _("Here"), "screen.command('arrive')")
        yield Hint("t", _("Whole team"), "screen.command('whole-team')")
        yield Hint("/", _("Find"), "screen.command('find')")
        yield Hint("m", _("Missing"), "screen.command('missing')")
        yield Hint("l", _("Left"), "screen.command('leave')")
        yield Hint("x", _("Not here"), "screen.command('absent')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint("w", _("Who must be here"), "screen.command('awaited')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    # choosing

    def on_pick_list_chosen(self, message: PickList.Chosen) -> None:
        """Put the cursor on somebody."""
        assert isinstance(message.key, Member), "the rows are teams and people"
        self.roll.cursor = message.key
        self.show_again()

    def on_pick_list_opened(self, message: PickList.Opened) -> None:
        """Tick somebody off."""
        self.on_pick_list_chosen(PickList.Chosen(message.key))
        self.action_command("arrive")

    def action_step(self, by: int) -> None:
        """Walk the list while a name is typed."""
        self._list.action_step(by)

    # finding

    def show_again(self) -> None:
        """Draw what there is, and put the keyboard where it is wanted."""
        super().show_again()
        wanted = self._finder if self.roll.is_finding else self._list
        if self.focused is not wanted and wanted.is_attached:
            wanted.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list to who may be meant, the nearest marked."""
        event.stop()
        if self.roll.is_finding:
            self.roll.sought = replace(self.roll.sought, typed=event.value)
            self.roll.cursor = None
            self.show_again()

    def action_tick_found(self) -> None:
        """Tick the marked one off, and be ready for the next name."""
        if self.roll.sought.typed.strip() and self.roll.cursor is not None:
            self.action_command("tick-found")
            self._finder.value = ""

    def action_stop_finding(self) -> None:
        """Show everybody again, the cursor where it was."""
        self.roll.is_finding, self.roll.sought = False, Sought()
        self._finder.value = ""
        self.show_again()


def _running(view: View) -> Content:
    """The running block and the time left of it."""
    if view.current is None:
        return Content("")
    block, figures = view.current
    return Content.assemble((f"{block.title} ", "$text-quiet"), (countdown(figures.remaining), "bold $primary"))
