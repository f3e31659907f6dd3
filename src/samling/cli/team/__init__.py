"""`samling team`: the teams of the network in use."""

from __future__ import annotations

from samling.cli.examples import example
from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "import": (
        "samling.cli.team.importing:import_",
        N_("Take teams and people in from the organisers' spreadsheet (.xlsx, .ods, .csv)."),
    ),
    "list": ("samling.cli.team.looking:list_", N_("List the teams, and what is worth a second look.")),
    "show": ("samling.cli.team.looking:show", N_("Show everything about a team.")),
    "add": ("samling.cli.team.changing:add", N_("Add a team.")),
    "edit": ("samling.cli.team.changing:edit", N_("Change what is known of a team.")),
    "remove": ("samling.cli.team.changing:remove", N_("Take a team out, as if it had never been there.")),
    "withdraw": ("samling.cli.team.changing:withdraw", N_("Let a team take part no more; what it has done stays.")),
    "return": ("samling.cli.team.changing:return_", N_("Let a team that has withdrawn take part again.")),
    "export": ("samling.cli.team.exporting:export", N_("Write the teams and people as a .csv for Excel.")),
    "undo": ("samling.cli.team.changing:undo", N_("Take the last change of teams and people back.")),
    "redo": ("samling.cli.team.changing:redo", N_("Bring forward what was undone.")),
}

team = LazyGroup(
    "team",
    lazy=COMMANDS,
    help=_("Teams of the network in use. TEAM is as much of a name as is needed to know which is meant."),
    epilog=example("samling team import participants.xlsx"),
)
