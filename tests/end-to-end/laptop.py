"""The laptop of a simulated network: its file, the clock that the file shows, its windows and its commands."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from journal import Journal, Span
from samling.domain.clockset import DemoTime
from samling.store import clocks
from samling.store.database import Database
from terminal import Timeout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from conftest import OpenTerminal
    from terminal import Terminal

ZONE = ZoneInfo("Europe/Oslo")
SAVED = re.compile(
    r"✓ Saved \d\d:\d\d:\d\d  .*?(?=  u undoes|$)"  # in the control window and the judges'
    r"|\S.* · saved \d\d:\d\d:\d\d"  # in the timekeeper's
)


class Laptop:
    """One file, the clock that it holds, and the journal of what was acknowledged on it."""

    def __init__(self, folder: Path, open_terminal: OpenTerminal) -> None:
        self.folder = folder
        self.file = folder / "samling.db"
        self.journal = Journal()
        self.organisations: dict[str, str] = {}
        self.network = ""
        self._open_terminal = open_terminal
        self._time = DemoTime(datetime.now(UTC), datetime.now(UTC), 1.0)

    def now(self) -> datetime:
        """What the file's clock shows (UTC), worked out as its windows do."""
        return self._time.shows + (datetime.now(UTC) - self._time.started_at) * self._time.speed

    def set_clock(self, at: datetime, speed: float = 1.0) -> None:
        """Let the file's clock show this time from now on. The windows that are open know nothing of it: open none."""
        self._time = DemoTime(datetime.now(UTC), at.astimezone(UTC), speed)
        with closing(Database(self.file)) as database, database.writing():
            clocks.keep_demo_time(database, self._time)

    def run(self, *arguments: str) -> str:
        """Run a command to its good end and return what it printed."""
        done = subprocess.run(
            [sys.executable, "-m", "samling", "--lang", "en", "--db", str(self.file), *arguments],
            capture_output=True,
            encoding="utf-8",
            check=False,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        return done.stdout

    def json(self, *arguments: str) -> Any:  # noqa: ANN401 - whatever it is
        """Run a command and read what it printed as JSON."""
        return json.loads(self.run(*arguments))

    def command(self, action: str, *arguments: str, **facts: object) -> str:
        """Do something by a command; its good end is what acknowledges it."""
        earliest = self.now()
        printed = self.run(*arguments)
        self.journal.note("command", action, Span(earliest, self.now()), **facts)
        return printed

    @contextmanager
    def windows(self, *commands: tuple[str, ...], sign: str) -> Iterator[list[Window]]:
        """Open windows, () being the control window, wait until each shows the sign, and close them with their key."""
        windows = [Window(self, self._open_terminal(*each, size=_size(each)), _lane(each)) for each in commands]
        for window in windows:
            window.terminal.wait_for(sign)
        yield windows
        for window in windows:
            window.terminal.send("q")
        for window in windows:
            assert window.closed() == 0, window.terminal.text


def _size(command: tuple[str, ...]) -> tuple[int, int]:
    """The size of a window that has room for its lines, or is small enough to say its titles in plain letters."""
    return (80, 24) if command[:1] in {("timer",), ("judge",)} else (120, 40)


def _lane(command: tuple[str, ...]) -> str:
    """Who acts in a window: the log's name, and a judge's after it."""
    return " ".join(each for each in command or ("control",) if not each.startswith("-"))


class Window:
    """Somebody at a window: types, waits for the sign that it is saved, and keeps what was told in the journal."""

    def __init__(self, laptop: Laptop, terminal: Terminal, lane: str) -> None:
        self.laptop = laptop
        self.terminal = terminal
        self.lane = lane
        self._begun: tuple[str, str, datetime, dict[str, object]]

    def saved(self) -> str:
        """What the line at the foot says was saved last, with its time."""
        found = (SAVED.search(line) for line in reversed(self.terminal.lines()))
        return next((each[0].strip() for each in found if each), "")

    def do(
        self,
        keys: str | tuple[str, ...],
        sentence: str,
        action: str,
        *,
        since: datetime | None = None,
        **facts: object,
    ) -> str:
        """Press keys, wait until the window says that this is saved, and return what it said.

        `since` is when the window took the time that it does this at, where that was before the keys.
        """
        self.begin(keys, sentence, action, since=since, **facts)
        return self.acknowledged()

    def begin(
        self, keys: str | tuple[str, ...], sentence: str, action: str, *, since: datetime | None = None, **facts: object
    ) -> None:
        """Press keys whose sign is waited for later."""
        assert sentence not in self.saved(), "the sign stands there already: nothing could be told from it"
        self._begun = sentence, action, since or self.laptop.now(), facts
        self.press(keys)

    def acknowledged(self) -> str:
        """Wait until the window says that what was begun is saved, keep it in the journal, and return what it said."""
        sentence, action, earliest, facts = self._begun
        self.terminal.wait_for(lambda _screen: sentence in self.saved())
        self.laptop.journal.note(self.lane, action, Span(earliest, self.laptop.now()), **facts)
        return self.saved()

    def told_at_once(self, action: str, **facts: object) -> None:
        """Keep in the journal what was acknowledged by the same sign as the last deed of this window."""
        last = next(deed for deed in reversed(self.laptop.journal.deeds) if deed.lane == self.lane)
        self.laptop.journal.note(self.lane, action, last.span, **facts)

    def press(self, keys: str | tuple[str, ...], sign: str | None = None) -> None:
        """Press keys, a text as it is or keys by their names, and wait for a sign where one is given."""
        self.terminal.press(*keys) if isinstance(keys, tuple) else self.terminal.send(keys)
        if sign is not None:
            self.terminal.wait_for(sign)

    def closed(self) -> int:
        """Wait until the window has closed, and return its exit code.

        A key that comes in the very moment in which a dialog goes is the dialog's: then it is pressed once more, as
        anybody would.
        """
        try:
            return self.terminal.wait_exit(5)
        except Timeout:
            self.terminal.send("q")
            return self.terminal.wait_exit()

    def leave(self, sign: str) -> None:
        """Press Escape and wait until the page before it is there: a key that follows at once would be Alt with it."""
        self.press(("escape",))
        self.terminal.wait_for(lambda screen: sign not in screen.text)
