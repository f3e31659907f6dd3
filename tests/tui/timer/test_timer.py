from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.gathering import Scene, State
from samling.domain.plan import BlockChange
from samling.domain.rounds.turns import step
from staging import look_again, painted, said, stage

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.timer.app import TimerApp


def states(session: Session) -> list[State]:
    """Return the blocks' states, in order."""
    return [block.state for block in session.in_use().blocks]


PENDING, RUNNING, PAUSED, DONE = State.PENDING, State.RUNNING, State.PAUSED, State.DONE


class TestKeys:
    """A few keys, each saved at once and said quietly."""

    @pytest.mark.parametrize("key", ["space", "n"])
    async def test_start_and_next(self, app: TimerApp, session: Session, clock: FakeClock, key: str) -> None:
        """The same key starts the day and goes on from block to block."""
        async with app.run_test() as pilot:
            await pilot.press(key)
            assert states(session) == [RUNNING, PENDING, PENDING]
            assert "Started “A” · saved 15:00:00 · u takes it back" in said(app)
            clock.set(at("15:08"))
            await look_again(pilot)
            await pilot.press(key)
            assert states(session) == [DONE, RUNNING, PENDING]
            assert "Went on to “B” · saved 15:08:00 · u takes it back" in said(app)
            assert stage(app)[:2] == ["B", "10:00"]

    async def test_pause_and_go_on(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """One key for both; the clock stands still meanwhile."""
        session.do("start")
        async with app.run_test() as pilot:
            clock.set(at("15:03"))
            await pilot.press("p")
            assert states(session)[0] is PAUSED
            clock.set(at("15:05"))
            await look_again(pilot)
            assert stage(app)[:3] == ["A", "7:00", "║ Paused"]
            await pilot.press("p")
            assert states(session)[0] is RUNNING

    async def test_a_minute_more_or_less(self, app: TimerApp, session: Session) -> None:
        """Plus and minus change the running block's length by a minute."""
        session.do("start")
        async with app.run_test() as pilot:
            await pilot.press("plus", "plus")
            assert stage(app)[1] == "12:00"
            await pilot.press("minus")
            assert stage(app)[1] == "11:00"

    async def test_the_full_stop_goes_on_in_a_round(self, app: TimerApp, control: Session) -> None:
        """In a block with turns the full stop gives the floor to the next; without any it does nothing."""
        control.do("start")
        async with app.run_test() as pilot:
            await pilot.press("full_stop")
            assert control.log()[-1].action == "start"
            control.do("steps", turns=(step("Write", 60), step("Read", 60)))
            await look_again(pilot)
            assert ". Next step" in " ".join(said(app))
            await pilot.press("full_stop")
            assert control.in_use().block(1).turns[0].is_open

    async def test_undo_goes_further_and_further_back(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """What was pressed last is taken back, and what was before it."""
        session.do("start")
        async with app.run_test() as pilot:
            clock.set(at("15:05"))
            await pilot.press("plus", "u")
            assert stage(app)[1] == "5:00"
            assert "Undone: Changed the length of “A” by +1 min · saved 15:05:00" in said(app)
            await pilot.press("u")
            assert states(session) == [PENDING, PENDING, PENDING]

    async def test_what_is_refused_is_said_where_confirmations_stand(self, app: TimerApp, session: Session) -> None:
        """Nothing pops up: the reason is one quiet line."""
        async with app.run_test() as pilot:
            session.do("start")
            await look_again(pilot)
            for _each in range(8):
                await pilot.press("u")
            assert "Not done: There is nothing to undo." in said(app)

    async def test_keys_without_a_block_do_nothing(self, app: TimerApp, session: Session) -> None:
        """Pausing nothing is not an error worth a word."""
        entries = len(session.log())
        async with app.run_test() as pilot:
            await pilot.press("p", "plus", "minus", "y", "enter", "escape")
        assert len(session.log()) == entries

    async def test_help_names_every_key(self, app: TimerApp) -> None:
        """In words."""
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("question_mark")
            told = "\n".join(said(app))
        for key in ("Space or n", "p ", "+ and −", "u ", "q ", "? "):
            assert key in told


class TestDoublePress:
    """A double press cannot skip a block."""

    async def test_a_second_press_asks_which_block_it_would_leave(
        self, app: TimerApp, session: Session, clock: FakeClock
    ) -> None:
        """Within a second of a start the window asks, and does nothing until it is answered."""
        session.do("start")
        async with app.run_test() as pilot:
            clock.set(at("15:00:00.999"))
            await pilot.press("space")
            assert "“A” has only just started. Leave it and go on to “B”?" in said(app)
            assert states(session) == [RUNNING, PENDING, PENDING]
            await pilot.press("space", "space")
            assert states(session) == [RUNNING, PENDING, PENDING]

    @pytest.mark.parametrize("key", ["n", "escape"])
    async def test_no_stays(self, app: TimerApp, session: Session, key: str) -> None:
        """The key that was pressed too often is a no."""
        session.do("start")
        async with app.run_test() as pilot:
            await pilot.press("n", key)
            assert states(session) == [RUNNING, PENDING, PENDING]
            assert not [text for text in said(app) if "only just started" in text]

    @pytest.mark.parametrize("key", ["y", "j", "enter"])
    async def test_yes_goes_on(self, app: TimerApp, session: Session, key: str) -> None:
        """Whoever means it says so."""
        session.do("start")
        async with app.run_test() as pilot:
            await pilot.press("n", key)
            assert states(session) == [DONE, RUNNING, PENDING]

    async def test_after_a_second_nothing_is_asked(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """A short block may be ended."""
        session.do("start")
        async with app.run_test() as pilot:
            clock.set(at("15:00:01"))
            await pilot.press("space")
            assert states(session) == [DONE, RUNNING, PENDING]

    async def test_a_start_in_another_window_counts(self, app: TimerApp, session: Session, control: Session) -> None:
        """Two people who press at the same moment start one block, not two."""
        async with app.run_test() as pilot:
            control.do("start")
            await look_again(pilot)
            await pilot.press("space")
            assert states(session) == [RUNNING, PENDING, PENDING]

    async def test_a_question_about_a_block_that_has_gone_is_dropped(
        self, app: TimerApp, session: Session, control: Session
    ) -> None:
        """A late yes leaves no other block than the one that was asked about."""
        session.do("start")
        async with app.run_test() as pilot:
            await pilot.press("n")
            control.do("next")
            await look_again(pilot)
            await pilot.press("y")
            assert states(session) == [DONE, RUNNING, PENDING]


class TestWhatItShows:
    """One block, very large, what is next, what the clock says and how the day stands."""

    async def test_the_block_and_the_day(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """The day's line is in words."""
        clock.set(at("15:05"))
        session.do("start")
        async with app.run_test(size=(120, 30)):
            assert said(app)[:2] == ["Network · gathering 1 · Day", "15:05"]
            assert stage(app) == ["A", "10:00", "ends 15:15", "Next 15:15: B"]
            assert "5 min behind · done 15:35 · promised 16:00" in said(app)

    async def test_it_shows_the_block_whatever_the_projector_shows(
        self, app: TimerApp, session: Session, control: Session
    ) -> None:
        """A message or a black projector takes nothing from the timekeeper."""
        session.do("start")
        control.do("message", text="Lunch")
        control.do("show", scene=Scene.BLACK)
        async with app.run_test():
            assert stage(app)[:2] == ["A", "10:00"]

    async def test_before_the_day_it_says_what_the_space_bar_does(self, app: TimerApp) -> None:
        """So that nobody has to guess."""
        async with app.run_test():
            assert "Space starts “A”" in said(app)

    async def test_another_date_asks_once(self, app: TimerApp, session: Session, clock: FakeClock) -> None:
        """A rehearsal says yes, and is not asked again."""
        clock.set(at("15:00").replace(day=15))
        async with app.run_test() as pilot:
            await pilot.press("space")
            question = "This day is planned for Wed 16 September 2026, and today is Tue 15 September 2026. "
            assert question + "Start it all the same?" in said(app)
            assert states(session)[0] is PENDING
            await pilot.press("y")
            assert states(session)[0] is RUNNING
            clock.move(minutes=5)
            await look_again(pilot)
            await pilot.press("space")
            assert states(session)[:2] == [DONE, RUNNING]

    async def test_a_file_that_is_gone_stops_the_keys(self, app: TimerApp, session: Session, tmp_path: Path) -> None:
        """No figure stands, and a key press says that it was not saved."""
        session.do("start")
        async with app.run_test() as pilot:
            (tmp_path / "samling.db").rename(tmp_path / "elsewhere.db")
            await look_again(pilot)
            assert stage(app)[0].startswith("The figures cannot be shown")
            await pilot.press("plus")
            assert [text for text in said(app) if text.startswith("! Not saved: Extend or shorten.")]

    @pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
    async def test_it_stands_at_every_size(
        self, app: TimerApp, session: Session, clock: FakeClock, size: tuple[int, int]
    ) -> None:
        """The figure, the day and the first key are there, and so is a question, whatever the title."""
        session.do("edit", position=1, change=BlockChange(title="[b]En lang tittel[/] " * 20))
        session.do("start")
        clock.set(at("15:06"))
        async with app.run_test(size=size) as pilot:
            await look_again(pilot)
            figure = app.query_one("TimerScene .left")
            assert figure.size.height >= 1
            assert app.screen.region.contains_region(figure.region)
            assert "behind" in painted(app) or "on time" in painted(app)
            assert "Space" in painted(app)
            await pilot.press("space")
            await pilot.press("space")
            await pilot.pause()
            assert "only just started" in painted(app)
