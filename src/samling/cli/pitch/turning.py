"""`samling pitch undo` and `redo`: back and forward in what was done to the pitches."""

from __future__ import annotations

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import tell
from samling.cli.place import Place, pass_place
from samling.domain.pitching.actions import PITCH_CHAIN
from samling.language import _


@click.command(
    help=_(
        "Take the last thing done to the pitches back: order, clock, form, award. The agenda and the judges' "
        "sheets have an undo of their own."
    ),
    epilog=example("samling pitch undo"),
)
@pass_place
def undo(place: Place) -> None:
    """Take the last action back."""
    with place.session() as session:
        tell(session.undo(PITCH_CHAIN), session, "undo")


@click.command(help=_("Bring forward what was undone last."), epilog=example("samling pitch redo"))
@pass_place
def redo(place: Place) -> None:
    """Bring the last undone action forward."""
    with place.session() as session:
        tell(session.redo(PITCH_CHAIN), session, "redo")
