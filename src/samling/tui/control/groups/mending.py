"""What is proposed when who is ticked off differs from the announced seating. It is worked out beside the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import Refused
from samling.language import _, ngettext

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.repairs import Repair
    from samling.domain.seating.values import Member, Seating

_FEW = 3


def proposed(hall: Hall, seating: Seating | None) -> Repair | None:
    """Return how to seat anew those who are here now; None where all have a seat, or no seating would do.

    It can take a moment, and reads the room's file: call it in a thread.
    """
    if seating is None or hall.present.is_assumed:
        return None
    from samling.content.draw_rooms import room_of
    from samling.domain.seating.repairs import by_the_roll, repair

    try:
        return repair(hall, seating, by_the_roll(hall, seating), room_of(seating))
    except Refused:
        return None


def line(found: Repair, names: Names) -> str:
    """Say who is missing or came late, and how many would move: "Fjord is missing: 2 would move"."""
    came = tuple(each.member for each in found.moves if each.origin is None)
    moved = len(found.moves) - len(came)
    parts = [
        _("{names} missing").format(names=_named(found.missing, names)) if found.missing else "",
        _("{names} without a seat").format(names=_named(came, names)) if came else "",
    ]
    would = ngettext("{count} would move", "{count} would move", moved).format(count=moved)
    said = ", ".join(part for part in parts if part)
    return _("{who}: {moves}. m shows it.").format(who=said, moves=would if moved else _("nobody else moves"))


def _named(members: tuple[Member, ...], names: Names) -> str:
    more = f" +{len(members) - _FEW}" if len(members) > _FEW else ""
    return ", ".join(names(each) for each in members[:_FEW]) + more
