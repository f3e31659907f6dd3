from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest

from making import at, block, clock, gathering, minutes
from samling.domain import agenda, verbs
from samling.domain.amend import Correction, amend
from samling.domain.errors import Refused, WrongUsage
from samling.domain.gathering import Gathering, Pause, State


def states(day: Gathering) -> list[State]:
    """Return the blocks' states in order."""
    return [each.state for each in day.blocks]


class TestStart:
    def test_a_running_block_ends_at_the_same_instant(self) -> None:
        """Starting another block ends the running one then, with no gap between them."""
        day = verbs.start(verbs.start(gathering(), at("15:00")), at("15:04"), 3)
        assert states(day) == [State.DONE, State.PENDING, State.RUNNING]
        assert day.block(1).ended_at == day.block(3).started_at == at("15:04")

    def test_an_open_pause_ends_with_its_block(self) -> None:
        """Ending a paused block closes the pause."""
        day = verbs.pause(verbs.start(gathering(), at("15:00")), at("15:02"))
        day = verbs.next_block(day, at("15:06"))
        assert day.block(1).pauses == (Pause(at("15:02"), at("15:06")),)
        assert agenda.elapsed(day.block(1), at("16:00")) == minutes(2)

    @pytest.mark.parametrize("state", [State.RUNNING, State.PAUSED, State.DONE, State.DROPPED])
    def test_only_a_pending_block_starts(self, state: State) -> None:
        """A block that runs, is done or was dropped cannot be started."""
        started = None if state is State.DROPPED else at("15:00")
        pauses = (Pause(at("15:01")),) if state is State.PAUSED else ()
        ended = at("15:01") if state is State.DONE else None
        day = gathering(block(state=state, started_at=started, ended_at=ended, pauses=pauses), block())
        with pytest.raises(Refused, match="only a pending block"):
            verbs.start(day, at("15:05"), 1)


class TestStatesThatDoNotFit:
    def test_nothing_runs(self) -> None:
        """Without a running block there is none to pause, resume, finish, extend or end at a time."""
        day = gathering()
        for verb in (verbs.pause, verbs.resume, verbs.finish):
            with pytest.raises(Refused, match="No block is running"):
                verb(day, at("15:00"))
        with pytest.raises(Refused, match="No block is running"):
            verbs.extend(day, 60)
        with pytest.raises(Refused, match="No block is running"):
            verbs.until(day, at("15:20"))
        with pytest.raises(Refused, match="No block has finished"):
            verbs.reopen(day, at("15:00"))

    def test_twice_is_refused(self) -> None:
        """A paused block is not paused again, a running one not resumed, a dropped one not dropped again."""
        running = verbs.start(gathering(), at("15:00"))
        paused = verbs.pause(running, at("15:01"))
        with pytest.raises(Refused, match="already paused"):
            verbs.pause(paused, at("15:02"))
        with pytest.raises(Refused, match="not paused"):
            verbs.resume(running, at("15:02"))
        dropped = verbs.drop(running, 2)
        with pytest.raises(Refused):
            verbs.drop(dropped, 2)
        with pytest.raises(Refused):
            verbs.restore(running, 2)
        with pytest.raises(Refused):
            verbs.drop(running, 1)

    @pytest.mark.parametrize("state", [State.DONE, State.DROPPED])
    def test_a_length_changes_only_while_it_can_matter(self, state: State) -> None:
        """A done or dropped block cannot be extended or given an end."""
        day = verbs.start(gathering(), at("15:00"))
        day = verbs.next_block(day, at("15:05")) if state is State.DONE else verbs.drop(day, 3)
        position = 1 if state is State.DONE else 3
        with pytest.raises(Refused, match="only a running or pending"):
            verbs.extend(day, 60, position)
        with pytest.raises(Refused, match="only a running or pending"):
            verbs.until(day, at("15:40"), position)

    @pytest.mark.parametrize("position", [-1, 0, 4, 10**30])
    def test_positions_that_are_not_there(self, position: int) -> None:
        """A position outside the agenda is refused by every verb that takes one."""
        day = gathering()
        with pytest.raises(Refused, match="There is no block"):
            verbs.drop(day, position)
        with pytest.raises(Refused, match="There is no block"):
            verbs.move(day, 1, position)


