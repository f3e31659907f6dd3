"""A judge's own sheets: what is entered, when it counts, and that nobody overwrites it unseen.

A sheet is a draft until it is submitted, and counts only then. To change it after that is a new version, with a reason;
the old one stays, and counts until the new one is submitted. Every edit names the revision of the sheet that it was
made on: an edit on another one is refused, with what has been done since.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.line import clean_line, printable
from samling.domain.localtime import to_local
from samling.domain.pitching import form
from samling.domain.pitching.judge import recused_from
from samling.domain.pitching.podium import Stage
from samling.domain.pitching.values import Status

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.form import Criterion

LONGEST_COMMENT = 2000


@dataclass(frozen=True, slots=True)
class Score:
    """What a criterion has been given; None is an empty cell, never 0. `revision` is the sheet's that it came with."""

    criterion_id: str
    value: int | None
    revision: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One version of one judge's scores for one team. Instants are UTC.

    Versions count from 1. `revision` counts the edits through all versions. `reason` is why this one replaces the
    version before, `form_version` which form it was filled in on. Without `submitted_at` it is a draft.
    """

    team_id: int
    version: int = 1
    revision: int = 0
    scores: tuple[Score, ...] = ()
    comment: str = ""
    comment_revision: int = 0
    reason: str = ""
    form_version: int = 1
    submitted_at: datetime | None = None

    @property
    def is_draft(self) -> bool:
        """Whether it is still being filled in, and counts nothing."""
        return self.submitted_at is None

    @property
    def values(self) -> Mapping[str, int]:
        """The scores that have been given, by the ids of their criteria."""
        return {score.criterion_id: score.value for score in self.scores if score.value is not None}


@dataclass(frozen=True, slots=True)
class JudgeSheets:
    """All versions of one judge's sheets, oldest first for each team. The pitches are read along, for the rules."""

    pitching: Pitching
    judge_id: int
    sheets: tuple[Sheet, ...] = ()

    @property
    def judge(self) -> Judge:
        """Whose they are."""
        return self.pitching.judge(self.judge_id)

    def latest(self, team_id: int) -> Sheet | None:
        """The newest version for a team, which may be a draft."""
        return next((sheet for sheet in reversed(self.sheets) if sheet.team_id == team_id), None)

    def counted(self, team_id: int) -> Sheet | None:
        """The version for a team that counts: the newest that is submitted."""
        submitted = (sheet for sheet in reversed(self.sheets) if sheet.team_id == team_id and not sheet.is_draft)
        return next(submitted, None)


def empty_criteria(sheets: JudgeSheets, sheet: Sheet) -> tuple[Criterion, ...]:
    """The criteria of the form in use that a sheet has no score for."""
    return tuple(each for each in form.in_use(sheets.pitching).form.criteria if each.id not in sheet.values)


# what a judge does


def enter(sheets: JudgeSheets, team_id: int, criterion_id: str, score: int | None, revision: int) -> JudgeSheets:
    """Give a criterion a score, or empty it (None), on the sheet as it was at `revision` (0: none yet).

    To give what is there already changes nothing, whatever the revision: a key that came twice is no conflict.
    """
    sheet = _open_sheet(sheets, team_id)
    criterion = form.criterion(form.in_use(sheets.pitching).form, criterion_id)
    value = None if score is None else form.checked(criterion, score)
    if sheet.values.get(criterion_id) == value:
        return sheets
    _check_revision(sheets, sheet, revision)
    given = Score(criterion_id, value, sheet.revision + 1)
    others = tuple(each for each in sheet.scores if each.criterion_id != criterion_id)
    return _with(sheets, replace(sheet, revision=sheet.revision + 1, scores=(*others, given)))


def comment(sheets: JudgeSheets, team_id: int, text: str, revision: int) -> JudgeSheets:
    """Write the comment of a sheet; an empty one takes it away."""
    sheet = _open_sheet(sheets, team_id)
    line = clean_line(text, LONGEST_COMMENT) if printable(text) else ""
    if sheet.comment == line:
        return sheets
    _check_revision(sheets, sheet, revision)
    return _with(
        sheets,
        replace(sheet, revision=sheet.revision + 1, comment=line, comment_revision=sheet.revision + 1),
    )


def submit(sheets: JudgeSheets, at: datetime, team_id: int, revision: int) -> JudgeSheets:
    """Submit a complete sheet: from now on it counts. One that is submitted already is told, with when it was."""
    sheet = _open_sheet(sheets, team_id)
    _check_revision(sheets, sheet, revision)
    empty = empty_criteria(sheets, sheet)
    if empty:
        raise Refused(
            N_("The sheet for “{team}” lacks scores for: {criteria}."),
            team=team_name(sheets, team_id),
            criteria=", ".join(each.name for each in empty),
        )
    version = form.in_use(sheets.pitching).version
    return _with(sheets, replace(sheet, submitted_at=at, form_version=version))


def correct(sheets: JudgeSheets, team_id: int, reason: str, revision: int | None = None) -> JudgeSheets:
    """Begin a new version of a submitted sheet, for a reason: a draft with the same scores, to be submitted again.

    Where a `revision` is given, it is the one that the sheet was seen at.
    """
    _check_allowed(sheets, team_id)
    sheet = sheets.latest(team_id)
    if sheet is not None and revision is not None:
        _check_revision(sheets, sheet, revision)
    if sheet is None or sheet.is_draft:
        raise Refused(
            N_("The sheet for “{team}” is not submitted: it can be changed as it is."), team=team_name(sheets, team_id)
        )
    draft = Sheet(
        team_id,
        version=sheet.version + 1,
        revision=sheet.revision + 1,
        scores=sheet.scores,
        comment=sheet.comment,
        comment_revision=sheet.comment_revision,
        reason=clean_line(reason),
        form_version=form.in_use(sheets.pitching).version,
    )
    return _with(sheets, draft)


