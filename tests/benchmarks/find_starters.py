"""Search base rounds for `samling.domain.grouping.known` and print them as they stand there.

    .venv/bin/python tests/benchmarks/find_starters.py TABLES SIZE ROUNDS [--seed N] [--swaps N]

It is the search that a draw makes by itself (`cyclic.seasons`), with more time.
"""

from __future__ import annotations

import argparse
from random import Random

from samling.domain.grouping.cyclic import starters, symmetries


def main() -> None:
    """Search the symmetries one after the other until one has base rounds."""
    parser = argparse.ArgumentParser(description="Search base rounds of equal tables in which nobody meets again.")
    for name in ("tables", "size", "rounds"):
        parser.add_argument(name, type=int)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--swaps", type=int, default=5_000_000, help="how many swaps each symmetry may take")
    asked = parser.parse_args()
    rng = Random(asked.seed)
    for symmetry, count in symmetries(asked.tables, asked.size, asked.rounds):
        for tried, base in starters(symmetry, asked.size, count, rng, asked.swaps):
            if base:
                print(f"({asked.tables}, {asked.size}): ({symmetry}, {tuple(base)}),  # {tried} swaps, {asked.seed=}")
                return
    print("none found")


if __name__ == "__main__":
    main()
