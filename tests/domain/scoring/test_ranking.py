"""Places and ties: the ladder by examples, and against the reference."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scoring_reference as reference
from juries import TIE_ORDER, WEIGHTS, form, judging, names, one_criterion, ranks, sheet_sets, two_criteria
from samling.domain.scoring.methods import METHODS
from samling.domain.scoring.ranking import LADDER
from samling.domain.scoring.result import result

if TYPE_CHECKING:
    from samling.domain.scoring.methods import Method
    from samling.domain.scoring.ranking import Rung
    from samling.domain.scoring.result import Judging, Result
    from scoring_reference import Sheets

Case = tuple["Sheets", list[str]]


def ranked(given: Judging, method: Method | None = None, ladder: tuple[Rung, ...] = LADDER) -> Result:
    """Return the result."""
    return result(given, Random(0), method, ladder)


class TestHeadToHead:
    def test_two_tied(self) -> None:
        """Of two with the same mean the one that more judges put first is before the other, with the figures kept."""
        given = one_criterion(Ada="A5 B4", Bo="A4 B3", Cis="A3 B2", Dag="A1 B4", Eva="A3 B3")
        found = ranked(judging(given, "BA"))
        assert ranks(found) == {"A": 1, "B": 2}
        (tie,) = found.ties
        assert (tie.rule, names(tie.teams), tie.score) == ("head_to_head", "AB", Fraction(16, 5))
        assert tie.figures == (Fraction(3), Fraction(1))
        assert tie.judges == 5

    def test_only_judges_who_scored_both(self) -> None:
        """A judge who scored one of the two says nothing about them."""
        given = one_criterion(Ada="A4 B3", Bo="A4 B3", Cis="A1 B2", Dag="B4")
        (tie,) = ranked(judging(given, "AB"), "plain_mean").ties
        assert (tie.rule, tie.figures, tie.judges) == ("head_to_head", (Fraction(2), Fraction(1)), 3)

    def test_not_for_three(self) -> None:
        """With three tied nobody is compared two and two: they share the place where nothing else tells them apart."""
        found = ranked(judging(one_criterion(Ada="A5 B4 C3", Bo="A3 B5 C4", Cis="A4 B3 C5"), "ABC"))
        assert ranks(found) == {"A": 1, "B": 1, "C": 1}
        assert [(tie.rule, names(tie.teams)) for tie in found.ties] == [("shared", "ABC")]


class TestCriteria:
    def test_the_one_that_is_asked_first(self) -> None:
        """Three with the same total are told apart by the criterion that is asked first; its means are kept."""
        found = ranked(judging(two_criteria(Ada="A14 B42 C42", Bo="A14 B42 C14"), "ABC"))
        assert ranks(found) == {"A": 1, "C": 2, "B": 3}
        (tie,) = found.ties
        assert (tie.rule, tie.criterion) == ("criterion", "result")
        assert [names(part) for part in tie.parts] == ["A", "C", "B"]
        assert tie.figures == (Fraction(4), Fraction(3), Fraction(2))

    def test_two_of_three_begin_the_ladder_anew(self) -> None:
        """Where a criterion takes one of three away, the two that are left go head to head."""
        found = ranked(judging(two_criteria(Ada="A23 B33 C32", Bo="A23 B33 C32", Cis="A23 B31 C33"), "CBA"))
        assert ranks(found) == {"A": 1, "B": 2, "C": 3}
        first, second = found.ties
        assert (first.rule, [names(part) for part in first.parts]) == ("criterion", ["A", "CB"])
        assert (second.rule, names(second.teams), second.figures) == (
            "head_to_head",
            "BC",
            (Fraction(2), Fraction(1)),
        )

    def test_one_without_a_tie_rank_is_never_asked(self) -> None:
        """A criterion that breaks no tie leaves teams tied that differ on it."""
        halves = form({"aim": 50, "result": 50})
        found = ranked(judging(two_criteria(Ada="A41 B14", Bo="A14 B14", Cis="A23 B32"), "AB", halves))
        assert ranks(found) == {"A": 1, "B": 1}


class TestOtherLadders:
    def test_none(self) -> None:
        """Without rungs the tied share a place, and the next place is left out: 1, 1, 3."""
        given = one_criterion(Ada="A5 B4 C1", Bo="A5 B4 C1", Cis="A2 B4 C1")
        found = ranked(judging(given, "ABC"), ladder=())
        assert ranks(found) == {"A": 1, "B": 1, "C": 3}
        assert [tie.rule for tie in found.ties] == ["shared"]

    def test_ranked_anew_among_themselves(self) -> None:
        """By Borda A, far before B once and just behind three times, is level with it; among the two, 1 to 3."""
        given = one_criterion(Ada="A5 C4 D3 B2", Bo="B5 A4 C3 D2", Cis="B5 A4 C3 D2", Dag="B5 A4 C3 D2")
        found = ranked(judging(given, "ABCD"), "borda", ("rerank",))
        assert ranks(found) == {"B": 1, "A": 2, "C": 3, "D": 4}
        (tie,) = found.ties
        assert (tie.rule, tie.figures) == ("rerank", (Fraction(3, 4), Fraction(1, 4)))

    def test_ranked_anew_by_the_method_that_was_used(self) -> None:
        """A trimmed mean that does not apply to the field does not come back among the tied, to whom it would."""
        given = one_criterion(Ada="A5 B4 C1", Bo="A1 B4 C1", Cis="A3 B3 C1", Dag="A3 B1")
        found = ranked(judging(given, "ABC"), "trimmed", ("rerank",))
        assert ranks(found) == {"A": 1, "B": 1, "C": 3}


class TestDegenerate:
    def test_one_team(self) -> None:
        """One team is first."""
        assert ranks(ranked(judging(one_criterion(Ada="A1", Bo="A2"), "A"))) == {"A": 1}

    def test_all_equal(self) -> None:
        """All equal: all first, one tie, shared."""
        found = ranked(judging(one_criterion(Ada="A3 B3 C3", Bo="A3 B3 C3"), "ABC"))
        assert ranks(found) == {"A": 1, "B": 1, "C": 1}
        assert [tie.rule for tie in found.ties] == ["shared"]

    def test_no_rounding_breaks_a_tie(self) -> None:
        """1 x 0.1 + 1 x 0.2 + 3 x 0.7 is less than 4 x 0.1 + 3 x 0.2 + 2 x 0.7 in the machine's own numbers only."""
        assert 1 * 0.1 + 1 * 0.2 + 3 * 0.7 < 4 * 0.1 + 3 * 0.2 + 2 * 0.7
        used = form({"a": 10, "b": 20, "c": 70})
        given: Sheets = {"Ada": {"A": {"a": 1, "b": 1, "c": 3}, "B": {"a": 4, "b": 3, "c": 2}}}
        found = ranked(judging(given, "AB", used))
        assert [each.score for each in found.teams] == [Fraction(24, 10)] * 2
        assert ranks(found) == {"A": 1, "B": 1}


