"""`samling groups find` and `export`: where everybody sits, on the screen, on paper and in Teams."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.groups.choosing import with_block, with_json
from samling.cli.groups.plain import echo_json, member_json, seating_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import printable
from samling.domain.seating import words
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.seating.finding import Found
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Seating


@click.command(
    help=_("Where do I sit? By as much of a name or team as is needed."), epilog=example("samling groups find kari")
)
@click.argument("text")
@with_block
@with_json
@pass_place
def find(place: Place, *, text: str, block: int | None, as_json: bool) -> None:
    """Tell where somebody sits."""
    from samling.domain.seating.finding import where

    with place.session() as session:
        hall = session.hall()
    seating = hall.holding(block)
    found = where(hall, seating, text)
    if as_json:
        echo_json(
            [{**member_json(hall.names, each.member), "team": each.team, "table": _number(each)} for each in found]
        )
        return
    if not found:
        raise Refused(N_("“{name}” is not on the list. `samling roll` shows everybody."), name=printable(text)[:60])
    for each in found:
        click.echo(_line(hall, seating, each))


def _number(found: Found) -> int | None:
    return found.table.number if found.table else None


def _line(hall: Hall, seating: Seating, found: Found) -> str:
    who = f"{found.name} ({found.team})" if found.team else found.name
    if found.table is None:
        return _("{who}: no seat").format(who=who)
    called = ", ".join(map(hall.names, found.table.members))
    return f"{who}: {words.place(seating, found.table.number, _)} – {called}"


@click.command(
    help=_(
        "Write the groups as text for the door, as a .csv that Norwegian Excel opens, or as a list of Teams "
        "rooms. Without a file, text and rooms are printed."
    ),
    epilog=example("samling groups export groups.csv"),
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option(
    "--as", "form", type=click.Choice(["text", "csv", "rooms"]), help=_("How; without it, .csv for a file called so.")
)
@click.option("--force", is_flag=True, help=_("Replace a file that is there already."))
@with_block
@with_json
@pass_place
def export(place: Place, *, file: Path | None, form: str | None, force: bool, block: int | None, as_json: bool) -> None:
    """Write the groups."""
    from samling.cli.writing import may_write, write

    with place.session() as session:
        hall = session.hall()
    seating = hall.holding(block)
    if as_json:
        echo_json(seating_json(hall, seating))
        return
    form = form or ("csv" if file is not None and file.suffix.casefold() == ".csv" else "text")
    if file is None:
        if form == "csv":
            raise WrongUsage(N_("Give the file that the .csv is to be written to."))
        click.echo(_contents(hall, seating, form).decode(), nl=False)
        return
    may_write(file, force=force)
    write(file, _contents(hall, seating, form))
    click.echo(_("Written to {path}").format(path=file))


def _contents(hall: Hall, seating: Seating, form: str) -> bytes:
    from samling.cli.groups.showing import heading
    from samling.content.spreadsheet_out import csv_bytes
    from samling.domain.seating.listing import as_rooms, as_rows, as_text

    if form == "csv":
        return csv_bytes(as_rows(seating, hall.names, _))
    lines = as_rooms(seating, hall.names, _) if form == "rooms" else as_text(seating, hall.names, _)
    return "\n".join([heading(hall, seating), "", *lines, ""]).encode()
