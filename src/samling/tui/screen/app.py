"""The projector window: no controls, safe to leave alone, one picture at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.content.places import shipped
from samling.domain.display import Picture, picture_for
from samling.tui.screen.bell import Bell
from samling.tui.screen.frame import About
from samling.tui.screen.stage import StageApp
from samling.tui.screen.words import about

if TYPE_CHECKING:
    from textual.widget import Widget

    from samling.session import Session
    from samling.tui.view import View


class ScreenApp(StageApp):
    """What the room looks at. It follows the control window through the database, and changes nothing itself."""

    CSS_PATH = str(shipped("layouts", "screens", "screen.tcss"))

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Show the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self._bell = Bell()

    def about(self) -> Widget:
        """Return what tells what this window is."""
        return About(*about())

    def picture(self, view: View) -> Picture:
        """Return what the facilitator chose or, where that is left to the day, what fits it."""
        assert view.gathering is not None, "the stage asks for a picture of a gathering"
        return picture_for(view.gathering, view.now)

    def painted(self, view: View) -> None:
        """Ring where a sign has come."""
        if self._bell.rings(view):
            self.bell()
