"""What is told when a rehearsal is over: what ran over, and what could have been done."""

from __future__ import annotations

from dataclasses import replace

from making import at, block, gathering, minutes
from samling.domain import verbs
from samling.domain.rehearsal.afterwards import Chances, days_held, look_out, overruns


class TestOverruns:
    """Blocks that were let run over."""

    def test_over_by_a_minute_or_more(self) -> None:
        """The first ran 3 minutes over its ten, the second half a minute."""
        day = verbs.next_block(verbs.start(gathering(), at("15:00")), at("15:13"))
        day = verbs.next_block(day, at("15:23:30"))
        (found,) = overruns(day)
        assert (found.by, found.ended_at) == (minutes(3), at("15:13"))

    def test_time_that_was_given_is_no_overrun(self) -> None:
        """She gave five minutes, and the block took three of them."""
        day = verbs.extend(verbs.start(gathering(), at("15:00")), 300)
        assert overruns(verbs.next_block(day, at("15:13"))) == ()

    def test_a_block_until_a_clock_time_goes_by_that(self) -> None:
        """Told to be back at 15:10, they were at 15:12."""
        day = gathering(block(10, fixed_end=at("15:10")), block())
        (found,) = overruns(verbs.next_block(verbs.start(day, at("15:05")), at("15:12")))
        assert found.by == minutes(2)

    def test_what_runs_is_not_yet_over(self) -> None:
        """Nor is what never began."""
        assert overruns(verbs.start(gathering(), at("15:00"))) == ()


class TestChances:
    """What could have been done about a late day."""

    LATE = verbs.start(gathering(block(may_drop=False), block(), block(own_min_seconds=60)), at("15:08"))

    def test_the_first_proposal_is_kept(self) -> None:
        """With the moment, and the day as it was: started 8 minutes late it can still end at half past three."""
        (chance,) = look_out(Chances(), self.LATE, at("15:09")).found
        assert chance.at == at("15:09")
        assert chance.proposal.expected_end == at("15:30")

    def test_once_in_a_block(self) -> None:
        """A minute later there is nothing new to tell."""
        once = look_out(Chances(), self.LATE, at("15:09"))
        assert look_out(once, self.LATE, at("15:10")) is once

    def test_a_day_that_keeps_its_promise_has_none(self) -> None:
        """Nor has one that has not begun, however late it is."""
        punctual = verbs.start(gathering(), at("15:00"))
        assert look_out(Chances(), punctual, at("15:05")) == Chances()
        assert look_out(Chances(), gathering(), at("15:25")) == Chances()


def test_only_days_that_have_begun_are_told() -> None:
    """Of a gathering over two days of which the second was not reached, the first alone."""
    first = gathering()
    two = replace(first, days=(*first.days, replace(first.days[0], number=2)))
    two = replace(two, blocks=(*two.blocks, replace(two.blocks[0], id=9, day=2)))
    assert days_held(two, at("15:00")) == ()
    assert [day.number for day in days_held(verbs.start(two, at("15:00")), at("15:01"))] == [1]
