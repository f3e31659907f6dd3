"""The back-up of the day: before it begins and when it has ended, and never in the way."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.session.backing_up import DayBackup
from samling.store import backups

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Path:
    """A database with a day of three blocks on 16 September."""
    clock.set(at("08:55"))
    session = open_session(tmp_path / "day.db", clock)
    new_day(session)
    session.close()
    return tmp_path / "day.db"


@contextmanager
def working(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A session that makes back-ups; they are there when it is closed."""
    session = open_session(path, clock, backup=DayBackup(path))
    try:
        yield session
    finally:
        session.close()


def made(path: Path) -> list[str]:
    """Return the times of the back-ups, oldest first."""
    return [f"{each.made:%d %H:%M}" for each in reversed(backups.found(path))]


class TestWhen:
    def test_before_the_day_begins(self, path: Path, clock: FakeClock) -> None:
        """A window that is opened on the day makes one, and none again when it is opened a second time."""
        for _each in range(2):
            with working(path, clock) as session:
                session.look_to_backup()
            clock.move(minutes=1)
        assert made(path) == ["16 08:55"]

    def test_on_another_date_there_is_none(self, path: Path, clock: FakeClock) -> None:
        """The day before the gathering, planning makes no back-up by itself."""
        clock.move(hours=-24)
        with working(path, clock) as session:
            session.look_to_backup()
            session.do("drop", position=2)
        assert made(path) == []

    def test_when_the_first_block_is_started(self, path: Path, clock: FakeClock) -> None:
        """Where no window was opened the day has one all the same; the second block makes none."""
        with working(path, clock) as session:
            clock.set(at("15:00"))
            session.do("start")
            clock.set(at("15:10"))
            session.do("next")
        assert made(path) == ["16 15:00"]

    def test_when_the_day_has_ended(self, path: Path, clock: FakeClock) -> None:
        """The end of the day makes one of its own, with the day in it."""
        with working(path, clock) as session:
            session.look_to_backup()
            for time in ("15:00", "15:10", "15:20", "15:30"):
                clock.set(at(time))
                session.do("next")
        assert made(path) == ["16 08:55", "16 15:30"]


class TestWhenItCannotBeMade:
    def test_the_day_goes_on(self, path: Path, clock: FakeClock) -> None:
        """The block starts, and why there is no back-up is told once."""
        (path.parent / "day-backups").write_text("in the way")
        with working(path, clock) as session:
            clock.set(at("15:00"))
            session.do("start")
            session.close()
            assert session.take_backup_trouble() is not None
            assert session.take_backup_trouble() is None
        with working(path, clock) as session:
            assert session.in_use().current == 1
