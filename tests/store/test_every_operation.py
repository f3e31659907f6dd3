"""The n-th thing that is done to a file fails, for n = 1, 2, 3, ..., once or from then on, as SQLite's own tests do.

Whatever fails: a thing is done and acknowledged, or refused in a sentence with nothing half done, and can be done again
when the fault has passed. An n at which nothing fails is the last. The suite tries the first ten n of each task and
some fifteen after; `SAMLING_LONG=1` all of them.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

import pytest

from earlier import first_file
from failing import Failing
from fake_clock import FakeClock
from file_operations import CANNOT
from making import at
from opened import new_pitches, open_session
from samling.domain.errors import SamlingError
from samling.domain.plan import BlockChange
from samling.domain.team import Person
from samling.store import restoring
from samling.store.database import Database, create
from samling.store.upgrade import upgrade
from tables import Tables, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.session import Session

pytestmark = pytest.mark.skipif(CANNOT is not None, reason=CANNOT or "")

LONG = os.environ.get("SAMLING_LONG") == "1"
FIRST, BETWEEN = 10, 15


class Desk:
    """Where a task is done: a folder with a file of ours, open or not, and one of an earlier samling."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """The file, opened when it is first needed."""
        if self._session is None:
            self._session = open_session(self.folder / "samling.db", FakeClock(at("15:00")))
        return self._session

    def open_again_if_viewing(self) -> None:
        """Open a file anew that could be opened for looking alone."""
        if self._session is not None and self._session.read_only:
            self._session.close()
            self._session = None

    def close(self) -> None:
        """Close the file."""
        if self._session is not None:
            self._session.close()


Step = Callable[[Desk], object]
State = dict[str, Tables]


def add(desk: Desk) -> None:
    """Add a block."""
    desk.session.do("add", change=BlockChange(title="Kaffe", planned_seconds=600))


def undo(desk: Desk) -> None:
    """Take it back."""
    desk.session.undo()


def backup(desk: Desk) -> None:
    """Copy the open file."""
    desk.session._database.copy_to(desk.folder / "backup.db")


def forget(desk: Desk) -> None:
    """Remove the people's names."""
    desk.session.forget_people(1, "Person {}".format)


def put_back(desk: Desk) -> None:
    """Put an earlier copy in the place of what the open file holds."""
    with restoring.opened(desk.folder / "earlier.db") as source:
        desk.session.restore(source, "earlier.db")


def renew(desk: Desk) -> None:
    """Bring the earlier samling's file up to date."""
    upgrade(desk.folder / "old.db")


def make(desk: Desk) -> None:
    """Make another file."""
    create(desk.folder / "new.db")


TASKS: dict[str, tuple[Step, ...]] = {
    "act": (add, undo),
    "backup": (backup,),
    "restore": (put_back,),
    "forget": (forget,),
    "renew": (renew,),
    "make": (make,),
}


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a day of three teams and their people, an earlier copy of it, and a file of the first samling."""
    folder = tmp_path_factory.mktemp("prepared")
    session = open_session(folder / "samling.db", FakeClock(at("15:00")))
    new_pitches(session)
    session.do("person-add", person=Person("Kari Vikebø", profession="jordmor"), team_id=1)
    session._database.copy_to(folder / "earlier.db")
    session.do("note", text="Spør Kari Vikebø")
    session.close()
    first_file(folder / "old.db")
    return folder


def state(folder: Path) -> State:
    """Return what stands in each file that has a name of its own."""
    return {each.name: tables_of(each) for each in sorted(folder.glob("*.db")) if not each.name.startswith(".")}


def refusal(step: Step, desk: Desk, failing: Failing) -> SamlingError | None:
    """Take a step while things fail; return how it was refused, None where it was done. Nothing else may come of it."""
    try:
        with failing.in_force():
            step(desk)
    except SamlingError as refused:
        return refused
    return None


def untouched(steps: tuple[Step, ...], folder: Path) -> tuple[list[State], int]:
    """Return what stands in the files before the first step and after each, where nothing fails; and all that is done.

    That is counted in operations.
    """
    desk, counting = Desk(folder), Failing(sys.maxsize, ever_after=False)
    found = [state(folder)]
    for step in steps:
        assert refusal(step, desk, counting) is None
        found.append(state(folder))
    with counting.in_force():
        desk.close()
    return found, counting.count


def between(found: State, before: State, after: State) -> bool:
    """Whether each file is as it was before or after, whole."""
    names = {*found, *before, *after}
    return all(found.get(name) in (before.get(name), after.get(name)) for name in names)


def failures(about: int, prepared: Path, folder: Path) -> Iterator[tuple[int, Path]]:
    """Return one n after the other, about so many, each with a folder to do the task in."""
    n = 1
    while True:
        here = folder / "here"
        shutil.copytree(prepared, here)
        yield n, here
        shutil.rmtree(here)
        n += 1 if LONG or n < FIRST else about // BETWEEN


def is_whole(folder: Path) -> bool:
    """Whether SQLite finds nothing wrong with any of the files."""
    opened = [Database(each) for each in folder.glob("*.db") if not each.name.startswith(".")]
    try:
        return all(each.health() == [] for each in opened)
    finally:
        for each in opened:
            each.close()


@pytest.mark.parametrize("task", TASKS)
def test_a_fault_that_passes(prepared: Path, tmp_path: Path, task: str) -> None:
    """What meets it is refused with nothing half done, or done; and when it is asked for again it is done."""
    steps = TASKS[task]
    right, about = untouched(steps, shutil.copytree(prepared, tmp_path / "right"))
    for n, folder in failures(about, prepared, tmp_path):
        failing, desk = Failing(n, ever_after=False), Desk(folder)
        for step, (before, after) in zip(steps, pairwise(right), strict=True):
            refused = refusal(step, desk, failing)
            if refused:
                assert between(state(folder), before, after), (n, failing.met, str(refused))
                desk.open_again_if_viewing()
                step(desk)
            assert state(folder) == after, (n, failing.met, str(refused))
        desk.close()
        assert is_whole(folder), (n, failing.met)
        if not {"unlink", "delete"}.intersection(failing.met):
            assert list(folder.glob(".samling-*")) == [], "nothing half is left lying about"
        if not failing.met:
            break


@pytest.mark.parametrize("task", TASKS)
def test_a_fault_that_stays(prepared: Path, tmp_path: Path, task: str) -> None:
    """All that was acknowledged before it is there, what was refused is not there by half, and the files are whole."""
    steps = TASKS[task]
    right, about = untouched(steps, shutil.copytree(prepared, tmp_path / "right"))
    for n, folder in failures(about, prepared, tmp_path):
        failing, desk = Failing(n, ever_after=True), Desk(folder)
        refused = (refusal(step, desk, failing) for step in steps)
        done = sum(1 for _step in takewhile(lambda fault: fault is None, refused))
        with failing.in_force():
            desk.close()
        assert between(state(folder), right[done], right[min(done + 1, len(steps))]), (n, failing.met)
        assert is_whole(folder), (n, failing.met)
        if not failing.met:
            break
