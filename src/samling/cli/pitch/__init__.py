"""`samling pitch`: forms, order, clock, sheets, results and award. One module for each family of commands."""

from __future__ import annotations

import click

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "form": ("samling.cli.pitch.form:form", N_("Scoring forms: list, show, use, check a file of your own.")),
    "method": ("samling.cli.pitch.judged_by:method", N_("How the sheets are counted, and ties broken.")),
    "settings": ("samling.cli.pitch.settings:settings", N_("Lengths, labels, signs and what is announced.")),
    "trial": ("samling.cli.pitch.trial:trial", N_("A made-up team, on which the judges align: begin, show, end.")),
    "order": ("samling.cli.pitch.order:order", N_("Who pitches when: draw, set, show, move, last, absent, withdraw.")),
    "status": ("samling.cli.pitch.status:status", N_("Who is on the stage, the clock, and which sheets are lacking.")),
    "start": ("samling.cli.pitch.clock:start", N_("Start the clock, at the first word.")),
    "pause": ("samling.cli.pitch.clock:pause", N_("Stop the clock for a while.")),
    "resume": ("samling.cli.pitch.clock:resume", N_("Let the paused clock go on.")),
    "next-phase": ("samling.cli.pitch.clock:next_phase", N_("From the pitch to the questions, and to the end.")),
    "stop": ("samling.cli.pitch.clock:stop", N_("End the pitch.")),
    "restart": ("samling.cli.pitch.clock:restart", N_("Start the clock again from zero, for a reason.")),
    "next": ("samling.cli.pitch.clock:next_", N_("Call the next team up.")),
    "sheets": ("samling.cli.pitch.sheets:sheets", N_("The judges' sheets: list, show, enter, submit, import.")),
    "results": ("samling.cli.pitch.results:results", N_("What the sheets say, for the facilitator's eyes.")),
    "preflight": ("samling.cli.pitch.results:preflight", N_("What to look at before the award.")),
    "award": (
        "samling.cli.pitch.award:award",
        N_("Settle the result, announce it place by place, end it, correct it."),
    ),
    "audience": ("samling.cli.pitch.prizes:audience", N_("The audience's votes: enter, import.")),
    "prize": ("samling.cli.pitch.prizes:prize", N_("Category prizes: add, list, give, remove.")),
    "protocol": ("samling.cli.pitch.papers:protocol", N_("The jury's protocol, as Markdown or JSON.")),
    "feedback": ("samling.cli.pitch.papers:feedback", N_("What a team is told: its own scores and comments.")),
    "undo": ("samling.cli.pitch.turning:undo", N_("Take the last thing done to the pitches back.")),
    "redo": ("samling.cli.pitch.turning:redo", N_("Bring forward what was undone.")),
    "score": ("samling.cli.pitch.score:score", N_("Work out scores from a file, without any gathering.")),
}


@click.group(
    cls=LazyGroup,
    lazy=COMMANDS,
    help=_("The pitches: 4 minutes and questions for each team, the judges' sheets, and an award everybody trusts."),
)
def pitch() -> None:
    """Handle pitches."""
