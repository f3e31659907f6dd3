"""A thousand days on which the machine's clock is set, sleeps and restarts, against a time line of the test's own."""

from __future__ import annotations

from contextlib import closing
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fake_clock import FakeClock, Machine
from opened import open_session
from samling.domain import agenda
from samling.domain.errors import Refused
from samling.domain.gathering import Kind
from samling.domain.programme import Programme, ProgrammeBlock
from samling.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCKS = 3

BEGINNINGS = (
    datetime(2026, 9, 16, 13, 0, tzinfo=UTC),
    datetime(2026, 9, 16, 21, 50, tzinfo=UTC),  # ten minutes before midnight in Oslo
    datetime(2026, 3, 29, 0, 50, tzinfo=UTC),  # ten minutes before the clocks are put forward
    datetime(2026, 10, 25, 0, 50, tzinfo=UTC),  # ten minutes before they are put back
)

PROGRAMME = Programme(
    "p", "P", "us", "gathering", 1, "here", 90, is_proposal=False, note="",
    blocks=tuple(ProgrammeBlock(str(number), f"Block {number}", Kind.TALK, 30) for number in range(BLOCKS)),
)  # fmt: skip

Event = tuple[str, float]

SETTINGS = (1.0, -1.0, 60.0, -60.0, 3600.0, -3600.0, 7200.0, -7200.0, 0.501, -12 * 3600.0, 12 * 3600.0)
"""By how many seconds somebody sets the clock: a little, a lot, an hour for the summer, over midnight either way."""

DRIFTS = (0.4, -0.4)
"""What is not somebody setting the clock."""

EVENTS: st.SearchStrategy[Event] = st.one_of(
    st.tuples(st.sampled_from(("next", "next", "pause", "resume", "finish", "undo", "redo")), st.just(0.0)),
    st.tuples(st.sampled_from(("wait", "sleep")), st.sampled_from((1.0, 59.999, 300.0, 1800.0))),
    st.tuples(st.just("set"), st.sampled_from(SETTINGS)),
    st.tuples(st.just("drift"), st.sampled_from(DRIFTS)),
    st.tuples(st.just("reboot"), st.sampled_from((20.0, 120.0))),
    st.tuples(st.just("look"), st.just(0.0)),
    st.tuples(st.just("reopen"), st.just(0.0)),
)


@dataclass
class TruePause:
    """A stop within a block."""

    started: float
    ended: float | None = None


@dataclass
class TrueBlock:
    """A block by the true time: seconds since the test began, which nobody can set."""

    started: float | None = None
    ended: float | None = None
    pauses: list[TruePause] = field(default_factory=list)

    @property
    def is_open(self) -> bool:
        """Started and not ended."""
        return self.started is not None and self.ended is None

    @property
    def is_paused(self) -> bool:
        """Open, and its clock stopped."""
        return self.is_open and bool(self.pauses) and self.pauses[-1].ended is None

    def elapsed(self, now: float) -> float:
        """How long it has truly run."""
        if self.started is None:
            return 0.0
        end = now if self.ended is None else self.ended
        stood = sum(((end if pause.ended is None else pause.ended) - pause.started for pause in self.pauses), 0.0)
        return end - self.started - stood


class TrueDay:
    """The day by the true time, with what was done and taken back."""

    def __init__(self) -> None:
        self.blocks = [TrueBlock() for _each in range(BLOCKS)]
        self.done: list[list[TrueBlock]] = []
        self.undone: list[list[TrueBlock]] = []

    @property
    def open(self) -> TrueBlock | None:
        """The running or paused block."""
        return next((block for block in self.blocks if block.is_open), None)

    def does(self, what: str, now: float) -> bool:
        """Do it; false where it cannot be done, and nothing is changed."""
        if what in ("undo", "redo"):
            return self._turn_back(what)
        before = deepcopy(self.blocks)
        if not self._change(what, now):
            return False
        self.done.append(before)
        self.undone.clear()
        return True

    def _turn_back(self, what: str) -> bool:
        given, taken = (self.done, self.undone) if what == "undo" else (self.undone, self.done)
        if not given:
            return False
        taken.append(self.blocks)
        self.blocks = given.pop()
        return True

    def _change(self, what: str, now: float) -> bool:
        block = self.open
        waiting = next((each for each in self.blocks if each.started is None), None)
        if what == "next":
            if block is not None:
                self._end(block, now)
            if waiting is not None:
                waiting.started = now
            return block is not None or waiting is not None
        if block is None or (what == "pause" and block.is_paused) or (what == "resume" and not block.is_paused):
            return False
        if what == "pause":
            block.pauses.append(TruePause(now))
        elif what == "resume":
            block.pauses[-1].ended = now
        else:
            self._end(block, now)
        return True

    @staticmethod
    def _end(block: TrueBlock, now: float) -> None:
        if block.is_paused:
            block.pauses[-1].ended = now
        block.ended = now


