"""Whether the sheet in front can be written on, and opening one that has been submitted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samling.domain.errors import DatabaseUnusable, Refused
from samling.domain.pitching.seat import Standing
from samling.language import _
from samling.tui.judge.desk import Entry, Unsaved
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from samling.domain.errors import SamlingError
    from samling.tui.judge.desk import JudgeDesk


def may_write(desk: JudgeDesk) -> bool:
    """Whether something can be written on the sheet in front; where it cannot, it is told why."""
    if desk.unsaved is not None:
        return False  # the question about it stands on the screen
    if desk.is_choosing:
        desk.notice = _("Enter opens the sheet of the marked team.")
    elif desk.why_no_sheet:
        desk.notice = desk.why_no_sheet
    elif desk.has_just_come:
        desk.notice = _("“{team}” has just come in front: look, and press again.").format(team=desk.team)
    else:
        return True
    return False


def on_open_sheet(desk: JudgeDesk, write: Callable[[], None], entry: Entry | None = None) -> Awaitable[None] | None:
    """Write at once where the sheet is open; ask first for the reason where it has been submitted.

    `entry` is what is typed: it is kept where another window changes the sheet while the reason is asked for.
    """
    if desk.standing is Standing.SUBMITTED:
        return correct(desk, write, entry)
    write()
    return None


async def correct(desk: JudgeDesk, then: Callable[[], None], entry: Entry | None = None) -> None:
    """Begin a new version of a submitted sheet, after asking why, and write on it then."""
    from samling.tui.control.dialogs.form import Field, Form

    refused: list[SamlingError] = []
    about = {"judge_id": desk.judge_id, "team_id": desk.team_id, "revision": desk.revision}

    def begin(values: Mapping[str, Any]) -> None:
        try:
            desk.must("sheet-correct", reason=values["reason"], **about)
        except (Refused, DatabaseUnusable) as error:
            refused.append(error)
            raise
        desk.wrote()

    title = _("Why is the sheet for “{team}” changed?").format(team=desk.team)
    text = _("It has been submitted. A new version begins; the one before counts until the new one is submitted.")
    form = Form(title, (Field("reason", _("Reason")),), begin, text=text, verb=_("Change it"))
    desk.is_asking = True
    try:
        begun = await desk.ask(form)
    finally:
        desk.is_asking = False
    if begun:
        then()
    elif entry is not None and refused:
        desk.unsaved = Unsaved(entry, say(refused[-1]))
