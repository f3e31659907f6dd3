"""Before the day: whose day it is and when we start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _
from samling.tui.screen import words
from samling.tui.screen.parts import Headline, SceneView
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class WelcomeScene(SceneView):
    """Network, gathering, date and start."""

    def __init__(self) -> None:
        super().__init__()
        self._network = Headline(classes="network", share=0.19, tall_share=0.25, letters=0.12)
        self._title = Headline(classes="title", share=0.22, tall_share=0.28, letters=0.09)
        self._sentence, self._time = Headline(classes="sentence", share=0.14, letters=0.08), BigText(classes="time")
        self._date = Headline(classes="date", share=0.14, letters=0.08)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._network
        yield self._title
        yield self._sentence
        yield self._time
        yield self._date

    def show(self, view: View) -> None:
        """Show the day that comes."""
        gathering, network = view.gathering, view.snapshot.network
        if gathering is None or network is None:
            return
        self._network.say(_("Welcome to {network}").format(network=network.name))
        self._title.say(gathering.title)
        self._sentence.say(_("We start at"))
        start = words.first_start(view)
        self._time.text = words.clock(view, start) if start else ""
        self._date.say(words.date_of_next(view, gathering))
