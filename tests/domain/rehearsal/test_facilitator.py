"""The simulated facilitator: what she does next follows from the day, the cast and the time alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from making import at, block, gathering, minutes
from pitches import ids, pitching
from rehearsals import cast, sight
from samling.domain import roll, verbs
from samling.domain.gathering import Kind
from samling.domain.pitching import order, running
from samling.domain.pitching.podium import Award
from samling.domain.rehearsal.facilitator import Facilitator

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.values import Pitching
    from samling.domain.rehearsal.acts import Act, Sight


def does(of: Sight, now: datetime, done: Collection[str] = (), **fields: object) -> Act:
    """Return what she does next; nobody speaks too long, where it is not said."""
    by = replace(cast(of, overruns={}), **fields)  # type: ignore[arg-type]
    found = Facilitator(by, of, now).next(done)
    assert found is not None
    return found


def on(day: Gathering, **fields: object) -> Sight:
    """Return that day for those who act in it."""
    return replace(sight(), gathering=day, **fields)  # type: ignore[arg-type]


class TestAgenda:
    """Starting, going on, giving time and following proposals."""

    def test_the_day_starts_a_little_late(self) -> None:
        """Three minutes after its planned start, however long before that she sits ready."""
        start = does(sight(), at("14:50"))
        assert (start.action, start.at) == ("start", at("15:03"))

    def test_a_block_runs_its_time(self) -> None:
        """And the next begins when it is over."""
        then = does(on(verbs.start(gathering(), at("15:00"))), at("15:00"))
        assert (then.action, then.at) == ("next", at("15:10"))

    def test_the_speaker_gets_what_is_asked_for(self) -> None:
        """A minute before the end, once; then the block runs as long as it now is."""
        day = on(verbs.start(gathering(end="16:00"), at("15:00")))
        gives = does(day, at("15:00"), overruns={1: 4})
        assert (gives.action, gives.at, gives.arguments) == ("extend", at("15:09"), {"seconds": 240})
        longer = replace(day, gathering=verbs.extend(day.gathering, 240))
        then = does(longer, at("15:09"), done={gives.key}, overruns={1: 4})
        assert (then.action, then.at) == ("next", at("15:14"))

    def test_a_late_day_is_planned_anew_once_a_block(self) -> None:
        """Eight minutes late is too late; what was tried in this block is not tried again."""
        late = on(verbs.start(gathering(), at("15:08")))
        replans = does(late, at("15:09"))
        assert (replans.action, replans.at) == ("replan", at("15:09"))
        assert does(late, at("15:09"), done={replans.key}).action == "next"

    def test_a_pause_is_not_for_ever(self) -> None:
        """Somebody paused the block: it goes on."""
        paused = verbs.pause(verbs.start(gathering(), at("15:00")), at("15:04"))
        assert does(on(paused), at("15:05")).action == "resume"

    def test_when_all_is_over_there_is_nothing_to_do(self) -> None:
        """The rehearsal ends by that."""
        day = verbs.start(gathering(block()), at("15:00"))
        over = on(verbs.finish(day, at("15:10")))
        assert Facilitator(cast(over), over, at("15:10")).next(()) is None


class TestGroups:
    """Seating people in good time."""

    def test_drawn_ten_minutes_before_the_block(self) -> None:
        """Not before the day has begun: nobody knows yet who comes."""
        day = gathering(block(30), block(30, kind=Kind.SHARING), end="16:00")
        assert does(on(day), at("14:55")).action == "start"
        draws = does(on(verbs.start(day, at("15:00"))), at("15:00"))
        assert (draws.action, draws.at, draws.arguments) == ("groups-draw", at("15:20"), {"position": 2})


def _on_stage(pitches: Pitching, **fields: object) -> Sight:
    """Return the day with its pitching block running since 15:20."""
    day = verbs.start(sight().gathering, at("15:00"))
    return replace(sight(3), gathering=verbs.next_block(day, at("15:20")), pitching=pitches, **fields)  # type: ignore[arg-type]


class TestPitches:
    """Holding the pitches."""

    def test_the_order_is_drawn_first(self) -> None:
        """As soon as the block begins."""
        then = does(_on_stage(replace(pitching(3), order=())), at("15:20"))
        assert (then.action, then.at) == ("pitch-draw", at("15:20"))

    def test_a_team_is_called_starts_and_is_stopped(self) -> None:
        """Ten seconds to call it, twenty to its first word, and its 4 + 1 minutes with the grace of 15 s."""
        calls = does(_on_stage(pitching(3)), at("15:20"))
        assert (calls.action, calls.at) == ("pitch-next", at("15:20:10"))
        called = running.next_team(pitching(3), at("15:20:10"))
        starts = does(_on_stage(called), at("15:20:10"))
        assert (starts.action, starts.at) == ("pitch-start", at("15:20:30"))
        pitches = running.start(called, at("15:20:30"))
        stops = does(_on_stage(pitches), at("15:21"))
        assert (stops.action, stops.at) == ("pitch-stop", at("15:20:30") + timedelta(seconds=240 + 15 + 60))

    def test_a_team_that_is_not_there_goes_last_and_then_did_not_meet(self) -> None:
        """The roll has been taken, and the first team is not on it."""
        here = roll.arrive(sight(3).roll, at("14:55"), people=(4, 5, 6, 7))
        assert does(_on_stage(pitching(3), roll=here), at("15:20")).action == "pitch-last"
        last = order.move_last(pitching(3), 1)
        assert ids(last) == [2, 3, 1]
        alone = replace(last, order=last.order[-1:])
        assert does(_on_stage(alone, roll=here), at("15:20")).action == "pitch-absent"

    def test_the_result_waits_for_the_sheets(self) -> None:
        """Fifteen minutes after the last team, where sheets are missing; the block ends a minute after the award."""
        pitches = running.stop(running.start(replace(pitching(1)), at("15:21")), at("15:26"))
        settles = does(_on_stage(pitches), at("15:26"))
        assert (settles.action, settles.at) == ("award-settle", at("15:41"))
        over = replace(pitches, award=Award(frozen_at=at("15:50")))
        then = does(_on_stage(over), at("15:50"))
        assert (then.action, then.at) == ("next", at("15:50") + minutes(1))
