"""`samling survey answer`: answers that were given on paper, typed in with a key for each question."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.survey.answers import Answer
from samling.domain.survey.questions import Sort
from samling.domain.survey.typing import BACK, ENTER, Typing, asked_of, several_of
from samling.language import _, language, ngettext

if TYPE_CHECKING:
    from samling.domain.survey.questions import QuestionSet
    from samling.domain.survey.values import Survey
    from samling.session import Session

_KEYS = {"\r": ENTER, "\n": ENTER, "\x7f": BACK, "\b": BACK}
_STOP = frozenset("\x1b\x03\x04")


@click.command(
    help=_(
        "Type in answers that were given on paper: a key for each question, Enter for none, Backspace to go back, "
        "Escape to stop. From a file, a line is an answer: what the keys are, with ; between the questions."
    ),
    epilog=example("samling survey answer 2"),
)
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@click.option("--questions", metavar="ID", help=_("The questions on the paper, if not those of the survey."))
@pass_place
def answer(place: Place, survey_id: int | None, questions: str | None) -> None:
    """Type answers in."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        found = _questions(questions or survey.question_set)
        blank = Typing(asked_of(survey.id or 0, found, session.answers().asked_in(survey.id or 0)), several_of(found))
        if not blank.asked:
            raise Refused(N_("Say which questions are on the paper: --questions after-gathering"))
        count = _ask(session, survey, blank) if sys.stdin.isatty() else _read(session, survey, blank)
    click.echo(ngettext("{count} answer was kept.", "{count} answers were kept.", count).format(count=count))


def _questions(questions: str) -> QuestionSet | None:
    if not questions:
        return None
    from samling.content.surveys import find_questions

    return find_questions(questions).said(language())


def _keep(session: Session, survey: Survey, sheet: Typing) -> None:
    found = (Answer(survey.id or 0, sheet.replies),)
    session.do("answer-type-in", survey_id=survey.id, asked=sheet.asked, found=found, title=survey.title)


# from a file


def _read(session: Session, survey: Survey, blank: Typing) -> int:
    """Keep an answer for each line; with anything wrong in one, none is kept."""
    sheets = [_sheet(blank, line.rstrip("\r\n"), number) for number, line in enumerate(sys.stdin, 1) if line.strip()]
    for sheet in sheets:
        _keep(session, survey, sheet)
    return len(sheets)


def _sheet(blank: Typing, line: str, number: int) -> Typing:
    cells = [cell.strip() for cell in line.split(";")]
    if len(cells) > len(blank.asked):
        raise WrongUsage(
            N_("Line {line} answers {count} questions; there are {most}."),
            line=number, count=len(cells), most=len(blank.asked),
        )  # fmt: skip
    sheet = blank
    for cell in cells:
        sheet = _answered(sheet, cell, number)
    if not sheet.replies:
        raise WrongUsage(N_("Line {line} answers nothing."), line=number)
    return sheet


def _answered(sheet: Typing, cell: str, number: int) -> Typing:
    asked = sheet.current
    assert asked is not None, "there is a question for each cell"
    if asked.sort is Sort.TEXT:
        return sheet.write(cell)
    after = sheet
    for key in [TEN_AS_KEY.get(cell, cell)] if asked.sort is not Sort.CHOICE else cell:
        tried = after.press(key)
        if tried is after:
            raise WrongUsage(
                N_("Line {line}: “{cell}” is no answer to “{question}”."), line=number, cell=cell, question=asked.text
            )
        after = tried
    return after if after.at > sheet.at else after.press(ENTER)


TEN_AS_KEY = {"10": "t", "": ENTER}
"""How the keys of an answer are written in a line, where that is another way than they are pressed."""


# at the keyboard


def _ask(session: Session, survey: Survey, blank: Typing) -> int:
    """Ask for one sheet after another until somebody stops; return how many were kept."""
    kept, sheet = 0, blank
    while True:
        _show(survey, sheet, kept + 1)
        for key in _pressed():
            if key in _STOP:
                return kept
            if sheet.is_done and _KEYS.get(key) == ENTER and sheet.replies:
                _keep(session, survey, sheet)
                kept, sheet = kept + 1, blank
            else:
                sheet = sheet.press(_KEYS.get(key, key))


def _pressed() -> str:
    """Wait for keys: several where they follow fast. An arrow and its like, which begin as Escape does, are none."""
    keys = click.getchar()
    return "" if keys.startswith("\x1b") and len(keys) > 1 else keys


def _show(survey: Survey, sheet: Typing, number: int) -> None:
    """Show the question one is at, with its keys and what has been replied."""
    click.clear()
    click.echo(_("{title}: a key for each question. Escape stops.").format(title=survey.title))
    click.echo(_("Sheet {number}").format(number=number))
    asked = sheet.current
    if asked is None:
        click.echo(_("Enter keeps it, Backspace goes back."))
        return
    click.echo(f"{sheet.at + 1}/{len(sheet.asked)}  {asked.text}")
    for key, meaning in sheet.choices():
        reply = sheet.reply
        is_chosen = meaning in reply if isinstance(reply, tuple) else str(reply) == key
        click.echo(f"  {'●' if is_chosen else ' '} {key}  {meaning}")
    if asked.sort is Sort.TEXT:
        click.echo(f"  {sheet.reply or ''}▏")
