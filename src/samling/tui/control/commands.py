"""Every command of the control window, once: its keys, its words, what it does.

The bindings, the help, the command palette and the line of keys all come from this table. Labels and help of what the
registry of actions knows are the registry's own.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from samling.domain.actions import ACTIONS
from samling.language import _
from samling.tui.control import learning, looking, planning, projecting, replanning, rounds, running
from samling.tui.control.command import Command, Group, command_for

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from samling.tui.control.desk import Desk


def _of(
    name: str, keys: str, group: Group, run: Callable[[Desk], Awaitable[None] | None], *, help_text: str = ""
) -> Command[Desk]:
    """A command for the action `name` of the registry."""
    return command_for(ACTIONS[name], keys, group, run, help_text=help_text)


def _extend(minutes: int, keys: str, label: str, help_text: str) -> Command[Desk]:
    return Command(f"extend{minutes:+}", keys, Group.LENGTH, label, help_text, partial(running.extend, minutes=minutes))


COMMANDS: tuple[Command[Desk], ...] = (
    Command(
        "next",
        "n",
        Group.RUN,
        _("Start or next"),
        _("Start the next block; a running one ends at the same instant. Pressed twice, it asks."),
        running.start_or_next,
    ),
    Command(
        "pause",
        "p",
        Group.RUN,
        _("Pause or resume"),
        _("Stop the block's clock, or let it go on."),
        running.pause_or_resume,
    ),
    _of("finish", "f", Group.RUN, running.finish),
    Command(
        "next-at",
        "N",
        Group.RUN,
        _("Next at …"),
        _("Record afterwards that the next block has started: give the time."),
        running.next_at,
    ),
    _of("start", "j", Group.RUN, running.start_chosen, help_text=_("Start the chosen block instead of the next one.")),
    _of("reopen", "R", Group.RUN, running.reopen),
    _of("amend", "r", Group.RUN, running.correct),
    Command(
        "undo",
        "u,ctrl+z",
        Group.RUN,
        _("Undo"),
        _("Take the last change back, again and again."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.RUN,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    _extend(1, "plus,equals_sign", _("1 minute more"), _("Give the block marked ± one minute more.")),
    _extend(-1, "minus", _("1 minute less"), _("Take one minute from the block marked ±.")),
    _extend(5, "greater_than_sign,right_square_bracket", _("5 minutes more"), _("Give it five minutes more.")),
    _extend(-5, "less_than_sign,left_square_bracket", _("5 minutes less"), _("Take five minutes from it.")),
    _of("until", "w", Group.LENGTH, running.until, help_text=_("Let the block marked ± end at a clock time.")),
    _of("replan", "v", Group.LENGTH, replanning.replan),
    _of("promise", "t", Group.LENGTH, planning.promise),
    Command(
        "drop",
        "d",
        Group.ORDER,
        _("Drop or restore"),
        _("Leave the chosen block out, or take it back."),
        running.drop_or_restore,
    ),
    Command(
        "move-up",
        "shift+up,K",
        Group.ORDER,
        _("Move up"),
        _("Move the chosen block one place up."),
        partial(running.move, by=-1),
    ),
    Command(
        "move-down",
        "shift+down,J",
        Group.ORDER,
        _("Move down"),
        _("Move it one place down."),
        partial(running.move, by=1),
    ),
    _of("turn", "full_stop", Group.INSIDE, rounds.turn),
    _of("turn-last", "comma", Group.INSIDE, rounds.last),
    _of("turn-skip", "semicolon", Group.INSIDE, rounds.skip),
    _of("round", "O", Group.INSIDE, rounds.set_round),
    _of("steps", "i", Group.INSIDE, rounds.set_steps),
    _of("swap", "x", Group.ORDER, rounds.swap),
    _of("reserve", "F", Group.ORDER, rounds.reserve),
    _of("message", "m", Group.ROOM, projecting.message),
    _of("black-out", "b", Group.ROOM, projecting.black_out),
    _of("show", "s", Group.ROOM, projecting.scene),
    _of("sound", "S", Group.ROOM, projecting.sound),
    _of("note", "o", Group.ROOM, projecting.note),
    _of("add", "a", Group.PLAN, planning.add),
    _of("edit", "e", Group.PLAN, planning.edit),
    _of("duplicate", "c", Group.PLAN, planning.duplicate),
    _of("remove", "delete", Group.PLAN, planning.remove),
    _of("lay-out", "l", Group.PLAN, planning.lay_out),
    _of("learn", "H", Group.PLAN, learning.learn),
    _of("add-day", "D", Group.PLAN, planning.add_day),
    _of("rename", "T", Group.PLAN, planning.rename),
    _of("reset", "X", Group.PLAN, running.reset),
    Command(
        "roll-call",
        "k",
        Group.LOOK,
        _("Who is here"),
        _("The roll call: tick teams and people off, see who is missing and who is awaited."),
        looking.roll_call,
    ),
    Command(
        "groups",
        "G",
        Group.LOOK,
        _("Groups"),
        _("Draw who sits with whom, announce it, and seat anew when somebody is missing."),
        looking.groups,
    ),
    Command(
        "pitches",
        "I",
        Group.LOOK,
        _("Pitches"),
        _("The pitch clock, the order, the judges and their sheets, the result and the award."),
        looking.pitches,
    ),
    Command(
        "people",
        "P",
        Group.LOOK,
        _("Teams and people"),
        _("Add, change and move teams and people; take a spreadsheet in."),
        looking.people,
    ),
    Command(
        "surveys",
        "y",
        Group.LOOK,
        _("Surveys and codes"),
        _("The surveys with their codes: try them, show them, take answers in and see what they come to."),
        looking.surveys,
    ),
    Command(
        "expectations",
        "E",
        Group.LOOK,
        _("What the teams expect"),
        _("Write down what each team expects, and tick it off at the end."),
        looking.expectations,
    ),
    Command(
        "details",
        "enter",
        Group.LOOK,
        _("Details"),
        _("Everything about the chosen block, with its notes."),
        looking.details,
    ),
    Command(
        "history",
        "h",
        Group.LOOK,
        _("What has happened"),
        _("The log of the gathering, the latest first."),
        looking.history,
    ),
    Command(
        "switch",
        "g",
        Group.LOOK,
        _("Gatherings"),
        _("Open another gathering or network, or make one."),
        looking.switch,
    ),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), looking.show_help),
    Command(
        "leave", "q", Group.LOOK, _("Close"), _("Close this window. The clocks go on; nothing is lost."), looking.leave
    ),
)

BY_ID = {command.id: command for command in COMMANDS}
