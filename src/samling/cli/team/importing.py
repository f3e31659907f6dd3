"""`samling team import`: from the organisers' spreadsheet, telling what was understood before anything is kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.roster_intake import Counted, Intake
    from samling.domain.roster_reading.found import Remark, Understood
    from samling.domain.sheet import Sheet


@click.command(
    "import",
    help=_(
        "Take teams and people in from the organisers' spreadsheet: .xlsx, .ods or .csv, one row a team or one "
        "row a person, with headings in bokmål or English. It tells what it understood. Read again, a file "
        "updates and doubles nobody; with anything wrong in it, nothing is taken in."
    ),
    epilog=example("samling team import participants.xlsx --dry-run"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", metavar="NAME", help=_("The sheet to read; the first with headings where none is named."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what was understood; change nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def import_(place: Place, file: Path, sheet: str | None, *, dry_run: bool, as_json: bool) -> None:
    """Take a spreadsheet in."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.roster_intake import take_in
    from samling.domain.roster_reading import telling
    from samling.domain.roster_reading.found import NotUnderstood
    from samling.domain.roster_reading.understand import chosen
    from samling.domain.roster_warnings import warnings

    sheets = read_sheets(read_bytes(file), str(file))
    read, understood = chosen(sheets, sheet)
    if understood.errors:
        raise NotUnderstood(str(file), understood.errors)
    with place.session() as session:
        before = session.roster()
        intake = take_in(before, understood.teams, understood.others)
        is_kept = not dry_run and intake.roster != before
        if is_kept:
            session.do("team-import", teams=understood.teams, others=understood.others, file=file.name)
        intake = intake if dry_run else take_in(before, understood.teams, understood.others)
    advice = [each.sentence(_) for each in warnings(intake.roster)]
    others = [each.name for each in sheets if each is not read]
    if as_json:
        found = _json(read, understood, intake)
        echo_json({**found, "advice": advice, "saved": is_kept})
        return
    _print(telling.understood(read, understood, others, _))
    click.echo("\n".join([*telling.taken_in(intake, _), ""]))
    _print(telling.section(_("Worth a second look:"), advice, _))
    if is_kept:
        click.echo(_("Taken in. `samling team undo` takes it back."))
    else:
        click.echo(_("Nothing was changed: --dry-run.") if dry_run else _("Nothing was changed: all of it was known."))


def _print(sections: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Print sections, with an empty line after each."""
    for heading, lines in sections:
        click.echo("\n".join([heading, *(f"  {line}" for line in lines), ""]))


# as JSON


def _json(sheet: Sheet, understood: Understood, intake: Intake) -> dict[str, Any]:
    from samling.cli.team.looking import person_json, team_json
    from samling.domain.sheet import column_name

    def remarks(some: Iterable[Remark]) -> list[dict[str, Any]]:
        return [
            {
                "row": each.row,
                "column": None if each.column is None else column_name(each.column),
                "text": each.sentence(_),
            }
            for each in some
        ]

    def counted(some: Counted) -> dict[str, list[str]]:
        return {name: list(getattr(some, name)) for name in ("new", "changed", "same", "missing")}

    return {
        "sheet": sheet.name or None,
        "columns": [
            {"column": column_name(each.at), "heading": each.heading, "meaning": each.meaning}
            for each in understood.columns
        ],
        "teams": [team_json(each) for each in understood.teams],
        "others": [person_json(each) for each in understood.others],
        "left_out": remarks(understood.left_out),
        "warnings": remarks(understood.warnings),
        "counts": {"teams": counted(intake.teams), "people": counted(intake.people)},
    }
