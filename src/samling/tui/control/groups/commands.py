"""Every command on groups, once: its keys, its words, what it does."""

from __future__ import annotations

from samling.domain.seating.actions import ACTIONS
from samling.language import _
from samling.tui.control.command import Command, Group, command_for
from samling.tui.control.groups import acting, drawing, pinning
from samling.tui.control.groups.desk import GroupsDesk


async def _show_help(desk: GroupsDesk) -> None:
    from samling.tui.control.dialogs.telling import Telling
    from samling.tui.control.signs import keys_page

    text = _("A draw is a draft until it is announced. u undoes, again and again; the agenda is not touched.")
    await desk.ask(Telling(_("Groups"), keys_page(COMMANDS), text=text))


COMMANDS: tuple[Command[GroupsDesk], ...] = (
    command_for(
        ACTIONS["groups-draw"],
        "d",
        Group.DRAW,
        drawing.draw,
        help_text=_("Draw as it is chosen. What comes of it is a draft; drawn again, the locked tables stay."),
    ),
    Command("stop", "s", Group.DRAW, _("Stop"), _("Stop the draw with the best it has so far."), drawing.stop),
    Command(
        "kind",
        "k",
        Group.DRAW,
        _("Two and two, or mixed"),
        _("Draw whole teams two and two next, or people mixed over tables."),
        drawing.kind,
    ),
    Command("room", "r", Group.DRAW, _("Room"), _("Choose the room of the next draw."), drawing.room),
    Command(
        "apart",
        "a",
        Group.DRAW,
        _("Keep apart"),
        _("Keep those of one organisation apart next, or of one unit, or nobody."),
        drawing.keep_apart,
    ),
    Command(
        "options",
        "o",
        Group.DRAW,
        _("More choices"),
        _("All rounds together, hosts who stay, where coaches, managers and guests go."),
        drawing.options,
    ),
    command_for(
        ACTIONS["groups-announce"],
        "A",
        Group.DRAW,
        acting.announce,
        help_text=_("Let the draft hold, and show it on the projector."),
    ),
    command_for(
        ACTIONS["groups-repair"],
        "m",
        Group.DRAW,
        acting.seat_anew,
        help_text=_("Somebody is missing, or came late: see who would move, and do it."),
    ),
    command_for(
        ACTIONS["groups-swap"],
        "space",
        Group.TABLES,
        acting.swap,
        help_text=_("Mark one, then another: they swap. What it costs is told before the second."),
    ),
    Command(
        "pin",
        "p",
        Group.TABLES,
        _("Pins"),
        _("Pin two together or apart, or one at their table; clear pins."),
        pinning.pin,
    ),
    Command(
        "lock",
        "l",
        Group.TABLES,
        _("Lock or unlock"),
        _("Keep the table's group in the next draw, or no longer."),
        acting.lock,
    ),
    command_for(ACTIONS["groups-host"], "h", Group.TABLES, acting.host),
    command_for(ACTIONS["groups-brings"], "b", Group.TABLES, acting.brings),
    command_for(ACTIONS["groups-discard"], "X", Group.TABLES, acting.discard),
    Command(
        "undo",
        "u,ctrl+z",
        Group.DRAW,
        _("Undo"),
        _("Take back the last draw, swap, pin, announcement or repair. The agenda is not touched."),
        lambda desk: desk.turn_back("undo"),
    ),
    Command(
        "redo",
        "U,ctrl+r",
        Group.DRAW,
        _("Redo"),
        _("Bring forward what was undone."),
        lambda desk: desk.turn_back("redo"),
    ),
    Command(
        "other-draft",
        "c",
        Group.LOOK,
        _("The other draft"),
        _("Look at the block's other draft, or what is announced, and compare the two."),
        acting.other_draft,
    ),
    Command(
        "next-block",
        "tab",
        Group.LOOK,
        _("The next block"),
        _("Look at the next sharing block of the agenda."),
        GroupsDesk.next_block,
    ),
    Command(
        "find",
        "slash",
        Group.LOOK,
        _("Where do I sit?"),
        _("Type the beginning of a name, of a person or a team."),
        GroupsDesk.find,
        goes_first=True,
    ),
    Command("go", "", Group.LOOK, _("Go there"), _("Put the cursor on whom was found."), GroupsDesk.stop_finding),
    Command("help", "question_mark,f1", Group.LOOK, _("Help"), _("Every key in words."), _show_help),
    Command(
        "back",
        "escape,q,G",
        Group.LOOK,
        _("Back"),
        _("Stop a draw that runs; else go back to the agenda."),
        GroupsDesk.back,
    ),
)
