"""The projector window: no controls, safe to leave alone, one picture at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.content.places import shipped
from samling.domain.action import About as Part
from samling.domain.display import Picture
from samling.domain.errors import DatabaseUnusable
from samling.domain.gathering import Kind, Scene
from samling.domain.pitching import projected as pitches
from samling.domain.seating.projected import picture_for
from samling.domain.survey import projected as scanning
from samling.tui.screen import words
from samling.tui.screen.bell import Bell
from samling.tui.screen.frame import About
from samling.tui.screen.pitch_bell import PitchBell
from samling.tui.screen.stage import StageApp
from samling.tui.screen.thanks import ThanksScene

if TYPE_CHECKING:
    from collections.abc import Collection

    from textual.widget import Widget

    from samling.domain.gathering import Gathering
    from samling.domain.network import GatheringLine
    from samling.session import Session, Snapshot
    from samling.tui.screen.parts import SceneView
    from samling.tui.view import View


_READY_FOR_CODES_SECONDS = 2.0


def _load_codes() -> None:
    from samling.codes.pattern import screen_code
    from samling.tui.screen import survey  # noqa: F401 - kept by Python, for when it is shown

    screen_code("https://")


class ScreenApp(StageApp):
    """What the room looks at. It follows the control window through the database, and changes nothing itself."""

    CSS_PATH = str(shipped("layouts", "screens", "screen.tcss"))

    def __init__(self, session: Session, *, speed: float = 1.0, demo: bool = False) -> None:
        """Show the session's gathering in use; `demo` says that it is an invented one."""
        super().__init__(session, speed=speed, demo=demo)
        self._bell, self._pitch_bell = Bell(), PitchBell()
        self._thanked: Snapshot | None = None

    def about(self) -> Widget:
        """Return what tells what this window is."""
        return About(*words.about())

    def on_ready(self) -> None:
        """Load meanwhile what a code takes, so that the first one is there as soon as it is asked for."""
        super().on_ready()
        self.set_timer(_READY_FOR_CODES_SECONDS, lambda: self.run_worker(_load_codes, thread=True, name="codes"))

    def wanted(self, gathering: Gathering) -> Collection[Part]:
        """Read who sits where, who pitches, or what there is to scan, while that may be what the room looks at."""
        shares = gathering.current is not None and gathering.block(gathering.current).kind is Kind.SHARING
        seats = (Part.SEATING, Part.ROSTER) if shares or gathering.display.scene is Scene.SEATING else ()
        return {*seats, *pitches.wanted(gathering), *scanning.wanted(gathering)}

    def picture(self, view: View) -> Picture:
        """Return what the facilitator chose or, where that is left to the day, what fits it."""
        assert view.gathering is not None, "the stage asks for a picture of a gathering"
        if scanning.on_show(view.gathering, view.snapshot.surveys, view.snapshot.wireless) is not None:
            return Picture.SCAN
        pitch = pitches.picture_for(view.gathering, view.pitching)
        return pitch or picture_for(view.gathering, view.snapshot.seatings, view.now)

    def to_show(self, view: View, scene: SceneView) -> None:
        """Let thanks tell when the network meets again: the one thing a view does not hold."""
        if isinstance(scene, ThanksScene) and self._thanked is not view.snapshot:
            self._thanked = view.snapshot
            scene.announce(words.meet_again(view, self._next_gathering(view)))

    def _next_gathering(self, view: View) -> GatheringLine | None:
        network, gathering = view.snapshot.network, view.gathering
        if network is None or gathering is None:
            return None
        try:
            lines = self.session.gatherings(network.id)
        except DatabaseUnusable:  # the next look at the file says so over the whole window
            return None
        return min((line for line in lines if line.date > gathering.date), key=lambda line: line.date, default=None)

    def painted(self, view: View) -> None:
        """Ring where a sign has come."""
        of_block, of_pitch = self._bell.rings(view), self._pitch_bell.rings(view)
        if of_pitch if self._pitch_bell.is_on(view) else of_block:
            self.bell()
