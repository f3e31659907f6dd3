"""`samling groups show` and `compare`: who sits with whom, why, and what may be said of it."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.groups.choosing import chosen, with_block, with_json, with_seating
from samling.cli.groups.plain import echo_json, member_json, seating_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.domain.seating.values import SeatingState
from samling.language import _
from samling.wording import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Seating, Table

_WIDTH = 100


@click.command(
    help=_("Show who sits with whom: the block's newest draft, else what is announced."),
    epilog=example("samling groups show --why"),
)
@click.option("--why", "with_reasons", is_flag=True, help=_("Say of each table why those sit together."))
@with_seating
@with_json
@pass_place
def show(place: Place, *, block: int | None, draft_id: int | None, with_reasons: bool, as_json: bool) -> None:
    """Show who sits with whom."""
    with place.session() as session:
        hall = session.hall()
    found = chosen(hall, block, draft_id)
    if as_json:
        echo_json(seating_json(hall, found, with_reasons=True))
    else:
        click.echo("\n".join([*seating_lines(hall, found, with_reasons=with_reasons), *_others(hall, found)]))


def _others(hall: Hall, shown: Seating) -> Iterator[str]:
    """What else there is for the block."""
    others = [_state(hall, each) for each in hall.seatings.of_block(shown.block_id) if each is not shown]
    if others:
        yield _("There is also: {others}").format(others=", ".join(others))


@click.command(
    help=_("Show two drafts of a block beside each other, and which is better."),
    epilog=example("samling groups compare"),
)
@with_block
@with_json
@pass_place
def compare(place: Place, *, block: int | None, as_json: bool) -> None:
    """Compare the two newest drafts, or the draft and what is announced."""
    from samling.domain.seating.comparing import compare as compared

    with place.session() as session:
        hall = session.hall()
    found = compared(hall.seatings, hall.shown(block).block_id)
    if found is None:
        raise Refused(N_("There is only one: draw once more, and the two can be compared."))
    if as_json:
        echo_json(
            {
                "one": seating_json(hall, found.one),
                "other": seating_json(hall, found.other),
                "better": found.better.id if found.better else None,
                "elsewhere": [member_json(hall.names, each) for each in found.elsewhere],
            }
        )
        return
    for each in (found.one, found.other):
        click.echo("\n".join([*seating_lines(hall, each), ""]))
    click.echo(words.verdict(found, _))


def seating_lines(hall: Hall, seating: Seating, *, with_reasons: bool = False) -> Iterator[str]:
    """Tell a seating: what it is for, its tables, and what may be said of it."""
    from samling.domain.seating.reasons import why

    yield heading(hall, seating)
    yield ""
    names = hall.names
    reasons = why(hall, seating, _) if with_reasons else {}
    for table in seating.tables:
        if table.members:
            yield from table_lines(names, seating, table, reasons.get(table.number, ""))
    yield ""
    yield from words.of_seating(seating, _)


def heading(hall: Hall, seating: Seating) -> str:
    """Say what a seating is for and how far it has come: "Deling på tvers · whole teams · draft 3 (seed 7)"."""
    return " · ".join(
        (hall.title(seating.block_id) or _("Ahead"), words.kind_word(seating.kind, _), _state(hall, seating))
    )


def _state(hall: Hall, seating: Seating) -> str:
    if seating.state is SeatingState.ANNOUNCED and seating.announced_at is not None:
        return _("announced {time}").format(time=clock_time(seating.announced_at, hall.gathering.timezone))
    if seating.state is SeatingState.AHEAD:
        return _("drawn ahead")
    return _("draft {id} (seed {seed})").format(id=seating.id, seed=seating.seed)


def table_lines(names: Names, seating: Seating, table: Table, reason: str = "") -> Iterator[str]:
    """Tell a table: who sits there, who beside, its host and lock, why, and what it brings back."""
    head = f"  {_place(seating, table):<10}"
    yield _folded(head, " · ".join(_called(names, table)))
    for line in (reason, _("Brings back: {text}").format(text=table.brings) if table.brings else ""):
        if line:
            yield _folded(" " * len(head), line)


def _place(seating: Seating, table: Table) -> str:
    """What a table is called; one with a name of its own has its number too, for the commands that ask for it."""
    called = words.place(seating, table.number, _, within=False)
    return f"{table.number} {called}  " if table.name else called


def _called(names: Names, table: Table) -> Iterator[str]:
    for member in table.members:
        yield _("{name} (host)").format(name=names(member)) if member == table.host else names(member)
    if table.beside:
        yield _("beside them: {names}").format(names=", ".join(map(names, table.beside)))
    if table.locked:
        yield _("locked")


def _folded(head: str, text: str) -> str:
    return textwrap.fill(
        text, _WIDTH, initial_indent=head, subsequent_indent=" " * len(head), break_on_hyphens=False,
        break_long_words=False,
    )  # fmt: skip
