from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opened import new_day
from samling.domain.team import Person, Team
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from samling.session import Session

FJORD = Team(
    "Fjord",
    "Fjordhelse HF",
    theme="Fall",
    coach="Åse Dal",
    people=(Person("Kari Vik", "team-leader", "sykepleier"), Person("Øyvind Ås", "measurement-lead")),
)
VIDDE = Team("Vidde", "Viddehelse", people=(Person("Karin Moe"),))


@pytest.fixture
def app(session: Session) -> ControlApp:
    """A day at 15:00, two teams and a coach, and the window over it."""
    new_day(session)
    session.do("team-import", teams=(FJORD, VIDDE))
    return ControlApp(session, keep_awake=False)
