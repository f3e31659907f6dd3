"""What the control window's screens share: a table of commands, the head with the clock, the line of what was done."""

from __future__ import annotations

import inspect
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, ClassVar

from textual.content import Content
from textual.screen import Screen

from samling.domain.errors import DatabaseUnusable, Displaced
from samling.language import _
from samling.tui.control.head import DeedLine, Head
from samling.tui.control.keys import key_words
from samling.tui.control.trouble import Trouble, too_small, unreadable, viewing
from samling.tui.widgets.keyline import Hint, KeyLine
from samling.tui.widgets.unsaved import UnsavedBand
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from samling.domain.action import About
    from samling.domain.errors import SamlingError
    from samling.tui.control.command import Command
    from samling.tui.control.command_app import CommandApp
    from samling.tui.control.deeds import Deeds, Told
    from samling.tui.saving import Unsaved
    from samling.tui.view import View


class CommandScreen(Screen[None]):
    """A screen that turns keys into commands. Its `where` is what the commands work with.

    A subclass lays out `head`, its own parts, `deed` and `keys`, and draws them in `show`. `while_unreadable` are the
    commands that change nothing and need no figure. `parts` are those of the file that are read while it is open.
    """

    commands: ClassVar[tuple[Command[Any], ...]] = ()
    parts: ClassVar[frozenset[About]] = frozenset()
    while_unreadable: ClassVar[tuple[str, ...]] = ("leave", "help")

    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high"), (50, "-very-high")]

    where: Deeds

    def __init__(self, app: CommandApp) -> None:
        super().__init__()
        self.desk_app = app
        self.head, self.deed, self.keys = Head(sign=app.sign), DeedLine(), KeyLine(id="keys")
        self._parts_before = app.parts
        self._busy = False
        self._trouble: Trouble | None = None
        self._unsaved: UnsavedBand | None = None

    def on_mount(self) -> None:
        """Follow the app's view. The size's classes are set here already: the first picture is the right one."""
        width, height = self.desk_app.size
        self.add_class(_class_at(width, self.HORIZONTAL_BREAKPOINTS), _class_at(height, self.VERTICAL_BREAKPOINTS))
        if self.parts:
            self.desk_app.parts = self._parts_before | self.parts
            self.desk_app.reread()
        self.watch(self.desk_app, "view", self._show)
        for trouble in ("fault", "viewing", "rescued"):
            self.watch(self.desk_app, trouble, self._tell_trouble)
        self.watch(self.desk_app, "fault", lambda: self._show(self.desk_app.view), init=False)
        self.watch(self.desk_app, "unsaved", self._tell_unsaved)

    def on_unmount(self) -> None:
        """Ask for no parts of the file any longer."""
        if self.parts:
            self.desk_app.parts = self._parts_before

    def on_resize(self) -> None:
        """Say when the terminal is too small; fit what is shown to its size."""
        self._tell_trouble()
        self._show(self.desk_app.view)

    # showing

    def on_screen_resume(self) -> None:
        """Show what has happened while another screen lay over this one."""
        self._show(self.desk_app.view)

    def _show(self, view: View | None) -> None:
        if view is None or view.gathering is None or self.desk_app.front is not self:
            return
        if self.desk_app.fault is not None:  # what was read last stays hidden, whatever the window's size or keys do
            return
        if self.parts <= set(view.snapshot.parts):
            self.head.show(view)
            self.show(view)

    def show(self, view: View) -> None:
        """Draw the view, which has a gathering and the parts."""

    def show_again(self) -> None:
        """Draw what there is, after something was chosen."""
        self._show(self.desk_app.view)

    def _tell_trouble(self) -> None:
        """Say over the whole width what is wrong, if anything is; what cannot be trusted is hidden then."""
        fault, small = self.desk_app.fault, too_small(*self.size)
        self.set_class(bool(small), "-too-small")
        self.set_class(fault is not None, "-fault")
        words = small or self._trouble_with_the_file()
        if words and self._trouble is None:
            self._trouble = Trouble()
            self.mount(self._trouble, before=0)
        if self._trouble is not None:
            self._trouble.say(words)
            self._trouble.display = bool(words)
        if fault is not None:
            self.head.hide_clock()
            self.keys.show(self._keys_under_a_fault(fault))

    def _keys_under_a_fault(self, fault: SamlingError) -> Iterator[Hint]:
        """Yield the keys that do something while the file cannot be read."""
        if isinstance(fault, Displaced):
            yield Hint(_("Ctrl+K"), _("Rescue copy"), "app.rescue")
            yield Hint(_("Ctrl+O"), _("Go on"), "app.go_on")
        for each in self.commands:
            if each.id in self.while_unreadable:
                yield Hint(key_words(each.keys.split(",")[0]), each.label, f"screen.command('{each.id}')")

    def _trouble_with_the_file(self) -> Content:
        app = self.desk_app
        if app.fault is not None:
            return unreadable(app.fault, app.rescued)
        return Content("") if app.viewing is None else viewing(app.viewing)

    def _tell_unsaved(self, unsaved: Unsaved | None) -> None:
        """Say what is not saved as long as it is not, over the line of what was done."""
        if unsaved is not None and self._unsaved is None:
            self._unsaved = UnsavedBand()
            self.mount(self._unsaved, before=self.deed)
        if self._unsaved is not None:
            self._unsaved.show(unsaved)

    def tell(self, told: Told) -> None:
        """Tell what was done last."""
        self.desk_app.clear_notifications()
        self.deed.tell(told)

    # commands

    def action_command(self, name: str) -> None:
        """Do a command of the table."""
        self.give(name, next(each for each in self.commands if each.id == name).run)

    def give(self, name: str, run: Callable[[Any], Awaitable[None] | None]) -> None:
        """Do a command. One at a time: keys that arrive before a question is on the screen are not commands."""
        view = self.desk_app.view
        if self._busy or view is None or view.gathering is None:
            return
        if self.desk_app.fault is not None and name not in self.while_unreadable:
            return
        deed: Awaitable[None] | None = None
        with self._telling_of_the_file():
            deed = run(self.where)
        if inspect.isawaitable(deed):
            self._busy = True
            self.run_worker(self._finish(deed), name=name)
        else:
            self.show_again()

    @contextmanager
    def _telling_of_the_file(self) -> Iterator[None]:
        """Tell why the file could not be read for a command; the window goes on."""
        try:
            yield
        except DatabaseUnusable as fault:
            self.desk_app.refuse(say(fault))

    async def _finish(self, deed: Awaitable[None]) -> None:
        try:
            with self._telling_of_the_file():
                await deed
        finally:
            self._busy = False
        self.show_again()


def _class_at(length: int, breakpoints: list[tuple[int, str]]) -> str:
    """The class that Textual gives a screen of this width or height."""
    return max((least, name) for least, name in breakpoints if least <= length)[1]
