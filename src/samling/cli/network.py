"""`samling network`: the learning networks of the file."""

from __future__ import annotations

import json

import click

from samling.cli.examples import example
from samling.cli.network_people import forget, limits
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json
from samling.domain.localtime import DEFAULT_ZONE
from samling.language import _, ngettext


@click.group(help=_("Networks: several live in one file, one is in use."))
def network() -> None:
    """Handle networks."""


network.add_command(limits)
network.add_command(forget)


@network.command(
    help=_("Make a network and take it into use. Prints its id."), epilog=example('samling network new "Tørn kull 3"')
)
@click.argument("name")
@click.option("--timezone", default=DEFAULT_ZONE, show_default=True, help=_("The zone its clock times are meant in."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def new(place: Place, name: str, timezone: str, as_json: bool) -> None:
    """Make a network."""
    with place.session(make=True) as session:
        made = session.new_network(name, timezone)
    click.echo(json.dumps({"id": made.id}) if as_json else str(made.id))


@network.command(
    "list", help=_("List the networks; the one in use is marked."), epilog=example("samling network list --json")
)
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the networks."""
    with place.session() as session:
        lines, used = session.networks(), session.snapshot().network
    rows = [
        {
            "id": line.network.id,
            "name": line.network.name,
            "timezone": line.network.timezone,
            "gatherings": line.gatherings,
            "teams": line.teams,
            "people": line.people,
            "in_use": used is not None and line.network.id == used.id,
        }
        for line in lines
    ]
    if as_json:
        echo_json(rows)
        return
    for line, row in zip(lines, rows, strict=True):
        counts = (
            ngettext("{count} gathering", "{count} gatherings", line.gatherings),
            ngettext("{count} team", "{count} teams", line.teams),
        )
        mark = _("in use") if row["in_use"] else ""
        click.echo("  ".join(part for part in (str(line.network.id), line.network.name, *counts, mark) if part))


@network.command(
    help=_("Take a network into use, with its newest gathering."),
    epilog=example("samling network use 1"),
    context_settings={"ignore_unknown_options": True},
)
@click.argument("network_id", type=int, metavar="ID")
@pass_place
def use(place: Place, network_id: int) -> None:
    """Take a network into use."""
    with place.session() as session:
        click.echo(_("In use: {name}").format(name=session.use_network(network_id).name))


@network.command(
    help=_("Give the network in use another name."), epilog=example('samling network rename "Tørn kull 4"')
)
@click.argument("name")
@pass_place
def rename(place: Place, name: str) -> None:
    """Rename the network in use."""
    with place.session() as session:
        click.echo(_("In use: {name}").format(name=session.rename_network(name).name))
