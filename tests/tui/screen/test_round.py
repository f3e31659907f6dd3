from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.gathering import Turn
from samling.tui.screen.app import ScreenApp
from staging import look_again, stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from fake_clock import FakeClock
    from samling.session import Session

TEAMS = (Turn("Havnvik", team_id=1), Turn("Bergvik", team_id=2), Turn("Fjellvik", team_id=3))


@pytest.fixture
def running(control: Session, clock: FakeClock) -> Session:
    """A round of three teams in the first block of ten minutes; it is 15:01 and the first team has just begun."""
    control.do("round", turns=TEAMS, position=1)
    clock.set(at("15:00"))
    control.do("start")
    clock.set(at("15:01"))
    control.do("turn")
    return control


class TestRound:
    async def test_whose_turn_it_is(self, app: ScreenApp, running: Session, clock: FakeClock) -> None:
        """The team and its own clock stand large, with what the block has left and who comes then."""
        clock.set(at("15:02"))
        async with app.run_test() as pilot:
            assert stage(app) == ["A · 8:00 left in all", "1 of 3 · Havnvik", "2:00", "Then Bergvik · 3:00"]
            running.do("turn")
            await look_again(pilot)
            assert stage(app) == ["A · 8:00 left in all", "2 of 3 · Bergvik", "4:00", "Then Fjellvik · 4:00"]

    async def test_its_signs(self, app: ScreenApp, running: Session, clock: FakeClock) -> None:
        """Nearly over, over and paused are told by a word and a shape; overtime counts up."""
        async with app.run_test() as pilot:
            for time, left, sign in (("15:03:15", "0:45", "◆ Nearly over"), ("15:04:10", "+0:10", "■ Time is up")):
                clock.set(at(time))
                await look_again(pilot)
                assert stage(app)[2:4] == [left, sign]
            running.do("pause")
            clock.move(minutes=5)
            await look_again(pilot)
            assert stage(app)[2:4] == ["+0:10", "║ Paused"]

    async def test_before_and_after_it_is_the_blocks_clock(
        self, app: ScreenApp, running: Session, clock: FakeClock
    ) -> None:
        """When everyone has had their turn the block's own clock stands there again."""
        for _each in TEAMS:
            clock.move(minutes=1)
            running.do("turn")
        async with app.run_test():
            assert stage(app)[:2] == ["A", "6:00"]

    async def test_another_scene_stays(self, app: ScreenApp, running: Session) -> None:
        """A projector that was turned black stays black."""
        running.do("black-out")
        async with app.run_test():
            assert stage(app) == []

    async def test_the_bell(
        self, app: ScreenApp, running: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the sound on it rings when a turn is nearly over and when it is over, once each."""
        rung: list[str] = []
        monkeypatch.setattr(ScreenApp, "bell", lambda _self: rung.append(f"{clock():%M:%S}"))
        running.do("sound", on=True)
        async with app.run_test() as pilot:
            for time in ("15:03:14", "15:03:15", "15:03:16", "15:03:59", "15:04", "15:04:20"):
                clock.set(at(time))
                await look_again(pilot)
            running.do("turn")
            await look_again(pilot)
        assert rung == ["03:15", "04:00"]


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
@pytest.mark.usefixtures("running")
async def test_it_fits(app: ScreenApp, size: tuple[int, int]) -> None:
    """In every window the turn's name and its time are there, within it."""
    async with app.run_test(size=size) as pilot:
        await look_again(pilot)
        for part in app.query("RoundScene .turn, RoundScene .left"):
            assert part.region.height > 0
            assert part.region.bottom <= size[1]


@pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
@pytest.mark.usefixtures("running")
def test_picture(
    app: ScreenApp, clock: FakeClock, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    """A round looks as it did when we were content with it."""
    clock.set(at("15:02:30"))
    app.theme = theme
    assert snap_compare(app, terminal_size=size)