def give_up(sheets: JudgeSheets, team_id: int, revision: int | None = None) -> JudgeSheets:
    """Throw the draft of a correction away: the version before it stands. `revision` as in `correct`."""
    sheet = sheets.latest(team_id)
    if sheet is None or not sheet.is_draft or sheet.version == 1:
        raise Refused(N_("No correction of the sheet for “{team}” is begun."), team=team_name(sheets, team_id))
    if revision is not None:
        _check_revision(sheets, sheet, revision)
    return replace(sheets, sheets=tuple(each for each in sheets.sheets if each is not sheet))


def team_name(sheets: JudgeSheets, team_id: int) -> str:
    """The name of a team, or of the made-up one of a trial."""
    return sheets.pitching.name_of(team_id)


# what is refused


def check_turned(before: JudgeSheets, after: JudgeSheets) -> None:
    """Raise `Refused` where undo or redo would change a sheet during the award, or what a result was made from."""
    award = before.pitching.award
    if award.stage is Stage.SETTLED:
        raise Refused(_SETTLED)
    if award.current is None:
        return
    was, now = (set(_submitted_by(value, award.current.settled_at)) for value in (before, after))
    for team_id, _version in was ^ now:
        raise Refused(
            N_("A result has been settled since. Write on the sheet for “{team}”, or begin a correction, instead."),
            team=team_name(before, team_id),
        )


def _submitted_by(sheets: JudgeSheets, moment: datetime) -> Iterator[tuple[int, int]]:
    """The versions that were submitted by a moment, as team and version."""
    for sheet in sheets.sheets:
        if sheet.submitted_at is not None and sheet.submitted_at <= moment:
            yield sheet.team_id, sheet.version


_SETTLED = N_("The result is settled and the award under way: no sheet is changed until it is over.")


def _open_sheet(sheets: JudgeSheets, team_id: int) -> Sheet:
    """The draft that an edit goes into: the one there is, or a new one."""
    _check_allowed(sheets, team_id)
    sheet = sheets.latest(team_id)
    if sheet is None:
        return Sheet(team_id, form_version=form.in_use(sheets.pitching).version)
    if sheet.submitted_at is not None:
        raise Refused(
            N_("The sheet for “{team}” was already submitted at {time}. To change it, begin a correction."),
            team=team_name(sheets, team_id),
            time=f"{to_local(sheet.submitted_at, sheets.pitching.timezone):%H:%M:%S}",
        )
    return sheet


def _check_allowed(sheets: JudgeSheets, team_id: int) -> None:
    """Refuse a team that the judge does not score, one that is out of the field, and any while places are announced."""
    pitching = sheets.pitching
    if pitching.award.stage is Stage.SETTLED:
        raise Refused(_SETTLED)
    if team_id == pitching.trial.team_id and pitching.trial.is_open:
        return
    pitch = pitching.pitch(team_id)
    name = pitching.team(team_id).name
    if pitch.status is Status.WITHDRAWN:
        raise Refused(N_("“{team}” has withdrawn: it is not scored."), team=name)
    if pitch.status is Status.ABSENT:
        raise Refused(N_("“{team}” did not meet: it is not scored."), team=name)
    if team_id in recused_from(pitching, sheets.judge):
        raise Refused(N_("{judge} is recused from “{team}” and does not score it."), judge=sheets.judge.name, team=name)


def _check_revision(sheets: JudgeSheets, sheet: Sheet, revision: int) -> None:
    """Refuse an edit that was made on another revision of the sheet than the one that stands, and say what has come."""
    if revision == sheet.revision:
        return
    team, changes = team_name(sheets, sheet.team_id), since(sheets, sheet, revision)
    if not changes:
        raise Refused(
            N_("The sheet for “{team}” has been changed in another window meanwhile. Look, and do it again."), team=team
        )
    raise Refused(
        N_("The sheet for “{team}” has been changed in another window meanwhile: {changes}. Look, and do it again."),
        team=team,
        changes=changes,
    )


def since(sheets: JudgeSheets, sheet: Sheet, revision: int) -> str:
    """Return what stands in a sheet that came after a revision: "Delivery 4, Result –, “the comment”"."""
    names = {each.id: each.name for each in form.in_use(sheets.pitching).form.criteria}
    parts = [
        f"{names.get(score.criterion_id, score.criterion_id)} {'–' if score.value is None else score.value}"
        for score in sheet.scores
        if score.revision > revision
    ]
    if sheet.comment_revision > revision:
        parts.append(f"“{sheet.comment}”")
    return ", ".join(parts)


def _with(sheets: JudgeSheets, sheet: Sheet) -> JudgeSheets:
    known = [(each.team_id, each.version) for each in sheets.sheets]
    if (sheet.team_id, sheet.version) not in known:
        return replace(sheets, sheets=(*sheets.sheets, sheet))
    place = known.index((sheet.team_id, sheet.version))
    return replace(sheets, sheets=(*sheets.sheets[:place], sheet, *sheets.sheets[place + 1 :]))
