from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from making import at, block, clock, expected, gathering, in_minutes, minutes
from samling.domain import agenda, plan, verbs
from samling.domain.agenda import Progress
from samling.domain.gathering import Block, Day, Gathering, Kind, State


class TestWorkedExamples:
    """The table at the end of the timing rules: three blocks of 10 min from 15:00, promised end 15:30."""

    def test_started_five_minutes_late(self) -> None:
        """Started 15:05: block 1 ends 15:15, block 2 follows it, the day is 5 behind and 5 over the promise."""
        day = verbs.start(gathering(), at("15:05"))
        shown = agenda.figures(day, at("15:05"))
        assert clock(shown.blocks[0].expected_end) == "15:15"
        assert clock(shown.blocks[1].expected_start) == "15:15"
        assert in_minutes(shown.today) == (5, -5)

    def test_overtime_counts_up_and_pushes_the_day(self) -> None:
        """At 15:12 still in a block of ten minutes from 15:00: two minutes over, expected to end now, 2 behind."""
        day = verbs.start(gathering(), at("15:00"))
        shown = agenda.figures(day, at("15:12"))
        assert shown.blocks[0].remaining == minutes(-2)
        assert clock(shown.blocks[0].expected_end) == "15:12"
        assert in_minutes(shown.today)[0] == 2

    def test_a_pause_stops_the_clock_and_moves_the_end(self) -> None:
        """Paused from 15:03, at 15:08 seven minutes remain still, and the end has moved to 15:15."""
        day = verbs.pause(verbs.start(gathering(), at("15:00")), at("15:03"))
        shown = agenda.figures(day, at("15:08"))
        assert shown.blocks[0].remaining == minutes(7)
        assert clock(shown.blocks[0].expected_end) == "15:15"
        assert shown.blocks[0].paused == minutes(5)

    def test_next_ahead_of_time(self) -> None:
        """`next` at 15:06: block 2 is expected 15:06-15:16 and the day is 4 ahead."""
        day = verbs.next_block(verbs.start(gathering(), at("15:00")), at("15:06"))
        shown = agenda.figures(day, at("15:06"))
        assert expected(shown.blocks[1]) == ("15:06", "15:16")
        assert in_minutes(shown.today)[0] == -4

    def test_a_planned_gap_is_part_of_the_plan(self) -> None:
        """Block 2 fixed at 15:15, block 1 on time: 5 min spare before it, on time, 5 over the promise."""
        day = verbs.start(gathering(block(), block(fixed_start=at("15:15")), block()), at("15:00"))
        shown = agenda.figures(day, at("15:00"))
        assert shown.blocks[1].gap == minutes(5)
        assert expected(shown.blocks[1]) == ("15:15", "15:25")
        assert in_minutes(shown.today) == (0, -5)

    def test_a_clash_with_a_fixed_start(self) -> None:
        """The same, block 1 started 15:08: block 2 is expected at 15:18, a clash of 3 min, and the day 3 behind."""
        day = verbs.start(gathering(block(), block(fixed_start=at("15:15")), block()), at("15:08"))
        shown = agenda.figures(day, at("15:08"))
        assert clock(shown.blocks[1].expected_start) == "15:18"
        assert shown.blocks[1].gap == minutes(-3)
        assert in_minutes(shown.today)[0] == 3

    def test_nothing_started_and_late(self) -> None:
        """At 15:20 with nothing started, block 1 is expected now and the day is 20 behind."""
        shown = agenda.figures(gathering(), at("15:20"))
        assert clock(shown.blocks[0].expected_start) == "15:20"
        assert in_minutes(shown.today)[0] == 20

    def test_a_dropped_block_takes_no_time(self) -> None:
        """Started on time, block 3 dropped: the day's end is 15:20, ten ahead, ten to spare; block 3 has no times."""
        day = verbs.drop(verbs.start(gathering(), at("15:00")), 3)
        shown = agenda.figures(day, at("15:00"))
        assert clock(shown.today.expected_end) == "15:20"
        assert in_minutes(shown.today) == (-10, 10)
        assert expected(shown.blocks[2]) == (None, None)


