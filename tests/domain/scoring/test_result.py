"""What is told of a set of sheets: who is in the field, whose sheets count, and the figures beside the scores."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from juries import TWO, id_of, judging, names, one_criterion, ranks, sheet_sets, two_criteria
from samling.domain.scoring.methods import METHODS
from samling.domain.scoring.result import result

if TYPE_CHECKING:
    from samling.domain.scoring.result import Judging, Result, TeamResult
    from scoring_reference import Sheets


def resulting(given: Judging) -> Result:
    """Return the result by the rule's own choice."""
    return result(given, Random(0))


def about(found: Result, team: str) -> TeamResult:
    """Return what is told of a team."""
    return next(each for each in found.teams if each.team == id_of(team))


class TestWhichSheetsCount:
    def test_a_sheet_that_lacks_a_score(self) -> None:
        """An empty cell is missing, never 0: the sheet does not count, and its judge is told of."""
        given = two_criteria(Ada="A55 B33", Bo="A55 B33", Cis="A55 B33")
        given["Cis"]["A"] = {"aim": 5}
        found = about(resulting(judging(given, "AB")), "A")
        assert (found.sheets, names(found.missing), found.score) == (2, "C", Fraction(5))
        given["Cis"]["A"] = {"aim": 5, "result": None}  # type: ignore[dict-item]
        assert about(resulting(judging(given, "AB")), "A").sheets == 2

    def test_recused_is_not_missing(self) -> None:
        """A recused judge is told of apart, and a sheet that the judge gave all the same does not count."""
        given = one_criterion(Ada="A5 B3", Bo="A4 B3", Cis="A1 B3")
        found = resulting(judging(given, "AB", recused=[("Cis", "A")]))
        assert (about(found, "A").sheets, names(about(found, "A").recused)) == (2, "C")
        assert about(found, "A").missing == ()
        assert found.method == "fair_mean"

    def test_a_judge_who_knows_every_team(self) -> None:
        """A judge who is recused from all counts as a judge who gave nothing: the others rank."""
        given = one_criterion(Ada="A5 B3", Bo="A4 B3", Cis="")
        found = resulting(judging(given, "AB", recused=[("Cis", "A"), ("Cis", "B")]))
        assert ranks(found) == {"A": 1, "B": 2}
        assert not found.single_judge

    def test_only_voting_judges(self) -> None:
        """The sheets of a judge who does not vote change nothing."""
        given = one_criterion(Ada="A5 B3", Bo="A4 B3", Cis="A1 B5")
        assert resulting(judging(given, "AB", judges=["Ada", "Bo"])) == resulting(
            judging({each: given[each] for each in ("Ada", "Bo")}, "AB")
        )

    def test_one_judge(self) -> None:
        """The only judge's plain mean ranks, and is marked as such."""
        found = resulting(judging(one_criterion(Ada="A5 B3"), "ABC"))
        assert found.single_judge
        assert found.method == "plain_mean"
        assert ranks(found) == {"A": 1, "B": 2, "C": None}

    def test_nobody_votes(self) -> None:
        """Without voting judges nobody is ranked, and nothing breaks."""
        found = resulting(judging(one_criterion(Ada="A5"), "AB", judges=[]))
        assert ranks(found) == {"A": None, "B": None}
        assert found.confidence is None


class TestTheField:
    def test_in_the_order_of_places(self) -> None:
        """First the ranked by place, then the unranked with the reason, then those who are out, with why."""
        given = one_criterion(Ada="A3 B5 C4 D5", Bo="A3 B5 D5")
        found = resulting(judging(given, "ADCEB", out={"D": "absent", "E": "withdrawn"}))
        assert [(names([each.team]), each.status, each.reason) for each in found.teams] == [
            ("B", "ranked", None),
            ("A", "ranked", None),
            ("C", "unranked", "few_sheets"),
            ("D", "absent", None),
            ("E", "withdrawn", None),
        ]

    @given(case=sheet_sets(), at=st.integers(0, 6))
    def test_withdrawn_is_as_if_never_there(self, case: tuple[Sheets, list[str]], at: int) -> None:
        """Without the withdrawn team's own line the result is that of a field that never had the team."""
        given, teams = case
        gone = teams[at % len(teams)]
        rest = [each for each in teams if each != gone]
        without = {judge: {team: of[team] for team in of if team != gone} for judge, of in given.items()}
        one = resulting(judging(given, teams, TWO, out={gone: "withdrawn"}))
        other = resulting(judging(without, rest, TWO))
        assert [each for each in one.teams if each.team != id_of(gone)] == list(other.teams)
        assert (one.ties, one.confidence, one.method) == (other.ties, other.confidence, other.method)

    def test_unconnected_parts_are_told(self) -> None:
        """Two halves of a day with a jury each cannot be compared: the parts are named."""
        given = one_criterion(Ada="A5 B3", Bo="A4 B3", Cis="C4 D5", Dag="C3 D5")
        found = resulting(judging(given, "ABCD"))
        assert {each.reason for each in found.teams} == {"unconnected"}
        assert [names(part) for part in found.parts] == ["AB", "CD"]


class TestFigures:
    def test_means_and_extremes(self) -> None:
        """Beside the score: the mean on each criterion, and how far the judges lie apart."""
        found = about(resulting(judging(two_criteria(Ada="A53 B33", Bo="A43 B33", Cis="A15 B33"), "AB")), "A")
        aim, total = found.criteria["aim"], found.total
        assert aim.mean == Fraction(10, 3)
        assert [aim.lowest, aim.highest, aim.spread] == [1, 5, 4]
        assert total is not None
        assert (total.lowest, total.highest, total.spread) == (Fraction(34, 10), Fraction(38, 10), Fraction(4, 10))
        assert total.mean == found.score

    def test_fair_means_add_up(self) -> None:
        """Where sheets are missing the criteria's means are fair as well, and weigh up to the fair total."""
        found = resulting(judging(two_criteria(Ada="A53 B33 C21", Bo="A43 B13 C55", Cis="A15 C42"), "ABC"))
        for each in found.teams:
            aim, outcome = each.criteria["aim"].mean, each.criteria["result"].mean
            assert aim is not None
            assert outcome is not None
            assert aim * 40 + outcome * 60 == (each.score or 0) * 100

    def test_no_sheet_no_figures(self) -> None:
        """A team without a sheet has no figures."""
        found = about(resulting(judging(one_criterion(Ada="A5", Bo="A4"), "AB")), "B")
        assert found.total is None
        assert found.criteria == {}


class TestMethods:
    def test_what_the_others_would_have_said(self) -> None:
        """Every method lists every team of the field with its bare rank, the best first, the unranked last."""
        given = one_criterion(Ada="B5 A3 C1", Bo="B5 A3 C1")
        found = resulting(judging(given, "ABCD"))
        expected = ((id_of("B"), 1), (id_of("A"), 2), (id_of("C"), 3), (id_of("D"), None))
        assert found.methods == dict.fromkeys(METHODS, expected)

    def test_fair_mean_is_the_rules_choice(self) -> None:
        """Chosen beforehand, the fair mean is told as what it comes to: the plain mean when nothing is missing."""
        given = judging(one_criterion(Ada="A5 B3", Bo="A4 B3"), "AB")
        assert result(given, Random(0), "fair_mean") == result(given, Random(0))
        assert result(given, Random(0), "fair_mean").method == "plain_mean"
