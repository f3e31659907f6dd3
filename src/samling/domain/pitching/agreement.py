"""The pitches and the agenda agree: when the pitching block will be over, by the teams that are still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.gathering import Kind, State
from samling.domain.pitching.clock import ZERO, Showing, elapsed, figures, last_end, phase_at
from samling.domain.pitching.podium import Stage
from samling.domain.pitching.values import Phase

if TYPE_CHECKING:
    from samling.domain.agenda import Figures
    from samling.domain.gathering import Block, Gathering
    from samling.domain.pitching.values import Pitching, Run


@dataclass(frozen=True, slots=True)
class Ahead:
    """What the pitches still need, from one moment: the teams, each with a changeover, and then the award. UTC."""

    teams: int
    pitches_end: datetime
    award_end: datetime


def pitching_block(gathering: Gathering) -> int | None:
    """Return the position of the block that the pitches are held in: the open one that is for them, else the next."""
    for states in ((State.RUNNING, State.PAUSED), (State.PENDING,)):
        for position in gathering.positions(lambda block: block.kind is Kind.PITCHING):
            if gathering.block(position).state in states:
                return position
    return None


def needed(pitching: Pitching) -> timedelta:
    """How long the teams that are still to come take together, each with its changeover, and the award after them."""
    settings = pitching.settings
    each = settings.lengths.pitch_seconds + settings.lengths.questions_seconds + settings.changeover_seconds
    count = sum(pitch.is_to_come for pitch in pitching.order)
    return timedelta(seconds=count * each + settings.award_seconds)


def ahead(pitching: Pitching, now: datetime) -> Ahead:
    """Return what is still to come, if the team on the clock and all after it take their time from `now`."""
    award = timedelta(seconds=pitching.settings.award_seconds)
    pitches_end = now + _rest(pitching, now) + needed(pitching) - award
    last = last_end(pitching)
    if pitching.award.stage is Stage.FROZEN:
        award_end = pitches_end
    elif figures(pitching, now).showing is Showing.OVER and last is not None:
        award_end = max(now, last + timedelta(seconds=pitching.settings.changeover_seconds) + award)
    else:
        award_end = pitches_end + award
    return Ahead(sum(pitch.is_to_come for pitch in pitching.order), pitches_end, award_end)


def _rest(pitching: Pitching, now: datetime) -> timedelta:
    """What is left of the pitch on the clock with the changeover after it, or of the changeover that is on."""
    shown = figures(pitching, now)
    if shown.showing is Showing.CHANGEOVER:
        return max(ZERO, shown.remaining)
    pitch = pitching.on_clock
    if pitch is None or pitch.run is None:
        return ZERO
    return _rest_of(pitch.run, now) + timedelta(seconds=pitching.settings.changeover_seconds)


def _rest_of(run: Run, now: datetime) -> timedelta:
    phases = (Phase.PITCH, Phase.QUESTIONS) if phase_at(run, now) is Phase.PITCH else (Phase.QUESTIONS,)
    return sum((max(ZERO, timedelta(seconds=run.lengths.of(each)) - elapsed(run, each, now)) for each in phases), ZERO)


def expected_end(pitching: Pitching, block: Block, now: datetime) -> datetime | None:
    """Return when the open pitching block is expected to end, None for a block that is not open.

    It is when the pitches and the award are over, but not before the block's own end: time that is not yet spent never
    counts as gained (the agenda's rule).
    """
    if not block.is_open:
        return None
    own = agenda.open_block_end(block, now)
    return max(own, ahead(pitching, now).award_end) if pitching.order else own


def agenda_figures(gathering: Gathering, pitching: Pitching | None, now: datetime) -> Figures:
    """Return every figure of the agenda, with the open pitching block over when the pitches and the award are."""
    if pitching is None or not gathering.is_pitching:
        return agenda.figures(gathering, now)
    block = gathering.block(gathering.current or 1)
    return agenda.figures(gathering, now, expected_end(pitching, block, now))


def expected_length(pitching: Pitching, block: Block) -> timedelta:
    """Return how long a pitching block that has not begun will take: its own length, or what the pitches need."""
    return max(agenda.length(block), needed(pitching)) if pitching.order else agenda.length(block)
