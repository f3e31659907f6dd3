from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at, block, clock, gathering, minutes
from pitches import pitching, with_settings
from samling.domain import verbs
from samling.domain.gathering import Block, Kind
from samling.domain.pitching import order, running
from samling.domain.pitching.agreement import ahead, expected_end, expected_length, needed, pitching_block

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching


def running_block(length: float = 30, start: str = "09:00") -> Block:
    """Return a pitching block that runs."""
    day = gathering(block(length, kind=Kind.PITCHING), start=start, end="12:00")
    return verbs.start(day, at(start)).block(1)


class TestBeforeItBegins:
    def test_what_the_teams_need(self) -> None:
        """Three teams of 4 + 1 with half a minute of changeover, and five minutes of award: 21:30."""
        assert needed(pitching()) == minutes(21.5)

    def test_a_block_that_is_too_short_is_expected_to_last_longer(self) -> None:
        """What the pitches need, where the plan gives less; its own length where it gives more, or without an order."""
        assert expected_length(pitching(), block(20, kind=Kind.PITCHING)) == minutes(21.5)
        assert expected_length(pitching(), block(90, kind=Kind.PITCHING)) == minutes(90)
        assert expected_length(pitching(0), block(2, kind=Kind.PITCHING)) == minutes(2)


class TestWhileItRuns:
    @pytest.mark.parametrize(
        ("now", "end"),
        [
            ("09:00", "09:21:30"),
            ("09:03", "09:21:30"),
            ("09:04:15", "09:21:45"),  # the grace was used
            ("09:06", "09:22:30"),  # 45 seconds over in the questions
        ],
    )
    def test_from_the_team_on_the_clock(self, now: str, end: str) -> None:
        """The rest of the pitch, the teams after it and the award: time over pushes the end, nothing else does."""
        day = running.start(pitching(), at("09:00"))
        assert clock(expected_end(day, running_block(10), at(now))) == end

    def test_a_pause_moves_it_with_the_clock(self) -> None:
        """While a pitch is paused the end moves on with the time."""
        day = running.pause(running.start(pitching(), at("09:00")), at("09:02"))
        assert clock(expected_end(day, running_block(10), at("09:12"))) == "09:31:30"

    def test_a_changeover_that_lasts(self) -> None:
        """In the changeover the rest of it counts; one that lasts too long pushes the end."""
        day = running.stop(running.start(pitching(), at("09:00")), at("09:05"))
        assert clock(expected_end(day, running_block(10), at("09:05:10"))) == "09:21:30"
        assert clock(expected_end(day, running_block(10), at("09:06:30"))) == "09:22:30"

    def test_a_team_less_ends_it_sooner(self) -> None:
        """Who has withdrawn or did not meet takes no time."""
        day = order.withdraw(running.start(pitching(), at("09:00")), at("09:00"), 3)
        assert clock(expected_end(day, running_block(10), at("09:00"))) == "09:16"

    def test_not_before_the_block_itself(self) -> None:
        """Time that is left over counts as gained only when the block has ended: the agenda's own rule."""
        day = running.start(pitching(), at("09:00"))
        assert clock(expected_end(day, running_block(90), at("09:01"))) == "10:30"

    def test_after_the_last_team_the_award(self) -> None:
        """After the last team the changeover and the award are to come, and then it ends now until the block ends."""
        day = pitching(1)
        done = running.stop(running.start(day, at("09:00")), at("09:05"))
        assert clock(expected_end(done, running_block(1), at("09:06"))) == "09:10:30"
        assert clock(expected_end(done, running_block(1), at("09:30"))) == "09:30"

    def test_a_block_that_does_not_run_has_no_such_end(self) -> None:
        """The end of a block that is pending or done is the agenda's alone."""
        assert expected_end(pitching(), block(90, kind=Kind.PITCHING), at("09:00")) is None

    @given(st.integers(0, 8), st.integers(0, 60), st.integers(0, 1200))
    def test_never_before_now_and_never_earlier_as_time_goes(self, teams: int, changeover: int, seconds: int) -> None:
        """The end lies at or after now, and waiting never brings it nearer."""
        day: Pitching = with_settings(pitching(teams), changeover_seconds=changeover)
        day = running.start(day, at("09:00")) if teams else day
        earlier, later = at("09:00"), at("09:00") + minutes(seconds / 60)
        assert ahead(day, later).award_end >= ahead(day, earlier).award_end
        assert later <= ahead(day, later).pitches_end <= ahead(day, later).award_end


class TestWhichBlock:
    def test_the_open_one_else_the_next(self) -> None:
        """Of two blocks for pitches the one that runs is meant, before it the first, after it the second."""
        day = gathering(block(kind=Kind.PITCHING), block(), block(kind=Kind.PITCHING))
        assert pitching_block(day) == 1
        day = verbs.start(day, at("15:00"), 3)
        assert pitching_block(day) == 3
        day = verbs.finish(day, at("15:10"))
        assert pitching_block(day) == 1
        assert pitching_block(gathering()) is None
