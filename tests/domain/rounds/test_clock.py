from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from making import at, block, gathering, minutes
from samling.domain import verbs
from samling.domain.agenda import ZERO
from samling.domain.display import Signal
from samling.domain.gathering import Block, Gathering, Turn
from samling.domain.rounds import turns
from samling.domain.rounds.clock import RoundFigures, figures

TEAMS = tuple(Turn(name, team_id=number) for number, name in enumerate("ABCDE", start=1))


def round_of(length: float, *each: Turn, **fields: datetime | None) -> Gathering:
    """Return a day whose first block is a round of so many minutes that started at 15:00."""
    made = gathering(block(length, turns=each or TEAMS, **fields), block(10), end="17:00")
    return verbs.start(made, at("15:00"))


def look(made: Gathering, now: str) -> RoundFigures:
    """Return the clocks of the first block's turns."""
    found = figures(made.block(1), at(now))
    assert found is not None
    return found


def shares(made: Gathering, now: str) -> list[float]:
    """Return the lengths of the turns, in minutes."""
    return [each.length / timedelta(minutes=1) for each in look(made, now).turns]


class TestShares:
    def test_the_time_is_divided_by_the_teams(self) -> None:
        """Thirty minutes for five teams are six each, before it begins and in the first turn."""
        made = gathering(block(30, turns=TEAMS))
        assert shares(made, "15:00") == [6] * 5
        assert shares(turns.next_turn(round_of(30), at("15:00")), "15:03") == [6] * 5

    def test_an_introduction_takes_its_time_from_all(self) -> None:
        """When the first team begins after five minutes, the other 25 are divided."""
        made = turns.next_turn(round_of(30), at("15:05"))
        assert shares(made, "15:05") == [5] * 5

    def test_what_remains_is_divided_again(self) -> None:
        """A first team that takes ten minutes leaves five to each of the others; one that takes two leaves seven."""
        made = turns.next_turn(round_of(30), at("15:00"))
        assert shares(turns.next_turn(made, at("15:10")), "15:10")[1:] == [5] * 4
        assert shares(turns.next_turn(made, at("15:02")), "15:02")[1:] == [7] * 4

    def test_overtime_is_told_while_it_lasts(self) -> None:
        """Eight minutes into a turn of six it is two over, and the four others have five and a half each."""
        made = turns.next_turn(round_of(30), at("15:00"))
        found = look(made, "15:08")
        assert found.current is not None
        assert (found.current.remaining, found.current.signal) == (minutes(-2), Signal.OVER)
        assert shares(made, "15:08") == [6, 5.5, 5.5, 5.5, 5.5]

    def test_by_weight(self) -> None:
        """Two challenged teams of three shares each and three of one: 30 minutes are 10, 10 and 3:20 each."""
        weighted = [replace(turn, weight=3 if turn.title in "AB" else 1) for turn in TEAMS]
        assert shares(turns.next_turn(round_of(30, *weighted), at("15:00")), "15:00") == [10, 10, *[10 / 3] * 3]

    def test_steps_are_shortened_in_proportion(self) -> None:
        """Steps of 10, 20 and 30 minutes in a block that is cut from 60 to 30 become 5, 10 and 15."""
        steps = [turns.step("One", 600), turns.step("Two", 1200), turns.step("Three", 1800)]
        made = verbs.extend(round_of(60, *steps), -1800)
        assert shares(made, "15:00") == [5, 10, 15]
        made = turns.next_turn(made, at("15:00"))
        assert shares(verbs.extend(made, -900), "15:00") == [2.5, 5, 7.5]

    def test_until_a_clock_time(self) -> None:
        """In a block that lasts until 15:20 the time to that is divided, and a pause takes from the turns."""
        made = turns.next_turn(verbs.until(round_of(30), at("15:20")), at("15:00"))
        assert shares(made, "15:00") == [4] * 5
        made = verbs.resume(verbs.pause(made, at("15:01")), at("15:06"))
        assert shares(made, "15:06") == [3] * 5

    def test_a_block_cut_to_nothing(self) -> None:
        """With no time left the shares are nothing, and never below."""
        made = verbs.extend(turns.next_turn(round_of(30), at("15:00")), -3600)
        assert shares(made, "15:04") == [0] * 5


