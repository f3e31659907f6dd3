"""The control window of a rehearsal: others act beside her, say so, and nothing stops the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.cli import rehearsal_file
from samling.cli.rehearsal_file import Asked, cast_of
from samling.domain.errors import DatabaseUnusable
from samling.domain.rehearsal.acts import Act
from samling.domain.rehearsal.cast import Begun, Temper
from samling.session.players import REHEARSAL, Players
from samling.store.database import Database
from samling.tui.control.rehearsal import RehearsalApp
from samling.tui.screen.app import ScreenApp
from staging import look_again, painted, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session

BEGUN = Begun(seed=3, temper=Temper.ROUGH)


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Path:
    """A rehearsal of a day with the blocks A, B and C from 15:00; it is rehearsed at nine in the morning."""
    real = open_session(tmp_path / "real.db", clock)
    new_day(real)
    real.close()
    rehearsed = tmp_path / "rehearsal.db"
    rehearsal_file.prepare(rehearsed, tmp_path / "real.db", Asked(1.0, BEGUN, teams=12, judges=2, programme=None))
    return rehearsed


@pytest.fixture
def hers(path: Path, clock: FakeClock) -> Iterator[Session]:
    """Her own session, at the moment at which the rehearsal begins."""
    clock.set(at("14:50"))
    session = open_session(path, clock, "control")
    yield session
    session.close()


@pytest.fixture
def players(hers: Session, path: Path, clock: FakeClock) -> Iterator[Players]:  # noqa: ARG001 - it sets the clock
    """The cast, with a session of their own."""
    session = open_session(path, clock, REHEARSAL)
    yield Players(session, cast_of(session))
    session.close()


@pytest.fixture
def app(hers: Session, players: Players) -> RehearsalApp:
    """The window."""
    return RehearsalApp(hers, players, keep_awake=False)


async def play(pilot: Pilot[Any]) -> None:
    """Let the others do what is due, and the window look."""
    pilot.app.play()  # type: ignore[attr-defined]
    await pilot.pause()
    await look_again(pilot)


class TestWindow:
    """What she sees."""

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_it_says_that_it_is_a_rehearsal(self, app: RehearsalApp, size: tuple[int, int]) -> None:
        """In a word with a sign, and that nothing of hers is touched."""
        async with app.run_test(size=size) as pilot:
            await play(pilot)
            assert "◇ REHEARSAL" in painted(app)
            assert "your own file is not touched" in painted(app)

    async def test_so_does_the_projector(self, hers: Session) -> None:
        """Every window that is opened on the file."""
        app = ScreenApp(hers, demo=hers.is_demo())
        async with app.run_test():
            assert "◇ REHEARSAL" in said(app)

    async def test_a_latecomer_arrives(self, app: RehearsalApp, players: Players, clock: FakeClock) -> None:
        """She is told who it is, and the roll has the team from that moment on."""
        team_id, after = max(players.cast.arrivals.items(), key=lambda each: each[1])
        async with app.run_test(size=(120, 40)) as pilot:
            clock.set(at("15:00") + after)
            await play(pilot)
            name = app.session.roster().team(team_id).name
            assert f"{name} comes now, {int(after.total_seconds() // 60)} min after the planned start." in painted(app)
            assert f"the rehearsal: {name}: here" in painted(app)
            people = [each.id for each in app.session.roster().team(team_id).people if each.role != "line-manager"]
            assert all(app.session.roll().people[each or 0].is_here for each in people)

    async def test_what_was_said_goes_after_a_while(self, app: RehearsalApp, clock: FakeClock) -> None:
        """Then the quiet line is back."""
        async with app.run_test(size=(120, 40)) as pilot:
            clock.set(at("14:56"))
            await play(pilot)
            assert "can come" in painted(app)
            clock.move(seconds=26)
            await play(pilot)
            assert "can come" not in painted(app)
            assert "your own file is not touched" in painted(app)

    async def test_it_is_said_on_every_screen(self, app: RehearsalApp, clock: FakeClock) -> None:
        """Also while she looks at who is here."""
        async with app.run_test(size=(120, 40)) as pilot:
            await pilot.press("k")
            clock.set(at("14:56"))
            await play(pilot)
            assert "none of them can come today" in painted(app)

    async def test_she_runs_the_day_with_her_own_keys(self, app: RehearsalApp, clock: FakeClock) -> None:
        """The others start nothing, and what she does is hers in the log."""
        async with app.run_test() as pilot:
            clock.set(at("15:01"))
            await play(pilot)
            assert app.session.in_use().current is None
            await pilot.press("n")
            assert app.session.in_use().current == 1
            assert app.session.log()[-1].who == "control"


class TestPlayers:
    """The others, when something is in their way."""

    def test_what_she_has_undone_is_not_done_again(self, players: Players, hers: Session, clock: FakeClock) -> None:
        """She took a team's tick off: it stays off."""
        clock.set(at("15:00"))
        players.play()
        team = next(each for each in hers.roster().teams if any(one.id in hers.roll().people for one in each.people))
        people = tuple(each.id or 0 for each in team.people)
        hers.do("absent", people=people, who=team.name)
        clock.move(minutes=5)
        players.play()
        assert not set(people) & set(hers.roll().people)

    def test_what_could_not_be_saved_is_done_later(
        self, players: Players, path: Path, hers: Session, clock: FakeClock
    ) -> None:
        """Another program held the file when they came: they are ticked off when it lets go."""
        clock.set(at("15:00"))
        holder = Database(path)
        with holder.writing(), pytest.raises(DatabaseUnusable):
            players.play()
        holder.close()
        assert not hers.roll().is_taken
        players.play()
        assert hers.roll().is_taken

    def test_what_is_refused_is_left(self, players: Players, hers: Session, clock: FakeClock) -> None:
        """Somebody is to leave who is not here any more: nothing is done, nothing saved, and it is not tried again."""
        before = len(hers.log())
        assert not players.perform(Act(clock(), "leave 1", "leave", {"people": (1,), "who": "Fjord"}))
        assert (len(hers.log()), players.saved) == (before, 0)
        assert "leave 1" in players.done

    def test_what_no_longer_fits_is_not_done(self, players: Players, hers: Session, clock: FakeClock) -> None:
        """A team is taken out of the network before it comes: the others come all the same."""
        late = max(players.cast.arrivals, key=lambda each: players.cast.arrivals[each])
        hers.do("team-remove", team_id=late)
        clock.set(at("15:30"))
        players.play()
        here = sum(any(one.id in hers.roll().people for one in team.people) for team in hers.roster().teams)
        assert here == len(players.cast.arrivals) - 1
