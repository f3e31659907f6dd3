"""Exports of survey tools are read as what people answered: recognised, counted once, without whose they are."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports import AGREE, QUESTIONS, REPLIES, SATISFIED, SHAPES, USEFUL, forms, nettskjema
from samling.content.surveys import find_questions
from samling.domain.sheet import Sheet
from samling.domain.survey.answers import Answers, take_in
from samling.domain.survey.questions import Sort
from samling.domain.survey.reading.understand import understand
from samling.domain.survey.reading.words import Meaning

if TYPE_CHECKING:
    from samling.domain.survey.questions import QuestionSet
    from samling.domain.survey.reading.found import Understood

SAID = [
    {
        "useful": step,
        "pace": (pace,),
        "satisfied": ten,
        **({"more": more} if more else {}),
    }
    for step, pace, ten, more in REPLIES
]


@cache
def sets() -> tuple[QuestionSet, QuestionSet]:
    """The questions after a gathering, in bokmål and English."""
    found = find_questions("after-gathering")
    return found.nb, found.en


def said(found: Understood) -> list[dict[str, object]]:
    """What each answer says, by the ids of the questions, else by their words."""
    named = {each.number: each.question or each.text for each in found.asked}
    return [{named[number]: reply for number, reply in answer.replies.items()} for answer in found.answers]


class TestShapes:
    @pytest.mark.parametrize("shape", SHAPES)
    def test_every_tool_says_the_same(self, shape: str) -> None:
        """Words, figures with words, bare figures: the six answers are what was answered, question by question."""
        found = understand(SHAPES[shape](), 1, sets())
        assert said(found) == SAID
        assert found.agreed == len(QUESTIONS)
        assert {each.question: each.sort for each in found.asked} == {
            "useful": Sort.SCALE,
            "pace": Sort.CHOICE,
            "satisfied": Sort.TEN,
            "more": Sort.TEXT,
        }

    @pytest.mark.parametrize("shape", SHAPES)
    def test_nothing_says_who_it_was(self, shape: str) -> None:
        """No id, time, name or address is in what is kept, and each of their columns is told of."""
        found = understand(SHAPES[shape](), 1, sets())
        kept = repr((found.answers, found.asked))
        assert not any(part in kept for part in ("Nes", "@", "R-00", "30000001", "2026"))
        dropped = {each.at for each in found.columns if each.meaning is not Meaning.QUESTION}
        assert {each.column for each in found.left_out} == dropped
        assert len(dropped) == len(found.columns) - len(QUESTIONS)

    def test_an_english_export_is_kept_in_the_sets_first_language(self) -> None:
        """Answers in English words are the same answers: steps are steps, choices are kept by the first language."""
        english = sets()[1].questions
        text = {each.id: each for each in english}
        head = (text["useful"].text, text["pace"].text, "Shoe size of the coach")
        rows = (("Strongly agree", "About right", "a"), ("disagree a little", "Too fast", "b"))
        found = understand(Sheet((head, *rows)), 1, sets())
        assert said(found)[0]["useful"] == 5
        assert [each["pace"] for each in said(found)] == [("Passe",), ("For raskt",)]
        assert said(found)[1]["useful"] == 2

    def test_other_words_are_told_of(self) -> None:
        """A question that was worded otherwise is read and told; one that is in no set is kept and told."""
        head = ("Samlingen var nyttig for det teamet arbeider med", "Hvordan var maten?")
        found = understand(Sheet((head, ("4", "I stor grad"), ("5", "I noen grad"))), 1, sets())
        told = [each.sentence() for each in found.warnings]
        assert "is read as" in told[0]
        assert "not in the question set" in told[1]
        assert said(found) == [{"useful": 4, "Hvordan var maten?": 4}, {"useful": 5, "Hvordan var maten?": 3}]

    def test_another_way_of_answering_is_told_of(self) -> None:
        """A scale of the set that was answered in one's own words is not forced into it."""
        found = understand(Sheet(((USEFUL,), ("Ja, absolutt",), ("Sånn passe",), ("Vet ikke helt",))), 1, sets())
        assert [(each.sort, each.question) for each in found.asked] == [(Sort.TEXT, "")]
        assert "not answered as" in found.warnings[0].sentence()

    def test_another_surveys_file_is_told_of(self) -> None:
        """A file of which a survey has asked nothing is asked about; one known question is enough for silence."""
        asks = "Is it the right file?"
        first = understand(Sheet((("Hva lærte du?",), ("å måle",))), 1)
        other = Sheet((("Antall katter",), ("3",)))
        grown = Sheet((("Antall katter", "Hva lærte du?"), ("3", "å måle")))
        assert any(asks in each.template for each in understand(other, 1, before=first.asked).warnings)
        assert not any(asks in each.template for each in understand(grown, 1, before=first.asked).warnings)
        assert not any(asks in each.template for each in understand(other, 1).warnings)


