"""What the keys on groups do to a seating: swap, lock, host, announce, seat anew."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from samling.domain.seating import words
from samling.language import _
from samling.tui.control.groups import mending

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.domain.seating.values import Seating, Table
    from samling.tui.control.groups.desk import GroupsDesk


def swap(desk: GroupsDesk) -> None:
    """Mark whoever is under the cursor; with somebody marked, let the two swap. The price stands there before."""
    table = desk.table
    if table is None or desk.cursor not in table.members:
        desk.say(_("Mark two who were drawn, one after the other, and they swap."))
    elif desk.marked is None:
        desk.marked = desk.cursor
    elif desk.marked == desk.cursor:
        desk.marked = None
    else:
        _swap(desk)


def _swap(desk: GroupsDesk) -> None:
    from samling.domain.errors import Refused

    try:
        found = desk.swap()
    except Refused:
        desk.say(desk.price())
        return
    if found is not None and desk.marked is not None and desk.cursor is not None:
        names = desk.hall.names
        who = _("{one} and {other}").format(one=names(desk.marked), other=names(desk.cursor))
        desk.marked = None
        desk.do("groups-swap", change=(found.seen, found.wanted), who=who)


def lock(desk: GroupsDesk) -> None:
    """Keep the group of the table under the cursor in the next draw, or no longer."""
    found = _at_table(desk)
    if found is not None:
        seating, table = found
        desk.do("groups-unlock" if table.locked else "groups-lock", seating_id=seating.id, number=table.number)


def host(desk: GroupsDesk) -> None:
    """Make whoever is under the cursor the host of their table, or nobody."""
    found = _at_table(desk)
    if found is not None:
        seating, table = found
        meant = None if table.host == desk.cursor else desk.cursor
        who = desk.hall.names(meant) if meant else _("nobody")
        desk.do("groups-host", seating_id=seating.id, number=table.number, host=meant, who=who)


async def brings(desk: GroupsDesk) -> None:
    """Jot down in one line what the table under the cursor brings back."""
    from samling.tui.control.dialogs.form import Field, Form

    found = _at_table(desk)
    if found is None:
        return
    seating, table = found

    def send(values: Mapping[str, Any]) -> None:
        desk.must("groups-brings", seating_id=seating.id, number=table.number, text=values["text"])

    title = _("What does {table} bring back?").format(table=words.place(seating, table.number, _))
    await desk.ask(Form(title, [Field("text", _("In one line"), table.brings)], send))


def _at_table(desk: GroupsDesk) -> tuple[Seating, Table] | None:
    if desk.seating is None or desk.table is None:
        desk.say(_("Nothing is drawn yet. d draws."))
        return None
    return desk.seating, desk.table


def announce(desk: GroupsDesk) -> None:
    """Let the draft that is looked at hold, and show it on the projector."""
    from samling.domain.seating.projected import scene_once_announced

    seating = desk.seating
    if seating is None:
        desk.say(_("Nothing is drawn yet. d draws."))
        return
    done = desk.do("groups-announce", seating_id=seating.id, who=desk.hall.title(seating.block_id))
    if done is not None:
        scene, display = scene_once_announced(desk.gathering, seating), desk.gathering.display
        if display.scene is not scene or display.black:
            desk.app.act("show", scene=scene)


def discard(desk: GroupsDesk) -> None:
    """Throw the draft that is looked at away."""
    if desk.seating is not None:
        done = desk.do("groups-discard", seating_id=desk.seating.id, who=desk.hall.title(desk.seating.block_id))
        if done is not None:
            desk.look_at_newest()


def other_draft(desk: GroupsDesk) -> None:
    """Look at the block's other seating, and say which is better."""
    from samling.domain.seating.comparing import compare

    found = compare(desk.hall.seatings, desk.block_id)
    if found is None:
        desk.say(_("There is only one: draw once more, and the two can be compared."))
        return
    desk.next_draft()
    desk.say(words.verdict(found, _))


async def seat_anew(desk: GroupsDesk) -> None:
    """Show who would move where, now that somebody is missing or came late, and do it when that is right.

    It is looked up for the file as it stands: what the line offers may still be on its way, or about an older one.
    """
    from samling.tui.control.dialogs.telling import Agreeing

    found = await asyncio.to_thread(mending.proposed, desk.hall, desk.hall.seatings.announced(desk.block_id))
    if found is None:
        desk.say(_("Everybody who is here has a seat: there is nothing to repair."))
        return
    names = desk.hall.names
    lines = tuple(("", line) for line in words.repair(found, names, _))
    if await desk.ask(Agreeing(_("Seat anew, with the fewest moves"), (("", lines),), yes=_("Do it"))):
        who = "; ".join(words.changes(found, names, _))
        desk.do("groups-repair", change=(found.seen, found.wanted), who=who)
