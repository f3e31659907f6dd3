"""Every command on teams and people, once: its keys, its words, what it does."""

from __future__ import annotations

from samling.domain.roster_actions import ACTIONS
from samling.language import _
from samling.tui.control.command import Command, Group, command_for
from samling.tui.control.teams import editing, importing
from samling.tui.control.teams.desk import TeamsDesk


async def _show_help(desk: TeamsDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("What is odd is marked with ! and never refused. u undoes, again and again.")
    await desk.ask(Telling(_("Teams and people"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[TeamsDesk], ...] = (
    command_for(ACTIONS["team-add"], "a", Group.TEAMS, editing.add_team),
    command_for(
        ACTIONS["person-add"],
        "p",
        Group.TEAMS,
        editing.add_person,
        help_text=_("Add somebody to the marked team, or beside the teams."),
    ),
    Command("edit", "e,enter", Group.TEAMS, _("Edit"), _("Change the marked team or person."), editing.edit),
    command_for(
        ACTIONS["person-move"],
        "m",
        Group.TEAMS,
        editing.move,
        help_text=_("Move the marked person to another team, or beside the teams."),
    ),
    Command(
        "remove",
        "delete",
        Group.TEAMS,
        _("Remove"),
        _("Take the marked person out, or the marked team with its people."),
        editing.remove,
    ),
    Command(
        "withdraw",
        "w",
        Group.TEAMS,
        _("Withdraw or return"),
        _("Let the marked team take part no more, or again; what it has been part of stays."),
        editing.withdraw,
    ),
    command_for(
        ACTIONS["team-import"],
        "i",
        Group.TEAMS,
        importing.take_in,
        help_text=_("Take in a spreadsheet. What was understood is shown before anything is kept."),
    ),
    command_for(ACTIONS["team-limits"], "L", Group.TEAMS, editing.set_limits),
    Command(
        "undo",
        "u,ctrl+z",
        Group.TEAMS,
        _("Undo"),
        _("Take the last change of teams and people back, again and again. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.TEAMS,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command(
        "find",
        "slash",
        Group.LOOK,
        _("Find"),
        _("Type the beginning of a name, of a person or a team; Enter puts the cursor there."),
        TeamsDesk.find,
        goes_first=True,
    ),
    Command("go", "", Group.LOOK, _("Go there"), _("Put the cursor on whom was found."), TeamsDesk.stop_finding),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("back", "escape,q,P", Group.LOOK, _("Back"), _("Go back."), TeamsDesk.back),
)
