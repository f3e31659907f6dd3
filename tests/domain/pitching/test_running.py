from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from making import at, clock
from pitches import pitching
from samling.domain.errors import Refused, WrongUsage
from samling.domain.gathering import Pause
from samling.domain.pitching import order, running
from samling.domain.pitching.values import Pitching, Status


def states(of: Pitching) -> list[Status]:
    """Return the teams' states in order."""
    return [pitch.status for pitch in of.order]


def held(of: Pitching, start: str, end: str) -> Pitching:
    """Return the pitches after the next team's."""
    return running.stop(running.start(of, at(start)), at(end))


class TestStart:
    def test_the_next_one_begins(self) -> None:
        """Started without a name, the first that waits begins, and after it the second."""
        day = running.start(held(pitching(), "09:00", "09:05"), at("09:06"))
        assert states(day) == [Status.DONE, Status.RUNNING, Status.WAITING]

    def test_a_named_team_begins_out_of_turn(self) -> None:
        """A team that is named begins before its turn; the one that was called waits again."""
        day = running.start(running.next_team(pitching(), at("09:00")), at("09:01"), 3)
        assert states(day) == [Status.WAITING, Status.WAITING, Status.RUNNING]

    def test_two_clocks_never_run(self) -> None:
        """While a clock runs no other is started, nor the same one again by a double key."""
        day = running.start(pitching(), at("09:00"))
        for team_id in (None, 1, 2):
            with pytest.raises(Refused, match="“Fjord” runs"):
                running.start(day, at("09:00:01"), team_id)

    def test_what_cannot_start(self) -> None:
        """A team that is done, one that is in no order, and none at all cannot start."""
        done = held(pitching(1), "09:00", "09:05")
        with pytest.raises(Refused, match="only a team that waits"):
            running.start(done, at("09:06"), 1)
        with pytest.raises(Refused, match="No team is left"):
            running.start(done, at("09:06"))
        with pytest.raises(Refused, match="no order"):
            running.start(pitching(order=()), at("09:06"))
        with pytest.raises(Refused, match="not in the order"):
            running.start(pitching(order=pitching().order[:1]), at("09:06"), 2)
        with pytest.raises(Refused, match="no team with id"):
            running.start(pitching(), at("09:06"), 10**30)


class TestStatesThatDoNotFit:
    @pytest.mark.parametrize("verb", [running.pause, running.resume, running.next_phase, running.stop])
    def test_no_clock_runs(self, verb: Callable[[Pitching, datetime], Pitching]) -> None:
        """Without a clock that runs there is none to pause, resume, go on with or stop."""
        with pytest.raises(Refused, match="No team's clock"):
            verb(pitching(), at("09:00"))

    def test_twice_is_refused(self) -> None:
        """A paused clock is not paused again, a running one not resumed."""
        day = running.start(pitching(), at("09:00"))
        with pytest.raises(Refused, match="not paused"):
            running.resume(day, at("09:01"))
        with pytest.raises(Refused, match="paused already"):
            running.pause(running.pause(day, at("09:01")), at("09:02"))


