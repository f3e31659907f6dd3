from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.tui.timer.app import TimerApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The timekeeper's session on a day with the blocks A, B and C of ten minutes from 15:00. It is 15:00."""
    clock.set(at("15:00"))
    opened = open_session(tmp_path / "samling.db", clock, "timer")
    new_day(opened)
    yield opened
    opened.close()


@pytest.fixture
def control(session: Session, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - it makes the file
    """The control window's session on the same file."""
    opened = open_session(tmp_path / "samling.db", clock, "control")
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> TimerApp:
    """The timekeeper's window on that day."""
    return TimerApp(session)
