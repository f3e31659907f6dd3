"""Submitting the sheet in front, changing it after that, and letting the change go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.seat import Standing
from samling.domain.pitching.sheets import empty_criteria
from samling.language import _
from samling.tui.judge import opening, words
from samling.tui.judge.desk import Entry

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from samling.tui.judge.desk import JudgeDesk


def submit(desk: JudgeDesk) -> None:
    """Submit the sheet in front; where scores are lacking, say which and go to the first."""
    if not opening.may_write(desk):
        return
    sheet = desk.sheet
    if sheet is not None and desk.standing is Standing.SUBMITTED:
        desk.notice = words.already_submitted(desk.sheets, sheet)
    elif sheet is None or empty_criteria(desk.sheets, sheet):
        _tell_lacking(desk)
    else:
        what = _("Submitted the sheet for “{team}”").format(team=desk.team)
        if desk.save(Entry("sheet-submit", what, is_typed=False)) and not desk.chosen:
            desk.look_at(None)


def _tell_lacking(desk: JudgeDesk) -> None:
    sheet, used = desk.sheet, desk.form
    assert used is not None, "a sheet is written on a form"
    if sheet is None:
        desk.notice = _("Not submitted: no score is given yet.")
        desk.row = used.criteria[0].id
    else:
        desk.notice = words.lacking(desk.sheets, sheet)
        desk.row = empty_criteria(desk.sheets, sheet)[0].id


def correct(desk: JudgeDesk) -> Awaitable[None] | None:
    """Begin to correct a submitted sheet, after asking why."""
    if not opening.may_write(desk):
        return None
    if desk.standing is not Standing.SUBMITTED:
        desk.notice = _("This sheet is not submitted: change it as it is.")
        return None
    return opening.correct(desk, lambda: None)


def give_up(desk: JudgeDesk) -> None:
    """Throw the correction that is begun away: the submitted version stands."""
    if not opening.may_write(desk):
        return
    if desk.standing is not Standing.CORRECTING:
        desk.notice = _("No correction is begun on this sheet.")
        return
    what = _("Gave the correction for “{team}” up: the submitted sheet stands").format(team=desk.team)
    desk.save(Entry("sheet-give-up", what, is_typed=False))
