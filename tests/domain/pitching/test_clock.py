from __future__ import annotations

from datetime import timedelta

import pytest

from making import at, clock
from pitches import pitching, with_settings
from samling.domain.display import Signal
from samling.domain.gathering import Pause
from samling.domain.pitching import running
from samling.domain.pitching.clock import ClockFigures, Showing, automatic_change, figures, overtime, overtime_seconds
from samling.domain.pitching.values import Lengths, Phase, Pitching, Run


def shown(of: Pitching, when: str) -> ClockFigures:
    """Return the figures at a clock time."""
    return figures(of, at(when))


def left(of: Pitching, when: str) -> float:
    """Return the seconds left at a clock time."""
    return shown(of, when).remaining.total_seconds()


class TestPhases:
    def test_four_minutes_from_the_first_word(self) -> None:
        """Started at 09:00, three minutes are left at 09:01, and the next team is told to get ready."""
        day = running.start(pitching(), at("09:00"))
        now = shown(day, "09:01")
        assert (now.showing, now.team_id, now.following) == (Showing.PITCH, 1, 2)
        assert now.remaining == timedelta(minutes=3)

    def test_the_questions_begin_by_themselves_after_the_grace(self) -> None:
        """With a grace of 0:15 the pitch runs over until 09:04:15, and then one minute of questions is left."""
        day = running.start(pitching(), at("09:00"))
        assert clock(shown(day, "09:00").changes_at) == "09:04:15"
        assert (shown(day, "09:04:14.999").showing, left(day, "09:04:14.999")) == (Showing.PITCH, -14.999)
        assert (shown(day, "09:04:15").showing, left(day, "09:04:15")) == (Showing.QUESTIONS, 60)

    def test_without_grace_they_begin_at_zero(self) -> None:
        """A grace of nothing is allowed: the questions begin when the pitch has taken its time."""
        day = running.start(with_settings(pitching(), grace_seconds=0), at("09:00"))
        assert shown(day, "09:03:59.999").showing is Showing.PITCH
        assert shown(day, "09:04").showing is Showing.QUESTIONS

    def test_they_wait_for_a_key_when_not_told_to_run_on(self) -> None:
        """Not told to run on, the pitch counts its time over until somebody goes on."""
        day = running.start(with_settings(pitching(), runs_on=False), at("09:00"))
        assert shown(day, "09:00").changes_at is None
        assert left(day, "09:06") == -120
        assert shown(running.next_phase(day, at("09:06")), "09:06").showing is Showing.QUESTIONS

    def test_without_questions_there_is_one_phase(self) -> None:
        """A pitch without questions never changes phase, and the next phase after it is the changeover."""
        day = running.start(with_settings(pitching(), questions_seconds=0), at("09:00"))
        assert shown(day, "09:10").showing is Showing.PITCH
        assert shown(running.next_phase(day, at("09:10")), "09:10").showing is Showing.CHANGEOVER

    def test_a_pause_moves_the_change(self) -> None:
        """Half a minute of pause lets the questions begin half a minute later; an open one says nothing of when."""
        day = running.pause(running.start(pitching(), at("09:00")), at("09:02"))
        assert shown(day, "09:03").changes_at is None
        assert (left(day, "09:02:10"), left(day, "09:20")) == (120, 120)
        day = running.resume(day, at("09:02:30"))
        assert clock(shown(day, "09:03").changes_at) == "09:04:45"

    def test_a_pause_at_the_change_is_the_questions(self) -> None:
        """A pause at the very instant of the change finds a whole minute of questions left, and keeps it."""
        day = running.pause(running.start(pitching(), at("09:00")), at("09:04:15"))
        assert (shown(day, "09:10").showing, left(day, "09:10")) == (Showing.QUESTIONS, 60)

    def test_a_pause_that_is_recorded_at_the_change_does_not_move_it(self) -> None:
        """By the record alone: a pause that begins when the pitch has taken its time and grace is the questions'."""
        run = Run(at("09:00"), Lengths(), pauses=(Pause(at("09:04:15"), at("09:05")),))
        assert clock(automatic_change(run)) == "09:04:15"


class TestSigns:
    @pytest.mark.parametrize(
        ("when", "sign", "mark"),
        [
            ("09:02:59", Signal.CALM, None),
            ("09:03", Signal.SOON, 60),
            ("09:03:29", Signal.SOON, 60),
            ("09:03:30", Signal.LAST, 30),
            ("09:04", Signal.OVER, 0),
            ("09:04:16", Signal.CALM, None),
            ("09:04:45", Signal.LAST, 30),
            ("09:05:15", Signal.OVER, 0),
        ],
    )
    def test_at_one_minute_half_a_minute_and_zero(self, when: str, sign: Signal, mark: int | None) -> None:
        """Signs come at 1:00, 0:30 and 0:00 left; of questions of one minute only those that lie within it."""
        now = shown(running.start(pitching(), at("09:00")), when)
        assert (now.signal, now.mark) == (sign, mark)


class TestChangeover:
    def test_it_has_its_own_clock(self) -> None:
        """From the end of a pitch half a minute runs, and then over, for the team that comes next."""
        day = running.stop(running.start(pitching(), at("09:00")), at("09:05"))
        now = shown(day, "09:05:10")
        assert (now.showing, now.team_id, now.following) == (Showing.CHANGEOVER, 2, 3)
        assert (left(day, "09:05:10"), left(day, "09:05:40")) == (20, -10)

    def test_nothing_runs_before_the_first_and_after_the_last(self) -> None:
        """Before the first team the clock shows nothing but who begins, and after the last one that all is over."""
        day = pitching(1)
        assert (shown(day, "09:00").showing, shown(day, "09:00").team_id) == (Showing.BEFORE, 1)
        done = running.stop(running.start(day, at("09:00")), at("09:05"))
        assert (shown(done, "09:06").showing, shown(done, "09:06").moves) == (Showing.OVER, False)


class TestOvertime:
    def test_it_is_kept_for_each_phase(self) -> None:
        """Twelve seconds over in the pitch and thirty in the questions are kept, whatever is changed later."""
        day = running.next_phase(running.start(pitching(), at("09:00")), at("09:04:12"))
        day = running.stop(day, at("09:05:42"))
        day = with_settings(day, pitch_seconds=60)
        run = day.order[0].run
        assert run is not None
        assert overtime(run, Phase.PITCH, at("10:00")) == timedelta(seconds=12)
        assert overtime(run, Phase.QUESTIONS, at("10:00")) == timedelta(seconds=30)
        assert overtime_seconds(day.order[0], at("10:00")) == 42

    def test_a_run_that_was_given_up_has_none(self) -> None:
        """Overtime of a run that does not count is not the team's."""
        day = running.start(pitching(), at("09:00"))
        day = running.restart(day, at("09:10"), "the film did not start")
        day = running.stop(running.next_phase(day, at("09:13")), at("09:14"))
        assert overtime_seconds(day.order[0], at("10:00")) == 0
