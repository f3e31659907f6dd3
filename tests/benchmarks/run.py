"""Measure samling and print the figures as a Markdown table.

    .venv/bin/python tests/benchmarks/run.py [NAME ...] [--database new|grown] [--write README.md]

NAME is one of the modules below; without any, all are run, first with a new database and then with one that has ten
years in it (400 gatherings of 60 teams): nothing may grow with what is over. Each figure stands beside a baseline that
was measured in turn with it. Leave the machine alone meanwhile: all of it takes about half an hour.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from benchmarks.figure import Bench

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "end-to-end")]

OF_THE_FILE = ("start_up", "keys", "clock", "across", "commit", "growth")
"""What could grow with the database; the rest is measured once, with the new one."""

NAMES = (*OF_THE_FILE, "groups", "proposals", "qr", "survey", "pitches", "scoring", "judges")
DATABASES = ("new", "grown")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Measure samling and print the figures as a Markdown table.")
    parser.add_argument(
        "names", metavar="NAME", nargs="*", help=f"what to measure: {', '.join(NAMES)}; all if left out"
    )
    parser.add_argument("--database", choices=DATABASES, help="with this database only")
    parser.add_argument("--write", type=Path, metavar="FILE", help="put the table in FILE, between its marks, as well")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(NAMES):
        parser.error(f"there is no figure {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if arguments.write and not is_marked(arguments.write.read_text(encoding="utf-8")):
        parser.error(f"{arguments.write} has no lines {BEGIN} and {END}")

    sys.setswitchinterval(0.0005)  # the thread that notes when output came must not wait for the one that reads it
    lines = []
    with tempfile.TemporaryDirectory() as folder:
        for line in table(Path(folder), arguments.names, [arguments.database] if arguments.database else DATABASES):
            print(line, flush=True)
            lines.append(line)
    if arguments.write:
        arguments.write.write_text(written(arguments.write.read_text(encoding="utf-8"), lines), encoding="utf-8")


def table(folder: Path, names: Sequence[str], kinds: Sequence[str]) -> Iterator[str]:
    """Yield the lines of the table: the machine, the head, and each row as soon as it is measured."""
    from benchmarks import databases
    from benchmarks.figure import HEAD, Bench

    yield from (machine(), "", *HEAD)
    for kind in kinds:
        bench = Bench(folder, getattr(databases, kind)(folder), kind)
        for name in names or (NAMES if kind == kinds[0] else OF_THE_FILE):
            yield from rows(name, bench)


def rows(name: str, bench: Bench) -> Iterator[str]:
    """Yield the rows of one module. What cannot be measured is a row too: the rest must not be lost with it."""
    from benchmarks.figure import as_row

    try:
        for figure in import_module(f"benchmarks.{name}").figures(bench):
            yield as_row(figure, bench)
    except (AssertionError, OSError) as fault:
        first, *_rest = str(fault).splitlines() or [type(fault).__name__]
        yield f"| {name} | {bench.kind} |  |  |  |  |  |  |  |  | **not measured**: {first} |"


def machine() -> str:
    """Say what the figures were measured on."""
    from importlib.metadata import version

    return (
        f"samling {version('samling')}, Textual {version('textual')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}, {os.cpu_count()} cores ({processor() or platform.machine()})"
    )


def processor() -> str:
    """The processor's name, where the system tells it."""
    try:
        found = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in found if line.startswith("model name")), "")


def is_marked(text: str) -> bool:
    """Whether a text has the place for the table."""
    return 0 <= text.find(BEGIN) < text.find(END)


def written(text: str, lines: Sequence[str]) -> str:
    """Return a text with the table in its place."""
    before, _begin, rest = text.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return "\n".join([before + BEGIN, *lines, END + after])


if __name__ == "__main__":
    main()
