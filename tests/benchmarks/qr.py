"""How long it takes from a key to a code on the screen, and to set codes on paper."""

from __future__ import annotations

import sys
import time
from itertools import count, cycle
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, at_most, within
from benchmarks.measure import BASELINES, ECHO, around, keys_in_turn
from samling.codes.sheets import Card, pdf
from samling.domain.link import checked
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.codes.sheets import Layout

KEYS = 100
SIZE = (120, 42)
CODES = (sys.executable, str(BASELINES / "code.py"))
SHEETS = 500
RUNS = 5


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a code that takes the place of another, in turn with a bare app's echo; and 500 codes in one PDF."""
    yield _keys(bench)
    yield _paper("sheets")
    yield _paper("cards")


def _keys(bench: Bench) -> Figure:
    name = "a code on the screen"
    with (
        Terminal(ECHO, size=SIZE, env=around(bench)) as echo,
        Terminal(CODES, size=SIZE, env=around(bench)) as codes,
    ):
        echo.wait_for("ready")
        codes.wait_for("/a/0")
        echoes = ((key, f"{key} {number}") for key, number in zip(cycle("ab"), count(1), strict=False))
        links = (("x", f"/a/{number}") for number in count(1))
        taken = keys_in_turn({name: (codes, links), "a bare app's echo": (echo, echoes)}, KEYS)
    samples, baseline = (Samples(each, values) for each, values in taken.items())
    return Figure(samples, baseline, within(0.05))


def _paper(layout: Layout) -> Figure:
    """Set 500 different codes, with all that it takes."""
    links = [checked("https://nettskjema.no/a/48211", [("bord", str(table))]) for table in range(SHEETS)]
    cards = [Card(f"Evaluering – bord {table}", link.payload, link.text) for table, link in enumerate(links)]
    taken = []
    for _ in range(RUNS):
        started = time.perf_counter()
        pdf(cards, layout)
        taken.append(time.perf_counter() - started)
    return Figure(Samples(f"{SHEETS} codes as {layout} in one PDF", taken), aim=at_most(5, 5))
