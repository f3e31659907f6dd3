"""The back-up of the day, as the control window sees to it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from making import at
from opened import new_day, open_session
from samling.session.backing_up import DayBackup
from samling.store import backups
from samling.tui.control.app import ControlApp
from staging import look_again

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock


def window(path: Path, clock: FakeClock) -> ControlApp:
    """The window on a day that is today."""
    clock.set(at("08:55"))
    session = open_session(path, clock, "control", backup=DayBackup(path))
    new_day(session)
    return ControlApp(session, keep_awake=False)


async def test_it_is_made_when_the_window_stands(tmp_path: Path, clock: FakeClock) -> None:
    """Opened in the morning, the window has made one before the day begins, and says nothing of it."""
    app = window(tmp_path / "day.db", clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        await asyncio.to_thread(app.session.wait_for_backup)
        await look_again(pilot)
        assert len(backups.found(tmp_path / "day.db")) == 1
        assert not app._notifications
    app.session.close()


async def test_the_day_begins_without_it(tmp_path: Path, clock: FakeClock) -> None:
    """Where none can be made it is told quietly, and the block starts all the same."""
    (tmp_path / "day-backups").write_text("in the way")
    app = window(tmp_path / "day.db", clock)
    async with app.run_test() as pilot:
        await pilot.pause()
        await asyncio.to_thread(app.session.wait_for_backup)
        await look_again(pilot)
        (told,) = app._notifications
        assert told.severity == "warning"
        assert "The day is saved as always." in told.message
        await pilot.press("n")
        assert app.session.in_use().current == 1
    app.session.close()
