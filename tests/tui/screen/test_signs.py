from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.plan import BlockChange
from samling.tui.screen.app import ScreenApp
from staging import look_again, said, stage

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


class TestSigns:
    """Near its end a block gives signs: by a word, a shape and a colour together."""

    @pytest.mark.parametrize(
        ("clock_time", "left", "sign", "style"),
        [
            ("15:04:59", "5:01", None, "-calm"),
            ("15:05", "5:00", "▲ Last 5 minutes", "-soon"),
            ("15:08:59", "1:01", "▲ Last 5 minutes", "-soon"),
            ("15:09", "1:00", "◆ Last minute", "-last"),
            ("15:10", "0:00", "■ Time is up", "-over"),
            ("15:12:05", "+2:05", "■ Over time", "-over"),
        ],
    )
    async def test_each_sign_at_its_moment(  # noqa: PLR0917 - the case and the fixtures
        self,
        app: ScreenApp,
        control: Session,
        clock: FakeClock,
        clock_time: str,
        left: str,
        sign: str | None,
        style: str,
    ) -> None:
        """At five minutes, at one and at zero; then overtime counts up."""
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at(clock_time))
        async with app.run_test():
            assert stage(app)[:3] == ["A", left, sign or "ends 15:10"]
            assert app.query_one("TimerScene").has_class(style)

    async def test_a_block_has_its_own_marks(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Signal minutes of the block itself go before the usual ones."""
        control.do("edit", position=1, change=BlockChange(signal_minutes=(8, 3)))
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:02"))
        async with app.run_test() as pilot:
            assert "▲ Last 8 minutes" in stage(app)
            clock.set(at("15:07"))
            await look_again(pilot)
            assert "◆ Last 3 minutes" in stage(app)

    async def test_a_sign_follows_the_clock(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """An open window shows and takes away the sign by itself, and an extension takes it back."""
        clock.set(at("15:00"))
        control.do("start")
        async with app.run_test() as pilot:
            assert not [text for text in stage(app) if "Last" in text]
            clock.set(at("15:09:30"))
            await look_again(pilot)
            assert "◆ Last minute" in stage(app)
            control.do("extend", seconds=600)
            await look_again(pilot)
            assert not [text for text in stage(app) if "Last" in text]


class TestTheBell:
    """Sound is off until it is asked for."""

    @pytest.fixture
    def rung(self, monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> list[str]:
        """The clock times at which the bell rang."""
        times: list[str] = []
        monkeypatch.setattr(ScreenApp, "bell", lambda _self: times.append(f"{clock():%M:%S}"))
        return times

    async def _play(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        clock.set(at("15:00"))
        control.do("start")
        async with app.run_test() as pilot:
            for time in ("15:04", "15:05", "15:05:01", "15:06", "15:09", "15:09:02", "15:10", "15:10:01", "15:12"):
                clock.set(at(time))
                await look_again(pilot)
                await look_again(pilot)

    async def test_it_rings_once_at_each_sign(
        self, app: ScreenApp, control: Session, clock: FakeClock, rung: list[str]
    ) -> None:
        """At five minutes, at one, at zero: three times in all, however often the window looks."""
        control.do("sound", on=True)
        await self._play(app, control, clock)
        assert rung == ["05:00", "09:00", "10:00"]

    async def test_it_is_silent_when_off(
        self, app: ScreenApp, control: Session, clock: FakeClock, rung: list[str]
    ) -> None:
        """As it is unless the facilitator turns it on."""
        await self._play(app, control, clock)
        assert rung == []

    async def test_a_window_opened_late_does_not_ring(
        self, app: ScreenApp, control: Session, clock: FakeClock, rung: list[str]
    ) -> None:
        """What was signalled before it opened is past."""
        control.do("sound", on=True)
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:09:30"))
        async with app.run_test() as pilot:
            await look_again(pilot)
        assert rung == []


class TestTrouble:
    """A figure that stands still and looks right is the worst fault of all."""

    async def test_a_file_that_is_gone_takes_the_whole_stage(
        self, app: ScreenApp, control: Session, clock: FakeClock, tmp_path: Path
    ) -> None:
        """No figure is left standing, the reason is told, and all is well again once the file is back."""
        clock.set(at("15:00"))
        control.do("start")
        async with app.run_test() as pilot:
            (tmp_path / "samling.db").rename(tmp_path / "elsewhere.db")
            await look_again(pilot)
            title, reason = stage(app)
            assert title == "The figures cannot be shown: the file cannot be read just now"
            assert "moved or deleted" in reason
            assert not app.query_one("TimerScene").display
            (tmp_path / "elsewhere.db").rename(tmp_path / "samling.db")
            await look_again(pilot)
            assert stage(app)[:2] == ["A", "10:00"]

    async def test_a_file_that_is_gone_shows_even_in_black(
        self, app: ScreenApp, control: Session, tmp_path: Path
    ) -> None:
        """Black is no cover for a fault."""
        control.do("black-out")
        async with app.run_test() as pilot:
            (tmp_path / "samling.db").rename(tmp_path / "elsewhere.db")
            await look_again(pilot)
            assert stage(app)[0].startswith("The figures cannot be shown")

    async def test_sleep_is_told(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Over the whole width, for ten seconds, with figures that are right at once."""
        clock.set(at("15:00"))
        control.do("start")
        async with app.run_test(size=(80, 24)) as pilot:
            clock.set(at("15:03:30"))
            app._notice_sleep((app._asked_at or 0.0) + 210)
            app._look(asyncio.get_running_loop().time())
            await pilot.pause()
            notice = "This computer was asleep for 4 minutes. The figures are right again now."
            assert said(app)[0] == notice
            assert app.query_one("Notice").region.width == 80
            assert stage(app)[:2] == ["A", "6:30"]
            clock.move(seconds=9)
            await look_again(pilot)
            assert notice in said(app)
            clock.move(seconds=1)
            await look_again(pilot)
            assert notice not in said(app)


class TestKeys:
    """Keys on the projector do no harm."""

    async def test_a_question_mark_tells_what_it_is(self, app: ScreenApp) -> None:
        """And the same key, or Escape, puts it away."""
        async with app.run_test() as pilot:
            await pilot.press("question_mark")
            assert "This is the projector window of samling" in said(app)
            await pilot.press("escape")
            assert "This is the projector window of samling" not in said(app)

    async def test_other_keys_change_nothing(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Whatever falls on the keyboard, nothing is written and the picture stands."""
        clock.set(at("15:00"))
        control.do("start")
        entries = len(control.log())
        async with app.run_test() as pilot:
            before = stage(app)
            await pilot.press("space", "n", "p", "plus", "minus", "u", "enter", "b", "f1", "ctrl+p", "tab", "delete")
            assert stage(app) == before
        assert len(control.log()) == entries

    @pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
    async def test_it_closes(self, app: ScreenApp, key: str) -> None:
        """With q and with what people try."""
        async with app.run_test() as pilot:
            await pilot.press(key)
        assert app.return_code == 0
