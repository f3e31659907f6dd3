"""How fast judges' sheets go in from many processes at once, how soon they are seen, and how fast they are counted."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import judge_process
from benchmarks.figure import Bench, Figure, Samples, at_most, within
from samling.clock import true_now
from samling.content.forms import find_form
from samling.domain.pitching import jury
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.paper import Typed
from samling.domain.team import Team
from samling.session import Session
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator

JUDGES = 12
TEAMS = 20
MANY_TEAMS = 60
COUNTS = 20
SEEN_SECONDS = 0.15


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure twelve judges at once, a sheet that another connection sees, and the result of a large gathering."""
    yield _at_once(bench)
    yield _seen(bench)
    yield from _counted(bench)


def _made(bench: Bench, name: str, teams: int) -> tuple[Session, Path]:
    """Add teams, twelve judges and the standard form (six criteria) to the gathering in use."""
    bench = bench.copy(name)
    session = Session(Database(bench.database), true_now, "benchmark")
    session.do(
        "team-import", teams=tuple(Team(f"Team {number}", f"Sykehus {number}") for number in range(1, teams + 1))
    )
    session.do("pitch-form", form=find_form("standard").en)
    session.do("pitch-draw", seed=1)
    for number in range(1, JUDGES + 1):
        session.do("judge-add", judge=Judge(f"Judge {number}"))
    return session, bench.database


def _at_once(bench: Bench) -> Figure:
    """Let twelve processes fill in all their sheets as fast as they can; a sample is one score of one of them."""
    session, path = _made(bench, "at-once", TEAMS)
    around = {**os.environ, "PYTHONPATH": str(Path(judge_process.__file__).parent)}
    processes = [
        subprocess.Popen(
            [sys.executable, judge_process.__file__, str(path), str(number), str(TEAMS)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=around,
        )
        for number in range(1, JUDGES + 1)
    ]  # fmt: skip
    for each in processes:
        each.stdout.readline()  # type: ignore[union-attr]
    for each in processes:
        each.stdin.write("\n")  # type: ignore[union-attr]
        each.stdin.flush()  # type: ignore[union-attr]
    told = [each.communicate() for each in processes]
    seconds = [float(out.split()[-1]) for out, _err in told if "done" in out]
    faults = [err.strip().splitlines()[-1] for _out, err in told if err] + _lost(session)
    session.close()
    name = f"{JUDGES} judges x {TEAMS} teams x 6 criteria, {JUDGES} processes: one score"
    return Figure(Samples(name, [each / (TEAMS * 7) for each in seconds] or [0.0]), fault="; ".join(faults[:3]))


def _lost(session: Session) -> list[str]:
    """What is not in the file as every judge's process wrote it."""
    criteria = [each.id for each in session.pitching().forms[-1].form.criteria]
    wrong = [
        f"judge {of.judge_id}"
        for of in session.jury()
        if {sheet.team_id: dict(sheet.values) for sheet in of.sheets if not sheet.is_draft}
        != {
            team_id: {name: judge_process.score(of.judge_id, team_id, number) for number, name in enumerate(criteria)}
            for team_id in range(1, TEAMS + 1)
        }
        or len(of.sheets) != TEAMS
    ]
    return [f"{each}: sheets lost or doubled" for each in wrong]


def _seen(bench: Bench) -> Figure:
    """Submit sheets here; measure until another connection has read that they are in."""
    session, path = _made(bench, "seen", TEAMS)
    other = Session(Database(path), true_now, "control")
    other.changed()
    taken = []
    for team_id in range(1, TEAMS + 1):
        for judge_id in range(1, JUDGES + 1):
            scores = dict.fromkeys((each.id for each in session.pitching().forms[-1].form.criteria), 3)
            started = time.perf_counter()
            session.do("sheet-type", judge_id=judge_id, typed=Typed(judge_id, team_id, scores))
            while not other.changed():
                pass
            come = {(each.judge_id, each.team_id) for each in other.pitching().deliveries if each.submitted}
            assert (judge_id, team_id) in come
            taken.append(time.perf_counter() - started)
    session.close()
    other.close()
    return Figure(Samples("a sheet submitted, and read by another connection", taken), aim=within(SEEN_SECONDS))


def _counted(bench: Bench) -> Iterator[Figure]:
    """Count 60 teams x 12 judges x 6 criteria, complete and with sheets missing, read from the file and in memory."""
    session, _path = _made(bench, "counted", MANY_TEAMS)
    draw = Random(1)
    criteria = [each.id for each in session.pitching().forms[-1].form.criteria]
    for judge_id in range(1, JUDGES + 1):
        for team_id in range(1, MANY_TEAMS + 1):
            scores = {name: draw.randint(1, 5) for name in criteria}
            session.do("sheet-type", judge_id=judge_id, typed=Typed(judge_id, team_id, scores))
    yield _results(session, "complete")
    for judge_id in range(1, JUDGES + 1):
        session.do("judge-recuse", judge_id=judge_id, team_id=judge_id * 4)
    yield _results(session, "with recusals")
    session.close()


def _results(session: Session, name: str) -> Figure:
    taken = []
    for _turn in range(COUNTS):
        started = time.perf_counter()
        sheets = session.jury()
        jury.counted(sheets[0].pitching, sheets)
        taken.append(time.perf_counter() - started)
    label = f"results of {MANY_TEAMS} x {JUDGES} x 6, {name}"
    return Figure(Samples(label, taken), aim=at_most(0.1, 0.2))
