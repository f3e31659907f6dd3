"""A measured figure: its samples, those of its baseline from the same run, and what is aimed at."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Bench:
    """Where figures are measured: a folder that is home and workshop, and a database with a day under way in it."""

    folder: Path
    database: Path
    kind: str

    def copy(self, name: str) -> Bench:
        """Return the same bench with a copy of its database: what one measure does to it, the next does not see."""
        copied = self.folder / f"{self.kind}-{name}.db"
        for left in ("-wal", "-shm"):  # of a window that was hung up on: it would be read with the copy
            copied.with_name(copied.name + left).unlink(missing_ok=True)
        shutil.copyfile(self.database, copied)
        return replace(self, database=copied)


@dataclass(frozen=True, slots=True)
class Samples:
    """What was measured, under its name, in seconds (or a share, for processor time)."""

    name: str
    values: Sequence[float]

    @property
    def median(self) -> float:
        """The middle value."""
        return median(self.values)

    @property
    def p99(self) -> float:
        """The value that one in a hundred exceeds; with few samples the greatest."""
        if len(self.values) < 100:
            return max(self.values)
        return quantiles(self.values, n=100)[98]


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should be: in words, and as a question about the figure."""

    words: str
    is_met: Callable[[Figure], bool]


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table."""

    samples: Samples
    baseline: Samples | None = None
    aim: Aim | None = None
    is_share: bool = False
    fault: str = ""
    """What went wrong beside the figures; the aim is not met then."""

    @property
    def ratio(self) -> float | None:
        """The median, in medians of the baseline."""
        return None if self.baseline is None else self.samples.median / self.baseline.median


def at_most_times(most: float) -> Aim:
    """Aim at a median of at most so many times the baseline's."""
    return Aim(f"≤ {most:g} ×", lambda figure: figure.ratio is not None and figure.ratio <= most)


def within_baseline_plus(seconds: float) -> Aim:
    """Aim at a 99th percentile that is at most so much above the baseline's."""
    return Aim(
        f"p99 ≤ baseline's + {seconds * 1000:g} ms",
        lambda figure: figure.baseline is not None and figure.samples.p99 <= figure.baseline.p99 + seconds,
    )


def at_most(median_seconds: float, p99_seconds: float) -> Aim:
    """Aim at a median and a 99th percentile."""
    return Aim(
        f"median ≤ {median_seconds * 1000:g} ms, p99 ≤ {p99_seconds * 1000:g} ms",
        lambda figure: figure.samples.median <= median_seconds and figure.samples.p99 <= p99_seconds,
    )


def within(p99_seconds: float) -> Aim:
    """Aim at a 99th percentile."""
    return Aim(f"p99 ≤ {p99_seconds * 1000:g} ms", lambda figure: figure.samples.p99 <= p99_seconds)


def at_most_times_and_share(most: float, share: float) -> Aim:
    """Aim at so many times the baseline's, and at less than a share of one core."""
    return Aim(
        f"≤ {most:g} ×, < {share:.0%}",
        lambda figure: figure.ratio is not None and figure.ratio <= most and figure.samples.median < share,
    )


HEAD = (
    "| figure | database | n | median | p99 | baseline | its median | its p99 | ratio | aim | met |",
    "| --- | --- | ---: | ---: | ---: | --- | ---: | ---: | ---: | --- | --- |",
)


def as_row(figure: Figure, bench: Bench) -> str:
    """Write a figure as a row of a Markdown table."""

    def said(value: float) -> str:
        return f"{value:.2%}" if figure.is_share else f"{value * 1000:.3g} ms" if value < 1 else f"{value:.2f} s"

    samples, baseline, aim, ratio = figure.samples, figure.baseline, figure.aim, figure.ratio
    cells = [
        samples.name,
        bench.kind,
        str(len(samples.values)),
        said(samples.median),
        said(samples.p99),
        *((baseline.name, said(baseline.median), said(baseline.p99)) if baseline else ("", "", "")),
        "" if ratio is None else f"{ratio:.2f}",
        *((aim.words, _met(figure, aim)) if aim else ("", figure.fault)),
    ]
    return f"| {' | '.join(cells)} |"


def _met(figure: Figure, aim: Aim) -> str:
    if figure.fault:
        return f"**no**: {figure.fault}"
    return "yes" if aim.is_met(figure) else "**no**"
