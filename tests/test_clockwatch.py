from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from time import monotonic
from typing import TYPE_CHECKING

from making import at
from opened import new_day, open_session
from samling import clockwatch
from samling.domain.clockset import ClockPair
from samling.store import clocks
from samling.store.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock

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
