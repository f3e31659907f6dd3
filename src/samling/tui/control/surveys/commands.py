"""Every command of the surveys, once: its keys, its words, what it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.actions import ACTIONS as DAY
from samling.domain.survey.actions import ACTIONS
from samling.domain.survey.answer_actions import ACTIONS as OF_ANSWERS
from samling.language import _
from samling.tui.control.command import Command, Group, command_for
from samling.tui.control.surveys import answering, keeping, showing

if TYPE_CHECKING:
    from samling.tui.control.surveys.desk import SurveysDesk


async def _show_help(desk: SurveysDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("✓ the code was tried · ○ not yet · ▶ what the projector shows when a survey is shown")
    await desk.ask(Telling(_("Surveys"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[SurveysDesk], ...] = (
    command_for(
        DAY["show-survey"],
        "s",
        Group.ROOM,
        showing.show,
        help_text=_(
            "Show the marked survey's code on the projector, now and whenever one is shown. Enter does it too."
        ),
    ),
    command_for(
        DAY["show-link"],
        "l",
        Group.ROOM,
        showing.show_link,
        help_text=_("Show a link of a block as a code on the projector, or any other."),
    ),
    Command(
        "wireless",
        "w",
        Group.ROOM,
        _("Wireless network"),
        _("Show the guests' network as a code on the projector. It is forgotten when something else is shown."),
        showing.show_wireless,
    ),
    Command(
        "auto", "A", Group.ROOM, _("Automatic"), _("Let the projector go by the running block again."), showing.auto
    ),
    command_for(
        ACTIONS["survey-tick-off"],
        "space",
        Group.SURVEYS,
        keeping.tick_off,
        help_text=_("Note that the code was scanned and led to the survey; on one that was tried: try it again."),
    ),
    command_for(ACTIONS["survey-add"], "a", Group.SURVEYS, keeping.add),
    command_for(ACTIONS["survey-edit"], "e", Group.SURVEYS, keeping.edit),
    command_for(ACTIONS["survey-remove"], "delete", Group.SURVEYS, keeping.remove),
    Command(
        "undo",
        "u,ctrl+z",
        Group.SURVEYS,
        _("Undo"),
        _("Take the last change of surveys back, again and again. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.SURVEYS,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command(
        "results", "r", Group.ANSWERS, _("Results"), _("What was answered to the marked survey."), answering.results
    ),
    command_for(OF_ANSWERS["answers-import"], "i", Group.ANSWERS, answering.take_in),
    command_for(OF_ANSWERS["answer-type-in"], "t", Group.ANSWERS, answering.type_in),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command("back", "escape,q,y", Group.LOOK, _("Back"), _("Go back to the agenda."), lambda desk: desk.back()),
)
