"""A terminal for tests: the real program behind a real pseudo-terminal, its picture kept by a terminal emulator.

    with Terminal([sys.executable, "-m", "samling"], env=environment(home=tmp_path)) as terminal:
        terminal.wait_for("Fjordhelse")
        terminal.press("down", "enter")
        terminal.wait_for(lambda screen: "09:05" in screen.lines()[3])

Nothing here waits for an amount of time: `wait_for` wakes with every piece of output and fails at its time limit,
showing the picture as it stood. A thread reads the output as it comes and notes when, so that a program never stalls
on a reader that looks elsewhere, and so that benchmarks learn the moment of arrival and not that of looking.

POSIX only: Windows has no pseudo-terminal in the standard library.
"""

from __future__ import annotations

import codecs
import copy
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import threading
import time
from collections import defaultdict, deque
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyte
from pyte.screens import StaticDefaultDict

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyte.screens import Char, Cursor

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "insert": "\x1b[2~",
    "delete": "\x1b[3~",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "enter": "\r",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "backspace": "\x7f",
    "escape": "\x1b",
    "space": " ",
    "shift+up": "\x1b[1;2A",
    "shift+down": "\x1b[1;2B",
    "ctrl+up": "\x1b[1;5A",
    "ctrl+down": "\x1b[1;5B",
    "alt+up": "\x1b[1;3A",
    "alt+down": "\x1b[1;3B",
    **{f"f{number}": f"\x1b{code}" for number, code in enumerate(["OP", "OQ", "OR", "OS", "[15~"], start=1)},
    **{f"f{number}": f"\x1b[{code}~" for number, code in enumerate([17, 18, 19, 20, 21, 23, 24], start=6)},
    **{f"ctrl+{letter}": chr(ord(letter) - 96) for letter in "abcdefghijklmnopqrstuvwxyz"},
}
"""What a terminal sends for the keys that have a name; any other key is sent as it is."""

_INHERITED = (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGPIPE)
"""What a program would ignore because the tests do: whoever runs them behind `nohup` or `&` has these ignored."""

PATIENCE = 15.0
"""Seconds before a wait fails. Generous: it is reached only when the test fails, or on a machine that is overloaded."""


def environment(*, home: Path, database: Path | None = None, **extra: str) -> dict[str, str]:
    """Return the variables of a terminal that owes nothing to the one that the tests were started from.

    Home and everything below it is `home`; English and UTC, so that a picture is the same everywhere; colours in full.
    Give `NO_COLOR="1"`, `LANG="nb_NO.UTF-8"`, ... for what a test is about.
    """
    home.mkdir(parents=True, exist_ok=True)
    around = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(home),
        "TMPDIR": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONUNBUFFERED": "1",
    }
    if database is not None:
        around["SAMLING_DB"] = str(database)
    return around | extra


class Timeout(AssertionError):
    """What was waited for did not come; the message shows the screen."""


