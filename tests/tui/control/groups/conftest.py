from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.team import Person, Team
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from samling.session import Session

PROFESSIONS = ("sykepleier", "lege", "fysioterapeut")


def team(name: str, organisation: str) -> Team:
    """A team of three, with a name and a profession each."""
    people = tuple(Person(f"{name} {profession}", profession=profession) for profession in PROFESSIONS)
    return Team(name, organisation, place=organisation, people=people)


TEAMS = (team("Fjord", "Bodø"), team("Vidde", "Bodø"), team("Skog", "Tromsø"), team("Å", "Tromsø"))


@pytest.fixture(autouse=True)
def _same_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every draw begin alike."""
    monkeypatch.setattr("secrets.randbelow", lambda _most: 7)


@pytest.fixture
def app(session: Session) -> ControlApp:
    """A day at 15:00 with two sharing blocks, four teams of two places, and the window over it."""
    session.new_network("Network", "Europe/Oslo")
    session.new_gathering(title="Day", start=at("15:00"), end=at("16:00"), programme=None)
    for title, kind in (("Åpning", Kind.OPENING), ("Deling", Kind.SHARING), ("Mer deling", Kind.SHARING)):
        session.do("add", change=BlockChange(title=title, planned_seconds=600, kind=kind))
    session.do("team-import", teams=TEAMS)
    return ControlApp(session, keep_awake=False)
