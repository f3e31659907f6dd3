"""Typing a paper answer in with a key for each question: which key means what, and where one is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from string import ascii_lowercase
from typing import TYPE_CHECKING

from samling.domain.survey.answers import LONGEST_REPLY, Asked
from samling.domain.survey.questions import TEN, Sort

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.survey.answers import Reply
    from samling.domain.survey.questions import Question, QuestionSet

ENTER, BACK = "enter", "backspace"
TEN_KEY = "t"
"""The key for ten, "ti" or "ten": the one figure of a 0-10 that has two digits."""


def asked_of(survey_id: int, questions: QuestionSet | None, before: Sequence[Asked]) -> tuple[Asked, ...]:
    """Return what is asked on a survey's sheet: its set, as far as it has been asked before by the same numbers.

    Without a set it is what was asked before.
    """
    if questions is None:
        return tuple(before)
    known = {each.question: each for each in before}
    free = count(max((each.number for each in before), default=0) + 1)
    return tuple(known.get(each.id) or _asked(survey_id, next(free), each) for each in questions.questions)


def _asked(survey_id: int, number: int, question: Question) -> Asked:
    return Asked(survey_id, number, question.text, question.sort, question.words, question.id)


def several_of(questions: QuestionSet | None) -> frozenset[str]:
    """Return the ids of the questions of a set to which several answers may be chosen."""
    return frozenset(each.id for each in questions.questions if each.several) if questions else frozenset()


@dataclass(frozen=True, slots=True)
class Typing:
    """A sheet that is being typed in: the question one is `at` (from 0) and the replies so far, by their numbers.

    `several` are the ids of questions that take more than one choice.
    """

    asked: tuple[Asked, ...]
    several: frozenset[str] = frozenset()
    at: int = 0
    replies: Mapping[int, Reply] = field(default_factory=dict)

    @property
    def is_done(self) -> bool:
        """Whether every question has been passed."""
        return self.at >= len(self.asked)

    @property
    def current(self) -> Asked | None:
        """The question one is at; None at the end."""
        return None if self.is_done else self.asked[self.at]

    @property
    def reply(self) -> Reply | None:
        """What has been replied to it."""
        return self.replies.get(self.asked[self.at].number) if not self.is_done else None

    def choices(self) -> tuple[tuple[str, str], ...]:
        """Return the keys that answer the question one is at, each with what it means."""
        asked = self.current
        if asked is None or asked.sort is Sort.TEXT:
            return ()
        if asked.sort is Sort.CHOICE:
            return tuple(zip(ascii_lowercase, asked.words, strict=False))
        if asked.sort is Sort.TEN:
            return (*((str(figure), str(figure)) for figure in range(TEN)), (TEN_KEY, str(TEN)))
        return tuple((str(step), word) for step, word in enumerate(asked.words, start=1))

    def press(self, key: str) -> Typing:
        """Return the sheet after a key: an answer, `ENTER` to go on, `BACK` to go back; any other does nothing."""
        asked = self.current
        if key == BACK:
            return self._back()
        if asked is None:
            return self
        if key == ENTER:
            return replace(self, at=self.at + 1)
        if asked.sort is Sort.TEXT:
            return self._typed(asked, key)
        meant = dict(self.choices()).get(key.casefold())
        return self if meant is None else self._chosen(asked, key, meant)

    def write(self, text: str) -> Typing:
        """Return the sheet with a question that is answered in one's own words answered so; nothing takes it away."""
        asked = self.current
        assert asked is not None, "there is a question to answer"
        return self._with(asked, text.strip()[:LONGEST_REPLY] or None).press(ENTER)

    def _chosen(self, asked: Asked, key: str, meant: str) -> Typing:
        """The sheet with what a key means; where several may be chosen one stays at the question."""
        if asked.sort is Sort.CHOICE and asked.question in self.several:
            return self._toggled(asked, meant)
        figure = meant if asked.sort is Sort.TEN else key
        return self._with(asked, (meant,) if asked.sort is Sort.CHOICE else int(figure)).press(ENTER)

    def _typed(self, asked: Asked, key: str) -> Typing:
        before = self.reply
        text = (before if isinstance(before, str) else "") + key
        return self._with(asked, text[:LONGEST_REPLY]) if len(key) == 1 and key.isprintable() else self

    def _back(self) -> Typing:
        asked, before = self.current, self.reply
        if asked is not None and asked.sort is Sort.TEXT and isinstance(before, str):
            return self._with(asked, before[:-1] or None)
        return replace(self, at=max(0, self.at - 1))

    def _toggled(self, asked: Asked, word: str) -> Typing:
        before = self.replies.get(asked.number)
        chosen = before if isinstance(before, tuple) else ()
        after = tuple(each for each in chosen if each != word) if word in chosen else (*chosen, word)
        return self._with(asked, tuple(each for each in asked.words if each in after) or None)

    def _with(self, asked: Asked, reply: Reply | None) -> Typing:
        others = {number: each for number, each in self.replies.items() if number != asked.number}
        return replace(self, replies=others if reply is None else {**others, asked.number: reply})
