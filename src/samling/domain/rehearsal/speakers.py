"""Those who speak: they ask for more time, which is only said, and the director keeps the pitches waiting."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.rehearsal.acts import Act, Line
from samling.domain.rehearsal.door import DIRECTOR, planned_pitches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.gathering import Block
    from samling.domain.rehearsal.acts import Sight
    from samling.domain.rehearsal.cast import Cast

_MINUTE = timedelta(minutes=1)
_RINGS_BEFORE = timedelta(minutes=20)


def speaking(cast: Cast, sight: Sight) -> Iterator[Act]:
    """Yield what the speaker of the open block, and the director, have to say."""
    current = sight.gathering.current
    if current is not None:
        yield from _overrun(cast, sight.gathering.block(current))
    yield from _director(cast, sight)


def _overrun(cast: Cast, block: Block) -> Iterator[Act]:
    """The speaker asks a minute before the time is up, and is done when that is over, whatever the answer was."""
    asked = cast.overruns.get(block.id or 0)
    if asked is None or block.started_at is None:
        return
    up = block.started_at + timedelta(seconds=block.planned_seconds)
    parts = {"title": block.title, "minutes": asked}
    yield Act(
        up - _MINUTE,
        f"overrun {block.id}",
        says=Line(N_("The speaker asks for {minutes} minutes more: “{title}”."), parts),
    )
    yield Act(up + asked * _MINUTE, f"spoken {block.id}", says=Line(N_("The speaker is done: “{title}”."), parts))


def _director(cast: Cast, sight: Sight) -> Iterator[Act]:
    """The director comes to the pitches. Where that is late it is said, and rung about in good time."""
    at = planned_pitches(sight.gathering)
    if at is None:
        return
    comes = None
    if cast.director:
        rings = Line(
            N_("The director rings: {minutes} min late for the pitches."), {"minutes": cast.director // _MINUTE}
        )
        yield Act(at - _RINGS_BEFORE, "director rings", says=rings)
        comes = Line(N_("The director has come: the pitches can begin."))
    named = tuple(each for each in sight.roster.others if DIRECTOR in each.roles)
    who = {"people": tuple(each.id for each in named), "who": ", ".join(each.name for each in named)}
    yield Act(at + cast.director, "director comes", "arrive" if named else "", who if named else {}, comes)
