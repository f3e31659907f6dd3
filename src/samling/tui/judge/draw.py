"""How the rows of a sheet and of the list of teams are drawn, wide or narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.pitching.seat import Standing
from samling.language import _
from samling.tui.control.people.columns import fit
from samling.tui.judge.lines import CommentLine, CriterionLine, QuestionLine, TeamLine
from samling.tui.judge.words import standing_word
from samling.tui.widgets.picklist import PickList

if TYPE_CHECKING:
    from collections.abc import Hashable

    from samling.domain.scoring.form import Criterion

SIGNS = {
    Standing.NOT_BEGUN: "·",
    Standing.DRAFT: "…",
    Standing.SUBMITTED: "✓",
    Standing.CORRECTING: "~",
    Standing.RECUSED: "–",
    Standing.OUT: "×",
}
STYLES = {
    Standing.NOT_BEGUN: "",
    Standing.DRAFT: "$secondary",
    Standing.SUBMITTED: "$success",
    Standing.CORRECTING: "$warning",
    Standing.RECUSED: "$text-quiet",
    Standing.OUT: "$text-quiet",
}
ON_STAGE = "►"

_BLANK = "  "
_MARGIN, _WEIGHT, _WORD = len(_BLANK), 4, 22
_LONGEST_NAME = 44
_BETWEEN = "   "
_ROOM_FOR_WORDS = 46
"""Columns from which the list of teams tells in words how far a sheet is."""


class CriteriaList(PickList):
    """The criteria of a sheet, and its comment."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a criterion, its question, the comment, or room between them."""
        if isinstance(look, CriterionLine):
            return _criterion(look, width)
        if isinstance(look, QuestionLine):
            words = Content(look.words).truncate(question_room(width), ellipsis=True)
            return Content(_BLANK).append(words.stylize("" if look.is_current else "$text-quiet"))
        if isinstance(look, CommentLine):
            return _comment(look, width)
        return Content("")


def question_room(width: int) -> int:
    """Return how many columns of a question a list of that width shows."""
    return max(0, width - _MARGIN - 1)


def steps_of(criterion: Criterion, given: int | None, width: int) -> Content:
    """Return the steps of a criterion's scale with their words, the one that is given between brackets.

    They stand beside one another in lines of that width, none broken over two; each on its own where it is 0.
    """
    lines: list[Content] = []
    for step, word in enumerate(criterion.words, start=criterion.lowest):
        number = f"[{step}]" if step == given else str(step)
        told = Content.assemble((f"{number} ", "bold"), (word, "bold" if step == given else ""))
        if lines and lines[-1].cell_length + len(_BETWEEN) + told.cell_length <= width:
            lines[-1] = lines[-1].append(_BETWEEN).append(told)
        else:
            lines.append(told)
    return Content("\n").join(lines)


def _criterion(line: CriterionLine, width: int) -> Content:
    strip = _strip(line, width)
    name = max(8, min(_LONGEST_NAME, width - _MARGIN - _WEIGHT - strip.cell_length - 2 - _WORD))
    word = max(0, width - _MARGIN - name - _WEIGHT - strip.cell_length - 2)
    return Content.assemble(
        _BLANK,
        fit(line.name, name).stylize("bold"),
        Content(f"{line.weight} %".rjust(_WEIGHT)).stylize("$text-quiet"),
        " ",
        strip,
        " ",
        Content(line.word or "–").truncate(word, ellipsis=True).stylize("" if line.word else "$text-quiet"),
    )


def _strip(line: CriterionLine, width: int) -> Content:
    """The scale's steps with brackets around the one that is given; where they need too much room, that one alone."""
    cells = [f"[{step}]" if step == line.score else f" {step} " for step in line.steps]
    if sum(map(len, cells)) <= max(width // 4, 3 * 5):
        parts = (
            Content(cell).stylize("bold $primary" if step == line.score else "$text-quiet")
            for step, cell in zip(line.steps, cells, strict=True)
        )
        return Content("").join(parts)
    given = "" if line.score is None else str(line.score)
    scale = Content(f" {line.steps[0]}–{line.steps[-1]}".rjust(8)).stylize("$text-quiet")
    return Content(f"[{given:^4}]").stylize("bold $primary").append(scale)


def _comment(line: CommentLine, width: int) -> Content:
    label = Content(_("Comment to the team")).stylize("bold")
    room = max(0, width - _MARGIN - label.cell_length - 2)
    words = Content(line.words or "–").truncate(room, ellipsis=True).stylize("" if line.words else "$text-quiet")
    return Content.assemble(_BLANK, label, "  ", words)


class TeamsList(PickList):
    """The judge's teams, each with how far its sheet is."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a team."""
        assert isinstance(look, TeamLine), "the list has teams"
        is_open = look.standing in (Standing.DRAFT, Standing.CORRECTING)
        words = (standing_word(look.standing) if width >= _ROOM_FOR_WORDS else "", look.count if is_open else "")
        state = " ".join(each for each in words if each)
        room = 24 if width >= _ROOM_FOR_WORDS else 6
        return Content.assemble(
            Content(f" {ON_STAGE if look.is_on_stage else ' '} ").stylize("bold $primary"),
            Content(f"{SIGNS[look.standing]} ").stylize(STYLES[look.standing]),
            Content(f"{look.place or '':>2} ").stylize("$text-quiet"),
            fit(look.name, min(_LONGEST_NAME, max(0, width - 8 - room))).stylize("bold" if look.is_on_stage else ""),
            fit(state, room).stylize("$text-quiet"),
        )
