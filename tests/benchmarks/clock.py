"""How late a displayed second is, and what showing it costs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples
from benchmarks.measure import ONE_HERTZ, around, lateness, processor_share
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 30
_TIME = re.compile(r"\d\d:\d\d:\d\d")


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure a bare app that shows the time once a second, the baseline of every clock."""
    with Terminal(ONE_HERTZ, env=around(bench)) as terminal:
        terminal.wait_for(_time_of_day)
        yield Figure(Samples("a bare one-hertz app's lateness", lateness(terminal, _time_of_day, SECONDS)))
        share = processor_share([terminal], SECONDS)
        yield Figure(Samples("a bare one-hertz app's processor time", share), is_share=True)


def _time_of_day(terminal: Terminal) -> str:
    found = _TIME.search(terminal.text)
    return found[0] if found else ""
