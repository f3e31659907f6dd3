"""Commands for tests: run in the test's own process, each held to how a command may end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from samling.cli.main import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from fake_clock import FakeClock


@dataclass(frozen=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever it is
        """The output, read as JSON."""
        return json.loads(self.out)


class Samling:
    """Runs samling on one file, and checks how it ends."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str], clock: FakeClock) -> None:
        """Take the file and the clock that commands see."""
        self.path = path
        self.clock = clock
        self._capsys = capsys

    def __call__(self, *arguments: str, code: int = 0, db: bool = True) -> Said:
        """Run a command line; it must end with `code`, speak on one stream alone and show no traceback."""
        self._capsys.readouterr()
        ended = run(["--db", str(self.path), *arguments] if db else arguments)
        out, err = self._capsys.readouterr()
        assert ended == code, (arguments, out, err)
        assert "Traceback" not in err
        assert "fault of its own" not in err
        if code:
            assert not out, "what failed is told on the error stream alone"
            assert err.strip(), "what failed is told"
        return Said(ended, out, err)

    def day(self, count: int = 3, *, start: str = "15:00", end: str = "15:30") -> None:
        """Make a network and a day of blocks of ten minutes, "A", "B" and so on, on 16 September 2026."""
        self("network", "new", "Network")
        self("gathering", "new", "--title", "Day", "--date", "2026-09-16", "--start", start, "--end", end)
        for index in range(count):
            self("agenda", "add", chr(ord("A") + index), "--minutes", "10")

    def status(self, *options: str) -> Any:  # noqa: ANN401 - JSON
        """Return what `status --json` prints."""
        return self(*options, "status", "--json").json

    def states(self) -> list[str]:
        """Return the blocks' states in order."""
        return [block["state"] for block in self.status()["blocks"]]
