from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day
from samling.tui.control.app import ControlApp
from samling.tui.control.learning_screen import Before

if TYPE_CHECKING:
    from collections.abc import Callable

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def again(session: Session, clock: FakeClock) -> ControlApp:
    """The window on a plan of A, B and C, each ten minutes, of which A took 14 and B 9 at another gathering."""
    new_day(session)
    for minute in ("15:00", "15:14", "15:23"):
        clock.set(at(minute))
        session.do("next")
    clock.set(at("15:33"))
    session.do("finish")
    new_day(session)
    return ControlApp(session, keep_awake=False)


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


class TestBesideThePlan:
    async def test_one_key_takes_the_lengths_over(self, again: ControlApp, session: Session) -> None:
        """H shows the plan beside what the blocks took, Enter takes it over, u takes that back."""
        before = session.in_use()
        async with again.run_test() as pilot:
            await pilot.press("H")
            shown = str(again.screen.query_one("PageText").render())
            assert "10 min → 14 min" in shown
            assert "took 9 (planned 10)" in shown
            await pilot.press("enter")
            assert [block.planned_seconds // 60 for block in session.in_use().blocks] == [14, 9, 10]
            await pilot.press("u")
            assert session.in_use() == before

    async def test_escape_changes_nothing(self, again: ControlApp, session: Session) -> None:
        """Looking is not taking over."""
        before = session.in_use()
        async with again.run_test() as pilot:
            await pilot.press("H", "escape")
            assert session.in_use() == before

    async def test_nothing_is_known(self, app: ControlApp) -> None:
        """In a file where nothing has been held H says so, and opens nothing."""
        async with app.run_test() as pilot:
            await pilot.press("H")
            assert not isinstance(app.screen, Before)
            assert "No block of this plan has been held before" in text(app, "#deed")

    async def test_it_stands_in_the_form_and_the_details(self, again: ControlApp) -> None:
        """Where a block is edited, and where it is looked at, it says what it took before."""
        async with again.run_test() as pilot:
            await pilot.press("down", "e")
            assert "Took 9 min (planned 10) the last time." in text(again, "#text")
            await pilot.press("escape", "enter")
            assert "Took 9 min" in str(again.screen.query_one("PageText").render())


def test_picture(again: ControlApp, snap_compare: Callable[..., bool]) -> None:
    """The plan beside what it took looks as it did when we were content with it."""
    assert snap_compare(again, terminal_size=(80, 24), press=["H"])
