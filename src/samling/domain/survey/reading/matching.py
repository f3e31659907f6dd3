"""Which question of a set, or of what a survey asked before, a heading is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.survey.questions import Sort
from samling.domain.survey.reading.replies import Way, choice_way, scale_way, ten_way, text_way
from samling.domain.survey.reading.words import question_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.survey.answers import Asked
    from samling.domain.survey.questions import Question, QuestionSet

_ENOUGH = 0.7
"""Of all the words of two questions, so many must be the same for them to be one."""


@dataclass(frozen=True, slots=True)
class Match:
    """The question of a set that a heading is, and whether its words are just the same."""

    question: Question
    exact: bool


def matches(headings: Sequence[str], sets: Sequence[QuestionSet]) -> list[Match | None]:
    """Return the question that each heading is, in the words of any of the sets' languages; None where it is none.

    No question is met twice: the heading that has its very words goes first.
    """
    found = [_exact(heading, sets) for heading in headings]
    taken = {each.question.id for each in found if each is not None}
    for at, heading in enumerate(headings):
        if found[at] is None:
            near = _near(heading, [each for each in _all(sets) if each.id not in taken])
            found[at] = near
            taken |= {near.question.id} if near else set()
    return found


def _exact(heading: str, sets: Sequence[QuestionSet]) -> Match | None:
    key = question_key(heading)
    same = (each for each in _all(sets) if question_key(each.text) == key or each.id == heading.strip().casefold())
    question = next(same, None)
    return Match(question, exact=True) if question else None


def _near(heading: str, questions: Sequence[Question]) -> Match | None:
    key = question_key(heading)
    best = max(questions, key=lambda question: _agreement(key, question_key(question.text)), default=None)
    if best is None or _agreement(key, question_key(best.text)) < _ENOUGH:
        return None
    return Match(best, exact=False)


def _all(sets: Sequence[QuestionSet]) -> Iterator[Question]:
    return (question for each in sets for question in each.questions)


def _agreement(one: str, other: str) -> float:
    """Which share of the words of both are in both."""
    words, others = set(one.split()), set(other.split())
    return len(words & others) / max(1, len(words | others))


def ways(question: Question, sets: Sequence[QuestionSet]) -> Iterator[Way]:
    """Yield how a question is answered, in the words of each language, those of its own first."""
    own = [each for each in _all(sets) if each.id == question.id and each is not question]
    for each in (question, *own):
        match each.sort:
            case Sort.SCALE:
                yield scale_way(each.words)
            case Sort.TEN:
                yield ten_way(each.words)
            case Sort.CHOICE:
                yield choice_way(each.words)
            case Sort.TEXT:
                yield text_way()


def known_as(heading: str, question_id: str, way: Way, asked: Sequence[Asked]) -> Asked | None:
    """Return the question that a survey asked before, if this is one: the same words, answered in the same way."""
    key = question_key(heading)
    for each in asked:
        same = each.question == question_id if question_id else question_key(each.text) == key
        if same and each.sort is way.sort and (way.sort is not Sort.SCALE or len(each.words) == len(way.words)):
            return each
    return None