class TestRunningBlock:
    def test_a_pause_never_moves_a_fixed_end(self) -> None:
        """A paused block with a fixed end counts down to the clock all the same, and ends when it said."""
        day = gathering(block(fixed_end=at("15:20")), block())
        day = verbs.pause(verbs.start(day, at("15:00")), at("15:05"))
        shown = agenda.figures(day, at("15:15")).blocks[0]
        assert shown.remaining == minutes(5)
        assert clock(shown.expected_end) == "15:20"
        assert shown.elapsed == minutes(5)

    def test_a_fixed_end_overrules_the_length(self) -> None:
        """Neither the planned length nor what is added to it moves the countdown to a clock time."""
        day = verbs.start(gathering(block(10, added_seconds=600, fixed_end=at("15:50"))), at("15:00"))
        assert agenda.figures(day, at("15:05")).blocks[0].remaining == minutes(45)

    def test_a_fixed_end_that_has_passed_is_overtime(self) -> None:
        """After its fixed end a block is over time and expected to end now."""
        day = verbs.start(gathering(block(fixed_end=at("15:20"))), at("15:00"))
        shown = agenda.figures(day, at("15:22")).blocks[0]
        assert shown.remaining == minutes(-2)
        assert clock(shown.expected_end) == "15:22"

    def test_several_pauses_add_up(self) -> None:
        """Elapsed leaves out each pause, finished and open."""
        day = verbs.start(gathering(), at("15:00"))
        for began, ended in (("15:01", "15:02"), ("15:03", "15:05")):
            day = verbs.resume(verbs.pause(day, at(began)), at(ended))
        day = verbs.pause(day, at("15:06"))
        shown = agenda.figures(day, at("15:10")).blocks[0]
        assert shown.paused == minutes(1 + 2 + 4)
        assert shown.elapsed == minutes(3)

    def test_the_length_stops_at_nothing(self) -> None:
        """A block shortened by more than it has is zero long: all that has run is overtime."""
        day = verbs.extend(verbs.start(gathering(), at("15:00")), -20 * 60)
        shown = agenda.figures(day, at("15:03")).blocks[0]
        assert shown.remaining == minutes(-3)
        assert day.block(1).added_seconds == -1200

    def test_unspent_time_never_counts_as_ahead(self) -> None:
        """While a block runs the day cannot be ahead for its sake, however little has run."""
        day = verbs.start(gathering(), at("15:00"))
        assert in_minutes(agenda.figures(day, at("15:01")).today)[0] == 0

    def test_a_done_block_keeps_its_own_times(self) -> None:
        """A done block's expected times are its actual ones, and its figures no longer move with the clock."""
        day = verbs.finish(verbs.start(gathering(), at("15:01")), at("15:08"))
        early, late = (agenda.figures(day, at(when)).blocks[0] for when in ("15:08", "17:00"))
        assert early == late
        assert expected(late) == ("15:01", "15:08")
        assert late.remaining == minutes(3)

    def test_a_done_block_with_a_fixed_end_shows_what_was_left_of_its_length(self) -> None:
        """Once it has ended, a block that counted down to a clock time shows its length less what it ran."""
        day = verbs.finish(verbs.start(gathering(block(fixed_end=at("15:30")), block()), at("15:00")), at("15:08"))
        assert agenda.figures(day, at("15:08")).blocks[0].remaining == minutes(2)