class TestExtend:
    def test_it_adds_up_below_the_length(self) -> None:
        """Taken time is remembered below nothing, so that given time counts from there."""
        day = verbs.extend(verbs.extend(verbs.start(gathering(), at("15:00")), -900), 600)
        assert day.block(1).added_seconds == -300
        assert day.block(1).length_seconds == 300

    @pytest.mark.parametrize("seconds", [0, 86_401, -86_401])
    def test_impossible_lengths(self, seconds: int) -> None:
        """No change and more than a day are wrong usage."""
        with pytest.raises(WrongUsage):
            verbs.extend(verbs.start(gathering(), at("15:00")), seconds)

    def test_until_must_come_after_the_start(self) -> None:
        """A running block cannot end before it began; it can end before now."""
        day = verbs.start(gathering(), at("15:00"))
        with pytest.raises(Refused, match="started after"):
            verbs.until(day, at("15:00"))
        assert agenda.figures(verbs.until(day, at("15:02")), at("15:05")).blocks[0].remaining == minutes(-3)


class TestMove:
    @pytest.mark.parametrize(("position", "to"), list(product(range(1, 5), repeat=2)))
    def test_the_block_takes_the_place_and_the_others_keep_their_order(self, position: int, to: int) -> None:
        """Wherever a block is put, it stands there, and the rest follow each other as before."""
        day = gathering(*(block(title=name) for name in "ABCD"))
        moved = [each.title for each in verbs.move(day, position, to).blocks]
        name = "ABCD"[position - 1]
        assert moved[to - 1] == name
        assert [each for each in moved if each != name] == [each for each in "ABCD" if each != name]

    def test_not_past_what_has_started(self) -> None:
        """Neither a block that has started nor its place can be taken."""
        day = verbs.start(gathering(), at("15:00"))
        for position, to in ((1, 2), (2, 1)):
            with pytest.raises(Refused, match="have not started"):
                verbs.move(day, position, to)


class TestReopen:
    def test_it_runs_again_from_zero_with_what_was_added(self) -> None:
        """The block that ended last begins anew, its added time kept and its pauses forgotten."""
        day = verbs.extend(verbs.start(gathering(), at("15:00")), 120)
        day = verbs.finish(verbs.resume(verbs.pause(day, at("15:01")), at("15:03")), at("15:09"))
        day = verbs.reopen(day, at("15:10"))
        shown = agenda.figures(day, at("15:11")).blocks[0]
        assert (shown.elapsed, shown.paused, shown.remaining) == (minutes(1), minutes(0), minutes(11))
        assert clock(day.block(1).started_at) == "15:10"

    def test_a_running_earlier_block_ends(self) -> None:
        """Going back to a later block ends an earlier one that runs."""
        day = verbs.start(gathering(), at("15:00"), 2)
        day = verbs.start(day, at("15:05"), 1)
        day = verbs.reopen(day, at("15:08"), 2)
        assert states(day) == [State.DONE, State.RUNNING, State.PENDING]
        assert day.block(1).ended_at == at("15:08")

    def test_later_blocks_become_pending(self) -> None:
        """What ran or runs after the reopened block is pending again, without a record; what was dropped stays so."""
        day = verbs.drop(verbs.start(gathering(block(), block(), block(), block()), at("15:00")), 4)
        day = verbs.next_block(verbs.next_block(day, at("15:05")), at("15:10"))
        day = verbs.reopen(day, at("15:12"), 1)
        assert states(day) == [State.RUNNING, State.PENDING, State.PENDING, State.DROPPED]
        assert all(each.started_at is None and each.ended_at is None for each in day.blocks[1:])

    def test_only_a_finished_block(self) -> None:
        """A running or pending block is not gone back to."""
        day = verbs.start(gathering(), at("15:00"))
        for position in (1, 2):
            with pytest.raises(Refused, match="has not finished"):
                verbs.reopen(day, at("15:05"), position)


class TestReset:
    def test_as_before_the_first_start(self) -> None:
        """States, added time, fixed ends given along the way and the frozen plan are as they were."""
        before = verbs.drop(gathering(block(), block(fixed_end=at("15:22")), block()), 3)
        day = verbs.until(verbs.extend(verbs.start(before, at("15:00")), 60, 2), at("15:18"))
        day = verbs.next_block(verbs.pause(day, at("15:04")), at("15:05"))
        assert verbs.reset(day) == before

    def test_only_what_has_started(self) -> None:
        """Before the first start there is nothing to reset."""
        with pytest.raises(Refused, match="nothing to reset"):
            verbs.reset(gathering())


class TestPromise:
    def test_the_start_is_told_once(self) -> None:
        """The planned start moves until the day has started."""
        assert verbs.promise(gathering(), 1, start=at("15:10")).days[0].planned_start == at("15:10")
        with pytest.raises(Refused, match="has started"):
            verbs.promise(verbs.start(gathering(), at("15:00")), 1, start=at("15:10"))

    @pytest.mark.parametrize("end", [at("15:00"), at("14:00"), at("15:00") + timedelta(days=1, seconds=1)])
    def test_a_day_ends_after_it_starts_and_within_a_day(self, end: datetime) -> None:
        """No length, a negative one and more than 24 hours are wrong usage."""
        with pytest.raises(WrongUsage):
            verbs.promise(gathering(), 1, end=end)


