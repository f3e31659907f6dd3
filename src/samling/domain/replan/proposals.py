"""The proposals as values: what each changes, the times that come of it, and doing it ("Finish on time", section 1)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from hashlib import sha256
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.errors import N_, Refused
from samling.domain.gathering import State
from samling.domain.replan.steps import Way, ways
from samling.domain.replan.strip import NEVER, SECOND, Lengths, Strip, instant, strip_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from samling.domain.gathering import Block, Gathering

MOST = 3
"""So many proposals at most, "Leave it" not counted: a choice that is made with sixty people waiting."""

LEAVE = "leave"
"""The id of "Leave it"."""

_NOTHING = timedelta(0)


class Kind(StrEnum):
    """What a proposal does to one block."""

    SHORTEN = "shorten"
    DROP = "drop"
    RESTORE = "restore"
    LENGTHEN = "lengthen"


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one block. `seconds` is how much, never below nothing; `after` is None for a dropped one."""

    position: int
    kind: Kind
    seconds: int
    before: int | None
    after: int | None


@dataclass(frozen=True, slots=True)
class Times:
    """When a block is expected to start and end; both None for a dropped one."""

    position: int
    expected_start: datetime | None
    expected_end: datetime | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that can be done. The same state has the same proposals with the same ids, and another state others."""

    id: str
    way: Way
    changes: tuple[Change, ...]
    blocks: tuple[Times, ...]
    expected_end: datetime | None
    slack: timedelta | None


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can be done about a day at a moment; "Leave it" is the last of the proposals.

    `protected_end` is when the protected blocks alone would be done. `latest_start` is, for each coming block, the
    latest start with which the day still ends as promised, with the lengths as they stand; a block that no start can
    help is not in it.
    """

    promised_end: datetime
    behind: timedelta | None
    protected_end: datetime
    proposals: tuple[Proposal, ...]
    latest_start: dict[int, datetime]

    @property
    def leave(self) -> Proposal:
        """What comes of it when nothing is done."""
        return self.proposals[-1]

    @property
    def slack(self) -> timedelta | None:
        """How long before the promised end the day is done when nothing is done about it."""
        return self.leave.slack

    @property
    def shortfall(self) -> timedelta:
        """How late the day is done even with the best that can be done."""
        late = (max(_NOTHING, -each.slack) for each in self.proposals if each.slack is not None)
        return min(late, default=_NOTHING)


def outlook(gathering: Gathering, now: datetime, late: timedelta = _NOTHING, held: datetime | None = None) -> Outlook:
    """Return what can be done about the current day at `now`, or if it became so much later than it looks.

    `held` is when what goes on in the open block is over, where that is after the block's own end (`held_until`).
    """
    strip = strip_of(gathering, now, late, held)
    distinct: dict[tuple[Change, ...], Proposal] = {}
    for way, lengths in ways(strip) if _is_alive(strip.lengths) else ():
        made = _proposal(strip, way, lengths)
        if made.changes:
            distinct.setdefault(made.changes, made)
    leave = _proposal(strip, Way.LEAVE, strip.lengths)
    planned = agenda.plan_end(gathering, strip.day)
    return Outlook(
        promised_end=strip.day.promised_end,
        behind=leave.expected_end - planned if leave.expected_end and planned else None,
        protected_end=instant(_protected_alone(strip)),
        proposals=(*list(distinct.values())[:MOST], leave),
        latest_start=dict(_latest_starts(strip)),
    )


def latest_starts(gathering: Gathering, now: datetime) -> dict[int, datetime]:
    """Return the latest starts of `outlook` by themselves, for the current day."""
    return dict(_latest_starts(strip_of(gathering, now, _NOTHING, None)))


def _is_alive(lengths: Lengths) -> bool:
    return any(length is not None for length in lengths)


def _day_end(strip: Strip, lengths: Lengths) -> datetime | None:
    """When the day ends: with its last block, or else with the last that has ended."""
    if _is_alive(lengths):
        return instant(strip.end(lengths))
    blocks = strip.gathering.of_day(strip.day.number)
    return max((block.ended_at for block in blocks if block.ended_at is not None), default=None)