class TestPendingBlocks:
    def test_between_blocks_they_follow_the_clock(self) -> None:
        """Between blocks the next is expected now, once now is later than the end of the last."""
        day = verbs.finish(verbs.start(gathering(), at("15:00")), at("15:08"))
        assert expected(agenda.figures(day, at("15:09")).blocks[1]) == ("15:09", "15:19")

    def test_between_blocks_never_before_the_last_end(self) -> None:
        """Asked for a time before the last end, pending blocks still begin at that end."""
        day = verbs.finish(verbs.start(gathering(), at("15:00")), at("15:08"))
        assert clock(agenda.figures(day, at("15:04")).blocks[1].expected_start) == "15:08"

    def test_before_the_first_start_they_begin_as_planned(self) -> None:
        """Before the day the expected times are the planned ones."""
        shown = agenda.figures(gathering(), at("09:00"))
        assert [expected(each) for each in shown.blocks] == [("15:00", "15:10"), ("15:10", "15:20"), ("15:20", "15:30")]

    def test_a_fixed_end_takes_up_what_is_left(self) -> None:
        """A pending block with a fixed end lasts until it, or no time at all where it is already past."""
        day = gathering(block(10), block(10, fixed_end=at("15:40")), block(10))
        assert expected(agenda.figures(day, at("15:00")).blocks[1]) == ("15:10", "15:40")
        assert expected(agenda.figures(day, at("15:45")).blocks[1]) == ("15:55", "15:55")

    def test_a_pending_block_before_the_running_one_comes_after_it(self) -> None:
        """A block that was skipped is expected after the running one, in order."""
        day = verbs.start(gathering(), at("15:00"), 2)
        shown = agenda.figures(day, at("15:00"))
        assert [expected(each)[0] for each in shown.blocks] == ["15:10", "15:00", "15:20"]

    def test_a_gap_only_where_a_start_is_fixed(self) -> None:
        """Blocks without a fixed start, and those no longer pending, have no gap."""
        day = verbs.start(gathering(block(fixed_start=at("15:00")), block()), at("15:00"))
        assert [each.gap for each in agenda.figures(day, at("15:00")).blocks] == [None, None]


class TestPlan:
    def test_it_is_frozen_by_the_first_start(self) -> None:
        """Extending, moving and dropping after the start leave the plan's times as they were told."""
        day = verbs.start(gathering(block(10), block(20), block(5), end="15:35"), at("15:02"))
        told = [each.planned_start for each in agenda.figures(day, at("15:02")).blocks]
        changed = verbs.extend(verbs.drop(day, 3), 300)
        assert [each.planned_start for each in agenda.figures(changed, at("15:10")).blocks] == told
        moved = agenda.figures(verbs.move(day, 3, 2), at("15:10")).blocks
        assert [each.planned_start for each in moved] == [told[0], told[2], told[1]]

    def test_before_the_start_it_follows_the_plan(self) -> None:
        """Before the first start, what is added live does not count in the plan, but what is dropped leaves it."""
        day = verbs.extend(verbs.drop(gathering(), 2), 300, 1)
        shown = agenda.figures(day, at("14:00"))
        assert [clock(each.planned_start) for each in shown.blocks] == ["15:00", None, "15:10"]
        assert in_minutes(shown.today)[0] == 5

    def test_a_block_restored_after_the_start_was_never_told(self) -> None:
        """A block that was left out when the day started has no place in the plan, but time when it is taken back."""
        day = verbs.start(verbs.drop(gathering(), 3), at("15:00"))
        assert in_minutes(agenda.figures(day, at("15:00")).today)[0] == 0
        shown = agenda.figures(verbs.restore(day, 3), at("15:00"))
        assert (shown.blocks[2].planned_start, shown.blocks[2].planned_end) == (None, None)
        assert in_minutes(shown.today)[0] == 10

    def test_the_end_that_was_told_stays(self) -> None:
        """The day is measured against the plan's end as told, also once the last block is dropped, or removed."""
        day = verbs.start(gathering(), at("15:00"))
        for shorter in (verbs.drop(day, 3), plan.remove(day, 3)):
            assert clock(agenda.figures(shorter, at("15:00")).today.planned_end) == "15:30"

    def test_time_not_laid_out_is_shown(self) -> None:
        """A promise after the last planned block is time not yet laid out; before it, the plan overruns."""
        assert agenda.unplanned(gathering(end="16:00"), gathering(end="16:00").days[0]) == minutes(30)
        assert agenda.unplanned(gathering(end="15:20"), gathering(end="15:20").days[0]) == minutes(-10)

    def test_long_stretches_are_pointed_out(self) -> None:
        """More than 90 minutes between breaks is pointed out with its first and last block; 90 is not."""
        rest = block(15, kind=Kind.BREAK)
        fine = gathering(block(45), block(45), rest, block(90), end="18:15")
        assert agenda.long_stretches(fine, fine.days[0]) == ()
        long = gathering(block(45), rest, block(60), block(31), end="18:15")
        assert agenda.long_stretches(long, long.days[0]) == (agenda.Stretch(3, 4, minutes(91)),)


