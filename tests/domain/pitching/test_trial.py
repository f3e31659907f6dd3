from __future__ import annotations

import pytest

from pitches import FORM, filled, pitching
from samling.domain.errors import Refused
from samling.domain.pitching import trial
from samling.domain.pitching.sheets import JudgeSheets, Sheet, enter


class TestTrial:
    def test_one_at_a_time_each_with_a_team_of_its_own(self) -> None:
        """A trial is begun and ended; the next has another made-up team, so that it begins with empty sheets."""
        first = trial.begin(pitching())
        second = trial.begin(trial.end(first))
        assert (first.trial.team_id, second.trial.team_id) == (-1, -2)
        with pytest.raises(Refused, match="on already"):
            trial.begin(first)
        with pytest.raises(Refused, match="No trial"):
            trial.end(pitching())

    def test_how_the_judges_spread(self) -> None:
        """For each criterion it is counted how many gave what; drafts are in it with the cells that they have."""
        day = trial.begin(pitching(judges=3))
        sheets: list[Sheet | None] = [
            filled(day, 1, -1, (2, 3, 5)).latest(-1),
            filled(day, 2, -1, (5, 3, 5)).latest(-1),
            enter(JudgeSheets(day, 3), -1, "aim", 2, 0).latest(-1),
        ]
        found = trial.spread(FORM, [sheet for sheet in sheets if sheet])
        assert [(each.criterion_id, dict(each.given), each.width) for each in found] == [
            ("aim", {2: 2, 5: 1}, 3),
            ("result", {3: 2}, 0),
            ("spread", {5: 2}, 0),
        ]
        assert [each.width for each in trial.spread(FORM, [])] == [0, 0, 0]
