"""The verbs of the agenda: what a facilitator does to a gathering while it runs.

Each takes a gathering and the instant it happened (UTC) and returns the gathering after it, or raises `Refused`
with what does not fit. None reads a clock; whether the instant may be recorded at all is `check_recorded_at`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import Pause, State, Told
from samling.domain.localtime import to_local, whole_seconds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.gathering import Block, Day, Gathering

LONGEST_SECONDS = 24 * 60 * 60


def check_recorded_at(gathering: Gathering, days: Iterable[int], at: datetime, now: datetime) -> None:
    """Refuse an action at an instant before the previous clock action of its days, or after now; say both limits."""
    earliest = max((limit for day in days if (limit := agenda.clock_limits(gathering, day))), default=None)
    check_within(earliest, at, now, gathering.timezone)


def check_within(earliest: datetime | None, at: datetime, now: datetime, timezone: str) -> None:
    """Refuse what cannot be recorded at `at`: before the last clock action, at `earliest`, or after now."""
    if (earliest is None or earliest <= at) and at <= now:
        return
    first, last = whole_seconds(earliest or now, now, timezone)
    parts = {"at": _shown(to_local(at, timezone)), "now": _shown(last)}
    if earliest is None:
        raise Refused(N_("{at} cannot be recorded: it lies after now, {now}."), **parts)
    raise Refused(
        N_("{at} cannot be recorded: give a time between the day's last clock action, {earliest}, and now, {now}."),
        earliest=_shown(first),
        **parts,
    )


def _shown(local: datetime) -> str:
    return f"{local:%Y-%m-%d %H:%M:%S}"


def freeze_plan(gathering: Gathering, number: int) -> Gathering:
    """Keep the day's plan as the participants were told it. Does nothing once it is kept."""
    day = gathering.day(number)
    if day.is_frozen:
        return gathering
    times = iter(tuple(agenda.plan_times(gathering, day)))
    blocks = tuple(_told(block, next(times)) if block.day == number else block for block in gathering.blocks)
    end = agenda.plan_end(gathering, day)
    return replace(gathering, blocks=blocks).with_day(replace(day, told_end=end))


def _told(block: Block, times: tuple[datetime, datetime] | None) -> Block:
    return replace(block, told=Told(*times, block.fixed_end) if times else None)


def _must_be_open(gathering: Gathering) -> int:
    position = gathering.current
    if position is None:
        raise Refused(N_("No block is running."))
    return position


def _end(block: Block, at: datetime) -> Block:
    pauses = tuple(pause if pause.ended_at else replace(pause, ended_at=at) for pause in block.pauses)
    turns = tuple(replace(turn, ended_at=at) if turn.is_open else turn for turn in block.turns)
    return replace(block, state=State.DONE, ended_at=at, pauses=pauses, turns=turns)


def start(gathering: Gathering, at: datetime, position: int | None = None) -> Gathering:
    """Start a pending block (the next one, when none is named); a running block ends at the same instant."""
    if position is None:
        position = agenda.next_position(gathering)
    if position is None:
        raise Refused(N_("No block is left to start."))
    block = gathering.block(position)
    if block.state is not State.PENDING:
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a pending block can be started."),
            position=position,
            title=block.title,
            state=block.state,
        )
    gathering = freeze_plan(gathering, block.day)
    if gathering.current is not None:
        gathering = finish(gathering, at)
    return gathering.with_block(position, replace(gathering.block(position), state=State.RUNNING, started_at=at))


def pause(gathering: Gathering, at: datetime) -> Gathering:
    """Stop the running block's clock until `resume`."""
    position = _must_be_open(gathering)
    block = gathering.block(position)
    if block.state is State.PAUSED:
        raise Refused(N_("Block {position} is already paused."), position=position)
    return gathering.with_block(position, replace(block, state=State.PAUSED, pauses=(*block.pauses, Pause(at))))


def resume(gathering: Gathering, at: datetime) -> Gathering:
    """Let the paused block's clock go on."""
    position = _must_be_open(gathering)
    block = gathering.block(position)
    if block.state is not State.PAUSED:
        raise Refused(N_("Block {position} is not paused."), position=position)
    pauses = (*block.pauses[:-1], replace(block.pauses[-1], ended_at=at))
    return gathering.with_block(position, replace(block, state=State.RUNNING, pauses=pauses))


def next_block(gathering: Gathering, at: datetime) -> Gathering:
    """End the running block and start the next one of its day at the same instant; with none pending, end the day.

    Between blocks, and before the first, it starts the next one.
    """
    if gathering.current is None:
        return start(gathering, at)
    following = started_by_next(gathering)
    return finish(gathering, at) if following is None else start(gathering, at, following)


def started_by_next(gathering: Gathering) -> int | None:
    """Return the block that `next` starts; None where it ends the day instead, as it never crosses into another."""
    current, following = gathering.current, agenda.next_position(gathering)
    if current and following and gathering.block(following).day != gathering.block(current).day:
        return None
    return following


def finish(gathering: Gathering, at: datetime) -> Gathering:
    """End the running block; the day waits between blocks."""
    position = _must_be_open(gathering)
    return gathering.with_block(position, _end(gathering.block(position), at))


