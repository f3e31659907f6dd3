"""What all rooms' tests share: a clock that stands still, random choices that repeat, a terminal to run samling in."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Protocol

import pytest
from hypothesis import settings

from fake_clock import FakeClock

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from terminal import Terminal

# Every plain run tries the same examples, so that a red run means a change and not a throw of the dice.
# To look for new ones: pytest --hypothesis-profile=explore
settings.register_profile("steady", max_examples=50, derandomize=True, deadline=None, database=None, print_blob=True)
settings.register_profile("explore", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture
def clock() -> FakeClock:
    """A clock that shows 09:00 in Oslo on 16 September 2026, the first day of the examples."""
    return FakeClock(datetime(2026, 9, 16, 7, 0, tzinfo=UTC))


class OpenTerminal(Protocol):
    """Starts a program in a new terminal: samling with these arguments, unless `program` names another."""

    def __call__(
        self,
        *arguments: str,
        program: Sequence[str] | None = None,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
    ) -> Terminal:
        """Open the terminal; it closes when the test ends."""
        ...


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[OpenTerminal]:
    """Real terminals that share one home folder and one database, `tmp_path / "samling.db"`."""
    if os.name != "posix":
        pytest.skip("a pseudo-terminal needs POSIX; the windows are tested through Pilot here")
    from terminal import Terminal, environment

    with ExitStack() as stack:

        def start(
            *arguments: str,
            program: Sequence[str] | None = None,
            size: tuple[int, int] = (80, 24),
            env: Mapping[str, str] | None = None,
        ) -> Terminal:
            command = [*(program or (sys.executable, "-m", "samling")), *arguments]
            around = environment(home=tmp_path, database=tmp_path / "samling.db", **(env or {}))
            return stack.enter_context(Terminal(command, size=size, env=around))

        yield start
