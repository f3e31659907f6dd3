"""The control window of a rehearsal: the same window, with simulated others at work beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import DatabaseUnusable
from samling.language import _
from samling.tui.control.app import ControlApp
from samling.tui.widgets.words import Words
from samling.wording import clock_time

if TYPE_CHECKING:
    from datetime import datetime

    from samling.session import Session
    from samling.session.players import Players

_PLAY_SECONDS = 0.25
_SHOWN_SECONDS = 25
"""So long, by the clock on the wall, something that was said stays in sight."""


class Said(Words):
    """The line in which the others speak to her."""

    def __init__(self, words: str) -> None:
        super().__init__(words, id="said")


class RehearsalApp(ControlApp):
    """`samling rehearse`: what the others say stands over the last line, on whatever screen is open."""

    def __init__(self, session: Session, players: Players, *, speed: float = 1.0, keep_awake: bool = True) -> None:
        """Show the session's gathering in use, and let the players act in it through a session of their own."""
        super().__init__(session, speed=speed, demo=True, keep_awake=keep_awake)
        self._players = players
        self._said: list[tuple[datetime, str]] = []

    def on_ready(self) -> None:
        """Let the others begin once the first picture stands."""
        super().on_ready()
        self.set_interval(_PLAY_SECONDS, self.play)

    def play(self) -> None:
        """Let the others do what is due, and show what they say."""
        try:
            said = self._players.play()
        except DatabaseUnusable:
            return  # the window itself says that the file cannot be used; they go on when it can
        now = self.session.now()
        shown = timedelta(seconds=_SHOWN_SECONDS * self.speed)
        self._said = [
            each for each in (*self._said, *((now, _line(self, *each)) for each in said)) if now - each[0] < shown
        ]
        self._show_said()

    def _show_said(self) -> None:
        front = self.front
        if front is None or not front.is_mounted:
            return
        words = "\n".join(line for _at, line in self._said[-2:]) or _quiet()
        bands = front.query(Said)
        if bands:
            bands.first().say(words)
        else:
            front.mount(Said(words), before=front.deed)


def _line(app: RehearsalApp, at: datetime, words: str) -> str:
    gathering = app.view.gathering if app.view else None
    return f"◇ {clock_time(at, gathering.timezone)}  {words}" if gathering else words


def _quiet() -> str:
    first, second = (
        _("◇ Rehearsal: the others are simulated, your own file is not touched."),
        _("q closes it, and sums it up."),
    )
    return f"{first}\n  {second}"
