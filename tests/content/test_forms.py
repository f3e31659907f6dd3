"""Scoring forms: ours, the user's own, and what a wrong file is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.content.faults import ContentFaults, Fault
from samling.content.forms import check_form, find_form, list_forms, load_form
from samling.content.places import shipped
from samling.domain.errors import Refused

GOOD = """\
title = "Vårt skjema"
[[criteria]]
id = "mål"
name = "Mål"
question = "Var det et mål?"
weight = 100
words = ["nei", "ja"]
""".replace('"mål"', '"maal"')

STANDARD = [
    ("problem", 20),
    ("change", 20),
    ("result", 25),
    ("lasting", 15),
    ("involvement", 10),
    ("delivery", 10),
]


def faults_of(path: Path, text: str) -> tuple[Fault, ...]:
    """Return the faults of a form file with this text; none when it is right."""
    path.write_text(text, encoding="utf-8")
    try:
        load_form(path)
    except ContentFaults as error:
        return error.faults
    return ()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of a form file that is still to be written."""
    return tmp_path / "skjema.toml"


class TestOurs:
    def test_the_list(self, tmp_path: Path) -> None:
        """There are three, each named for its id, marked as our proposal, and nothing is wrong with them."""
        listed = list_forms(tmp_path)
        assert [each.id for each in listed] == ["standard", "short", "poster"]
        assert all(each.content and each.content.nb.is_proposal and each.path.stem == each.id for each in listed)

    def test_the_standard_form_is_the_rules(self) -> None:
        """Criteria and weights are those of the rules, on the scale from 1 to 5."""
        form = find_form("standard").nb
        assert list(form.weights.items()) == STANDARD
        assert (form.lowest, form.highest) == (1, 5)

    def test_the_short_form_has_three_criteria(self) -> None:
        """The short form can be filled in while the next team walks up."""
        assert len(find_form("short").nb.criteria) == 3

    @pytest.mark.parametrize("id_", ["standard", "short", "poster"])
    def test_every_criterion_is_whole(self, id_: str) -> None:
        """In both languages a criterion has a name, a question, a word for each step and a tie rank of its own."""
        both = find_form(id_)
        for form in (both.nb, both.en):
            assert sum(form.weights.values()) == 100
            assert sorted(each.tie_rank or 0 for each in form.criteria) == list(range(1, len(form.criteria) + 1))
            for each in form.criteria:
                assert each.name
                assert each.question.endswith("?")
                assert len(set(each.words)) == 5
        pairs = zip(both.nb.criteria, both.en.criteria, strict=True)
        assert all(nb.question != en.question and nb.words != en.words for nb, en in pairs)

    @pytest.mark.parametrize("id_", ["standard", "short", "poster"])
    def test_words_fit_a_judges_window(self, id_: str) -> None:
        """No word of a scale is so long that it cannot stand beside its figure in a narrow window."""
        both = find_form(id_)
        assert max(len(word) for form in (both.nb, both.en) for each in form.criteria for word in each.words) <= 24


class TestOwn:
    def test_one_language_is_enough(self, file: Path) -> None:
        """A file without English says the same in both languages; its id comes from its name."""
        file.write_text(GOOD, encoding="utf-8")
        form = load_form(file)
        assert form.id == "skjema"
        assert form.en == form.nb
        assert form.said("en").criteria[0].words == ("nei", "ja")

    def test_every_key(self, file: Path) -> None:
        """Every key that the format knows arrives in the form."""
        file.write_text(
            """
            id = "mitt"
            title = "T"
            title_en = "TE"
            source = "S"
            source_en = "SE"
            proposal = true
            note = "N"
            note_en = "NE"
            lowest = 0
            [[criteria]]
            id = "a"
            name = "A"
            name_en = "AE"
            question = "Q"
            question_en = "QE"
            weight = 100
            tie_rank = 2
            words = ["a", "b", "c"]
            words_en = ["d", "e", "f"]
            """
        )
        nb, en = (load_form(file).said(language) for language in ("nb", "en"))
        assert (nb.id, nb.title, nb.source, nb.note, nb.is_proposal) == ("mitt", "T", "S", "N", True)
        assert (en.id, en.title, en.source, en.note, en.is_proposal) == ("mitt", "TE", "SE", "NE", True)
        (of_nb,), (of_en,) = nb.criteria, en.criteria
        assert (of_nb.id, of_nb.name, of_nb.question, of_nb.words) == ("a", "A", "Q", ("a", "b", "c"))
        assert (of_en.id, of_en.name, of_en.question, of_en.words) == ("a", "AE", "QE", ("d", "e", "f"))
        assert (of_nb.weight, of_nb.lowest, of_nb.highest, of_nb.tie_rank) == (100, 0, 2, 2)

    def test_found_by_id(self, tmp_path: Path) -> None:
        """A form in the own folder is found by its id, and one that takes ours is at fault."""
        (tmp_path / "mitt.toml").write_text(GOOD, encoding="utf-8")
        copy = tmp_path / "kopi.toml"
        copy.write_bytes(shipped("data", "scoring", "short.toml").read_bytes())
        assert find_form("mitt", tmp_path).nb.title == "Vårt skjema"
        assert find_form("short", tmp_path).nb.title == "Kort skjema"
        with pytest.raises(ContentFaults, match="belongs to another form"):
            check_form(copy, tmp_path)

    def test_an_unknown_id(self, tmp_path: Path) -> None:
        """An unknown id is refused with the nearest."""
        with pytest.raises(Refused, match="Did you mean poster"):
            find_form("postr", tmp_path)


