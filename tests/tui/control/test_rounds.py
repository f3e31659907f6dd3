from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from making import at
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.programme import Programme, ProgrammeBlock
from samling.domain.team import Team
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


def course(session: Session, position: int = 1) -> str:
    """The turns of a block: ► the one that runs, ✓ done, × skipped."""
    turns = session.in_use().block(position).turns
    signs = ["►" if turn.is_open else "✓" if turn.ended_at else "×" if turn.skipped else "" for turn in turns]
    return " ".join(sign + turn.title for sign, turn in zip(signs, turns, strict=True))


def with_teams(session: Session, *names: str) -> None:
    """Put teams into the network."""
    for name in names:
        session.do("team-add", team=Team(name))


async def fill(pilot: Pilot[None], words: str) -> None:
    """Fill in the text of the form that is open, and send it."""
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")


class TestRound:
    async def test_one_key_begins_it_and_goes_on(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """In a block of the teams the full stop begins a round of those who are here, and goes on to the next."""
        with_teams(session, "Havnvik", "Bergvik", "Fjellvik")
        session.do("edit", position=1, change=BlockChange(title="Round"))
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("O", "enter")
            assert course(session) == "Havnvik Bergvik Fjellvik"
            await pilot.press("n", "full_stop")
            clock.move(minutes=1)
            app.reread()
            await pilot.pause()
            assert "1 of 3 · Havnvik · 2:20" in text(app, "#now-how")
            assert "then Bergvik · 3:20" in text(app, "#now-how")
            await pilot.press("full_stop")
            assert course(session) == "✓Havnvik ►Bergvik Fjellvik"
            assert "Went on to Bergvik" in text(app, "#deed")

    async def test_last_and_skipped(self, app: ControlApp, session: Session) -> None:
        """The comma moves who has the floor last, the semicolon skips; u takes each back."""
        with_teams(session, "Havnvik", "Bergvik", "Fjellvik")
        async with app.run_test() as pilot:
            await pilot.press("O", "enter", "n", "full_stop", "comma")
            assert course(session) == "►Bergvik Fjellvik Havnvik"
            await pilot.press("semicolon")
            assert course(session) == "×Bergvik ►Fjellvik Havnvik"
            await pilot.press("u", "u")
            assert course(session) == "►Havnvik Bergvik Fjellvik"

    async def test_a_block_of_the_teams_needs_no_setting_up(self, session: Session, clock: FakeClock) -> None:
        """A programme's block for the teams says how a round begins, and the first full stop makes it."""
        session.new_network("Network", "Europe/Oslo")
        with_teams(session, "Havnvik", "Bergvik")
        blocks = (ProgrammeBlock("round", "Forventninger", Kind.SHARING, 30, per_team=True),)
        programme = Programme("p", "P", "", "gathering", None, "", None, is_proposal=False, note="", blocks=blocks)
        session.new_gathering(title="Day", start=at("15:00"), end=at("16:00"), programme=programme)
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("n")
            assert "A round of the teams" in text(app, "#now-how")
            assert ". Next team" in text(app, "#keys")
            clock.move(minutes=2)
            await pilot.press("full_stop")
            assert course(session) == "►Havnvik Bergvik"

    async def test_long_time_and_a_draw(self, app: ControlApp, session: Session) -> None:
        """Named teams get long time; a name that nobody has is refused beside the field, and nothing is set up."""
        with_teams(session, "Havnvik", "Bergvik")
        async with app.run_test() as pilot:
            await pilot.press("O")
            await fill(pilot, "Nobody")
            assert "Nobody" in text(app, "#refused")
            await fill(pilot, "berg")
            assert [(turn.title, turn.weight) for turn in session.in_use().block(1).turns] == [
                ("Havnvik", 1),
                ("Bergvik", 3),
            ]

    async def test_set_up_again_it_stays_as_it_was(self, app: ControlApp, session: Session) -> None:
        """Opened again, the form has the order as it stands and who has long time: Enter alone changes nothing."""
        with_teams(session, "Havnvik", "Bergvik", "Fjellvik")
        async with app.run_test() as pilot:
            await pilot.press("O")
            await fill(pilot, "fjell")
            await pilot.press("n", "full_stop", "comma")
            before = session.in_use().block(1).turns
            await pilot.press("O", "enter")
            assert session.in_use().block(1).turns == before

    async def test_a_round_is_no_steps(self, app: ControlApp, session: Session) -> None:
        """To look for steps where there is a round, and to leave the field empty, leaves the round alone."""
        with_teams(session, "Havnvik", "Bergvik")
        async with app.run_test() as pilot:
            await pilot.press("O", "enter", "i", "enter")
            assert course(session) == "Havnvik Bergvik"
            assert app.screen is app.desk_screen

    async def test_without_teams_it_says_so(self, app: ControlApp, session: Session) -> None:
        """A network without teams has no round, and the window says how to add some."""
        async with app.run_test() as pilot:
            await pilot.press("O", "enter")
            assert "no team" in text(app, "#refused")
            assert session.in_use().block(1).turns == ()


class TestSteps:
    async def test_set_up_and_gone_through(self, app: ControlApp, session: Session) -> None:
        """I sets steps up from a text, the full stop goes through them, and an empty text takes them away."""
        async with app.run_test() as pilot:
            await pilot.press("i")
            await fill(pilot, "Write = 4; Read aloud: 6")
            assert [(turn.title, turn.weight) for turn in session.in_use().block(1).turns] == [
                ("Write", 240),
                ("Read aloud", 360),
            ]
            await pilot.press("n", "full_stop", "full_stop", "full_stop")
            assert course(session) == "✓Write ✓Read aloud"
            await pilot.press("full_stop")
            assert "All steps are done" in next(iter(app._notifications)).message

    async def test_what_is_no_step_is_said(self, app: ControlApp, session: Session) -> None:
        """A step without minutes is told beside the field."""
        async with app.run_test() as pilot:
            await pilot.press("i")
            await fill(pilot, "Write")
            assert "is not a step" in str(app.screen.query_one(".wrong").render())
            assert session.in_use().block(1).turns == ()


class TestStandingIn:
    async def test_blocks_change_places(self, app: ControlApp, session: Session) -> None:
        """X lets the chosen block change places with the next; u takes it back."""
        async with app.run_test() as pilot:
            await pilot.press("n", "down", "x")
            assert [block.title for block in session.in_use().blocks] == ["A", "C", "B"]
            await pilot.press("u")
            assert [block.title for block in session.in_use().blocks] == ["A", "B", "C"]

    async def test_no_reserve(self, app: ControlApp) -> None:
        """F says that the programme names none where that is so."""
        async with app.run_test(notifications=True) as pilot:
            await pilot.press("F")
            assert "names no reserve" in next(iter(app._notifications)).message