def _protected_alone(strip: Strip) -> int:
    alone = tuple(
        length if item.block.protected else 0 if item.is_open else None
        for item, length in zip(strip.items, strip.lengths, strict=True)
    )
    return strip.end(alone)


def _latest_starts(strip: Strip) -> Iterator[tuple[int, datetime]]:
    """Yield the latest start of each coming block, counted from the promised end back ("Back-timing")."""
    end = strip.target
    for item, length in zip(reversed(strip.items), reversed(strip.lengths), strict=True):
        if length is None or item.is_open:
            continue
        end = item.latest_start(end, length) if end != NEVER else NEVER
        if end != NEVER:
            yield item.position, instant(end)


def _proposal(strip: Strip, way: Way, lengths: Lengths) -> Proposal:
    changes = tuple(_changes(strip, lengths))
    end = _day_end(strip, lengths)
    return Proposal(
        id=_id(strip.gathering, changes),
        way=way,
        changes=changes,
        blocks=tuple(_times(strip, lengths)),
        expected_end=end,
        slack=strip.day.promised_end - end if end else None,
    )


def _changes(strip: Strip, lengths: Lengths) -> Iterator[Change]:
    for index, item in enumerate(strip.items):
        old, new = strip.lengths[index], lengths[index]
        if old == new:
            continue
        before, after = (None if each is None else each // SECOND for each in (old, new))
        if new is None:
            seconds = (strip.lasting[index] if not item.timed else old or 0) // SECOND
            yield Change(item.position, Kind.DROP, seconds, seconds, None)
        elif old is None:
            yield Change(item.position, Kind.RESTORE, after or 0, None, after)
        else:
            kind = Kind.SHORTEN if new < old else Kind.LENGTHEN
            yield Change(item.position, kind, abs(new - old) // SECOND, before, after)


def _id(gathering: Gathering, changes: Sequence[Change]) -> str:
    """A short name for these changes of these blocks."""
    if not changes:
        return LEAVE
    told = [(gathering.block(each.position).id, each.kind.value, each.before, each.after) for each in changes]
    return sha256(repr((gathering.id, told)).encode()).hexdigest()[:6]


def _times(strip: Strip, lengths: Lengths) -> Iterator[Times]:
    """Yield the expected times of every block of the day: actual ones where it is over."""
    laid = dict(zip((item.position for item in strip.items), strip.lay_out(lengths), strict=True))
    for position, block in enumerate(strip.gathering.blocks, start=1):
        if block.day != strip.day.number:
            continue
        span = laid.get(position)
        if span is None:
            yield Times(position, block.started_at, block.ended_at)
        else:
            yield Times(position, block.started_at or instant(span[0]), instant(span[1]))


def apply(gathering: Gathering, proposal: Proposal) -> Gathering:
    """Return the gathering with a proposal's changes: what is added live, dropped and restored; the plan stays."""
    for change in proposal.changes:
        gathering = gathering.with_block(change.position, _applied(gathering.block(change.position), change))
    return gathering


def _applied(block: Block, change: Change) -> Block:
    if change.kind is Kind.DROP:
        return replace(block, state=State.DROPPED)
    if block.fixed_end is None and change.after is not None:
        block = replace(block, added_seconds=change.after - block.planned_seconds)
    return replace(block, state=State.PENDING) if change.kind is Kind.RESTORE else block


def replan(
    gathering: Gathering,
    at: datetime,
    proposal: str,
    *,
    late_seconds: int = 0,
    held: datetime | None = None,
    sentence: str = "",  # noqa: ARG001 - kept in the log, where it tells what was chosen
) -> Gathering:
    """Follow the proposal with that id; raise `Refused` when the day has changed so that there is none."""
    for each in outlook(gathering, at, timedelta(seconds=late_seconds), held).proposals:
        if each.id == proposal:
            return apply(gathering, each)
    raise Refused(
        N_("There is no proposal {proposal} any more: the day has changed. v, or samling replan, shows what there is."),
        proposal=proposal,
    )