class TestFaults:
    def test_good_is_good(self, file: Path) -> None:
        """The file that the others are made from has no fault."""
        assert faults_of(file, GOOD) == ()

    @pytest.mark.parametrize(
        ("was", "becomes", "place", "what"),
        [
            ("weight = 100", "weight = 95", (6, "criteria[1].weight"), "the weights add up to 95 per cent"),
            ("weight = 100", "weight = 99.5", (6, "criteria[1].weight"), "found 99.5"),
            ("weight = 100", "weight = 0", (6, "criteria[1].weight"), "found 0"),
            ("weight = 100", "weight = true", (6, "criteria[1].weight"), "found true"),
            ("weight = 100", 'weight = "100"', (6, "criteria[1].weight"), 'found "100"'),
            ("weight = 100", "weight = 100\ntie_rank = 0", (7, "criteria[1].tie_rank"), "found 0"),
            ('["nei", "ja"]', "[]", (7, "criteria[1].words"), "the number of words is 0"),
            ('["nei", "ja"]', '["nei"]', (7, "criteria[1].words"), "the number of words is 1"),
            ('["nei", "ja"]', '["nei", ""]', (7, "criteria[1].words[2]"), "this is empty"),
            ('["nei", "ja"]', '["nei", 5]', (7, "criteria[1].words[2]"), "found 5"),
            ('["nei", "ja"]', str(["x"] * 12), (7, "criteria[1].words"), "found 12 items"),
            (
                '["nei", "ja"]',
                '["a", "b"]\nwords_en = ["a"]',
                (8, "criteria[1].words_en"),
                "found 1 words, but 2 in words",
            ),
            ('"maal"', '"Mål"', (3, "criteria[1].id"), 'found "Mål"'),
            ('name = "Mål"\n', "", (2, "criteria[1].name"), "the key name is missing"),
            ('"Var det et mål?"', '"a\\u001b[31mb"', (5, "criteria[1].question"), "character number 2 is the control"),
            ('"Vårt skjema"', '""', (1, "title"), "this is empty"),
            ("[[criteria]]", "lowest = -1\n[[criteria]]", (2, "lowest"), "found -1"),
            ("words =", "word =", (7, "criteria[1].word"), "there is no key word here; did you mean words?"),
        ],
    )
    def test_one_fault(self, file: Path, was: str, becomes: str, place: tuple[int, str], what: str) -> None:
        """One wrong value is told of at its line and key, in words."""
        assert was in GOOD
        told = {(fault.line, fault.key): fault.what() for fault in faults_of(file, GOOD.replace(was, becomes))}
        assert what in told.pop(place)
        assert set(told) <= {(2, "criteria[1].words")}  # a misspelt key is also one that is missing

    def test_no_criterion(self, file: Path) -> None:
        """A form without criteria is none."""
        assert [fault.what() for fault in faults_of(file, 'title = "x"\ncriteria = []')] == ["there is no criterion"]
        assert [fault.what() for fault in faults_of(file, 'title = "x"')] == ["the key criteria is missing"]
        assert faults_of(file, 'title = "x"\ncriteria = 3')[0].what() == "found 3"

    def test_between_criteria(self, file: Path) -> None:
        """Ids and tie ranks are each criterion's own, and all share one scale."""
        one = GOOD.split("\n", 1)[1].replace("weight = 100", "weight = 50\ntie_rank = 1")
        other = one.replace('["nei", "ja"]', '["nei", "vet ikke", "ja"]')
        faults = faults_of(file, 'title = "x"\n' + one + other)
        assert [(fault.line, fault.key) for fault in faults] == [
            (10, "criteria[2].id"),
            (14, "criteria[2].tie_rank"),
            (15, "criteria[2].words"),
        ]
        assert "the criterion in line 3 has already" in faults[0].what()
        assert faults[2].what() == "found 3 words, but the criterion in line 8 has 2"

    def test_everything_at_once(self, file: Path) -> None:
        """Faults between keys are told together with those within them."""
        text = GOOD.replace("weight = 100", "weight = 7").replace('"Mål"', "3").replace('"Vårt skjema"', "4")
        assert [fault.key for fault in faults_of(file, text)] == ["title", "criteria[1].name", "criteria[1].weight"]

    def test_masses_of_criteria(self, file: Path) -> None:
        """A file with tens of thousands of criteria is refused in at most two hundred and one lines."""
        assert 0 < len(faults_of(file, 'title = "x"\n' + '[[criteria]]\nid = "a"\nweight = 1\n' * 20_000)) <= 201


SHIPPED = shipped("data", "scoring", "standard.toml").read_text(encoding="utf-8")


@given(at=st.integers(0, len(SHIPPED)), length=st.integers(0, 40), put=st.text("[]{}=\"'\n#0a", max_size=3))
def test_a_spoilt_copy(tmp_path_factory: pytest.TempPathFactory, at: int, length: int, put: str) -> None:
    """However a copy of our form is spoilt, it is a form or has faults, each with a line of the file and a sentence."""
    text = SHIPPED[:at] + put + SHIPPED[at + length :]
    for fault in faults_of(tmp_path_factory.getbasetemp() / "any.toml", text):
        assert fault.line is None or 1 <= fault.line <= text.count("\n") + 1
        assert fault.sentence()
        assert not re.search(r"\{\w+\}", fault.what())
