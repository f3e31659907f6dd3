"""What a file with a survey's questions may hold, key by key, and how it becomes questions in each language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from samling.content.explain import between, checked
from samling.content.faults import Fault
from samling.content.fields import (
    CHOICE,
    FILLED_LINE,
    LINE,
    SLUG,
    TEXT,
    YES_NO,
    AsTuple,
    Line,
    Name,
    Slug,
    Table,
    Text,
    slug,
)
from samling.content.surveys import QuestionFile
from samling.content.toml_file import read_document
from samling.domain.errors import N_
from samling.domain.survey.questions import MOST_STEPS, Question, QuestionSet, Sort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.content.toml_file import Document

MOST_QUESTIONS = 40
MOST_CHOICES = 20

_WORDS = N_("a list of 2 to 20 words: the steps of the scale with the lowest first, two ends, or what can be chosen")
_SCALE = N_("a list of 2 to 7 words, one for each step of the scale, the lowest first")
_QUESTIONS = N_("1 to 40 questions, each under a heading [[questions]]")

_NONE = N_("there is no question")
_TAKEN = N_("found {found}, which the question in line {other} has already")
_OWN_ID = N_("an id of its own for each question")
_OTHER_COUNT = N_("found {found} words, but {count} in words")
_AS_MANY = N_("as many words as in words, in the same order")
_NO_WORDS = N_("found {found} without words")
_NEEDS_WORDS = N_("words: what can be chosen, or the steps of the scale (here, or in scale)")
_TOO_MANY = N_("found {found} words")
_FITTING = N_("two words for a 0-10, 2 to 7 for a scale, none for a text")

Words = Annotated[tuple[Name, ...], AsTuple]
OfSort = Annotated[Sort, Field(strict=False)]


class QuestionTable(Table):
    """One `[[questions]]`."""

    id: Slug = Field(description=SLUG)
    text: Name = Field(description=FILLED_LINE)
    text_en: Line = Field(default="", description=LINE)
    sort: OfSort = Field(description=CHOICE)
    measures: Name = Field(description=FILLED_LINE)
    measures_en: Line = Field(default="", description=LINE)
    words: Words = Field(default=(), max_length=MOST_CHOICES, description=_WORDS)
    words_en: Words = Field(default=(), max_length=MOST_CHOICES, description=_WORDS)
    several: bool = Field(default=False, description=YES_NO)


class QuestionsTable(Table):
    """The whole file."""

    id: Slug | None = Field(default=None, description=SLUG)
    title: Name = Field(description=FILLED_LINE)
    title_en: Line = Field(default="", description=LINE)
    when: Line = Field(default="", description=LINE)
    when_en: Line = Field(default="", description=LINE)
    source: Line = Field(default="", description=LINE)
    source_en: Line = Field(default="", description=LINE)
    proposal: bool = Field(default=False, description=YES_NO)
    note: Text = Field(default="", description=TEXT)
    note_en: Text = Field(default="", description=TEXT)
    scale: Words = Field(default=(), max_length=MOST_STEPS, description=_SCALE)
    scale_en: Words = Field(default=(), max_length=MOST_STEPS, description=_SCALE)
    questions: Annotated[tuple[QuestionTable, ...], AsTuple] = Field(max_length=MOST_QUESTIONS, description=_QUESTIONS)


def load_questions(path: Path) -> QuestionFile:
    """Read one file of questions; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path), QuestionsTable, _relations)
    nb = QuestionSet(
        id=table.id or slug(path.stem) or "questions",
        title=table.title,
        questions=tuple(
            Question(
                each.id, each.text, each.sort, each.measures, each.words or _scale(each, table.scale), each.several
            )
            for each in table.questions
        ),
        when=table.when,
        source=table.source,
        note=table.note,
        is_proposal=table.proposal,
    )
    return QuestionFile(nb.id, nb, _in_english(nb, table))


def _scale(question: QuestionTable, words: tuple[str, ...]) -> tuple[str, ...]:
    return words if question.sort is Sort.SCALE else ()


def _in_english(questions: QuestionSet, table: QuestionsTable) -> QuestionSet:
    """Return questions with their English texts; the others stay where the file has none."""
    found = (
        replace(
            question,
            text=each.text_en or each.text,
            measures=each.measures_en or each.measures,
            words=each.words_en or (_scale(each, table.scale_en) if not each.words else ()) or question.words,
        )
        for question, each in zip(questions.questions, table.questions, strict=True)
    )
    return replace(
        questions,
        title=table.title_en or table.title,
        when=table.when_en or table.when,
        source=table.source_en or table.source,
        note=table.note_en or table.note,
        questions=tuple(found),
    )


def _relations(document: Document) -> Iterator[Fault]:
    """Yield the faults that lie between keys, from the raw tables, whatever else is wrong with them."""
    found = document.data.get("questions")
    if found == []:  # pydantic would count the valid questions alone
        yield Fault(document.file, _NONE, "questions", document.lines.line(("questions",)), allowed=_QUESTIONS)
    questions = [each if isinstance(each, dict) else {} for each in (found if isinstance(found, list) else ())]
    yield from _taken(document, questions)
    yield from _english(document, document.data, (), "scale")
    for index, question in enumerate(questions):
        yield from _english(document, question, ("questions", index), "words")
        yield from _fitting(document, question, index)


def _taken(document: Document, questions: list[dict[str, Any]]) -> Iterator[Fault]:
    """Yield the ids that two questions share."""
    lines: dict[str, int] = {}
    for index, question in enumerate(questions):
        value, path = question.get("id"), ("questions", index, "id")
        if isinstance(value, str) and value in lines:
            yield between(document, path, value, (_TAKEN, _OWN_ID), other=lines[value])
        elif isinstance(value, str):
            lines[value] = document.lines.line(path)


def _english(document: Document, table: dict[str, Any], path: tuple[str | int, ...], key: str) -> Iterator[Fault]:
    """Yield a fault where there are not as many words in English."""
    words, english = table.get(key), table.get(f"{key}_en")
    if isinstance(words, list) and isinstance(english, list) and len(words) != len(english):
        yield between(document, (*path, f"{key}_en"), len(english), (_OTHER_COUNT, _AS_MANY), count=len(words))


def _fitting(document: Document, question: dict[str, Any], index: int) -> Iterator[Fault]:
    """Yield a fault where a question has too few or too many words for its sort."""
    sort, words = question.get("sort"), question.get("words")
    count = len(words) if isinstance(words, list) else 0
    scale = document.data.get("scale")
    has_scale = count > 0 or (isinstance(scale, list) and len(scale) > 0)
    if (sort == Sort.SCALE and not has_scale) or (sort == Sort.CHOICE and count < 2):
        yield between(document, ("questions", index, "sort"), sort, (_NO_WORDS, _NEEDS_WORDS))
    most = {Sort.SCALE.value: MOST_STEPS, Sort.TEN.value: 2, Sort.TEXT.value: 0}.get(str(sort), MOST_CHOICES)
    if count > most or (count == 1 and most > 1):
        yield between(document, ("questions", index, "words"), count, (_TOO_MANY, _FITTING))
