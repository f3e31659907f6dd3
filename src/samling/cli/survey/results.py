"""`samling survey results`: what was answered, as bars in the terminal or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.survey import results as figures
from samling.domain.survey.questions import Sort
from samling.language import _
from samling.report.survey import group_lines, lines, story

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from samling.domain.survey.answers import Asked
    from samling.domain.survey.results import Group, QuestionResult, SurveyResult
    from samling.report.survey import Line, Story

_STYLES = {"title": "bold", "question": "bold", "figure": "", "bar": "cyan", "quiet": "dim", "text": ""}


@click.command(
    help=_(
        "Show what was answered to a survey: the answer rate against those who were there, how the answers are "
        "spread, mean and median, what was written, and the same of earlier gatherings. Where fewer than five "
        "answered nothing is broken down."
    ),
    epilog=example("samling survey results 2 --by 2"),
)
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@click.option(
    "--by", "by", type=int, metavar="NUMBER", help=_("Each group by itself: by the answers to this question.")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def results(place: Place, survey_id: int | None, by: int | None, as_json: bool) -> None:
    """Show what was answered."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        answers = session.answers()
        asked, given = answers.asked_in(survey.id or 0), answers.of(survey.id or 0)
        if not given:
            raise Refused(
                N_("“{title}” has no answers yet. Take them in: samling survey import FILE"), title=survey.title
            )
        told = story(session, survey)
    groups = figures.by_group(asked, given, _grouping(asked, by)) if by is not None else ()
    if as_json:
        click.echo(json.dumps(_json(told, groups), ensure_ascii=False, indent=2))
    else:
        _print([*lines(told), *group_lines(groups)])


def _grouping(asked: tuple[Asked, ...], number: int) -> Asked:
    """The question that makes the groups, counted as it is shown."""
    found = asked[number - 1] if 1 <= number <= len(asked) else None
    if found is None or found.sort is Sort.TEXT:
        raise WrongUsage(
            N_("Groups are made by a question with choices or figures; question {number} is none."), number=number
        )
    return found


def _print(shown: Iterable[Line]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    for line in shown:
        console.print(Text(str(line), _STYLES[line.look]), soft_wrap=line.look == "bar")


def _json(told: Story, groups: tuple[Group, ...]) -> dict[str, Any]:
    return {
        "survey": told.survey.id,
        "title": told.survey.title,
        **_result_json(told.result),
        "earlier": [{"when": name, **_result_json(result)} for name, result in told.earlier],
        "groups": [
            {
                "group": each.label,
                "answers": each.count if each.result else None,
                "questions": [_question_json(question) for question in each.result.questions] if each.result else None,
            }
            for each in groups
        ],
    }


def _result_json(result: SurveyResult) -> dict[str, Any]:
    return {
        "answers": result.answers,
        "present": result.present,
        "rate": _number(result.rate),
        "questions": [_question_json(each) for each in result.questions],
    }


def _question_json(question: QuestionResult) -> dict[str, Any]:
    return {
        "number": question.asked.number,
        "text": question.asked.text,
        "question": question.asked.question or None,
        "sort": question.asked.sort.value,
        "answered": question.answered,
        "shares": [{"label": each.label, "count": each.count} for each in question.shares] or None,
        "mean": _number(question.mean),
        "median": _number(question.median),
        "texts": list(question.texts),
    }


def _number(figure: Fraction | None) -> float | None:
    return None if figure is None else round(float(figure), 4)
