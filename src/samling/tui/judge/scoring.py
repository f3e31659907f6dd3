"""Giving scores."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.judge import opening, words
from samling.tui.judge.desk import Entry

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from samling.domain.scoring.form import Criterion
    from samling.tui.judge.desk import JudgeDesk

_TEN = 10


def digit(desk: JudgeDesk, pressed: int) -> Awaitable[None] | None:
    """Give the criterion under the cursor the score of a digit, and go on to the next. 0 is ten where ten is best."""
    criterion = _criterion(desk)
    if criterion is None:
        return None
    value = _TEN if pressed == 0 and criterion.lowest > 0 and criterion.highest == _TEN else pressed
    if not criterion.lowest <= value <= criterion.highest:
        desk.notice = words.off_scale(criterion)
        return None
    return _give(desk, criterion, value, then=1)


def clear(desk: JudgeDesk) -> Awaitable[None] | None:
    """Empty the criterion under the cursor."""
    criterion = _criterion(desk)
    return None if criterion is None else _give(desk, criterion, None, then=0)


def move(desk: JudgeDesk, by: int) -> Awaitable[None] | None:
    """Give the criterion under the cursor a score one step better, or one worse."""
    criterion = _criterion(desk)
    if criterion is None:
        return None
    score = desk.sheet.values.get(criterion.id) if desk.sheet else None
    start = criterion.lowest if by > 0 else criterion.highest
    value = start if score is None else min(max(score + by, criterion.lowest), criterion.highest)
    return _give(desk, criterion, value, then=0)


def _criterion(desk: JudgeDesk) -> Criterion | None:
    """The criterion that a score is for; None, and told why, where none can be given."""
    if not opening.may_write(desk):
        return None
    if desk.criterion is None:
        desk.notice = _("This is the comment: Enter writes it, the arrows go to the scores.")
    return desk.criterion


def _give(desk: JudgeDesk, criterion: Criterion, value: int | None, *, then: int) -> Awaitable[None] | None:
    if value == (desk.sheet.values.get(criterion.id) if desk.sheet else None):
        desk.step(then)
        return None
    entry = Entry("sheet-score", words.given(criterion, value), {"criterion_id": criterion.id, "score": value})

    def give() -> None:
        if desk.save(entry):
            desk.step(then)

    return opening.on_open_sheet(desk, give, entry)
