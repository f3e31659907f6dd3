"""How things are measured: on the real program, in a real terminal, in turn with the baseline."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from terminal import Terminal, Timeout, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from benchmarks.figure import Bench

SAMLING = str(Path(sys.executable).with_name("samling"))
"""The program as a user starts it."""

BASELINES = Path(__file__).with_name("baselines")
ECHO = (sys.executable, str(BASELINES / "echo.py"))
"""A bare Textual program that shows each key and how many there were: "x 17"."""
ONE_HERTZ = (sys.executable, str(BASELINES / "one_hertz.py"))
"""A bare Textual program that shows the time of day once a second: "09:03:17"."""


def around(bench: Bench) -> dict[str, str]:
    """Return the variables that a program is started with."""
    return environment(home=bench.folder, database=bench.database)


def in_turn(measures: Mapping[str, Callable[[], float]], runs: int) -> dict[str, list[float]]:
    """Take every measure `runs` times, in turn, after one round that warms up and does not count.

    A machine that gets slower half-way slows the figure and its baseline alike.
    """
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for run in range(runs + 1):
        for name, measure in measures.items():
            seconds = measure()
            if run:
                taken[name].append(seconds)
    return taken


def run_time(command: Sequence[str], bench: Bench) -> float:
    """Return how long a command takes from start to end; fail when it fails."""
    env = around(bench)
    started = time.perf_counter()
    subprocess.run(command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - started


def first_picture(command: Sequence[str], sign: str | Callable[[Terminal], object], bench: Bench) -> float:
    """Return how long it takes from the start of a program until its picture shows `sign`."""
    with Terminal(command, size=(120, 40), env=around(bench)) as terminal:
        return terminal.wait_for(sign) - terminal.started


def keys_in_turn(
    typists: Mapping[str, tuple[Terminal, Iterator[tuple[str, str | Callable[[Terminal], object]]]]], count: int
) -> dict[str, list[float]]:
    """Press keys in several terminals in turn; return how long each took until its sign stood in the picture.

    The steps of each give a key and its sign, which must not stand there yet. Between keys there are pauses of changing
    length, as with fingers: keys that follow at once would all wait for the end of Textual's frame of 1/60 s.
    """
    taken: dict[str, list[float]] = {name: [] for name in typists}
    fingers = Random(1)
    for _ in range(count):
        for name, (terminal, steps) in typists.items():
            idle(terminal, fingers.uniform(0.03, 0.1))
            key, sign = next(steps)
            pressed = terminal.press(key)
            taken[name].append(terminal.wait_for(sign) - pressed)
    return taken


def picture_of_change(terminal: Terminal, shown: Callable[[Terminal], str]) -> Callable[[Terminal], object]:
    """Return the question whether `shown` reads something else than it does now, and something at all."""
    terminal.look()
    before = shown(terminal)
    return lambda screen: shown(screen) not in ("", before)


def lateness(
    terminal: Terminal, shown: Callable[[Terminal], str], seconds: int, phase: float = 0.0
) -> tuple[list[float], int]:
    """Watch a clock; return how late each of its next seconds was painted, and how many never were.

    Late means after the true boundary. `shown` reads the clock; `phase` is the part of a second at which its seconds
    change (of time.time()). A second is painted when the last piece of output that changed the clock has arrived.
    """
    offset = time.time() - time.monotonic() - phase
    late: list[float] = []
    skipped = 0
    last: int | None = None
    for turn in range(seconds + 1):
        moment = _painted(terminal, shown) + offset
        second = int(moment)
        if turn:  # the first may have been caught half-way
            late.append(moment - second)
            skipped += max(0, second - last - 1) if last is not None else 0
        last = second
    return late, skipped


_TOGETHER_SECONDS = 0.03
"""Pieces of output that come within this belong to one picture."""


def _painted(terminal: Terminal, shown: Callable[[Terminal], str]) -> float:
    """Wait until the clock has moved on and stands; return when it was painted."""
    moved = terminal.wait_for(picture_of_change(terminal, shown))
    while True:
        try:
            moved = terminal.wait_for(picture_of_change(terminal, shown), timeout=_TOGETHER_SECONDS)
        except Timeout:
            return moved


def figures_of(terminal: Terminal) -> str:
    """Return the rows of the picture that hold nothing but large figures."""
    return "\n".join(line for line in terminal.lines() if line and _LARGE.issuperset(line))


_LARGE = frozenset(" ▀▄█")


@contextlib.contextmanager
def busy_cores() -> Iterator[None]:
    """Keep every core busy meanwhile."""
    spinners = [subprocess.Popen((sys.executable, "-c", "while True: pass")) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for spinner in spinners:
            spinner.kill()
            spinner.wait()


def processor_share(terminals: Sequence[Terminal], seconds: float) -> list[float]:
    """Return each program's share of one core, threads and all, over the same stretch of time. Linux only."""
    before = [_processor_seconds(terminal.pid) for terminal in terminals]
    started = time.monotonic()
    for terminal in terminals:
        left = seconds - (time.monotonic() - started)
        idle(terminal, left)
    passed = time.monotonic() - started
    return [
        (_processor_seconds(terminal.pid) - used) / passed for terminal, used in zip(terminals, before, strict=True)
    ]


def _processor_seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def idle(terminal: Terminal, seconds: float) -> None:
    """Let a length of time pass while the picture is kept up to date."""
    with contextlib.suppress(Timeout):
        terminal.wait_for(lambda _: False, timeout=seconds)
