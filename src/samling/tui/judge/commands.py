"""Every command of the judge's window, once: its keys, its words, what it does."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from samling.domain.pitching.sheet_actions import ACTIONS
from samling.language import _
from samling.tui.control.command import Command, Group, command_for
from samling.tui.judge import commenting, looking, scoring, submitting
from samling.tui.judge.desk import JudgeDesk


async def _show_help(desk: JudgeDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.judge.help import page

    text = _("Every key is saved at once, and u takes it back. Nobody sees your scores in another judge's window.")
    await desk.ask(Telling(_("Every key"), page(COMMANDS), text=text))


_TABLE: tuple[Command[JudgeDesk], ...] = (
    command_for(
        ACTIONS["sheet-submit"],
        "s",
        Group.SHEET,
        submitting.submit,
        help_text=_("Submit the sheet when every criterion has a score: from then on it counts."),
    ),
    Command(
        "comment",
        "c",
        Group.SHEET,
        _("Comment"),
        _("Write the comment; Enter leaves it. The team gets it without your name."),
        commenting.begin,
    ),
    Command(
        "clear", "backspace,delete", Group.SHEET, _("Empty"), _("Take away the score of the marked row."), scoring.clear
    ),
    Command(
        "better",
        "plus,equals_sign",
        Group.SHEET,
        _("One better"),
        _("One step up the scale; also for a scale that goes beyond 9."),
        partial(scoring.move, by=1),
    ),
    Command("worse", "minus", Group.SHEET, _("One worse"), _("One step down the scale."), partial(scoring.move, by=-1)),
    command_for(
        ACTIONS["sheet-correct"],
        "r",
        Group.SHEET,
        submitting.correct,
        help_text=_("Change a submitted sheet: it asks why, and makes a new version. So does a score or a comment."),
    ),
    command_for(
        ACTIONS["sheet-give-up"],
        "x",
        Group.SHEET,
        submitting.give_up,
        help_text=_("Throw a correction that is begun away: the submitted sheet stands."),
    ),
    Command(
        "undo",
        "u,ctrl+z",
        Group.SHEET,
        _("Undo"),
        _("Take the last thing back that was done to your own sheets, again and again."),
        partial(looking.turn_back, name="undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r,ctrl+y",
        Group.SHEET,
        _("Redo"),
        _("Bring forward what was undone."),
        partial(looking.turn_back, name="redo"),
    ),
    Command(
        "teams",
        "t",
        Group.LOOK,
        _("Teams"),
        _("All teams, and how far your sheet for each of them is."),
        looking.choose,
    ),
    Command(
        "next-team",
        "right",
        Group.LOOK,
        _("Next team"),
        _("The sheet of the team that comes after."),
        partial(looking.neighbour, by=1),
    ),
    Command(
        "previous-team",
        "left",
        Group.LOOK,
        _("Team before"),
        _("The sheet of the team that comes before."),
        partial(looking.neighbour, by=-1),
    ),
    Command(
        "follow",
        "escape",
        Group.LOOK,
        _("To the stage"),
        _("Follow the stage again: the sheet of the team that pitches."),
        looking.escape,
    ),
    Command(
        "hand-over",
        "h",
        Group.LOOK,
        _("Hand over"),
        _("Let the next judge sit down at this laptop. Your sheets are put away."),
        looking.hand_over,
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("leave", "q", Group.LOOK, _("Close"), _("Close the window; everything is saved."), JudgeDesk.leave),
)

COMMANDS = tuple(replace(command, goes_first=True) for command in _TABLE)
