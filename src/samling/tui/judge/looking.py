"""Answering what is in question, going from team to team, taking back, and leaving the place to the next judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching import seat
from samling.language import _
from samling.tui.judge import commenting, opening
from samling.tui.judge.lines import COMMENT

if TYPE_CHECKING:
    from collections.abc import Awaitable

    from samling.tui.judge.desk import Entry, JudgeDesk


def enter(desk: JudgeDesk) -> Awaitable[None] | None:
    """Save what is in question all the same; else open the marked team, or the comment under the cursor."""
    if desk.unsaved is not None:
        return _save_after_all(desk, desk.unsaved.entry)
    if desk.is_choosing:
        open_marked(desk)
    elif desk.row == COMMENT:
        return commenting.begin(desk)
    else:
        desk.step(1)
    return None


def _save_after_all(desk: JudgeDesk, entry: Entry) -> Awaitable[None] | None:
    desk.unsaved = None
    if desk.why_no_sheet:
        desk.notice = desk.why_no_sheet
        return None

    return opening.on_open_sheet(desk, lambda: _save(desk, entry))


def _save(desk: JudgeDesk, entry: Entry) -> None:
    if desk.save(entry) and desk.criterion is not None and desk.criterion.id == entry.arguments.get("criterion_id"):
        desk.step(1)


def save_again(desk: JudgeDesk) -> None:
    """Try again what another program kept from being saved, on a sheet that is still the same."""
    if desk.unsaved is not None and desk.unsaved.seen == desk.revision:
        _save(desk, desk.unsaved.entry)
        desk.begin_comment()


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
    if desk.unsaved is None and desk.app.unsaved is None:
        desk.app.hand_over()
