"""The control screen: it lays the parts out, hands them the view, and turns keys into commands."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.screen import Screen

from samling.language import _
from samling.tui.control.agenda import AgendaList
from samling.tui.control.commands import BY_ID, COMMANDS
from samling.tui.control.desk import Desk, Told
from samling.tui.control.footer import hints
from samling.tui.control.head import DayBand, DeedLine, Head
from samling.tui.control.now import NowPanel
from samling.tui.control.now_words import now_words
from samling.tui.control.replanning import latest_start
from samling.tui.control.replanning import line as offer
from samling.tui.control.rows import lines
from samling.tui.control.trouble import Trouble, read_only, too_small, unreadable
from samling.tui.widgets.keyline import KeyLine
from samling.tui.widgets.words import Words
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from textual.app import ComposeResult

    from samling.tui.control.app import ControlApp
    from samling.tui.view import View


class ControlScreen(Screen[None]):
    """The facilitator's desk."""

    AUTO_FOCUS = "#agenda"
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-high"), (50, "-very-high")]
    BINDINGS: ClassVar = [
        *(
            Binding(command.keys, f"command('{command.id}')", command.label, show=False, tooltip=command.help)
            for command in COMMANDS
            if command.keys
        ),
        Binding("escape", "follow", _("Follow the running block"), show=False),
    ]

    def __init__(self, app: ControlApp) -> None:
        super().__init__()
        self.desk = Desk(app, self.tell)
        self._desk_app = app
        self._busy = False
        self._head, self._day, self._agenda = Head(demo=app.demo), DayBand(), AgendaList()
        self._now, self._deed, self._keys = NowPanel(), DeedLine(), KeyLine(id="keys")
        self._chosen, self._offer = Words(id="chosen"), Words(id="offer")
        self._trouble: Trouble | None = None

    def compose(self) -> ComposeResult:
        """Lay the desk out."""
        yield self._head
        yield self._day
        yield self._offer
        with Horizontal(id="middle"):
            yield self._now
            with Vertical(id="plan"):
                yield self._agenda
                yield self._chosen
        yield self._deed
        yield self._keys

    def on_mount(self) -> None:
        """Follow the app's view. The size's classes are set here already: the first picture is the right one."""
        width, height = self._desk_app.size
        self.add_class(_class_at(width, self.HORIZONTAL_BREAKPOINTS), _class_at(height, self.VERTICAL_BREAKPOINTS))
        self.watch(self._desk_app, "view", self._show)
        self.watch(self._desk_app, "fault", self._tell_trouble)

    def on_resize(self) -> None:
        """Say when the terminal is too small; fit the keys to its width."""
        self._tell_trouble()
        self._show(self._desk_app.view)

    # showing

    def _show(self, view: View | None) -> None:
        if view is None or view.gathering is None:
            return
        self._head.show(view)
        self._day.show(view)
        self._show_offer(view)
        now = now_words(view)
        if now is not None:
            self._now.show(now)
        self._agenda.show(lines(view), cursor=self.desk.cursor, target=self.desk.target)
        self._chosen.say(self._chosen_words(), layout=False)
        self._chosen.set_class(self.desk.explicit is not None, "-explicit")
        self._keys.show(hints(self.desk))

    def _show_offer(self, view: View) -> None:
        """Offer help where the day ends after it was promised; the line is there only then."""
        words = offer(view.figures.today) if view.figures else ""
        self._offer.display = bool(words)
        self._offer.say(f"! {words}" if words else "", layout=False)

    def _tell_trouble(self) -> None:
        """Say over the whole width what is wrong, if anything is; what cannot be trusted is hidden then."""
        fault, small = self._desk_app.fault, too_small(*self.size)
        self.set_class(bool(small), "-too-small")
        self.set_class(fault is not None, "-fault")
        words = small or (unreadable(say(fault)) if fault else read_only() if self._desk_app.session.read_only else "")
        if words and self._trouble is None:
            self._trouble = Trouble()
            self.mount(self._trouble, before=0)
        if self._trouble is not None:
            self._trouble.say(words)
            self._trouble.display = bool(words)
        if fault is not None:
            self._head.hide_clock()

    def _chosen_words(self) -> str:
        target, explicit = self.desk.target, self.desk.explicit
        if target is None:
            return ""
        title = self.desk.gathering.block(target).title
        changes = _("± changes {position} “{title}”").format(position=target, title=title)
        if explicit == target:
            latest, follows = latest_start(self.desk), _("Esc follows the running block")
            return " · ".join(each for each in (changes, latest, follows) if each)
        return changes

    def tell(self, told: Told) -> None:
        """Tell what was done last."""
        self._desk_app.clear_notifications()
        self._deed.tell(told)

    def tell_aside(self, words: str) -> None:
        """Tell something about the laptop, quietly."""
        self._deed.tell_aside(words)

    # commands

    def action_command(self, name: str) -> None:
        """Do a command. One at a time: keys that arrive before a question is on the screen are not commands."""
        view = self._desk_app.view
        if self._busy or view is None or view.gathering is None:
            return
        if self._desk_app.fault is not None and name not in ("leave", "help"):
            return
        deed = BY_ID[name].run(self.desk)
        if inspect.isawaitable(deed):
            self._busy = True
            self.run_worker(self._finish(deed), name=name)
        else:
            self._show(self._desk_app.view)

    async def _finish(self, deed: Awaitable[None]) -> None:
        try:
            await deed
        finally:
            self._busy = False
        self._show(self._desk_app.view)

    def action_follow(self) -> None:
        """Let the cursor follow the running block again."""
        self.desk.choose(None)
        self._show(self._desk_app.view)

    def on_agenda_list_chosen(self, message: AgendaList.Chosen) -> None:
        """Put the cursor on a block."""
        self.desk.choose(message.position)
        self._show(self._desk_app.view)

    def on_agenda_list_opened(self, message: AgendaList.Opened) -> None:
        """Tell everything about a block."""
        self.desk.choose(message.position)
        self.action_command("details")


def _class_at(length: int, breakpoints: list[tuple[int, str]]) -> str:
    """The class that Textual gives a screen of this width or height."""
    return max((least, name) for least, name in breakpoints if least <= length)[1]
