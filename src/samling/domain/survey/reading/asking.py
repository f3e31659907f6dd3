"""The columns that are questions: which they are, how each was answered, and what is worth a look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.survey.answers import Asked
from samling.domain.survey.questions import Sort
from samling.domain.survey.reading import scales
from samling.domain.survey.reading.matching import Match, known_as, ways
from samling.domain.survey.reading.replies import (
    Way,
    choice_way,
    scale_way,
    ten_way,
    text_way,
    way_of,
    widened,
)
from samling.domain.survey.reading.words import question_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.survey.answers import Reply
    from samling.domain.survey.questions import Question, QuestionSet
    from samling.domain.survey.reading.found import Column

_MOST_UNREAD = 0.2


@dataclass(frozen=True, slots=True)
class Read:
    """A column that is a question: how it is read, and for each choice as it is written there the one that is kept."""

    column: Column
    asked: Asked
    way: Way
    kept: Mapping[str, str]
    agrees: bool

    def reply(self, cell: str) -> Reply | None:
        """Return what a cell replies; None where it replies nothing."""
        found = self.way.reply(cell)
        return tuple(self.kept.get(each, each) for each in found) if isinstance(found, tuple) else found


class Reader:
    """Reads the questions of a sheet in their order, each once; what there is to say of them is in `remarks`."""

    def __init__(self, survey_id: int, sets: Sequence[QuestionSet], before: Sequence[Asked]) -> None:
        self._survey_id, self._sets = survey_id, sets
        self._asked = list(before)
        self._taken: set[int] = set()
        self.remarks: list[Remark] = []

    @property
    def asked(self) -> tuple[Asked, ...]:
        """The survey's questions, those it has asked before and the new ones."""
        return tuple(self._asked)

    def read(self, column: Column, found: Match | None, cells: Sequence[str]) -> Read | None:
        """Read a column that is a question of the set, or none; None where nobody answered it."""
        answered = [cell for cell in cells if not scales.is_no_answer(cell)]
        if not answered:
            return None
        question = self._own(found.question) if found else None
        way, kept = self._way(column.heading, question, answered)
        agrees = question is not None and way.sort is question.sort
        self._remark(column, question, way, answered, exact=found is not None and found.exact)
        words = tuple(kept.get(word, word) for word in way.words)
        if question is not None and way.sort is question.sort:
            words = tuple(dict.fromkeys((*question.words, *(words if way.sort is Sort.CHOICE else ()))))
        asked = self._keep(column.heading, question if agrees else None, replace(way, words=words))
        return Read(column, asked, way, kept, agrees)

    def _own(self, question: Question) -> Question:
        """The same question in the language in which they are kept."""
        return next((each for each in self._sets[0].questions if each.id == question.id), question)

    def _way(self, heading: str, question: Question | None, answered: Sequence[str]) -> tuple[Way, Mapping[str, str]]:
        """How a column is read, and what each of its choices is kept as: as before, as the set says, or as it looks."""
        key = question_key(heading)
        for each in self._asked:
            is_it = each.question == question.id if question else question_key(each.text) == key
            way = _as_before(each)
            if is_it and _fits(way, answered):
                return widened(way, answered), {}
        for way in ways(question, self._sets) if question else ():
            if _fits(way, answered):
                return widened(way, answered), dict(zip(way.words, question.words if question else (), strict=False))
        return way_of(heading, answered), {}

    def _keep(self, heading: str, question: Question | None, way: Way) -> Asked:
        """The question with its number: that of before, if it was asked, with the choices that are new."""
        id_ = question.id if question else ""
        others = [each for each in self._asked if each.number not in self._taken]
        known = known_as(heading, id_, way, others)
        number = known.number if known else max((each.number for each in self._asked), default=0) + 1
        asked = known or Asked(
            self._survey_id, number, question.text if question else heading, way.sort, way.words, id_
        )
        if known and way.sort is Sort.CHOICE:
            asked = replace(known, words=tuple(dict.fromkeys((*known.words, *way.words))))
        self._asked = [each for each in self._asked if each.number != number]
        self._asked.append(asked)
        self._asked.sort(key=lambda each: each.number)
        self._taken.add(number)
        return asked

    def _remark(
        self, column: Column, question: Question | None, way: Way, answered: Sequence[str], *, exact: bool
    ) -> None:
        """Say what is worth a look: another wording, another way of answering, answers that cannot be read."""
        parts: dict[str, object] = {"heading": shown(column.heading)}
        if question is None and self._sets:
            self._say(column, N_("“{heading}” is not in the question set; kept as a question of its own."), parts)
        elif question is not None and way.sort is not question.sort:
            self._say(column, N_("“{heading}” was not answered as the question set says; kept by itself."), parts)
        elif question is not None and not exact:
            told = {**parts, "question": shown(question.text)}
            self._say(column, N_("“{heading}” is read as “{question}”."), told)
        unread = [cell for cell in answered if way.reply(cell) is None]
        if unread:
            told = {"count": len(unread), "example": shown(unread[0])}
            self._say(column, N_("Answers that could not be read: {count}, such as “{example}”."), told)

    def _say(self, column: Column, template: str, parts: dict[str, object]) -> None:
        self.remarks.append(Remark(template, parts, column=column.at))


def _as_before(asked: Asked) -> Way:
    """How a question was read before."""
    match asked.sort:
        case Sort.SCALE:
            return scale_way(asked.words)
        case Sort.TEN:
            return ten_way(asked.words)
        case Sort.CHOICE:
            return choice_way(asked.words)
        case Sort.TEXT:
            return text_way()


def _fits(way: Way, answered: Sequence[str]) -> bool:
    """Whether nearly all answers can be read so."""
    return sum(way.reply(cell) is None for cell in answered) <= _MOST_UNREAD * len(answered)
