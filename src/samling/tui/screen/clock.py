"""The clock: what time it is, as large as the window allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.tui.screen import words
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class ClockScene(SceneView):
    """The time of day over the date."""

    def __init__(self) -> None:
        super().__init__()
        self._time = BigText(classes="time")
        self._date = Headline(classes="date", share=0.18, letters=0.1)

    def compose(self) -> ComposeResult:
        """Lay the time over the date."""
        yield self._time
        yield self._date

    def show(self, view: View) -> None:
        """Show the time."""
        self._time.text = words.wall(view)
        self._date.say(words.today(view))
