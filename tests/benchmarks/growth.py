"""Whether anything grows with what is over: the same day alone, and behind ten years of other networks, in turn."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from benchmarks import databases
from benchmarks.figure import Bench, Figure, Samples, at_most_times
from benchmarks.measure import SAMLING, first_picture, in_turn, run_time
from benchmarks.start_up import is_full_desk
from samling.clock import true_now
from samling.session import Session
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

RUNS = 20
ACTIONS = 20
"""Actions that are timed together, and shared out: one alone is as long as the disk's mood."""

_AIM = at_most_times(1.1)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a day of 60 teams, its network's fourth, behind ten years against the same without them."""
    if bench.kind != "grown":  # both databases are its own
        return
    alone = Bench(bench.folder, databases.season(bench.folder), "new")
    behind = Bench(bench.folder, databases.grown_season(bench.folder), "grown")
    for name, measure in _MEASURES.items():
        taken = in_turn(
            {"behind": lambda measure=measure: measure(behind), "alone": lambda measure=measure: measure(alone)},  # type: ignore[misc]
            RUNS,
        )
        years = f"{name}, behind {databases.NETWORKS * databases.GATHERINGS} gatherings of {databases.TEAMS} teams"
        yield Figure(Samples(years, taken["behind"]), Samples("the same without them", taken["alone"]), _AIM)


def _action(bench: Bench) -> float:
    session = Session(Database(bench.database), true_now, "benchmark")
    started = time.perf_counter()
    for turn in range(ACTIONS):
        session.do("extend", seconds=60 if turn % 2 else -60)
    seconds = time.perf_counter() - started
    session.close()
    return seconds / ACTIONS


_MEASURES: dict[str, Callable[[Bench], float]] = {
    "the control window's first full picture": lambda bench: first_picture((SAMLING,), is_full_desk, bench),
    "samling status": lambda bench: run_time((SAMLING, "status", "--json"), bench),
    "samling log --limit 20": lambda bench: run_time((SAMLING, "log", "--limit", "20"), bench),
    "an action": _action,
    "samling groups draw": lambda bench: run_time((SAMLING, "groups", "draw", "--seed", "1"), bench),
}
