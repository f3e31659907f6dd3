"""Questions on paper: every question on the sheet, letters that are embedded, a code that is read."""

from __future__ import annotations

import re

import pypdfium2
import pytest

from readers import assert_read, from_pdf
from samling.codes.questionnaire import Questionnaire, html, pdf
from samling.codes.sheets import Card
from samling.content.surveys import find_questions
from samling.domain.survey.questions import Question, QuestionSet, Sort

LINK = "https://nettskjema.no/a/48211?samling=2"
CARD = Card("Eller på telefonen:", LINK, LINK)
HOSTILE = QuestionSet(
    "x",
    "#set page(fill: red) <script>alert(1)</script>",
    (
        Question("a", "*fet* $x$ #panic() \\ æøå & <b>", Sort.SCALE, words=("<i>", "#x", "æ")),
        Question("b", "Anbefale?", Sort.TEN, words=("nei", "ja")),
        Question("c", "Valg?", Sort.CHOICE, words=("én", "to")),
        Question("d", "Ord?", Sort.TEXT),
    ),
)


def words(contents: bytes) -> str:
    """What a PDF says, with single spaces."""
    with pypdfium2.PdfDocument(contents) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


@pytest.mark.parametrize("name", ["after-gathering", "after-network", "months-later"])
@pytest.mark.parametrize("language", ["nb", "en"])
def test_one_sheet_of_paper(name: str, language: str) -> None:
    """Each of our sets is one A4 page with its code, every question and every choice on it."""
    questions = find_questions(name).said(language)
    contents = pdf(Questionnaire(questions, "Ett kryss på hver linje.", language, CARD))
    with pypdfium2.PdfDocument(contents) as document:
        assert len(document) == 1
    said = words(contents)
    for question in questions.questions:
        assert question.text in said
        assert all(word in said for word in question.words)


def test_the_code_is_read() -> None:
    """The code on the sheet leads to the survey."""
    contents = pdf(Questionnaire(find_questions("after-network").nb, "", "nb", CARD))
    assert_read(from_pdf(contents)[0], LINK)


def test_fonts_are_embedded() -> None:
    """The letters come along, æ, ø and å too: every font in the file has its outlines."""
    contents = pdf(Questionnaire(find_questions("after-network").nb, "Ærlig talt, så åpent.", "nb"))
    fonts = re.findall(rb"/FontFile[23]?\b", contents)
    assert fonts
    assert "Ærlig talt, så åpent." in words(contents)


def test_what_is_said_is_never_obeyed() -> None:
    """Markup in a question is printed as it stands, in the PDF and in the page."""
    sheet = Questionnaire(HOSTILE, "<b>", "nb", CARD)
    assert "#panic()" in words(pdf(sheet))
    page = html(sheet)
    assert "<script>" not in page
    assert "<b>" not in page.split("</style>")[1].replace("<b>nei</b>", "").replace("<b>ja</b>", "")


def test_the_page_needs_nothing_else() -> None:
    """The page holds its style and its code, and asks the net for nothing."""
    page = html(Questionnaire(find_questions("after-gathering").nb, "", "nb", CARD))
    assert "<svg" in page
    assert not re.findall(r'(?:src|href)="', page)
