from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.tui.control.app import ControlApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The window's own session on a new file. The clock shows 15:00 on the day of the examples."""
    clock.set(at("15:00"))
    opened = open_session(tmp_path / "samling.db", clock, "control")
    yield opened
    opened.close()


@pytest.fixture
def other(
    session: Session,  # noqa: ARG001 - it makes the file
    tmp_path: Path,
    clock: FakeClock,
) -> Iterator[Session]:
    """The timekeeper's session on the same file."""
    opened = open_session(tmp_path / "samling.db", clock, "timer")
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> ControlApp:
    """The window on a gathering with the blocks A, B and C of ten minutes from 15:00, promised to end at 16:00."""
    new_day(session)
    return ControlApp(session, keep_awake=False)
