"""The pitch clock held to its rule over any story: what is recorded, and what the clock shows at any time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from making import at
from pitches import pitching, with_settings
from samling.domain.errors import Refused
from samling.domain.pitching import clock, recorded, running
from samling.domain.pitching.clock import ZERO, Showing, figures
from samling.domain.pitching.values import Phase, Pitching, Run

START = at("09:00")
VERBS: dict[str, Callable[[Pitching, datetime], Pitching]] = {
    "start": running.start,
    "pause": running.pause,
    "resume": running.resume,
    "phase": running.next_phase,
    "stop": running.stop,
    "next": running.next_team,
    "restart": lambda day, when: running.restart(day, when, "again"),
}


@dataclass(frozen=True)
class Story:
    """Verbs with the instants at which they were done, those that did not fit left out, and the pitches at each."""

    days: tuple[Pitching, ...]
    at: tuple[datetime, ...]

    @property
    def day(self) -> Pitching:
        """The pitches at the end."""
        return self.days[-1]

    @property
    def end(self) -> datetime:
        """When the last verb was done."""
        return self.at[-1]


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """Any verbs at any times, in order; many at once, and many near the change of phase."""
    day = with_settings(
        pitching(3),
        grace_seconds=draw(st.sampled_from((0, 15))),
        questions_seconds=draw(st.sampled_from((0, 60))),
        runs_on=draw(st.booleans()),
    )
    gaps = st.one_of(
        st.sampled_from((0, 1, 15_000, 60_000, 239_999, 240_000, 255_000, 255_001)), st.integers(0, 600_000)
    )
    now, days, instants = START, [day], [START]
    for name, gap in draw(st.lists(st.tuples(st.sampled_from(sorted(VERBS)), gaps), max_size=14)):
        now += timedelta(milliseconds=gap)
        try:
            day = VERBS[name](day, now)
        except Refused:
            continue
        days.append(day)
        instants.append(now)
    return Story(tuple(days), tuple(instants))


def runs(day: Pitching) -> list[Run]:
    """Return all runs, those given up as well."""
    return [run for pitch in day.order for run in pitch.runs]


def in_phases(run: Run, now: datetime) -> list[timedelta]:
    """Return what each phase has taken."""
    return [clock.elapsed(run, phase, now) for phase in Phase]


def ticked(run: Run, now: datetime) -> list[int]:
    """Return the milliseconds of each phase by counting through the record, event by event."""
    length = (run.lengths.pitch_seconds + run.lengths.grace_seconds) * 1000
    by_itself = run.lengths.runs_on and run.lengths.questions_seconds and run.questions_at is None
    events = sorted(
        (instant, order, what)
        for order, what, instant in (
            *((1, "stops", pause.started_at) for pause in run.pauses),
            *((0, "goes", pause.ended_at) for pause in run.pauses),
            (0, "questions", run.questions_at),
            (2, "end", run.ended_at or now),
        )
        if instant is not None
    )
    spent, phase, going, last = [0, 0], 0, True, run.started_at
    for instant, _order, what in events:
        gone = round((instant - last) / timedelta(milliseconds=1)) if going else 0
        room = length - spent[0]
        if by_itself and phase == 0 and gone >= room:
            spent[0], gone, phase = length, gone - room, 1
        spent[phase] += gone
        going = what == "goes" or (going and what != "stops")
        phase = 1 if what == "questions" else phase
        last = instant
    return spent


@given(stories(), st.integers(0, 900_000))
def test_phases_and_pauses_are_the_time_on_the_wall(story: Story, later: int) -> None:
    """Of every run, at any later time: no figure is below nothing, and together they are the time that has passed."""
    now = story.end + timedelta(milliseconds=later)
    for run in runs(story.day):
        end = run.ended_at or now
        paused = clock.paused_time(run, run.started_at, end)
        assert min(*in_phases(run, now), paused) >= ZERO
        assert sum(in_phases(run, now), paused) == end - run.started_at


@given(stories(), st.integers(0, 900_000))
def test_as_if_it_were_counted(story: Story, later: int) -> None:
    """The figures that are computed at once are those of somebody who counts through the record."""
    now = story.end + timedelta(milliseconds=later)
    for run in runs(story.day):
        assert [each / timedelta(milliseconds=1) for each in in_phases(run, now)] == ticked(run, now)


@given(stories(), st.integers(0, 900_000))
def test_the_change_by_itself_is_the_change_by_hand(story: Story, later: int) -> None:
    """Whoever goes on to the questions at the instant at which they begin by themselves changes no figure, ever."""
    pitch = story.day.on_clock
    if pitch is None or pitch.run is None or clock.automatic_change(pitch.run) is None:
        return
    change = clock.automatic_change(pitch.run)
    assert change is not None
    if change < story.end:
        return  # it has come already, and is written down with the next verb
    by_hand = running.next_phase(_by_hand(story.day), change)
    now = change + timedelta(milliseconds=later)
    assert _shown(by_hand, now) == _shown(story.day, now)


def _by_hand(day: Pitching) -> Pitching:
    """The pitches whose clock does not go on by itself."""
    pitch = day.on_clock
    assert pitch is not None
    assert pitch.run is not None
    run = replace(pitch.run, lengths=replace(pitch.run.lengths, runs_on=False))
    return day.with_pitch(pitch.with_run(run))


def _shown(day: Pitching, now: datetime) -> tuple[object, ...]:
    shown = figures(day, now)
    return shown.showing, shown.team_id, shown.elapsed, shown.remaining, shown.mark


@given(stories(), st.integers(0, 900_000))
def test_writing_the_change_down_changes_no_figure(story: Story, later: int) -> None:
    """What the next verb writes down of a change that came by itself leaves every figure as it was."""
    now = story.end + timedelta(milliseconds=later)
    for run in runs(story.day):
        assert in_phases(running.settled(run, now), now) == in_phases(run, now)


@given(stories())
def test_nothing_that_was_recorded_is_lost(story: Story) -> None:
    """No verb takes a run or an instant out of the record, or moves one."""
    for before, after in zip(story.days, story.days[1:], strict=False):
        for old, new in zip(before.order, after.order, strict=True):
            assert [run.started_at for run in old.runs] == [run.started_at for run in new.runs[: len(old.runs)]]
            closed = [run for run in old.runs if run.ended_at]
            assert [replace(run, given_up="") for run in new.runs[: len(closed)]] == [
                replace(run, given_up="") for run in closed
            ]


@given(stories(), st.integers(0, 900_000), st.integers(-3_600_000, 3_600_000))
def test_a_clock_that_is_set_shows_the_same(story: Story, later: int, moved: int) -> None:
    """When the laptop's clock is set, what was recorded moves with it, and every figure stays as it was."""
    now, by = story.end + timedelta(milliseconds=later), timedelta(milliseconds=moved)
    before, after = figures(story.day, now), figures(recorded.shift(story.day, by, now), now + by)
    assert replace(after, changes_at=None) == replace(before, changes_at=None)
    assert (after.changes_at is None) == (before.changes_at is None)
    if before.changes_at and after.changes_at:
        assert after.changes_at - before.changes_at == by


@given(stories())
def test_one_clock_at_most(story: Story) -> None:
    """Whatever is done in whatever order, one team at most is on the clock, and one at most is called."""
    for day in story.days:
        assert sum(pitch.is_on_clock for pitch in day.order) <= 1
        assert sum(pitch.status == "called" for pitch in day.order) <= 1
        assert figures(day, story.end).showing in Showing
