"""Everything that can be done, in any order, by two windows, with arguments that make sense and that never do."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from fake_clock import FakeClock
from fuzz.day_arguments import OF_THE_DAY
from fuzz.invariants import changed, check_figures, check_file, everything, undoable
from fuzz.people_arguments import ANSWERS, OF_THE_ROLL, OF_THE_ROSTER, OF_THE_SEATINGS, OF_THE_SURVEYS
from fuzz.pitch_arguments import OF_THE_AWARD, OF_THE_PITCHES, SHEETS
from fuzz.starts import STARTS, make
from fuzz.world import ALL_PARTS, look_around, moment
from opened import open_session
from samling.domain import registry
from samling.domain.errors import Refused, WrongUsage
from samling.store import parts

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from hypothesis.strategies import SearchStrategy

    from fuzz.invariants import Rows
    from fuzz.world import World
    from samling.session import Done, Session, Snapshot

GIVEN = {
    **OF_THE_DAY,
    **OF_THE_ROSTER,
    **OF_THE_ROLL,
    **OF_THE_SEATINGS,
    **OF_THE_SURVEYS,
    **OF_THE_PITCHES,
    **OF_THE_AWARD,
}
WHOLE = {**ANSWERS, **SHEETS}
NAMES = sorted({*GIVEN, *WHOLE})

LOCKED = ("pitch-form",)
"""What undo does not take back once a sheet is submitted: that locks the form."""

IS_LONG = bool(os.environ.get("SAMLING_LONG"))


def arguments(name: str, world: World) -> SearchStrategy[dict[str, Any]]:
    """What an action can be given in this world."""
    return WHOLE[name](world) if name in WHOLE else st.fixed_dictionaries(GIVEN[name](world))


def test_every_action_is_tried() -> None:
    """An action that is added to the registry is fuzzed, or this fails."""
    assert set(NAMES) == set(registry.everything())


def doing(some: Mapping[str, object]) -> Any:  # noqa: ANN401 - Hypothesis's
    """A rule that does one of these actions."""

    def do(self: TwoWindows, window: int, name: str, data: st.DataObject) -> None:
        self.do(window, name, data)

    return rule(window=st.integers(0, 1), name=st.sampled_from(sorted(some)), data=st.data())(do)


class TwoWindows(RuleBasedStateMachine):
    """Two windows on one file, with two clocks that are moved together."""

    made: dict[str, tuple[Path, datetime]]

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "samling.db"
        self.windows: list[Session] = []
        self.clocks: list[FakeClock] = []

    @initialize(start=st.sampled_from(sorted(STARTS)))
    def begin(self, start: str) -> None:
        """Open a copy of one of the files in two windows."""
        path, now = self.made[start]
        shutil.copyfile(path, self.path)
        self.clocks = [FakeClock(now), FakeClock(now)]
        self.windows = [self.open(clock) for clock in self.clocks]
        self.logged = self.log()

    def open(self, clock: FakeClock) -> Session:
        """Open a window that does not wait for the disk: what a power cut leaves is tried elsewhere."""
        opened = open_session(self.path, clock)
        opened._database.execute("PRAGMA synchronous = OFF")
        return opened

    def teardown(self) -> None:
        """Take everything back that can be, in every chain; then close the windows."""
        if self.windows:
            self.take_all_back()
        for window in self.windows:
            window.close()
        self.folder.cleanup()

    # what is done

    on_the_day = doing(OF_THE_DAY)
    on_the_agenda = doing(OF_THE_DAY)
    to_the_roster = doing(OF_THE_ROSTER)
    to_the_roll = doing(OF_THE_ROLL)
    to_the_seatings = doing(OF_THE_SEATINGS)
    to_the_surveys = doing({**OF_THE_SURVEYS, **ANSWERS})
    to_the_pitches = doing(OF_THE_PITCHES)
    to_the_sheets = doing(SHEETS)
    to_the_award = doing(OF_THE_AWARD)

    def do(self, window: int, name: str, data: st.DataObject) -> None:
        """Do an action in one window; where it can be, take it back in the other and bring it forward again."""
        if data.draw(st.integers(0, 9), "reload") == 9:
            self.reload(window)
        for clock in self.clocks:
            clock.move(seconds=data.draw(st.sampled_from((0, 1, 0.001, 30, 300, 3600)), "seconds later"))
        acting, other = self.windows[window], self.windows[1 - window]
        world = look_around(acting)
        given = data.draw(arguments(name, world), name)
        at = data.draw(st.none() | st.none() | moment(world.now), "at")
        before = everything(acting)
        done = self.done(lambda: acting.do(name, at=at, **given), before)
        chain = registry.chain_of(registry.action(name), given)
        if done is None:
            return
        about = registry.action(name).about
        rows = parts.part(about).rows
        assert rows(acting._part(about, given.get("judge_id"))) == rows(done.after), "what is kept is what is shown"
        if chain is None:
            return
        after = everything(acting)
        goes_on = registry.action(name).by_letters and len(after["undo_step"]) == len(before["undo_step"])
        if self.turned(other, "undo", chain, None if goes_on else before) is None:
            assert name in LOCKED
        else:
            self.turned(acting, "redo", chain, after)

    def take_all_back(self) -> None:
        """Undo each chain to its beginning, or until it is refused; what holds still does."""
        for chain in self.chains():
            while self.done(lambda chain=chain: self.windows[0].undo(chain), everything(self.windows[0])):
                pass
        self.holds()

    def chains(self) -> list[str]:
        """The chains in which something has been done."""
        return sorted({row["chain"] for row in self.windows[0]._database.rows("SELECT chain FROM undo_step")})

    def turned(self, window: Session, way: str, chain: str, wanted: Rows | None) -> Done | None:
        """Undo or redo what has just been done: every row is as it was."""
        done = self.done(lambda: getattr(window, way)(chain), everything(window))
        if done is not None and wanted is not None:
            now = undoable(everything(window))
            assert now == undoable(wanted), (way, chain, changed(now, undoable(wanted)))
        return done

    @rule(window=st.integers(0, 1), way=st.sampled_from(("undo", "undo", "redo")), data=st.data())
    def turn_back(self, window: int, way: str, data: st.DataObject) -> None:
        """Undo or redo in any chain, whatever was done in the others meanwhile."""
        acting = self.windows[window]
        chain = data.draw(st.sampled_from(self.chains()), "chain")
        self.done(lambda: getattr(acting, way)(chain), everything(acting))

    def reload(self, window: int) -> None:
        """Close a window and open it again: it shows what it showed."""
        shown = self.shown(window)
        self.windows[window].close()
        self.windows[window] = self.open(self.clocks[window])
        assert self.shown(window) == shown

    def done(self, do: Any, before: Rows) -> Done | None:  # noqa: ANN401
        """Do it; what is refused says why in a sentence, and has changed no row at all."""
        try:
            done: Done = do()
        except (Refused, WrongUsage) as refused:
            said = str(refused)
        else:
            return done
        now = everything(self.windows[0])
        assert now == before, changed(before, now)
        assert said
        return None

    # what holds

    def shown(self, window: int) -> Snapshot:
        """All that a window can show."""
        return self.windows[window].snapshot(lambda _gathering: ALL_PARTS)

    def log(self) -> list[tuple[Any, ...]]:
        """The rows of the log."""
        return [tuple(row.values()) for row in self.windows[0]._database.rows("SELECT * FROM log ORDER BY id")]

    @invariant()
    def holds(self) -> None:
        """Both windows show the same, the file is whole, every figure can be reckoned, and the log has only grown."""
        if not self.windows:
            return
        first, second = self.shown(0), self.shown(1)
        assert first == second
        check_file(self.windows[0], everything(self.windows[0]))
        check_figures(self.windows[0], first)
        log = self.log()
        assert log[: len(self.logged)] == self.logged
        self.logged = log


def test_two_windows(tmp_path: Path) -> None:
    """Whatever two windows do by turns, and however often either is closed and opened, what holds always holds."""
    TwoWindows.made = make(tmp_path)
    run_state_machine_as_test(
        TwoWindows,
        settings=settings(
            max_examples=2000 if IS_LONG else 12, stateful_step_count=40, suppress_health_check=list(HealthCheck)
        ),
    )
