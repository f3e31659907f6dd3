"""The methods: examples worked out by hand, the reference, and what must hold whatever the judges gave."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scoring_reference as reference
from juries import matrix, numbers, score_sets
from samling.domain.scoring.fair import parts
from samling.domain.scoring.matrix import Matrix
from samling.domain.scoring.methods import METHODS, by_rule, scored

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.scoring.methods import Method
    from scoring_reference import Totals

Case = tuple["Totals", list[str]]


def totals(**rows: Sequence[object]) -> Totals:
    """Make scores for teams A, B, C ...: None where there is none."""
    return {
        judge: {chr(ord("A") + at): Fraction(str(cell)) for at, cell in enumerate(row) if cell is not None}
        for judge, row in rows.items()
    }


def values(scores: Totals, teams: str, method: Method | None = None) -> list[str | None]:
    """Return the values as text, in the order of the teams."""
    found = scored(matrix(scores, teams), method).values
    return [None if (value := found[at]) is None else str(value) for at in range(len(teams))]


class TestExamples:
    def test_plain_mean(self) -> None:
        """The mean of the sheets, exact."""
        assert values(totals(Ada=(4, 5), Bo=(3, 4), Cis=(3, 4)), "AB", "plain_mean") == ["10/3", "13/3"]

    def test_fair_mean(self) -> None:
        """Of two strict judges one is missing for B: the fair mean takes that gift away.

        Ada gives 4 and 4, Bo 2 and 2, Cis 2 and nothing. With effects a, b, c of the judges and A = B by what both Ada
        and Bo say, A = 8/3 and B = 8/3.
        """
        scores = totals(Ada=(4, 4), Bo=(2, 2), Cis=(2, None))
        assert values(scores, "AB", "plain_mean") == ["8/3", "3"]
        assert values(scores, "AB", "fair_mean") == ["8/3", "8/3"]

    def test_z(self) -> None:
        """With 1, 2, 3 a judge's z-scores are -1, 0, 1 times the root of 3/2; a judge who sets all level gives 0."""
        assert values(totals(Ada=(1, 2, 3), Bo=(4, 4, 4)), "ABC", "z") == [
            str(-Fraction("0.612372435696")),
            "0",
            str(Fraction("0.612372435696")),
        ]

    def test_trimmed(self) -> None:
        """One highest and one lowest go, of equal ones too."""
        scores = totals(Ada=(1, 5), Bo=(5, 5), Cis=(4, 1), Dag=(4, 2))
        assert values(scores, "AB", "trimmed") == ["4", "7/2"]

    def test_trimmed_needs_four_sheets_for_all(self) -> None:
        """Where one team has three sheets, all get the plain mean, and the answer says so."""
        scores = totals(Ada=(1, 5), Bo=(5, 5), Cis=(4, 1), Dag=(4, None))
        found = scored(matrix(scores, "AB"), "trimmed")
        assert not found.applied
        assert found.used == "plain_mean"
        assert values(scores, "AB", "trimmed") == values(scores, "AB", "plain_mean")

    def test_borda(self) -> None:
        """(m - rank) / (m - 1): of three, 1, 1/2, 0; level teams share the mean of their ranks."""
        assert values(totals(Ada=(5, 3, 1), Bo=(4, 4, 1)), "ABC", "borda") == ["7/8", "5/8", "0"]

    def test_borda_over_the_teams_that_a_judge_scored(self) -> None:
        """A judge who scored two teams ranks among two; one who scored a single team says nothing of its rank."""
        scores = totals(Ada=(5, 4, None), Bo=(None, 4, 1), Cis=(1, None, 5), Dag=(2, None, None))
        assert values(scores, "ABC", "borda") == ["1/2", "1/2", "1/2"]


class TestTheRulesOwnChoice:
    def test_complete(self) -> None:
        """Nothing missing: the plain mean."""
        assert by_rule(matrix(totals(Ada=(4, 5), Bo=(3, 4)), "AB")) == "plain_mean"

    def test_something_missing(self) -> None:
        """One cell missing: the fair mean."""
        assert by_rule(matrix(totals(Ada=(4, 5), Bo=(3, None)), "AB")) == "fair_mean"

    def test_one_judge(self) -> None:
        """The only voting judge is enough, also when that judge left a team out, which then has no rank."""
        scores = totals(Ada=(4, None, 5))
        assert by_rule(matrix(scores, "ABC")) == "plain_mean"
        assert values(scores, "ABC") == ["4", None, "5"]


