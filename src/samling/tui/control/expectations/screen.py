"""The screen of the expectations: a line for each team, written and ticked off without leaving the list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input

from samling.content.places import shipped
from samling.domain.action import About
from samling.domain.expectations import LONGEST, Verdict
from samling.language import _
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.expectations.commands import COMMANDS
from samling.tui.control.expectations.desk import ExpectationsDesk
from samling.tui.control.head import running
from samling.tui.control.people.columns import fit
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.picklist import PickList, Row
from samling.tui.widgets.words import Words
from samling.wording import verdict_word

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

    from samling.domain.expectations import TeamExpectation
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View

_SIGNS = {Verdict.MET: ("✓", "$success"), Verdict.PARTLY: ("◐", "$warning"), Verdict.NOT: ("✗", "$error")}
_WIDEST_TEAM, _VERDICT, _SIGN = 26, 17, 3


@dataclass(frozen=True, slots=True)
class _Line:
    """A team with its sentence as it stands in the list."""

    team: str
    text: str
    verdict: Verdict | None


class _List(PickList):
    """The teams with their sentences."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a team's line."""
        if isinstance(look, str):
            return Content(f" {look}").stylize("$text-quiet")
        assert isinstance(look, _Line), "the list has teams"
        sign, style = _SIGNS[look.verdict] if look.verdict else ("○" if look.text else "·", "$text-quiet")
        team = min(_WIDEST_TEAM, width // 3)
        text = Content(look.text) if look.text else Content(_("nothing yet")).stylize("$text-quiet")
        word = verdict_word(look.verdict) if look.verdict else ""
        rest = max(0, width - _SIGN - team - (_VERDICT if word else 0))
        shown = text.truncate(max(0, rest - 2), ellipsis=True)
        return Content("").join(
            (
                Content(f" {sign} ").stylize(style),
                fit(look.team, team).stylize("bold"),
                shown.pad_right(max(0, rest - shown.cell_length)),
                fit(word, _VERDICT if word else 0).stylize(style),
            )
        )


class _Typed(Input):
    """Where a line is typed. Enter keeps it, the arrows go to another team, Escape leaves it as it was."""

    BINDINGS: ClassVar = [
        Binding("up", "screen.step(-1)", show=False),
        Binding("down", "screen.step(1)", show=False),
        Binding("enter", "screen.keep", show=False),
        Binding("escape", "screen.stop_writing", show=False),
    ]


class ExpectationsScreen(CommandScreen):
    """What the teams expect."""

    commands = COMMANDS
    parts = frozenset({About.ROSTER, About.EXPECTATIONS})
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "surveys.tcss")]
    AUTO_FOCUS = "PickList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.where = self.expectations = ExpectationsDesk(app, self.tell)
        self._title, self._list = Ends(id="title-line"), _List(id="expectations")
        self._list.choose = self._choose
        self._label, self._typed = Words(id="writing-label"), _Typed(compact=True, max_length=LONGEST)
        self._line = Horizontal(self._label, self._typed, id="writing")
        self._written_for: int | None = None

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        yield self._list
        yield self._line
        yield self.deed
        yield self.keys

    # showing

    def show(self, view: View) -> None:
        """Draw the teams and, while one is written for, its line."""
        found = self.expectations.lines
        if self.expectations.marked is None:
            self.expectations.cursor = found[0].team.id if found else None
        rows = tuple(Row(each.team.id, _line(each)) for each in found)
        nothing = _("There are no teams yet. P opens teams and people: take them in from a spreadsheet, or add them.")
        self._list.show(rows or (Row(None, nothing),), cursor=self.expectations.cursor)
        written = sum(each.expectation is not None for each in found)
        title = Content(_("What the teams expect")).stylize("bold $primary")
        count = _("{written} of {all} teams").format(written=written, all=len(found))
        self._title.say(Content.assemble(title, "  ", (count, "bold")), running(view))
        self._show_writing()
        self.keys.show(self._writing_hints() if self.expectations.is_writing else self._hints())

    def _show_writing(self) -> None:
        marked = self.expectations.marked if self.expectations.is_writing else None
        self._line.display = marked is not None
        team = marked.team.id if marked else None
        if marked is not None and team != self._written_for:
            self._label.say(marked.team.name)
            self._typed.value = marked.expectation.text if marked.expectation else ""
            self._typed.action_end()
        self._written_for = team

    def show_again(self) -> None:
        """Draw what there is, and put the keyboard where it is wanted."""
        super().show_again()
        wanted = self._typed if self.expectations.is_writing else self._list
        if self.focused is not wanted and wanted.is_attached:
            wanted.focus()

    def _hints(self) -> Iterator[Hint]:
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint(_("Enter"), _("Write"), "screen.command('expectation-write')")
        yield Hint("1", _("Fulfilled"), "screen.command('met')")
        yield Hint("2", _("Partly"), "screen.command('partly')")
        yield Hint("3", _("Not"), "screen.command('not-met')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    def _writing_hints(self) -> Iterator[Hint]:
        yield Hint(_("Enter"), _("Keep, and on to the next"), "screen.keep")
        yield Hint("↑ ↓", _("Another team"), "screen.step(1)")
        yield Hint(_("Esc"), _("Done"), "screen.stop_writing")

    # choosing and writing

    def _choose(self, key: Hashable) -> None:
        """Put the cursor on a team."""
        self.expectations.cursor = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Write the marked team's line."""
        self.action_command("expectation-write")

    def action_step(self, by: int) -> None:
        """Go to another team; what was typed is kept first, so that an arrow loses nothing."""
        if self._keep():
            self.expectations.step(by)
            self.show_again()

    def action_keep(self) -> None:
        """Keep the line, and go on to the next team; after the last one the writing is done."""
        last = self.expectations.lines[-1].team.id if self.expectations.lines else None
        if not self._keep():
            return
        if self.expectations.cursor == last:
            self.expectations.is_writing = False
        self.expectations.step()
        self.show_again()

    def action_stop_writing(self) -> None:
        """Leave the line as it was."""
        self.expectations.is_writing = False
        self.show_again()

    def _keep(self) -> bool:
        """Keep what was typed, if it is another line than before; return whether one may go on."""
        marked = self.expectations.marked
        if marked is None:
            return False
        before = marked.expectation.text if marked.expectation else ""
        if self._typed.value.strip() == before:
            return True
        arguments = {"team_id": marked.team.id, "text": self._typed.value, "who": marked.team.name}
        return self.expectations.do("expectation-write", **arguments) is not None


def _line(each: TeamExpectation) -> _Line:
    written = each.expectation
    return _Line(each.team.name, written.text if written else "", written.verdict if written else None)