class TestGoingOn:
    def test_the_phases_one_after_the_other(self) -> None:
        """Next phase: the questions, then the end of the pitch; an open pause ends with the phase."""
        day = running.pause(running.start(pitching(), at("09:00")), at("09:02"))
        day = running.next_phase(day, at("09:03"))
        run = day.order[0].run
        assert run is not None
        assert (states(day)[0], clock(run.questions_at)) == (Status.RUNNING, "09:03")
        assert run.pauses == (Pause(at("09:02"), at("09:03")),)
        assert states(running.next_phase(day, at("09:04")))[0] is Status.DONE

    def test_a_change_that_came_by_itself_is_written_down(self) -> None:
        """Stopped in the questions, the record says when they began by themselves."""
        day = held(pitching(), "09:00", "09:05")
        run = day.order[0].run
        assert run is not None
        assert (clock(run.questions_at), clock(run.ended_at)) == ("09:04:15", "09:05")

    def test_whatever_is_done_next_writes_it_down(self) -> None:
        """A pause in the questions writes down when they began, so that no later correction can move that."""
        run = running.pause(running.start(pitching(), at("09:00")), at("09:04:30")).order[0].run
        assert run is not None
        assert clock(run.questions_at) == "09:04:15"

    def test_a_stop_before_the_change_has_no_questions(self) -> None:
        """Stopped before the change, also when that is recorded after the fact, there were no questions."""
        run = held(pitching(), "09:00", "09:04:14").order[0].run
        assert run is not None
        assert run.questions_at is None

    def test_next_team_ends_and_calls(self) -> None:
        """Next team ends the pitch and calls the one after; its clock waits for the first word."""
        day = running.next_team(running.start(pitching(), at("09:00")), at("09:05"))
        assert states(day) == [Status.DONE, Status.CALLED, Status.WAITING]
        with pytest.raises(Refused, match="first word"):
            running.next_team(day, at("09:05:01"))
        assert states(running.start(day, at("09:05:20")))[1] is Status.RUNNING

    def test_after_the_last_it_ends_alone(self) -> None:
        """With nobody left to call, next team ends the last pitch; then there is nothing."""
        day = running.next_team(running.start(pitching(1), at("09:00")), at("09:05"))
        assert states(day) == [Status.DONE]
        with pytest.raises(Refused, match="No team is left"):
            running.next_team(day, at("09:06"))

    def test_another_team_is_called_instead(self) -> None:
        """A team that is named is called in the place of the one that was; called twice is told."""
        day = running.next_team(running.next_team(pitching(), at("09:00")), at("09:00:10"), 3)
        assert states(day) == [Status.WAITING, Status.WAITING, Status.CALLED]
        with pytest.raises(Refused, match="“Holme” has been called"):
            running.next_team(day, at("09:00:20"), 3)


class TestRestart:
    def test_the_record_of_what_was_given_up_is_kept(self) -> None:
        """Restarted three times, the clock shows the last run, and the record has all four with their reasons."""
        day = running.start(pitching(), at("09:00"))
        for minute, reason in ((1, "no sound"), (2, "no picture"), (3, "the alarm went off")):
            day = running.restart(day, at(f"09:0{minute}"), reason)
        pitch = day.order[0]
        assert [run.given_up for run in pitch.runs] == ["no sound", "no picture", "the alarm went off", ""]
        assert [clock(run.ended_at) for run in pitch.runs] == ["09:01", "09:02", "09:03", None]
        assert pitch.run is not None
        assert clock(pitch.run.started_at) == "09:03"

    def test_a_reason_is_asked(self) -> None:
        """Without a reason the clock goes on as it was."""
        with pytest.raises(WrongUsage):
            running.restart(running.start(pitching(), at("09:00")), at("09:01"), "  \x1b ")

    def test_a_team_that_was_stopped_begins_again(self) -> None:
        """The team that pitched last gets another go, and one that is named; not while another's clock runs."""
        day = held(held(pitching(), "09:00", "09:05"), "09:06", "09:11")
        assert states(running.restart(day, at("09:12"), "stopped by mistake"))[:2] == [Status.DONE, Status.RUNNING]
        assert states(running.restart(day, at("09:12"), "asked for it", 1))[:2] == [Status.RUNNING, Status.DONE]
        busy = running.start(day, at("09:12"))
        with pytest.raises(Refused, match="“Holme” runs"):
            running.restart(busy, at("09:13"), "asked for it", 1)

    def test_there_must_be_something_to_restart(self) -> None:
        """Nothing was started, or the team is out of it: there is nothing to start again."""
        with pytest.raises(Refused, match="No team has pitched"):
            running.restart(pitching(), at("09:00"), "why")
        gone = order.withdraw(held(pitching(), "09:00", "09:05"), at("09:06"), 1)
        with pytest.raises(Refused, match="has not pitched"):
            running.restart(gone, at("09:07"), "why", 1)
