"""Ready questions: ours are whole in both languages, and one's own are checked with every fault at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.content.faults import ContentFaults
from samling.content.surveys import check_questions, find_questions, list_questions
from samling.domain.errors import Refused
from samling.domain.survey.questions import Sort
from samling.domain.survey.reading.matching import matches

if TYPE_CHECKING:
    from pathlib import Path

OURS = ("after-gathering", "after-network", "months-later")

FILE = """
title = "Vår evaluering"
scale = ["Uenig", "Enig"]

[[questions]]
id = "useful"
text = "Nyttig?"
sort = "scale"
measures = "Nytte."
"""


def written(tmp_path: Path, text: str) -> Path:
    """A file with this text."""
    path = tmp_path / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(tmp_path: Path, text: str) -> list[str]:
    """What is wrong with a file, sentence by sentence."""
    with pytest.raises(ContentFaults) as found:
        check_questions(written(tmp_path, text))
    return [fault.sentence(str) for fault in found.value.faults]


class TestOurs:
    def test_three_sets(self) -> None:
        """After each gathering, after the network, and some months later: in that order, without a fault."""
        listed = list_questions()
        assert tuple(each.id for each in listed if each.is_ours) == OURS
        assert not [each.faults for each in listed if each.faults]

    @pytest.mark.parametrize("name", OURS)
    def test_in_both_languages(self, name: str) -> None:
        """Every text is there in English and differs, question by question in the same order."""
        found = find_questions(name)
        assert found.nb.title != found.en.title
        for nb, en in zip(found.nb.questions, found.en.questions, strict=True):
            assert (nb.id, nb.sort, len(nb.words), nb.several) == (en.id, en.sort, len(en.words), en.several)
            assert nb.text != en.text
            assert nb.measures
            assert nb.measures != en.measures

    @pytest.mark.parametrize("name", OURS)
    def test_every_question_finds_itself(self, name: str) -> None:
        """An export with our own headings is read as just these questions, in either language."""
        found = find_questions(name)
        for one in (found.nb, found.en):
            met = matches([each.text for each in one.questions], [found.nb, found.en])
            assert [each.question.id if each else None for each in met] == [each.id for each in one.questions]

    @pytest.mark.parametrize("name", OURS)
    def test_answered_in_every_way(self, name: str) -> None:
        """Each set has a scale, a choice, a 0-10 and room for one's own words."""
        assert {each.sort for each in find_questions(name).nb.questions} == set(Sort)


class TestOwn:
    def test_a_small_one(self, tmp_path: Path) -> None:
        """A scale may be said once for all; what is not in English is shown as it is."""
        found = check_questions(written(tmp_path, FILE))
        assert found.id == "mine"
        assert found.en.questions[0].words == ("Uenig", "Enig")

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            ('sort = "smiley"', "sort"),
            ('sort = "choice"', "without words"),
            ('sort = "0-10"\nwords = ["a", "b", "c"]', "words"),
            ('sort = "text"\nwords = ["a", "b"]', "words"),
            ('sort = "scale"\nwords = ["a", "b"]\nwords_en = ["a"]', "words_en"),
            ('sort = "scale"\nword = "a"', "word"),
        ],
    )
    def test_what_does_not_fit(self, tmp_path: Path, change: str, says: str) -> None:
        """A sort that there is none of, words that do not fit it, and unknown keys are told with their place."""
        assert any(says in each for each in faults(tmp_path, FILE.replace('sort = "scale"', change)))

    def test_everything_at_once(self, tmp_path: Path) -> None:
        """Several faults are told together."""
        twice = FILE + FILE.split("\n\n")[1].replace("Nytte.", "")
        assert len(faults(tmp_path, twice)) == 2

    def test_no_question(self, tmp_path: Path) -> None:
        """A file without questions is no set."""
        assert faults(tmp_path, 'title = "Tom"\nquestions = []')

    def test_unknown(self) -> None:
        """A misspelt id is told with the one that is near."""
        with pytest.raises(Refused, match="after-gathering"):
            find_questions("after-gatherings")