def _running_or_pending(gathering: Gathering, position: int | None) -> tuple[int, Block]:
    position = position or _must_be_open(gathering)
    block = gathering.block(position)
    if not (block.is_open or block.state is State.PENDING):
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a running or pending block can be changed so."),
            position=position,
            title=block.title,
            state=block.state,
        )
    return position, block


def extend(gathering: Gathering, seconds: int, position: int | None = None) -> Gathering:
    """Add (+) or take (-) seconds live; on a block with a fixed end, move that.

    The sum may pass below the planned length: the length stops at nothing.
    """
    if seconds == 0 or abs(seconds) > LONGEST_SECONDS:
        raise WrongUsage(N_("Give a change of at least one second and at most 24 hours, such as +5 or -90s."))
    position, block = _running_or_pending(gathering, position)
    if block.fixed_end is not None:
        return gathering.with_block(position, replace(block, fixed_end=block.fixed_end + timedelta(seconds=seconds)))
    return gathering.with_block(position, replace(block, added_seconds=block.added_seconds + seconds))


def until(gathering: Gathering, end: datetime, position: int | None = None) -> Gathering:
    """Let the running (or a named) block end at a clock time: "back at 10:35"."""
    position, block = _running_or_pending(gathering, position)
    if block.started_at is not None and end <= block.started_at:
        raise Refused(N_("Block {position} started after that time."), position=position)
    return gathering.with_block(position, replace(block, fixed_end=end))


def drop(gathering: Gathering, position: int) -> Gathering:
    """Leave a pending block out."""
    block = gathering.block(position)
    if block.state is not State.PENDING:
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a pending block can be dropped."),
            position=position,
            title=block.title,
            state=block.state,
        )
    return gathering.with_block(position, replace(block, state=State.DROPPED))


def restore(gathering: Gathering, position: int) -> Gathering:
    """Take a dropped block back."""
    block = gathering.block(position)
    if block.state is not State.DROPPED:
        raise Refused(N_("Block {position}, “{title}”, is not dropped."), position=position, title=block.title)
    return gathering.with_block(position, replace(block, state=State.PENDING))


def move(gathering: Gathering, position: int, to: int) -> Gathering:
    """Put a pending block in the place of another that has not started; the block follows that one's day."""
    block, other = gathering.block(position), gathering.block(to)
    for at, each in ((position, block), (to, other)):
        if each.state not in (State.PENDING, State.DROPPED):
            raise Refused(
                N_("Block {position}, “{title}”, is {state}: only blocks that have not started can change places."),
                position=at,
                title=each.title,
                state=each.state,
            )
    rest = [*gathering.blocks[: position - 1], *gathering.blocks[position:]]
    rest.insert(to - 1, replace(block, day=other.day))
    return replace(gathering, blocks=tuple(rest))


def reopen(gathering: Gathering, at: datetime, position: int | None = None) -> Gathering:
    """Go back to a finished block (the last one): it runs again from zero, what was added to it kept.

    A running earlier block ends; running or finished later blocks become pending, their record stays in the log.
    """
    position = position or gathering.last_ended
    if position is None:
        raise Refused(N_("No block has finished yet."))
    if gathering.block(position).state is not State.DONE:
        raise Refused(N_("Block {position} has not finished."), position=position)
    current = gathering.current
    if current is not None and current < position:
        gathering = finish(gathering, at)
    blocks = tuple(
        _unstarted(block) if index > position and (block.is_open or block.state is State.DONE) else block
        for index, block in enumerate(gathering.blocks, start=1)
    )
    again = replace(_unstarted(blocks[position - 1]), state=State.RUNNING, started_at=at)
    return replace(gathering, blocks=blocks).with_block(position, again)


def _unstarted(block: Block) -> Block:
    turns = tuple(turn.anew() for turn in block.turns)
    return replace(block, state=State.PENDING, started_at=None, ended_at=None, pauses=(), turns=turns)


def promise(
    gathering: Gathering, number: int, *, end: datetime | None = None, start: datetime | None = None
) -> Gathering:
    """Change what was promised: the day's end or, before its first block has started, its planned start."""
    day = gathering.day(number)
    if start is not None and day.is_frozen:
        raise Refused(N_("The day has started: its planned start stays as it was told."))
    changed = replace(day, planned_start=start or day.planned_start, promised_end=end or day.promised_end)
    check_span(changed)
    return gathering.with_day(changed)


def check_span(day: Day) -> None:
    """Refuse a day whose promised end does not come after its start, or comes more than 24 hours after it."""
    span = (day.promised_end - day.planned_start).total_seconds()
    if not 0 < span <= LONGEST_SECONDS:
        raise WrongUsage(N_("A day must end after it starts, and within 24 hours."))


def reset(gathering: Gathering) -> Gathering:
    """Put a rehearsed gathering back to before its first start: nothing has run, nothing is added.

    Blocks dropped along the way come back; those left out of the plan before the start stay left out.
    """
    if not any(day.is_frozen for day in gathering.days):
        raise Refused(N_("The gathering has not started: there is nothing to reset."))
    blocks = tuple(
        replace(
            _unstarted(block),
            state=State.DROPPED if block.state is State.DROPPED and block.told is None else State.PENDING,
            added_seconds=0,
            fixed_end=block.told.fixed_end if block.told else block.fixed_end,
            told=None,
        )
        for block in gathering.blocks
    )
    return replace(gathering, blocks=blocks, days=tuple(replace(day, told_end=None) for day in gathering.days))