class TestSeveralDays:
    @staticmethod
    def two_days() -> tuple[Block, ...]:
        """Two blocks on each of two days."""
        return (block(day=1), block(day=1), block(day=2), block(day=2))

    def test_days_do_not_push_each_other(self) -> None:
        """An hour over time on the first day leaves the second as it was planned."""
        day = gathering(*self.two_days(), end="15:20")
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:20", date(2026, 9, 17)))
        both = verbs.start(day_with(day, second), at("15:00"))
        shown = agenda.figures(both, at("16:10"))
        assert in_minutes(shown.days[0]) == (60, -60)
        assert in_minutes(shown.days[1]) == (0, 0)
        assert expected(shown.blocks[2]) == ("09:00", "09:10")

    def test_each_day_is_told_when_it_starts(self) -> None:
        """Starting the first day freezes its plan alone; the second day's plan still follows its start."""
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:20", date(2026, 9, 17)))
        both = verbs.start(day_with(gathering(*self.two_days(), end="15:20"), second), at("15:00"))
        assert [each.is_frozen for each in both.days] == [True, False]
        moved = verbs.promise(both, 2, start=at("09:05", date(2026, 9, 17)))
        assert clock(agenda.figures(moved, at("15:00")).blocks[2].planned_start) == "09:05"

    def test_next_ends_the_day_and_waits_for_the_other(self) -> None:
        """`next` in the last block of a day ends it; the next day begins when it is started."""
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:20", date(2026, 9, 17)))
        both = verbs.start(day_with(gathering(*self.two_days(), end="15:20"), second), at("15:00"), 2)
        both = verbs.drop(both, 1)
        over = verbs.next_block(both, at("15:10"))
        assert over.current is None
        assert agenda.progress(over) is Progress.BETWEEN
        assert agenda.current_day(over) == 2
        assert verbs.start(over, at("09:01", date(2026, 9, 17))).current == 3

    def test_before_it_starts_the_first_day_is_the_current_one(self) -> None:
        """A gathering that has not started is at its first day, also when that has no block to start."""
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:20", date(2026, 9, 17)))
        assert agenda.current_day(day_with(gathering(block(day=2)), second)) == 1

    def test_the_whole_ends_with_its_last_day(self) -> None:
        """The gathering's own figures are those of its latest end against the latest planned end."""
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:30", date(2026, 9, 17)))
        both = day_with(gathering(*self.two_days(), end="15:20"), second)
        shown = agenda.figures(both, at("09:07", date(2026, 9, 17)))
        assert in_minutes(agenda.whole(both, shown)) == (7, 3)


def day_with(one: Gathering, second: Day) -> Gathering:
    """Return the gathering with a second day."""
    return replace(one, days=(*one.days, second))


