"""What blocks took at earlier gatherings, beside the plan: told of one, and taken over for all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _

if TYPE_CHECKING:
    from samling.domain.gathering import Block
    from samling.tui.control.desk import Desk


def took(desk: Desk, block: Block) -> str:
    """Return what a block took the last times; nothing where it has not been held at another gathering."""
    from samling.domain import history

    before = history.elsewhere(desk.app.session.held(), desk.gathering)
    return history.said(history.times(before, history.topic(desk.gathering, block)), _)


def offer(desk: Desk) -> None:
    """Say that blocks of a plan that has just been made have been held before, where any have."""
    if _held_before(desk):
        desk.say(_("Blocks of this plan have been held before: H shows how long they took."))


def _held_before(desk: Desk) -> bool:
    from samling.domain import history

    gathering = desk.gathering
    before = history.elsewhere(desk.app.session.held(), gathering)
    return any(history.times(before, history.topic(gathering, each)) for each in gathering.blocks)


async def learn(desk: Desk) -> None:
    """Show what the plan's blocks took before, and take the lengths over when that is wanted."""
    from samling.domain import history
    from samling.tui.control.learning_screen import Before

    if not _held_before(desk):
        desk.say(_("No block of this plan has been held before."))
        return
    gathering, held = desk.gathering, desk.app.session.held()
    lengths = history.lengths(gathering, held)
    if await desk.ask(Before(gathering, held, lengths)):
        desk.do("learn", lengths=lengths)
