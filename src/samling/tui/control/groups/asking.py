"""What is asked of a draw, as it is chosen in the window."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from samling.domain.seating.placing import NOBODY, Placing
from samling.domain.seating.values import KeepApart, SharingKind
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.seating.values import Seating


@dataclass(frozen=True, slots=True)
class Asked:
    """How the next draw shall be. `room` is the id of one, None for the usual one of the kind."""

    kind: SharingKind = SharingKind.PAIRS
    room: str | None = None
    keep_apart: KeepApart = KeepApart.NONE
    all_rounds: bool = False
    hosts_stay: bool = False
    placing: Placing = NOBODY


def as_drawn(seating: Seating) -> Asked:
    """Return what was asked of a seating, as far as it is kept with it."""
    return Asked(seating.kind, seating.layout_id, seating.keep_apart)


def apart_word(keep: KeepApart) -> str:
    """Return the words for who is kept apart beside those of one team."""
    return {
        KeepApart.ORGANISATION: _("not the same organisation"),
        KeepApart.UNIT: _("not the same unit"),
        KeepApart.NONE: _("anybody"),
    }[keep]
