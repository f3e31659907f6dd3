"""The app around screens with commands: which of them lies in front, the palette, the colours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand

from samling.language import _
from samling.tui.app import SamlingApp
from samling.tui.control.command_screen import CommandScreen
from samling.tui.themes import DARK, LIGHT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.screen import Screen

    from samling.session import Session


class CommandApp(SamlingApp):
    """A window of screens with commands."""

    TITLE = "samling"
    COMMAND_PALETTE_BINDING = "ctrl+p"

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Show the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self.speed = speed

    @property
    def front(self) -> CommandScreen | None:
        """The screen with commands that lies on top, what is asked over it left out."""
        found = (screen for screen in reversed(self.screen_stack) if isinstance(screen, CommandScreen))
        return next(found, None)

    def action_command_palette(self) -> None:
        """Open the palette, in the language in use."""
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=_("Search for a command")))

    def action_help_quit(self) -> None:
        """Tell whoever presses Ctrl+C what closes the window: Textual would say it in English alone."""
        self.notify(_("Ctrl+Q closes the window. So does q, where you are not writing."), markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every command of the screen on top, and the choice of colours."""
        if isinstance(screen, CommandScreen):
            for command in screen.commands:
                yield SystemCommand(command.label, command.help, partial(screen.action_command, command.id))
        if self.unsaved is not None:
            yield SystemCommand(_("Save again"), _("Try again to save what is not saved."), self.action_save_again)
            yield SystemCommand(_("Give up"), _("Give up what is not saved."), self.action_give_up)
        yield SystemCommand(_("Colours"), _("Change between dark and light."), self.action_toggle_colours)

    def action_toggle_colours(self) -> None:
        """Change between the dark and the light theme."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name
