from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.tui.screen.app import ScreenApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def control(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The control window's session on a day with the blocks A, B and C of ten minutes from 15:00. It is 14:50."""
    clock.set(at("14:50"))
    opened = open_session(tmp_path / "samling.db", clock, "control")
    new_day(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(control: Session, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - it makes the file
    """The projector's own session on the same file."""
    opened = open_session(tmp_path / "samling.db", clock, "screen")
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> ScreenApp:
    """The projector window on that day."""
    return ScreenApp(session)