class TestAgainstTheReference:
    @pytest.mark.parametrize("method", [None, "z", "trimmed", "borda"])
    @given(case=sheet_sets())
    def test_places(self, method: Method | None, case: Case) -> None:
        """With ties in plenty every team has the reference's place."""
        given, teams = case
        expected = reference.Jury(given, WEIGHTS, TIE_ORDER, teams).places(method or "rule")
        found = ranks(ranked(judging(given, teams), method))
        assert {team: rank for team, rank in found.items() if rank} == expected


class TestWhatMustHold:
    @given(case=sheet_sets(), data=st.data())
    def test_order_of_entry_never_matters(self, case: Case, data: st.DataObject) -> None:
        """No place depends on the order of teams or judges, or on their ids."""
        given, teams = case
        mixed, judges = data.draw(st.permutations(teams)), data.draw(st.permutations(list(given)))
        other_ids = dict(zip(teams, reversed(teams), strict=True))
        renamed = {judge: {other_ids[team]: sheet for team, sheet in given[judge].items()} for judge in judges}
        one = ranks(ranked(judging(given, teams)))
        other = ranks(ranked(judging(renamed, [other_ids[each] for each in mixed])))
        assert one == {team: other[other_ids[team]] for team in teams}

    @pytest.mark.parametrize("method", METHODS)
    @given(case=sheet_sets())
    def test_ranks_are_those_of_a_competition(self, method: Method, case: Case) -> None:
        """Each rank is 1 + how many are before, and nobody is before a team with a higher score.

        Of any two with the same score, a tie tells.
        """
        found = ranked(judging(*case), method)
        placed = [(each.team, each.rank, each.score) for each in found.teams if each.rank and each.score is not None]
        for team, rank, score in placed:
            assert rank == 1 + sum(other < rank for _team, other, _score in placed)
            assert all(rank < other for _team, other, lower in placed if lower < score)
            level = {other for other, _rank, same in placed if same == score}
            assert len(level) == 1 or any(level == set(tie.teams) for tie in found.ties if team in tie.teams)
