"""What can be done about the eight minutes: the proposals to choose from, and following one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.language import _

if TYPE_CHECKING:
    from samling.tui.control.desk import Desk


async def replan(desk: Desk) -> None:
    """Show what can be done so that the day ends as promised, and follow what is chosen.

    It is followed as of the moment it was shown: a minute of thinking does not make it another proposal.
    """
    from samling.domain.replan import sentences
    from samling.domain.replan.proposals import LEAVE, outlook
    from samling.tui.control.dialogs.chooser import Chooser

    gathering, at = desk.gathering, desk.now
    found = outlook(gathering, at)
    titles = {each.id: sentences.title(gathering, each, _) for each in found.proposals}
    options = [(each.id, titles[each.id], sentences.why(gathering, found, each, _)) for each in found.proposals]
    text = sentences.shortfall(gathering, found, _) if found.shortfall else ""
    answer = await desk.ask(Chooser(_("How can the day end as promised?"), options, text=text, chosen=LEAVE))
    if answer is not None and answer != LEAVE:
        desk.do("replan", at=at, proposal=answer, late_seconds=0, sentence=titles[answer])
