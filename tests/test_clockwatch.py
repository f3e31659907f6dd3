from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

import pytest

from fake_clock import Machine
from making import at
from opened import full_disk, new_day, new_pitches, open_session
from samling import clockwatch
from samling.domain.clockset import ClockPair
from samling.domain.errors import DatabaseUnusable
from samling.domain.pitching.actions import PITCH_CHAIN
from samling.domain.pitching.clock import figures
from samling.store import clocks
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

FIRST = ClockPair("one", at("15:00"), 1000.0)
LATER = ClockPair("one", at("15:02"), 1120.0)


class TestKeepingThePair:
    def test_nobody_waits_for_it(self, tmp_path: Path, clock: FakeClock) -> None:
        """While another program holds the file the pair is left for later, without the wait that an action takes."""
        path = tmp_path / "samling.db"
        with (
            closing(open_session(path, clock, machine=lambda: FIRST)) as session,
            closing(Database(path)) as watching,
            closing(Database(path)) as other,
        ):
            new_day(session)
            begun = monotonic()
            with other.writing():
                assert not clockwatch.notice(watching, LATER, "screen")
            assert monotonic() - begun < 1, "an action waits five seconds"
            assert clocks.last_pair(watching) == FIRST
            assert not clockwatch.notice(watching, LATER, "screen")
            assert clocks.last_pair(watching) == LATER
            assert watching.rows("PRAGMA busy_timeout")[0]["timeout"] == 5000

    def test_on_a_full_disk(self, tmp_path: Path, clock: FakeClock) -> None:
        """A restart is asked about when there is room again; a clock that was set leaves no figure to be believed."""
        clock.set(at("15:00"))
        path, pair = tmp_path / "samling.db", FIRST
        with closing(open_session(path, clock, "control", machine=lambda: pair)) as session:
            new_day(session)
            session.do("start")
            pair = ClockPair("two", at("15:08"), 10.0)
            with full_disk(session):
                assert not session.take_notice()
            assert session.take_notice().restarted
            pair = ClockPair("two", at("16:08"), 10.0)
            with full_disk(session), pytest.raises(DatabaseUnusable, match="disk is full"):
                session.take_notice()
            assert session.take_notice().moved == timedelta(hours=1)

    def test_a_clock_that_was_set_is_followed_once(self, tmp_path: Path, clock: FakeClock) -> None:
        """Two windows that notice the same setting of the clock move the record once between them."""
        clock.set(at("15:00"))
        path = tmp_path / "samling.db"
        with closing(open_session(path, clock, machine=lambda: FIRST)) as session, closing(Database(path)) as two:
            new_day(session)
            session.do("start")
            started = session.in_use().block(1).started_at
            assert started is not None
            ahead = ClockPair("one", at("16:02"), 1120.0)
            assert clockwatch.notice(two, ahead, "screen").moved == timedelta(hours=1)
            assert not clockwatch.notice(two, ahead, "timer")
            assert session.in_use().block(1).started_at == started + timedelta(hours=1)

    def test_nothing_is_told_where_nothing_moved(self, tmp_path: Path, clock: FakeClock) -> None:
        """A clock that is set before the day starts is nobody's business: no time was recorded by it."""
        with closing(open_session(tmp_path / "samling.db", clock, machine=lambda: FIRST)) as session:
            new_day(session)
            with closing(Database(tmp_path / "samling.db")) as two:
                assert not clockwatch.notice(two, ClockPair("one", at("16:02"), 1120.0), "control")
                assert session.log()[-1].action == "add"


class TestPitches:
    @pytest.fixture
    def machine(self, clock: FakeClock) -> Machine:
        """The machine's clocks, at three o'clock."""
        clock.set(at("15:00"))
        return Machine(clock)

    @pytest.fixture
    def session(self, tmp_path: Path, machine: Machine) -> Iterator[Session]:
        """A day of pitches that watches the machine's clocks."""
        with closing(open_session(tmp_path / "samling.db", machine.wall, "control", machine=machine)) as opened:
            new_pitches(opened)
            opened.notice_clock()
            yield opened

    @staticmethod
    def elapsed(session: Session) -> tuple[str, timedelta]:
        """Return what the pitch clock shows, and how long it has."""
        shown = figures(session.pitching(), session.now())
        return shown.showing.value, shown.elapsed

    @pytest.mark.parametrize("by", [60, -60, 0.05])
    def test_the_pitch_clock_stays_true(self, session: Session, machine: Machine, by: float) -> None:
        """Two minutes into a pitch it is two minutes also when the clock was set; pauses and questions too."""
        session.do("pitch-next")
        session.do("pitch-start")
        machine.wait(1)
        session.do("pitch-pause")
        machine.wait(1)
        session.do("pitch-resume")
        machine.wait(1)
        machine.set(by)
        assert session.notice_clock().moved == timedelta(minutes=by)
        assert self.elapsed(session) == ("pitch", timedelta(minutes=2))
        session.do("pitch-phase")
        machine.wait(0.5)
        machine.set(by)
        session.notice_clock()
        assert self.elapsed(session) == ("questions", timedelta(seconds=30))

    def test_without_an_agenda_that_runs(self, session: Session, machine: Machine) -> None:
        """The pitches move by themselves where no block runs, and the day's blocks are left as they are."""
        session.do("pitch-start")
        machine.wait(1)
        machine.set(60)
        assert session.notice_clock()
        assert session.log()[-1].arguments == {"seconds": 3600.0, "day": None}
        assert self.elapsed(session) == ("pitch", timedelta(minutes=1))

    def test_those_that_are_over_move_with_the_day(self, session: Session, machine: Machine) -> None:
        """While the day goes on, what was pitched on it lies as far back as before; on another day it stays."""
        session.do("start")
        for _team in range(3):
            session.do("pitch-start")
            machine.wait(1)
            session.do("pitch-stop")
        before = session.pitching().order[0].runs[0].started_at
        machine.set(60)
        session.notice_clock()
        assert session.pitching().order[0].runs[0].started_at == before + timedelta(hours=1)
        machine.wait(25 * 60)
        session.do("next")
        machine.set(60)
        session.notice_clock()
        assert session.pitching().order[0].runs[0].started_at == before + timedelta(hours=1)

    def test_undo_and_redo_see_through_it(self, session: Session, machine: Machine) -> None:
        """What undo and redo bring back after the clock was set lies where it would have been recorded by it."""
        session.do("pitch-next")
        called = session.pitching().order[0].called_at
        session.do("pitch-start")
        session.undo(PITCH_CHAIN)
        assert called is not None
        machine.set(60)
        machine.wait(1)
        session.redo(PITCH_CHAIN)
        assert session.pitching().order[0].called_at == called + timedelta(hours=1)
        assert self.elapsed(session) == ("pitch", timedelta(minutes=1))
        machine.set(-60)
        session.undo(PITCH_CHAIN)
        assert session.pitching().order[0].called_at == called
