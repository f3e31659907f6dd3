"""Looking for somebody by the beginning of their name, on any screen of the control window."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from samling.language import _
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.deeds import Deeds
from samling.tui.control.people.finder import Finder
from samling.tui.widgets.keyline import Hint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.widget import Widget
    from textual.widgets import Input

    from samling.tui.control.app import ControlApp
    from samling.tui.control.deeds import Told


class FindingDeeds(Deeds):
    """Where commands work on a screen on which somebody can be looked for; `typed` is what there is of the name."""

    app: ControlApp

    def __init__(self, app: ControlApp, tell: Callable[[Told], None]) -> None:
        super().__init__(app, tell)
        self.is_finding, self.typed = False, ""

    def find(self) -> None:
        """Begin to look for somebody."""
        self.is_finding, self.typed = True, ""

    def stop_finding(self) -> None:
        """Look for nobody any longer."""
        self.is_finding, self.typed = False, ""

    def back(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()


class FindingScreen(CommandScreen):
    """A screen with a line on which a name is typed. `taking` is the command that Enter gives for who is found.

    While somebody is looked for no key is a command: whoever types quickly must not let somebody leave.
    """

    taking: ClassVar[str] = ""
    while_unreadable = ("back", "help")

    where: FindingDeeds
    main: Widget
    """What has the keyboard while nobody is looked for."""

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.finder = Finder(self.action_take_found, _("the beginning of a name"))

    def seek(self) -> None:
        """Put the cursor on who is meant by what is typed now, and draw what there is."""
        raise NotImplementedError

    def step(self, by: int) -> None:
        """Put the cursor on another of those who may be meant."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While somebody is looked for, keys are letters of a name and no commands."""
        if action == "command" and self.where.is_finding:
            return False
        return super().check_action(action, parameters)

    def show_again(self) -> None:
        """Draw what there is, and put the keyboard where it is wanted."""
        self.finder.display = self.where.is_finding
        super().show_again()
        wanted = self.finder.typed if self.where.is_finding else self.main
        if self.is_current and self.focused is not wanted and wanted.is_attached:
            self.set_focus(wanted)

    def finding_hints(self) -> Iterator[Hint]:
        """The keys while somebody is looked for."""
        label = next(each.label for each in self.commands if each.id == self.taking)
        yield Hint(_("Enter"), label, "screen.take_found")
        yield Hint("↑ ↓", _("Choose"), "screen.step(1)")
        yield Hint(_("Esc"), _("Done"), "screen.stop_finding")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed."""
        event.stop()
        self._read()

    def _read(self) -> None:
        """Look for what stands on the line now, whatever keys the messages have told of so far."""
        if self.where.is_finding and self.where.typed != self.finder.typed.value:
            self.where.typed = self.finder.typed.value
            self.seek()

    def action_step(self, by: int) -> None:
        """Go to the next one who may be meant, or the one before."""
        self._read()
        self.step(by)

    def action_take_found(self) -> None:
        """Do to whom was found what Enter is for, and be ready for the next name."""
        self._read()
        if self.where.typed.strip():
            self.action_command(self.taking)
            self.finder.clear()
            self._read()

    def action_stop_finding(self) -> None:
        """Look for nobody any longer; the cursor stays where it is."""
        self.where.stop_finding()
        self.finder.clear()
        self.show_again()
