"""The screen of the pitches: the team on the stage with its clock, the order, and whose sheets have come."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Horizontal, Vertical
from textual.content import Content

from samling.content.places import shipped
from samling.domain.action import About
from samling.language import _
from samling.tui import pitches
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.head import running
from samling.tui.control.now import NowPanel
from samling.tui.control.pitches import words
from samling.tui.control.pitches.commands import COMMANDS
from samling.tui.control.pitches.desk import PitchDesk
from samling.tui.control.pitches.lines import rows, sheets_by_team
from samling.tui.control.pitches.list import ListHead, PitchList
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from textual.app import ComposeResult

    from samling.session import Snapshot
    from samling.tui.control.command_app import CommandApp
    from samling.tui.control.pitches.lines import Come
    from samling.tui.view import View
    from samling.tui.widgets.picklist import Row


class PitchScreen(CommandScreen):
    """The pitches, with nothing of what stands in the sheets."""

    commands = COMMANDS
    parts = frozenset({About.PITCHING})
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "pitches.tcss")]
    AUTO_FOCUS = "PickList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: CommandApp) -> None:
        super().__init__(app)
        self.where = self.pitch = PitchDesk(app, self.tell)
        self._ahead, self._panel = Ends(id="ahead", left_first=True), NowPanel()
        self._head, self._list = ListHead(), PitchList(id="order")
        self._list.choose = self._choose
        self._before, self._chosen = Words(id="before"), Words(id="sheets")
        self._read: tuple[Snapshot, Mapping[int, tuple[Come, ...]], tuple[Row, ...]] | None = None

    def compose(self) -> ComposeResult:
        """Lay the clock beside the order."""
        yield self.head
        yield self._ahead
        yield self._before
        with Horizontal(id="middle"):
            yield self._panel
            with Vertical(id="plan"):
                yield self._head
                yield self._list
                yield self._chosen
        yield self.deed
        yield self.keys

    # showing

    def show(self, view: View) -> None:
        """Draw the pitches."""
        pitching, figures = self.pitch.pitching, self.pitch.clock
        title = Content.assemble((_("Pitches"), "bold $primary"), "  ", words.ahead(view, pitching))
        self._ahead.say(title, running(view))
        self._panel.show(words.now_words(pitching, figures, self.pitch.gathering.timezone))
        told = "\n".join(words.before(pitching, self.pitch.gathering))
        self._before.say(told)
        self._before.display = bool(told)
        self._head.show(pitching)
        sheets, listed = self._order(view)
        cursor = self.pitch.cursor
        self._list.show(listed, cursor=cursor)
        self._chosen.say(words.sheets_of(pitching, cursor, sheets[cursor]) if cursor is not None else "")
        self.keys.show(self._hints(view))

    def _order(self, view: View) -> tuple[Mapping[int, tuple[Come, ...]], tuple[Row, ...]]:
        """How the sheets stand, and the order's rows with them: they hang on the file, and not on the clock."""
        if self._read is None or self._read[0] is not view.snapshot:
            sheets = sheets_by_team(self.pitch.pitching)
            self._read = view.snapshot, sheets, rows(self.pitch.pitching, sheets, view.now)
        return self._read[1:]

    def _hints(self, view: View) -> Iterator[Hint]:
        yield Hint("?", _("Help"), "screen.command('help')")
        steps = (
            (_("Space"), pitches.forward(view), "forward"),
            ("n", pitches.next_team(view), "pitch-next"),
            ("p", pitches.pause(view), "pause"),
        )
        for key, step, command in steps:
            if step is not None:
                yield Hint(key, step.words, f"screen.command('{command}')")
        yield from _others(
            has_order=bool(self.pitch.pitching.order), is_waiting=self.pitch.pitching.following is not None
        )

    # choosing

    def _choose(self, key: Hashable) -> None:
        self.pitch.chosen = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Tell everything about a team."""
        self.action_command("details")


def _others(*, has_order: bool, is_waiting: bool) -> Iterator[Hint]:
    if not has_order:
        yield Hint("d", _("Draw the order"), "screen.command('pitch-draw')")
    yield Hint("u", _("Undo"), "screen.command('undo')")
    if is_waiting:
        yield Hint("l", _("Last"), "screen.command('pitch-last')")
        yield Hint("x", _("Did not meet"), "screen.command('pitch-absent')")
    yield Hint("r", _("Award"), "screen.command('award')")
    yield Hint("g", _("Judges"), "screen.command('judges')")
    yield Hint("i", _("Type a sheet"), "screen.command('sheet-type')")
    yield Hint("S", _("Projector"), "screen.command('show')")
    yield Hint("e", _("Lengths"), "screen.command('pitch-settings')")
    yield Hint(_("Esc"), _("Back"), "screen.command('back')")