class Terminal:
    """A program running in a terminal of `size` columns and rows. Close it, or use it in a `with`."""

    def __init__(
        self, command: Sequence[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> None:
        columns, rows = size
        self._screen = _Screen(columns, rows)
        self._stream = pyte.Stream(self._screen)
        self._plain = Plain()
        self._in_steps = False
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._news = threading.Condition()
        self._waiting: deque[tuple[float, bytes]] = deque()
        self._ended = False
        self._hung_up = False
        self._exit_code: int | None = None
        self.output = bytearray()
        """Every byte the program has written, as far as it has been looked at."""
        self.arrived = time.monotonic()
        """When the newest output that the picture shows was read (time.monotonic)."""

        self._master, slave = pty.openpty()
        # Kept open until the program holds it too, or has gone: a terminal that nobody holds has ended.
        self._slave: int | None = slave
        self._wake, self._waker = os.pipe()
        self._set_size(columns, rows)
        path = os.ttyname(slave)
        self.started = time.monotonic()
        """When the program was started (time.monotonic)."""
        # The child leads a session of its own; opening the terminal by name makes it the session's, so that a change of
        # size and a hang-up reach the program. (Forking here would be unsafe beside threads and is warned of.)
        self.pid = os.posix_spawn(
            command[0],
            list(command),
            dict(os.environ if env is None else env),
            file_actions=[
                (os.POSIX_SPAWN_OPEN, 0, path, os.O_RDWR, 0),
                (os.POSIX_SPAWN_DUP2, 0, 1),
                (os.POSIX_SPAWN_DUP2, 0, 2),
            ],
            setsid=True,
            setsigdef=_INHERITED,
        )
        self._threads = [
            threading.Thread(target=self._read, name=f"terminal-{self.pid}", daemon=True),
            threading.Thread(target=self._reap, name=f"reaper-{self.pid}", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # --- What the user does ---

    def send(self, text: str) -> float:
        """Type `text` as it is, control characters and all, and return when (time.monotonic)."""
        data = text.encode()
        now = time.monotonic()
        while data:
            data = data[os.write(self._master, data) :]
        return now

    def press(self, *keys: str) -> float:
        """Press keys by name ("down", "ctrl+p", "f1") or as they are ("q", "+"), and return when."""
        return self.send("".join(KEYS.get(key, key) for key in keys))

    def click(self, column: int, row: int) -> float:
        """Click the left mouse button on a cell, counted from 0, and return when."""
        at = f"{column + 1};{row + 1}"
        return self.send(f"\x1b[<0;{at}M\x1b[<0;{at}m")

    def click_on(self, text: str) -> float:
        """Click on the first place where `text` stands."""
        column, row = self.find(text)
        return self.click(column + len(text) // 2, row)

    def resize(self, columns: int, rows: int) -> None:
        """Pull the window to another size; the program is told by SIGWINCH."""
        self.look()
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def wipe(self) -> None:
        """Lose what stands there, as a terminal does that is pulled small and back; the program is told of it."""
        self.look()
        self._screen.erase_in_display(2)
        self.kill(signal.SIGWINCH)

    def kill(self, number: int = signal.SIGKILL) -> None:
        """Send a signal to the program: SIGKILL unless told otherwise; SIGSTOP and SIGCONT put it to sleep and back."""
        with self._news:
            if self._exit_code is None:
                os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Close the terminal as a window manager does: the program loses it and gets SIGHUP."""
        if not self._hung_up:
            self._hung_up = True
            os.write(self._waker, b"x")
            self._threads[0].join()
            with self._news:
                self._release_slave()
            os.close(self._master)

    def close(self) -> None:
        """Hang up, and kill the program if it does not go."""
        if self._waker < 0:
            return
        self.hang_up()
        self._threads[1].join(2)
        if self._exit_code is None:
            self.kill(signal.SIGCONT)
            self.kill(signal.SIGKILL)
            self._threads[1].join()
        os.close(self._wake)
        os.close(self._waker)
        self._waker = -1

    # --- What the user sees ---

    def wait_for(self, what: str | Callable[[Terminal], object], timeout: float = PATIENCE) -> float:
        """Wait until the text stands on the screen, or the question about the screen is answered with yes.

        Return when the output that made it so arrived (time.monotonic). Fail with a picture of the screen when it has
        not come within `timeout` seconds, and at once when the program has ended. The question is put after each piece
        of output in turn, so a picture that stood for a moment only is not missed.
        """
        deadline = time.monotonic() + timeout
        self._in_steps = True
        try:
            while not (what in self if isinstance(what, str) else what(self)):
                if not self._feed_next():
                    self._await_output(what, timeout, deadline)
        finally:
            self._in_steps = False
        return self.arrived

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait until the program has ended and return its exit code (minus the signal's number if one ended it)."""
        deadline = time.monotonic() + timeout
        with self._news:
            while self._exit_code is None:
                if not self._news.wait(deadline - time.monotonic()) and time.monotonic() >= deadline:
                    break
        self._threads[0].join(max(0.0, deadline - time.monotonic()))
        self.look()
        if self._exit_code is None:
            raise Timeout(self._report("the end of the program", f"did not come within {timeout:g} s"))
        return self._exit_code

    def look(self) -> None:
        """Bring the picture up to what has been written so far, unless a wait is going through it step by step."""
        while not self._in_steps and self._feed_next():
            pass

    def lines(self) -> list[str]:
        """Return the rows of the screen as text, without the spaces at their ends."""
        self.look()
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen in one string, a row a line."""
        return "\n".join(self.lines())

    def __contains__(self, text: str) -> bool:
        return text in self.text

    def find(self, text: str) -> tuple[int, int]:
        """Return the column and row, counted from 0, where `text` first stands; fail when it does not."""
        for row, line in enumerate(self.lines()):
            if text in line:
                return line.index(text), row
        raise Timeout(self._report(text, "is not on the screen"))

    def cell(self, column: int, row: int) -> Char:
        """Return one cell with its character, colours (`fg`, `bg` as rrggbb) and `bold`, `reverse`, ..."""
        self.look()
        return self._screen.buffer[row][column]

    @property
    def cursor(self) -> Cursor:
        """The cursor: `x`, `y` and `hidden`."""
        self.look()
        return self._screen.cursor

    @property
    def title(self) -> str:
        """The title of the window."""
        self.look()
        return self._screen.title

    @property
    def bells(self) -> int:
        """How often the bell has rung."""
        self.look()
        return self._screen.bells

    @property
    def private_modes(self) -> set[int]:
        """The terminal's private modes that are on: 1049 alternate screen, 25 cursor shown, 1000 mouse, 2004 paste."""
        self.look()
        return {mode >> 5 for mode in self._screen.mode if mode >> 5}

    @property
    def is_cooked(self) -> bool:
        """Whether the terminal echoes and edits lines, as a shell needs it after the program has gone."""
        flags: int = termios.tcgetattr(self._master)[3]
        return bool(flags & termios.ECHO and flags & termios.ICANON)

    @property
    def is_running(self) -> bool:
        """Whether the program has not ended."""
        return self._exit_code is None

    # --- Inside ---

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self) -> None:
        """Take over what the program writes until it, or the terminal, is gone."""
        data = b"..."
        while data and self._wake not in select.select([self._master, self._wake], [], [])[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:  # Linux says EIO where others say end of file
                data = b""
            now = time.monotonic()
            with self._news:
                if data:
                    self._waiting.append((now, data))
                    self._release_slave()
                self._news.notify_all()
        with self._news:
            self._ended = True
            self._news.notify_all()

    def _reap(self) -> None:
        _, status = os.waitpid(self.pid, 0)
        with self._news:
            self._exit_code = os.waitstatus_to_exitcode(status)
            self._release_slave()
            self._news.notify_all()

    def _release_slave(self) -> None:
        """Let go of the program's end of the terminal, once the program holds it or has gone."""
        slave, self._slave = self._slave, None
        if slave is not None:
            os.close(slave)

    def _await_output(self, what: object, timeout: float, deadline: float) -> None:
        """Sleep until the program writes; fail when it can no longer, or has not in time."""
        with self._news:
            while not self._waiting and not self._ended:
                if not self._news.wait(deadline - time.monotonic()) and time.monotonic() >= deadline:
                    raise Timeout(self._report(what, f"did not come within {timeout:g} s"))
            if not self._waiting:
                raise Timeout(self._report(what, "did not come before the program ended"))

    def _feed_next(self) -> bool:
        """Give the oldest unseen piece of output to the emulator; return whether there was one."""
        with self._news:
            if not self._waiting:
                return False
            self.arrived, data = self._waiting.popleft()
        self.output += data
        self._stream.feed(self._plain(self._decoder.decode(data)))
        return True

    def _report(self, what: object, fault: str) -> str:
        wanted = repr(what) if isinstance(what, str) else "what was asked for"
        ended = "" if self._exit_code is None else f" (it ended with {self._exit_code})"
        edge = "-" * self._screen.columns
        return f"{wanted} {fault}{ended}. The screen:\n{edge}\n{self.text.rstrip()}\n{edge}"


class Plain:
    """Leaves out of the output the sequences that the emulator would print, crash on or take for others.

    Textual asks a terminal about synchronised output, the size and the keyboard, and turns on what few terminals know.
    A terminal that knows none of it stays silent: so does this one. Sequences may be cut anywhere; the beginning is
    kept until the rest comes.
    """

    _SEQUENCE = re.compile(
        r"\x1b\[(?P<parameters>[0-?]*)(?P<between>[ -/]*)(?P<final>[@-~])"
        r"|\x1b\](?P<command>[^\x07\x1b]*)(?:\x07|\x1b\\)"
        r"|\x1b[PX^_](?:[^\x1b]|\x1b(?!\\))*\x1b\\"
    )
    _BEGINNING = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|\][^\x07\x1b]*\x1b?|[PX^_](?:[^\x1b]|\x1b(?!\\))*\x1b?)?\Z")
    _FINALS = frozenset(pyte.Stream.csi)

    def __init__(self) -> None:
        self._kept = ""

    def __call__(self, text: str) -> str:
        """Return what the emulator may see of what was kept and `text`."""
        text = self._kept + text
        beginning = self._BEGINNING.search(text)
        cut = beginning.start() if beginning else len(text)
        self._kept = text[cut:]
        return self._SEQUENCE.sub(self._choose, text[:cut])

    def _choose(self, found: re.Match[str]) -> str:
        parameters, final = found["parameters"], found["final"]
        if final is None:
            titles = (found["command"] or "").startswith(("0;", "1;", "2;"))
            return found[0] if titles else ""
        if parameters.startswith("?"):
            known = final in "hl"
        else:
            known = final in self._FINALS and not re.search("[:<=>?]", parameters)
        return found[0] if known and not found["between"] else ""


class _Screen(pyte.Screen):
    """An emulated screen with what pyte leaves out: the alternate screen and a count of bells."""

    _ALTERNATE = 1049

    def __init__(self, columns: int, lines: int) -> None:
        self.bells = 0
        self._main: tuple[Any, Cursor] | None = None
        super().__init__(columns, lines)

    def bell(self, *_: object) -> None:
        """Count the bell."""
        self.bells += 1

    def set_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401 - as pyte declares it
        """Turn modes on; keep the main screen aside while the alternate one shows."""
        if kwargs.get("private") and self._ALTERNATE in modes and self._main is None:
            self._main = self.buffer, copy.copy(self.cursor)
            self.buffer = defaultdict(lambda: StaticDefaultDict[int, Any](self.default_char))
        super().set_mode(*modes, **kwargs)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:  # noqa: ANN401 - as pyte declares it
        """Turn modes off; bring the main screen back when the alternate one goes."""
        if kwargs.get("private") and self._ALTERNATE in modes and self._main is not None:
            (self.buffer, self.cursor), self._main = self._main, None
        super().reset_mode(*modes, **kwargs)