class TestOnce:
    @pytest.mark.parametrize(("first", "second"), itertools.product(SHAPES, repeat=2))
    def test_the_same_file_adds_nothing(self, first: str, second: str) -> None:
        """A file that comes again adds nothing; what another tool collected beside it is added."""
        once = understand(SHAPES[first](), 1, sets())
        again = understand(SHAPES[second](), 1, sets(), once.asked)
        kept = take_in(take_in(Answers(1), 1, once.asked, once.answers), 1, again.asked, again.answers)
        assert len(kept.answers) == len(REPLIES) * (1 if first == second else 2)
        assert kept.asked == once.asked

    def test_a_grown_file_adds_what_is_new(self) -> None:
        """A later export with two more answers adds these two."""
        first = understand(forms(REPLIES[:4]), 1, sets())
        later = understand(forms(REPLIES), 1, sets(), first.asked)
        kept = take_in(take_in(Answers(1), 1, first.asked, first.answers), 1, later.asked, later.answers)
        assert [each.replies for each in kept.answers] == [each.replies for each in later.answers]

    def test_a_changed_answer_counts_once(self) -> None:
        """Somebody who opens their answer again and changes it is still one."""
        changed = [(1, *REPLIES[0][1:]), *REPLIES[1:]]
        first, later = understand(forms(), 1, sets()), understand(forms(changed), 1, sets())
        kept = take_in(take_in(Answers(1), 1, first.asked, first.answers), 1, later.asked, later.answers)
        assert len(kept.answers) == len(REPLIES)

    def test_ids_of_two_forms_may_be_the_same(self) -> None:
        """Every form counts from 1: answers with the same ids at other times are other answers."""
        first = forms()
        moved = [
            tuple(cell.replace(hour=15) if isinstance(cell, datetime) else cell for cell in row) for row in first.rows
        ]
        one, other = understand(first, 1, sets()), understand(Sheet(tuple(moved)), 1, sets())
        assert not {each.digest for each in one.answers} & {each.digest for each in other.answers}

    @pytest.mark.parametrize("form", ["{:%m/%d/%y %I:%M:%S %p}", "{:%d.%m.%Y %H:%M}", "{:%Y-%m-%dT%H:%M:%S+02:00}"])
    def test_dates_may_be_written_any_way(self, form: str) -> None:
        """The same export as a spreadsheet and as text, with the times written in any way, is the same answers."""
        rows = (
            tuple(form.format(cell) if isinstance(cell, datetime) else cell for cell in row) for row in forms().rows
        )
        assert [each.digest for each in understand(Sheet(tuple(rows)), 1).answers] == [
            each.digest for each in understand(forms(), 1).answers
        ]

    @given(st.lists(st.sampled_from([("4", "Ja"), ("5", "Ja"), ("4", "Nei")]), max_size=12))
    def test_without_ids_the_same_twice_is_two_people(self, rows: list[tuple[str, str]]) -> None:
        """Without ids people who answered the same are all counted, and none twice when the file comes again."""
        sheet = Sheet((("Nyttig?", "Igjen?"), *rows))
        once = understand(sheet, 1)
        assert len(once.answers) == len(rows)
        kept = take_in(Answers(1), 1, once.asked, once.answers)
        again = understand(sheet, 1, (), kept.asked_in(1))
        assert take_in(kept, 1, again.asked, again.answers) == kept

    def test_a_row_that_stands_there_twice(self) -> None:
        """The same id in two rows is one answer, and it is told which row is not counted."""
        rows = forms().rows
        found = understand(Sheet((*rows, rows[1])), 1, sets())
        assert len(found.answers) == len(REPLIES)
        assert found.warnings[-1].row == len(rows) + 1


