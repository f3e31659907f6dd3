"""`samling groups`: who sits with whom, so that nobody meets the same people again."""

from __future__ import annotations

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "draw": ("samling.cli.groups.drawing:draw", N_("Draw groups for a sharing block: a draft until it is announced.")),
    "show": ("samling.cli.groups.showing:show", N_("Show who sits with whom, and what may be said of it.")),
    "solve": (
        "samling.cli.groups.instances:solve",
        N_("Draw groups for the people in a file: a JSON instance, or CSV with one row a person."),
    ),
    "repair-instance": (
        "samling.cli.groups.instances:repair_instance",
        N_("Seat people anew after somebody left or came late: few moves first."),
    ),
}

groups = LazyGroup(
    "groups", lazy=COMMANDS, help=_("Sharing groups: who sits with whom, so that nobody meets the same people again.")
)
