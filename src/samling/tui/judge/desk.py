"""A judge's place: whose sheet lies in front, where the cursor is, and what is typed but not saved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from samling.domain.errors import DatabaseUnusable, FileHeld, SamlingError
from samling.domain.pitching import seat, sheets
from samling.domain.pitching.seat import Standing
from samling.domain.pitching.sheet_actions import chain_of
from samling.tui.control.deeds import Deeds
from samling.tui.judge import words
from samling.tui.judge.lines import COMMENT, form_of
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Criterion, Form
    from samling.tui.control.deeds import Told
    from samling.tui.judge.app import JudgeApp

_JUST_CAME_SECONDS = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to be written on the sheet in front: the action with its arguments, and what it is in words.

    `is_typed`: it is kept until it is resolved, where it cannot be saved.
    """

    action: str
    what: str
    arguments: Mapping[str, Any] = field(default_factory=dict)
    is_typed: bool = True


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed and could not be saved, and why.

    `seen` is the revision of the sheet that it was written on where another program held the file: it is tried again
    by itself as long as the sheet is the same. None: it is the judge who tries again.
    """

    entry: Entry
    why: str
    seen: int | None = None


class JudgeDesk(Deeds):
    """Where a judge's commands work.

    `team_id` is the team whose sheet lies in front: the one on the stage, until the judge chooses another (`chosen`).
    `row` is the criterion under the cursor, or the comment. While `is_choosing` the cursor is in the list of teams, at
    `marked`; while `is_writing` the comment is typed; while `is_asking` a question lies over the sheet.
    """

    app: JudgeApp

    def __init__(self, app: JudgeApp, tell: Callable[[Told], None], judge_id: int) -> None:
        super().__init__(app, tell)
        self.judge_id = judge_id
        self.chain = chain_of(judge_id)
        self.team_id: int | None = None
        self.chosen = False
        self.row = COMMENT
        self.unsaved: Unsaved | None = None
        self.notice = ""
        self.is_choosing, self.marked = False, 0
        self.is_writing = self.is_asking = False
        self._comment_seen = 0
        self._came_at: datetime | None = None
        self._seen: Sheet | None = None

    # what there is

    @property
    def sheets(self) -> JudgeSheets:
        """The judge's sheets."""
        found = self.view.snapshot.sheets
        assert found is not None, "the screen has asked for the sheets"
        return found

    @property
    def pitching(self) -> Pitching:
        """The pitches, as the judge may know them."""
        return self.sheets.pitching

    @property
    def form(self) -> Form | None:
        """The form in use."""
        return form_of(self.sheets)

    @property
    def sheet(self) -> Sheet | None:
        """The newest version of the sheet in front; None while there is none."""
        return self.sheets.latest(self.team_id) if self.team_id is not None else None

    @property
    def standing(self) -> Standing:
        """How far the sheet in front is."""
        return Standing.OUT if self.team_id is None else seat.standing(self.sheets, self.team_id)

    @property
    def may_score(self) -> bool:
        """Whether the judge has a sheet for the team in front."""
        return self.standing in (*seat.WRITABLE, Standing.SUBMITTED)

    @property
    def why_no_sheet(self) -> str:
        """Why there is no sheet in front; nothing where there is one."""
        if self.team_id is None or self.form is None:
            return words.no_order() if self.form else words.no_form()
        return "" if self.may_score else words.why_not_scored(self.sheets, self.team_id)

    @property
    def criterion(self) -> Criterion | None:
        """The criterion under the cursor."""
        return next((each for each in (self.form.criteria if self.form else ()) if each.id == self.row), None)

    @property
    def team(self) -> str:
        """The name of the team in front."""
        return "" if self.team_id is None else words.name(self.pitching, self.team_id)

    # which team

    def follow(self) -> None:
        """Put the sheet of the team on the stage in front, unless the judge has chosen another or is in the middle."""
        front = seat.in_front(self.pitching)
        if self.team_id is not None and self.team_id not in seat.teams(self.pitching):
            self.unsaved, self.is_writing, self.chosen = None, False, False
            self._go(front)  # the trial is over, or the team is out of the order: its sheet is gone
        elif not self.chosen and not self._is_held and front != self.team_id:
            self._came_at = self.now if self.team_id is not None else None
            self._go(front)
        if self.row not in self.rows:
            self.row = self._first_empty()

    @property
    def _is_held(self) -> bool:
        """Whether the sheet in front is begun and not submitted: it is not taken from under the judge's fingers."""
        is_open = self.standing in (Standing.DRAFT, Standing.CORRECTING)
        return is_open or self.is_writing or self.is_asking or self.unsaved is not None

    def look_at(self, team_id: int | None) -> None:
        """Put another team's sheet in front, by the judge's own choice; None follows the stage again."""
        front = seat.in_front(self.pitching)
        self.chosen = team_id is not None and team_id != front
        self._came_at = None
        self._go(front if team_id is None else team_id)

    def _go(self, team_id: int | None) -> None:
        self.team_id, self.notice = team_id, ""
        self.row, self._seen = self._first_empty(), self.sheet

    @property
    def has_just_come(self) -> bool:
        """Whether the sheet in front has been there by itself for less than a second: a key was meant for another."""
        if self._came_at is None:
            return False
        return 0 <= (self.now - self._came_at).total_seconds() / self.app.speed < _JUST_CAME_SECONDS

    # which row

    @property
    def rows(self) -> list[str]:
        """The rows that the cursor goes through."""
        return [*(each.id for each in (self.form.criteria if self.form else ())), COMMENT]

    def step(self, by: int) -> None:
        """Move the cursor by so many rows, as far as there are any."""
        rows = self.rows
        self.row = rows[min(max(rows.index(self.row) + by, 0), len(rows) - 1)]

    def _first_empty(self) -> str:
        given = self.sheet.values if self.sheet else {}
        return next((row for row in self.rows if row not in given and row != COMMENT), self.rows[0])

    # writing

    def save(self, entry: Entry) -> bool:
        """Write on the sheet in front as it is shown, and tell it; return whether it is saved.

        What is refused because something else stands on the sheet by now is kept, as is what could not be written.
        """
        seen = self.revision
        try:
            self.app.check_saved()
            about = {"judge_id": self.judge_id, "team_id": self.team_id, "revision": seen}
            self.app.session.do(entry.action, **about, **entry.arguments)  # type: ignore[arg-type]
        except SamlingError as error:
            self._refused(entry, error, seen)
            return False
        self.app.show_saved()
        self.wrote()
        self._told(entry.what, undo=True)
        return True

    @property
    def revision(self) -> int:
        """The revision of the sheet in front; 0 where there is none."""
        return self.sheet.revision if self.sheet else 0

    def wrote(self) -> None:
        """Note that what stands on the sheet in front is this window's own doing, or has been told."""
        self.unsaved, self.notice, self._seen = None, "", self.sheet

    def _refused(self, entry: Entry, error: SamlingError, seen: int) -> None:
        try:
            self.app.reread()
        except DatabaseUnusable as fault:
            error = fault
        if isinstance(error, DatabaseUnusable) or (entry.is_typed and self.revision != seen):
            self.unsaved = Unsaved(entry, say(error), seen if isinstance(error, FileHeld) else None)
        else:
            self.notice = say(error)
        self._seen = self.sheet

    def notice_changes(self) -> bool:
        """Take note of what another window has written on the sheet in front; return whether it has."""
        seen, now = self._seen, self.sheet
        self._seen = now
        if now == seen:
            return False
        changes = sheets.since(self.sheets, now, seen.revision if seen else 0) if now else ""
        self.notice = words.changed_elsewhere(changes)
        return True

    # the comment

    def begin_comment(self) -> None:
        """Note which comment it is that is being written on."""
        self._comment_seen = self._comment_revision

    @property
    def comment_is_as_seen(self) -> bool:
        """Whether the comment is still the one that was begun on."""
        return self._comment_seen == self._comment_revision

    @property
    def _comment_revision(self) -> int:
        return self.sheet.comment_revision if self.sheet else 0

    # undo and leaving

    def leave(self) -> None:
        """Close the window, unless something is in question."""
        self.app.leave()

    def show_change(self, before: JudgeSheets) -> None:
        """Go where the sheets differ from those before: to the team's sheet, and to the row on it."""
        after = self.sheets
        teams = seat.teams(after.pitching)
        team_id = next((each for each in teams if before.latest(each) != after.latest(each)), None)
        if team_id is None:
            return
        if team_id != self.team_id:
            self.look_at(team_id)
        old, new = before.latest(team_id), after.latest(team_id)
        scores, others = (new.values if new else {}), (old.values if old else {})
        changed = (each for each in self.rows if scores.get(each) != others.get(each))
        comments = [each.comment if each else "" for each in (old, new)]
        self.row = next(changed, COMMENT if len(set(comments)) > 1 else self.row)
        self.is_writing = False
        self.wrote()
