"""The room that a draw is for, and that of a seating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, ContentInvalid, Refused, WrongUsage
from samling.domain.seating.values import SharingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.room import Room
    from samling.domain.seating.values import Seating

ROOMS = {SharingKind.PAIRS: "two-and-two", SharingKind.MIXED: "mixed-groups"}
"""The room of a draw that names none."""


def room_for(kind: str | None, layout: str | None, last: Seating | None) -> Room:
    """Return the room that is asked for; where nothing is asked, that of the last draw.

    Raises `WrongUsage` for one that is not for such a draw.
    """
    from samling.content.rooms import find_room

    if layout is None and last is not None and kind in (None, last.kind.value):
        layout = last.layout_id
    room = find_room(layout or ROOMS[SharingKind(kind or SharingKind.PAIRS)])
    if room.kind == "none":
        raise WrongUsage(N_("The room {room} is not for groups that are drawn."), room=room.id)
    if kind is not None and room.kind != kind:
        raise WrongUsage(N_("The room {room} is for {kind}."), room=room.id, kind=room.kind)
    return room


def every_room() -> Iterator[Room]:
    """Yield all rooms that can be used. Their files are read when they are asked for."""
    from samling.content.rooms import list_rooms

    yield from (listed.content for listed in list_rooms() if listed.content is not None)


def room_of(seating: Seating) -> Room | None:
    """Return the room of a seating; None where its file is no longer there, or is no longer what it was."""
    from samling.content.rooms import find_room

    try:
        return find_room(seating.layout_id)
    except (Refused, ContentInvalid):
        return None
