from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from samling.tui.control.dialogs.form import Form
from staging import press_at_once

if TYPE_CHECKING:
    from samling.session import Session
    from samling.tui.control.app import ControlApp


class TestKeysInABurst:
    async def test_enter_twice_sends_once(self, app: ControlApp, session: Session) -> None:
        """A form that two Enters reach at once is sent and closed once, and what lies under it stays open."""
        async with app.run_test() as pilot:
            await pilot.press("o")
            app.screen.query_one(Input).value = "flere tusjer"
            await press_at_once(pilot, "enter", "enter", "enter")
            assert [note.text for note in session.in_use().notes] == ["flere tusjer"]
            assert app.is_running
            assert app.desk_screen in app.screen_stack

    async def test_enter_then_escape_sends(self, app: ControlApp, session: Session) -> None:
        """Escape right after Enter closes no more than the form, and what Enter sent is kept."""
        async with app.run_test() as pilot:
            await pilot.press("o")
            app.screen.query_one(Input).value = "flere tusjer"
            await press_at_once(pilot, "enter", "escape", "escape")
            assert [note.text for note in session.in_use().notes] == ["flere tusjer"]
            assert app.is_running
            assert not isinstance(app.screen, Form)