class TestRoundTrip:
    @given(
        st.lists(
            st.tuples(
                st.integers(1, 5),
                st.sampled_from(("For rolig", "Passe", "For raskt")),
                st.integers(0, 10),
                st.text("abcdefghijæøå ?!.", max_size=20).map(str.strip).filter(lambda text: text not in {"-", "."}),
            ),
            min_size=1,
            max_size=30,
        ),
        st.sampled_from(sorted(SHAPES)),
    )
    def test_what_was_answered_comes_back(self, replies: list[tuple[int, str, int, str]], shape: str) -> None:
        """Whatever was answered, every tool's export is read back as just that."""
        found = said(understand(SHAPES[shape](replies), 1, sets()))
        for got, (step, pace, ten, _more) in zip(found, replies, strict=True):
            assert (got["useful"], got["pace"], got["satisfied"]) == (step, (pace,), ten)


class TestRecognised:
    @pytest.mark.parametrize(
        ("cells", "sort", "count"),
        [
            (("1", "5", "3"), Sort.SCALE, 5),
            (("4 - I stor grad", "5 (I svært stor grad)"), Sort.SCALE, 5),
            (("i stor grad", "I NOEN GRAD", "Vet ikke"), Sort.SCALE, 5),
            (("Very satisfied", "satisfied"), Sort.SCALE, 5),
            (("0", "7"), Sort.TEN, 0),
            (("8", "9", "10"), Sort.TEN, 0),
            (("Sykehus", "Kommune", "Sykehus", "Kommune"), Sort.CHOICE, 2),
            (("Tid;Pitch;", "Tid;", "Pitch;", "Tid;"), Sort.CHOICE, 2),
            (("Ja", "Mer tid i teamet", "Pauser"), Sort.TEXT, 0),
            (("42", "17"), Sort.TEXT, 0),
        ],
    )
    def test_ways_of_answering(self, cells: tuple[str, ...], sort: Sort, count: int) -> None:
        """A question that no set knows is recognised by what was answered."""
        found = understand(Sheet((("Hva synes du?",), *((cell,) for cell in cells))), 1).asked[0]
        assert (found.sort, len(found.words)) == (sort, count)

    @pytest.mark.parametrize(
        ("heading", "sort", "count"), [("Karakter (1-6)", Sort.SCALE, 6), ("Fra 0 til 10", Sort.TEN, 0)]
    )
    def test_the_heading_says_how_long_the_scale_is(self, heading: str, sort: Sort, count: int) -> None:
        """Where the heading names the ends they hold, whatever was answered."""
        found = understand(Sheet(((heading,), ("2",), ("3",))), 1).asked[0]
        assert (found.sort, len(found.words)) == (sort, count)

    @pytest.mark.parametrize("cell", ["Vet ikke", "-", "ikke aktuelt", "N/A", ""])
    def test_no_answer(self, cell: str) -> None:
        """Not to know is no step of a scale, and counts as no answer."""
        found = understand(Sheet(((USEFUL, SATISFIED), ("5", cell), ("4", "8"))), 1, sets())
        assert "satisfied" not in said(found)[0]

    def test_what_is_given_beside_the_choices(self) -> None:
        """“Other”, in one's own words, is kept as a choice beside those of the set."""
        sheet = Sheet(
            (("Hvordan var tempoet?",), *((each,) for each in ("Passe", "Passe", "Passe", "Passe", "Varierte")))
        )
        found = understand(sheet, 1, sets())
        assert found.asked[0].words == ("For rolig", "Passe", "For raskt", "Varierte")

    def test_a_few_odd_cells_are_told_of(self) -> None:
        """One answer of many that is no step is left out, and told of with what it says."""
        sheet = Sheet(((USEFUL,), *((each,) for each in (*AGREE, *AGREE, "kanskje"))))
        found = understand(sheet, 1, sets())
        assert len(found.answers) == 10
        assert "kanskje" in found.warnings[0].sentence()


