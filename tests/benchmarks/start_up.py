"""How long it takes until there is an answer or a picture."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from benchmarks.figure import Aim, Bench, Figure, Samples, at_most_times
from benchmarks.measure import ECHO, SAMLING, figures_of, first_picture, in_turn, run_time

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from terminal import Terminal

RUNS = 30
COMMANDS = (
    ("samling --help", (SAMLING, "--help"), "import click", at_most_times(1.6)),
    ("samling status --json", (SAMLING, "status", "--json"), "import click", at_most_times(3)),
)
TEXTUAL = "import textual.app"


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure headless commands against the library they are built of, and pictures against Textual alone."""
    for name, command, baseline, aim in COMMANDS:
        yield _against_import(name, lambda command=command: run_time(command, bench), baseline, aim, bench)  # type: ignore[misc]
    aim = at_most_times(1.5)
    yield _against_picture("a bare app's first picture", ECHO, "ready", None, bench)
    yield _against_picture("the control window's first full picture", (SAMLING,), is_full_desk, aim, bench)
    yield _against_picture("the projector's first full picture", (SAMLING, "screen"), _is_full_stage, None, bench)
    yield _against_picture("the timekeeper's first full picture", (SAMLING, "timer"), _is_full_timer, None, bench)


def _against_picture(
    name: str, command: Sequence[str], sign: str | Callable[[Terminal], object], aim: Aim | None, bench: Bench
) -> Figure:
    return _against_import(name, lambda: first_picture(command, sign, bench), TEXTUAL, aim, bench)


def _against_import(name: str, measure: Callable[[], float], baseline: str, aim: Aim | None, bench: Bench) -> Figure:
    taken = in_turn(
        {name: measure, baseline: lambda: run_time((sys.executable, "-c", baseline), bench)},
        RUNS,
    )
    return Figure(Samples(name, taken[name]), Samples(baseline, taken[baseline]), aim)


def is_full_desk(terminal: Terminal) -> bool:
    """Whether every part of the desk is there: head, figure, words, the last block, what comes next, the keys."""
    text = terminal.text
    parts = ("Fjordhelse", "done ", " gone of ", "Planlegge veien videre", "Next ", "? Help")
    return all(each in text for each in parts) and bool(figures_of(terminal))


def _is_full_stage(terminal: Terminal) -> bool:
    return "Fjordhelse" in terminal.text and "─" in terminal.text and bool(figures_of(terminal))


def _is_full_timer(terminal: Terminal) -> bool:
    return _is_full_stage(terminal) and "done " in terminal.text and "Space" in terminal.text
