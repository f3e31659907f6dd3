"""What the projector says of the award: pure functions from what has been announced, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.pitching.podium import Announced
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.pitching.podium import Revealed
    from samling.domain.pitching.values import Pitching


def what(pitching: Pitching, revealed: Revealed) -> str:
    """Return what was announced: the place, that it is shared, or the prize's name."""
    if revealed.place is not None:
        said = _("Shared place {place}") if revealed.is_shared else _("Place {place}")
        return said.format(place=revealed.place)
    title = _("The audience's prize") if revealed.what is Announced.AUDIENCE else _prize(pitching, revealed)
    return _("{prize}, shared").format(prize=title) if revealed.is_shared else title


def _prize(pitching: Pitching, revealed: Revealed) -> str:
    return next((prize.title for prize in pitching.prizes if prize.id == revealed.prize_id), "")


def who(pitching: Pitching, revealed: Revealed) -> tuple[str, ...]:
    """Return the names of those who got it."""
    return tuple(pitching.name_of(team_id) for team_id in revealed.team_ids)
