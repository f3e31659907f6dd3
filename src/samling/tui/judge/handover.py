"""The screen between two judges: who sits down now. Nothing of anybody's sheets is in sight, or in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from samling.domain.action import About
from samling.language import _
from samling.tui.control.command import Command, Group, bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.deeds import Deeds
from samling.tui.control.people.columns import fit
from samling.tui.judge import words
from samling.tui.screen.words import empty
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.picklist import PickList, Row
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from textual.app import ComposeResult

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.values import Pitching
    from samling.tui.control.deeds import Told
    from samling.tui.judge.app import JudgeApp
    from samling.tui.view import View


class HandOverDesk(Deeds):
    """Where its commands work. `marked` is the judge under the cursor."""

    app: JudgeApp

    def __init__(self, app: JudgeApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.marked: int | None = None

    @property
    def panel(self) -> Pitching:
        """The pitches with their judges."""
        found = self.view.snapshot.panel
        assert found is not None, "the screen has asked for the judges"
        return found

    async def sit_down(self) -> None:
        """Let the marked judge sit down, who is asked for the PIN where there is one."""
        judge = next((each for each in self.panel.judges if each.id == self.marked), None)
        if judge is not None:
            await self.app.let_in(judge)

    def leave(self) -> None:
        """Close the window."""
        self.app.leave()


async def _show_help(desk: HandOverDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("Several judges can use this laptop after each other. Nobody sees another's scores.")
    await desk.ask(Telling(_("Every key"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[HandOverDesk], ...] = (
    Command(
        "sit-down", "enter", Group.SHEET, _("Sit down"), _("Open the marked judge's sheets."), HandOverDesk.sit_down
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command(
        "leave", "q,escape", Group.LOOK, _("Close"), _("Close the window; everything is saved."), HandOverDesk.leave
    ),
)


@dataclass(frozen=True, slots=True)
class JudgeLine:
    """A judge to choose."""

    name: str
    about: str


class JudgesList(PickList):
    """The judges."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a judge."""
        assert isinstance(look, JudgeLine), "the list has judges"
        room = max(16, width // 2)
        return Content.assemble("  ", fit(look.name, room).stylize("bold"), Content(look.about).stylize("$text-quiet"))


class HandOver(CommandScreen):
    """Who sits down now."""

    commands = COMMANDS
    parts = frozenset({About.PANEL})

    AUTO_FOCUS = "#judges"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: JudgeApp) -> None:
        super().__init__(app)
        self.where = self.place = HandOverDesk(app, self.tell)
        self._title, self._text = Words(_("Who judges here?"), id="who"), Words(id="how")
        self._judges = JudgesList(id="judges")
        self._judges.choose = self._choose

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        yield self._text
        yield self._judges
        yield self.deed
        yield self.keys

    def _show(self, view: View | None) -> None:
        if view is not None and view.gathering is None:
            self._judges.show((), cursor=None)
            self._text.say("\n".join(empty(view)))
        super()._show(view)

    def show(self, view: View) -> None:  # noqa: ARG002 - the desk has it
        """Draw the judges."""
        desk = self.place
        judges = desk.panel.judges
        if desk.marked not in [each.id for each in judges]:
            desk.marked = judges[0].id if judges else None
        self._judges.show(tuple(map(_row, judges)), cursor=desk.marked)
        self._text.say(_how(desk.panel))
        self.keys.show(
            (
                Hint("?", _("Help"), "screen.command('help')"),
                Hint("↑ ↓", _("Choose"), "screen.step(1)"),
                Hint(_("Enter"), _("Sit down"), "screen.command('sit-down')"),
                Hint("q", _("Close"), "screen.command('leave')"),
            )
        )

    def action_step(self, by: int) -> None:
        """Mark another judge."""
        self._judges.action_step(by)

    def _choose(self, key: Hashable) -> None:
        self.place.marked = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Let the marked judge sit down."""
        self.action_command("sit-down")


def _row(judge: Judge) -> Row:
    return Row(judge.id, JudgeLine(judge.name, words.about_judge(judge)))


def _how(panel: Pitching) -> str:
    if not panel.judges:
        return _("No judge is on the list yet. The facilitator adds them: samling judge add NAME")
    return _("Choose your own name. Only your own sheets are shown, and they are put away when you hand over.")
