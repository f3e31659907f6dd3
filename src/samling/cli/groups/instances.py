"""`samling groups solve` and `repair-instance`: the engine alone, for files of people. They need no gathering."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.reading import parse_json, read_text, warn_of
from samling.domain.errors import N_, WrongUsage
from samling.domain.reader import strange_keys
from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samling.domain.grouping.exchange_repair import Label
    from samling.domain.grouping.instance import Instance, Schedule
    from samling.domain.grouping.pins import Pin
    from samling.domain.grouping.repair import Repair
    from samling.domain.grouping.solve import Draw

_WIDTH = 100


@click.command(
    help=_(
        "Draw groups for the people in a file: a spreadsheet (.csv, .xlsx, .ods) with one row a person, or a JSON "
        "instance."
    ),
    epilog=example("samling groups solve people.csv --size 5 --rounds 3"),
)
@click.argument("file", metavar="INSTANCE.json|PEOPLE.csv", type=click.Path(path_type=Path))
@click.option("--tables", type=click.IntRange(1, 1000), help=_("So many tables."))
@click.option("--size", type=click.IntRange(1, 1000), help=_("About so many people at each table."))
@click.option("--rounds", type=click.IntRange(1, 200), help=_("So many rounds; one if the file does not say."))
@click.option("--seed", type=click.IntRange(0), default=0, show_default=True, help=_("Another seed, another draw."))
@click.option("--effort", type=click.IntRange(1, 1000), default=1, help=_("Search so many times as long."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def solve(
    *, file: Path, tables: int | None, size: int | None, rounds: int | None, seed: int, effort: int, as_json: bool
) -> int:
    """Draw groups for the people in a file."""
    from random import Random
    from time import perf_counter

    from samling.domain.grouping import exchange
    from samling.domain.grouping.solve import Clashing
    from samling.domain.grouping.solve import solve as draw
    from samling.wording import say

    if tables and size:
        raise WrongUsage(N_("Give --tables or --size, not both."))
    instance, names = _instance(file, tables, size, rounds)
    started = perf_counter()
    try:
        drawn = draw(instance, Random(seed), effort)
    except Clashing as clashing:
        if not as_json:
            click.echo("\n".join([say(clashing), *_clash_lines(clashing.pins, names)]), err=True)
            return 1
        _print_json(exchange.infeasible(clashing.pins))
        return 1
    if as_json:
        _print_json(exchange.answer(drawn, names, seed, round(perf_counter() - started, 3)))
    else:
        click.echo("\n".join(_draw_lines(instance, drawn, names)))
    return 0


@click.command(
    "repair-instance",
    help=_(
        "Seat people anew after somebody left or came late: few moves first. The file says who sat where, who is "
        "absent, who is late, and how many a table takes."
    ),
    epilog=example("samling groups repair-instance changed.json --json"),
)
@click.argument("file", metavar="FILE.json", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def repair_instance(file: Path, as_json: bool) -> int:
    """Seat people anew after somebody left or came late."""
    from samling.domain.errors import Refused
    from samling.domain.grouping import exchange_repair
    from samling.domain.grouping.repair import repair

    asked = parse_json(read_text(file), file)
    warn_of(strange_keys(asked, exchange_repair.KEYS))
    announced, labels = exchange_repair.repair_from(asked, str(file))
    try:
        found = repair(announced)
    except Refused:
        if as_json:
            _print_json({"infeasible": True, "conflict": []})
        raise
    if as_json:
        _print_json(exchange_repair.repaired(found, labels))
    else:
        click.echo("\n".join(_repair_lines(found, labels)))
    return 0


def _instance(file: Path, tables: int | None, size: int | None, rounds: int | None) -> tuple[Instance, tuple[str, ...]]:
    """Read a file of people, JSON or a spreadsheet by what is in it."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.grouping import exchange, people

    contents = read_bytes(file)
    if file.suffix.casefold() == ".json" or contents.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        found = parse_json(read_text(file), file)
        warn_of(strange_keys(found, exchange.KEYS))
        return exchange.instance_from(found, str(file), tables=tables, size=size, rounds=rounds)
    if not tables and not size:
        raise WrongUsage(N_("Say how many groups to make: --tables N or --size N."))
    sheet = read_sheets(contents, str(file))[0]
    return people.people_from(sheet, str(file), tables=tables, size=size, rounds=rounds)


# --- Writing ---------------------------------------------------------------------------------------------------------


def _print_json(answer: object) -> None:
    click.echo(json.dumps(answer, ensure_ascii=False))


def _draw_lines(instance: Instance, drawn: Draw, names: Sequence[str]) -> Iterator[str]:
    for at, tables in enumerate(_named(drawn.schedule, names), start=1):
        if len(drawn.schedule) > 1:
            yield _("Round {number}").format(number=at)
        yield from _table_lines(tables)
        yield ""
    yield from claims(instance, drawn)


def _named(schedule: Schedule, names: Sequence[str]) -> list[list[list[str]]]:
    """Return a schedule with everybody by name (or number), safe to show."""
    from samling.content.faults import plain

    shown = [plain(name) for name in names]
    return [[[shown[each] if shown else str(each) for each in table] for table in tables] for tables in schedule]


def _table_lines(tables: Iterable[Sequence[str]]) -> Iterator[str]:
    for number, table in enumerate(tables, start=1):
        head = f"  {_('Table {number}').format(number=number):<10}"
        yield textwrap.fill(
            " · ".join(table) or "–", _WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
            break_on_hyphens=False, break_long_words=False,
        )  # fmt: skip


def claims(instance: Instance, drawn: Draw) -> Iterator[str]:
    """Say how good a draw is, and no more than is proved."""
    from samling.domain.seating import words
    from samling.domain.seating.claims import claim_of

    claim = claim_of(drawn.score, drawn.bounds)
    return words.claims(claim, _, apart=bool(instance.apart), balance=bool(instance.balance))


def _clash_lines(pins: Sequence[Pin], names: Sequence[str]) -> Iterator[str]:
    from samling.content.faults import plain

    for pin in pins:
        people = [plain(names[each]) if names else str(each) for each in pin.people]
        if pin.table is not None:
            yield _("{person} at table {table}").format(person=people[0], table=pin.table + 1)
        elif pin.kind == "together":
            yield _("{one} and {other} together").format(one=people[0], other=people[1])
        else:
            yield _("{one} and {other} never together").format(one=people[0], other=people[1])


def _repair_lines(found: Repair, labels: Sequence[Label]) -> Iterator[str]:
    from samling.content.faults import plain

    yield from _table_lines([[plain(str(labels[each])) for each in table] for table in found.tables])
    yield ""
    for move in found.moves:
        person = plain(str(labels[move.person]))
        if move.origin is None:
            yield _("{person} goes to {goal}").format(person=person, goal=_table(move.goal))
        else:
            yield _("{person} moves from {origin} to {goal}").format(
                person=person, origin=_table(move.origin), goal=_table(move.goal)
            )
    moves = ngettext("{count} person moves", "{count} people move", found.cost.moves)
    again = ngettext("{count} pair has met before", "{count} pairs have met before", found.cost.repeats)
    said = _("{moves}, {again}: it cannot be done with less.") if found.is_proved else _("{moves}, {again}.")
    yield said.format(moves=moves, again=again)


def _table(at: int) -> str:
    return _("table {number}").format(number=at + 1)
