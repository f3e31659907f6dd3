"""What a judge has before the eyes: the team whose sheet lies in front, and how far each of the judge's sheets is."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from samling.domain.pitching.judge import eligible, field, is_recused
from samling.domain.pitching.values import OUT

if TYPE_CHECKING:
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitch, Pitching


class Standing(StrEnum):
    """How far a judge is with one team. Out: the team has withdrawn, or did not meet."""

    NOT_BEGUN = "not begun"
    DRAFT = "draft"
    SUBMITTED = "submitted"
    CORRECTING = "correcting"
    RECUSED = "recused"
    OUT = "out"


WRITABLE = (Standing.NOT_BEGUN, Standing.DRAFT, Standing.CORRECTING)
"""Where a score can be written as it is."""


def on_stage(pitching: Pitching) -> int | None:
    """Return the team on the clock; while no clock runs, the made-up one of a trial that is on. None for neither."""
    if pitching.on_clock is not None:
        return pitching.on_clock.team_id
    return pitching.trial.team_id if pitching.trial.is_open else None


def in_front(pitching: Pitching) -> int | None:
    """Return the team whose sheet lies in front by itself; None where no team is in the order.

    It is the one on the stage. Between two it is the one that has just pitched, as its sheet is being finished then;
    before the first, the one that will begin.
    """
    shown = on_stage(pitching)
    if shown is not None:
        return shown
    last = max(pitching.order, key=_left_the_stage, default=None)
    if last is not None and _left_the_stage(last):
        return last.team_id
    first = pitching.following or last
    return first.team_id if first else None


def _left_the_stage(pitch: Pitch) -> float:
    """When a team left the stage, in seconds; 0 for one that has not been on it."""
    return pitch.run.ended_at.timestamp() if pitch.run and pitch.run.ended_at else 0.0


def teams(pitching: Pitching) -> tuple[int, ...]:
    """Return the teams that there are sheets for: of a trial that is on, then those of the order."""
    trial = (pitching.trial.team_id,) if pitching.trial.is_open else ()
    return (*trial, *(pitch.team_id for pitch in pitching.order))


def standing(sheets: JudgeSheets, team_id: int) -> Standing:
    """Return how far the judge is with a team."""
    pitching = sheets.pitching
    if team_id > 0 and pitching.pitch(team_id).status in OUT:
        return Standing.OUT
    if team_id > 0 and is_recused(pitching, sheets.judge, team_id):
        return Standing.RECUSED
    sheet = sheets.latest(team_id)
    if sheet is None:
        return Standing.NOT_BEGUN
    if sheet.submitted_at is not None:
        return Standing.SUBMITTED
    if sheet.version > 1:
        return Standing.CORRECTING
    return Standing.DRAFT if sheet.values or sheet.comment else Standing.NOT_BEGUN


def knows_everybody(sheets: JudgeSheets) -> bool:
    """Whether the judge may score none of the teams that compete."""
    return bool(field(sheets.pitching)) and not eligible(sheets.pitching, sheets.judge)
