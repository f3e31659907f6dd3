"""Names that would command a terminal: in a file that another program has written, and pasted into a window."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from textual.events import Paste

from fake_clock import FakeClock
from fuzz.invariants import check_texts, everything
from fuzz.starts import make
from hostile import COMMANDS, LEFT, is_harmless, spoil
from opened import open_session
from samling.domain.gathering import Scene
from samling.tui.control.app import ControlApp
from samling.tui.judge.app import JudgeApp
from samling.tui.screen.app import ScreenApp
from samling.tui.timer.app import TimerApp
from staging import look_again, painted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.session import Session

FULL = (120, 40)


@pytest.fixture
def session(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Session]:
    """A day of pitches, of which another program has written every name: with commands, where nothing else is said."""
    path, now = make(tmp_path)["award"]
    spoil(path, getattr(request, "param", COMMANDS))
    with closing(open_session(path, FakeClock(now), "control")) as opened:
        yield opened


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Session]:
    """The same day, as samling has written it."""
    path, now = make(tmp_path)["award"]
    with closing(open_session(path, FakeClock(now), "control")) as opened:
        yield opened


class TestAFileOfOthers:
    async def test_the_control_window(self, session: Session) -> None:
        """Each screen of the control window shows what the names are made of, and obeys none of it."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=FULL) as pilot:
            for keys in (("h",), ("P",), ("k",), ("G",), ("y",), ("E",), ("I",), ("I", "r"), ("I", "g"), ("e",)):
                await pilot.press(*keys)
                assert is_harmless(painted(app)), keys
                await pilot.press(*["escape"] * len(keys))

    async def test_the_projector(self, session: Session) -> None:
        """Every scene of the projector shows them harmlessly."""
        app = ScreenApp(session)
        async with app.run_test(size=FULL) as pilot:
            for scene in Scene:
                if scene not in (Scene.LINK, Scene.MESSAGE):
                    session.do("show", scene=scene)
                await look_again(pilot)
                assert is_harmless(painted(app)), scene

    @pytest.mark.parametrize("session", ["Å" * 10_000], indirect=True, ids=["endless"])
    async def test_names_without_an_end(self, session: Session) -> None:
        """A control window whose every name has ten thousand letters still takes its keys."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=FULL) as pilot:
            await pilot.press("P")
            await pilot.press("escape", "n")
            assert session.log()[-1].action == "next"

    async def test_the_timekeepers_window(self, session: Session) -> None:
        """The timekeeper's window shows them harmlessly."""
        app = TimerApp(session)
        async with app.run_test(size=FULL):
            assert is_harmless(painted(app))

    async def test_a_judges_window(self, session: Session) -> None:
        """A judge's window shows teams, criteria and the comment harmlessly."""
        app = JudgeApp(session, judge_id=1)
        async with app.run_test(size=FULL) as pilot:
            assert is_harmless(painted(app))
            await pilot.press("down", "right")
            assert is_harmless(painted(app))


class TestPasting:
    @pytest.mark.parametrize("key", ["e", "m"])
    async def test_into_the_control_window(self, kept: Session, key: str) -> None:
        """What is pasted into a field is shown and kept without its commands, or refused."""
        app = ControlApp(kept, keep_awake=False)
        async with app.run_test(size=FULL) as pilot:
            await pilot.press(key)
            (app.focused or app.screen).post_message(Paste(COMMANDS))
            await pilot.press("enter")
            assert is_harmless(painted(app))
        check_texts(everything(kept))

    async def test_a_note_keeps_what_can_be_read(self, kept: Session) -> None:
        """Of a pasted note the plain signs are kept."""
        app = ControlApp(kept, keep_awake=False)
        async with app.run_test(size=FULL) as pilot:
            await pilot.press("o")
            assert app.focused is not None
            app.focused.post_message(Paste(COMMANDS))
            await pilot.press("enter")
            assert kept.in_use().notes[-1].text == LEFT