class TestNext:
    def test_it_is_the_first_pending_after_the_current(self) -> None:
        """With block 2 running, block 3 is next, though block 1 is pending too."""
        assert agenda.next_position(verbs.start(gathering(), at("15:00"), 2)) == 3

    def test_else_the_first_pending_one(self) -> None:
        """With the last block running, next is the first one that was skipped."""
        assert agenda.next_position(verbs.start(gathering(), at("15:00"), 3)) == 1

    def test_it_counts_from_the_block_that_ended_last(self) -> None:
        """Between blocks it goes on from the one that ended last, not from the last in the order."""
        day = verbs.finish(verbs.start(gathering(block(), block(), block(), block()), at("15:00"), 3), at("15:05"))
        day = verbs.finish(verbs.start(day, at("15:05"), 1), at("15:06"))
        assert agenda.next_position(day) == 2

    def test_nothing_is_next_when_all_is_over(self) -> None:
        """Dropped and done blocks are never next."""
        day = verbs.finish(verbs.start(gathering(block(), block()), at("15:00")), at("15:05"))
        assert agenda.next_position(verbs.drop(day, 2)) is None

    def test_a_skipped_block_does_not_hold_up_the_next_day(self) -> None:
        """The first pending block after the one that ended last is next, be it on the next day."""
        second = Day(2, date(2026, 9, 17), at("09:00", date(2026, 9, 17)), at("09:20", date(2026, 9, 17)))
        both = day_with(gathering(*TestSeveralDays.two_days(), end="15:20"), second)
        assert agenda.next_position(verbs.finish(verbs.start(both, at("15:00"), 2), at("15:10"))) == 3


class TestProgress:
    @pytest.mark.parametrize(
        ("states", "wanted"),
        [
            ({State.PENDING}, Progress.NOT_STARTED),
            ({State.PENDING, State.DROPPED}, Progress.NOT_STARTED),
            (set(), Progress.NOT_STARTED),
            ({State.RUNNING, State.PENDING}, Progress.RUNNING),
            ({State.PAUSED}, Progress.RUNNING),
            ({State.DONE, State.PENDING}, Progress.BETWEEN),
            ({State.DONE, State.DROPPED}, Progress.ENDED),
            ({State.DONE}, Progress.ENDED),
        ],
    )
    def test_states_say_how_far_it_has_come(self, states: set[State], wanted: Progress) -> None:
        """Ended is started with nothing running or pending; what was only dropped has not started."""
        assert agenda.progress_of(states) is wanted


class TestMidnight:
    def test_a_day_across_midnight_counts_on(self) -> None:
        """Blocks from 23:50 go on past midnight by their lengths."""
        day = verbs.start(gathering(start="23:50", end="00:20"), at("23:55"))
        after = date(2026, 9, 17)
        shown = agenda.figures(day, at("00:01", after))
        assert shown.blocks[0].remaining == minutes(4)
        assert [expected(each)[1] for each in shown.blocks] == ["00:05", "00:15", "00:25"]
        assert in_minutes(shown.today) == (5, -5)


class TestDaylightSaving:
    """Oslo puts its clocks forward at 02:00 on 29 March 2026, and back at 03:00 on 25 October 2026."""

    def test_an_hour_that_is_left_out_takes_no_time(self) -> None:
        """An hour from 01:30 in the night of spring ends at 03:30, an hour later."""
        night = date(2026, 3, 29)
        day = verbs.start(gathering(block(60), start="01:30", end="03:30", on=night), at("01:30", night))
        shown = agenda.figures(day, at("03:10", night))
        assert shown.blocks[0].remaining == minutes(20)
        assert clock(shown.blocks[0].expected_end) == "03:30"
        assert in_minutes(shown.today) == (0, 0)

    def test_an_hour_that_comes_twice_takes_its_time(self) -> None:
        """Two hours from 01:30 in the night of autumn end at 02:30 by the second of the two 02:30s."""
        night = date(2026, 10, 25)
        day = verbs.start(gathering(block(120), start="01:30", end="04:00", on=night), at("01:30", night))
        shown = agenda.figures(day, at("02:30", night))
        assert shown.blocks[0].remaining == minutes(60)
        assert shown.blocks[0].expected_end == at("02:30", night, fold=1)
        assert at("02:30", night, fold=1) - at("02:30", night) == timedelta(hours=1)


def test_no_figure_depends_on_how_often_it_was_asked() -> None:
    """The same gathering and the same now give the same figures, the hundredth time as well."""
    day = verbs.pause(verbs.start(gathering(), at("15:00")), at("15:03"))
    first = agenda.figures(day, at("15:08"))
    for second in range(100):
        agenda.figures(day, at("15:08") + timedelta(seconds=second))
    assert agenda.figures(day, at("15:08")) == first
