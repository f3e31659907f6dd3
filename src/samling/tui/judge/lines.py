"""A sheet as rows: its criteria with what is asked and what is given, and the comment. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from samling.domain.pitching import form, seat
from samling.tui.judge.words import name
from samling.tui.widgets.picklist import Row

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.seat import Standing
    from samling.domain.pitching.sheets import JudgeSheets, Sheet
    from samling.domain.scoring.form import Criterion, Form

COMMENT = "*comment"
"""The key of the comment's row, which no criterion can have."""


@dataclass(frozen=True, slots=True)
class CriterionLine:
    """A criterion with the score it has been given and the scale's word for it, both empty while there is none."""

    name: str
    weight: int
    steps: tuple[int, ...]
    score: int | None
    word: str


@dataclass(frozen=True, slots=True)
class QuestionLine:
    """What the criterion above asks; `is_current`: the cursor is on that."""

    words: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class CommentLine:
    """The comment of the sheet."""

    words: str


@dataclass(frozen=True, slots=True)
class Space:
    """Room between two criteria."""


Look: TypeAlias = CriterionLine | QuestionLine | CommentLine | Space


def form_of(sheets: JudgeSheets) -> Form | None:
    """Return the form in use, None while there is none."""
    return form.in_use(sheets.pitching).form if sheets.pitching.forms else None


def rows(used: Form, sheet: Sheet | None, cursor: str, height: int, *, is_writing: bool = False) -> tuple[Row, ...]:
    """Return the rows of a sheet for a list of that height.

    Each criterion has its question below it, and room after it, where the height allows; in a low list the criterion
    under the cursor alone. While the comment is written it has no row: it stands below.
    """
    count = len(used.criteria)
    with_questions, with_space = height > 2 * count, height > 3 * count
    found: list[Row] = []
    for criterion in used.criteria:
        found += _criterion_rows(criterion, sheet, cursor, with_questions=with_questions)
        found += [Row(None, Space())] if with_space else []
    if len(found) + 1 < height and not with_space:
        found.append(Row(None, Space()))
    if not is_writing:
        found.append(Row(COMMENT, CommentLine(sheet.comment if sheet else "")))
    return tuple(found)


def _criterion_rows(criterion: Criterion, sheet: Sheet | None, cursor: str, *, with_questions: bool) -> Iterator[Row]:
    score = sheet.values.get(criterion.id) if sheet else None
    is_current = cursor == criterion.id
    steps = tuple(range(criterion.lowest, criterion.highest + 1))
    word = criterion.words[score - criterion.lowest] if score in steps and score is not None else ""
    yield Row(criterion.id, CriterionLine(criterion.name, criterion.weight, steps, score, word))
    if with_questions or is_current:
        yield Row(None, QuestionLine(criterion.question, is_current))


@dataclass(frozen=True, slots=True)
class TeamLine:
    """A team in the judge's list: how far its sheet is, and whether it is on the stage."""

    place: int
    name: str
    standing: Standing
    count: str
    is_on_stage: bool


def team_rows(sheets: JudgeSheets) -> tuple[Row, ...]:
    """Return the teams that the judge has sheets for, in the order of the pitches."""
    on_stage, used = seat.on_stage(sheets.pitching), form_of(sheets)
    return tuple(
        Row(
            team_id,
            TeamLine(
                place=place,
                name=name(sheets.pitching, team_id),
                standing=seat.standing(sheets, team_id),
                count=_count(used, sheets.latest(team_id)),
                is_on_stage=team_id == on_stage,
            ),
        )
        for place, team_id in enumerate(seat.teams(sheets.pitching), start=0 if sheets.pitching.trial.is_open else 1)
    )


def _count(used: Form | None, sheet: Sheet | None) -> str:
    """How many of the criteria have a score: "3/6"."""
    if used is None or sheet is None:
        return ""
    given = sum(each.id in sheet.values for each in used.criteria)
    return f"{given}/{len(used.criteria)}"
