"""What it costs to ask what can be done about a late day: proposals for days of sixty blocks."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

from benchmarks.figure import Figure, Samples, at_most
from making import at, block, gathering, minutes
from samling.domain import verbs
from samling.domain.gathering import Kind
from samling.domain.replan.proposals import outlook

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figure import Bench
    from samling.domain.gathering import Gathering

DAYS = 200
BLOCKS = 60


def figures(_bench: Bench) -> Iterator[Figure]:
    """Measure the proposals for many days of sixty blocks, each as late as its seed has it."""
    seconds = []
    for seed in range(DAYS):
        made = day(Random(seed))
        now = at("08:00") + minutes(Random(seed).randint(0, 90))
        made = verbs.start(made, now)
        started = time.perf_counter()
        outlook(made, now)
        seconds.append(time.perf_counter() - started)
    yield Figure(Samples(f"proposals for {BLOCKS} blocks", seconds), aim=at_most(0.010, 0.010))


def day(rng: Random) -> Gathering:
    """Return a day of sixty blocks with everything that the steps take from, some of them on the clock."""
    blocks = (
        block(
            rng.randint(2, 10),
            title=f"Block {number}",
            kind=rng.choice((Kind.TALK, Kind.TEAMWORK, Kind.BREAK)),
            flexible=rng.random() < 0.2,
            may_drop=rng.random() < 0.3,
            may_halve=rng.random() < 0.3,
            protected=rng.random() < 0.1,
            fixed_start=at("08:00") + minutes(rng.randint(60, 360)) if rng.random() < 0.05 else None,
        )
        for number in range(BLOCKS)
    )
    return gathering(*blocks, start="08:00", end="14:00")
