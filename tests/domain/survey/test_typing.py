"""Paper answers, a key for each question."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from samling.domain.survey.answers import Asked, check_reply
from samling.domain.survey.questions import Question, QuestionSet, Sort
from samling.domain.survey.typing import BACK, ENTER, Typing, asked_of, several_of

SCALE = Asked(1, 1, "Nyttig?", Sort.SCALE, ("lite", "noe", "mye"))
TEN = Asked(1, 2, "Anbefale?", Sort.TEN)
ONE = Asked(1, 3, "Tempo?", Sort.CHOICE, ("rolig", "passe", "raskt"))
SEVERAL = Asked(1, 4, "Mest nytte?", Sort.CHOICE, ("tid", "deling", "pitch"), "most")
TEXT = Asked(1, 5, "Mer av?", Sort.TEXT)
SHEET = Typing((SCALE, TEN, ONE, SEVERAL, TEXT), frozenset({"most"}))


def typed(*keys: str) -> Typing:
    """The sheet after these keys."""
    sheet = SHEET
    for key in keys:
        sheet = sheet.press(key)
    return sheet


def test_a_key_for_each_question() -> None:
    """One key answers and goes on; where several may be chosen, Enter does."""
    done = typed("3", "t", "b", "c", "a", ENTER, *"Mer tid", ENTER)
    assert done.is_done
    assert done.replies == {1: 3, 2: 10, 3: ("passe",), 4: ("tid", "pitch"), 5: "Mer tid"}


def test_enter_is_no_answer() -> None:
    """Whoever left a question out is not answered for."""
    assert typed(ENTER, ENTER, "a").replies == {3: ("rolig",)}


def test_going_back() -> None:
    """Backspace goes back to the question before, and another key answers it anew; in a text it takes a letter."""
    assert typed("3", BACK, "1").replies == {1: 1}
    assert typed(ENTER, ENTER, ENTER, ENTER, *"ja", BACK).replies == {5: "j"}
    assert typed(BACK, BACK) == SHEET


def test_the_same_choice_again_takes_it_away() -> None:
    """A choice of several is toggled."""
    at_several = (ENTER, ENTER, ENTER)
    assert typed(*at_several, "a", "a").replies == {}


@given(st.lists(st.sampled_from([*"0123456789tabcdxyz ", ENTER, BACK, "left", "\x1b", "é"]), max_size=40))
def test_any_keys(keys: list[str]) -> None:
    """Whatever is pressed, every reply is one that its question allows."""
    sheet = typed(*keys)
    for asked in sheet.asked:
        if asked.number in sheet.replies:
            check_reply(asked, sheet.replies[asked.number])


def test_the_questions_of_a_set() -> None:
    """A sheet asks what its set asks, in the set's order, under the numbers of what was asked before."""
    questions = QuestionSet(
        "s", "S", (Question("more", "Mer?", Sort.TEXT), Question("useful", "N?", Sort.SCALE, words=("a", "b")))
    )
    before = (Asked(1, 4, "N?", Sort.SCALE, ("a", "b"), "useful"), Asked(1, 6, "Egen", Sort.TEXT))
    found = asked_of(1, questions, before)
    assert [(each.number, each.question) for each in found] == [(7, "more"), (4, "useful")]
    assert asked_of(1, None, before) == before
    assert several_of(QuestionSet("s", "S", (Question("m", "M", Sort.CHOICE, words=("a", "b"), several=True),))) == {
        "m"
    }
