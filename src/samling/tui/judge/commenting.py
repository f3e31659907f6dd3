"""Writing the comment: saved letter by letter, and never over what another window has written meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.line import printable
from samling.language import _
from samling.tui.judge import opening, words
from samling.tui.judge.desk import Entry, Unsaved
from samling.tui.judge.lines import COMMENT

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from samling.tui.judge.desk import JudgeDesk


def begin(desk: JudgeDesk) -> Awaitable[None] | None:
    """Open the comment for writing."""
    if not opening.may_write(desk):
        return None

    def write() -> None:
        desk.row, desk.is_writing = COMMENT, True
        desk.begin_comment()

    return opening.on_open_sheet(desk, write)


def typed(desk: JudgeDesk, text: str) -> None:
    """Save the comment as it stands after a key; what another window has written meanwhile is not written over."""
    line = printable(text)
    entry = Entry("sheet-comment", words.quoted(line), {"text": line})
    if desk.unsaved is not None:
        desk.unsaved = replace(desk.unsaved, entry=entry)
    elif not desk.comment_is_as_seen:
        stands = words.quoted(desk.sheet.comment if desk.sheet else "")
        why = _("Another window has written meanwhile: {comment}.").format(comment=stands)
        desk.unsaved = Unsaved(entry, why)
    elif line != (desk.sheet.comment if desk.sheet else "") and desk.save(entry):
        desk.begin_comment()


def end(desk: JudgeDesk) -> None:
    """Leave the comment; what is not saved of it stays in question."""
    desk.is_writing = False
