"""The rules compared with a second computation of them, over random days and what is done in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from samling.domain import agenda, verbs
from samling.domain.errors import Refused
from samling.domain.gathering import Block, Day, Gathering, State
from timing_reference import MINUTE, DoesNotFit, Reference, make_block, make_day

ZERO = datetime(2026, 9, 16, 7, 0, tzinfo=UTC)
A_DAY = 24 * 60 * MINUTE


def moment(milliseconds: int) -> datetime:
    """Return an instant, counted from nine o'clock on the first day."""
    return ZERO + timedelta(milliseconds=milliseconds)


def count(when: datetime | None) -> int | None:
    """Return an instant as milliseconds from nine o'clock on the first day."""
    return None if when is None else length(when - ZERO)


def length(lasts: timedelta) -> int:
    """Return a length in milliseconds."""
    return round(lasts / timedelta(milliseconds=1))


@dataclass
class Both:
    """One gathering twice: as the domain's value, and in the second computation."""

    value: Gathering
    reference: Reference

    def do(self, verb: Callable[..., Gathering], name: str, *arguments: Any, to: tuple[Any, ...]) -> bool:  # noqa: ANN401
        """Do the verb to both; both refuse it, or neither does."""
        try:
            after = verb(self.value, *to)
        except Refused:
            try:
                getattr(self.reference, name)(*arguments)
            except DoesNotFit:
                return False
            raise AssertionError(f"{name}{arguments} is refused, but fits") from None
        getattr(self.reference, name)(*arguments)
        self.value = after
        return True


@st.composite
def days(draw: st.DrawFn) -> Both:
    """One or two days of up to five blocks, some with fixed times."""
    numbers = range(1, draw(st.integers(1, 2)) + 1)
    made: list[Block] = []
    blocks = []
    for number in numbers:
        opens = (number - 1) * A_DAY
        for _ in range(draw(st.integers(1, 5))):
            planned = draw(st.integers(0, 90)) * MINUTE
            near = st.integers(-30, 240).map(lambda minute: minute * MINUTE)
            fixed_start, fixed_end = (
                None if offset is None else opens + offset
                for offset in draw(st.tuples(st.none() | near, st.none() | st.none() | near))
            )
            name = str(len(made) + 1)
            blocks.append(make_block(name, number, planned, fixed_start=fixed_start, fixed_end=fixed_end))
            made.append(
                Block(
                    title=name,
                    planned_seconds=planned // 1000,
                    day=number,
                    fixed_start=None if fixed_start is None else moment(fixed_start),
                    fixed_end=None if fixed_end is None else moment(fixed_end),
                )
            )
    promised = {number: (number - 1) * A_DAY + draw(st.integers(30, 300)) * MINUTE for number in numbers}
    value = Gathering(
        id=1,
        network_id=1,
        number=1,
        title="Random",
        timezone="Europe/Oslo",
        days=tuple(
            Day(number, date(2026, 9, 15 + number), moment((number - 1) * A_DAY), moment(promised[number]))
            for number in numbers
        ),
        blocks=tuple(made),
    )
    reference = Reference({number: make_day((number - 1) * A_DAY, promised[number]) for number in numbers}, blocks)
    return Both(value, reference)


Draw = Callable[[st.SearchStrategy[Any]], Any]


def step(draw: Draw, both: Both, now: int) -> None:
    """Do one random verb to both."""
    position = draw(st.integers(1, len(both.value.blocks)))
    to = draw(st.integers(1, len(both.value.blocks)))
    seconds = draw(st.integers(-3000, 3000).filter(bool))
    end = now + draw(st.integers(-30, 90)) * MINUTE
    number = both.value.block(position).day
    promised = both.value.day(number).planned_start + timedelta(minutes=abs(seconds) % 300 + 1)
    at = moment(now)
    verb, name, theirs, ours = draw(
        st.sampled_from(
            (
                (verbs.start, "start", (now,), (at,)),
                (verbs.next_block, "next", (now,), (at,)),
                (verbs.next_block, "next", (now,), (at,)),
                (verbs.finish, "finish", (now,), (at,)),
                (verbs.pause, "pause", (now,), (at,)),
                (verbs.resume, "resume", (now,), (at,)),
                (verbs.reopen, "reopen", (now,), (at,)),
                (verbs.start, "start", (now, position), (at, position)),
                (verbs.reopen, "reopen", (now, position), (at, position)),
                (verbs.extend, "extend", (seconds * 1000,), (seconds,)),
                (verbs.extend, "extend", (seconds * 1000, position), (seconds, position)),
                (verbs.until, "until", (end,), (moment(end),)),
                (verbs.until, "until", (end, position), (moment(end), position)),
                (verbs.drop, "drop", (position,), (position,)),
                (verbs.restore, "restore", (position,), (position,)),
                (verbs.move, "move", (position, to), (position, to)),
                (promise, "promise", (number, length(promised - ZERO)), (number, promised)),
            )
        )
    )
    both.do(verb, name, *theirs, to=ours)


