"""The room that a draw is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, WrongUsage
from samling.domain.seating.values import SharingKind

if TYPE_CHECKING:
    from samling.domain.room import Room
    from samling.domain.seating.values import Seating


def room_for(kind: str | None, layout: str | None, last: Seating | None) -> Room:
    """Return the room that is asked for; where nothing is asked, that of the last draw.

    Raises `WrongUsage` for one that is not for such a draw.
    """
    from samling.content.draw_rooms import USUAL
    from samling.content.rooms import find_room

    if layout is None and last is not None and kind in (None, last.kind.value):
        layout = last.layout_id
    room = find_room(layout or USUAL[SharingKind(kind or SharingKind.PAIRS)])
    if room.kind == "none":
        raise WrongUsage(N_("The room {room} is not for groups that are drawn."), room=room.id)
    if kind is not None and room.kind != kind:
        raise WrongUsage(N_("The room {room} is for {kind}."), room=room.id, kind=room.kind)
    return room
