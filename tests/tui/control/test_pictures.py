from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from making import at
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session


DAY = (
    ("Innledning", 15, Kind.OPENING),
    ("Deling på tvers", 45, Kind.SHARING),
    ("Pause", 15, Kind.BREAK),
    ("Planlegge, gjennomføre, evaluere og korrigere", 30, Kind.TALK),
    ("Tid til å jobbe i teamene", 35, Kind.TEAMWORK),
    ("Planlegge veien videre", 15, Kind.PLANNING),
)


@pytest.fixture
def day(session: Session) -> Session:
    """A day of six blocks from 15:00 to 17:50, one of them dropped, one with a fixed start, with all marks."""
    session.new_network("Fjordhelse", "Europe/Oslo")
    session.new_gathering(title="Konkrete tiltak", start=at("15:00"), end=at("17:50"), programme=None)
    for title, minutes, kind in DAY:
        session.do("add", change=BlockChange(title=title, planned_seconds=minutes * 60, kind=kind))
    session.do("edit", position=5, change=BlockChange(flexible=True, may_drop=True))
    session.do("edit", position=6, change=BlockChange(protected=True, fixed_start=at("17:30")))
    session.do("drop", position=4)
    return session


def under_way(session: Session, clock: FakeClock) -> None:
    """Begin two minutes late and go on to the second block."""
    clock.set(at("15:02"))
    session.do("start")
    clock.set(at("15:17"))
    session.do("next")
    session.do("note", text="taushetsplikt", position=1)
    clock.set(at("15:40:10"))


@pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_the_desk(
    day: Session, clock: FakeClock, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    """The desk with a day under way looks as it did when we were content with it."""
    under_way(day, clock)
    app = ControlApp(day, demo=True, keep_awake=False)
    app.theme = theme
    assert snap_compare(app, terminal_size=size)


def test_over_time(day: Session, clock: FakeClock, snap_compare: Callable[..., bool]) -> None:
    """Overtime is told by figure, shape and words."""
    under_way(day, clock)
    clock.set(at("16:05"))
    assert snap_compare(ControlApp(day, keep_awake=False), terminal_size=(80, 24))


def test_a_question(day: Session, clock: FakeClock, snap_compare: Callable[..., bool]) -> None:
    """A question over the desk has the careful answer marked."""
    under_way(day, clock)
    assert snap_compare(ControlApp(day, keep_awake=False), terminal_size=(80, 24), press=["X"])


async def keep_steady(pilot: Pilot[None]) -> None:
    """Let what is read in the background be read, and the cursor not blink."""
    await pilot.app.workers.wait_for_complete(worker for worker in pilot.app.workers if worker.name == "programmes")
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False
    await pilot.pause()


def test_a_form(day: Session, snap_compare: Callable[..., bool]) -> None:
    """A form fits into 80 by 24."""

    async def open_form(pilot: Pilot[None]) -> None:
        await pilot.press("end", "e")
        await keep_steady(pilot)

    assert snap_compare(ControlApp(day, keep_awake=False), terminal_size=(80, 24), run_before=open_form)


def test_the_guided_start(session: Session, snap_compare: Callable[..., bool]) -> None:
    """An empty file opens on the first step."""
    app = ControlApp(session, keep_awake=False)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keep_steady)
