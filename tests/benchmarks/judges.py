"""How long it takes from a judge's key to the changed picture, with twelve judges' windows open on the file."""

from __future__ import annotations

import re
from contextlib import ExitStack
from itertools import cycle
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, within
from benchmarks.measure import ECHO, SAMLING, around, idle, keys_in_turn, picture_of_change
from samling.clock import true_now
from samling.content.form_file import load_form
from samling.content.places import shipped
from samling.domain.pitching.judge import Judge
from samling.domain.team import Team
from samling.session import Session
from samling.store.database import Database
from terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

JUDGES, TEAMS = 12, 20
KEYS = 60
"""Keys in each window."""

SIZE = (80, 24)
_AIM = within(0.05)
_GIVEN = re.compile(r"\[(\d)\]")


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure scores given in all windows in turn, so that each window reads what eleven others write meanwhile."""
    bench = bench.copy("judges")
    _prepare(bench)
    with ExitStack() as stack:
        windows = [
            stack.enter_context(
                Terminal((SAMLING, "judge", "--name", f"Judge {number:02}"), size=SIZE, env=around(bench))
            )
            for number in range(1, JUDGES + 1)
        ]
        echo = stack.enter_context(Terminal(ECHO, size=SIZE, env=around(bench)))
        echo.wait_for("ready")
        for window in windows:
            window.wait_for("Delivery")
        idle(windows[0], 2)
        typists = {f"judge {number}": (window, _scores(window)) for number, window in enumerate(windows, start=1)}
        echoes = ((key, f"{key} {number}") for number, key in enumerate(cycle("ab"), start=1))
        taken = keys_in_turn({**typists, "echo": (echo, echoes)}, KEYS)
    baseline = Samples("a bare app's echo", taken.pop("echo"))
    name = f"judge's window, {JUDGES} of them open: a score"
    yield Figure(Samples(name, [each for values in taken.values() for each in values]), baseline, _AIM)


def _prepare(bench: Bench) -> None:
    """Make pitches with teams and judges, one team on the stage."""
    session = Session(Database(bench.database), true_now, "benchmark")
    session.do(
        "team-import", teams=tuple(Team(f"Team {number}", f"Sykehus {number}") for number in range(1, TEAMS + 1))
    )
    for number in range(1, JUDGES + 1):
        session.do("judge-add", judge=Judge(f"Judge {number:02}"))
    session.do("pitch-form", form=load_form(shipped("data", "scoring", "standard.toml")).en)
    session.do("pitch-draw", seed=1)
    session.do("pitch-start")
    session.close()


def _scores(window: Terminal) -> Iterator[tuple[str, Callable[[Terminal], object]]]:
    """Yield scores, each with the sign that it stands in the picture; from the last row back to the first."""
    for score in cycle("4253142513"):
        if len(_GIVEN.findall(window.text)) == 6:
            window.press("u")
            idle(window, 0.05)
        yield score, picture_of_change(window, _given)


def _given(window: Terminal) -> str:
    return "".join(_GIVEN.findall(window.text))
