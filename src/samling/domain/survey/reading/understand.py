"""From an export to answers: which columns are questions, how each was answered, and what is dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.line import printable
from samling.domain.roster_reading.found import Remark, shown
from samling.domain.sheet import is_empty, text_of
from samling.domain.survey.answers import Answer, Source
from samling.domain.survey.reading.asking import Reader
from samling.domain.survey.reading.found import Column, Understood
from samling.domain.survey.reading.identity import Identities
from samling.domain.survey.reading.matching import matches
from samling.domain.survey.reading.words import Meaning, folded, is_personal, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.sheet import Cell, Sheet
    from samling.domain.survey.answers import Asked
    from samling.domain.survey.questions import QuestionSet
    from samling.domain.survey.reading.asking import Read

_LOOKED_AT = 10
_LONGEST_QUESTION = 1000
_MOSTLY = 0.5

_DROPPED = {
    Meaning.ID: N_("“{heading}”: an id. It tells which answers are known, and is dropped."),
    Meaning.TIME: N_("“{heading}”: a time. It tells which answers are known, and is dropped."),
    Meaning.PERSONAL: N_("“{heading}”: says who answered, and is dropped."),
    Meaning.TOOL: N_("“{heading}”: the survey tool's own, and is dropped."),
}


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
    reader = Reader(survey_id, sets, before)
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
        warnings=(*_strange(found, before), *reader.remarks, *doubles),
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


def _strange(read: Sequence[Read], before: Sequence[Asked]) -> Iterator[Remark]:
    """Say it where a survey that has answers is given a file of other questions: it may be another survey's."""
    if before and read and not {each.asked.number for each in read} & {each.number for each in before}:
        yield Remark(N_("The survey has asked none of these questions before. Is it the right file?"))


# answers


def _answers(
    survey_id: int, columns: Sequence[Column], read: Sequence[Read], rows: Sequence[tuple[int, Sequence[Cell]]]
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
