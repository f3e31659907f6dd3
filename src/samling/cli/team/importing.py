"""`samling team import`: from the organisers' spreadsheet, telling what was understood before anything is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, WrongUsage
from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from samling.domain.roster_intake import Counted, Intake
    from samling.domain.roster_reading.found import Remark, Understood
    from samling.domain.sheet import Sheet

_MOST_TOLD = 40
_MOST_NAMED = 12


@click.command(
    "import",
    help=_(
        "Take teams and people in from the organisers' spreadsheet: .xlsx, .ods or .csv, one row a team or one row a "
        "person, with headings in bokmål or English. It tells what it understood. Read again, a file updates and "
        "doubles nobody; with anything wrong in it, nothing is taken in.\n\n"
        "Example: samling team import participants.xlsx --dry-run"
    ),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--sheet", metavar="NAME", help=_("The sheet to read; the first with headings where none is named."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what was understood; change nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def import_(place: Place, file: Path, sheet: str | None, *, dry_run: bool, as_json: bool) -> None:
    """Take a spreadsheet in."""
    from samling.cli.reading import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.roster_intake import take_in
    from samling.domain.roster_reading.found import NotUnderstood
    from samling.domain.roster_warnings import warnings

    sheets = read_sheets(read_bytes(file), str(file))
    read, understood = _chosen(sheets, sheet)
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
        click.echo(json.dumps({**found, "advice": advice, "saved": is_kept}, ensure_ascii=False, indent=2))
        return
    for line in (*_told(read, understood, others), *_counts(intake), *_section(_("Worth a second look:"), advice)):
        click.echo(line)
    click.echo("")
    if is_kept:
        click.echo(_("Taken in. `samling team undo` takes it back."))
    else:
        click.echo(_("Nothing was changed: --dry-run.") if dry_run else _("Nothing was changed: all of it was known."))


def _chosen(sheets: Sequence[Sheet], name: str | None) -> tuple[Sheet, Understood]:
    """The sheet of that name, else the first that has headings, with what was understood of it."""
    from samling.domain.roster_reading.understand import understand

    named = [sheet for sheet in sheets if name is None or sheet.name.casefold() == name.casefold()]
    if not named:
        raise WrongUsage(
            N_("There is no sheet “{name}” with anything in it. There are: {names}."),
            name=name, names=", ".join(sheet.name for sheet in sheets),
        )  # fmt: skip
    read = [(sheet, understand(sheet)) for sheet in named]
    return next((each for each in read if each[1].columns), read[0])


# for people


def _told(sheet: Sheet, understood: Understood, others: Sequence[str]) -> Iterator[str]:
    from samling.domain.sheet import column_name

    yield _("Understood of the sheet “{name}”:").format(name=sheet.name) if sheet.name else _("Understood:")
    for column in understood.columns:
        yield f"  {column_name(column.at):>2}  {column.heading}: {meaning_word(column.meaning or '')}"
    left = [*_sentences(understood.left_out), *(_("the sheet “{name}”").format(name=name) for name in others)]
    yield from _section(_("Left out:"), left)
    yield from _section(_("Look at this:"), _sentences(understood.warnings))


def _sentences(remarks: Iterable[Remark]) -> list[str]:
    return [each.sentence(_) for each in remarks]


def _section(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if not lines:
        return
    yield ""
    yield heading
    for line in lines[:_MOST_TOLD]:
        yield f"  {line}"
    if len(lines) > _MOST_TOLD:
        more = len(lines) - _MOST_TOLD
        yield "  " + ngettext("and {count} more", "and {count} more", more).format(count=more)


def meaning_word(meaning: str) -> str:
    """Return what a column is taken for, in words."""
    from samling.domain.roles import ROLES

    words = {
        "team": _("the team's name"),
        "organisation": _("organisation"),
        "unit": _("unit"),
        "place": _("place"),
        "theme": _("theme"),
        "problem": _("problem"),
        "aim": _("aim"),
        "person": _("the person's name"),
        "first-name": _("first name"),
        "last-name": _("last name"),
        "members": _("names of people in the team"),
        "role": _("role"),
        "profession": _("profession"),
    }
    return words[meaning] if meaning in words else _(ROLES[meaning].name)


def _counts(intake: Intake) -> Iterator[str]:
    yield ""
    yield _line(_("Teams"), intake.teams)
    yield _line(_("People"), intake.people)
    for missing in (intake.teams.missing, intake.people.missing):
        if missing:
            more = "" if len(missing) <= _MOST_NAMED else " …"
            yield _("Not in the file, and kept: {names}").format(names=", ".join(missing[:_MOST_NAMED]) + more)


def _line(what: str, counted: Counted) -> str:
    return _("{what}: {new} new, {changed} changed, {same} as before").format(
        what=what, new=len(counted.new), changed=len(counted.changed), same=len(counted.same)
    )


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
