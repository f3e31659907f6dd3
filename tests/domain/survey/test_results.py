"""What answers come to, against figures that are worked out another way."""

from __future__ import annotations

import statistics
from collections import Counter
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from making import at
from samling.domain.roll import Presence, Roll
from samling.domain.survey.answers import Answer, Answers, Asked
from samling.domain.survey.questions import Sort
from samling.domain.survey.results import LEAST, Share, by_group, of_answers, present, result

SCALE = Asked(1, 1, "Nyttig?", Sort.SCALE, ("lite", "noe", "mye", "svært"))
TEN = Asked(1, 2, "Anbefale?", Sort.TEN)
CHOICE = Asked(1, 3, "Sektor?", Sort.CHOICE, ("Sykehus", "Kommune", "Annet"))
TEXT = Asked(1, 4, "Mer av?", Sort.TEXT)
ASKED = (SCALE, TEN, CHOICE, TEXT)

REPLIES = st.fixed_dictionaries(
    {},
    optional={
        1: st.integers(1, 4),
        2: st.integers(0, 10),
        3: st.lists(st.sampled_from(CHOICE.words), min_size=1, unique=True).map(tuple),
        4: st.text("abcæøå ", min_size=1, max_size=9),
    },
)
ANSWERS = st.lists(st.builds(Answer, st.just(1), REPLIES), max_size=40)


def scaled(*steps: int) -> list[Answer]:
    """Answers to the scale alone."""
    return [Answer(1, {1: step}) for step in steps]


def test_worked_by_hand() -> None:
    """Six answers 1 3 3 4 4 4: 19/6 in the mean, 3½ in the median, one, none, two and three on the steps."""
    found = of_answers([SCALE], scaled(1, 3, 3, 4, 4, 4)).questions[0]
    assert (found.mean, found.median) == (Fraction(19, 6), Fraction(7, 2))
    assert found.shares == (Share("lite", 1), Share("noe", 0), Share("mye", 2), Share("svært", 3))


@given(ANSWERS)
def test_figures(answers: list[Answer]) -> None:
    """Mean, median and spread are those of Python's own statistics, for every question that enough answered."""
    found = of_answers(ASKED, answers)
    assert found.answers == len(answers)
    for question in found.questions:
        replies = [each.replies[question.asked.number] for each in answers if question.asked.number in each.replies]
        assert question.answered == len(replies)
        if len(answers) < LEAST or (len(replies) < LEAST and question.asked.sort is not Sort.TEXT):
            assert (question.shares, question.mean, question.median, question.texts) == ((), None, None, ())
        elif question.asked.sort in {Sort.SCALE, Sort.TEN}:
            figures = [reply for reply in replies if isinstance(reply, int)]
            assert question.mean == statistics.mean(map(Fraction, figures))
            assert question.median == statistics.median(map(Fraction, figures))
            assert [each.count for each in question.shares] == [
                figures.count(step) for step in range(question.asked.lowest, question.asked.highest + 1)
            ]
        elif question.asked.sort is Sort.CHOICE:
            chosen = Counter(word for reply in replies if isinstance(reply, tuple) for word in reply)
            assert {each.label: each.count for each in question.shares} == {word: chosen[word] for word in CHOICE.words}
        else:
            assert Counter(question.texts) == Counter(replies)


def test_four_are_too_few() -> None:
    """Of four answers nothing is told but how many they are; the fifth opens them."""
    assert of_answers([SCALE], scaled(1, 2, 3, 4)).questions[0].shares == ()
    assert of_answers([SCALE], scaled(1, 2, 3, 4, 4)).questions[0].mean == Fraction(14, 5)


def test_the_order_of_texts_tells_nothing() -> None:
    """Texts stand by the alphabet, so that nobody reads two of one sheet together."""
    answers = [Answer(1, {4: text}) for text in ("d", "a", "e", "c", "b")]
    assert of_answers([TEXT], answers).questions[0].texts == ("a", "b", "c", "d", "e")


class TestGroups:
    def test_a_small_group_is_not_told_of(self) -> None:
        """With nine, six and two answers the two are hidden, and the six with them: they would give the two away."""
        answers = [
            Answer(1, {1: 4, 3: (word,)})
            for word, count in (("Sykehus", 9), ("Kommune", 6), ("Annet", 2))
            for _each in range(count)
        ]
        told = {each.label: each.result is not None for each in by_group(ASKED, answers, CHOICE)}
        assert told == {"Sykehus": True, "Kommune": False, "Annet": False}

    def test_two_small_groups_hide_each_other(self) -> None:
        """Where two are too small the others are told: neither can be worked out."""
        answers = [
            Answer(1, {1: 4, 3: (word,)})
            for word, count in (("Sykehus", 9), ("Kommune", 3), ("Annet", 2))
            for _each in range(count)
        ]
        told = {each.label: each.result is not None for each in by_group(ASKED, answers, CHOICE)}
        assert told == {"Sykehus": True, "Kommune": False, "Annet": False}

    @given(ANSWERS)
    def test_no_group_under_five(self, answers: list[Answer]) -> None:
        """Whatever was answered: no group of fewer than five is told of, and never all but one."""
        groups = by_group(ASKED, answers, CHOICE)
        assert all(each.count >= LEAST for each in groups if each.result is not None)
        hidden = [each for each in groups if each.result is None]
        assert len(hidden) != 1 or len(groups) == 1


def test_the_same_question_of_another_survey() -> None:
    """Questions are the same by their id in a set, else by their words, if they are answered in the same way."""
    before = result(Answers(1, (Asked(2, 7, "1. NYTTIG", Sort.SCALE, ("a", "b")),), ()), 2)
    now = of_answers([SCALE], scaled(1, 2, 3, 4, 4))
    assert before.like(now.questions[0]) is not None
    assert before.like(of_answers([Asked(1, 1, "Nyttig?", Sort.TEXT)], []).questions[0]) is None


def test_who_was_there() -> None:
    """Everybody who was ticked off counts once over all gatherings, those who left too; without a roll nobody knows."""
    first = Roll(1, people={1: Presence(at("09:00")), 2: Presence(at("09:00"), at("10:00"))})
    second = Roll(2, people={2: Presence(at("09:00")), 3: Presence(at("09:00"))})
    assert present([first, second]) == 3
    assert present([Roll(1), Roll(2, teams={1: Presence(at("09:00"))})]) is None
    assert of_answers([SCALE], scaled(1, 2), 8).rate == Fraction(1, 4)
