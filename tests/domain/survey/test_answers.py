"""Answers of a network: each counted once, each a reply that its question allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from samling.domain.errors import Refused, WrongUsage
from samling.domain.survey.answers import MOST_ANSWERS, Answer, Answers, Asked, Source, forget, take_in, type_in
from samling.domain.survey.questions import Sort

if TYPE_CHECKING:
    from samling.domain.survey.answers import Reply

SCALE = Asked(1, 1, "Nyttig?", Sort.SCALE, ("lite", "noe", "mye"))
TEN = Asked(1, 2, "Anbefale?", Sort.TEN)
CHOICE = Asked(1, 3, "Sektor?", Sort.CHOICE, ("Sykehus", "Kommune"))
TEXT = Asked(1, 4, "Mer?", Sort.TEXT)
ASKED = (SCALE, TEN, CHOICE, TEXT)
NOTHING = Answers(1)


def of_file(number: int) -> Answer:
    """An answer from a file."""
    return Answer(1, {1: 3}, Source.FILE, f"digest {number}")


def test_an_answer_counts_once() -> None:
    """What comes again is known; what is new is added; what comes to another survey is its own."""
    once = take_in(NOTHING, 1, ASKED, [of_file(1), of_file(2)])
    assert take_in(once, 1, ASKED, [of_file(1), of_file(2)]) == once
    assert len(take_in(once, 1, ASKED, [of_file(2), of_file(3)]).of(1)) == 3
    elsewhere = Answer(2, {1: 3}, Source.FILE, "digest 1")
    assert len(take_in(once, 2, (), [elsewhere]).answers) == 3


def test_two_equal_sheets_of_paper_are_two() -> None:
    """Two people may well have ticked the same boxes."""
    once = type_in(NOTHING, 1, ASKED, [Answer(1, {1: 3})])
    assert len(type_in(once, 1, ASKED, [Answer(1, {1: 3})]).answers) == 2


def test_questions_are_kept_beside_the_new() -> None:
    """What is asked later stands beside what was asked before, whichever questions an import has."""
    found = take_in(take_in(NOTHING, 1, ASKED[:2], []), 1, ASKED[2:], [])
    assert found.asked_in(1) == ASKED


def test_forgetting() -> None:
    """All of one survey goes, and nothing of another."""
    other = Asked(2, 1, "Annet", Sort.TEXT)
    both = take_in(take_in(NOTHING, 1, ASKED, [of_file(1)]), 2, (other,), [Answer(2, {1: "ja"}, Source.FILE, "x")])
    left = forget(both, 1)
    assert (left.asked, [each.survey_id for each in left.answers]) == ((other,), [2])


@pytest.mark.parametrize(
    ("number", "reply"),
    [(1, 0), (1, 4), (1, True), (1, "3"), (2, 11), (2, -1), (3, ()), (3, ("Annet",)), (3, "Kommune"), (4, " "), (4, 3)],
)
def test_impossible_replies(number: int, reply: Reply) -> None:
    """What a question does not allow is never kept."""
    with pytest.raises(WrongUsage):
        type_in(NOTHING, 1, ASKED, [Answer(1, {number: reply})])


def test_an_empty_sheet() -> None:
    """A sheet on which nothing was answered is no answer."""
    with pytest.raises(WrongUsage, match="Nothing"):
        type_in(NOTHING, 1, ASKED, [Answer(1)])


def test_far_too_many() -> None:
    """More answers than any network gives are refused: it is the wrong file."""
    many = [of_file(number) for number in range(MOST_ANSWERS)]
    full = take_in(NOTHING, 1, ASKED, many)
    with pytest.raises(Refused, match="more than 5000"):
        take_in(full, 1, ASKED, [of_file(MOST_ANSWERS)])
