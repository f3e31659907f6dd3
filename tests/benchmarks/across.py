"""How soon a window shows what another process did, and the right figures after it was stopped and continued."""

from __future__ import annotations

import signal
import time
from random import Random
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, within
from benchmarks.keys import SIZE, reading
from benchmarks.measure import ONE_HERTZ, SAMLING, around, figures_of, idle, picture_of_change
from samling.clock import true_now
from samling.session import Session
from samling.store.database import Database
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ACTIONS = 200
STOPS = 20
STOPPED_SECONDS = 1.6
POLL_SECONDS = 0.05
_TIME = reading(r"(\d\d:\d\d:\d\d)")


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure an action done elsewhere, and a process that stood still, in the control window and on the projector."""
    yield _elsewhere(bench, "control window: an action elsewhere", (SAMLING,), reading(r"ends (\d\d:\d\d)"), "start")
    yield _elsewhere(bench, "projector: an action elsewhere", (SAMLING, "screen"), figures_of, "pause")
    yield from _stopped(bench)


def _elsewhere(bench: Bench, name: str, command: Sequence[str], shown: Callable[[Terminal], str], first: str) -> Figure:
    """Lengthen and shorten the running block from this process.

    `shown` must stand still meanwhile: for figures that tick the block is paused first.
    """
    bench = bench.copy("across")
    session = Session(Database(bench.database), true_now, "benchmark")
    if first == "pause":
        session.do("pause")
    fingers = Random(1)
    taken = []
    with Terminal(command, size=SIZE, env=around(bench)) as terminal:
        terminal.wait_for(shown)
        idle(terminal, 2)
        for turn in range(ACTIONS):
            idle(terminal, fingers.uniform(0.06, 0.16))
            has_changed = picture_of_change(terminal, shown)
            started = time.monotonic()
            session.do("extend", seconds=-60 if turn % 2 else 60)
            taken.append(terminal.wait_for(has_changed) - started)
    session.close()
    return Figure(Samples(name, taken), None, within(POLL_SECONDS + 0.015))


def _stopped(bench: Bench) -> Iterator[Figure]:
    """Stop a window for a while; measure from its continuation to the figures that it should show then.

    The control window's clock is compared with the time; the projector's figures with those of another that ran on.
    """
    env = around(bench)
    with Terminal(ONE_HERTZ, env=env) as bare:
        bare.wait_for(_TIME)
        baseline = Samples("a bare one-hertz app", [_continued(bare, _shows_the_time) for _ in range(STOPS)])
    with Terminal((SAMLING,), size=SIZE, env=env) as control:
        control.wait_for(_TIME)
        values = [_continued(control, _tells_the_time) for _ in range(STOPS)]
        yield Figure(Samples("control window: right after a stop", values), baseline, within(0.3))
    screen = (SAMLING, "screen")
    with Terminal(screen, size=SIZE, env=env) as projector, Terminal(screen, size=SIZE, env=env) as other:
        for each in (projector, other):
            each.wait_for(figures_of)

        def is_right(terminal: Terminal) -> bool:
            return figures_of(terminal) == figures_of(other)

        values = [_continued(projector, is_right) for _ in range(STOPS)]
        yield Figure(Samples("projector: right after a stop", values), baseline, within(0.3))


def _continued(terminal: Terminal, is_right: Callable[[Terminal], object]) -> float:
    """Stop the program, and let it go on in the middle of a second, where it is clear what it should show.

    It stands still for too short a time to say so: a notice would make the projector's figures smaller.
    """
    idle(terminal, 0.5 + (0.3 - STOPPED_SECONDS - time.time() - 0.5) % 1)
    terminal.kill(signal.SIGSTOP)
    idle(terminal, STOPPED_SECONDS)
    continued = time.monotonic()
    terminal.kill(signal.SIGCONT)
    return terminal.wait_for(is_right) - continued


def _shows_the_time(terminal: Terminal) -> bool:
    return time.strftime("%H:%M:%S", time.gmtime()) == _TIME(terminal)


def _tells_the_time(terminal: Terminal) -> bool:
    """Whether the network's clock shows this minute and second (its hour is another zone's)."""
    return time.strftime("%M:%S", time.gmtime()) == _TIME(terminal)[3:]
