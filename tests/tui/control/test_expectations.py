"""What the teams expect, in the control window: written down quickly, ticked off with a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from textual.widgets import Input

from samling.domain.expectations import Expectation, Verdict
from samling.domain.team import Team
from staging import painted

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.control.app import ControlApp

TEAMS = ("Fallskjermen", "Matgleden", "Pilleboksen")


class Compare(Protocol):
    """Compares an app's picture with the one that was kept."""

    def __call__(self, app: ControlApp, *, terminal_size: tuple[int, int], press: list[str]) -> bool:
        """Return whether they are the same."""
        ...


@pytest.fixture
def teams(app: ControlApp, session: Session) -> ControlApp:
    """The window on a day with three teams."""
    session.do("team-import", teams=tuple(map(Team, TEAMS)))
    return app


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, as they come in time."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def write(pilot: Pilot[None], text: str) -> None:
    """Write into the line that is open, and send it."""
    pilot.app.screen.query_one(Input).value = text
    await press(pilot, "enter")


async def test_a_round_of_the_teams(teams: ControlApp, session: Session) -> None:
    """Enter opens the first line, and after each goes on to the next; after the last the list has the keys again."""
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter")
        for text in ("Lære å måle", "", "Mer tid"):
            await write(pilot, text)
        assert session.expectations().of_team == {1: Expectation("Lære å måle"), 3: Expectation("Mer tid")}
        await press(pilot, "2")
        assert session.expectations().of_team[3].verdict is Verdict.PARTLY


async def test_keys_are_letters_while_a_line_is_written(teams: ControlApp, session: Session) -> None:
    """What is typed into a line is text, also where the letter is a key of the screen."""
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter", *"1qeE?", "enter")
        assert session.expectations().of_team == {1: Expectation("1qeE?")}


async def test_arrows_keep_and_escape_leaves(teams: ControlApp, session: Session) -> None:
    """An arrow keeps what was typed and goes to another team; Escape leaves the line as it was."""
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter", *"Ja", "down", *"Nei", "escape")
        assert session.expectations().of_team == {1: Expectation("Ja")}


async def test_ticking_off(teams: ControlApp, session: Session) -> None:
    """1, 2 and 3 tick off and go on; 0 takes the tick away; a team that wrote nothing is told of; u takes back."""
    for team in (1, 2):
        session.do("expectation-write", team_id=team, text="Mer tid")
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "1", "3", "1")
        assert [each.verdict for each in session.expectations().of_team.values()] == [Verdict.MET, Verdict.NOT]
        assert "written no expectation" in painted(teams)
        await press(pilot, "up", "up", "0", "u", "u")
        assert [each.verdict for each in session.expectations().of_team.values()] == [Verdict.MET, None]


async def test_another_window_writes(teams: ControlApp, session: Session, other: Session) -> None:
    """What another window writes meanwhile stands in the list, and takes nothing from what is being typed."""
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter", *"Ja")
        other.do("expectation-write", team_id=3, text="Fra et annet vindu", who="Pilleboksen")
        while "annet vindu" not in painted(teams):
            await pilot.pause(0.02)
        assert teams.screen.query_one(Input).value == "Ja"
        await press(pilot, "enter")
        assert session.expectations().of_team[1] == Expectation("Ja")


async def test_a_line_that_is_too_long(teams: ControlApp, session: Session) -> None:
    """A line stops at what the projector can show."""
    async with teams.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter")
        await write(pilot, "x" * 10_000)
        assert not session.expectations().of_team
        assert "At most 300 characters" in next(iter(teams._notifications)).message


async def test_without_teams(app: ControlApp) -> None:
    """Every key is harmless where there are no teams."""
    async with app.run_test(size=(100, 30)) as pilot:
        await press(pilot, "E", "enter", "1", "e", "delete", "up", "down")
        assert "There are no teams yet" in painted(app)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_picture(teams: ControlApp, session: Session, snap_compare: Compare, size: tuple[int, int]) -> None:
    """Sign, team, sentence and word, and the line that is being written."""
    session.do("expectation-write", team_id=1, text="Vi vil lære å måle, så vi ser om tiltakene virker.")
    session.do("expectation-write", team_id=2, text="Mer tid")
    assert snap_compare(teams, terminal_size=size, press=["E", "1", "3", "enter", "J", "a"])