class TestWhoCannotBeRanked:
    @pytest.mark.parametrize("method", METHODS)
    def test_fewer_than_two_sheets(self, method: Method) -> None:
        """A team with one sheet has no value by any method; a judge who gave nothing takes none from the others."""
        found = scored(matrix(totals(Ada=(4, 5, 3), Bo=(3, 4, None), Cis=()), "ABC"), method)
        assert found.reasons == (None, None, "few_sheets")
        assert found.values[2] is None
        assert found.values[0] is not None

    def test_one_sheet_and_a_judge_who_gave_none(self) -> None:
        """Two voting judges of whom one gave nothing leave every team with one sheet: nobody is ranked."""
        found = scored(matrix(totals(Ada=(4, 5), Bo=()), "AB"))
        assert found.reasons == ("few_sheets", "few_sheets")

    def test_unconnected_parts(self) -> None:
        """Two juries that share no team cannot be compared: nobody is ranked, and the parts are told."""
        scores = totals(Ada=(4, 5, None, None), Bo=(3, 4, None, None), Cis=(None, None, 1, 2), Dag=(None, None, 1, 2))
        found = scored(matrix(scores, "ABCD"))
        assert found.reasons == ("unconnected",) * 4
        assert found.parts == ((0, 1), (2, 3))
        assert found.values.numbers == (None,) * 4

    def test_one_sheet_connects_nothing(self) -> None:
        """A team with one sheet by a judge of its own takes nobody else with it."""
        found = scored(matrix(totals(Ada=(4, 5, None), Bo=(3, 4, None), Cis=(None, None, 5)), "ABC"))
        assert found.reasons == (None, None, "few_sheets")
        assert [found.values[0], found.values[1]] == [Fraction(7, 2), Fraction(9, 2)]

    def test_no_judges_and_no_teams(self) -> None:
        """Without judges nobody is ranked; without teams there is nothing to rank."""
        for method in METHODS:
            assert scored(Matrix(2, ()), method).reasons == ("few_sheets", "few_sheets")
            assert scored(Matrix(0, ((), ())), method).values.numbers == ()


class TestAgainstTheReference:
    @pytest.mark.parametrize("method", METHODS)
    @given(case=score_sets())
    def test_values_and_ranks(self, method: Method, case: Case) -> None:
        """Each method gives the reference's values, exactly, and its ranks."""
        scores, teams = case
        found = scored(matrix(scores, teams), method).values
        expected = reference.values(scores, teams, method)
        assert {team: found[at] for at, team in enumerate(teams)} == expected
        assert dict(zip(teams, found.ranks(), strict=True)) == reference.ranks(expected)

    @given(case=score_sets())
    def test_the_rules_choice(self, case: Case) -> None:
        """Without a method the reference chooses the same."""
        scores, teams = case
        found = scored(matrix(scores, teams)).values
        assert [found[at] for at in range(len(teams))] == list(reference.values(scores, teams, "rule").values())


class TestWhatMustHold:
    @given(case=score_sets(), judge=st.integers(0, 5), more=numbers)
    def test_a_strict_judge_changes_no_place(self, case: Case, judge: int, more: Fraction) -> None:
        """A number added to all that one judge gave never changes the fair mean's ranking, nor that by z or Borda."""
        scores, teams = case
        harsh = list(scores)[judge % len(scores)]
        moved = scores | {harsh: {team: score + more for team, score in scores[harsh].items()}}
        for method in ("fair_mean", "z", "borda"):
            one, other = (scored(matrix(each, teams), method).values.ranks() for each in (scores, moved))
            assert one == other

    @given(case=score_sets(missing=False))
    def test_complete_means_are_the_same(self, case: Case) -> None:
        """With nothing missing the fair mean is the plain mean."""
        whole = matrix(*case)
        fair, plain = (scored(whole, method).values for method in ("fair_mean", "plain_mean"))
        assert [fair[at] for at in range(whole.width)] == [plain[at] for at in range(whole.width)]

    @pytest.mark.parametrize("method", METHODS)
    @given(case=score_sets(), data=st.data())
    def test_order_of_entry_never_matters(self, method: Method, case: Case, data: st.DataObject) -> None:
        """Judges and teams in any order give every team the same value."""
        scores, teams = case
        judges, mixed = data.draw(st.permutations(list(scores))), data.draw(st.permutations(teams))
        one = scored(matrix(scores, teams), method)
        other = scored(matrix({judge: scores[judge] for judge in judges}, mixed), method)
        for at, team in enumerate(mixed):
            assert other.values[at] == one.values[teams.index(team)]
            assert other.reasons[at] == one.reasons[teams.index(team)]

    @given(case=score_sets())
    def test_parts_share_no_judge(self, case: Case) -> None:
        """The parts hold every team once, and no judge scored teams of two of them."""
        scores, teams = case
        found = parts(matrix(scores, teams))
        assert sorted(team for part in found for team in part) == list(range(len(teams)))
        for of in scores.values():
            assert len({at for at, part in enumerate(found) for team in part if teams[team] in of}) <= 1

    @given(case=score_sets(), by=st.fractions(Fraction(1, 9), 9, max_denominator=9))
    def test_the_unit_is_nothing(self, case: Case, by: Fraction) -> None:
        """Scores on another scale give values on that scale, and the same ranks."""
        scores, teams = case
        scaled = {judge: {team: score * by for team, score in of.items()} for judge, of in scores.items()}
        one, other = (scored(matrix(each, teams), "fair_mean").values for each in (scores, scaled))
        assert one.ranks() == other.ranks()
        assert all(one[at] is None or one[at] * by == other[at] for at in range(len(teams)))  # type: ignore[operator]
