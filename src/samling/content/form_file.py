"""What a file with a scoring form may hold, key by key, and how it becomes a form in each language."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field

from samling.content.explain import between, checked
from samling.content.faults import Fault
from samling.content.fields import (
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
from samling.content.forms import FormFile
from samling.content.toml_file import read_document
from samling.domain.errors import N_
from samling.domain.scoring.form import WHOLE, Criterion, Form

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from samling.content.toml_file import Document

MOST_CRITERIA = 20
FEWEST_STEPS = 2
MOST_STEPS = 11

_WORDS = N_("a list of 2 to 11 words, one for each step of the scale, the lowest first")
_WEIGHT = N_("whole per cent from 1 to 100")
_LOWEST = N_("a whole number from 0 to 100")
_TIE_RANK = N_("a whole number from 1 to 20; leave the key out when the criterion breaks no tie")
_CRITERIA = N_("1 to 20 criteria, each under a heading [[criteria]]")

_NONE = N_("there is no criterion")
_TAKEN = N_("found {found}, which the criterion in line {other} has already")
_OWN_ID = N_("an id of its own for each criterion")
_OWN_TIE_RANK = N_("a tie_rank of its own for each criterion, or none")
_SUM = N_("the weights add up to {found} per cent")
_HUNDRED = N_("weights that add up to 100")
_FEW_WORDS = N_("the number of words is {found}")
_OTHER_SCALE = N_("found {found} words, but the criterion in line {other} has {count}")
_SAME_SCALE = N_("the same number of words for every criterion: they share one scale")
_OTHER_COUNT = N_("found {found} words, but {count} in words")
_AS_MANY = N_("as many words as in words, in the same order")

Words = Annotated[tuple[Name, ...], AsTuple]


class CriterionTable(Table):
    """One `[[criteria]]`."""

    id: Slug = Field(description=SLUG)
    name: Name = Field(description=FILLED_LINE)
    name_en: Line = Field(default="", description=LINE)
    question: Name = Field(description=FILLED_LINE)
    question_en: Line = Field(default="", description=LINE)
    weight: Annotated[int, Field(ge=1, le=WHOLE)] = Field(description=_WEIGHT)
    tie_rank: Annotated[int, Field(ge=1, le=MOST_CRITERIA)] | None = Field(default=None, description=_TIE_RANK)
    words: Words = Field(max_length=MOST_STEPS, description=_WORDS)
    words_en: Words = Field(default=(), max_length=MOST_STEPS, description=_WORDS)


class FormTable(Table):
    """The whole file."""

    id: Slug | None = Field(default=None, description=SLUG)
    title: Name = Field(description=FILLED_LINE)
    title_en: Line = Field(default="", description=LINE)
    source: Line = Field(default="", description=LINE)
    source_en: Line = Field(default="", description=LINE)
    proposal: bool = Field(default=False, description=YES_NO)
    note: Text = Field(default="", description=TEXT)
    note_en: Text = Field(default="", description=TEXT)
    lowest: Annotated[int, Field(ge=0, le=100)] = Field(default=1, description=_LOWEST)
    criteria: Annotated[tuple[CriterionTable, ...], AsTuple] = Field(max_length=MOST_CRITERIA, description=_CRITERIA)


def load_form(path: Path) -> FormFile:
    """Read one form file; raise `ContentFaults` with everything that is wrong with it."""
    table = checked(read_document(path), FormTable, _relations)
    nb = Form(
        id=table.id or slug(path.stem) or "form",
        title=table.title,
        criteria=tuple(
            Criterion(each.id, each.name, each.question, each.weight, table.lowest, each.words, each.tie_rank)
            for each in table.criteria
        ),
        source=table.source,
        note=table.note,
        is_proposal=table.proposal,
    )
    return FormFile(nb.id, nb, _in_english(nb, table))


def _in_english(form: Form, table: FormTable) -> Form:
    """Return a form with its English texts; the others stay where the file has none."""
    criteria = (
        replace(
            criterion,
            name=each.name_en or each.name,
            question=each.question_en or each.question,
            words=each.words_en or each.words,
        )
        for criterion, each in zip(form.criteria, table.criteria, strict=True)
    )
    return replace(
        form,
        title=table.title_en or table.title,
        source=table.source_en or table.source,
        note=table.note_en or table.note,
        criteria=tuple(criteria),
    )


def _relations(document: Document) -> Iterator[Fault]:
    """Yield the faults that lie between keys, from the raw tables, whatever else is wrong with them."""
    found = document.data.get("criteria")
    if found == []:  # pydantic would count the valid criteria alone
        yield Fault(document.file, _NONE, "criteria", document.lines.line(("criteria",)), allowed=_CRITERIA)
    criteria = [each if isinstance(each, dict) else {} for each in (found if isinstance(found, list) else ())]
    yield from _taken(document, criteria, "id", str, _OWN_ID)
    yield from _taken(document, criteria, "tie_rank", int, _OWN_TIE_RANK)
    yield from _scales(document, criteria)
    weights = [weight for each in criteria if type(weight := each.get("weight")) is int and 1 <= weight <= WHOLE]
    if len(weights) == len(criteria) > 0 and sum(weights) != WHOLE:
        yield between(document, ("criteria", 0, "weight"), sum(weights), (_SUM, _HUNDRED))


def _taken(document: Document, criteria: list[dict[str, Any]], key: str, kind: type, allowed: str) -> Iterator[Fault]:
    """Yield the values that two criteria share and should not."""
    lines: dict[object, int] = {}
    for index, criterion in enumerate(criteria):
        value, path = criterion.get(key), ("criteria", index, key)
        if type(value) is kind and value in lines:
            yield between(document, path, value, (_TAKEN, allowed), other=lines[value])
        elif type(value) is kind:
            lines[value] = document.lines.line(path)


def _scales(document: Document, criteria: list[dict[str, Any]]) -> Iterator[Fault]:
    """Yield the criteria whose scale has another number of steps than the first one's, or in English than its own."""
    counts = {index: len(each["words"]) for index, each in enumerate(criteria) if isinstance(each.get("words"), list)}
    first = min(counts, default=0)
    line = document.lines.line(("criteria", first, "words"))
    for index, count in counts.items():
        path, english = ("criteria", index, "words"), criteria[index].get("words_en")
        if count < FEWEST_STEPS:  # pydantic would count the valid words alone
            yield between(document, path, count, (_FEW_WORDS, _WORDS))
        elif count != counts[first]:
            yield between(document, path, count, (_OTHER_SCALE, _SAME_SCALE), other=line, count=counts[first])
        if isinstance(english, list) and len(english) != count:
            path = ("criteria", index, "words_en")
            yield between(document, path, len(english), (_OTHER_COUNT, _AS_MANY), count=count)
