"""The list of the award: how a step, and a team with its place, is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content
from textual.widget import Widget

from samling.language import _
from samling.tui.control.award.lines import DONE, NEXT, ResultLine, StepLine
from samling.tui.control.people.columns import fit
from samling.tui.widgets.picklist import PickList

if TYPE_CHECKING:
    from collections.abc import Hashable

_PLACE, _SCORE, _SPREAD, _SHEETS, _OVER = 8, 7, 13, 8, 7
_MOST_MISSING, _ROOMY = 40, 24


class Columns(NamedTuple):
    """The widths of the columns that differ."""

    name: int
    missing: int
    spread: int

    @classmethod
    def fitting(cls, width: int) -> Columns:
        """Return them for a width."""
        rest = width - _PLACE - _SCORE - _SHEETS - _OVER
        spread = _SPREAD if rest > 2 * _SPREAD + 16 else 0
        missing = min(_MOST_MISSING, max(0, (rest - spread) // 3))
        return cls(max(1, rest - spread - missing), missing, spread)


class AwardList(PickList):
    """The steps, or the places."""

    def draw(self, look: Hashable, width: int) -> Content:
        """Draw a step, or a team with its place."""
        if isinstance(look, StepLine):
            return _step(look)
        assert isinstance(look, ResultLine), "the list has steps or places"
        columns = Columns.fitting(width)
        if look.place == "–":
            why = Content(f"{look.name}  ").append(Content(look.score).stylize("$text-quiet"))
            return fit("   –", _PLACE).append(why)
        return Content("").join(
            (
                fit(f"{look.place:>4} {look.decided}", _PLACE).stylize("bold"),
                fit(look.name, columns.name).stylize("bold"),
                Content(look.score.rjust(_SCORE)).stylize("bold $primary"),
                Content(look.spread.rjust(columns.spread)).stylize("$text-quiet") if columns.spread else Content(""),
                Content(look.sheets.rjust(_SHEETS)),
                fit(f"  {look.missing}", columns.missing).stylize("$warning"),
                Content(look.over.rjust(_OVER)).stylize("$text-quiet"),
            )
        )


def _step(look: StepLine) -> Content:
    style = {DONE: "$success", NEXT: "bold $primary"}.get(look.sign, "$text-quiet")
    hint = Content(f"   {look.hint}" if look.hint else "").stylize("$text-quiet")
    return Content(f"  {look.sign} {look.words}").stylize(style).append(hint)


class Heads(Widget):
    """The heads of the columns over the places."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Heads { height: 1; width: 1fr; text-wrap: nowrap; }
    """

    def render(self) -> Content:
        """Draw them over the list's columns."""
        columns = Columns.fitting(self.content_size.width)
        return (
            Content("")
            .join(
                (
                    fit(_("rank"), _PLACE),
                    fit(_("Team"), columns.name),
                    Content(_("score").rjust(_SCORE)),
                    Content(_("judges").rjust(columns.spread) if columns.spread else ""),
                    Content(_("sheets").rjust(_SHEETS)),
                    fit(f"  {_('missing (recused)') if columns.missing >= _ROOMY else _('missing')}", columns.missing),
                    Content(_("over").rjust(_OVER)),
                )
            )
            .stylize("$text-quiet")
        )
