"""`samling survey questions`: ready questions, as a list, as text for the survey tool, and as a sheet to print."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_shelf
from samling.domain.errors import N_, WrongUsage
from samling.domain.line import printable
from samling.domain.survey.questions import Sort
from samling.language import _, language
from samling.report.survey import answered_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.codes.sheets import Card
    from samling.content.surveys import Listed
    from samling.domain.survey.questions import QuestionSet

_WIDTH = 78
_FILE: Any = click.Path(path_type=Path)


@click.group(
    help=_(
        "Ready questions: after each gathering, after the network, and some months later. Copy a file and make it "
        "yours."
    ),
    epilog=example("samling survey questions show after-gathering --text"),
)
def questions() -> None:
    """Handle questions."""


@questions.command("list", help=_("List our questions and your own."), epilog=example("samling survey questions list"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
def list_(as_json: bool) -> None:
    """List the questions."""
    from samling.content.places import own_questions
    from samling.content.surveys import list_questions

    echo_shelf(list_questions(), own_questions(), as_json=as_json, row=_row, about=_about)


@questions.command(
    help=_("Show questions, and what each measures."), epilog=example("samling survey questions show after-network")
)
@click.argument("questions_id", metavar="ID|FILE.toml")
@click.option("--text", "as_text", is_flag=True, help=_("The questions alone, to be copied into the survey tool."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
def show(questions_id: str, as_text: bool, as_json: bool) -> None:
    """Show questions."""
    from samling.content.surveys import find_questions

    found = find_questions(questions_id).said(language())
    if as_json:
        click.echo(json.dumps(questions_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_as_text(found) if as_text else _lines(found)))


@questions.command(
    help=_("Check a file of questions: every error at once, with line and key."),
    epilog=example("samling survey questions check my-questions.toml"),
)
@click.argument("file", type=_FILE)
def check(file: Path) -> None:
    """Check a file of questions."""
    from samling.content.surveys import check_questions

    found = check_questions(file).said(language())
    said = _("{path} is fine: {title}, {count} questions.")
    click.echo(said.format(path=file, title=printable(found.title), count=len(found.questions)))


@questions.command(
    help=_(
        "Write questions as a sheet to answer with a pen, as PDF or as a page for the browser. With --survey it "
        "bears that survey's code."
    ),
    epilog=example("samling survey questions sheet after-gathering --pdf evaluation.pdf"),
)
@click.argument("questions_id", metavar="ID|FILE.toml")
@click.option("--pdf", type=_FILE, metavar="FILE", help=_("Write A4 sheets as PDF."))
@click.option("--html", type=_FILE, metavar="FILE", help=_("Write A4 sheets as a web page."))
@click.option("--survey", "survey_id", type=int, metavar="ID", help=_("Put the code of this survey on it."))
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@pass_place
def sheet(
    place: Place, *, questions_id: str, pdf: Path | None, html: Path | None, survey_id: int | None, force: bool
) -> None:
    """Write a sheet."""
    from samling.cli.writing import may_write, write
    from samling.codes import questionnaire
    from samling.content.surveys import find_questions

    files = [path for path in (pdf, html) if path is not None]
    if not files:
        raise WrongUsage(N_("Say where to: --pdf FILE or --html FILE."))
    made = questionnaire.Questionnaire(
        find_questions(questions_id).said(language()),
        _("Tick one box in each line. Do not write your name."),
        language(),
        None if survey_id is None else _card(place, survey_id),
    )
    for path in files:
        may_write(path, force=force)
    if pdf is not None:
        write(pdf, questionnaire.pdf(made))
    if html is not None:
        write(html, questionnaire.html(made).encode())
    for path in files:
        click.echo(_("Wrote {path}").format(path=path))


def _card(place: Place, survey_id: int) -> Card:
    from samling.codes.sheets import Card

    with place.session() as session:
        link = session.surveys().survey(survey_id).link()
    return Card(_("Or on your phone:"), link.payload, link.text)


# for people


def _about(listed: Listed) -> str:
    if listed.content is None:
        return _("cannot be used: samling survey questions check {path}").format(path=listed.path)
    found = listed.content.said(language())
    said = _("{title}, {count} questions").format(title=printable(found.title), count=len(found.questions))
    return f"{said} · {printable(found.when)}" if found.when else said


def _lines(found: QuestionSet) -> Iterator[str]:
    """Say questions: their head, then each with how it is answered and what it measures."""
    yield printable(found.title)
    if found.when:
        yield printable(found.when)
    yield from textwrap.wrap(printable(found.note), _WIDTH)
    if found.source:
        yield from textwrap.wrap(_("Source: {source}").format(source=printable(found.source)), _WIDTH)
    for number, each in enumerate(found.questions, start=1):
        yield ""
        yield from textwrap.wrap(f"{number}. {printable(each.text)}", _WIDTH, subsequent_indent="   ")
        for text in (answered_words(each), _("Measures: {what}").format(what=printable(each.measures))):
            yield from textwrap.wrap(text, _WIDTH, initial_indent="   ", subsequent_indent="   ")


def _as_text(found: QuestionSet) -> Iterator[str]:
    """The questions with their choices one a line, as survey tools take them from the clipboard."""
    yield printable(found.title)
    for number, each in enumerate(found.questions, start=1):
        yield ""
        yield f"{number}. {printable(each.text)}"
        if each.sort is Sort.TEN:
            yield f"   {answered_words(each)}"
        yield from (f"   {printable(word)}" for word in (each.words if each.sort is not Sort.TEN else ()))


# as JSON


def questions_json(found: QuestionSet) -> dict[str, Any]:
    """Write questions as JSON has them."""
    return {
        "id": found.id,
        "title": found.title,
        "when": found.when,
        "source": found.source,
        "note": found.note,
        "proposal": found.is_proposal,
        "questions": [
            {
                "id": each.id,
                "text": each.text,
                "sort": each.sort.value,
                "words": list(each.words),
                "several": each.several,
                "measures": each.measures,
            }
            for each in found.questions
        ],
    }


def _row(listed: Listed) -> dict[str, Any]:
    found = listed.content.said(language()) if listed.content else None
    return {
        "id": listed.id,
        "title": found.title if found else None,
        "when": found.when if found else None,
        "questions": len(found.questions) if found else None,
        "ours": listed.is_ours,
        "faults": [fault.sentence(_) for fault in listed.faults],
    }
