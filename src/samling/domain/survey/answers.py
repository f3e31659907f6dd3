"""The answers to a network's surveys, without anything that says whose they are.

Each survey has its own questions, as its tool asked them, and answers that reply to some of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.survey.questions import TEN, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

Reply: TypeAlias = int | str | tuple[str, ...]
"""What was answered: the step of a scale (from 1), 0 to 10, one's own words, or what was chosen."""

MOST_ANSWERS = 5000
LONGEST_REPLY = 10_000


class Source(StrEnum):
    """Where an answer was read: in a survey tool's export, or on paper."""

    FILE = "file"
    PAPER = "paper"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a survey asked it. `number` counts from 1 within the survey and is never used again.

    `words` are the steps of a scale, the lowest first (as many as there are steps), or the choices that were met.
    `question` is the id of the same question in the survey's question set, empty where there is none.
    """

    survey_id: int
    number: int
    text: str
    sort: Sort
    words: tuple[str, ...] = ()
    question: str = ""

    @property
    def lowest(self) -> int:
        """The lowest figure that can be answered."""
        return 0 if self.sort is Sort.TEN else 1

    @property
    def highest(self) -> int:
        """The highest figure that can be answered."""
        return TEN if self.sort is Sort.TEN else len(self.words)


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's answer: what was replied, by the numbers of the questions.

    `digest` is what the answer is known by when its file comes again (`reading/identity.py`); an answer on paper has
    none. Without an `id` it is not yet stored.
    """

    survey_id: int
    replies: Mapping[int, Reply] = field(default_factory=dict)
    source: Source = Source.PAPER
    digest: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was asked and answered in all surveys of a network."""

    network_id: int
    asked: tuple[Asked, ...] = ()
    answers: tuple[Answer, ...] = ()

    def asked_in(self, survey_id: int) -> tuple[Asked, ...]:
        """Return the questions of a survey."""
        return tuple(each for each in self.asked if each.survey_id == survey_id)

    def of(self, survey_id: int) -> tuple[Answer, ...]:
        """Return the answers to a survey."""
        return tuple(each for each in self.answers if each.survey_id == survey_id)


def take_in(answers: Answers, survey_id: int, asked: Sequence[Asked], found: Sequence[Answer]) -> Answers:
    """Take answers in to a survey, with the questions that they answer, new or as they are known now.

    An answer that is known by its digest is not taken in again. Raises `Refused` for more answers than a network gives.
    """
    known = {each.digest for each in answers.of(survey_id) if each.digest}
    new = [each for each in found if not each.digest or each.digest not in known]
    if len(answers.answers) + len(new) > MOST_ANSWERS:
        raise Refused(N_("There would be more than {most} answers. Is this the right file?"), most=MOST_ANSWERS)
    known_asked = {(each.survey_id, each.number): each for each in (*answers.asked, *asked)}
    return replace(
        answers, asked=tuple(known_asked[key] for key in sorted(known_asked)), answers=(*answers.answers, *new)
    )


def type_in(answers: Answers, survey_id: int, asked: Sequence[Asked], found: Sequence[Answer]) -> Answers:
    """Add answers that were given on paper; raise `WrongUsage` for a reply that its question does not allow."""
    of_number = {each.number: each for each in asked}
    for answer in found:
        if not answer.replies:
            raise WrongUsage(N_("Nothing was answered."))
        for number, reply in answer.replies.items():
            check_reply(of_number[number], reply)
    return take_in(answers, survey_id, asked, found)


def forget(answers: Answers, survey_id: int) -> Answers:
    """Take all answers to a survey out, with its questions."""
    return replace(
        answers,
        asked=tuple(each for each in answers.asked if each.survey_id != survey_id),
        answers=tuple(each for each in answers.answers if each.survey_id != survey_id),
    )


def check_reply(asked: Asked, reply: Reply) -> None:
    """Raise `WrongUsage` for what cannot be a reply to a question."""
    if asked.sort in {Sort.SCALE, Sort.TEN}:
        if not isinstance(reply, int) or isinstance(reply, bool) or not asked.lowest <= reply <= asked.highest:
            raise WrongUsage(
                N_("The answer is a whole number from {lowest} to {highest}."),
                lowest=asked.lowest, highest=asked.highest,
            )  # fmt: skip
    elif asked.sort is Sort.CHOICE:
        if not isinstance(reply, tuple) or not reply or not set(reply) <= set(asked.words):
            raise WrongUsage(N_("The answer is one of: {choices}."), choices=", ".join(asked.words))
    elif not isinstance(reply, str) or not reply.strip() or len(reply) > LONGEST_REPLY:
        raise WrongUsage(N_("The answer is a text of at most {most} characters."), most=LONGEST_REPLY)
