"""How good and how fast draws are, on the instances that samling is held to, over ten seeds.

    .venv/bin/python tests/benchmarks/groups.py [INSTANCES.json] [--seeds N] [--only TEXT]

INSTANCES.json is a list in the format of `samling groups solve`; without it, the instances are made here. One row an
instance: the worst result and the median time of the seeds. "proved" counts the seeds whose draw is proved the best.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from random import Random
from statistics import median
from typing import TYPE_CHECKING, Any

from samling.domain.grouping.exchange import instance_from
from samling.domain.grouping.solve import solve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.figure import Bench, Figure
    from samling.domain.grouping.instance import Instance
    from samling.domain.grouping.solve import Draw

SEASONS = ((5, 3, 7), (6, 3, 8), (7, 4, 9), (8, 4, 7), (8, 4, 8), (8, 4, 9), (8, 4, 10), (10, 3, 13), (10, 3, 14))
HEAD = (
    "| instance | repeats | apart | balance | bound | proved | iterations | median | slowest |",
    "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
)


def instances() -> Iterator[dict[str, Any]]:
    """The draws that samling is held to: pairs, people of teams at mixed tables, and social golfers."""
    organisations = {"org": [team // 4 for team in range(16)]}
    yield {"id": "pairs16x4-4org", "n": 16, "rounds": 4, "sizes": [2] * 8, "attrs": organisations, "apart": ["org"]}
    yield {"id": "pairs15x4-trio", "n": 15, "rounds": 4, "sizes": [2] * 6 + [3]}
    yield {"id": "pairs60x10", "n": 60, "rounds": 10, "sizes": [2] * 30}
    met = {f"{one},{other}": 1 for one in range(60) for other in range(one) if (one * other) % 3}
    yield {"id": "pairs60, one round, half have met", "n": 60, "rounds": 1, "sizes": [2] * 30, "history": met}
    met = {f"{one},{other}": 1 for one in range(15) for other in range(one) if (one + other) % 7}
    yield {"id": "pairs15, one round, most have met", "n": 15, "rounds": 1, "sizes": [2] * 6 + [3], "history": met}
    yield {"id": "mixed30-6x5x4", "n": 30, "rounds": 4, "sizes": [5] * 6}
    for people, tables in ((60, 10), (150, 25)):
        attributes = {"team": [each // 5 for each in range(people)], "prof": [each % 5 for each in range(people)]}
        yield {
            "id": f"mixed{people}-{people // 5}teams-{tables}x6x4", "n": people, "rounds": 4, "sizes": [6] * tables,
            "attrs": attributes, "apart": ["team"], "balance": ["prof"],
        }  # fmt: skip
    yield {"id": "mixed31, tables of 6 and 7", "n": 31, "rounds": 4, "sizes": [6, 6, 6, 6, 7]}
    for tables, size, rounds in SEASONS:
        yield {"id": f"sgp-{tables}-{size}-{rounds}", "n": tables * size, "rounds": rounds, "sizes": [size] * tables}


def figures(_bench: Bench) -> Iterator[Figure]:
    """The draws that have a time to keep, as rows of tests/benchmarks/run.py."""
    from benchmarks.figure import Figure, Samples, at_most

    aims = {"mixed60": 3.0, "mixed150": 2.0, "pairs60, one round": 0.2}
    for found in instances():
        aim = next((seconds for name, seconds in aims.items() if found["id"].startswith(name)), None)
        if aim is not None:
            seconds = [_timed(instance_from(found, found["id"])[0], seed)[1] for seed in range(10)]
            yield Figure(Samples(f"draw {found['id']}", seconds), aim=at_most(aim, 2 * aim))


def main() -> None:
    """Draw every instance with every seed."""
    parser = argparse.ArgumentParser(description="Measure draws and print the figures as a Markdown table.")
    parser.add_argument("file", nargs="?", type=Path, help="instances as a JSON list")
    parser.add_argument("--seeds", type=int, default=10)
    parser.add_argument("--only", default="", help="only instances whose id holds this")
    asked = parser.parse_args()
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from benchmarks.run import machine

    print(machine(), "", *HEAD, sep="\n", flush=True)
    for found in json.loads(asked.file.read_text(encoding="utf-8")) if asked.file else instances():
        if asked.only in found["id"]:
            print(row(found["id"], instance_from(found, found["id"])[0], asked.seeds), flush=True)


def row(name: str, instance: Instance, seeds: int) -> str:
    """Draw an instance with each seed and write the row of the table."""
    draws, seconds = zip(*(_timed(instance, seed) for seed in range(seeds)), strict=True)
    scores = [draw.score for draw in draws]
    cells = [
        name,
        *(str(max(getattr(score, goal) for score in scores)) for goal in ("repeats", "apart", "balance")),
        str(draws[0].bounds.repeats),
        f"{sum(draw.is_proved for draw in draws)} of {seeds}",
        f"{median(draw.iterations for draw in draws):,.0f}",
        f"{median(seconds):.2f} s",
        f"{max(seconds):.2f} s",
    ]
    return f"| {' | '.join(cells)} |"


def _timed(instance: Instance, seed: int) -> tuple[Draw, float]:
    started = time.perf_counter()
    drawn = solve(instance, Random(seed))
    return drawn, time.perf_counter() - started


if __name__ == "__main__":
    main()
