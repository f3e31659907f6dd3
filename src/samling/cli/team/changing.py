"""`samling team add`, `edit`, `remove`, `withdraw`, `return`, `undo` and `redo`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain.roll_finding import the_team
from samling.domain.roster import TeamChange
from samling.domain.roster_actions import ROSTER_CHAIN
from samling.domain.team import Team
from samling.language import _
from samling.wording import deed

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.session import Done, Session

_TEXTS = (
    ("--organisation", _("The trust or municipality it belongs to.")),
    ("--unit", _("Its ward or service.")),
    ("--place", _("Where it is.")),
    ("--theme", _("What it works on.")),
    ("--problem", _("What it wants to better, in its own words.")),
    ("--aim", _("What it wants to reach, in its own words.")),
    ("--coach", _("Who guides it; several with ; between.")),
    ("--step", _("The step of the self-assessment it is at, 1 to 5: teams at different steps are seated together.")),
)


def _texts(command: Callable[..., None]) -> Callable[..., None]:
    for name, told in reversed(_TEXTS):
        command = click.option(name, metavar="TEXT", help=told)(command)
    return command


def tell(done: Done, session: Session, name: str = "") -> None:
    """Say what was done; `name` is undo or redo where it was one of these."""
    arguments = {"action": done.action, **done.arguments} if name else done.arguments
    click.echo(deed(name or done.action, arguments, session.network_in_use().timezone))


@click.command(
    help=_("Add a team."), epilog=example('samling team add Treffpunktet --unit Geriatri --coach "Ingrid Hovland"')
)
@click.argument("name")
@_texts
@pass_place
def add(place: Place, /, name: str, **texts: str | None) -> None:
    """Add a team."""
    given: dict[str, Any] = {field: text or "" for field, text in texts.items()}
    with place.session() as session:
        tell(session.do("team-add", team=Team(name, **given)), session)


@click.command(
    help=_("Change what is known of a team; an empty text clears it."),
    epilog=example('samling team edit fall --aim "Alle over 65 år er vurdert innen 24 timer"'),
)
@click.argument("team")
@click.option("--name", metavar="TEXT", help=_("Its new name."))
@_texts
@pass_place
def edit(place: Place, /, team: str, **texts: str | None) -> None:
    """Change a team."""
    if all(text is None for text in texts.values()):
        raise click.UsageError(_("Say what to change: --name, --coach or another option."))
    with place.session() as session:
        change = TeamChange(**texts)
        tell(session.do("team-edit", team_id=the_team(session.roster(), team).id, change=change), session)


def _verb(name: str, action: str, told: str) -> click.Command:
    """A command that does an action to a team."""

    @click.command(name, help=told, epilog=example(f"samling team {name} fallskjermen"))
    @click.argument("team")
    @pass_place
    def command(place: Place, team: str) -> None:
        with place.session() as session:
            tell(session.do(action, team_id=the_team(session.roster(), team).id), session)

    return command


remove = _verb("remove", "team-remove", _("Take a team out with its people, as if it had never been there."))
withdraw = _verb("withdraw", "team-withdraw", _("Let a team take part no more; what it has been part of stays."))
return_ = _verb("return", "team-bring-back", _("Let a team that has withdrawn take part again."))


@click.command(
    help=_("Take the last change of teams and people back; again and again."), epilog=example("samling team undo")
)
@pass_place
def undo(place: Place) -> None:
    """Take the last change back."""
    with place.session() as session:
        tell(session.undo(ROSTER_CHAIN), session, "undo")


@click.command(help=_("Bring forward what was undone last."), epilog=example("samling team redo"))
@pass_place
def redo(place: Place) -> None:
    """Bring the last change forward that was taken back."""
    with place.session() as session:
        tell(session.redo(ROSTER_CHAIN), session, "redo")
