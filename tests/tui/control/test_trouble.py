from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.clockwatch import ClockNotice
from samling.domain.clockset import ClockPair
from samling.domain.errors import DatabaseUnusable
from samling.domain.plan import BlockChange
from samling.session import Session
from samling.store.database import Database
from samling.tui.control.app import ControlApp
from samling.tui.control.dialogs.chooser import Chooser
from samling.tui.control.dialogs.form import Form
from samling.tui.widgets.bigtext import BigText

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from fake_clock import FakeClock

HOSTILE = (
    "[red]ikke rødt[/red] [@click=app.quit]klikk[/] $primary",
    "[/] [[]] \\[ {title} %s",
    "\u202egal retning שלום مرحبا",
    "👩‍⚕️👨‍👩‍👧 😀 漢字",
    "x" * 500,
    "æøå ÆØÅ " * 20,
)


def picture(app: ControlApp) -> str:
    """Every character on the screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def look_again(pilot: Pilot[None]) -> None:
    """Let the window look at the file and the clock now, and draw what it found."""
    assert isinstance(pilot.app, ControlApp)
    pilot.app._turns_at = 0
    pilot.app.follow()
    for _layout in range(3):
        await pilot.pause()


class TestHostileTitles:
    @pytest.mark.parametrize(
        ("title", "size"), zip(HOSTILE, 2 * [(80, 24), (120, 40), (200, 60)], strict=True), ids=range(6)
    )
    async def test_a_title_is_shown_as_plain_text(
        self, app: ControlApp, session: Session, title: str, size: tuple[int, int]
    ) -> None:
        """Brackets, markup, emoji, right-to-left and 500 characters break nothing and are taken for text."""
        session.do("edit", position=1, change=BlockChange(title=title))
        session.do("rename", title=title)
        session.do("message", text=title)
        async with app.run_test(size=size) as pilot:
            await pilot.press("n", "n")
            kept = session.in_use().block(1).title
            assert kept[:12] in picture(app)
            await pilot.press("escape", "enter")
            await pilot.press("escape", "e", "escape", "h")
            assert app.return_code is None

    async def test_the_lines_of_the_agenda_keep_their_width(self, app: ControlApp, session: Session) -> None:
        """A title of wide characters moves no column: the lengths stand under each other."""
        session.do("edit", position=1, change=BlockChange(title="漢字" * 40))
        session.do("edit", position=2, change=BlockChange(title="😀" * 40))
        async with app.run_test(size=(80, 24)):
            rows = [app.desk_screen.query_one("#agenda").render_line(y) for y in (1, 4, 7)]
            cells = [strip.crop(60, 76).text for strip in rows]
            assert all("10 min" in each for each in cells)
            assert {strip.cell_length for strip in rows} == {rows[0].cell_length}


class TestSizes:
    async def test_25_blocks_can_be_walked(self, app: ControlApp, session: Session) -> None:
        """With more blocks than rows, the chosen one is always in sight."""
        for number in range(22):
            session.do("add", change=BlockChange(title=f"Post {number:02}", planned_seconds=300))
        async with app.run_test(size=(80, 24)) as pilot:
            assert "Post 21" not in picture(app)
            await pilot.press("end")
            assert "Post 21" in picture(app)
            await pilot.press("home")
            assert "Post 21" not in picture(app)

    @pytest.mark.parametrize("size", [(40, 24), (100, 10), (1, 1)])
    async def test_too_small_says_so_in_words(self, app: ControlApp, size: tuple[int, int]) -> None:
        """Too small a terminal shows no half picture; made larger, the desk is there again."""
        async with app.run_test(size=size) as pilot:
            assert app.screen.has_class("-too-small")
            if size != (1, 1):
                assert "Too small" in picture(app)
            await pilot.resize_terminal(80, 24)
            await pilot.pause()
            assert "Too small" not in picture(app)
            assert "Day" in picture(app)


class TestFault:
    async def test_a_fault_takes_the_figures_away(
        self, app: ControlApp, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """While the file cannot be read, a banner says why and no figure and no clock is shown."""
        session.do("start")

        def unreadable() -> bool:
            raise DatabaseUnusable("The disk went away.")

        async with app.run_test(size=(120, 40)) as pilot:
            assert app.screen.query_one(BigText).region
            with monkeypatch.context() as patch:
                patch.setattr(session, "changed", unreadable)
                await look_again(pilot)
                assert "The disk went away." in picture(app)
                assert not app.screen.query_one(BigText).region
                assert "15:00" not in picture(app)
            await look_again(pilot)
            assert app.screen.query_one(BigText).region

    async def test_no_command_is_taken_on_a_picture_that_is_not_true(self, app: ControlApp, session: Session) -> None:
        """Keys do nothing under the banner, save help and close."""
        async with app.run_test() as pilot:
            app.fault = DatabaseUnusable("The disk went away.")
            app.desk_screen.action_command("next")
            await pilot.pause()
            assert session.in_use().current is None

    async def test_a_file_that_was_deleted_is_told(self, app: ControlApp, tmp_path: Path) -> None:
        """When the file is gone, the next look at the clock finds out."""
        async with app.run_test(size=(120, 40)) as pilot:
            (tmp_path / "samling.db").unlink()
            await look_again(pilot)
            assert "Nothing is saved any longer" in picture(app)

    async def test_a_read_only_file_is_told(self, session: Session, tmp_path: Path, clock: FakeClock) -> None:
        """A file that was opened for reading alone has a banner, and keys change nothing."""
        new_day(session)
        with_reading = Session(Database(tmp_path / "samling.db", read_only=True), clock, "control")
        app = ControlApp(with_reading, keep_awake=False)
        async with app.run_test(size=(120, 40)) as pilot:
            assert "can only be read" in picture(app)
            await pilot.press("n")
            assert session.in_use().current is None
        with_reading.close()


class TestOtherWindows:
    async def test_what_the_timekeeper_did_is_shown_and_told(self, app: ControlApp, other: Session) -> None:
        """A start in another window is on this one at the next look, with who did it."""
        async with app.run_test() as pilot:
            other.do("start")
            await look_again(pilot)
            assert "Running" in picture(app)
            assert "the timekeeper: Started “A”" in str(app.screen.query_one("#deed").render())


class TestClock:
    async def test_a_clock_that_was_set_is_told(self, app: ControlApp) -> None:
        """The window says by how much, in words."""
        async with app.run_test() as pilot:
            app.noticed(ClockNotice(moved=timedelta(hours=1)))
            await pilot.pause()
            assert "put forward by 60 min" in next(iter(app._notifications)).message

    async def test_after_a_restart_it_asks_once(self, tmp_path: Path, clock: FakeClock) -> None:
        """Another boot while a block ran: one question; a pause is recorded from when it is said to have begun."""
        clock.set(at("15:00"))
        path = tmp_path / "samling.db"
        before = open_session(path, clock, "control", machine=lambda: ClockPair("first", clock(), 100.0))
        new_day(before)
        before.do("start")
        before.close()
        clock.move(minutes=8)
        after = open_session(path, clock, "control", machine=lambda: ClockPair("second", clock(), 1.0))
        after.notice_clock()
        app = ControlApp(after, keep_awake=False)
        async with app.run_test() as pilot:
            await look_again(pilot)
            assert isinstance(app.screen, Chooser)
            await pilot.press("down", "enter")
            assert isinstance(app.screen, Form)
            await pilot.press("enter")
            assert after.in_use().block(1).pauses[0].started_at == at("15:00")
            await look_again(pilot)
            assert app.screen_stack == [app.desk_screen]
        after.close()
