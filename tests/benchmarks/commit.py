"""What it costs to save: an action's commit against one flush of the disk."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from benchmarks.figure import Bench, Figure, Samples, at_most_times
from samling.clock import true_now
from samling.session import Session
from samling.store.database import Database

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

ACTIONS = 1000
_PAGE = bytes(4096)


class TimedDatabase(Database):
    """A database that notes how long each COMMIT took."""

    def __init__(self, path: Path) -> None:
        self.commits: list[float] = []
        super().__init__(path)

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run a statement, with an eye on the clock."""
        started = time.perf_counter()
        super().execute(sql, parameters)
        if sql == "COMMIT":
            self.commits.append(time.perf_counter() - started)


def figures(bench: Bench) -> Iterator[Figure]:
    """Measure actions, their commits, and one page written and flushed beside the database, in turn."""
    bench = bench.copy("commit")
    database = TimedDatabase(bench.database)
    session = Session(database, true_now, "benchmark")
    actions, flushes = [], []
    with (bench.folder / "flushed").open("wb", buffering=0) as file:
        file.write(_PAGE * 1024)
        os.fsync(file.fileno())
        for turn in range(ACTIONS):
            started = time.perf_counter()
            session.do("extend", seconds=60 if turn % 2 else -60)
            actions.append(time.perf_counter() - started)
            flushes.append(_flush(file.fileno(), turn % 1024))
    session.close()
    one_flush = Samples("write a page + fdatasync", flushes)
    yield Figure(Samples("an action's commit", database.commits), one_flush, at_most_times(2))
    yield Figure(Samples("an action as a whole", actions), one_flush)


def _flush(file: int, page: int) -> float:
    flush = getattr(os, "fdatasync", os.fsync)
    started = time.perf_counter()
    os.lseek(file, page * len(_PAGE), os.SEEK_SET)
    os.write(file, _PAGE)
    flush(file)
    return time.perf_counter() - started
