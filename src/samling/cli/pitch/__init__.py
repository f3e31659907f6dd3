"""`samling pitch`: forms, order, clock, sheets, results and award. One module for each family of commands."""

from __future__ import annotations

import click

from samling.cli.lazy import LazyGroup
from samling.domain.errors import N_
from samling.language import _

COMMANDS = {
    "form": ("samling.cli.pitch.form:form", N_("Scoring forms: list, show, check a file of your own.")),
    "score": ("samling.cli.pitch.score:score", N_("Work out scores from a file, without any gathering.")),
}


@click.group(cls=LazyGroup, lazy=COMMANDS, help=_("Pitches: what teams are scored by, and what the scores come to."))
def pitch() -> None:
    """Handle pitches."""