class TestPersonal:
    @pytest.mark.parametrize(
        "heading",
        ["Navn", "E-postadresse", "Ditt navn", "IP Address", "Mobilnummer:", "Fødselsnummer", "user_full_name"],
    )
    def test_by_the_heading(self, heading: str) -> None:
        """What is called so is dropped, whatever is in it."""
        found = understand(Sheet(((heading, USEFUL), ("x", "5"), ("y", "4"))), 1, sets())
        assert [each.meaning for each in found.columns] == [Meaning.PERSONAL, Meaning.QUESTION]

    @pytest.mark.parametrize("cell", ["kari@fjordhelse.no", "+47 99 88 77 66", "01017012345", "192.168.1.7"])
    def test_by_what_is_in_it(self, cell: str) -> None:
        """Addresses and numbers of people are dropped under any heading."""
        found = understand(Sheet((("Hvordan når vi deg?", USEFUL), (cell, "5"), (cell, "4"))), 1, sets())
        assert found.columns[0].meaning is Meaning.PERSONAL

    def test_within_a_text(self) -> None:
        """An address or a number in the middle of a text is taken out of it."""
        rows = (("Ring meg på 99 88 77 66 eller kari@fjordhelse.no!",), ("Takk for meg",), ("Mer",))
        found = understand(Sheet((("Hva bør vi gjøre mer av?",), *rows)), 1, sets())
        assert said(found)[0]["more"] == "Ring meg på … eller …"

    def test_a_question_about_mail_is_a_question(self) -> None:
        """A whole question may speak of e-mail."""
        heading = "Fikk du nok informasjon på e-post før samlingen?"
        assert understand(Sheet(((heading,), ("Ja",), ("Nei",))), 1).columns[0].meaning is Meaning.QUESTION


class TestHostile:
    @given(
        st.lists(
            st.lists(
                st.text(max_size=12) | st.sampled_from(("=1+1", "\x1b[31m", "[red]", "\u202e", "1", "NaN", "5" * 30)),
                max_size=6,
            ),
            min_size=1,
            max_size=12,
        )
    )
    def test_any_sheet(self, rows: list[list[str]]) -> None:
        """Whatever a file holds, it is read without a fault, and every reply is one that its question allows."""
        from samling.domain.survey.answers import check_reply

        found = understand(Sheet(tuple(map(tuple, rows))), 1, sets())
        asked = {each.number: each for each in found.asked}
        for answer in found.answers:
            for number, reply in answer.replies.items():
                check_reply(asked[number], reply)

    def test_formulas_are_texts(self) -> None:
        """What begins like a formula is what somebody wrote, and nothing is reckoned."""
        sheet = Sheet((("Hva bør vi gjøre mer av?",), ("=SUM(A1:A9)",), ("Pauser",), ("Mer",)))
        assert said(understand(sheet, 1, sets()))[0]["more"] == "=SUM(A1:A9)"

    def test_columns_without_answers_are_no_questions(self) -> None:
        """A question that nobody answered, and rows in which nothing was answered, are passed over."""
        found = understand(Sheet(((USEFUL, SATISFIED), ("", ""), ("5", ""), ("-", ""))), 1, sets())
        assert ([each.question for each in found.asked], len(found.answers)) == (["useful"], 1)

    def test_the_order_of_columns_means_nothing(self) -> None:
        """The same export with its columns turned round is the same answers under the same numbers."""
        once = understand(nettskjema(), 1, sets())
        turned = Sheet(tuple(tuple(reversed(row)) for row in nettskjema().rows))
        again = understand(turned, 1, sets(), once.asked)
        assert again.asked == once.asked
        assert [replace(each, replies=dict(each.replies)) for each in again.answers] == list(once.answers)
