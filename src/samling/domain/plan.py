"""The plan of a gathering: laying a day out, and editing it before and during the day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.gathering import Block, Day, Gathering, Kind, State, Turn
from samling.domain.line import clean_line
from samling.domain.localtime import after, not_before, to_local
from samling.domain.verbs import LONGEST_SECONDS, check_span

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from samling.domain.programme import Programme, ProgrammeBlock

FIVE_MINUTES = 5 * 60


def share_out(left_seconds: int, count: int) -> tuple[int, ...]:
    """Share what is left between `count` blank blocks, in seconds.

    Equally in whole five minutes, extra fives to the earliest, and what is under five minutes to the last.
    """
    if count == 0:
        return ()
    fives, rest = divmod(max(0, left_seconds), FIVE_MINUTES)
    each, extra = divmod(fives, count)
    shares = [(each + (at < extra)) * FIVE_MINUTES for at in range(count)]
    shares[-1] += rest
    return tuple(shares)


def lay_out(gathering: Gathering, number: int) -> Gathering:
    """Give the day's blank blocks that are still to come an equal share of what is left of the promised length."""
    day = gathering.day(number)

    def is_blank(block: Block) -> bool:
        return block.day == number and block.blank and block.state is State.PENDING

    taken = sum(
        block.planned_seconds
        for block in gathering.of_day(number)
        if not is_blank(block) and block.state is not State.DROPPED
    )
    promised = int((day.promised_end - day.planned_start).total_seconds())
    shares = iter(share_out(promised - taken, sum(map(is_blank, gathering.blocks))))
    blocks = tuple(
        replace(block, planned_seconds=next(shares)) if is_blank(block) else block for block in gathering.blocks
    )
    return replace(gathering, blocks=blocks)


def from_programme(gathering: Gathering, programme: Programme) -> Gathering:
    """Return the gathering with its first day laid out from `programme`."""
    day = gathering.days[0]
    blocks = tuple(_block(source, day, gathering.timezone) for source in programme.blocks)
    return lay_out(replace(gathering, blocks=blocks, programme_id=programme.id), day.number)


def _block(source: ProgrammeBlock, day: Day, timezone: str) -> Block:
    return Block(
        title=clean_line(source.title),
        planned_seconds=(source.minutes or 0) * 60,
        kind=source.kind,
        day=day.number,
        blank=source.minutes is None,
        flexible=source.flexible,
        own_min_seconds=None if source.min_minutes is None else source.min_minutes * 60,
        may_drop=source.may_drop,
        may_halve=source.may_halve,
        protected=source.protected,
        fixed_start=not_before(day.planned_start, source.fixed_start, timezone) if source.fixed_start else None,
        fixed_end=after(day.planned_start, source.fixed_end, timezone) if source.fixed_end else None,
        signal_minutes=source.signal_minutes,
        source_id=source.id,
        leader=source.leader,
        leader_is_ours=source.leader_is_ours,
        content=source.content,
        prompts=source.prompts,
        materials=source.materials,
        prepares=tuple(f"{each.role}: {each.what}" for each in source.prepares),
        links=tuple(f"{each.title} {each.url}".strip() for each in source.links),
        per_team=source.per_team,
        warnings=source.warnings,
        turns=tuple(Turn(clean_line(each.title), each.minutes * 60) for each in source.steps),
        reserve=source.reserve,
    )


