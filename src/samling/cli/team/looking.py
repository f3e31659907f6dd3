"""`samling team list` and `show`: who is in the network, and what is worth a second look."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.printing import echo_json
from samling.language import _
from samling.wording import role_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.domain.roster import Roster
    from samling.domain.roster_warnings import Warned
    from samling.domain.team import Person, Team


@click.command(
    "list",
    help=_("List the teams, and what is worth a second look."),
    epilog=example("samling team list --json"),
)
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the teams."""
    from samling.domain.roster_warnings import warnings

    with place.session() as session:
        roster = session.roster()
    found = warnings(roster)
    if as_json:
        shown = {
            "teams": [team_json(team) for team in roster.teams],
            "others": [person_json(person) for person in roster.others],
            "warnings": [warned_json(each) for each in found],
        }
        echo_json(shown)
    elif not roster.teams:
        click.echo(_("There are no teams yet. Take them in from a spreadsheet: samling team import FILE"))
    else:
        _print_table(roster, found)


def _print_table(roster: Roster, found: Iterable[Warned]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    marked = {each.team_id for each in found if each.team_id is not None}
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column("")
    for heading in (_("Team"), _("Unit"), _("Place"), _("Coach")):
        table.add_column(heading, overflow="fold")
    table.add_column(_("People"), justify="right")
    for team in roster.teams:
        sign = "–" if team.withdrawn else "!" if team.id in marked else ""
        name = _("{team} (has withdrawn)").format(team=team.name) if team.withdrawn else team.name
        cells = (sign, name, team.unit or team.organisation, team.place, team.coach, str(len(team.people)))
        table.add_row(*map(Text, cells))
    console = Console(highlight=False)
    console.print(table)
    for each in found:
        console.print(Text(f"! {each.sentence(_)}"))


@click.command(
    help=_("Show everything about a team: TEAM is as much of its name as is needed."),
    epilog=example("samling team show fall"),
)
@click.argument("team")
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def show(place: Place, team: str, as_json: bool) -> None:
    """Show a team."""
    from samling.domain.roll_finding import the_team
    from samling.domain.roster_warnings import warnings

    with place.session() as session:
        roster = session.roster()
    found = the_team(roster, team)
    warned = [each for each in warnings(roster) if each.team_id == found.id]
    if as_json:
        shown = {**team_json(found), "warnings": [warned_json(each) for each in warned]}
        echo_json(shown)
        return
    for line in (*_lines(found), *(f"! {each.sentence(_)}" for each in warned)):
        click.echo(line)


def _lines(team: Team) -> Iterator[str]:
    yield _("{team} (has withdrawn)").format(team=team.name) if team.withdrawn else team.name
    said = (
        (_("Organisation"), team.organisation),
        (_("Unit"), team.unit),
        (_("Place"), team.place),
        (_("Theme"), team.theme),
        (_("Problem"), team.problem),
        (_("Aim"), team.aim),
        (_("Coach"), team.coach),
        (_("Step"), team.step),
    )
    for heading, text in said:
        if text:
            yield f"  {heading}: {text}"
    for person in team.people:
        yield f"  {person_line(person)}"


def person_line(person: Person) -> str:
    """Return somebody in one line: name, roles, profession."""
    return " · ".join(each for each in (person.name, role_words(person.role), person.profession) if each)


def team_json(team: Team) -> dict[str, Any]:
    """Return a team as JSON has it."""
    texts = ("name", "organisation", "unit", "place", "theme", "problem", "aim")
    return {
        "id": team.id,
        **{name: getattr(team, name) for name in texts},
        "coaches": list(team.coaches),
        "step": int(team.step) if team.step else None,
        "withdrawn": team.withdrawn,
        "people": [person_json(person) for person in team.people],
    }


def person_json(person: Person) -> dict[str, Any]:
    """Return a person as JSON has them."""
    return {"id": person.id, "name": person.name, "roles": list(person.roles), "profession": person.profession}


def warned_json(warned: Warned) -> dict[str, Any]:
    """Return something worth a second look as JSON has it."""
    return {"kind": warned.kind, "team": warned.team_id, "text": warned.sentence(_)}
