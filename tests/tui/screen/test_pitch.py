"""The projector while teams pitch: who is on the stage, the clock and its signs, who is to get ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import hand_in, hold_pitches, open_session, pitch_all
from samling.domain.gathering import Scene
from samling.domain.pitching.settings import SettingsChange
from samling.domain.roster import TeamChange
from samling.tui.screen.app import ScreenApp
from samling.tui.screen.pitch import OnStage
from staging import look_again, painted, stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def control(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The control window's session: Fjord, Vidde and Holme are to pitch, in the block that began at 15:00."""
    opened = open_session(tmp_path / "samling.db", clock, "control")
    hold_pitches(opened, clock)
    opened.do("team-edit", team_id=1, change=TeamChange(theme="Færre fall"))
    yield opened
    opened.close()


@pytest.fixture
def app(control: Session, tmp_path: Path, clock: FakeClock) -> Iterator[ScreenApp]:  # noqa: ARG001 - it makes the file
    """The projector with a session of its own."""
    opened = open_session(tmp_path / "samling.db", clock, "screen")
    yield ScreenApp(opened)
    opened.close()


class TestOnTheStage:
    async def test_who_it_is_about_what_and_how_long(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """The phase with the team's name, its place and its project, the time left, and who is to get ready."""
        control.do("pitch-start")
        clock.set(at("15:01:18"))
        async with app.run_test(size=(80, 24)):
            assert stage(app) == ["Pitch · Fjord", "1 of 3 · Færre fall", "2:42", "Get ready: Vidde"]

    @pytest.mark.parametrize(
        ("time", "told", "look"),
        [
            ("15:02:59", ["1:01"], "-calm"),
            ("15:03:00", ["1:00", "▲ Last minute"], "-soon"),
            ("15:03:30", ["0:30", "◆ Last 30 seconds"], "-last"),
            ("15:04:00", ["0:00", "■ Time is up"], "-over"),
            ("15:04:07", ["+0:07", "■ Over time"], "-over"),
        ],
    )
    async def test_signs(  # noqa: PLR0917 - the case and the fixtures
        self, app: ScreenApp, control: Session, clock: FakeClock, time: str, told: list[str], look: str
    ) -> None:
        """At 1:00, 0:30 and 0:00 a shape, words and a colour; overtime counts up."""
        control.do("pitch-start")
        clock.set(at(time))
        async with app.run_test(size=(80, 24)):
            assert stage(app)[2:-1] == told
            assert app.query_one(OnStage).has_class(look)

    async def test_the_questions_come_by_themselves(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """When pitch and grace are over it is the questions' minute, with nobody at a key."""
        control.do("pitch-start")
        clock.set(at("15:04:14"))
        async with app.run_test(size=(80, 24)) as pilot:
            assert stage(app)[0] == "Pitch · Fjord"
            clock.set(at("15:04:15"))
            await look_again(pilot)
            assert stage(app)[0] == "Questions · Fjord"
            assert "1:00" in stage(app)

    async def test_a_pause_is_told(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """The clock stands, with a sign for it."""
        control.do("pitch-start")
        clock.set(at("15:02"))
        control.do("pitch-pause")
        clock.set(at("15:09"))
        async with app.run_test(size=(80, 24)):
            assert stage(app)[2:4] == ["2:00", "║ Paused"]

    async def test_labels_of_the_facilitators_own(self, app: ScreenApp, control: Session) -> None:
        """A phase is called what it was labelled."""
        control.do("pitch-settings", to=SettingsChange(pitch_label="innlegg"))
        control.do("pitch-start")
        async with app.run_test(size=(80, 24)):
            assert stage(app)[0] == "Innlegg · Fjord"

    async def test_the_last_team_is_said_to_be_the_last(self, app: ScreenApp, control: Session) -> None:
        """Nobody is to get ready after it."""
        control.do("pitch-start", team_id=1)
        control.do("pitch-withdraw", team_id=2)
        control.do("pitch-withdraw", team_id=3)
        async with app.run_test(size=(80, 24)):
            assert stage(app)[-1] == "The last team"


class TestBetweenTeams:
    async def test_before_the_first(self, app: ScreenApp) -> None:
        """The first team is told to get ready, and who comes after it."""
        async with app.run_test(size=(80, 24)):
            assert stage(app) == ["First – get ready", "Fjord", "1 of 3 · Færre fall", "Then: Vidde"]

    async def test_changeover(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """The next team with the changeover's clock, which stands at nothing when it is over: no sign, no overtime."""
        control.do("pitch-start")
        clock.set(at("15:05"))
        control.do("pitch-stop")
        clock.set(at("15:05:10"))
        async with app.run_test(size=(80, 24)) as pilot:
            assert stage(app) == ["Next – get ready", "Vidde", "2 of 3", "0:20", "Then: Holme"]
            clock.set(at("15:06:10"))
            await look_again(pilot)
            assert stage(app)[3] == "0:00"

    async def test_after_the_last(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """All have pitched, and the award comes."""
        pitch_all(control, clock)
        async with app.run_test(size=(80, 24)):
            assert stage(app) == ["All teams have pitched", "The award comes next"]


class TestTheRoom:
    async def test_it_follows_the_facilitator(self, app: ScreenApp, control: Session) -> None:
        """Another scene takes its place, and back."""
        control.do("pitch-start")
        async with app.run_test(size=(80, 24)) as pilot:
            control.do("show", scene=Scene.TIMER)
            await look_again(pilot)
            assert stage(app)[0] == "Pitch"
            control.do("show", scene=Scene.PITCH)
            await look_again(pilot)
            assert stage(app)[0] == "Pitch · Fjord"

    async def test_nothing_of_the_sheets(self, app: ScreenApp, control: Session) -> None:
        """Sheets that come in change nothing of what is shown, nor of what the window has read."""
        control.do("pitch-start")
        async with app.run_test(size=(80, 24)) as pilot:
            await look_again(pilot)
            before = painted(app)
            hand_in(control, 1, 1, 5, 4, 3)
            await look_again(pilot)
            assert painted(app) == before
            assert app.view is not None
            assert app.view.pitching is not None
            assert app.view.pitching.deliveries == ()
            assert app.view.pitching.judges == ()

    @pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (200, 60)])
    async def test_a_long_name(self, app: ScreenApp, control: Session, size: tuple[int, int]) -> None:
        """A name that goes over the whole width leaves the clock its place, however small the window."""
        control.do("team-edit", team_id=1, change=TeamChange(name="Kvalitet " * 20))
        control.do("pitch-start")
        async with app.run_test(size=size) as pilot:
            await look_again(pilot)
            figure = app.query_one("OnStage .left")
            assert figure.size.height >= 4
            assert figure.region.bottom < size[1]

    async def test_signs_ring_once_and_those_of_the_block_do_not(
        self, app: ScreenApp, control: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """With the sound on each sign of the pitch rings once; the block's last minutes are silent meanwhile."""
        rung: list[str] = []
        control.do("sound", on=True)
        control.do("extend", seconds=-5400 + 6 * 60)  # the block warns at 15:01 and 15:05
        control.do("pitch-start")
        async with app.run_test(size=(80, 24)) as pilot:
            monkeypatch.setattr(app, "bell", lambda: rung.append(f"{clock():%M:%S}"))
            for second in range(0, 301, 10):
                clock.set(at("15:00"))
                clock.move(seconds=second)
                await look_again(pilot)
        assert rung == ["03:00", "03:30", "04:00", "04:50"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_last_minute(
    app: ScreenApp, control: Session, clock: FakeClock, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """The clock as large as it can be between the team and its sign."""
    control.do("pitch-start")
    clock.set(at("15:03:18"))
    assert snap_compare(app, terminal_size=size)


def test_get_ready_in_daylight(
    app: ScreenApp, control: Session, clock: FakeClock, snap_compare: Callable[..., bool]
) -> None:
    """The next team's name is the largest thing there is."""
    control.do("pitch-start")
    clock.set(at("15:05"))
    control.do("pitch-stop")
    clock.set(at("15:05:10"))
    app.theme = "samling-light"
    assert snap_compare(app, terminal_size=(120, 40))
