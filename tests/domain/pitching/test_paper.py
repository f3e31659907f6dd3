from __future__ import annotations

import pytest

from making import at
from pitches import pitching
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching.paper import Difference, Typed, differences, type_in
from samling.domain.pitching.sheets import JudgeSheets, enter

SCORES = {"aim": 3, "result": 4, "spread": 5}


class TestTypingIn:
    def test_one_step_from_paper_to_counted(self) -> None:
        """A sheet is filled in and submitted in one step; a draft that was begun becomes what is on the paper."""
        begun = enter(enter(JudgeSheets(pitching(), 1), 1, "aim", 1, 0), 1, "result", 1, 1)
        for day in (JudgeSheets(pitching(), 1), begun):
            sheet = type_in(day, at("09:30"), Typed(1, 1, SCORES, "good")).counted(1)
            assert sheet is not None
            assert (sheet.values, sheet.comment, sheet.version) == (SCORES, "good", 1)

    def test_again_changes_nothing(self) -> None:
        """The same paper typed twice is one sheet."""
        day = type_in(JudgeSheets(pitching(), 1), at("09:30"), Typed(1, 1, SCORES))
        assert type_in(day, at("09:40"), Typed(1, 1, SCORES)) == day

    def test_other_scores_take_a_reason(self) -> None:
        """Another paper for a submitted sheet is a correction: a reason, and a version of its own."""
        day = type_in(JudgeSheets(pitching(), 1), at("09:30"), Typed(1, 1, SCORES))
        other = Typed(1, 1, {**SCORES, "aim": 1})
        with pytest.raises(Refused, match="Say why"):
            type_in(day, at("09:40"), other)
        sheet = type_in(day, at("09:40"), other, "misread").counted(1)
        assert sheet is not None
        assert (sheet.values["aim"], sheet.version, sheet.reason) == (1, 2, "misread")

    def test_what_does_not_fit_the_form(self) -> None:
        """An incomplete paper is refused, one with a criterion that the form lacks or a score out of scale is wrong."""
        empty = JudgeSheets(pitching(), 1)
        with pytest.raises(Refused, match="lacks scores for: Spread"):
            type_in(empty, at("09:30"), Typed(1, 1, {"aim": 3, "result": 4}))
        for scores in ({**SCORES, "delivery": 3}, {**SCORES, "aim": 0}):
            with pytest.raises(WrongUsage):
                type_in(empty, at("09:30"), Typed(1, 1, scores))


class TestBlindDoubleEntry:
    def test_where_two_typings_differ(self) -> None:
        """Cells that differ, cells that one left empty, and sheets that one lacks are listed; what agrees is not."""
        first = (Typed(1, 1, SCORES), Typed(1, 2, SCORES), Typed(2, 1, SCORES))
        second = (Typed(2, 1, {"aim": 3, "result": 4}), Typed(1, 1, {**SCORES, "aim": 2}, "a comment"))
        assert differences(first, second) == (
            Difference(1, 1, "aim", 3, 2),
            Difference(1, 2, None, None, None),
            Difference(2, 1, "spread", 5, None),
        )

    def test_none(self) -> None:
        """Two typings that agree have no difference, whatever their order."""
        typed = (Typed(1, 1, SCORES), Typed(2, 1, SCORES))
        assert differences(typed, typed[::-1]) == ()