def add_day(gathering: Gathering, day: Day) -> Gathering:
    """Add a day after the last one; raise `Refused` when it starts before that one's promised end."""
    check_span(day)
    if day.planned_start < gathering.days[-1].promised_end:
        raise Refused(N_("A new day must start after the one before it has ended."))
    return replace(gathering, days=(*gathering.days, replace(day, number=len(gathering.days) + 1)))


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What an edit changes; None leaves a field as it is. Lengths are whole seconds, instants UTC."""

    title: str | None = None
    kind: Kind | None = None
    planned_seconds: int | None = None
    own_min_seconds: int | None = None
    flexible: bool | None = None
    may_drop: bool | None = None
    protected: bool | None = None
    fixed_start: datetime | None = None
    fixed_end: datetime | None = None
    clear_fixed_start: bool = False
    clear_fixed_end: bool = False
    signal_minutes: tuple[int, ...] | None = None


def _changed(block: Block, change: BlockChange) -> Block:
    fields = ("kind", "planned_seconds", "own_min_seconds", "flexible", "may_drop", "protected", "signal_minutes")
    given = {name: value for name in fields if (value := getattr(change, name)) is not None}
    if change.title is not None:
        given["title"] = clean_line(change.title)
    if change.planned_seconds is not None:
        given["blank"] = False
    given["fixed_start"] = None if change.clear_fixed_start else change.fixed_start or block.fixed_start
    given["fixed_end"] = None if change.clear_fixed_end else change.fixed_end or block.fixed_end
    result = replace(block, **given)
    _check_lengths(result)
    return result


def _check_lengths(block: Block) -> None:
    if not block.blank and not 0 < block.planned_seconds <= LONGEST_SECONDS:
        raise WrongUsage(N_("A block lasts from 1 to 1440 minutes."))
    least = block.own_min_seconds
    if least is not None and not 0 <= least <= LONGEST_SECONDS:
        raise WrongUsage(N_("The least length must be from 0 to 1440 minutes."))
    if least is not None and not block.blank and least > block.planned_seconds:
        raise WrongUsage(N_("The least length cannot be more than the length of the block."))
    if block.fixed_start and block.fixed_end and block.fixed_end <= block.fixed_start:
        raise WrongUsage(N_("The fixed end must come after the fixed start."))


def _renewed(block: Block) -> Block:
    """The block as a new one that has never run and was never told."""
    return replace(
        block,
        id=None,
        state=State.PENDING,
        started_at=None,
        ended_at=None,
        pauses=(),
        turns=tuple(turn.anew() for turn in block.turns),
        told=None,
        added_seconds=0,
    )


def _slot(gathering: Gathering, number: int, position: int | None) -> int:
    """The index at which a new block of day `number` goes: before `position`, or last of its day."""
    gathering.day(number)
    first = sum(block.day < number for block in gathering.blocks)
    last = first + len(gathering.of_day(number))
    if position is None:
        return last
    if not first + 1 <= position <= last + 1:
        raise Refused(
            N_("A block cannot be put at {position}: give a position from {first} to {last}."),
            position=position,
            first=first + 1,
            last=last + 1,
        )
    if any(block.is_open or block.state is State.DONE for block in gathering.blocks[position - 1 : last]):
        raise Refused(N_("A block cannot be put before one that has started."))
    return position - 1


def add(gathering: Gathering, change: BlockChange, number: int | None = None, position: int | None = None) -> Gathering:
    """Add a block; without a length it is blank and takes what is not yet laid out of the day.

    `number` is the day (default: that of the block at `position`, else the last one); `position` is where the block
    will stand (default: last of its day).
    """
    if change.title is None:
        raise WrongUsage(N_("A title cannot be empty."))
    if number is None:
        at_block = position is not None and 1 <= position <= len(gathering.blocks)
        number = gathering.block(position).day if position and at_block else gathering.days[-1].number
    slot = _slot(gathering, number, position)
    blank = change.planned_seconds is None
    block = _changed(Block(title="", planned_seconds=0, day=number, blank=blank), change)
    if blank:
        left = agenda.unplanned(gathering, gathering.day(number))
        block = replace(block, planned_seconds=max(0, int(left.total_seconds())))
    return _inserted(gathering, slot, (block,))


def _inserted(gathering: Gathering, slot: int, blocks: Iterable[Block]) -> Gathering:
    return replace(gathering, blocks=(*gathering.blocks[:slot], *blocks, *gathering.blocks[slot:]))


def edit(gathering: Gathering, position: int, change: BlockChange) -> Gathering:
    """Change a block of the plan. Of a block that has ended only what does not touch its record can be changed."""
    if change == BlockChange():
        raise WrongUsage(N_("Say what to change."))
    block = gathering.block(position)
    lengths = (change.planned_seconds, change.fixed_start, change.fixed_end)
    if block.state is State.DONE and any(each is not None for each in lengths):
        raise Refused(
            N_("Block {position}, “{title}”, has ended: its times cannot be planned any more."),
            position=position,
            title=block.title,
        )
    return gathering.with_block(position, _changed(block, change))


def remove(gathering: Gathering, position: int) -> Gathering:
    """Take a block that has not started out of the plan; its notes stay with the gathering."""
    block = gathering.block(position)
    if block.state not in (State.PENDING, State.DROPPED):
        raise Refused(
            N_("Block {position}, “{title}”, is {state}: only a block that has not started can be removed."),
            position=position,
            title=block.title,
            state=block.state,
        )
    notes = tuple(replace(note, block_id=None) if note.block_id == block.id else note for note in gathering.notes)
    rest = (*gathering.blocks[: position - 1], *gathering.blocks[position:])
    return replace(gathering, blocks=rest, notes=notes)


def duplicate(gathering: Gathering, position: int) -> Gathering:
    """Put a copy of a block, that has not run, after it (after the running block, where that one comes later)."""
    block = gathering.block(position)
    started = [at for at in gathering.positions(lambda each: each.started_at is not None) if at >= position]
    same_day = [at for at in started if gathering.block(at).day == block.day]
    return _inserted(gathering, max([position, *same_day]), (_renewed(block),))


def new_gathering(
    *, network_id: int, number: int, title: str, timezone: str, day: Day, programme: Programme | None
) -> Gathering:
    """Return a new gathering of one day, laid out from `programme` or empty."""
    check_span(day)
    made = Gathering(
        id=None, network_id=network_id, number=number, title=clean_line(title), timezone=timezone, days=(day,)
    )
    return from_programme(made, programme) if programme else made


def plan_day(number: int, start: datetime, end: datetime, timezone: str) -> Day:
    """Return a day from its planned start to its promised end (UTC instants), dated by the local start."""
    return Day(number=number, date=to_local(start, timezone).date(), planned_start=start, promised_end=end)


def rename(gathering: Gathering, title: str) -> Gathering:
    """Give the gathering another title."""
    return replace(gathering, title=clean_line(title))
