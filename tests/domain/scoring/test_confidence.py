"""How sure the first place is: by hand, and against a reference that counts out every jury."""

from __future__ import annotations

from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings

import scoring_reference as reference
from juries import JUDGES, TIE_ORDER, WEIGHTS, judging, one_criterion, sheet_sets
from samling.domain.scoring.confidence import RESAMPLES
from samling.domain.scoring.result import result

if TYPE_CHECKING:
    from samling.domain.scoring.result import Result
    from scoring_reference import Sheets


class NoChance(Random):
    """Must not be asked."""

    def random(self) -> float:
        """Fail."""
        raise AssertionError("nothing here is left to chance")


def named(found: Result) -> list[str]:
    """The names of the judges without whom alone the first place would be another's."""
    return [judge for judge in JUDGES if ord(judge[0]) in found.decisive]


class TestExamples:
    def test_two_judges(self) -> None:
        """Of the four juries of two, A is first in (Ada, Ada), (Ada, Bo) and (Bo, Ada), and not in (Bo, Bo)."""
        found = result(judging(one_criterion(Ada="A5 B1", Bo="A3 B4"), "AB"), NoChance())
        assert found.confidence is not None
        assert found.confidence.winner_share == Fraction(3, 4)
        assert found.confidence.is_exact
        assert named(found) == ["Ada"]
        assert not found.confidence.leave_one_out_stable

    def test_all_agree(self) -> None:
        """Where every judge puts the same team first, it is first in every jury."""
        found = result(judging(one_criterion(Ada="A5 B1", Bo="A4 B3", Cis="A3 B2"), "AB"), NoChance())
        assert found.confidence is not None
        assert found.confidence.winner_share == 1
        assert found.confidence.leave_one_out_stable

    def test_not_asked_for(self) -> None:
        """Without anything to draw juries with it is left out, and the places are the same."""
        given = judging(one_criterion(Ada="A5 B1", Bo="A3 B4"), "AB")
        found = result(given, None)
        assert found.confidence is None
        assert found.teams == result(given, NoChance()).teams

    def test_one_judge_is_no_sample(self) -> None:
        """Nothing can be said of how sure a single judge's winner is, nor of a field that cannot be ranked."""
        assert result(judging(one_criterion(Ada="A5 B1"), "AB"), NoChance()).confidence is None
        assert result(judging(one_criterion(Ada="A5", Bo="B1"), "AB"), NoChance()).confidence is None


class TestLargerJuries:
    rows = {judge: "A4 B4 C3" if at % 2 else "A5 B3 C5" for at, judge in enumerate("KLMNOPQR")}  # noqa: RUF012 - read only

    def test_a_seed_gives_the_answer_again(self) -> None:
        """With eight judges juries are drawn, a fixed number of them, and the same seed draws the same."""
        given = judging(one_criterion(**self.rows), "ABC")
        one, again, other = (result(given, Random(seed)).confidence for seed in (1, 1, 2))
        assert one == again
        assert one is not None
        assert other is not None
        assert not one.is_exact
        assert (one.winner_share * RESAMPLES).denominator == 1
        assert abs(one.winner_share - other.winner_share) < Fraction(1, 4)

    def test_asks_chance_a_fixed_number_of_times(self) -> None:
        """What comes after it in the same sequence does not depend on what the judges gave."""
        one, other = Random(1), Random(1)
        result(judging(one_criterion(**self.rows), "ABC"), one)
        result(judging(one_criterion(**dict.fromkeys("KLMNOPQR", "A1 B2")), "AB"), other)
        assert one.random() == other.random()


class TestAgainstTheReference:
    @settings(max_examples=60)
    @given(case=sheet_sets(most_judges=4))
    def test_every_jury_counted(self, case: tuple[Sheets, list[str]]) -> None:
        """The share and the decisive judges are those of counting all juries out one by one, with the whole ladder."""
        given, teams = case
        jury = reference.Jury(given, WEIGHTS, TIE_ORDER, teams)
        found = result(judging(given, teams), NoChance())
        if len(given) < 2 or not jury.first("rule"):
            assert found.confidence is None
            return
        assert found.confidence is not None
        assert found.confidence.winner_share == jury.winner_share("rule")
        assert named(found) == jury.decisive("rule")
