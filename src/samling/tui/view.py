"""What a window shows at one moment: a snapshot of the file, the time, and every figure that follows from both."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain import agenda
from samling.domain.gathering import State

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.agenda import BlockFigures, Figures
    from samling.domain.gathering import Block, Gathering
    from samling.domain.pitching.clock import ClockFigures
    from samling.domain.pitching.values import Pitching
    from samling.domain.rounds.clock import RoundFigures
    from samling.session import Snapshot


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot seen at `now` (UTC). `figures` is None while no gathering is in use."""

    snapshot: Snapshot
    now: datetime
    figures: Figures | None
    round: RoundFigures | None = None
    """The clocks of the turns inside the running block, where it has any."""
    pitch: ClockFigures | None = None
    """The clock of the pitches, where the window asked for them."""

    @property
    def gathering(self) -> Gathering | None:
        """The gathering in use."""
        return self.snapshot.gathering

    @property
    def pitching(self) -> Pitching | None:
        """The pitches, as far as this window may know them; None where it did not ask for them."""
        return pitching_of(self.snapshot)

    @property
    def current(self) -> tuple[Block, BlockFigures] | None:
        """The running or paused block with its figures."""
        return self._at(self.figures.current if self.figures else None)

    @property
    def next(self) -> tuple[Block, BlockFigures] | None:
        """The block that comes next with its figures."""
        return self._at(self.figures.next if self.figures else None)

    def _at(self, position: int | None) -> tuple[Block, BlockFigures] | None:
        if position is None or self.gathering is None or self.figures is None:
            return None
        return self.gathering.block(position), self.figures.blocks[position - 1]


def look(snapshot: Snapshot, now: datetime) -> View:
    """Return the view of a snapshot at `now`."""
    gathering = snapshot.gathering
    if gathering is None:
        return View(snapshot, now, None)
    pitching = pitching_of(snapshot)
    return View(snapshot, now, _figures(gathering, pitching, now), _round(gathering, now), _pitch(pitching, now))


def _figures(gathering: Gathering, pitching: Pitching | None, now: datetime) -> Figures:
    if pitching is None:
        return agenda.figures(gathering, now)
    from samling.domain.pitching import agreement  # a day without pitches never needs it

    return agreement.agenda_figures(gathering, pitching, now)


def _round(gathering: Gathering, now: datetime) -> RoundFigures | None:
    block = gathering.block(gathering.current) if gathering.current else None
    if block is None or not block.turns:
        return None
    from samling.domain.rounds import clock  # a day without rounds never needs it

    return clock.figures(block, now)


def pitching_of(snapshot: Snapshot) -> Pitching | None:
    """Return the pitches in a snapshot: all of them, or what the room or a judge may know."""
    if snapshot.sheets is not None:
        return snapshot.sheets.pitching
    return snapshot.pitching or snapshot.stage or snapshot.panel


def _pitch(pitching: Pitching | None, now: datetime) -> ClockFigures | None:
    if pitching is None:
        return None
    from samling.domain.pitching import clock  # a window that shows no pitches never needs it

    return clock.figures(pitching, now)


def seconds_to_change(view: View) -> float:
    """Return the seconds, on the view's clock, until the next second of any figure shown: above 0, at most 1.

    The wall clock, the time left and the time gone each turn at their own fraction of a second. While a block is
    paused its figures stand still, and the wall clock turns alone.
    """
    until = [1 - _fraction(view.now.timestamp())]
    if view.current is not None and view.current[0].state is State.RUNNING:
        _, figures = view.current
        until.append(_fraction(figures.remaining.total_seconds()) or 1)
        until.append(1 - _fraction(figures.elapsed.total_seconds()))
        if view.round is not None and view.round.current is not None:
            until.append(_fraction(view.round.current.remaining.total_seconds()) or 1)
    return min(*until, seconds_to_pitch(view))


def seconds_to_pitch(view: View) -> float:
    """Return the seconds until the next second of the pitch clock: above 0, at most 1; 1 while it stands still."""
    if view.pitch is None or not view.pitch.moves:
        return 1
    return _fraction(view.pitch.remaining.total_seconds()) or 1


def _fraction(seconds: float) -> float:
    return seconds - math.floor(seconds)
