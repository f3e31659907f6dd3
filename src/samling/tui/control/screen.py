"""The control screen: it lays the parts of the desk out and hands them the view."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from samling.language import _
from samling.tui.control.agenda import AgendaList
from samling.tui.control.command import bindings
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.commands import COMMANDS
from samling.tui.control.desk import Desk
from samling.tui.control.footer import hints
from samling.tui.control.head import DayBand
from samling.tui.control.lookout import Lookout
from samling.tui.control.now import NowPanel
from samling.tui.control.now_words import now_words
from samling.tui.control.replanning import latest_start
from samling.tui.control.replanning import line as offer
from samling.tui.control.rows import lines
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.control.app import ControlApp
    from samling.tui.view import View


class ControlScreen(CommandScreen):
    """The facilitator's desk."""

    commands = COMMANDS

    AUTO_FOCUS = "#agenda"
    BINDINGS: ClassVar = [
        *bindings(COMMANDS),
        Binding("escape", "follow", _("Follow the running block"), show=False),
    ]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app)
        self.where = self.desk = Desk(app, self.tell)
        self._day, self._agenda, self._now = DayBand(), AgendaList(self._choose), NowPanel()
        self._chosen, self._offer = Words(id="chosen"), Words(id="offer")
        self._lookout = Lookout(app.session)

    def compose(self) -> ComposeResult:
        """Lay the desk out."""
        yield self.head
        yield self._day
        yield self._offer
        yield self._lookout
        with Horizontal(id="middle"):
            yield self._now
            with Vertical(id="plan"):
                yield self._agenda
                yield self._chosen
        yield self.deed
        yield self.keys

    # showing

    def show(self, view: View) -> None:
        """Draw the desk."""
        self._day.show(view)
        self._show_offer(view)
        now = now_words(view)
        if now is not None:
            self._now.show(now)
        self._agenda.show(lines(view), cursor=self.desk.cursor, target=self.desk.target)
        self._chosen.say(self._chosen_words(), layout=False)
        self._chosen.set_class(self.desk.explicit is not None, "-explicit")
        self.keys.show(hints(self.desk))
        self._lookout.look(view)

    def _show_offer(self, view: View) -> None:
        """Offer help where the day ends after it was promised; the line is there only then."""
        words = offer(view.figures) if view.figures else ""
        self._offer.display = bool(words)
        self._offer.say(f"! {words}" if words else "", layout=False)

    def _chosen_words(self) -> str:
        target, explicit = self.desk.target, self.desk.explicit
        if target is None:
            return ""
        if explicit == target:
            changes, follows = _("± changes {position}").format(position=target), _("Esc follows the running block")
            return " · ".join(each for each in (changes, latest_start(self.desk), follows) if each)
        title = self.desk.gathering.block(target).title
        return _("± changes {position} “{title}”").format(position=target, title=title)

    def tell_aside(self, words: str) -> None:
        """Tell something about the laptop, quietly."""
        self.deed.tell_aside(words)

    # choosing

    def action_follow(self) -> None:
        """Let the cursor follow the running block again."""
        self.desk.choose(None)
        self.show_again()

    def _choose(self, position: int) -> None:
        """Put the cursor on a block."""
        self.desk.choose(position)
        self.show_again()

    def on_agenda_list_opened(self) -> None:
        """Tell everything about the block under the cursor."""
        self.action_command("details")
