"""The order of the pitches as a list: how its lines are drawn, wide or narrow, and the judges' heads over it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from samling.domain.pitching.values import Status
from samling.language import _
from samling.tui.control.people.columns import fit
from samling.tui.control.pitches.lines import Come, Note, PitchLine, initials
from samling.tui.widgets.picklist import PickList

if TYPE_CHECKING:
    from collections.abc import Hashable

    from samling.domain.pitching.judge import Judge
    from samling.domain.pitching.values import Pitching

SIGNS = {
    Status.WAITING: "·",
    Status.CALLED: "»",
    Status.RUNNING: "►",
    Status.PAUSED: "‖",
    Status.DONE: "✓",
    Status.ABSENT: "○",
    Status.WITHDRAWN: "×",
}
NEXT = "›"
"""The sign of the team that should be getting ready."""

_STYLES = {
    Status.CALLED: "bold",
    Status.RUNNING: "bold $primary",
    Status.PAUSED: "bold $warning",
    Status.DONE: "$text-quiet",
    Status.ABSENT: "$text-quiet",
    Status.WITHDRAWN: "$text-quiet",
}
_SHEET_STYLES = {
    Come.SUBMITTED: "$success",
    Come.CORRECTING: "$warning",
    Come.BEGUN: "$secondary",
    Come.LACKING: "bold $error",
    Come.AWAITED: "$text-quiet",
    Come.RECUSED: "$text-quiet",
    Come.NONE: "$text-quiet",
}
_PLACE, _SIGN, _OVER, _ROLE, _COUNT = 4, 2, 7, 17, 9
_LEAST_NAME, _ROOMY_NAME = 14, 24
_WIDE_CELL, _CELL = 3, 2


class Columns(NamedTuple):
    """The widths of the columns. `cell` is a judge's: 0 where there is room for their count alone."""

    name: int
    role: int
    over: int
    cell: int
    total: int

    @classmethod
    def fitting(cls, width: int, judges: int) -> Columns:
        """Return the columns for a width: a sign for each judge where these fit, and words for where a team is."""
        rest = width - _PLACE - _SIGN - _OVER - 1
        cell = next((each for each in (_WIDE_CELL, _CELL) if rest - judges * each >= _LEAST_NAME), 0)
        count = _COUNT if judges else 0
        if rest - judges * cell - count < _ROOMY_NAME and cell:
            count = 0
        name = rest - judges * cell - count
        role = _ROLE if name - _ROLE >= _ROOMY_NAME else 0
        return cls(max(1, name - role), role, _OVER, cell, count)


class PitchList(PickList):
    """The order with a grid of the sheets that have come."""

    judges = 0

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a team's line, or what to do where there is no order."""
        if isinstance(look, Note):
            return Content(f" {look.words}").stylize("$text-quiet")
        assert isinstance(look, PitchLine), "the list has teams and a note"
        columns = Columns.fitting(width, len(look.sheets))
        style = _STYLES.get(look.status, "")
        return Content("").join(
            (
                Content(f"{look.place:>{_PLACE - 1}} ").stylize("$text-quiet"),
                fit(NEXT if look.is_next else SIGNS[look.status], _SIGN).stylize(style),
                fit(look.name, columns.name).stylize(style),
                fit(look.role, columns.role).stylize(style or "$text-quiet") if columns.role else Content(""),
                Content(look.over.rjust(columns.over - 1) + " ").stylize("$warning"),
                *(_cell(each, columns.cell) for each in look.sheets if columns.cell),
                Content(look.came.rjust(columns.total)).stylize("$text-quiet") if columns.total else Content(""),
            )
        )


def _cell(come: Come, width: int) -> Content:
    return Content(come.value.center(width)).stylize(_SHEET_STYLES[come])


class ListHead(Widget):
    """The columns' heads: two letters for each judge, quiet for one without a vote."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    ListHead { height: 1; width: 1fr; text-wrap: nowrap; }
    """

    def __init__(self) -> None:
        super().__init__(id="list-head")
        self._judges: tuple[Judge, ...] = ()

    def show(self, pitching: Pitching) -> None:
        """Show the heads for these judges."""
        if pitching.judges != self._judges:
            self._judges = pitching.judges
            self.refresh()

    def render(self) -> Content:
        """Draw them over the list's columns."""
        columns = Columns.fitting(self.content_size.width, len(self._judges))
        before = _PLACE + _SIGN + columns.name + columns.role
        heads = zip(initials(self._judges), self._judges, strict=True)
        return (
            Content("")
            .join(
                (
                    fit(" " * (_PLACE + _SIGN) + _("Team"), before),
                    Content(_("over").rjust(columns.over - 1) + " "),
                    *(_head(short, judge, columns.cell) for short, judge in heads if columns.cell),
                    Content(_("sheets").rjust(columns.total)) if columns.total else Content(""),
                )
            )
            .stylize("$text-quiet")
        )


def _head(short: str, judge: Judge, width: int) -> Content:
    content = Content(short).truncate(max(1, width - 1) if width < _WIDE_CELL else 2)
    return content.pad_right(width - content.cell_length).stylize("bold $foreground" if judge.voting else "italic")
