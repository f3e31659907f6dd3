from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from fake_clock import Machine
from judging import desk, scores
from making import at
from opened import full_disk, hold_pitches, new_day, open_session
from samling.domain.errors import FileHeld
from samling.domain.gathering import State
from samling.domain.pitching.seat import Standing
from samling.domain.team import Team
from samling.tui.control.app import ControlApp
from samling.tui.control.roll.screen import RollScreen
from samling.tui.judge.app import JudgeApp
from samling.tui.timer.app import TimerApp
from staging import look_again, painted, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """A window's session on a day with the blocks A, B and C of ten minutes from 15:00. It is 15:00."""
    clock.set(at("15:00"))
    opened = open_session(tmp_path / "samling.db", clock, "control")
    new_day(opened)
    yield opened
    opened.close()


@pytest.fixture
def other(session: Session, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - it makes the file
    """Another program's session on the same file."""
    opened = open_session(tmp_path / "samling.db", clock, "timer")
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> ControlApp:
    """The control window."""
    return ControlApp(session, keep_awake=False)


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try a file that is held again without a wait."""
    monkeypatch.setattr("samling.tui.saving.AGAIN_SECONDS", 0.01)
    monkeypatch.setattr("samling.tui.judge.app.AGAIN_SECONDS", 0.01)


async def until_saved(pilot: Pilot[None], app: ControlApp) -> None:
    """Let the window try by itself until nothing is unsaved."""
    async with asyncio.timeout(10):
        while app.unsaved is not None:
            await pilot.pause(0.01)


class TestFullDisk:
    async def test_what_was_asked_for_is_saved_later_as_of_then(
        self, app: ControlApp, session: Session, clock: FakeClock
    ) -> None:
        """The window says what is not saved, why and which keys help; two minutes later it counts from the press."""
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("n")
                assert "! Not saved: Start. Ctrl+S tries again, Esc gives it up." in painted(app)
                assert "The disk is full" in painted(app)
                assert session.in_use().current is None
                clock.set(at("15:02"))
                await pilot.press("ctrl+s")
                assert "! Not saved: Start." in painted(app)
            await pilot.press("ctrl+s")
            assert session.in_use().block(1).started_at == at("15:00")
            assert "Not saved" not in painted(app)
            assert "✓ Saved 15:02:00" in painted(app)

    async def test_given_up(self, app: ControlApp, session: Session) -> None:
        """Escape takes it away; nothing was done, and the next key is as good as ever."""
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("n")
            await pilot.press("escape")
            assert "Not saved" not in painted(app)
            assert session.in_use().current is None
            await pilot.press("n")
            assert session.in_use().current == 1

    async def test_what_comes_after_it_waits(self, app: ControlApp, session: Session) -> None:
        """A key, or a form, that would come before what is not saved is refused with the reason."""
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("n")
            await pilot.press("b")
            assert not session.in_use().display.black
            assert any("“Start” is not saved yet" in each.message for each in app._notifications)
            await pilot.press("m", *"Velkommen", "enter")
            assert "“Start” is not saved yet" in painted(app)
            await pilot.press("escape", "ctrl+s")
            assert session.in_use().current == 1

    async def test_another_window_has_gone_on(
        self, app: ControlApp, session: Session, other: Session, clock: FakeClock
    ) -> None:
        """What was asked for before something else was done elsewhere is refused and told: nobody goes on twice."""
        session.do("start")
        async with app.run_test() as pilot:
            clock.set(at("15:10"))
            with full_disk(session):
                await pilot.press("n")
            clock.set(at("15:11"))
            other.do("next")
            await look_again(pilot)
            await pilot.press("ctrl+s")
            assert session.in_use().current == 2
            assert app.unsaved is None
            assert any("cannot be recorded" in each.message for each in app._notifications)

    async def test_a_form_keeps_what_was_typed(self, app: ControlApp, session: Session) -> None:
        """The dialog stays with its text and says so; Enter saves it when there is room again."""
        async with app.run_test() as pilot:
            await pilot.press("m", *"Lunsj")
            with full_disk(session):
                await pilot.press("enter")
                assert "! Not saved. The disk is full" in painted(app)
                assert "Enter tries again" in painted(app)
            await pilot.press("enter")
            assert session.in_use().display.message == "Lunsj"

    async def test_it_stands_on_every_screen(self, app: ControlApp, session: Session) -> None:
        """The roll call that lies over the desk says it too, and its keys save it."""
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("n")
            await pilot.press("k")
            assert isinstance(app.screen, RollScreen)
            assert "! Not saved: Start." in painted(app)
            await pilot.press("ctrl+s")
            assert "Not saved" not in painted(app)
            assert session.in_use().current == 1

    async def test_it_outlives_the_screen_that_asked(self, app: ControlApp, session: Session) -> None:
        """What was asked for in the roll call can be saved when that is closed."""
        session.do("team-add", team=Team("Fjord", "Fjordhelse"))
        async with app.run_test() as pilot:
            await pilot.press("k")
            with full_disk(session):
                await pilot.press("space")
                assert "! Not saved: " in painted(app)
            await pilot.press("k")
            assert app.screen is app.desk_screen
            await pilot.press("ctrl+s")
            assert "Not saved" not in painted(app)
            assert session.roll().teams

    async def test_the_window_does_not_close_over_it(self, app: ControlApp, session: Session) -> None:
        """What is kept would be lost: given up first, the window closes."""
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("n")
            await pilot.press("q", "ctrl+q")
            assert app.is_running
            assert any("“Start” is not saved yet" in each.message for each in app._notifications)
            await pilot.press("escape", "q")
        assert app.return_code == 0

    async def test_a_clock_that_is_set_meanwhile(self, tmp_path: Path, clock: FakeClock) -> None:
        """Where that cannot be recorded no figure is shown, at no look, until there is room again."""
        clock.set(at("15:00"))
        machine = Machine(clock)
        session = open_session(tmp_path / "samling.db", clock, "control", machine=machine)
        new_day(session)
        session.do("start")
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(120, 40)) as pilot:
            await look_again(pilot)
            with full_disk(session):
                machine.set(60)
                for _look in range(3):
                    await look_again(pilot)
                    assert "The disk is full" in painted(app)
                    assert "16:00:00" not in painted(app)
            await look_again(pilot)
            assert "16:00:00" in painted(app)
            assert session.in_use().block(1).started_at == at("16:00")
        session.close()

    async def test_undo(self, app: ControlApp, session: Session) -> None:
        """Taking back is kept and tried again like all else."""
        session.do("start")
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("u")
                assert "! Not saved: Undo." in painted(app)
            await pilot.press("ctrl+s")
            assert session.in_use().current is None

    async def test_the_timekeeper(self, session: Session, clock: FakeClock) -> None:
        """Space is kept, and recorded as of the press."""
        app = TimerApp(session)
        async with app.run_test() as pilot:
            with full_disk(session):
                await pilot.press("space")
                assert any(each.startswith("! Not saved: Start.") for each in said(app))
            clock.set(at("15:03"))
            await pilot.press("ctrl+s")
            assert session.in_use().block(1).started_at == at("15:00")
            assert not any("Not saved" in each for each in said(app))
            assert any("saved 15:03:00" in each for each in said(app))

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_all_of_it_can_be_read(self, app: ControlApp, session: Session, size: tuple[int, int]) -> None:
        """Neither the keys nor the reason are cut in any size of window."""
        async with app.run_test(size=size) as pilot:
            with full_disk(session):
                await pilot.press("n")
            assert "! Not saved: Start. Ctrl+S tries again, Esc gives it up." in painted(app)
            assert "Free some space and try again." in painted(app)


@pytest.fixture
def judge(session: Session, tmp_path: Path, clock: FakeClock) -> Iterator[JudgeApp]:
    """The window of judge 1 while the first team pitches."""
    hold_pitches(session, clock)
    opened = open_session(tmp_path / "samling.db", clock, "judge")
    yield JudgeApp(opened, judge_id=1)
    opened.close()


class TestJudge:
    async def test_a_score_is_not_lost(self, judge: JudgeApp, session: Session) -> None:
        """The digit stands there as not saved; Ctrl+S saves it, as Enter does, and the cursor goes on."""
        async with judge.run_test() as pilot:
            row = desk(judge).row
            with full_disk(judge.session):
                await pilot.press("4")
                assert "! Not saved: Aim: 4" in painted(judge)
                assert "The disk is full" in painted(judge)
            await pilot.press("ctrl+s")
            assert scores(session) == {"aim": 4}
            assert desk(judge).row != row

    async def test_a_submission_is_not_lost(self, judge: JudgeApp, session: Session) -> None:
        """Nor is a sheet that was handed in while the disk was full."""
        async with judge.run_test() as pilot:
            await pilot.press("4", "4", "4")
            with full_disk(judge.session):
                await pilot.press("s")
                assert "! Not saved: Submitted the sheet" in painted(judge)
            await pilot.press("ctrl+s")
            assert desk(judge).sheets.latest(1) is not None
            assert session.sheets(1).latest(1) == desk(judge).sheets.latest(1)
            assert desk(judge).standing is Standing.SUBMITTED

    @pytest.mark.usefixtures("at_once")
    async def test_a_held_file_is_tried_by_itself(self, judge: JudgeApp, session: Session) -> None:
        """What another program kept from being saved is saved as soon as that lets go."""
        async with judge.run_test() as pilot:
            with session._database.writing():
                await pilot.press("4")
                assert "held by another program" in painted(judge)
            async with asyncio.timeout(10):
                while desk(judge).unsaved is not None:
                    await pilot.pause(0.01)
            assert scores(session) == {"aim": 4}


class TestHeld:
    @pytest.mark.usefixtures("at_once")
    async def test_it_is_tried_again_without_a_key(
        self, app: ControlApp, session: Session, other: Session, clock: FakeClock
    ) -> None:
        """The window says who is in the way, its clock goes on, and it saves as of the press when it can."""
        async with app.run_test() as pilot:
            with other._database.writing():
                await pilot.press("n")
                assert "! Not saved yet: Start." in painted(app)
                assert "held by another program" in painted(app)
                clock.set(at("15:01"))
                await look_again(pilot)
                assert "15:01:00" in painted(app)
            await until_saved(pilot, app)
            assert session.in_use().block(1).started_at == at("15:00")
            assert session.in_use().block(1).state is State.RUNNING

    async def test_the_clock_goes_on_while_it_cannot_be_read(
        self, app: ControlApp, session: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """For five seconds the figures are those of what was read last; then none is shown, and why."""

        def held() -> bool:
            raise FileHeld("A back-up holds it.")

        async with app.run_test() as pilot:
            monkeypatch.setattr(session, "changed", held)
            clock.set(at("15:01"))
            await look_again(pilot)
            assert "15:01:00" in painted(app)
            app._held_since = asyncio.get_running_loop().time() - 5
            await look_again(pilot)
            assert "15:01:00" not in painted(app)
            assert "A back-up holds it." in painted(app)

    @pytest.mark.parametrize("by_this_window", [True, False])
    async def test_what_could_not_be_read_for_a_moment_is_read_at_the_next_look(
        self, app: ControlApp, other: Session, monkeypatch: pytest.MonkeyPatch, by_this_window: bool
    ) -> None:
        """What was saved stands on the screen once it can be read: the file tells of the change no second time."""

        def held() -> None:
            raise FileHeld("A back-up holds it.")

        async with app.run_test() as pilot:
            with monkeypatch.context() as patched:
                patched.setattr(app, "read", held)
                if by_this_window:
                    await pilot.press("n")
                else:
                    other.do("start")
                await look_again(pilot)
                assert app.view is not None
                assert app.view.current is None
            await look_again(pilot)
            assert app.view.current is not None

    @pytest.mark.usefixtures("at_once")
    async def test_given_up_it_is_not_tried_again(self, app: ControlApp, session: Session, other: Session) -> None:
        """Escape means it: nothing is saved when the other program lets go."""
        async with app.run_test() as pilot:
            with other._database.writing():
                await pilot.press("n", "escape")
            await pilot.pause(0.05)
            assert session.in_use().current is None
