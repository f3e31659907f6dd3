"""`samling team export`: the teams and people as a table that Norwegian Excel opens, and `team import` reads again."""

from __future__ import annotations

from pathlib import Path

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.language import _, ngettext


@click.command(
    help=_(
        "Write the teams and people as a .csv that Norwegian Excel opens, one row a person. It can be changed "
        "there and taken in again."
    ),
    epilog=example("samling team export teams.csv"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--force", is_flag=True, help=_("Replace a file that is there already."))
@pass_place
def export(place: Place, file: Path, force: bool) -> None:
    """Write the teams and people."""
    from samling.cli.writing import may_write, write
    from samling.content.spreadsheet_out import csv_bytes
    from samling.domain.roster_export import table
    from samling.wording import role_words

    with place.session() as session:
        roster = session.roster()
    may_write(file, force=force)
    write(file, csv_bytes(table(roster, _, role_words)))
    count = ngettext("{count} team", "{count} teams", len(roster.taking_part))
    click.echo(_("{teams} written to {path}").format(teams=count, path=file))
