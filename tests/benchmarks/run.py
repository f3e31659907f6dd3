"""Measure samling and print the figures as a Markdown table.

    .venv/bin/python tests/benchmarks/run.py [NAME ...] [--database new|grown]

NAME is one of the modules below; without any, all are run, first with a new database and then with one that has 200
gatherings and 5,000 log rows in it: nothing may grow with what is over. Each figure stands beside a baseline that was
measured in turn with it. Leave the machine alone meanwhile.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib import import_module
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(TESTS / "end-to-end")]

NAMES = ("start_up", "keys", "clock", "across", "commit", "proposals", "qr", "survey", "pitches", "judges")
DATABASES = ("new", "grown")


def main() -> None:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Measure samling and print the figures as a Markdown table.")
    parser.add_argument(
        "names", metavar="NAME", nargs="*", help=f"what to measure: {', '.join(NAMES)}; all if left out"
    )
    parser.add_argument("--database", choices=DATABASES, help="with this database only")
    arguments = parser.parse_args()
    if unknown := set(arguments.names) - set(NAMES):
        parser.error(f"there is no figure {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")

    from benchmarks import databases
    from benchmarks.figure import HEAD, Bench, as_row

    sys.setswitchinterval(0.0005)  # the thread that notes when output came must not wait for the one that reads it
    print(machine(), "", *HEAD, sep="\n", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        for kind in [arguments.database] if arguments.database else DATABASES:
            bench = Bench(Path(folder), getattr(databases, kind)(Path(folder)), kind)
            for name in arguments.names or NAMES:
                for figure in import_module(f"benchmarks.{name}").figures(bench):
                    print(as_row(figure, bench), flush=True)


def machine() -> str:
    """Say what the figures were measured on."""
    from importlib.metadata import version

    return (
        f"samling {version('samling')}, Textual {version('textual')}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.release()}, {os.cpu_count()} cores ({platform.machine()})"
    )


if __name__ == "__main__":
    main()
