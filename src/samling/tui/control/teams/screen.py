"""The screen of teams and people: how many there are, the list, and what is known of the marked one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from samling.domain.action import About
from samling.domain.roster_warnings import warnings
from samling.language import _, ngettext
from samling.tui.control.command import bindings
from samling.tui.control.people.screen import PeopleScreen
from samling.tui.control.teams.commands import COMMANDS
from samling.tui.control.teams.desk import TeamsDesk
from samling.tui.control.teams.lines import rows
from samling.tui.control.teams.list import TeamList
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult

    from samling.domain.team import Team
    from samling.tui.control.app import ControlApp
    from samling.tui.view import View
    from samling.tui.widgets.picklist import Row


class TeamsScreen(PeopleScreen):
    """Teams and people."""

    commands = COMMANDS
    parts = frozenset({About.ROSTER})
    taking = "go"

    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: ControlApp) -> None:
        super().__init__(app, TeamList(id="people"))
        self._counts, self._about = Ends(id="counts"), Words(id="about")

    def make_desk(self, app: ControlApp) -> TeamsDesk:
        """Return where the commands work."""
        return TeamsDesk(app, self.tell)

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._counts
        yield self.list
        yield self._about
        yield self.finder
        yield self.deed
        yield self.keys

    def rows(self) -> tuple[Row, ...]:
        """The teams and people."""
        return rows(self.people.roster, self.people.typed)

    def show_more(self, view: View) -> None:  # noqa: ARG002 - it hangs on the roster alone
        """Draw how many there are, and what is known of the marked team."""
        roster = self.people.roster
        teams, people = len(roster.taking_part), sum(len(team.people) for team in roster.taking_part)
        counts = (
            ngettext("{count} team", "{count} teams", teams).format(count=teams),
            ngettext("{count} person", "{count} people", people).format(count=people),
            _("{count} beside the teams").format(count=len(roster.others)) if roster.others else "",
        )
        title = Content(_("Teams and people")).stylize("bold $primary")
        found = warnings(roster)
        worth = ngettext("{count} thing worth a look", "{count} things worth a look", len(found))
        marked = f"! {worth.format(count=len(found))}" if found else ""
        words = (" · ".join(each for each in counts if each), "bold")
        self._counts.say(Content.assemble(title, "  ", words), Content(marked).stylize("$warning"))
        self._about.say(self._about_words())

    def _about_words(self) -> Content:
        """What is worth a look, and what is known: of the marked team, or of the whole where that is all."""
        team = self.people.team
        found = warnings(self.people.roster)
        mine = [each for each in found if each.team_id == (team.id if team else None)]
        said = [Content(f"! {each.sentence(_)}").stylize("$warning") for each in mine]
        return Content("\n").join([*said, *(_facts(team) if team else ())])

    def hints(self) -> Iterator[Hint]:
        """The keys."""
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint("a", _("Add a team"), "screen.command('team-add')")
        yield Hint("p", _("Add a person"), "screen.command('person-add')")
        yield Hint("e", _("Edit"), "screen.command('edit')")
        yield Hint("i", _("Spreadsheet"), "screen.command('team-import')")
        yield Hint("/", _("Find"), "screen.command('find')")
        yield Hint("m", _("Move"), "screen.command('person-move')")
        yield Hint("u", _("Undo"), "screen.command('undo')")
        yield Hint("w", _("Withdraw"), "screen.command('withdraw')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    def on_pick_list_opened(self) -> None:
        """Change somebody."""
        self.action_command("edit")


def _facts(team: Team) -> Iterator[Content]:
    told = (
        (_("Theme"), team.theme),
        (_("Problem"), team.problem),
        (_("Aim"), team.aim),
        (_("Coach"), ", ".join(team.coaches)),
        (_("Step"), team.step),
        (_("Place"), team.place),
    )
    for label, text in told:
        if text:
            yield Content.assemble((f"{label}  ", "$text-quiet"), text)