class TestRecordedAt:
    def test_the_previous_clock_action_is_the_latest_of_all(self) -> None:
        """Starts, ends, pauses and resumes bind what comes after; extending and dropping do not."""
        day = verbs.start(gathering(), at("15:00"))
        assert agenda.clock_limits(day, 1) == at("15:00")
        day = verbs.pause(day, at("15:02"))
        assert agenda.clock_limits(day, 1) == at("15:02")
        day = verbs.drop(verbs.extend(verbs.resume(day, at("15:04")), 60), 3)
        assert agenda.clock_limits(day, 1) == at("15:04")
        day = verbs.finish(day, at("15:09"))
        assert agenda.clock_limits(day, 1) == at("15:09")
        assert agenda.clock_limits(verbs.reopen(day, at("15:10")), 1) == at("15:10")

    @pytest.mark.parametrize(
        ("when", "fits"), [("14:59:59.999", False), ("15:00", True), ("15:10", True), ("15:10:00.001", False)]
    )
    def test_both_limits_are_included(self, when: str, fits: bool) -> None:
        """The last action's own instant and now can be recorded; a millisecond outside cannot."""
        day = verbs.start(gathering(), at("15:00"))
        try:
            verbs.check_recorded_at(day, [1], at(when), at("15:10"))
        except Refused:
            assert not fits
        else:
            assert fits


class TestAmend:
    @pytest.fixture
    def day(self) -> Gathering:
        """Block 1 from 15:00 to 15:10 with a pause, block 2 running since 15:12."""
        day = verbs.pause(verbs.start(gathering(), at("15:00")), at("15:03"))
        day = verbs.finish(verbs.resume(day, at("15:05")), at("15:10"))
        return verbs.start(day, at("15:12"))

    @pytest.mark.parametrize(
        ("position", "correction", "fits"),
        [
            (1, Correction(started=at("08:00")), True),
            (1, Correction(started=at("15:03")), True),
            (1, Correction(started=at("15:03:01")), False),
            (1, Correction(ended=at("15:12")), True),
            (1, Correction(ended=at("15:12:01")), False),
            (1, Correction(ended=at("15:05")), True),
            (1, Correction(ended=at("15:04:59")), False),
            (2, Correction(started=at("15:10")), True),
            (2, Correction(started=at("15:09:59")), False),
            (2, Correction(started=at("15:20")), True),
            (2, Correction(started=at("15:20:01")), False),
            (1, Correction(pause=1, paused=at("15:00")), True),
            (1, Correction(pause=1, paused=at("14:59")), False),
            (1, Correction(pause=1, resumed=at("15:10")), True),
            (1, Correction(pause=1, paused=at("15:06")), False),
            (1, Correction(pause=2, paused=at("15:06")), False),
            (2, Correction(ended=at("15:15")), False),
            (3, Correction(started=at("15:15")), False),
        ],
    )
    def test_within_the_neighbours(self, day: Gathering, position: int, correction: Correction, fits: bool) -> None:
        """A time moves up to the neighbours' and to now (15:20), both included, and not beyond."""
        if fits:
            assert amend(day, position, correction, at("15:20")) != day
            return
        with pytest.raises(Refused):
            amend(day, position, correction, at("15:20"))

    def test_the_plan_as_told_stays(self, day: Gathering) -> None:
        """Correcting the first start moves how far behind the day is, not what was told."""
        changed = amend(day, 1, Correction(started=at("14:50")), at("15:20"))
        assert changed.days == day.days
        assert [each.told for each in changed.blocks] == [each.told for each in day.blocks]

    def test_blocks_that_ran_out_of_order(self) -> None:
        """The neighbours are those that ran before and after, wherever they stand in the agenda."""
        day = verbs.start(gathering(), at("15:00"), 3)
        day = verbs.start(day, at("15:05"), 1)
        with pytest.raises(Refused, match="15:05:00"):
            amend(day, 1, Correction(started=at("15:04")), at("15:20"))
        assert amend(day, 3, Correction(ended=at("15:04")), at("15:20")).block(3).ended_at == at("15:04")


def test_the_rules_read_no_clock() -> None:
    """A day in any year has the same figures: nothing but the given now counts."""
    long_ago = date(1999, 9, 16)
    day = verbs.start(gathering(on=long_ago), at("15:05", long_ago))
    shown = agenda.figures(day, at("15:05", long_ago))
    assert shown.today.behind == minutes(5)
    assert shown.now == datetime(1999, 9, 16, 13, 5, tzinfo=UTC)
