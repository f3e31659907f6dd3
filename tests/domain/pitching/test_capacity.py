from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pitches import pitching, with_settings
from samling.domain.pitching.capacity import Capacity, capacity, sentences
from samling.domain.pitching.values import Settings

NINETY = 90 * 60


class TestTheNumbersOfTheRule:
    """4 + 1 minutes each, in a block of 90 minutes."""

    @pytest.mark.parametrize(("teams", "left"), [(15, 7 * 60 + 30), (12, 24 * 60), (1, 84 * 60 + 30)])
    def test_with_half_a_minute_of_changeover(self, teams: int, left: int) -> None:
        """15 teams leave 7:30 for the award, 12 leave 24:00."""
        assert capacity(Settings(), teams, NINETY).left_seconds == left

    def test_eighteen_teams_leave_nothing(self) -> None:
        """18 teams leave nothing, even without changeover."""
        without = with_settings(pitching(), changeover_seconds=0).settings
        assert capacity(without, 18, NINETY).left_seconds == 0
        assert capacity(Settings(), 18, NINETY).left_seconds == -9 * 60


class TestSentences:
    @pytest.mark.parametrize(
        ("teams", "says"),
        [
            (15, "The pitches take 1:22:30 of the 1:30:00 of the block, and leave 0:07:30 for the award."),
            (
                17,
                (
                    "The pitches take 1:33:30, which is 0:03:30 more than the 1:30:00 of the block, "
                    "and then comes the award."
                ),
            ),
        ],
    )
    def test_what_is_left_or_missing(self, teams: int, says: str) -> None:
        """It is said what the pitches take, and what they leave for the award or lack."""
        assert says in [str(each) for each in sentences(capacity(Settings(), teams, NINETY))]

    def test_how_many_there_is_time_for(self) -> None:
        """Where the award does not fit it is said how many teams do, and nothing of it where it fits."""
        tight = [str(each) for each in sentences(capacity(Settings(award_seconds=600), 15, NINETY))]
        assert tight[-1] == "The award is set to 0:10:00, so 0:02:30 is missing: there is time for 14 of the teams."
        assert len(list(sentences(capacity(Settings(), 15, NINETY)))) == 2

    def test_nothing_left(self) -> None:
        """All of the block taken is said as that."""
        said = [str(each) for each in sentences(capacity(Settings(changeover_seconds=0), 18, NINETY))]
        assert said[1] == "The pitches take all of the 1:30:00 of the block, and leave nothing for the award."


@given(
    st.builds(
        Capacity,
        teams=st.integers(0, 60),
        pitch_seconds=st.integers(1, 3600),
        questions_seconds=st.integers(0, 3600),
        changeover_seconds=st.integers(0, 3600),
        award_seconds=st.integers(0, 7200),
        block_seconds=st.integers(0, 86400),
    )
)
def test_so_many_teams_fit_and_no_more(of: Capacity) -> None:
    """The most teams there is time for leave room for the award, and one more does not."""
    each = of.pitch_seconds + of.questions_seconds + of.changeover_seconds
    most = of.most_teams
    assert most == 0 or most * each + of.award_seconds <= of.block_seconds
    assert (most + 1) * each + of.award_seconds > of.block_seconds
