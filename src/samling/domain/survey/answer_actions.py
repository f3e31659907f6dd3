"""What can be done to the answers of a network's surveys, for the registry. The log never repeats an answer."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from samling.domain.action import About, Action
from samling.domain.errors import N_
from samling.domain.survey import answers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from samling.domain.action import Moment
    from samling.domain.survey.answers import Answer, Answers, Asked

ANSWERS_CHAIN = "answers"


def _import(  # noqa: PLR0917 - by name alone
    value: Answers,
    _moment: Moment,
    survey_id: int,
    asked: Sequence[Asked],
    found: Sequence[Answer],
    title: str = "",  # noqa: ARG001 - title and file are for the log
    file: str = "",  # noqa: ARG001
) -> Answers:
    return answers.take_in(value, survey_id, asked, found)


def _type_in(
    value: Answers,
    _moment: Moment,
    survey_id: int,
    asked: Sequence[Asked],
    found: Sequence[Answer],
    title: str = "",  # noqa: ARG001 - as above
) -> Answers:
    return answers.type_in(value, survey_id, asked, found)


def _forget(value: Answers, _moment: Moment, survey_id: int, title: str = "") -> Answers:  # noqa: ARG001 - as above
    return answers.forget(value, survey_id)


def _count(before: Answers, after: Answers, _arguments: dict[str, Any]) -> dict[str, Any]:
    return {"count": abs(len(after.answers) - len(before.answers))}


_action = partial(Action, chain=ANSWERS_CHAIN, about=About.ANSWERS, told=_count)

ACTIONS: Mapping[str, Action] = {
    action.name: action
    for action in (
        _action(
            "answers-import",
            _import,
            N_("Take answers in"),
            N_("Take answers in from a survey tool's export."),
            N_("Took in answers to “{title}”: {count}"),
        ),
        _action(
            "answer-type-in",
            _type_in,
            N_("Type an answer in"),
            N_("Type in an answer that was given on paper."),
            N_("Typed in an answer to “{title}”"),
        ),
        _action(
            "answers-forget",
            _forget,
            N_("Forget answers"),
            N_("Take all answers to a survey out."),
            N_("Took out the answers to “{title}”: {count}"),
        ),
    )
}
