"""What the projector and the timekeeper show of the pitches: the clock of a pitch, and what the award has announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.action import About
from samling.domain.display import Picture
from samling.domain.gathering import Scene
from samling.domain.pitching.podium import Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.podium import Revealed
    from samling.domain.pitching.values import Pitching


def wanted(gathering: Gathering) -> tuple[About, ...]:
    """Return which part of the file the room may see of the pitches: none, where a gathering shows no pitches."""
    is_asked = gathering.display.scene is Scene.PITCH
    return (About.STAGE,) if is_asked or gathering.is_pitching else ()


def picture_for(gathering: Gathering, pitching: Pitching | None) -> Picture | None:
    """Return the picture of the pitches that a gathering shows: in their block by itself, else when it is asked for.

    None where it shows something else, or there is no order to show. Once something is announced it is the award, until
    a team is on the clock again.
    """
    display = gathering.display
    if pitching is None or not pitching.order or display.black:
        return None
    if display.scene is not Scene.PITCH and not (display.scene is Scene.AUTO and gathering.is_pitching):
        return None
    return Picture.AWARD if is_awarding(pitching) else Picture.PITCH


def is_awarding(pitching: Pitching) -> bool:
    """Whether the room has begun to hear who has won."""
    award = pitching.award
    return pitching.on_clock is None and (bool(award.revealed) or award.stage is Stage.FROZEN)


def is_on(gathering: Gathering, pitching: Pitching | None) -> bool:
    """Whether the timekeeper keeps the time of pitches: in their block, until all teams have had theirs."""
    if pitching is None or not gathering.is_pitching:
        return False
    return pitching.on_clock is not None or pitching.following is not None


def latest(revealed: Sequence[Revealed]) -> Revealed | None:
    """Return what was announced last."""
    return revealed[-1] if revealed else None


def earlier(revealed: Sequence[Revealed]) -> tuple[Revealed, ...]:
    """Return what was announced before that, the places first, the best of them first, then the prizes as they came."""
    before = revealed[:-1]
    places = sorted((each for each in before if each.place is not None), key=lambda each: each.place or 0)
    return (*places, *(each for each in before if each.place is None))
