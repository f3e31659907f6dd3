from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opened import hand_in, hold_pitches, pitch_all
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def app(session: Session, clock: FakeClock) -> ControlApp:
    """Four have pitched before three judges: Fjord 5, Vidde and Holme alike 4, Skjær 2 and one sheet short.

    By the criterion that is asked first about ties, the result, Holme comes before Vidde.
    """
    hold_pitches(session, clock, teams=4, judges=3)
    pitch_all(session, clock)
    given = {1: (5, 5, 5), 2: (5, 3, 4), 3: (3, 5, 4), 4: (2, 2, 2)}
    for judge_id in (1, 2, 3):
        for team_id, scores in given.items():
            if (judge_id, team_id) != (3, 4):
                hand_in(session, judge_id, team_id, *scores)
    return ControlApp(session, keep_awake=False)
