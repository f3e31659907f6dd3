"""Which widget shows which picture. Each is imported when it is first shown."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from samling.domain.display import Picture

if TYPE_CHECKING:
    from samling.tui.screen.parts import SceneView

_PLACES = {
    Picture.WELCOME: ("welcome", "WelcomeScene"),
    Picture.BETWEEN: ("between", "BetweenScene"),
    Picture.THANKS: ("thanks", "ThanksScene"),
    Picture.TIMER: ("timer", "TimerScene"),
    Picture.AGENDA: ("agenda", "AgendaScene"),
    Picture.PROMPTS: ("prompts", "PromptsScene"),
    Picture.SEATING: ("seating", "SeatingScene"),
    Picture.ROUND: ("round", "RoundScene"),
    Picture.SCAN: ("survey", "ScanScene"),
    Picture.TURNS: ("turns", "TurnsScene"),
    Picture.PITCH: ("pitch", "PitchScene"),
    Picture.AWARD: ("award", "AwardScene"),
    Picture.BREAK: ("pause", "BreakScene"),
    Picture.MESSAGE: ("message", "MessageScene"),
    Picture.CLOCK: ("clock", "ClockScene"),
    Picture.BLACK: ("black", "BlackScene"),
}


def make(picture: Picture) -> SceneView:
    """Return a new widget that shows `picture`."""
    module, name = _PLACES[picture]
    scene: SceneView = getattr(import_module(f"samling.tui.screen.{module}"), name)()
    return scene
