"""What the judge's keys do to the sheet in front."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from samling.domain.line import printable
from samling.domain.pitching import seat
from samling.domain.pitching.seat import WRITABLE, Standing
from samling.domain.pitching.sheets import empty_criteria
from samling.language import _
from samling.tui.judge import words
from samling.tui.judge.desk import Entry, Unsaved
from samling.tui.judge.lines import COMMENT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from samling.domain.scoring.form import Criterion
    from samling.tui.judge.desk import JudgeDesk

_TEN = 10


# scores


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
    if not _may_write(desk):
        return None
    if desk.criterion is None:
        desk.notice = _("This is the comment: Enter writes it, the arrows go to the scores.")
    return desk.criterion


def _give(desk: JudgeDesk, criterion: Criterion, value: int | None, *, then: int) -> Awaitable[None] | None:
    entry = Entry("sheet-score", words.given(criterion, value), {"criterion_id": criterion.id, "score": value})

    def give() -> None:
        stands = desk.sheet.values.get(criterion.id) if desk.sheet else None
        if stands == value or desk.save(entry):
            desk.step(then)

    return _on_open_sheet(desk, give, entry)


def _may_write(desk: JudgeDesk) -> bool:
    """Whether something can be written on the sheet in front; where it cannot, it is told why."""
    if desk.unsaved is not None:
        return False  # the question about it stands on the screen
    if desk.is_choosing:
        desk.notice = _("Enter opens the sheet of the marked team.")
    elif desk.team_id is None or desk.form is None:
        desk.notice = words.no_form() if desk.form is None else words.no_order()
    elif desk.has_just_come:
        desk.notice = _("“{team}” has just come in front: look, and press again.").format(team=desk.team)
    elif desk.standing not in (*WRITABLE, Standing.SUBMITTED):
        desk.notice = words.state(desk.sheets, desk.team_id)
    else:
        return True
    return False


def _on_open_sheet(desk: JudgeDesk, write: Callable[[], None], entry: Entry | None = None) -> Awaitable[None] | None:
    """Write at once where the sheet is open; ask first for the reason where it has been submitted.

    `entry` is what is typed: it is kept where another window changes the sheet while the reason is asked for.
    """
    if desk.standing is Standing.SUBMITTED:
        return _correct(desk, write, entry)
    write()
    return None


# submitting and correcting


def submit(desk: JudgeDesk) -> None:
    """Submit the sheet in front; where scores are lacking, say which and go to the first."""
    if not _may_write(desk):
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
    if not _may_write(desk):
        return None
    if desk.standing is not Standing.SUBMITTED:
        desk.notice = _("This sheet is not submitted: change it as it is.")
        return None
    return _correct(desk, lambda: None)


async def _correct(desk: JudgeDesk, then: Callable[[], None], entry: Entry | None = None) -> None:
    from samling.tui.control.dialogs.form import Field, Form

    seen = desk.revision

    def begin(values: Mapping[str, Any]) -> None:
        about = {"judge_id": desk.judge_id, "team_id": desk.team_id, "revision": seen}
        desk.must("sheet-correct", reason=values["reason"], **about)
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
    elif entry is not None and desk.revision != seen:
        desk.unsaved = Unsaved(entry, _("The sheet has been changed in another window meanwhile."))


def give_up(desk: JudgeDesk) -> None:
    """Throw the correction that is begun away: the submitted version stands."""
    if not _may_write(desk):
        return
    if desk.standing is not Standing.CORRECTING:
        desk.notice = _("No correction is begun on this sheet.")
        return
    what = _("Gave the correction for “{team}” up: the submitted sheet stands").format(team=desk.team)
    desk.save(Entry("sheet-give-up", what, is_typed=False))


# the comment


def write_comment(desk: JudgeDesk) -> Awaitable[None] | None:
    """Open the comment for writing."""
    if not _may_write(desk):
        return None

    def write() -> None:
        desk.row, desk.is_writing = COMMENT, True
        desk.begin_comment()

    return _on_open_sheet(desk, write)


def type_comment(desk: JudgeDesk, text: str) -> None:
    """Save the comment as it stands after a key; what another window has written meanwhile is not written over."""
    line = printable(text)
    entry = Entry("sheet-comment", _("comment “{comment}”").format(comment=line), {"text": line})
    if desk.unsaved is not None:
        desk.unsaved = replace(desk.unsaved, entry=entry)
    elif not desk.comment_is_as_seen:
        stands = desk.sheet.comment if desk.sheet else ""
        why = _("Another window has changed the comment meanwhile to: “{comment}”.").format(comment=stands)
        desk.unsaved = Unsaved(entry, why)
    elif line != (desk.sheet.comment if desk.sheet else "") and desk.save(entry):
        desk.begin_comment()


def end_comment(desk: JudgeDesk) -> None:
    """Leave the comment; what is not saved of it stays in question."""
    desk.is_writing = False


# what is not saved


def enter(desk: JudgeDesk) -> Awaitable[None] | None:
    """Save what is in question all the same; else open the marked team, or the comment under the cursor."""
    if desk.unsaved is not None:
        return _save_after_all(desk, desk.unsaved.entry)
    if desk.is_choosing:
        open_marked(desk)
    elif desk.row == COMMENT:
        return write_comment(desk)
    else:
        desk.step(1)
    return None


def _save_after_all(desk: JudgeDesk, entry: Entry) -> Awaitable[None] | None:
    desk.unsaved = None
    if desk.standing not in (*WRITABLE, Standing.SUBMITTED):
        desk.notice = words.state(desk.sheets, desk.team_id or 0)
        return None

    def write() -> None:
        if desk.save(entry) and desk.criterion is not None and desk.criterion.id == entry.arguments.get("criterion_id"):
            desk.step(1)

    return _on_open_sheet(desk, write)


def escape(desk: JudgeDesk) -> None:
    """Let go what is in question; else leave the list of teams, or follow the stage again."""
    if desk.unsaved is not None:
        desk.wrote()
        desk.notice = _("Let go. The sheet is as it is shown.")
    elif desk.is_choosing:
        desk.is_choosing = False
    else:
        desk.look_at(None)


# the teams


def choose(desk: JudgeDesk) -> None:
    """Go to the list of teams, or back from it."""
    if desk.unsaved is None:
        desk.is_choosing = not desk.is_choosing and bool(seat.teams(desk.pitching))
        desk.marked = desk.team_id or 0


def open_marked(desk: JudgeDesk) -> None:
    """Put the sheet of the marked team in front."""
    desk.is_choosing = False
    desk.look_at(desk.marked)


def neighbour(desk: JudgeDesk, by: int) -> None:
    """Put the sheet of the team before, or after, in front."""
    teams = seat.teams(desk.pitching)
    if desk.unsaved is None and not desk.is_choosing and desk.team_id in teams:
        desk.look_at(teams[min(max(teams.index(desk.team_id) + by, 0), len(teams) - 1)])


# undo


def turn_back(desk: JudgeDesk, name: str) -> None:
    """Take back, or bring forward, what was done last on the judge's own sheets, and show where."""
    if desk.unsaved is None:
        before = desk.sheets
        desk.turn_back(name)
        desk.show_change(before)


def hand_over(desk: JudgeDesk) -> None:
    """Leave the place to the next judge on this laptop."""
    if desk.unsaved is None:
        desk.app.hand_over()
