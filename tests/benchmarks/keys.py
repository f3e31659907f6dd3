"""How long it takes from a key to the changed picture."""

from __future__ import annotations

from itertools import count, cycle
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples
from benchmarks.measure import ECHO, around, key_to_picture
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

KEYS = 300


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a bare app's echo, the baseline of every window."""
    yield Figure(bare_echo(bench))


def bare_echo(bench: Bench) -> Samples:
    """Return what the terminal and Textual take by themselves."""
    keys = zip(cycle("ab"), count(1), strict=False)
    with Terminal(ECHO, env=around(bench)) as terminal:
        terminal.wait_for("ready")
        steps = ((key, f"{key} {number}") for key, number in keys)
        return Samples("a bare app's echo of a key", key_to_picture(terminal, steps, KEYS))
