"""`samling person`: the people of the network in use, in teams and beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json
from samling.cli.team.changing import tell
from samling.cli.team.looking import person_json, person_line
from samling.domain import roles
from samling.domain.roll_finding import the_person, the_team
from samling.domain.roster import PersonChange
from samling.domain.team import Person
from samling.language import _
from samling.wording import role_words

if TYPE_CHECKING:
    from samling.domain.roster import Roster

_ROLE = click.option(
    "--role", metavar="ROLE", help=_("One or several of: {roles}.").format(roles=role_words(" ".join(roles.ROLES)))
)
_PROFESSION = click.option("--profession", metavar="TEXT", help=_("What they are at work."))
_IN = click.option("--in", "in_team", metavar="TEAM", help=_("The team they are in, where several have that name."))


@click.group(
    help=_(
        "People of the network in use, in teams and beside them. PERSON is as much of a name as is needed to know "
        "who is meant."
    ),
    epilog=example('samling person add "Kari Vik" --team fall --role team-leader'),
)
def person() -> None:
    """Handle people."""


@person.command("list", help=_("List the people, team by team."), epilog=example("samling person list --team fall"))
@click.option("--team", metavar="TEAM", help=_("Those of one team."))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def list_(place: Place, team: str | None, as_json: bool) -> None:
    """List the people."""
    with place.session() as session:
        roster = session.roster()
    only = the_team(roster, team) if team is not None else None
    found = [each for each in roster.everybody() if only is None or each[0] is only]
    if as_json:
        rows = [{**person_json(each), "team": where.name if where else None} for where, each in found]
        echo_json(rows)
        return
    shown: object = ""
    for where, each in found:
        if where is not shown:
            click.echo(where.name if where else _("Beside the teams"))
            shown = where
        click.echo(f"  {person_line(each)}")


@person.command(
    help=_("Add somebody to a team, or beside the teams: a guest where no role is given."),
    epilog=example('samling person add "Kari Vik" --team fall --role measurement-lead --profession sykepleier'),
)
@click.argument("name")
@click.option("--team", metavar="TEAM", help=_("The team; without one they stand beside the teams."))
@_ROLE
@_PROFESSION
@pass_place
def add(place: Place, name: str, team: str | None, role: str | None, profession: str | None) -> None:
    """Add a person."""
    with place.session() as session:
        goal = the_team(session.roster(), team) if team is not None else None
        added = Person(name, _role(role) or (roles.MEMBER if goal else roles.GUEST), profession or "")
        tell(session.do("person-add", person=added, team_id=goal.id if goal else None), session)


@person.command(
    help=_("Change somebody's name, role or profession."), epilog=example("samling person edit kari --role team-leader")
)
@click.argument("person")
@click.option("--name", metavar="TEXT", help=_("The new name."))
@_ROLE
@_PROFESSION
@_IN
@pass_place
def edit(
    place: Place, /, *, person: str, name: str | None, role: str | None, profession: str | None, in_team: str | None
) -> None:
    """Change a person."""
    change = PersonChange(name, _role(role), profession)
    if change == PersonChange():
        raise click.UsageError(_("Say what to change: --name, --role or --profession."))
    with place.session() as session:
        person_id = _id(session.roster(), person, in_team)
        tell(session.do("person-edit", person_id=person_id, change=change), session)


@person.command(
    help=_("Move somebody to another team, or with --beside out of the teams."),
    epilog=example("samling person move kari nattugla"),
)
@click.argument("person")
@click.argument("team", required=False)
@click.option("--beside", is_flag=True, help=_("Beside the teams: a guest, or what their role says."))
@_IN
@pass_place
def move(place: Place, person: str, team: str | None, beside: bool, in_team: str | None) -> None:
    """Move a person."""
    if (team is None) != beside:
        raise click.UsageError(_("Say where to: TEAM or --beside."))
    with place.session() as session:
        roster = session.roster()
        goal = the_team(roster, team) if team is not None else None
        person_id = _id(roster, person, in_team)
        tell(session.do("person-move", person_id=person_id, team_id=goal.id if goal else None), session)


@person.command(help=_("Take somebody out."), epilog=example("samling person remove kari"))
@click.argument("person")
@_IN
@pass_place
def remove(place: Place, person: str, in_team: str | None) -> None:
    """Take a person out."""
    with place.session() as session:
        person_id = _id(session.roster(), person, in_team)
        tell(session.do("person-remove", person_id=person_id), session)


def _id(roster: Roster, person: str, in_team: str | None) -> int | None:
    team = the_team(roster, in_team) if in_team is not None else None
    return the_person(roster, person, team)[1].id


def _role(typed: str | None) -> str | None:
    from samling.domain.roster_reading.names import the_role

    return None if typed is None else the_role(typed)
