"""`samling network limits` and `forget`: what is advised of teams, and removing what is known of people."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.language import _, ngettext

if TYPE_CHECKING:
    from samling.domain.network import NetworkLine
    from samling.session import Session


@click.command(
    help=_("Show or set what is advised in the network in use: it is warned of, never held to."),
    epilog=example("samling network limits --team-max 8 --teams-max 20"),
)
@click.option("--team-min", type=int, metavar="N", help=_("The fewest people in a team."))
@click.option("--team-max", type=int, metavar="N", help=_("The most people in a team."))
@click.option("--teams-max", type=int, metavar="N", help=_("The most teams."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def limits(place: Place, /, *, as_json: bool, **given: int | None) -> None:
    """Show or set what is advised."""
    wanted = {name: value for name, value in given.items() if value is not None}
    with place.session() as session:
        known = session.roster().limits
        if wanted:
            known = session.do("team-limits", limits=replace(known, **wanted)).after.limits
    if as_json:
        click.echo(json.dumps(asdict(known)))
        return
    people = _("People in a team: {least} to {most}").format(least=known.team_min, most=known.team_max)
    click.echo(f"{people}\n{_('Teams: at most {most}').format(most=known.teams_max)}")


@click.command(
    help=_(
        "Remove the names and professions of a network's people, and its coaches' names, for good: from the "
        "teams, the log and the texts of its gatherings. How many they were, their roles and who was here when is "
        "kept; so is a first name alone within a text. NETWORK is an id or a name."
    ),
    epilog=example("samling network forget Fjordhelse --people"),
)
@click.argument("network")
@click.option(
    "--people", is_flag=True, required=True, help=_("Confirms that it is the people who are to be forgotten.")
)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@pass_place
def forget(place: Place, network: str, *, people: bool, yes: bool) -> int:  # noqa: ARG001 - says what is meant
    """Remove personal data."""
    with place.session() as session:
        line = _named(session, network)
        _confirm(line, yes=yes)
        assert line.network.id is not None, "a stored network has an id"
        left = session.forget_people(line.network.id, lambda number: _("Person {number}").format(number=number))
    counted = ngettext("{count} person", "{count} people", line.people)
    click.echo(_("The names in “{network}” are removed: {people}.").format(network=line.network.name, people=counted))
    if left.copies:
        click.echo(_("These files beside it still hold names. Delete those that you do not need:"))
        for copy in left.copies:
            click.echo(f"  {copy}")
    if not left.is_written_anew:
        click.echo(
            _(
                "But the file could not be written anew, and what was removed may still be read in its bytes. "
                "See to it that the disk has room, and run this once more."
            ),
            err=True,
        )
        return 1
    if not left.is_clean:
        click.echo(
            _(
                "Another window has the file open, and what was removed may still be read beside it. "
                "Close it, and run this once more."
            ),
            err=True,
        )
        return 1
    return 0


def _named(session: Session, network: str) -> NetworkLine:
    """The network with that id or name."""
    lines = session.networks()
    by_id = [line for line in lines if str(line.network.id) == network]
    found = by_id or [line for line in lines if line.network.name.casefold() == network.casefold()]
    if len(found) != 1:
        raise Refused(
            N_("“{network}” is not one network. `samling network list` shows their ids and names."),
            network=network[:60],
        )
    return found[0]


def _confirm(line: NetworkLine, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused(N_("This cannot be undone. Give --yes to do it without being asked."))
    counted = ngettext("{count} person", "{count} people", line.people)
    question = _("Remove the names in “{network}” for good ({people})? It cannot be undone.")
    click.confirm(question.format(network=line.network.name, people=counted), abort=True, err=True)
