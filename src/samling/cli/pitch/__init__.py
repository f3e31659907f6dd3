"""`samling pitch`: forms, order, clock, sheets, results and award. One module for each family of commands."""

from __future__ import annotations

import click

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "method": ("samling.cli.pitch.judged_by:method", N_("How the sheets are counted, and ties broken.")),
    "order": ("samling.cli.pitch.order:order", N_("Who pitches when: draw, set, show, move, last, absent, withdraw.")),
    "start": ("samling.cli.pitch.clock:start", N_("Start the clock, at the first word.")),
    "pause": ("samling.cli.pitch.clock:pause", N_("Stop the clock for a while.")),
    "resume": ("samling.cli.pitch.clock:resume", N_("Let the paused clock go on.")),
    "next-phase": ("samling.cli.pitch.clock:next_phase", N_("From the pitch to the questions, and to the end.")),
    "stop": ("samling.cli.pitch.clock:stop", N_("End the pitch.")),
    "restart": ("samling.cli.pitch.clock:restart", N_("Start the clock again from zero, for a reason.")),
    "next": ("samling.cli.pitch.clock:next_", N_("Call the next team up.")),
    "sheets": ("samling.cli.pitch.sheets:sheets", N_("The judges' sheets: list, show, enter, submit, import.")),
    "form": ("samling.cli.pitch.form:form", N_("Scoring forms: list, show, use, check a file of your own.")),
    "score": ("samling.cli.pitch.score:score", N_("Work out scores from a file, without any gathering.")),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, help=_("Pitches: what teams are scored by, and what the scores come to."))
def pitch() -> None:
    """Handle pitches."""
