"""A survey's questions on A4, to be answered with a pen: as PDF, and as one page of HTML. It may bear the code.

PDF is set by Typst, which embeds the fonts. The HTML page needs nothing but a browser that prints.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from samling.codes.pattern import code
from samling.codes.pictures import svg
from samling.domain.errors import N_, Refused
from samling.domain.survey.questions import TEN, Sort

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.codes.sheets import Card
    from samling.domain.survey.questions import Question, QuestionSet

_LINES = 3
"""Ruled lines under a question that is answered in one's own words."""


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A sheet: its questions, the line under the title, the code of the survey with what is said of it, if any."""

    questions: QuestionSet
    lead: str
    language: str
    card: Card | None = None


def pdf(sheet: Questionnaire) -> bytes:
    """Return the sheet as PDF. Raises `Refused` where Typst is not installed."""
    try:
        import typst
    except ImportError as fault:
        raise Refused(N_("PDF needs typst, which is not installed here. Write an HTML page and print it.")) from fault
    card = sheet.card
    data = {
        "title": sheet.questions.title,
        "lead": sheet.lead,
        "language": sheet.language,
        "lines": _LINES,
        "code": {"svg": svg(code(card.payload)), "title": card.title, "text": card.text} if card else None,
        "questions": [
            {"text": each.text, "sort": each.sort.value, "words": list(each.words)}
            for each in sheet.questions.questions
        ],
    }
    template = Path(__file__).with_suffix(".typ").read_bytes()
    return typst.compile(template, format="pdf", sys_inputs={"data": json.dumps(data)})


def html(sheet: Questionnaire) -> str:
    """Return the sheet as one self-contained page."""
    style = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
    title = escape(sheet.questions.title)
    questions = "".join(f"<li>{''.join(_question(each))}</li>\n" for each in sheet.questions.questions)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(sheet.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"<header>\n<div>\n<h1>{title}</h1>\n<p>{escape(sheet.lead)}</p>\n</div>\n{_code(sheet.card)}</header>\n"
        f"<ol>\n{questions}</ol>\n</main>\n</body>\n</html>\n"
    )


def _code(card: Card | None) -> str:
    if card is None:
        return ""
    return (
        f"<figure>\n{svg(code(card.payload))}\n<figcaption>{escape(card.title)}<br>"
        f"<code>{escape(card.text)}</code></figcaption>\n</figure>\n"
    )


def _question(question: Question) -> Iterator[str]:
    yield f"<p>{escape(question.text)}</p>"
    match question.sort:
        case Sort.SCALE:
            yield f'<div class="scale">{_boxes(question.words)}</div>'
        case Sort.TEN:
            low, high = map(escape, question.words or ("", ""))
            yield f'<div class="ten"><b>{low}</b>{_boxes(map(str, range(TEN + 1)))}<b>{high}</b></div>'
        case Sort.CHOICE:
            yield f'<div class="choice">{_boxes(question.words)}</div>'
        case Sort.TEXT:
            yield "<hr>" * _LINES


def _boxes(words: Iterable[str]) -> str:
    return "".join(f"<span><i></i>{escape(word)}</span>" for word in words)
