"""`samling survey import`: answers from a survey tool's export, telling what was understood before anything is kept."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.domain.errors import N_
from samling.domain.reader import FileProblems
from samling.domain.survey.questions import Sort
from samling.language import _, language

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.roster_reading.found import Remark
    from samling.domain.sheet import Sheet
    from samling.domain.survey.answers import Answers, Asked
    from samling.domain.survey.questions import QuestionSet
    from samling.domain.survey.reading.found import Column, Understood
    from samling.domain.survey.values import Survey

_MOST_TOLD = 40
NO_SET = "none"
_OTHER_QUESTIONS = N_(
    "None of its questions is one of “{id}”. Is it the right file? To take it as it is: --questions none"
)


@dataclass(frozen=True, slots=True)
class _Intake:
    """What was understood, by which questions, and how many of the answers are new."""

    understood: Understood
    question_set: str
    new: int

    @property
    def known(self) -> int:
        return len(self.understood.answers) - self.new


@click.command(
    "import",
    help=_(
        "Take answers in from what a survey tool exports (Questback, Microsoft Forms, Nettskjema and the like): .xlsx, "
        ".ods or .csv, a row of questions and a row for each answer. Names, addresses and ids are dropped, and it says "
        "so. Read again, a file adds what is new.\n\nExample: samling survey import answers.xlsx --dry-run"
    ),
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
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets

    sheet = read_sheets(read_bytes(file), str(file))[0]
    with place.session() as session:
        survey = chosen(session, survey_id)
        intake = _read(sheet, file, survey, session.answers(), questions)
        is_kept = intake.new > 0 and not dry_run
        if is_kept:
            session.do(
                "answers-import",
                survey_id=survey.id,
                asked=intake.understood.asked,
                found=intake.understood.answers,
                title=survey.title,
                file=file.name,
            )
    if as_json:
        click.echo(json.dumps(_json(survey, intake, saved=is_kept), ensure_ascii=False, indent=2))
        return
    for line in _told(survey, intake):
        click.echo(line)
    click.echo("")
    if is_kept:
        click.echo(_("Taken in. `samling survey undo --answers` takes it back."))
    else:
        click.echo(_("Nothing was changed: --dry-run.") if dry_run else _("Nothing was changed: all of it was known."))


def _read(sheet: Sheet, file: Path, survey: Survey, answers: Answers, questions: str | None) -> _Intake:
    """Read a sheet by the questions that are named, else those of the survey, else those that agree best."""
    from samling.domain.survey.reading.understand import understand

    before = answers.asked_in(survey.id or 0)
    wanted = questions or survey.question_set
    read = {each: understand(sheet, survey.id or 0, sets, before) for each, sets in _sets(wanted).items()}
    best = max(read, key=lambda each: read[each].agreed)
    found = read[best]
    if not any(each.asked for each in found.columns):
        raise FileProblems(str(file), [(N_("No column in it is a question with answers."), {})])
    if wanted not in {"", NO_SET} and not found.agreed and not before:
        raise FileProblems(str(file), [(_OTHER_QUESTIONS, {"id": wanted})])
    known = {each.digest for each in answers.of(survey.id or 0)}
    new = sum(each.digest not in known for each in found.answers)
    return _Intake(found, best, new)


def _sets(wanted: str) -> dict[str, Sequence[QuestionSet]]:
    """The question sets to read by, by their ids, each in the language in use and then the other; "" for none."""
    from samling.content.surveys import find_questions, list_questions

    if wanted == NO_SET:
        return {"": ()}
    if wanted:
        files = [find_questions(wanted)]
    else:
        files = [each.content for each in list_questions() if each.content is not None]
    other = "en" if language() == "nb" else "nb"
    found: dict[str, Sequence[QuestionSet]] = {} if wanted else {"": ()}
    return found | {each.id: (each.said(language()), each.said(other)) for each in files}


# for people


def _told(survey: Survey, intake: _Intake) -> Iterator[str]:
    from samling.domain.sheet import column_name

    understood = intake.understood
    yield _("Answers to “{title}”:").format(title=survey.title)
    if intake.question_set:
        told = _("Read by the questions “{id}”: {agreed} of them agree.")
        yield told.format(id=intake.question_set, agreed=understood.agreed)
    for column in understood.columns:
        if column.asked is not None:
            yield f"  {column_name(column.at):>2}  {column.asked.text}"
            yield f"      {_sort_words(column.asked)}"
    yield from _section(_("Left out:"), understood.left_out)
    yield from _section(_("Look at this:"), understood.warnings)
    yield ""
    yield _("{new} new answers, {known} known already").format(new=intake.new, known=intake.known)


def _sort_words(asked: Asked) -> str:
    words = " · ".join(asked.words)
    match asked.sort:
        case Sort.SCALE:
            return _("a scale of {count}: {words}").format(count=len(asked.words), words=words)
        case Sort.TEN:
            return _("0 to 10")
        case Sort.CHOICE:
            return _("choose one or more: {words}").format(words=words)
        case Sort.TEXT:
            return _("in your own words")


def _section(heading: str, remarks: Sequence[Remark]) -> Iterator[str]:
    if not remarks:
        return
    yield ""
    yield heading
    yield from (f"  {each.sentence(_)}" for each in remarks[:_MOST_TOLD])
    if len(remarks) > _MOST_TOLD:
        yield "  " + _("and {count} more").format(count=len(remarks) - _MOST_TOLD)


# as JSON


def _json(survey: Survey, intake: _Intake, *, saved: bool) -> dict[str, Any]:
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
        "question": asked.question or None if asked else None,
        "number": asked.number if asked else None,
        "sort": asked.sort.value if asked else None,
    }
