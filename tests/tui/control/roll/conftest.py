from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opened import new_day
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.team import Person, Team
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from samling.session import Session

FJORD = Team(
    "Fjord",
    "Fjordhelse HF",
    unit="Sengepost 2",
    coach="Åse Dal",
    people=(
        Person("Kari Vik", "team-leader", "sykepleier"),
        Person("Øyvind Ås", "measurement-lead", "lege"),
        Person("Bo Bø", "line-manager"),
    ),
)
VIDDE = Team("Vidde", "Viddehelse", people=(Person("Karin Moe"), Person("[red]Siv", profession="vernepleier")))


@pytest.fixture
def app(session: Session) -> ControlApp:
    """A day at 15:00 of three blocks and a pitching one at 15:30; two teams, a coach; the window over it."""
    new_day(session)
    session.do("add", change=BlockChange(title="Pitch", planned_seconds=600, kind=Kind.PITCHING))
    session.do("team-import", teams=(FJORD, VIDDE))
    return ControlApp(session, keep_awake=False)
