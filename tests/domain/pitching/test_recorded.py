from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from making import DATE, at
from pitches import pitching
from samling.domain.action import Moment
from samling.domain.errors import Refused
from samling.domain.pitching import recorded, running

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching


def begun() -> Pitching:
    """The first team pitched from 09:00 to 09:05, the second was called at 09:06."""
    return running.next_team(running.stop(running.start(pitching(), at("09:00")), at("09:05")), at("09:06"))


class TestAfterTheFact:
    def test_between_the_last_action_and_now(self) -> None:
        """What was forgotten is recorded between the last action of the clock and now; both limits are said."""
        recorded.check(begun(), Moment(at("09:06"), at("09:10")))
        recorded.check(begun(), Moment(at("09:10"), at("09:10")))
        for when in ("09:05:59", "09:10:01"):
            with pytest.raises(Refused, match=r"09:06:00.*09:10:00"):
                recorded.check(begun(), Moment(at(when), at("09:10")))

    def test_a_run_that_was_given_up_counts(self) -> None:
        """Nothing is recorded before a clock was started again, though what it showed counts no more."""
        day = running.restart(running.start(pitching(), at("09:00")), at("09:03"), "no sound")
        assert recorded.latest(day) == at("09:03")

    def test_before_the_first_there_is_no_limit(self) -> None:
        """The first word may have been at any time before now."""
        recorded.check(pitching(), Moment(at("01:00"), at("09:00")))
        with pytest.raises(Refused, match="after now"):
            recorded.check(pitching(), Moment(at("09:01"), at("09:00")))


class TestAClockThatIsSet:
    def test_whether_pitches_are_on(self) -> None:
        """They are on from the first word until nobody is to come; not a day after, nor before what was recorded."""
        assert recorded.is_under_way(begun(), at("09:30"))
        assert not recorded.is_under_way(pitching(), at("09:30"))
        assert not recorded.is_under_way(begun(), at("09:06") + timedelta(hours=24))
        assert not recorded.is_under_way(begun(), at("09:05"))
        over = running.stop(running.start(pitching(1), at("09:00")), at("09:05"))
        assert not recorded.is_under_way(over, at("09:06"))

    def test_yesterdays_record_stays(self) -> None:
        """What was recorded the day before was read from a clock that was right."""
        tomorrow = at("09:00", DATE + timedelta(days=1))
        day = running.start(begun(), tomorrow)
        moved = recorded.shift(day, timedelta(minutes=-10), tomorrow + timedelta(minutes=1))
        assert moved.pitch(1) == day.pitch(1)
        assert moved.order[1].runs[0].started_at == tomorrow - timedelta(minutes=10)
