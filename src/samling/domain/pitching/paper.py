"""Sheets on paper, typed in by a secretary: each as one step, and blind double entry compared before it counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.pitching import form
from samling.domain.pitching import sheets as own
from samling.domain.pitching.sheets import JudgeSheets, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Typed:
    """One sheet as it was typed. A criterion that is not among the scores was left empty."""

    judge_id: int
    team_id: int
    scores: Mapping[str, int] = field(default_factory=dict)
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two typings of a sheet differ: on a criterion or, with `criterion_id` None, one of them lacks the sheet."""

    judge_id: int
    team_id: int
    criterion_id: str | None
    first: int | None
    second: int | None


def differences(first: Iterable[Typed], second: Iterable[Typed]) -> tuple[Difference, ...]:
    """Return where two typings of the same sheets differ in scores, by judge, team and criterion."""
    one, other = ({(each.judge_id, each.team_id): each for each in typing} for typing in (first, second))
    found = []
    for judge_id, team_id in sorted(one.keys() | other.keys()):
        typed = one.get((judge_id, team_id)), other.get((judge_id, team_id))
        if typed[0] is None or typed[1] is None:
            found.append(Difference(judge_id, team_id, None, None, None))
            continue
        scores = typed[0].scores, typed[1].scores
        found.extend(
            Difference(judge_id, team_id, each, scores[0].get(each), scores[1].get(each))
            for each in sorted(scores[0].keys() | scores[1].keys())
            if scores[0].get(each) != scores[1].get(each)
        )
    return tuple(found)


def type_in(sheets: JudgeSheets, at: datetime, typed: Typed, reason: str = "") -> JudgeSheets:
    """Fill a sheet in as it was typed, and submit it. One that is submitted with other scores takes a reason.

    Typing the same sheet again changes nothing.
    """
    known = sheets.latest(typed.team_id)
    if known is not None and not known.is_draft:
        if known.values == typed.scores and known.comment == typed.comment:
            return sheets
        if not reason.strip():
            raise Refused(
                N_("The sheet for “{team}” is submitted with other scores. Say why it is to be corrected."),
                team=sheets.pitching.name_of(typed.team_id),
            )
        sheets = own.correct(sheets, typed.team_id, reason)
    known_criteria = (each.id for each in form.in_use(sheets.pitching).form.criteria)
    for criterion_id in dict.fromkeys((*known_criteria, *typed.scores)):
        score = typed.scores.get(criterion_id)
        sheets = own.enter(sheets, typed.team_id, criterion_id, score, _revision(sheets, typed))
    sheets = own.comment(sheets, typed.team_id, typed.comment, _revision(sheets, typed))
    return own.submit(sheets, at, typed.team_id, _revision(sheets, typed))


def _revision(sheets: JudgeSheets, typed: Typed) -> int:
    return (sheets.latest(typed.team_id) or Sheet(typed.team_id)).revision
