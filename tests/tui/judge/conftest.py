from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_pitches, open_session
from samling.tui.judge.app import JudgeApp

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def control(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """The control window's session: three teams to pitch, two judges, a form of three criteria. It is 15:00."""
    clock.set(at("15:00"))
    opened = open_session(tmp_path / "samling.db", clock, "control")
    new_pitches(opened)
    yield opened
    opened.close()


@pytest.fixture
def session(control: Session, tmp_path: Path, clock: FakeClock) -> Iterator[Session]:  # noqa: ARG001 - it makes the file
    """The session of judge 1's window."""
    opened = open_session(tmp_path / "samling.db", clock, "judge")
    yield opened
    opened.close()


@pytest.fixture
def app(session: Session) -> JudgeApp:
    """Judge 1's window."""
    return JudgeApp(session, judge_id=1)


@pytest.fixture
def second(control: Session, tmp_path: Path, clock: FakeClock) -> Iterator[JudgeApp]:  # noqa: ARG001
    """Another window of the same judge."""
    opened = open_session(tmp_path / "samling.db", clock, "judge")
    yield JudgeApp(opened, judge_id=1)
    opened.close()
