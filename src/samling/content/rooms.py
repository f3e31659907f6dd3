"""The rooms that a gathering can be laid out in: ours, and those that the user keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from samling.content import shelf
from samling.content.places import own_rooms, shipped
from samling.domain.errors import N_
from samling.domain.room import Room

if TYPE_CHECKING:
    from pathlib import Path

Listed: TypeAlias = shelf.Listed[Room]

_ORDER = (
    "team-tables",
    "two-and-two",
    "three-and-three",
    "mixed-groups",
    "exercise-tables",
    "group-rooms",
    "teams-rooms",
    "plenum",
    "poster-walk",
    "pitch-stage",
)


def load_room(path: Path) -> Room:
    """Read one room file; raise `ContentFaults` with everything that is wrong with it."""
    from samling.content.room_file import load_room as load  # pydantic, only when content is read

    return load(path)


_SHELF = shelf.Shelf(
    ours=lambda: shipped("layouts", "rooms"),
    own=own_rooms,
    load=load_room,
    order=lambda listed: _ORDER.index(listed.id),
    says=shelf.Sentences(
        unknown=N_('There is no room "{id}". `samling room list` shows them all.'),
        near=N_('There is no room "{id}". Did you mean {near}?'),
        taken=N_('the id "{id}" belongs to another room of yours ({other}); give this one an id of its own'),
    ),
    own_replaces=True,
)
"""A room of the user's with the id of one of ours takes its place: the hall at hand is then what the id means."""

list_rooms = _SHELF.everything
find_room = _SHELF.find
check_room = _SHELF.check
