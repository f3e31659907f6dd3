"""Every command of the roll call, once: its keys, its words, what it does."""

from __future__ import annotations

from samling.domain.roll_actions import ACTIONS
from samling.language import _
from samling.tui.control import looking
from samling.tui.control.command import Command, Group, command_for
from samling.tui.control.roll import ticking
from samling.tui.control.roll.desk import RollDesk


async def _show_help(desk: RollDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("Who is ticked off is here. Until somebody is, everybody is reckoned with.")
    await desk.ask(Telling(_("Who is here"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[RollDesk], ...] = (
    command_for(
        ACTIONS["arrive"],
        "space",
        Group.ROLL,
        ticking.tick,
        help_text=_("Tick off whoever is marked, a whole team on the team's line. On a person again: not here."),
    ),
    Command(
        "whole-team",
        "t",
        Group.ROLL,
        _("Whole team"),
        _("Tick everybody off in the team that is marked, or that the marked person is in."),
        ticking.whole_team,
    ),
    Command(
        "came-at",
        "c",
        Group.ROLL,
        _("Came at …"),
        _("Record when the marked person or team came, if that was before they were ticked off."),
        ticking.came_at,
    ),
    command_for(
        ACTIONS["leave"],
        "l",
        Group.ROLL,
        ticking.left,
        help_text=_("Note that the marked person or team has left, with the time."),
    ),
    command_for(
        ACTIONS["absent"],
        "x",
        Group.ROLL,
        ticking.absent,
        help_text=_("Take the tick off the marked person or team: they have not come after all."),
    ),
    Command(
        "undo",
        "u,ctrl+z",
        Group.ROLL,
        _("Undo"),
        _("Take the last tick back, again and again. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.ROLL,
        _("Redo"),
        _("Bring forward the tick that was taken back."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command(
        "find",
        "slash",
        Group.LOOK,
        _("Find"),
        _("Type the beginning of a name, of a person or a team; Enter ticks the first one off."),
        RollDesk.find,
        goes_first=True,
    ),
    Command("tick-found", "", Group.LOOK, _("Tick off"), _("Tick off whoever is marked."), ticking.tick_found),
    Command(
        "missing",
        "m",
        Group.LOOK,
        _("Missing"),
        _("Show those who are missing alone, or everybody again."),
        ticking.missing_only,
    ),
    Command(
        "awaited",
        "w",
        Group.LOOK,
        _("Who must be here"),
        _("Everybody who must be here for a block to come, and is not."),
        ticking.tell_awaited,
    ),
    Command(
        "people",
        "P",
        Group.LOOK,
        _("Teams and people"),
        _("Add, change and move teams and people; take a spreadsheet in."),
        looking.people,
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("back", "escape,q,k", Group.LOOK, _("Back"), _("Go back to the agenda."), RollDesk.back),
)
