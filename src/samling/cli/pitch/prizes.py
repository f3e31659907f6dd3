"""`samling pitch audience` and `prize`: the audience's votes, and category prizes beside the places."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.pitch.award import numbered
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.pitch.results import placed
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.pitching.award import audience_winners
from samling.domain.pitching.finding import the_prize, the_team
from samling.language import _
from samling.pitch_wording import names

if TYPE_CHECKING:
    from samling.domain.pitching.podium import Prize
    from samling.domain.pitching.values import Pitching
    from samling.session import Session


# the audience


@click.group(
    invoke_without_command=True,
    help=_("The audience's votes: a count of its own, apart from the jury. Without a command it shows them."),
    epilog=example("samling pitch audience"),
)
@with_json
@pass_place
@click.pass_context
def audience(context: click.Context, place: Place, as_json: bool) -> None:
    """Show the audience's votes, where no command is given."""
    if context.invoked_subcommand is not None:
        return
    with place.session() as session:
        pitching = session.pitching()
    if as_json:
        votes = [{"team": pitching.name_of(each.team_id), "votes": each.count} for each in pitching.votes]
        echo_json({"votes": votes, "most": [pitching.name_of(each) for each in audience_winners(pitching)]})
    else:
        _tell_votes(pitching)


def _tell_votes(pitching: Pitching) -> None:
    for each in sorted(pitching.votes, key=lambda each: -each.count):
        click.echo(f"{each.count:>6}  {pitching.name_of(each.team_id)}")
    if not pitching.votes:
        click.echo(_("No votes are counted. Enter them: samling pitch audience enter TEAM=VOTES"))


@audience.command(
    help=_("Enter how many voted for each team."),
    epilog=example("samling pitch audience enter Fallskjermen=12 Nattugla=9"),
)
@click.argument("votes", nargs=-1, required=True, metavar="TEAM=VOTES...")
@pass_place
def enter(place: Place, votes: tuple[str, ...]) -> None:
    """Enter votes."""
    _tell_votes(do(place, "award-votes", lambda before: {"votes": numbered(before, votes)}))


@audience.command(
    "import",
    help=_("Take votes in from a spreadsheet with columns for team and votes."),
    epilog=example("samling pitch audience import votes.csv"),
)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.csv")
@pass_place
def import_(place: Place, file: Path) -> None:
    """Take votes in."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.pitching.votes_file import read_votes

    sheet = read_sheets(read_bytes(file), str(file))[0]
    _tell_votes(do(place, "award-votes", lambda before: {"votes": read_votes(sheet, before, str(file))}))


# category prizes


@click.group(help=_("Category prizes beside the places, each by a criterion of the form or by the jury's decision."))
def prize() -> None:
    """Handle prizes."""


@prize.command(
    help=_("Add a category prize; without a criterion the jury decides who gets it."),
    epilog=example('samling pitch prize add "Største endring" --criterion change'),
)
@click.argument("title")
@click.option("--criterion", metavar="ID", help=_("The criterion that decides, by its id in the form."))
@pass_place
def add(place: Place, title: str, criterion: str | None) -> None:
    """Add a prize."""
    do(place, "prize-add", lambda _before: {"title": title, "criterion_id": criterion})


@prize.command(help=_("Take a category prize away."), epilog=example("samling pitch prize remove største"))
@click.argument("title", metavar="PRIZE")
@pass_place
def remove(place: Place, title: str) -> None:
    """Remove a prize."""
    do(place, "prize-remove", lambda before: {"prize_id": the_prize(before, title).id})


@prize.command("list", help=_("List the prizes and who gets them."), epilog=example("samling pitch prize list"))
@with_json
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the prizes."""
    with place.session() as session:
        pitching = session.pitching()
    if as_json:
        echo_json(
            [
                {
                    "title": each.title,
                    "criterion": each.criterion_id,
                    "teams": [pitching.name_of(team_id) for team_id in each.team_ids],
                    "reason": each.reason,
                }
                for each in pitching.prizes
            ]
        )
        return
    for each in pitching.prizes:
        click.echo(
            _("{what}: {teams}").format(what=each.title, teams=names(pitching, each.team_ids) or _("not decided"))
        )
    if not pitching.prizes:
        click.echo(_('There is no prize yet. Add one: samling pitch prize add "TITLE"'))


@prize.command(
    help=_(
        "Decide who gets a prize: the teams named or, for a prize by a criterion and with no team named, those "
        "who are best on it."
    ),
    epilog=example("samling pitch prize give største"),
)
@click.argument("title", metavar="PRIZE")
@click.argument("teams", nargs=-1, metavar="[TEAM]...")
@click.option("--reason", default="", metavar="TEXT", help=_("Why, in the jury's words."))
@pass_place
def give(place: Place, title: str, teams: tuple[str, ...], reason: str) -> None:
    """Give a prize."""
    with place.session() as session:
        pitching = session.pitching()
        found = the_prize(pitching, title)
        best = tuple(the_team(pitching, each) for each in teams) or _best(session, found)
    after = do(place, "prize-give", lambda _before: {"prize_id": found.id, "team_ids": best, "reason": reason})
    given = next(each for each in after.prizes if each.id == found.id)
    click.echo(_("{what}: {teams}").format(what=given.title, teams=names(after, given.team_ids)))


def _best(session: Session, prize: Prize) -> tuple[int, ...]:
    """The teams that are best on the criterion of a prize."""
    from samling.domain.pitching.jury import best_on

    if prize.criterion_id is None:
        raise Refused(N_("The jury decides who gets “{prize}”: name the team."), prize=prize.title)
    _pitching, result = placed(session)
    best = best_on(result, prize.criterion_id)
    if not best:
        raise Refused(N_("No sheets have come in yet."))
    return best
