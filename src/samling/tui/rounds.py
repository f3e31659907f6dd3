"""The turns inside a block, for every window that goes on to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _

if TYPE_CHECKING:
    from datetime import datetime

    from samling.domain.gathering import Block
    from samling.session import Done, Session
    from samling.tui.view import View


def can_turn(view: View) -> bool:
    """Whether the running block has a turn to go on to, or to end, or could have a round of the teams."""
    if view.current is None:
        return False
    if view.round is None:
        return view.current[0].per_team
    return view.round.current is not None or view.round.next is not None


def next_words(block: Block) -> str:
    """Return what going on to the next turn is called: the next team's, or the next step."""
    return _("Next step") if block.has_steps else _("Next team")


def next_turn(session: Session, at: datetime | None = None) -> Done:
    """Go on to the next turn, at a moment or now.

    A block of the teams that has no round yet gets one of those who are here, as listed.
    """
    from samling.domain.rounds.order import lacks_round, round_of

    lacking = lacks_round(session.in_use())
    return session.do("turn", at=at, turns=round_of(session.roster(), session.roll()) if lacking else ())
