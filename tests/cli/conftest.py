"""The command line, run in the test's own process with a clock that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands import Samling
from making import at
from samling import clock as machine
from samling import language
from samling.domain.clockset import ClockPair

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock


@pytest.fixture
def samling(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Samling]:
    """Run commands in English on `tmp_path / "samling.db"`, at three o'clock, in a home folder of the test's own."""
    clock.set(at("15:00"))
    for name in ("SAMLING_DB", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SAMLING_LANG", "en")
    monkeypatch.setattr(machine, "true_now", clock)
    monkeypatch.setattr(machine, "machine_clocks", lambda: ClockPair("boot", clock(), clock().timestamp()))
    yield Samling(tmp_path / "samling.db", capsys, clock)
    language.use("en")
