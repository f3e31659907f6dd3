"""`samling gathering report`: what was planned and what happened."""

from __future__ import annotations

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.language import _


@click.command(
    help=_("Tell what was planned and what happened on the last day that was begun: --format html > day.html"),
    epilog=example("samling gathering report --format html > day.html"),
)
@click.option(
    "--format", "form", type=click.Choice(["md", "html", "json"]), default="md", help=_("How it is written (md).")
)
@click.option("--day", "number", type=int, help=_("Which day, counted from 1."))
@pass_place
def report(place: Place, form: str, number: int | None) -> None:
    """Tell what the day came to."""
    from samling.domain.day_report import latest_begun
    from samling.report import as_json, day, html, markdown

    write = {"md": markdown.markdown, "html": html.html, "json": as_json.as_json}[form]
    with place.session() as session:
        used = session.in_use()
        made = day.report(session, used, latest_begun(used) if number is None else number)
    click.echo(write(made), nl=False)
