from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.team import Person, Team
from samling.tui.control.app import ControlApp
from samling.tui.control.lookout import Lookout
from staging import look_again

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session

FJORD = Team("Fjord", people=(Person("Kari Vik"), Person("Bo Bø", "line-manager")))


@pytest.fixture
def app(session: Session) -> ControlApp:
    """A day that began at 15:00, with pitches at 15:40; a team with its line manager, and no director."""
    new_day(session, 4)
    session.do("add", change=BlockChange(title="Pitch", planned_seconds=600, kind=Kind.PITCHING))
    session.do("team-import", teams=(FJORD,))
    session.do("start")
    return ControlApp(session, keep_awake=False)


async def settled(pilot: Pilot[None]) -> None:
    """Let the line look, read what it needs, and look again."""
    for _round in range(3):
        await look_again(pilot)
        await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.name == "requirements")
        await pilot.pause()


def line(app: ControlApp) -> str:
    """What the line says; nothing where it is not there."""
    found = app.desk_screen.query_one(Lookout)
    return str(found.render()) if found.display else ""


async def test_who_is_missing_is_said_half_an_hour_before(app: ControlApp, clock: FakeClock) -> None:
    """At 15:09 nothing is said of the pitches at 15:40; at 15:10 the desk says who must be there and is not."""
    async with app.run_test(size=(120, 40)) as pilot:
        clock.set(at("15:09:59"))
        await settled(pilot)
        assert not line(app)
        clock.set(at("15:10"))
        await settled(pilot)
        assert line(app) == "! 15:40 Pitch · line manager: 1 missing, director: 1 missing. k shows who."


async def test_a_tick_at_the_door_takes_it_away(
    app: ControlApp, session: Session, other: Session, clock: FakeClock
) -> None:
    """Whoever is ticked off in another window is no longer said to be missing, at once."""
    session.do("person-add", person=Person("Åse Dal", "director"))
    clock.set(at("15:15"))
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        assert "director: 1 missing" in line(app)
        everybody = [person for _team, person in other.roster().everybody()]
        other.do("arrive", people=tuple(each.id for each in everybody if each.name != "Bo Bø"), who="to")
        await settled(pilot)
        assert "line manager: 1 missing. k" in line(app)
        other.do("arrive", people=tuple(each.id for each in everybody), who="alle")
        await settled(pilot)
        assert not line(app)


async def test_nothing_is_read_while_no_such_block_is_near(
    app: ControlApp, session: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hours before the pitches, and once they are over, the desk's keys read neither teams nor roll."""
    monkeypatch.setattr(session, "roster", lambda: pytest.fail("the roster was read"))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("plus", "minus")
        await settled(pilot)
        app.act("drop", position=5)
        clock.set(at("15:35"))
        await settled(pilot)
        assert not line(app)
