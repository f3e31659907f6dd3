"""The help: every key in words, and what the signs on the agenda mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.agenda_line import MARK_SIGNS, SIGNS
from samling.tui.control.command import Group
from samling.tui.control.commands import COMMANDS
from samling.tui.control.keys import key_words
from samling.tui.control.rows import Mark
from samling.wording import state_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.tui.control.command import Command
    from samling.tui.control.dialogs.telling import Page


def help_page() -> Page:
    """Return the help of the desk as headings with rows."""
    *most, (heading, rows) = keys_page(COMMANDS)
    return (*most, (heading, (*rows, *_choosing())), (_("Signs"), _signs()))


def keys_page(commands: Sequence[Command[Any]]) -> Page:
    """Return the keys of a screen's commands with what they do, group by group."""
    groups = [group for group in Group if any(command.group is group for command in commands)]
    return tuple((_headings()[group], (*_keys(commands, group), *_saving(group))) for group in groups)


def _saving(group: Group) -> tuple[tuple[str, str], ...]:
    """The key that every window knows while something is not saved."""
    told = _("Try again to save what could not be saved; Escape gives it up.")
    return ((key_words("ctrl+s"), told),) if group is Group.LOOK else ()


def _headings() -> dict[Group, str]:
    return {
        Group.RUN: _("Run the day"),
        Group.LENGTH: _("Time"),
        Group.ORDER: _("Leave out and move"),
        Group.INSIDE: _("Inside a block"),
        Group.ROOM: _("Projector and notes"),
        Group.PLAN: _("The plan"),
        Group.ROLL: _("Who is here"),
        Group.TEAMS: _("Teams and people"),
        Group.DRAW: _("Groups"),
        Group.TABLES: _("Tables"),
        Group.CLOCK: _("The pitch clock"),
        Group.JURY: _("Judges and sheets"),
        Group.AWARD: _("The award"),
        Group.SURVEYS: _("Surveys"),
        Group.ANSWERS: _("Answers"),
        Group.EXPECTATIONS: _("What the teams expect"),
        Group.SHEET: _("The sheet"),
        Group.LOOK: _("Look around"),
    }


def _keys(commands: Sequence[Command[Any]], group: Group) -> tuple[tuple[str, str], ...]:
    return tuple(
        (key_words(command.keys), _("{label} – {help}").format(label=command.label, help=command.help))
        for command in commands
        if command.group is group
    )


def _choosing() -> tuple[tuple[str, str], ...]:
    return (
        ("↑ ↓", _("Choose a block. The sign ± shows which one + and − change.")),
        (key_words("escape"), _("Follow the running block again.")),
        (key_words("ctrl+p"), _("Find a command by its name.")),
    )


def _signs() -> tuple[tuple[str, str], ...]:
    marks = {
        Mark.FIXED_START: _("fixed clock time"),
        Mark.PROTECTED: _("protected: neither shortened nor dropped"),
        Mark.MAY_DROP: _("may be dropped"),
        Mark.FLEXIBLE: _("flexible: takes up what is left of the day"),
        Mark.NOTES: _("has notes"),
    }
    states = tuple((SIGNS[state], state_word(state)) for state in State)
    return (*states, *((MARK_SIGNS[mark], words) for mark, words in marks.items()))
