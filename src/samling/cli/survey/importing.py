"""`samling survey import`: answers from a survey tool's export, telling what was understood before anything is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.survey.reading.found import Column
    from samling.domain.survey.values import Survey
    from samling.report.survey_intake import Intake


@click.command(
    "import",
    help=_(
        "Take answers in from what a survey tool exports (Questback, Microsoft Forms, Nettskjema and the like): "
        ".xlsx, .ods or .csv, a row of questions and a row for each answer. Names, addresses and ids are dropped, "
        "and it says so. Read again, a file adds what is new."
    ),
    epilog=example("samling survey import answers.xlsx --dry-run"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--survey", "survey_id", type=int, metavar="ID", help=_("The survey, if not the one that is shown."))
@click.option("--questions", metavar="ID|none", help=_("The questions it asked, if not those of the survey."))
@click.option("--dry-run", is_flag=True, help=_("Only tell what was understood; change nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def import_(
    place: Place, *, file: Path, survey_id: int | None, questions: str | None, dry_run: bool, as_json: bool
) -> None:
    """Take answers in."""
    from samling.report.survey_intake import read

    with place.session() as session:
        survey = chosen(session, survey_id)
        intake = read(file, survey, session.answers(), questions or "")
        is_kept = intake.new > 0 and not dry_run
        if is_kept:
            understood = intake.understood
            session.do(
                "answers-import", survey_id=survey.id, asked=understood.asked, found=understood.answers,
                title=survey.title, file=file.name,
            )  # fmt: skip
    if as_json:
        click.echo(json.dumps(_json(survey, intake, saved=is_kept), ensure_ascii=False, indent=2))
        return
    _print(survey, intake)
    if is_kept:
        click.echo(_("Taken in. `samling survey undo --answers` takes it back."))
    else:
        click.echo(_("Nothing was changed: --dry-run.") if dry_run else _("Nothing was changed: all of it was known."))


def _print(survey: Survey, intake: Intake) -> None:
    from samling.report.survey_intake import counted, told

    click.echo(_("Answers to “{title}”").format(title=survey.title))
    for heading, lines in told(intake):
        if lines:
            click.echo(heading)
            for line in lines:
                click.echo(f"  {line}")
            click.echo("")
    click.echo(counted(intake))


def _json(survey: Survey, intake: Intake, *, saved: bool) -> dict[str, Any]:
    understood = intake.understood
    return {
        "survey": survey.id,
        "question_set": intake.question_set or None,
        "agreed": understood.agreed,
        "columns": [_column_json(each) for each in understood.columns],
        "left_out": [each.sentence(_) for each in understood.left_out],
        "warnings": [each.sentence(_) for each in understood.warnings],
        "answers": len(understood.answers),
        "new": intake.new,
        "known": intake.known,
        "saved": saved,
    }


def _column_json(column: Column) -> dict[str, Any]:
    from samling.domain.sheet import column_name

    asked = column.asked
    return {
        "column": column_name(column.at),
        "heading": column.heading,
        "meaning": column.meaning.value,
        "question": (asked.question or None) if asked else None,
        "number": asked.number if asked else None,
        "sort": asked.sort.value if asked else None,
    }
