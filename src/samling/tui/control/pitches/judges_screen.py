"""The screen of the judges: who they are, whether they vote, and whom each of them does not score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from samling.content.places import shipped
from samling.domain.action import About
from samling.domain.pitching import judge as rules
from samling.domain.pitching.actions import ACTIONS
from samling.language import _
from samling.tui.control.command import Command, Group, bindings, command_for
from samling.tui.control.command_screen import CommandScreen
from samling.tui.control.people.columns import fit
from samling.tui.control.pitches import judging
from samling.tui.control.pitches.judging import JudgeDesk
from samling.tui.widgets.ends import Ends
from samling.tui.widgets.keyline import Hint
from samling.tui.widgets.picklist import PickList, Row

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from textual.app import ComposeResult

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.values import Pitching
    from samling.tui.control.command_app import CommandApp
    from samling.tui.view import View


async def _show_help(desk: JudgeDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("A judge opens a window of their own with: samling judge --name NAME")
    await desk.ask(Telling(_("Judges"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[JudgeDesk], ...] = (
    command_for(ACTIONS["judge-add"], "a", Group.JURY, judging.add),
    command_for(ACTIONS["judge-edit"], "e", Group.JURY, judging.edit),
    Command(
        "recuse",
        "r",
        Group.JURY,
        _("Whom a judge does not score"),
        _("Say which teams the chosen judge does not score, or may score all the same."),
        judging.recuse,
    ),
    command_for(ACTIONS["judge-remove"], "delete", Group.JURY, judging.remove),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("back", "escape,q,g", Group.LOOK, _("Back"), _("Go back to the pitches."), JudgeDesk.back),
)


@dataclass(frozen=True, slots=True)
class JudgeLine:
    """A judge's line: what is said of their vote, and whom they do not score."""

    name: str
    organisation: str
    vote: str
    recused: str


@dataclass(frozen=True, slots=True)
class NoJudges:
    """What stands there while there are none."""

    words: str


class JudgeList(PickList):
    """The judges."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a judge, or that there is none."""
        if isinstance(look, NoJudges):
            return Content(f" {look.words}").stylize("$text-quiet")
        assert isinstance(look, JudgeLine), "the list has judges"
        name, organisation, vote = max(16, width // 4), max(14, width // 5), 16
        return Content("").join(
            (
                fit(f" {look.name}", name).stylize("bold"),
                fit(look.organisation, organisation).stylize("$text-quiet"),
                fit(look.vote, vote),
                fit(look.recused, max(1, width - name - organisation - vote)).stylize("$warning"),
            )
        )


def rows(pitching: Pitching) -> tuple[Row, ...]:
    """Return the judges as lines."""
    if not pitching.judges:
        return (Row(None, NoJudges(_("There are no judges yet. a adds one."))),)
    return tuple(Row(each.id, _line(pitching, each)) for each in pitching.judges)


def _line(pitching: Pitching, of: Judge) -> JudgeLine:
    names = ", ".join(pitching.name_of(team_id) for team_id in rules.recused_from(pitching, of))
    return JudgeLine(
        of.name,
        of.organisation,
        _("has a vote") if of.voting else _("without a vote"),
        _("– does not score {teams}").format(teams=names) if names else "",
    )


class JudgesScreen(CommandScreen):
    """The judges."""

    commands = COMMANDS
    parts = frozenset({About.PITCHING})
    while_unreadable = ("back", "help")

    CSS_PATH: ClassVar = [str(shipped("layouts", "screens", each)) for each in ("dialogs.tcss", "pitches.tcss")]
    AUTO_FOCUS = "PickList"
    BINDINGS: ClassVar = [*bindings(COMMANDS)]

    def __init__(self, app: CommandApp) -> None:
        super().__init__(app)
        self.where = self.jury = JudgeDesk(app, self.tell)
        self._title, self._list = Ends(id="title-line"), JudgeList(id="judges")
        self._list.choose = self._choose

    def compose(self) -> ComposeResult:
        """Lay it out."""
        yield self.head
        yield self._title
        yield self._list
        yield self.deed
        yield self.keys

    def show(self, view: View) -> None:  # noqa: ARG002 - the desk reads it
        """Draw the judges."""
        pitching = self.jury.pitching
        voting = len(rules.voting(pitching))
        said = _("{count} judges, {voting} with a vote").format(count=len(pitching.judges), voting=voting)
        self._title.say(Content.assemble((_("Judges"), "bold $primary"), f"  {said}"))
        self._list.show(rows(pitching), cursor=self.jury.judge.id if self.jury.judge else None)
        self.keys.show(self._hints())

    def _hints(self) -> Iterator[Hint]:
        yield Hint("?", _("Help"), "screen.command('help')")
        yield Hint("a", _("Add"), "screen.command('judge-add')")
        if self.jury.judge is not None:
            yield Hint("e", _("Change"), "screen.command('judge-edit')")
            yield Hint("r", _("Whom not to score"), "screen.command('recuse')")
            yield Hint(_("Delete"), _("Remove"), "screen.command('judge-remove')")
        yield Hint(_("Esc"), _("Back"), "screen.command('back')")

    def _choose(self, key: Hashable) -> None:
        self.jury.marked = key if isinstance(key, int) else None
        self.show_again()

    def on_pick_list_opened(self) -> None:
        """Change a judge."""
        self.action_command("judge-edit")
