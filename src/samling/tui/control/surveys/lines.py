"""The surveys as lines of a list. Values only, and how they are drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.content import Content

from samling.language import _, ngettext
from samling.tui.control.people.columns import fit
from samling.tui.widgets.picklist import PickList, Row

if TYPE_CHECKING:
    from collections.abc import Hashable

    from samling.tui.control.surveys.desk import SurveysDesk

TRIED, UNTRIED = "✓", "○"
_SIGNS, _ANSWERS, _WIDE = 5, 12, 40


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A survey: whether its code was tried, what it is about, how many answered, and whether it is on show."""

    title: str
    about: str
    answers: str
    is_tried: bool
    is_on_show: bool


@dataclass(frozen=True, slots=True)
class Nothing:
    """A line that says that there is no survey."""

    words: str


def rows(desk: SurveysDesk) -> tuple[Row, ...]:
    """Return the surveys as rows, in the order in which they were added."""
    shown = desk.on_show
    found = tuple(
        Row(
            each.id,
            SurveyLine(
                each.title,
                _("this gathering") if each.gathering_id == desk.gathering.id else _about(each.gathering_id),
                _answers(len(desk.answers.of(each.id or 0))),
                each.tried_at is not None,
                each is shown,
            ),
        )
        for each in desk.surveys.surveys
    )
    return found or (Row(None, Nothing(_("There is no survey yet. a adds one by its link."))),)


def _about(gathering_id: int | None) -> str:
    return _("the whole network") if gathering_id is None else _("another gathering")


def _answers(count: int) -> str:
    return ngettext("{count} answer", "{count} answers", count).format(count=count) if count else ""


class SurveyList(PickList):
    """The surveys."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a survey."""
        if isinstance(look, Nothing):
            return Content(f" {look.words}").stylize("$text-quiet")
        assert isinstance(look, SurveyLine), "the list has surveys"
        sign = Content(f" {TRIED if look.is_tried else UNTRIED} ").stylize("$success" if look.is_tried else "$warning")
        shown = Content("▶ " if look.is_on_show else "  ").stylize("$primary")
        answers = fit(look.answers, _ANSWERS if look.answers else 0).stylize("$text-quiet")
        rest = max(0, width - _SIGNS - answers.cell_length)
        title = rest if rest < _WIDE else rest * 3 // 5
        about = fit(look.about, rest - title).stylize("$text-quiet")
        return Content("").join((sign, shown, fit(look.title, title).stylize("bold"), about, answers))
