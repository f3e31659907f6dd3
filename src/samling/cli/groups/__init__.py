"""`samling groups`: who sits with whom, so that nobody meets the same people again."""

from __future__ import annotations

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "draw": ("samling.cli.groups.drawing:draw", N_("Draw groups for a sharing block: a draft until it is announced.")),
    "show": ("samling.cli.groups.showing:show", N_("Show who sits with whom, and what may be said of it.")),
    "compare": ("samling.cli.groups.showing:compare", N_("Show two drafts of a block beside each other.")),
    "swap": ("samling.cli.groups.changing:swap", N_("Let two swap tables, once the price is told.")),
    "pin": ("samling.cli.groups.pinning:pin", N_("Pin who sits together, apart, or at a table; list the pins.")),
    "unpin": ("samling.cli.groups.pinning:unpin", N_("Clear a pin.")),
    "lock": ("samling.cli.groups.changing:lock", N_("Keep a table's group when the block is drawn again.")),
    "unlock": ("samling.cli.groups.changing:unlock", N_("Let a table's group be drawn again.")),
    "announce": ("samling.cli.groups.announcing:announce", N_("Let a draft hold, and show it on the projector.")),
    "repair": ("samling.cli.groups.announcing:repair", N_("Somebody is missing or late: seat anew, few moves first.")),
    "host": ("samling.cli.groups.changing:host", N_("Choose who stays at a table when the others move.")),
    "brings": ("samling.cli.groups.changing:brings", N_("Jot down what a table brings back.")),
    "find": ("samling.cli.groups.exporting:find", N_("Where do I sit? By name or team.")),
    "export": ("samling.cli.groups.exporting:export", N_("Write the groups as text, .csv or a list of Teams rooms.")),
    "history": ("samling.cli.groups.history:history", N_("Who has met whom: list, import what was seated before.")),
    "discard": ("samling.cli.groups.changing:discard", N_("Throw a draft away.")),
    "undo": ("samling.cli.groups.announcing:undo", N_("Take back the last draw, swap, pin, announcement or repair.")),
    "redo": ("samling.cli.groups.announcing:redo", N_("Bring forward what was undone.")),
    "solve": ("samling.cli.groups.instances:solve", N_("Draw groups for the people in a file; needs no gathering.")),
    "repair-instance": (
        "samling.cli.groups.instances:repair_instance",
        N_("Seat people anew after somebody left or came late: few moves first."),
    ),
}

groups = LazyGroup(
    "groups", lazy=COMMANDS, help=_("Sharing groups: who sits with whom, so that nobody meets the same people again.")
)
