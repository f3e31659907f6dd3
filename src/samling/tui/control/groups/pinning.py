"""Pins, set and cleared in the window: who must sit together, who must not, and who must sit where."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.seating import words
from samling.domain.seating.values import Pin, PinKind
from samling.language import _

if TYPE_CHECKING:
    from samling.tui.control.groups.desk import GroupsDesk


async def pin(desk: GroupsDesk) -> None:
    """Choose a pin for the marked one and the one under the cursor, or one of the pins that are set, to clear it."""
    from samling.tui.control.dialogs.chooser import Chooser

    new = _new_pins(desk)
    names = desk.hall.names
    options = [(f"new-{at}", words.pin(each, names, _), "") for at, each in enumerate(new)]
    options += [(str(each.id), words.pin(each, names, _), _("is set: clears it")) for each in desk.hall.seatings.pins]
    if not options:
        desk.say(_("Put the cursor on somebody. With another one marked, the two can be pinned together or apart."))
        return
    text = _("Pins hold in every draw of the gathering.")
    if desk.marked is None:
        text += " " + _("Mark somebody with the space bar to pin two of them.")
    answer = await desk.ask(Chooser(_("Pins"), options, text=text))
    if answer is None:
        return
    if answer.startswith("new-"):
        chosen = new[int(answer.removeprefix("new-"))]
        desk.marked = None
        desk.do("groups-pin", pinned=chosen, who=words.pin(chosen, names, _))
    else:
        chosen = desk.hall.seatings.pin(int(answer))
        desk.do("groups-unpin", pin_ids=(chosen.id,), who=words.pin(chosen, names, _))


def _new_pins(desk: GroupsDesk) -> list[Pin]:
    """The pins that the marked one and the one under the cursor can have."""
    cursor, marked, table = desk.cursor, desk.marked, desk.table
    if cursor is None:
        return []
    if marked is not None and marked != cursor and marked.of == cursor.of:
        return [Pin(PinKind.TOGETHER, marked, cursor), Pin(PinKind.APART, marked, cursor)]
    return [Pin(PinKind.TABLE, cursor, table=table.number)] if table else []
