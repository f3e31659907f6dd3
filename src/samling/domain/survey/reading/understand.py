"""From an export to answers: which columns are questions, how each was answered, and what is dropped."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.line import printable
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.sheet import is_empty, text_of
from samling.domain.survey.answers import Answer, Asked, Source
from samling.domain.survey.questions import Sort
from samling.domain.survey.reading import scales
from samling.domain.survey.reading.found import Column, Understood
from samling.domain.survey.reading.identity import Identities
from samling.domain.survey.reading.matching import Match, known_as, matches, ways
from samling.domain.survey.reading.replies import (
    Way,
    choice_way,
    scale_way,
    ten_way,
    text_way,
    way_of,
    widened,
)
from samling.domain.survey.reading.words import Meaning, folded, is_personal, meaning, question_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.sheet import Cell, Sheet
    from samling.domain.survey.answers import Reply
    from samling.domain.survey.questions import Question, QuestionSet

_LOOKED_AT = 10
_LONGEST_QUESTION = 1000
_MOST_UNREAD = 0.2
_MOSTLY = 0.5

_DROPPED = {
    Meaning.ID: N_("“{heading}”: an id. It tells which answers are known, and is dropped."),
    Meaning.TIME: N_("“{heading}”: a time. It tells which answers are known, and is dropped."),
    Meaning.PERSONAL: N_("“{heading}”: says who answered, and is dropped."),
    Meaning.TOOL: N_("“{heading}”: the survey tool's own, and is dropped."),
}


@dataclass(frozen=True, slots=True)
class _Read:
    """A column that is a question: how it is read, and for each choice as it is written there the one that is kept."""

    column: Column
    asked: Asked
    way: Way
    kept: Mapping[str, str]
    agrees: bool

    def reply(self, cell: str) -> Reply | None:
        found = self.way.reply(cell)
        return tuple(self.kept.get(each, each) for each in found) if isinstance(found, tuple) else found


def understand(
    sheet: Sheet, survey_id: int, sets: Sequence[QuestionSet] = (), before: Sequence[Asked] = ()
) -> Understood:
    """Read the answers of a sheet to a survey.

    `sets` are the survey's questions in each language, first the one in which they are kept; `before` are those that
    the survey has asked already. Where no heading is a question, there are no answers.
    """
    at = _heading_row(sheet)
    rows = [(number, row) for number, row in enumerate(sheet.rows[at + 1 :], start=at + 2) if not _is_blank(row)]
    headings = [printable(text_of(cell))[:_LONGEST_QUESTION] for cell in sheet.rows[at]]
    columns = [_column(place, heading, [row for _number, row in rows]) for place, heading in enumerate(headings)]
    reader = _Reader(survey_id, sets, before)
    questions = [each for each in columns if each.meaning is Meaning.QUESTION]
    met = matches([each.heading for each in questions], sets)
    read = [reader.read(each, one, _cells(each.at, rows)) for each, one in zip(questions, met, strict=True)]
    found = [each for each in read if each is not None]
    answers, doubles = _answers(survey_id, columns, found, rows)
    of_column = {each.column.at: each.asked for each in found}
    return Understood(
        columns=tuple(replace(each, asked=of_column.get(each.at)) for each in columns if each.heading),
        asked=reader.asked,
        answers=answers,
        left_out=tuple(_left_out(columns)),
        warnings=(*reader.remarks, *doubles),
        agreed=sum(each.agrees for each in found),
    )


# columns


def _heading_row(sheet: Sheet) -> int:
    """The first of the rows with the most cells of text alone: some tools put a title above."""

    def headings(row: Sequence[Cell]) -> int:
        return sum(isinstance(cell, str) and not is_empty(cell) for cell in row)

    return max(range(min(_LOOKED_AT, len(sheet.rows))), key=lambda at: (headings(sheet.rows[at]), -at))


def _is_blank(row: Sequence[Cell]) -> bool:
    return all(is_empty(cell) for cell in row)


def _cells(at: int, rows: Sequence[tuple[int, Sequence[Cell]]]) -> list[str]:
    return [text_of(row[at]) if at < len(row) else "" for _number, row in rows]


def _column(at: int, heading: str, rows: Sequence[Sequence[Cell]]) -> Column:
    cells = [row[at] for row in rows if at < len(row) and not is_empty(row[at])]
    found = meaning(heading) if heading else Meaning.TOOL
    if found is Meaning.QUESTION and cells:
        if all(isinstance(cell, date | time) for cell in cells):
            found = Meaning.TIME
        elif sum(is_personal(text_of(cell)) for cell in cells) > _MOSTLY * len(cells):
            found = Meaning.PERSONAL
    return Column(at, heading, found)


def _left_out(columns: Sequence[Column]) -> Iterator[Remark]:
    for each in columns:
        if each.heading and each.meaning in _DROPPED:
            yield Remark(_DROPPED[each.meaning], {"heading": shown(each.heading)}, column=each.at)


# questions


class _Reader:
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

    def read(self, column: Column, found: Match | None, cells: Sequence[str]) -> _Read | None:
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
        return _Read(column, asked, way, kept, agrees)

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


# answers


def _answers(
    survey_id: int, columns: Sequence[Column], read: Sequence[_Read], rows: Sequence[tuple[int, Sequence[Cell]]]
) -> tuple[tuple[Answer, ...], list[Remark]]:
    """The answers of the rows, each once, and a remark for each that stands there twice."""
    identities = Identities()
    met: dict[str, int] = {}
    answers: list[Answer] = []
    doubles: list[Remark] = []
    for number, row in rows:
        replies = {
            each.asked.number: reply for each in read if (reply := each.reply(_at(row, each.column.at))) is not None
        }
        if not replies:
            continue
        said = [folded(_at(row, each.column.at)) for each in read]
        digest = identities.digest(_of(columns, Meaning.ID, row), _of(columns, Meaning.TIME, row), said)
        if digest in met:
            doubles.append(
                Remark(N_("The same answer as in row {first}; counted once."), {"first": met[digest]}, number)
            )
            continue
        met[digest] = number
        answers.append(Answer(survey_id, replies, Source.FILE, digest))
    return tuple(answers), doubles


def _at(row: Sequence[Cell], at: int) -> str:
    return text_of(row[at]) if at < len(row) else ""


def _of(columns: Sequence[Column], wanted: Meaning, row: Sequence[Cell]) -> list[Cell]:
    return [row[each.at] for each in columns if each.meaning is wanted and each.at < len(row)]
