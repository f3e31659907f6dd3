"""What the keys for the draw do: choose how it shall be, begin it, and stop it with what it has."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from samling.domain.errors import SamlingError
from samling.domain.seating.placing import Beside, Placing
from samling.domain.seating.values import KeepApart, SharingKind
from samling.language import _, language
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from samling.tui.control.groups.desk import GroupsDesk
    from samling.tui.control.groups.searching import Search

SEEDS = 1_000_000


def draw(desk: GroupsDesk) -> None:
    """Draw as it is chosen. The search runs beside the keys; what it comes to is a draft."""
    from samling.tui.control.groups.searching import Search

    block_id = desk.block_id
    if desk.search is not None:
        desk.say(_("A draw is running. s stops it with what it has."))
    elif block_id is None:
        desk.say(_("No sharing block is left in the agenda. Go back and add one with a."))
    else:
        search = desk.search = Search(desk.hall, block_id, desk.asked, secrets.randbelow(SEEDS), desk.now)
        desk.app.run_worker(_finish(desk, search, block_id), name="draw")


async def _finish(desk: GroupsDesk, search: Search, block_id: int) -> None:
    title = desk.hall.title(block_id)
    try:
        drafts = await asyncio.to_thread(search.run)
    except SamlingError as error:
        desk.search = None
        await _tell_refused(desk, error)
        return
    desk.search = None
    desk.look_at_newest()
    desk.do("groups-draw", seatings=drafts, who=title)


async def _tell_refused(desk: GroupsDesk, error: SamlingError) -> None:
    """Tell why nothing could be drawn, pins that clash one by one."""
    from samling.tui.control.dialogs.telling import Telling

    lines = tuple(("", line) for line in getattr(error, "sentences", lambda _translate: ())(_))
    await desk.ask(Telling(_("Nothing was drawn"), (("", lines),), text=say(error)))


def stop(desk: GroupsDesk) -> None:
    """Let the draw end with the best it has."""
    if desk.search is None:
        desk.say(_("No draw is running."))
    else:
        desk.search.stop()


def kind(desk: GroupsDesk) -> None:
    """Draw whole teams two and two next, or mixed groups."""
    other = SharingKind.MIXED if desk.asked.kind is SharingKind.PAIRS else SharingKind.PAIRS
    desk.ask_for(replace(desk.asked, kind=other, room=None))


def keep_apart(desk: GroupsDesk) -> None:
    """Keep those of one organisation apart next, or those of one unit, or nobody beside those of one team."""
    ways = [KeepApart.NONE, KeepApart.ORGANISATION, KeepApart.UNIT]
    desk.ask_for(replace(desk.asked, keep_apart=ways[(ways.index(desk.asked.keep_apart) + 1) % len(ways)]))


async def room(desk: GroupsDesk) -> None:
    """Choose the room of the next draw."""
    from samling.tui.control.dialogs.chooser import Chooser

    fitting = [each for each in desk.rooms if each.kind == desk.asked.kind.value]
    options = [(each.id, each.name.said(language()), each.about.said(language())[:60]) for each in fitting]
    if not options:
        desk.say(_("The rooms are being read. Try again in a moment."))
        return
    answer = await desk.ask(Chooser(_("The room"), options, chosen=desk.room.id if desk.room else None))
    if answer is not None:
        desk.ask_for(replace(desk.asked, room=answer))


async def options(desk: GroupsDesk) -> None:
    """Choose what else the next draw shall be: for how many rounds, and who is placed beside those who are drawn."""
    from samling.tui.control.dialogs.form import Field, Form, yes_or_no

    asked = desk.asked
    places = (
        (Beside.NOWHERE.value, _("nowhere")),
        (Beside.WITH_TEAM.value, _("with their team")),
        (Beside.ONE_A_TABLE.value, _("one a table")),
    )
    labels = {"coaches": _("Coaches"), "managers": _("Managers"), "guests": _("Guests")}
    rounds = (("this", _("this block")), ("all", _("all that are left")))
    fields = [
        Field("rounds", _("Rounds"), "all" if asked.all_rounds else "this", options=rounds),
        yes_or_no("hosts_stay", _("Hosts stay"), value=asked.hosts_stay),
        *(
            Field(name, label, getattr(asked.placing, name).value, read=Beside, options=places)
            for name, label in labels.items()
        ),
    ]

    def send(values: Mapping[str, Any]) -> None:
        placing = Placing(**{name: values[name] for name in labels})
        all_rounds, stay = values["rounds"] == "all", values["hosts_stay"]
        desk.ask_for(replace(asked, all_rounds=all_rounds, hosts_stay=stay, placing=placing))

    await desk.ask(Form(_("How the next draw shall be"), fields, send, verb=_("Keep it so")))
