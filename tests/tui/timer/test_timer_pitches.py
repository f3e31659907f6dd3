"""The timekeeper's window while teams pitch: their clock, and its few keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import hold_pitches, open_session, pitch_all
from samling.domain.gathering import Scene, State
from samling.domain.pitching.values import Status
from samling.tui.timer.app import TimerApp
from staging import look_again, said, stage

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

WAITING, CALLED, RUNNING, PAUSED, DONE = (
    Status.WAITING,
    Status.CALLED,
    Status.RUNNING,
    Status.PAUSED,
    Status.DONE,
)


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The timekeeper's session: Fjord, Vidde and Holme are to pitch, in the block that began at 15:00."""
    opened = open_session(tmp_path / "samling.db", clock, "timer")
    hold_pitches(opened, clock)
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> TimerApp:
    """The timekeeper's window."""
    return TimerApp(session)


def states(session: Session) -> list[Status]:
    """Return how the teams stand, in order."""
    return [pitch.status for pitch in session.pitching().order]


class TestKeys:
    async def test_space_goes_from_the_first_word_to_the_end(
        self, app: TimerApp, session: Session, clock: FakeClock
    ) -> None:
        """Start, questions, end: the same key, each saved at once and said quietly."""
        async with app.run_test() as pilot:
            await pilot.press("space")
            assert states(session)[0] is RUNNING
            assert "“Fjord” began to pitch · saved 15:00:00 · u takes it back" in said(app)
            clock.set(at("15:03:50"))
            await look_again(pilot)
            await pilot.press("space")
            assert stage(app)[0] == "Questions · Fjord"
            clock.set(at("15:04:40"))
            await look_again(pilot)
            await pilot.press("space")
            assert states(session) == [DONE, WAITING, WAITING]
            assert stage(app)[:2] == ["Next – get ready", "Vidde"]

    async def test_a_double_press_starts_and_does_no_more(self, app: TimerApp) -> None:
        """A second press within a second of the start is the same press, come twice."""
        async with app.run_test() as pilot:
            await pilot.press("space", "space")
            assert stage(app)[0] == "Pitch · Fjord"
            assert "Pressed twice: the clock has only just turned." in said(app)

    async def test_no_press_ends_what_has_just_changed_by_itself(
        self, app: TimerApp, session: Session, clock: FakeClock
    ) -> None:
        """Whoever presses for the questions just as they come by themselves does not end them."""
        session.do("pitch-start")
        async with app.run_test() as pilot:
            clock.set(at("15:04:15.400"))
            await look_again(pilot)
            await pilot.press("space")
            assert stage(app)[0] == "Questions · Fjord"

    async def test_n_calls_the_next_team(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """It ends the pitch on the stage; with the next one called up it has nothing to do."""
        async with app.run_test() as pilot:
            await pilot.press("space")
            clock.set(at("15:05"))
            await look_again(pilot)
            await pilot.press("n")
            assert states(session) == [DONE, CALLED, WAITING]
            await pilot.press("n")
            assert states(session) == [DONE, CALLED, WAITING]
            await pilot.press("space")
            assert states(session) == [DONE, RUNNING, WAITING]

    async def test_p_pauses_the_pitch_and_not_the_block(
        self, app: TimerApp, session: Session, clock: FakeClock
    ) -> None:
        """One key for both ways."""
        session.do("pitch-start")
        async with app.run_test() as pilot:
            clock.set(at("15:01"))
            await pilot.press("p")
            assert states(session)[0] is PAUSED
            assert session.in_use().block(1).state is State.RUNNING
            clock.set(at("15:02"))
            await look_again(pilot)
            await pilot.press("p")
            assert stage(app)[1:3] == ["1 of 3", "3:00"]

    async def test_u_takes_back_of_the_pitches_alone(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """The start of the block is not touched, also when the last thing done ended the last pitch."""
        for team_id in (2, 3):
            session.do("pitch-withdraw", team_id=team_id)
        session.do("pitch-start")
        clock.set(at("15:05"))
        async with app.run_test() as pilot:
            await pilot.press("n")
            assert states(session)[0] is DONE
            assert stage(app)[0] == "Pitch"
            await pilot.press("u")
            assert states(session)[0] is RUNNING
            await pilot.press("u")
            assert states(session)[0] is WAITING
            assert session.in_use().current == 1

    async def test_plus_and_minus_leave_the_block_alone(self, app: TimerApp, session: Session) -> None:
        """A minute more is for a block, and nothing that a key should give a pitch by accident."""
        async with app.run_test() as pilot:
            await pilot.press("plus", "minus")
        assert session.in_use().block(1).added_seconds == 0

    async def test_the_keys_are_named_with_what_they_do(self, app: TimerApp, clock: FakeClock) -> None:
        """The line of keys follows the phase."""
        async with app.run_test(size=(120, 40)) as pilot:
            assert any("Space start at the first word" in each for each in said(app))
            await pilot.press("space")
            assert any("Space questions" in each for each in said(app))
            clock.set(at("15:04:30"))
            await look_again(pilot)
            assert any("Space end the pitch" in each for each in said(app))
            await pilot.press("question_mark")
            assert any("While teams pitch" in each for each in said(app))


class TestTheBlock:
    async def test_after_the_last_team_the_keys_are_the_blocks(
        self, app: TimerApp, session: Session, clock: FakeClock
    ) -> None:
        """When all have pitched the window keeps the block's time again: space goes on to the next one."""
        pitch_all(session, clock)
        async with app.run_test() as pilot:
            assert stage(app)[0] == "Pitch"
            await pilot.press("space")
            assert session.in_use().current == 2

    async def test_whatever_the_projector_shows(self, app: TimerApp, session: Session) -> None:
        """The timekeeper keeps the pitch's time also while the room sees something else."""
        session.do("pitch-start")
        session.do("show", scene=Scene.AGENDA)
        async with app.run_test():
            assert stage(app)[0] == "Pitch · Fjord"

    async def test_nothing_of_the_scores_is_read(self, app: TimerApp) -> None:
        """The timekeeper's process is given what the room may know."""
        async with app.run_test():
            assert app.view is not None
            assert app.view.snapshot.pitching is None
            assert app.view.snapshot.stage is not None
