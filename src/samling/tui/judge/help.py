"""The help of the judge's window: every key in words, and what the signs in the list of teams mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.control.signs import keys_page
from samling.tui.judge.draw import ON_STAGE, SIGNS
from samling.tui.judge.words import standing_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.tui.control.command import Command
    from samling.tui.control.dialogs.telling import Page
    from samling.tui.judge.desk import JudgeDesk


def page(commands: Sequence[Command[JudgeDesk]]) -> Page:
    """Return the help as headings with rows."""
    (heading, rows), *others = keys_page(commands)
    digits = (_("digits"), _("Give the marked row that score, and go on to the next. 0 is ten where ten is best."))
    arrows = ("↑ ↓", _("Go from row to row."))
    signs = (*((SIGNS[each], standing_word(each)) for each in SIGNS), (ON_STAGE, _("on the stage now")))
    return ((heading, (digits, arrows, *rows)), *others, (_("Signs"), signs))