class TestClock:
    def test_a_pause_stops_it(self) -> None:
        """Paused two minutes into its turn, a team has four minutes left, however long the pause is."""
        made = verbs.pause(turns.next_turn(round_of(30), at("15:00")), at("15:02"))
        for now in ("15:02", "15:30"):
            found = look(made, now).current
            assert found is not None
            assert found.remaining == minutes(4)
        made = verbs.resume(made, at("15:30"))
        found = look(made, "15:31").current
        assert found is not None
        assert found.remaining == minutes(3)

    def test_a_turn_that_began_before_a_pause_keeps_what_it_took(self) -> None:
        """A turn that was over before the pause is not made shorter by it."""
        made = turns.next_turn(turns.next_turn(round_of(30), at("15:00")), at("15:04"))
        made = verbs.resume(verbs.pause(made, at("15:05")), at("15:15"))
        assert look(made, "15:20").turns[0].elapsed == minutes(4)

    def test_signs(self) -> None:
        """The sign comes a minute before the end, in a short turn in its last quarter, and at the end."""
        made = turns.next_turn(round_of(30), at("15:00"))
        signals = [look(made, now).current.signal for now in ("15:04:59", "15:05", "15:06")]  # type: ignore[union-attr]
        assert signals == [Signal.CALM, Signal.LAST, Signal.OVER]
        short = turns.next_turn(round_of(5), at("15:00"))
        assert look(short, "15:00:44").current.signal is Signal.CALM  # type: ignore[union-attr]
        assert look(short, "15:00:45").current.signal is Signal.LAST  # type: ignore[union-attr]

    def test_where_it_is(self) -> None:
        """Whose turn it is, who is next and which place that is, without those that are skipped."""
        made = turns.skip(turns.next_turn(round_of(30), at("15:00")), at("15:01"), 2)
        made = turns.next_turn(made, at("15:05"))
        found = look(made, "15:06")
        assert found.current is not None
        assert found.next is not None
        assert (found.current.turn.title, found.next.turn.title) == ("C", "D")
        assert (found.place, found.counted) == (2, 4)


@st.composite
def running(draw: st.DrawFn) -> tuple[Block, datetime]:
    """A round at any point of any course: teams that took too long, skipped, moved last, pauses between."""
    made = round_of(draw(st.integers(1, 60)), *(replace(turn, weight=draw(st.integers(1, 3))) for turn in TEAMS))
    now = at("15:00")
    for verb in draw(st.lists(st.sampled_from(["turn", "turn", "last", "skip", "pause", "extend"]), max_size=10)):
        now += timedelta(seconds=draw(st.integers(0, 600)))
        made = _done(draw, made, verb, now)
    return made.block(1), now + timedelta(seconds=draw(st.integers(0, 300)))


def _done(draw: st.DrawFn, made: Gathering, verb: str, now: datetime) -> Gathering:
    here = made.block(1)
    if verb == "extend":
        return verbs.extend(made, draw(st.sampled_from([-120, 60])))
    if verb == "pause":
        return verbs.resume(made, now) if here.state.value == "paused" else verbs.pause(made, now)
    waiting = sum(turn.is_waiting for turn in here.turns)
    if waiting < 2:
        return made
    if verb == "turn":
        return turns.next_turn(made, now)
    return turns.move_last(made, now) if verb == "last" else turns.skip(made, now)


@given(running())
def test_what_is_left_is_divided_and_no_more(situation: tuple[Block, datetime]) -> None:
    """The coming turns share what the block has left after the one that runs, by weight, and never below nothing."""
    here, now = situation
    found = figures(here, now)
    assert found is not None
    waiting = [each for each in found.turns if each.turn.is_waiting]
    gone = sum(((pause.ended_at or now) - pause.started_at for pause in here.pauses), ZERO)
    left = timedelta(seconds=here.length_seconds) - (now - at("15:00") - gone)
    if found.current is not None:
        left -= max(ZERO, found.current.remaining)
    assert abs(sum((each.length for each in waiting), ZERO) - max(ZERO, left)) < timedelta(milliseconds=1)
    per_weight = [each.length / each.turn.weight for each in waiting]
    assert not per_weight or max(per_weight) - min(per_weight) < timedelta(milliseconds=1)
    assert all(each.elapsed >= ZERO and each.length >= ZERO for each in found.turns)


@given(running(), st.integers(1, 3600))
def test_it_counts_nothing(situation: tuple[Block, datetime], seconds: int) -> None:
    """What is done stays as it was, and while nothing is done the turn's clock runs as the wall clock does."""
    here, now = situation
    later = now + timedelta(seconds=seconds)
    before, after = figures(here, now), figures(here, later)
    assert before is not None
    assert after is not None
    for one, other in zip(before.turns, after.turns, strict=True):
        if one.turn.ended_at is not None:
            assert one == other
    if before.current is not None and after.current is not None:
        ran = timedelta(0) if here.state.value == "paused" else later - now
        assert after.current.elapsed - before.current.elapsed == ran
