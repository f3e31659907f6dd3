"""The rooms that groups are drawn into, and that of a seating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.content.rooms import find_room, list_rooms
from samling.domain.errors import ContentInvalid, Refused
from samling.domain.seating.values import SharingKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.room import Room
    from samling.domain.seating.values import Seating

USUAL = {SharingKind.PAIRS: "two-and-two", SharingKind.MIXED: "mixed-groups"}
"""The room of a draw that names none."""


def rooms_for(kind: SharingKind) -> Iterator[Room]:
    """Yield the rooms that are for such a draw and can be used, the usual one first."""
    found = [each.content for each in list_rooms() if each.content is not None and each.content.kind == kind.value]
    yield from sorted(found, key=lambda room: room.id != USUAL[kind])


def room_of(seating: Seating) -> Room | None:
    """Return the room of a seating; None where its file is no longer there, or is no longer what it was."""
    try:
        return find_room(seating.layout_id)
    except (Refused, ContentInvalid):
        return None
