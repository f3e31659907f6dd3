"""The help: every key in words, and what the signs on the agenda mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.gathering import State
from samling.language import _
from samling.tui.control.agenda_line import MARK_SIGNS, SIGNS
from samling.tui.control.commands import COMMANDS, Group
from samling.tui.control.keys import key_words
from samling.tui.control.rows import Mark
from samling.wording import state_word

if TYPE_CHECKING:
    from samling.tui.control.dialogs.telling import Page


def help_page() -> Page:
    """Return the help as headings with rows."""
    return (*((_headings()[group], _keys(group)) for group in Group), (_("Signs"), _signs()))


def _headings() -> dict[Group, str]:
    return {
        Group.RUN: _("Run the day"),
        Group.LENGTH: _("Time"),
        Group.ORDER: _("Leave out and move"),
        Group.ROOM: _("Projector and notes"),
        Group.PLAN: _("The plan"),
        Group.LOOK: _("Look around"),
    }


def _keys(group: Group) -> tuple[tuple[str, str], ...]:
    rows = [
        (key_words(command.keys), _("{label} – {help}").format(label=command.label, help=command.help))
        for command in COMMANDS
        if command.group is group
    ]
    if group is Group.LOOK:
        rows += [
            ("↑ ↓", _("Choose a block. The sign ± shows which one + and − change.")),
            (key_words("escape"), _("Follow the running block again.")),
            (key_words("ctrl+p"), _("Find a command by its name.")),
        ]
    return tuple(rows)


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
