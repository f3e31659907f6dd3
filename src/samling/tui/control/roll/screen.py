"""The screen of the roll call: how many are here, who is awaited, and the list to tick off."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from samling.domain import roll_call, roll_words
from samling.domain.action import About
from samling.language import _
from samling.tui.control.command import bindings
from samling.tui.control.head import running
from samling.tui.control.people.screen import PeopleScreen
from samling.tui.control.roll import awaiting
from samling.tui.control.roll.commands import COMMANDS
from samling.tui.control.roll.desk import RollDesk
from samling.tui.control.roll.lines import Lines, PersonLine, Standing, TeamLine
from samling.tui.control.roll.list import RollList
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

    from samling.domain.roll_awaited import Requirement
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View
    from samling.tui.widgets.picklist import Row


class RollScreen(PeopleScreen):
    """Who is here."""

    commands = COMMANDS
    parts = frozenset({About.ROSTER, About.ROLL})
    taking = "tick-found"

    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app, RollList(id="people"))
        self._counts, self._awaited = Ends(id="counts"), Words(id="awaited")

    def make_desk(self, app: ControlApp) -> RollDesk:
        """Return where the commands work."""
        self.roll = RollDesk(app, self.tell)
        return self.roll

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._counts
        yield self._awaited
        yield self.list
        yield self.finder
        yield self.deed
        yield self.keys

    def on_mount(self) -> None:
        """Read meanwhile who must be here for which block."""
        super().on_mount()
        self.run_worker(self._read_requirements, thread=True, name="requirements")

    def _read_requirements(self) -> None:
        from samling.content.presence import load_requirements  # pydantic; in a thread, while the list is looked at

        self.app.call_from_thread(self._await, load_requirements())

    def _await(self, requirements: tuple[Requirement, ...]) -> None:
        self.roll.requirements = requirements
        self.show_again()

    # showing

    def rows(self) -> tuple[Row, ...]:
        """The teams and people with their ticks."""
        lines = Lines(self.roll.gathering, self.roll.figures, self.roll.roster, self.roll.roll)
        return lines.rows(self.roll.sought)

    def is_done(self, look: Hashable) -> bool:
        """Whether somebody is ticked off already."""
        return isinstance(look, TeamLine | PersonLine) and look.standing is Standing.HERE

    def show_more(self, view: View) -> None:
        """Draw how many are here and who is awaited."""
        self._counts.say(self._counted(), running(view))
        words = awaiting.lines(view, self.roll.awaited())
        self._awaited.say(words)
        self._awaited.display = bool(words)

    def _counted(self) -> Content:
        words = roll_words.counted(roll_call.counts(self.roll.roster, self.roll.roll), _)
        note = "" if self.roll.roll.is_taken else _("nobody ticked off yet: everybody is reckoned with")
        if self.roll.missing_only:
            note = _("those who are missing alone; m shows everybody")
        title = Content(_("Who is here")).stylize("bold $primary")
        return Content.assemble(title, "  ", (words, "bold"), "  ", (note, "$text-quiet"))

    def hints(self) -> Iterator[Hint]:
        """The keys."""
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint(_("Space"), _("Here"), "screen.command('arrive')")
        yield Hint("t", _("Whole team"), "screen.command('whole-team')")
        yield Hint("/", _("Find"), "screen.command('find')")
        yield Hint("m", _("Missing"), "screen.command('missing')")
        yield Hint("l", _("Left"), "screen.command('leave')")
        yield Hint("x", _("Not here"), "screen.command('absent')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint("w", _("Who must be here"), "screen.command('awaited')")
        yield Hint("P", _("Teams and people"), "screen.command('people')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    def on_pick_list_opened(self) -> None:
        """Tick somebody off."""
        self.action_command("arrive")
