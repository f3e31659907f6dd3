"""What the others in a rehearsal do next, and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.rehearsal.door import at_the_door
from samling.domain.rehearsal.jurors import judging
from samling.domain.rehearsal.speakers import speaking

if TYPE_CHECKING:
    from collections.abc import Collection

    from samling.domain.rehearsal.acts import Act, Sight
    from samling.domain.rehearsal.cast import Cast


def coming(cast: Cast, sight: Sight, done: Collection[str] = ()) -> tuple[Act, ...]:
    """Return all that is to come as the day stands, the soonest first; it may be due already.

    `done` are the keys of what has been done, or was tried and did not fit: none of that comes again.
    """
    acts = (*at_the_door(cast, sight), *speaking(cast, sight), *judging(cast, sight))
    return tuple(sorted((act for act in acts if act.key not in done), key=lambda act: (act.at, act.key)))
