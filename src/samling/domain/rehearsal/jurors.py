"""The judges: each fills in sheets at a pace of their own, one late, one recused, one with a correction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.gathering import Kind
from samling.domain.pitching.clock import last_end
from samling.domain.pitching.judge import is_recused
from samling.domain.pitching.podium import Stage
from samling.domain.pitching.values import OUT, Status
from samling.domain.rehearsal.acts import Act, Line
from samling.domain.rehearsal.cast import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.pitching.values import Pitch
    from samling.domain.rehearsal.acts import Sight
    from samling.domain.rehearsal.cast import Cast, Juror
    from samling.domain.scoring.form import Criterion

_MINUTE = timedelta(minutes=1)
_THINKS_AGAIN = timedelta(minutes=3)
_AFTER_ALL = timedelta(minutes=1)
_A_SHEET = timedelta(seconds=30)


def judging(cast: Cast, sight: Sight) -> Iterator[Act]:
    """Yield what each judge does next; nothing while places are being announced, or after it."""
    pitching = sight.pitching
    if pitching.award.stage is not Stage.OPEN or not pitching.forms:
        return
    yield from _recusing(cast, sight)
    for sheets in sight.jury:
        juror = cast.jurors.get(sheets.judge_id)
        for pitch in pitching.order if juror else ():
            if pitch.status in OUT or pitch.run is None or is_recused(pitching, sheets.judge, pitch.team_id):
                continue
            assert juror is not None, "it was asked for"
            begins = _begins(sight, juror, pitch)
            if begins is not None and (sheets.judge_id, pitch.team_id) in cast.marks:
                yield from _Desk(cast, sheets, juror, pitch, begins).next()


def _recusing(cast: Cast, sight: Sight) -> Iterator[Act]:
    """One of the judges turns out to know a team, and says so when the pitches begin."""
    current = sight.gathering.current
    if cast.recusal is None or current is None:
        return
    judge_id, team_id = cast.recusal
    block = sight.gathering.block(current)
    judge = next((each for each in sight.pitching.judges if each.id == judge_id), None)
    if judge is None or block.kind is not Kind.PITCHING or block.started_at is None:
        return
    if not is_recused(sight.pitching, judge, team_id):
        parts = {"judge": judge.name, "team": sight.pitching.team(team_id).name}
        says = Line(N_("{judge} knows “{team}” well and does not score it."), parts)
        yield Act(
            block.started_at + _MINUTE,
            f"recuse {judge_id} {team_id}",
            "judge-recuse",
            {"judge_id": judge_id, "team_id": team_id, "reason": Line(N_("Works with the team."))},
            says,
        )


def _begins(sight: Sight, juror: Juror, pitch: Pitch) -> datetime | None:
    """When a judge begins with a team's sheet: while it pitches or, one who is late with everything, after them all."""
    assert pitch.run is not None, "the pitch has been started"
    if juror.waits is not None:
        return pitch.run.started_at + juror.waits
    pitching, ended = sight.pitching, last_end(sight.pitching)
    if ended is None or pitching.following is not None or pitching.on_clock is not None:
        return None
    return ended + _AFTER_ALL + pitching.order.index(pitch) * _A_SHEET


@dataclass(frozen=True, slots=True)
class _Desk:
    """One judge with the sheet for one team, begun at `begins`."""

    cast: Cast
    sheets: JudgeSheets
    juror: Juror
    pitch: Pitch
    begins: datetime

    def next(self) -> Iterator[Act]:
        """Yield what comes next with the sheet: a score, handing it in, or a second thought."""
        sheet = self.sheets.latest(self.pitch.team_id)
        if sheet is not None and not sheet.is_draft:
            yield from self._thinks_again(sheet)
            return
        wanted = self._wanted(sheet)
        if wanted is not None:
            revision = sheet.revision if sheet else 0
            at = self.begins + self.juror.pace * (revision + 1)
            criterion, score = wanted
            yield self._act(at, "sheet-score", revision, criterion_id=criterion.id, score=score)
        elif sheet is not None and self.pitch.run is not None and self.pitch.status is Status.DONE:
            assert self.pitch.run.ended_at is not None, "the pitch is over"
            written = self.begins + self.juror.pace * (sheet.revision + 1)
            yield self._act(max(written, self.pitch.run.ended_at), "sheet-submit", sheet.revision)

    def _wanted(self, sheet: Sheet | None) -> tuple[Criterion, int] | None:
        """The next criterion to score. What somebody has given stands, but for the one that is corrected."""
        form = self.sheets.pitching.forms[-1].form
        given = sheet.values if sheet else {}
        for number, criterion in enumerate(form.criteria):
            if criterion.id not in given:
                return criterion, self._score(criterion, number)
        first = form.criteria[0]
        if sheet is not None and sheet.version > 1 and given[first.id] == self._score(first, 0):
            return first, first.highest if given[first.id] < first.highest else first.lowest
        return None

    def _score(self, criterion: Criterion, number: int) -> int:
        mark = self.cast.marks[self.sheets.judge_id, self.pitch.team_id][number % MARKS]
        return criterion.lowest + min(int(mark * len(criterion.words)), len(criterion.words) - 1)

    def _thinks_again(self, sheet: Sheet) -> Iterator[Act]:
        if (self.sheets.judge_id, self.pitch.team_id) != self.cast.correction or sheet.version > 1:
            return
        assert sheet.submitted_at is not None, "it is not a draft"
        reason = Line(N_("I put a cross in the wrong row."))
        yield self._act(sheet.submitted_at + _THINKS_AGAIN, "sheet-correct", sheet.revision, reason=reason)

    def _act(self, at: datetime, action: str, revision: int, **more: object) -> Act:
        about = {"judge_id": self.sheets.judge_id, "team_id": self.pitch.team_id, "revision": revision}
        return Act(at, f"{action} {self.sheets.judge_id} {self.pitch.team_id} {revision}", action, {**about, **more})
