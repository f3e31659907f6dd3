"""Somebody at the keys of a rehearsal that nobody sits at: starts, gives time, follows proposals, seats, announces."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.gathering import Kind, Scene, State
from samling.domain.rehearsal.acts import Act
from samling.domain.rehearsal.on_stage import pitching
from samling.domain.roll_call import team_presence
from samling.domain.seating.blocks import sharing_position
from samling.domain.seating.values import Member, SeatingState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from datetime import datetime

    from samling.domain.gathering import Block
    from samling.domain.rehearsal.acts import Sight
    from samling.domain.rehearsal.cast import Cast
    from samling.domain.seating.values import Seating

_MINUTE = timedelta(minutes=1)
_SEATS_BEFORE = timedelta(minutes=10)
_LATE = timedelta(minutes=-1)
_EARLY = timedelta(minutes=-5)
_PAUSED = timedelta(minutes=2)
_BEGINS_AFTER = timedelta(minutes=3)
"""A day begins so long after its planned start: people are still finding their chairs."""


@dataclass(frozen=True, slots=True)
class Facilitator:
    """What the simulated facilitator knows: the cast that asks for time, the day as it stands, and the time."""

    cast: Cast
    sight: Sight
    now: datetime

    def next(self, done: Collection[str]) -> Act | None:
        """Return what she does next, and when; None once the gathering has ended."""
        acts = [act for wish in _WISHES for act in wish(self) if act.key not in done]
        return min(acts, key=lambda act: act.at, default=None)


def _day(who: Facilitator) -> Iterator[Act]:
    """Start the day, and go on where nothing runs."""
    gathering = who.sight.gathering
    following = agenda.next_position(gathering)
    if gathering.current is not None or following is None:
        return
    block = gathering.block(following)
    day = gathering.day(block.day)
    at = who.now if day.is_frozen else day.planned_start + _BEGINS_AFTER
    yield Act(at, f"start {block.id}", "start")


def _block(who: Facilitator) -> Iterator[Act]:
    """Let the open block run its time, give its speaker what is asked for, and go on."""
    block = _open(who)
    if block is None:
        return
    ends = agenda.open_block_end(block, who.now)
    asked = who.cast.overruns.get(block.id or 0)
    if asked and block.fixed_end is None:
        yield Act(ends - _MINUTE, f"extend {block.id}", "extend", {"seconds": asked * 60})
    if block.state is State.PAUSED:
        yield Act(who.now + _PAUSED, f"resume {block.id} {len(block.pauses)}", "resume")
    elif block.kind is Kind.PITCHING and who.sight.roster.taking_part:
        yield from pitching(who.sight, block, ends)
    else:
        yield Act(ends, f"next {block.id}", "next")


def _replan(who: Facilitator) -> Iterator[Act]:
    """Follow the first proposal, once in each block in which the day has become late, or a good deal early."""
    block = _open(who)
    if block is None or block.kind is Kind.PITCHING:
        return
    today = agenda.figures(who.sight.gathering, who.now).today
    is_late = today.slack is not None and today.slack < _LATE
    if is_late or (today.behind is not None and today.behind < _EARLY):
        yield Act(who.now, f"replan {block.id}", "replan")


def _groups(who: Facilitator) -> Iterator[Act]:
    """Draw in good time before the next sharing block, announce, and seat anew where somebody is gone."""
    gathering = who.sight.gathering
    position = sharing_position(gathering)
    if position is None or not any(block.started_at for block in gathering.blocks):
        return
    block = gathering.block(position)
    begins = agenda.figures(gathering, who.now).blocks[position - 1].expected_start
    announced = who.sight.seatings.announced(block.id)
    if announced is not None:
        yield from _mending(who, announced)
    elif begins is not None:
        at = max(who.now, begins - _SEATS_BEFORE)
        drafts = who.sight.seatings.drafts(block.id)
        if not drafts:
            yield Act(at, f"draw {block.id}", "groups-draw", {"position": position})
        else:
            told = {"seating_id": drafts[-1].id, "who": block.title}
            yield Act(at, f"announce {block.id}", "groups-announce", told)


def _mending(who: Facilitator, seating: Seating) -> Iterator[Act]:
    gone = _gone(who.sight, seating)
    if gone:
        yield Act(who.now + _MINUTE, f"repair {seating.id} {len(gone)}", "groups-repair", {"seating_id": seating.id})
    elif who.sight.gathering.display.scene is not Scene.AUTO and _open_is_seated(who, seating):
        yield Act(who.now, f"auto {seating.id}", "show", {"scene": Scene.AUTO})


def _gone(sight: Sight, seating: Seating) -> tuple[Member, ...]:
    """Those who have a seat and have left."""
    left = {Member("person", each) for each, found in sight.roll.people.items() if not found.is_here}
    for team in sight.roster.teams:
        found = team_presence(sight.roll, team)
        if found is not None and not found.is_here:
            left.add(Member("team", team.id or 0))
    return tuple(each for each in seating.members if each in left)


def _open_is_seated(who: Facilitator, seating: Seating) -> bool:
    block = _open(who)
    return block is not None and block.id == seating.block_id and seating.state is SeatingState.ANNOUNCED


def _open(who: Facilitator) -> Block | None:
    current = who.sight.gathering.current
    return None if current is None else who.sight.gathering.block(current)


_WISHES: tuple[Callable[[Facilitator], Iterator[Act]], ...] = (_replan, _groups, _block, _day)
