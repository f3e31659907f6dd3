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
    from samling.session import Snapshot


@dataclass(frozen=True, slots=True)
class View:
    """A snapshot seen at `now` (UTC). `figures` is None while no gathering is in use."""

    snapshot: Snapshot
    now: datetime
    figures: Figures | None

    @property
    def gathering(self) -> Gathering | None:
        """The gathering in use."""
        return self.snapshot.gathering

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
    return View(snapshot, now, agenda.figures(gathering, now) if gathering else None)


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
    return min(until)


def _fraction(seconds: float) -> float:
    return seconds - math.floor(seconds)
