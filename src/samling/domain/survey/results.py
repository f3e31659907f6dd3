"""What the answers to a survey come to: how many, how they are spread, mean and median, and what was written.

Where fewer than five answered nothing is broken down, so that nobody can be told from the figures.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from statistics import median
from typing import TYPE_CHECKING

from samling.domain.survey.questions import Sort
from samling.domain.survey.reading.words import question_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samling.domain.roll import Roll
    from samling.domain.survey.answers import Answer, Answers, Asked, Reply

LEAST = 5
"""Answers under which nothing is broken down."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many gave one of the answers that a question has."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What was answered to one question by `answered` people.

    `shares` are in the order of the steps, or of the choices; empty where too few answered, as `mean` and `median` are
    None then. `texts` are what was written. Of a choice of several, the shares come to more than all.
    """

    asked: Asked
    answered: int
    shares: tuple[Share, ...] = ()
    mean: Fraction | None = None
    median: Fraction | None = None
    texts: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, Sort]:
        """What makes questions of two surveys the same: their id in a question set, else their words."""
        return self.asked.question or question_key(self.asked.text), self.asked.sort


@dataclass(frozen=True, slots=True)
class SurveyResult:
    """What was answered to a survey. `answers` is how many, `present` how many could: None where nobody was ticked."""

    answers: int
    questions: tuple[QuestionResult, ...]
    present: int | None = None

    @property
    def rate(self) -> Fraction | None:
        """Which share of those present answered."""
        return Fraction(self.answers, self.present) if self.present else None

    @property
    def is_too_few(self) -> bool:
        """Whether nothing is broken down."""
        return self.answers < LEAST

    def like(self, question: QuestionResult) -> QuestionResult | None:
        """Return what was answered to the same question, if it was asked."""
        return next((each for each in self.questions if each.key == question.key), None)


def result(answers: Answers, survey_id: int, present: int | None = None) -> SurveyResult:
    """Return what the answers to a survey come to."""
    return of_answers(answers.asked_in(survey_id), answers.of(survey_id), present)


def of_answers(asked: Sequence[Asked], answers: Sequence[Answer], present: int | None = None) -> SurveyResult:
    """Return what some answers come to."""
    shown = len(answers) >= LEAST
    questions = (
        _question(each, [answer.replies[each.number] for answer in answers if each.number in answer.replies], shown)
        for each in asked
    )
    return SurveyResult(len(answers), tuple(questions), present)


def _question(asked: Asked, replies: Sequence[Reply], shown: bool) -> QuestionResult:
    answered = len(replies)
    if not shown:
        return QuestionResult(asked, answered)
    if asked.sort is Sort.TEXT:
        return QuestionResult(
            asked, answered, texts=tuple(sorted(reply for reply in replies if isinstance(reply, str)))
        )
    if answered < LEAST:
        return QuestionResult(asked, answered)
    if asked.sort is Sort.CHOICE:
        chosen = Counter(word for reply in replies if isinstance(reply, tuple) for word in reply)
        return QuestionResult(asked, answered, tuple(Share(word, chosen[word]) for word in asked.words))
    figures = [reply for reply in replies if isinstance(reply, int)]
    met = Counter(figures)
    shares = tuple(Share(_label(asked, step), met[step]) for step in range(asked.lowest, asked.highest + 1))
    return QuestionResult(asked, answered, shares, Fraction(sum(figures), answered), Fraction(median(figures)))


def _label(asked: Asked, step: int) -> str:
    return str(step) if asked.sort is Sort.TEN else asked.words[step - 1]


# who was there


def present(rolls: Iterable[Roll]) -> int | None:
    """Return how many people were ticked off at some gatherings, each once; None where nobody was by name."""
    people = {person for roll in rolls for person in roll.people}
    return len(people) or None


# groups


@dataclass(frozen=True, slots=True)
class Group:
    """Those who chose the same answer to one question; without a `result` where they are too few to be told of."""

    label: str
    count: int
    result: SurveyResult | None


def by_group(asked: Sequence[Asked], answers: Sequence[Answer], question: Asked) -> tuple[Group, ...]:
    """Return what each group answered, a group being those who gave the same answer to a question.

    A group of fewer than five is not told of. Where one alone would be left out, the next smallest is left out too:
    it could be worked out from the others and all.
    """
    members = {
        label: [answer for answer in answers if label in _labels(question, answer)] for label in _all_labels(question)
    }
    sizes = sorted((len(some), label) for label, some in members.items() if some)
    hidden = {label for size, label in sizes if size < LEAST}
    if len(hidden) == 1 and len(sizes) > 1:
        hidden.add(next(label for _size, label in sizes if label not in hidden))
    rest = [each for each in asked if each is not question]
    return tuple(
        Group(label, len(some), None if label in hidden else of_answers(rest, some))
        for label, some in members.items()
        if some
    )


def _all_labels(question: Asked) -> tuple[str, ...]:
    if question.sort is Sort.CHOICE:
        return question.words
    return tuple(_label(question, step) for step in range(question.lowest, question.highest + 1))


def _labels(question: Asked, answer: Answer) -> tuple[str, ...]:
    reply = answer.replies.get(question.number)
    if isinstance(reply, tuple):
        return reply
    return (_label(question, reply),) if isinstance(reply, int) else ()
