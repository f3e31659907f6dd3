"""`samling groups`: who sits with whom. Here the commands that need no gathering, for files of people."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from random import Random
from time import perf_counter
from typing import TYPE_CHECKING, Any

import click

from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.grouping.instance import Instance
    from samling.domain.grouping.solve import Draw

LARGEST_FILE = 20_000_000


@click.group(help=_("Sharing groups: who sits with whom, so that nobody meets the same people again."))
def groups() -> None:
    """Handle sharing groups."""


@groups.command(help=_("Draw groups for people in a file: a JSON instance, or a CSV with a heading row."))
@click.argument("file", metavar="INSTANCE.json|PEOPLE.csv", type=click.Path(path_type=Path))
@click.option("--tables", type=click.IntRange(1, 1000), help=_("So many tables."))
@click.option("--size", type=click.IntRange(1, 1000), help=_("About so many people at each table."))
@click.option("--rounds", type=click.IntRange(1, 200), help=_("So many rounds; 1 if the file says nothing."))
@click.option("--seed", type=int, default=0, show_default=True, help=_("The same seed gives the same draw."))
@click.option(
    "--effort", type=click.IntRange(1, 1000), default=1, show_default=True, help=_("Search so many times as long.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def solve(
    file: Path, tables: int | None, size: int | None, rounds: int | None, seed: int, effort: int, as_json: bool
) -> int:
    """Draw groups for people in a file."""
    from samling.domain.errors import N_, WrongUsage
    from samling.domain.grouping import exchange
    from samling.domain.grouping.solve import Clashing
    from samling.domain.grouping.solve import solve as draw

    if tables and size:
        raise WrongUsage(N_("Give --tables or --size, not both."))
    instance, names = exchange.instance_from(_read(file), str(file), tables=tables, size=size, rounds=rounds)
    started = perf_counter()
    try:
        drawn = draw(instance, Random(seed), effort)
    except Clashing as clashing:
        if not as_json:
            raise
        _print_json(exchange.infeasible(clashing.pins))
        return 1
    if as_json:
        _print_json(exchange.answer(drawn, names, seed, round(perf_counter() - started, 3)))
    return 0


def _read(file: Path) -> object:
    return json.loads(file.read_text(encoding="utf-8-sig"))


def _print_json(answer: object) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False))
