from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opened import hold_pitches
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def app(session: Session, clock: FakeClock) -> ControlApp:
    """It is 15:00 and the pitching block begins: Fjord, Vidde and Holme are to pitch before two judges."""
    hold_pitches(session, clock)
    return ControlApp(session, keep_awake=False)
