"""How long it takes until there is an answer or a picture."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.figure import Aim, Bench, Figure, Samples, at_most_times
from benchmarks.measure import ECHO, SAMLING, first_picture, in_turn, run_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUNS = 30
COMMANDS = (
    ("samling --help", (SAMLING, "--help"), "import click", at_most_times(1.6)),
    ("samling status --json", (SAMLING, "status", "--json"), "import click", at_most_times(3)),
)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure headless commands against the library they are built of, and pictures against Textual alone."""
    for name, command, baseline, aim in COMMANDS:
        yield _against_import(name, command, baseline, aim, bench)
    taken = in_turn(
        {
            "a bare app's first picture": lambda: first_picture(ECHO, "ready", bench),
            "import textual.app": lambda: run_time((sys.executable, "-c", "import textual.app"), bench),
        },
        RUNS,
    )
    picture, baseline_ = (Samples(name, values) for name, values in taken.items())
    yield Figure(picture, baseline_)


def _against_import(name: str, command: Sequence[str], baseline: str, aim: Aim, bench: Bench) -> Figure:
    taken = in_turn(
        {
            name: lambda: run_time(command, bench),
            baseline: lambda: run_time((sys.executable, "-c", baseline), bench),
        },
        RUNS,
    )
    return Figure(Samples(name, taken[name]), Samples(baseline, taken[baseline]), aim)
