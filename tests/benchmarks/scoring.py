"""How long a result takes, and how long it takes to say how sure it is.

    .venv/bin/python tests/benchmarks/scoring.py [--times N]

One row a jury: sheets made by chance from a seed, complete or with a tenth of them missing. "result" is everything that
the facilitator is told except how sure it is; "with how sure" is all of it: every jury counted out up to six judges, a
fixed number drawn above that.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING

from samling.domain.scoring.result import Judging, result

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figure import Bench, Figure

CASES = ((20, 6, 0.0), (60, 6, 0.0), (60, 6, 0.1), (60, 12, 0.0), (60, 12, 0.1))
SEED = 1
WEIGHTS = {"problem": 20, "change": 20, "result": 25, "lasting": 15, "involvement": 10, "delivery": 10}
HEAD = (
    "| jury | result, median | slowest | with how sure, median | slowest |",
    "| --- | ---: | ---: | ---: | ---: |",
)


def judging(teams: int, judges: int, missing: float) -> Judging:
    """Return sheets of six criteria, each team's better or worse in all and each judge's stricter or milder."""
    from juries import form

    rng = Random(SEED)
    merit = [rng.gauss(3, 0.6) for _team in range(teams)]
    mildness = [rng.gauss(0, 0.4) for _judge in range(judges)]

    def score(judge: int, team: int) -> int:
        return max(1, min(5, round(rng.gauss(merit[team] + mildness[judge], 0.7))))

    return Judging(
        form(WEIGHTS, tuple(WEIGHTS)),
        tuple(range(teams)),
        tuple(range(judges)),
        {
            judge: {
                team: {each: score(judge, team) for each in WEIGHTS} for team in range(teams) if rng.random() >= missing
            }
            for judge in range(judges)
        },
    )


def seconds(given: Judging, times: int, seed: int | None) -> list[float]:
    """Return how long each of so many results took; without a seed, nothing is said of how sure it is."""
    taken = []
    for _time in range(times):
        started = time.perf_counter()
        result(given, None if seed is None else Random(seed))
        taken.append(time.perf_counter() - started)
    return taken


def measured(times: int) -> Iterator[tuple[str, list[float], list[float]]]:
    """Yield the name of each jury, and its times without and with how sure the first place is."""
    for teams, judges, missing in CASES:
        given = judging(teams, judges, missing)
        lacking = f"{missing:.0%} missing" if missing else "complete"
        name = f"{teams} teams x {judges} judges x 6 criteria, {lacking}"
        yield name, seconds(given, times, None), seconds(given, times, SEED)


def figures(_bench: Bench) -> Iterator[Figure]:
    """The juries that have a time to keep, as rows of tests/benchmarks/run.py."""
    from benchmarks.figure import Figure, Samples, within

    for name, alone, sure in measured(20):
        yield Figure(Samples(f"result {name}", alone), aim=within(0.1))
        yield Figure(Samples(f"result and how sure {name}", sure), aim=within(1.0))


def main() -> None:
    """Measure every jury."""
    parser = argparse.ArgumentParser(description="Measure results and print the figures as a Markdown table.")
    parser.add_argument("--times", type=int, default=20)
    asked = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.run import machine

    print(machine(), "", *HEAD, sep="\n", flush=True)
    for name, alone, sure in measured(asked.times):
        cells = (f"{1000 * each:.0f} ms" for taken in (alone, sure) for each in (median(taken), max(taken)))
        print(f"| {name} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
