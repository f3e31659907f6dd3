"""How long it takes from a key to the changed picture."""

from __future__ import annotations

import re
from itertools import count, cycle
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, within_baseline_plus
from benchmarks.measure import ECHO, SAMLING, around, keys_in_turn, picture_of_change
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

KEYS = 200
SIZE = (120, 40)
_AIM = within_baseline_plus(0.01)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure keys that change the day, and one that changes the picture alone, in turn with a bare app's echo."""
    control, timer = (SAMLING,), (SAMLING, "timer")
    yield _keys(bench, "control window: + or −", control, cycle("+-"), reading(r"ends (\d\d:\d\d)"))
    yield _keys(bench, "control window: p", control, cycle("p"), reading(r"(Paused|Running)"))
    walk = cycle(["down"] * 9 + ["up"] * 9)
    yield _keys(bench, "control window: down or up", control, walk, reading(r"▌[►·‖✓×] +(\d+)"))
    yield _keys(bench, "timekeeper: + or −", timer, cycle("+-"), reading(r"done (\d\d:\d\d)"))
    yield _keys(bench, "timekeeper: p", timer, cycle("p"), reading(r" p (pause|go on)"))


def _keys(
    bench: Bench, name: str, command: Sequence[str], keys: Iterable[str], shown: Callable[[Terminal], str]
) -> Figure:
    bench = bench.copy("keys")
    with (
        Terminal(ECHO, size=SIZE, env=around(bench)) as echo,
        Terminal(command, size=SIZE, env=around(bench)) as window,
    ):
        echo.wait_for("ready")
        window.wait_for(shown)
        echoes = ((key, f"{key} {number}") for key, number in zip(cycle("ab"), count(1), strict=False))
        steps = ((key, picture_of_change(window, shown)) for key in keys)
        taken = keys_in_turn({name: (window, steps), "a bare app's echo": (echo, echoes)}, KEYS)
    samples, baseline = (Samples(each, values) for each, values in taken.items())
    return Figure(samples, baseline, _AIM)


def reading(pattern: str) -> Callable[[Terminal], str]:
    """Return what reads the group of `pattern` from a picture, "" where it is not there."""
    known = re.compile(pattern)

    def shown(terminal: Terminal) -> str:
        found = known.search(terminal.text)
        return found[1] if found else ""

    return shown
