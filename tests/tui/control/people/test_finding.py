from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.domain import roll_call
from samling.domain.team import Person, Team
from samling.tui.control.roll.screen import RollScreen
from samling.tui.widgets.picklist import PickList
from staging import press_at_once

if TYPE_CHECKING:
    from samling.session import Session
    from samling.tui.control.app import ControlApp


@pytest.fixture
def app(app: ControlApp, session: Session) -> ControlApp:
    """The window on a gathering with two teams."""
    fjord = Team("Fjord", people=(Person("Kari Vik"), Person("Ola Lie")))
    session.do("team-import", teams=(fjord, Team("Vidde", people=(Person("Per Moe"), Person("Liv Dal")))))
    return app


def here(session: Session) -> set[str]:
    """The names of those who are here."""
    roll = session.roll()
    return {each.name for _team, each in session.roster().everybody() if roll_call.is_here(roll, each)}


class TestKeysInABurst:
    async def test_all_that_follows_the_slash_is_the_name(self, app: ControlApp, session: Session) -> None:
        """The slash, names and Enters that come at once tick off those who are named, and do nothing else."""
        async with app.run_test() as pilot:
            await pilot.press("k")
            await press_at_once(pilot, "slash", *"kari", "enter", *"per", "enter")
            assert here(session) == {"Kari Vik", "Per Moe"}
            assert isinstance(app.screen, RollScreen)

    async def test_everybody_is_listed_afterwards(self, app: ControlApp) -> None:
        """Escape at the end of a burst leaves nobody out of the list."""
        async with app.run_test() as pilot:
            await pilot.press("k")
            await press_at_once(pilot, "slash", *"kari", "enter", *"per", "enter", "escape")
            people = app.screen.query_one(PickList)
            assert len(people.keys) == 6
            shown = "\n".join(people.render_line(y).text for y in range(people.size.height))
            assert all(name in shown for name in ("Fjord", "Kari Vik", "Ola Lie", "Vidde", "Per Moe", "Liv Dal"))

    async def test_a_slash_in_a_name_is_a_letter(self, app: ControlApp) -> None:
        """While a name is typed the slash is typed too."""
        async with app.run_test() as pilot:
            await pilot.press("k", "slash", "a", "slash", "b")
            assert app.screen.query_one("#finding Input").value == "a/b"  # type: ignore[attr-defined]