class History:
    """One day in the program, on a machine whose clocks do what the events say."""

    def __init__(self, session: Session, machine: Machine, begun: datetime) -> None:
        self.session = session
        self.machine = machine
        machine.wall.set(begun)
        session.take_notice()
        session.new_gathering(title="Day", start=begun, end=begun + timedelta(hours=6), programme=PROGRAMME)
        self.now = 0.0
        self.drift = 0.0
        self.day = TrueDay()
        self.restarts = self.told_restarts = 0

    def happens(self, event: Event) -> None:
        """Let it happen to the machine, or do it in both days; then compare them."""
        what, amount = event
        if what in ("wait", "sleep"):
            self._pass(amount)
        elif what in ("set", "drift"):
            self.machine.wall.move(seconds=amount)
            self.drift += abs(amount) if what == "drift" else 0
            self.look()
        elif what == "reboot":
            self._reboot(amount)
        elif what == "reopen":
            self.session = Session(self.session._database, self.machine.wall, "control", self.machine)
        elif what == "look":
            self.look()
        else:
            self._do(what)

    def _pass(self, seconds: float) -> None:
        self.now += seconds
        self.machine.wall.move(seconds=seconds)
        self.machine.steady += seconds

    def _reboot(self, off: float) -> None:
        """The machine restarts; its battery keeps the wall clock, and a window looks before and after."""
        self.look()
        self._pass(off)
        self.machine.boot += "'"
        self.machine.steady = 3.0
        self.restarts += self.day.open is not None
        self.look()

    def _do(self, what: str) -> None:
        can = self.day.does(what, self.now)
        deed = getattr(self.session, what) if what in ("undo", "redo") else lambda: self.session.do(what)
        if can:
            deed()
        else:
            with pytest.raises(Refused):
                deed()

    def look(self) -> None:
        """Look at the clocks as a window does, and keep count of what is told."""
        notice = self.session.take_notice()
        self.told_restarts += notice.restarted

    def compare(self) -> None:
        """Assert that every block has run for as long as it truly has."""
        self.look()
        figures = agenda.figures(self.session.in_use(), self.session.now())
        shown = [each.elapsed.total_seconds() for each in figures.blocks]
        true = [block.elapsed(self.now) for block in self.day.blocks]
        assert shown == pytest.approx(true, abs=self.drift + 0.01)
        assert self.told_restarts == self.restarts


@pytest.fixture(scope="module")
def machine() -> Machine:
    """The machine of all histories."""
    return Machine(FakeClock(BEGINNINGS[0]))


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory, machine: Machine) -> Iterator[Session]:
    """One file for all histories: each is a gathering of its own. What is not synced is no matter here."""
    path = tmp_path_factory.mktemp("histories") / "samling.db"
    with closing(open_session(path, machine.wall, "control", machine=machine)) as opened:
        opened._database.execute("PRAGMA synchronous = OFF")
        opened.new_network("Network", "Europe/Oslo")
        yield opened


@settings(max_examples=1000, suppress_health_check=list(HealthCheck))
@given(begun=st.sampled_from(BEGINNINGS), events=st.lists(EVENTS, min_size=3, max_size=12))
def test_elapsed_times_are_true(session: Session, machine: Machine, begun: datetime, events: list[Event]) -> None:
    """However the clock is set and the machine sleeps or restarts, a block has run for as long as it truly has.

    A restart is told to the control window, and nothing that could be done is refused for the clock's sake.
    """
    history = History(session, machine, begun)
    for event in [("next", 0.0), *events]:
        history.happens(event)
        history.compare()
