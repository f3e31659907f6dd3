"""Two control windows on one day: each does what was meant, and the second is told where both change the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from making import at
from making import clock as shown
from samling.domain.amend import Correction
from samling.domain.plan import BlockChange
from samling.tui.control.dialogs.form import Form
from staging import look_again, said

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.control.app import ControlApp


def titles(session: Session) -> list[str]:
    """The blocks' titles in order."""
    return [block.title for block in session.in_use().blocks]


async def fill(pilot: Pilot[None], number: int, words: str) -> None:
    """Fill in one of the fields of the form that is open, and send it."""
    assert isinstance(pilot.app.screen, Form)
    list(pilot.app.screen.query(Input))[number].value = words
    await pilot.press("enter")


async def test_what_the_other_does_takes_no_notice_away(app: ControlApp, other: Session) -> None:
    """What this window has said, as that the clock was set, stays to be read while the other goes on working."""
    async with app.run_test() as pilot:
        app.notify("The clock was set")
        await pilot.pause()
        other.do("start")
        await look_again(pilot)
        assert "Started “A”" in str(app.desk_screen.deed.render())
        assert [each.message for each in app._notifications] == ["The clock was set"]


class TestTheSameBlock:
    async def test_the_second_is_told(self, app: ControlApp, session: Session, other: Session) -> None:
        """Where both change a block's title the first one's stands, and the second is told and keeps what was typed."""
        async with app.run_test() as pilot:
            await pilot.press("e")
            other.do("edit", position=1, change=BlockChange(title="Theirs"))
            await look_again(pilot)
            await fill(pilot, 0, "Mine")
            assert any("“A” has been changed in another window meanwhile" in text for text in said(app))
            assert titles(session) == ["Theirs", "B", "C"]
            assert app.screen.query(Input).first().value == "Mine"
            await pilot.press("escape", "e")
            await fill(pilot, 0, "Mine")
            assert titles(session) == ["Mine", "B", "C"]

    async def test_different_things_both_stand(self, app: ControlApp, session: Session, other: Session) -> None:
        """Where one changes the length and the other the title, both changes are kept."""
        async with app.run_test() as pilot:
            await pilot.press("e")
            other.do("edit", position=1, change=BlockChange(planned_seconds=1200))
            await fill(pilot, 0, "Mine")
            block = session.in_use().block(1)
            assert (block.title, block.planned_seconds) == ("Mine", 1200)

    async def test_it_is_found_where_it_stands_now(self, app: ControlApp, session: Session, other: Session) -> None:
        """What was opened as the first block is changed where the other window has moved it."""
        async with app.run_test() as pilot:
            await pilot.press("e")
            other.do("move", position=1, to=3)
            await fill(pilot, 0, "Mine")
            assert titles(session) == ["B", "C", "Mine"]

    async def test_it_has_been_taken_out(self, app: ControlApp, session: Session, other: Session) -> None:
        """A block that the other window took out is not changed into another one, and that is told."""
        async with app.run_test() as pilot:
            await pilot.press("e")
            other.do("remove", position=1)
            await fill(pilot, 0, "Mine")
            assert any("“A” has been taken out of the plan in another window" in text for text in said(app))
            assert titles(session) == ["B", "C"]

    async def test_what_is_confirmed_is_what_is_done(self, app: ControlApp, session: Session, other: Session) -> None:
        """Whoever confirms that a block is taken out takes out that one, though it stands elsewhere by now."""
        async with app.run_test() as pilot:
            await pilot.press("down", "delete")
            other.do("add", change=BlockChange(title="New", planned_seconds=60), position=1)
            await look_again(pilot)
            await pilot.press("y")
            assert titles(session) == ["New", "A", "C"]

    async def test_a_clock_time(self, app: ControlApp, session: Session, other: Session) -> None:
        """Two who say until when a block lasts do not overwrite each other unseen."""
        async with app.run_test() as pilot:
            await pilot.press("n", "w")
            other.do("until", end=at("15:20"))
            await fill(pilot, 0, "15:30")
            assert any("changed in another window meanwhile" in text for text in said(app))
            assert shown(session.in_use().block(1).fixed_end) == "15:20"

    async def test_recorded_times(self, app: ControlApp, session: Session, other: Session, clock: FakeClock) -> None:
        """Two who correct when a block started do not overwrite each other unseen."""
        session.do("start")
        clock.move(minutes=5)
        async with app.run_test() as pilot:
            await pilot.press("r")
            other.do("amend", position=1, correction=Correction(started=at("15:02")))
            await fill(pilot, 0, "15:03:00")
            assert any("changed in another window meanwhile" in text for text in said(app))
            assert shown(session.in_use().block(1).started_at) == "15:02"

    async def test_what_was_promised(self, app: ControlApp, session: Session, other: Session) -> None:
        """Two who change the promised end do not overwrite each other unseen."""
        async with app.run_test() as pilot:
            await pilot.press("t")
            other.do("promise", number=1, end=at("16:30"))
            await fill(pilot, 1, "17:00")
            assert any("What was promised has been changed in another window" in text for text in said(app))
            assert shown(session.in_use().days[0].promised_end) == "16:30"
