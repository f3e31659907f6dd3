"""The top line of the judge's window: whose sheets these are, and the clock of the pitches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from samling.domain.display import Signal
from samling.domain.pitching.clock import Showing
from samling.language import _
from samling.tui.control.head import Head
from samling.tui.judge import words
from samling.tui.screen import pitch_words

if TYPE_CHECKING:
    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching
    from samling.tui.view import View

_STYLES = {
    Signal.CALM: "bold $primary",
    Signal.SOON: "bold $warning",
    Signal.LAST: "bold $error",
    Signal.OVER: "bold $error",
}


class JudgeHead(Head):
    """The judge's name to the left; to the right which team the clock is about, its phase and its time."""

    def show(self, view: View) -> None:
        """Show whose sheets these are, and the clock."""
        sheets, figures = view.snapshot.sheets, view.pitch
        if sheets is None or figures is None:
            return
        left = Content(words.whose(sheets)).stylize("bold $primary")
        self.say(left, self._demo.append(_clock(sheets.pitching, figures)))


def _clock(pitching: Pitching, figures: ClockFigures) -> Content:
    team = ""
    if figures.team_id is not None and figures.is_on:
        template = _("next: {team}") if figures.showing is Showing.CHANGEOVER else "{team}"
        team = template.format(team=words.name(pitching, figures.team_id))
    shape, sign = pitch_words.sign(figures)
    return Content.assemble(
        (f"{shape} {sign}  " if sign else "", _STYLES[figures.signal]),
        Content(team).truncate(30, ellipsis=True),
        "  " if team else "",
        (words.clock(pitching, figures), "$text-quiet" if figures.paused else _STYLES[figures.signal]),
    )
