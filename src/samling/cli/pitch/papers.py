"""`samling pitch protocol` and `feedback`: what is kept of the day, and what a team is told."""

from __future__ import annotations

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain.pitching.finding import the_team
from samling.language import _

_form = click.option(
    "--format", "form", type=click.Choice(["md", "json"]), default="md", help=_("How it is written (md).")
)


@click.command(
    help=_("Write the jury's protocol: order, times, sheets with their versions, method, ties, result and revisions."),
    epilog=example("samling pitch protocol > protocol.md"),
)
@_form
@pass_place
def protocol(place: Place, form: str) -> None:
    """Write the protocol."""
    from samling.report import as_json, markdown
    from samling.report.protocol import protocol as made

    with place.session() as session:
        now = place.moment(session.in_use()) or session.now()
        written = made(session.in_use(), session.pitching(), session.jury(), now)
    click.echo({"md": markdown.markdown, "json": as_json.as_json}[form](written), nl=False)


@click.command(
    help=_("Write what a team is told: its own scores and the comments, without the judges' names."),
    epilog=example("samling pitch feedback fall > fallskjermen.md"),
)
@click.argument("team")
@_form
@pass_place
def feedback(place: Place, team: str, form: str) -> None:
    """Write a team's feedback."""
    from samling.report import as_json, markdown
    from samling.report.feedback import feedback as made

    with place.session() as session:
        sheets, pitching = session.jury(), session.pitching()
        written = made(pitching, sheets, the_team(pitching, team))
    click.echo({"md": markdown.markdown, "json": as_json.as_json}[form](written), nl=False)
