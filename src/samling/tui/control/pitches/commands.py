"""Every command of the pitches' screen, once: its keys, its words, what it does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from samling.domain.pitching.actions import ACTIONS
from samling.domain.pitching.sheet_actions import ACTIONS as SHEET_ACTIONS
from samling.language import _
from samling.tui.control.command import Command, Group, command_for
from samling.tui.control.pitches import holding, keeping, looking, ordering, secretary
from samling.tui.control.pitches.desk import PitchDesk

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable


def _of(
    name: str,
    keys: str,
    group: Group,
    run: Callable[[PitchDesk], Awaitable[None] | None],
    *,
    help_text: str = "",
) -> Command[PitchDesk]:
    return command_for(ACTIONS[name], keys, group, run, help_text=help_text)


COMMANDS: tuple[Command[PitchDesk], ...] = (
    Command(
        "forward",
        "space",
        Group.CLOCK,
        _("Start, questions, end"),
        _("Start the clock at the first word; then go on to the questions; then end the pitch."),
        keeping.forward,
    ),
    Command(
        "pause",
        "p",
        Group.CLOCK,
        _("Pause or resume"),
        _("Stop the clock of the pitch, or let it go on."),
        keeping.pause,
    ),
    _of("pitch-stop", "f", Group.CLOCK, keeping.stop),
    _of(
        "pitch-next",
        "n",
        Group.CLOCK,
        keeping.next_team,
        help_text=_("End the pitch and call the next team up; it says whose sheets are missing first."),
    ),
    _of("pitch-restart", "R", Group.CLOCK, keeping.restart),
    Command(
        "start-chosen",
        "j",
        Group.CLOCK,
        _("Start the chosen team"),
        _("Start the clock of the team under the cursor, whose turn it need not be."),
        keeping.start_chosen,
    ),
    Command(
        "undo",
        "u,ctrl+z",
        Group.CLOCK,
        _("Undo"),
        _("Take the last thing back that was done to the pitches. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.CLOCK,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    _of("pitch-last", "l", Group.ORDER, ordering.last),
    _of("pitch-absent", "x", Group.ORDER, ordering.absent),
    _of("pitch-skip", "s", Group.ORDER, ordering.skip),
    _of("pitch-withdraw", "w", Group.ORDER, ordering.withdraw),
    _of("pitch-enter", "a", Group.ORDER, ordering.enter),
    Command(
        "move-up",
        "shift+up,K",
        Group.ORDER,
        _("Move up"),
        _("Move the chosen team one place up."),
        partial(ordering.move, by=-1),
    ),
    Command(
        "move-down",
        "shift+down,J",
        Group.ORDER,
        _("Move down"),
        _("Move it one place down."),
        partial(ordering.move, by=1),
    ),
    _of("pitch-draw", "d", Group.ORDER, ordering.draw),
    _of("pitch-arrange", "o", Group.ORDER, ordering.arrange),
    _of("pitch-settings", "e", Group.JURY, holding.settings),
    _of("pitch-form", "F", Group.JURY, holding.form),
    _of("pitch-method", "m", Group.JURY, holding.method),
    Command(
        "judges",
        "g",
        Group.JURY,
        _("Judges"),
        _("Add and change judges, and say whom each of them does not score."),
        looking.judges,
    ),
    command_for(SHEET_ACTIONS["sheet-type"], "i", Group.JURY, secretary.type_in),
    Command(
        "trial",
        "t",
        Group.JURY,
        _("Trial pitch"),
        _("Begin a trial pitch, in which the judges align on the scale, or end it. Its sheets count nowhere."),
        holding.trial,
    ),
    Command(
        "award",
        "r",
        Group.LOOK,
        _("Result and award"),
        _("The result, behind one more key, and announcing it place by place."),
        looking.award,
    ),
    Command(
        "details",
        "enter",
        Group.LOOK,
        _("Details"),
        _("Everything about the chosen team's pitch: its project, its times, its sheets."),
        looking.details,
    ),
    Command(
        "show",
        "S",
        Group.LOOK,
        _("Show on the projector"),
        _("Let the projector show the pitches, or again what fits the running block."),
        looking.show,
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), looking.show_help),
    Command("back", "escape,q,I", Group.LOOK, _("Back"), _("Go back to the agenda."), PitchDesk.back),
)
