"""How late a displayed second is, and what showing it costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from benchmarks.databases import BEGUN_AFTER
from benchmarks.figure import Bench, Figure, Samples, at_most, at_most_times_and_share, within
from benchmarks.keys import SIZE, reading
from benchmarks.measure import (
    ONE_HERTZ,
    SAMLING,
    around,
    busy_cores,
    figures_of,
    idle,
    lateness,
    processor_share,
)
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figure import Aim

SECONDS = 30
LATENESS_SECONDS = 60
_TIME = reading(r"(\d\d:\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Clock:
    """A program with a clock: how it is started, how it is read, and the part of a second at which it turns."""

    name: str
    command: Sequence[str]
    shown: Callable[[Terminal], str]
    phase: float = 0.0


BARE = Clock("a bare one-hertz app", ONE_HERTZ, _TIME)
WINDOWS = (
    Clock("control window", (SAMLING,), _TIME),
    Clock("projector", (SAMLING, "screen"), figures_of, BEGUN_AFTER.total_seconds()),
)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure the clocks of the windows, in quiet and with every core busy, and what a block that runs costs.

    The control window's is the time of day, the projector's the running block's, which began within a second.
    """
    bare = Samples(f"{BARE.name}'s lateness", _lateness(bench, BARE)[0])
    for clock in WINDOWS:
        yield _late(bench, clock, "lateness", at_most(0.006, 0.02), bare)
    with busy_cores():
        bare = Samples(f"{BARE.name}'s lateness", _lateness(bench, BARE)[0])
        for clock in WINDOWS:
            yield _late(bench, clock, "lateness, every core busy", within(0.03), bare)
    yield from _processor_time(bench)


def _late(bench: Bench, clock: Clock, what: str, aim: Aim, baseline: Samples) -> Figure:
    late, skipped = _lateness(bench, clock)
    return Figure(
        Samples(f"{clock.name}: {what}", late), baseline, aim, fault=f"{skipped} s skipped" if skipped else ""
    )


def _lateness(bench: Bench, clock: Clock) -> tuple[list[float], int]:
    with Terminal(clock.command, size=SIZE, env=around(bench)) as terminal:
        terminal.wait_for(clock.shown)
        idle(terminal, 2)
        return lateness(terminal, clock.shown, LATENESS_SECONDS, clock.phase)


def _processor_time(bench: Bench) -> Iterator[Figure]:
    env = around(bench)
    with (
        Terminal(ONE_HERTZ, size=SIZE, env=env) as bare,
        Terminal((SAMLING,), size=SIZE, env=env) as control,
        Terminal((SAMLING, "screen"), size=SIZE, env=env) as projector,
    ):
        terminals = [bare, control, projector]
        for terminal in terminals:
            terminal.wait_for(":")
        idle(bare, 3)
        rounds = [processor_share(terminals, SECONDS) for _ in range(2)]
    shares = [list(each) for each in zip(*rounds, strict=True)]
    baseline = Samples("a bare one-hertz app's", shares[0])
    aim = at_most_times_and_share(3, 0.02)
    yield Figure(Samples("control window: processor time", shares[1]), baseline, aim, is_share=True)
    yield Figure(Samples("projector: processor time", shares[2]), baseline, aim, is_share=True)