def promise(value: Gathering, number: int, end: datetime) -> Gathering:
    """Promise another end of a day."""
    return verbs.promise(value, number, end=end)


def shown(value: Gathering, now: int) -> dict[str, Any]:
    """Return the domain's figures in the words of the second computation."""
    figures = agenda.figures(value, moment(now))
    return {
        "state": figures.progress.value,
        "blocks": [
            {
                "planned": None if each.planned_start is None else (count(each.planned_start), count(each.planned_end)),
                "gap": None if each.gap is None else length(each.gap),
                "start": count(each.expected_start),
                "end": count(each.expected_end),
                "elapsed": length(each.elapsed),
                "paused": length(each.paused),
                "remaining": length(each.remaining),
            }
            for each in figures.blocks
        ],
        "days": [
            {
                "plan_end": count(each.planned_end),
                "end": count(each.expected_end),
                "behind": None if each.behind is None else length(each.behind),
                "slack": None if each.slack is None else length(each.slack),
            }
            for each in figures.days
        ],
    }


def position_of_next(reference: Reference) -> int | None:
    """Return where the second computation's next block stands."""
    block = reference.next_block()
    return None if block is None else reference.blocks.index(block) + 1


@given(st.data())
@settings(max_examples=150)
def test_the_figures_are_those_of_a_second_computation(data: st.DataObject) -> None:
    """Whatever is done to a random day, every figure is what the rules give when worked out the long way."""
    both = data.draw(days())
    now = data.draw(st.integers(-60, 60)) * MINUTE
    for _ in range(data.draw(st.integers(0, 12))):
        now += data.draw(st.integers(0, 40 * MINUTE))
        step(data.draw, both, now)
        later = now + data.draw(st.sampled_from((0, 1, 999, MINUTE, 3 * 60 * MINUTE, A_DAY)))
        assert shown(both.value, later) == both.reference.figures(later)
        assert agenda.next_position(both.value) == position_of_next(both.reference)


@given(st.data())
@settings(max_examples=60)
def test_expected_times_never_decrease_along_pending_blocks(data: st.DataObject) -> None:
    """On each day pending blocks follow one another, none before now, each ending no earlier than it starts."""
    both = data.draw(days())
    now = data.draw(st.integers(-60, 60)) * MINUTE
    for _ in range(data.draw(st.integers(0, 10))):
        now += data.draw(st.integers(0, 40 * MINUTE))
        step(data.draw, both, now)
    figures = agenda.figures(both.value, moment(now))
    for day in both.value.days:
        times = [
            instant
            for block, each in zip(both.value.blocks, figures.blocks, strict=True)
            if block.day == day.number and block.state is State.PENDING
            for instant in (each.expected_start, each.expected_end)
            if instant is not None
        ]
        assert times == sorted(times)
        assert all(instant >= moment(now) for instant in times)


@given(st.data())
@settings(max_examples=60)
def test_the_record_stays_in_order(data: st.DataObject) -> None:
    """At most one block is open, pauses lie within their block, and the plan once told never changes."""
    both = data.draw(days())
    now = data.draw(st.integers(-60, 60)) * MINUTE
    told: dict[str, Any] = {}
    for _ in range(data.draw(st.integers(0, 12))):
        now += data.draw(st.integers(0, 40 * MINUTE))
        step(data.draw, both, now)
        assert sum(block.is_open for block in both.value.blocks) <= 1
        for block in both.value.blocks:
            instants = [block.started_at, *(at for each in block.pauses for at in (each.started_at, each.ended_at))]
            known = [at for at in (*instants, block.ended_at) if at is not None]
            assert known == sorted(known)
            if block.told is not None and len(both.value.days) == 1:
                assert told.setdefault(block.title, block.told) == block.told
