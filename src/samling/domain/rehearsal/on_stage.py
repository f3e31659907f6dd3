"""How the simulated facilitator holds the pitches: the order, each team's clock, the sheets, and the award."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.pitching import award, clock, judge
from samling.domain.pitching.podium import Stage
from samling.domain.pitching.values import Status
from samling.domain.rehearsal.acts import Act
from samling.domain.roll_call import team_is_here

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.domain.gathering import Block
    from samling.domain.pitching.values import Pitch, Pitching
    from samling.domain.rehearsal.acts import Sight

_CALLS_AFTER = timedelta(seconds=10)
_FIRST_WORD = timedelta(seconds=20)
_STEP = timedelta(seconds=40)
_WAITS_FOR_SHEETS = timedelta(minutes=15)
_APPLAUSE = timedelta(minutes=1)


def pitching(sight: Sight, block: Block, ends: datetime) -> Iterator[Act]:
    """Yield what comes next while teams pitch in the open `block`, which lasts until `ends` by its own length."""
    value = sight.pitching
    assert block.started_at is not None, "the block is open"
    if not value.order:
        yield Act(block.started_at, f"order {block.id}", "pitch-draw", {"seed": block.id})
    yield from _stage(sight, block.started_at)
    yield from _award(value)
    over = value.award.frozen_at
    yield Act(over + _APPLAUSE if over else ends + _WAITS_FOR_SHEETS, f"next {block.id}", "next")


def _stage(sight: Sight, began: datetime) -> Iterator[Act]:
    """Call the next team, start its clock at its first word, and stop it when its time is over."""
    value = sight.pitching
    on_clock, following = value.on_clock, value.following
    if on_clock is not None and on_clock.run is not None:
        lengths = on_clock.run.lengths
        whole = lengths.pitch_seconds + lengths.grace_seconds + lengths.questions_seconds
        at = on_clock.run.started_at + timedelta(seconds=whole)
        yield Act(at, f"stop {on_clock.team_id} {len(on_clock.runs)}", "pitch-stop")
    elif following is not None:
        yield _called(sight, following, clock.last_end(value) or began)


def _called(sight: Sight, pitch: Pitch, left: datetime) -> Act:
    """What becomes of the team whose turn it is: up on the stage, last in the order, or not met."""
    if pitch.status is Status.CALLED and pitch.called_at is not None:
        return Act(pitch.called_at + _FIRST_WORD, f"first word {pitch.team_id}", "pitch-start")
    team = sight.roster.team(pitch.team_id)
    if not sight.roll.is_taken or team_is_here(sight.roll, team):
        return Act(left + _CALLS_AFTER, f"call {pitch.team_id}", "pitch-next")
    if pitch.moved_last:
        return Act(left + _CALLS_AFTER, f"not met {pitch.team_id}", "pitch-absent")
    return Act(left + _CALLS_AFTER, f"last {pitch.team_id}", "pitch-last")


def _award(value: Pitching) -> Iterator[Act]:
    """Settle when all sheets are in, or have been waited for; announce place by place; end it."""
    last = clock.last_end(value)
    if last is None or value.on_clock is not None or value.following is not None or not value.judges:
        return
    if value.award.stage is Stage.OPEN:
        waits_for = any(judge.missing(value, team_id) for team_id in judge.field(value))
        correcting = any(each.is_correction for each in value.deliveries)
        yield Act(last + (_WAITS_FOR_SHEETS if waits_for or correcting else _STEP), "settle", "award-settle")
    elif value.award.stage is Stage.SETTLED:
        shown = len(value.award.revealed)
        told = value.award.revealed[-1].revealed_at if shown else value.award.revisions[-1].settled_at
        action = "award-reveal" if award.to_come(value) else "award-freeze"
        yield Act(told + _STEP, f"{action} {shown}", action)
