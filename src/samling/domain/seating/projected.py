"""What the projector shows of a seating: where to sit while people move, then whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain import agenda, display
from samling.domain.display import Picture
from samling.domain.gathering import Scene, State
from samling.domain.seating.turns import announced_after, moving_seconds

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Gathering
    from samling.domain.seating.values import Seating, Seatings

_LEFT_TO_THE_DAY = (Scene.AUTO, Scene.SEATING)


def on_show(gathering: Gathering, seatings: Seatings) -> tuple[int, Seating] | None:
    """Return the announced seating that the room may see now, and its block's position.

    It is the running block's or, where the facilitator asked for the seating, that of the next block that has one.
    """
    if gathering.current is not None:
        found = seatings.announced(gathering.block(gathering.current).id)
        if found is not None:
            return gathering.current, found
    if gathering.display.scene is not Scene.SEATING:
        return None
    coming = gathering.positions(lambda block: block.state is State.PENDING)
    announced = ((position, seatings.announced(gathering.block(position).id)) for position in coming)
    return next(((position, found) for position, found in announced if found is not None), None)


def scene_once_announced(gathering: Gathering, seating: Seating) -> Scene:
    """Return the scene that shows a seating when it is announced: left to the day in its block, asked for before it."""
    current = gathering.current
    is_on = current is not None and gathering.block(current).id == seating.block_id
    return Scene.AUTO if is_on else Scene.SEATING


def picture_for(gathering: Gathering, seatings: Seatings | None, now: datetime) -> Picture:
    """Return the picture to show at `now`, an announced seating among them.

    People see where to sit before their block and in its minutes to move, whose turn it is after that.
    """
    found = on_show(gathering, seatings) if seatings is not None else None
    if found is None or gathering.display.black or gathering.display.scene not in _LEFT_TO_THE_DAY:
        return display.picture_for(gathering, now)
    position, seating = found
    block = gathering.block(position)
    if position != gathering.current:
        return Picture.SEATING
    gone = agenda.elapsed(block, now).total_seconds()
    moved = moving_seconds(block.length_seconds, seating, announced_after(block, seating))
    return Picture.SEATING if gone < moved else Picture.TURNS
