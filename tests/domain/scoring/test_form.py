"""What a form is, and what a sheet adds up to."""

from __future__ import annotations

from juries import form
from samling.domain.scoring.form import total


class TestForm:
    def test_the_scale(self) -> None:
        """Five words from 1 make the scale 1 to 5, of the criteria and of the total."""
        made = form({"aim": 40, "result": 60})
        assert (made.lowest, made.highest) == (1, 5)
        assert made.weights == {"aim": 40, "result": 60}

    def test_the_order_for_ties(self) -> None:
        """Criteria break ties by their tie rank, and those without one never."""
        made = form({"a": 20, "b": 30, "c": 50}, ["c", "a"])
        assert [each.id for each in made.tie_order] == ["c", "a"]


class TestTotal:
    def test_in_hundredths(self) -> None:
        """A sheet's total is score x weight, added up."""
        assert total({"aim": 40, "result": 60}, {"aim": 4, "result": 5}) == 460

    def test_nothing_missing_is_nought(self) -> None:
        """A sheet that lacks a score has no total; a score of 0 is a score."""
        assert total({"aim": 40, "result": 60}, {"aim": 4}) is None
        assert total({"aim": 40, "result": 60}, {"aim": 4, "result": None}) is None
        assert total({"aim": 40, "result": 60}, {"aim": 0, "result": 0}) == 0

    def test_other_criteria_count_nothing(self) -> None:
        """A score for a criterion that the form does not have is left out."""
        assert total({"aim": 100}, {"aim": 4, "more": 5}) == 400
