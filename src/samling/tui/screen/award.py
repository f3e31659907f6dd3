"""The award: what was announced last, large, over what was announced before it. It is given nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching import projected
from samling.pitch_wording import announced_line
from samling.tui.screen import award_words
from samling.tui.screen.parts import Headline, SceneView

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from samling.tui.view import View


class AwardScene(SceneView):
    """Place by place, shared ones with all who share them, and the prizes beside them."""

    def __init__(self) -> None:
        super().__init__()
        self._what = Headline(classes="what", share=0.2, letters=0.14, whole=True)
        self._who = Headline(classes="who", share=0.5, letters=0.26, whole=True)
        self._before = Headline(classes="before", share=0.34, letters=0.09, whole=True)

    def compose(self) -> ComposeResult:
        """Lay the parts from top to bottom."""
        yield self._what
        yield self._who
        yield self._before

    def show(self, view: View) -> None:
        """Show what has been announced."""
        pitching = view.pitching
        if pitching is None:
            return
        revealed = pitching.award.revealed
        last = projected.latest(revealed)
        if last is None:
            return
        self.set_class(last.place == 1, "-first")
        self._what.say(award_words.what(pitching, last))
        self._who.say("\n".join(award_words.who(pitching, last)))
        self._before.say("\n".join(announced_line(pitching, each) for each in projected.earlier(revealed)))
