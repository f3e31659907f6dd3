"""`samling expectation`: what each team expects of the network, and whether it was met."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.team.changing import tell
from samling.domain import expectations
from samling.domain.errors import N_, Refused
from samling.domain.expectation_actions import EXPECTATIONS_CHAIN
from samling.domain.expectations import Verdict, by_team
from samling.domain.roll_finding import the_team
from samling.language import _
from samling.wording import verdict_word

if TYPE_CHECKING:
    from samling.domain.expectations import TeamExpectation

SIGNS = {Verdict.MET: "✓", Verdict.PARTLY: "◐", Verdict.NOT: "✗"}


@click.group(
    help=_(
        "What each team expects of the network, in one line: written down at the kick-off, and taken out again "
        "when the network is evaluated. TEAM is as much of a name as is needed to know which is meant."
    ),
    epilog=example('samling expectation add fall "Vi vil lære å måle, så vi ser om tiltakene virker."'),
)
def expectation() -> None:
    """Handle expectations."""


@expectation.command(
    help=_("Write a team's sentence down, in the place of the one it had."),
    epilog=example('samling expectation add fall "Vi vil lære å måle."'),
)
@click.argument("team")
@click.argument("text")
@pass_place
def add(place: Place, team: str, text: str) -> None:
    """Write a sentence down."""
    with place.session() as session:
        found = the_team(session.roster(), team)
        if not text.strip():
            raise Refused(
                N_("Say what {team} expects, or take it away: samling expectation remove TEAM"), team=found.name
            )
        tell(session.do("expectation-write", team_id=found.id, text=text, who=found.name), session)


@expectation.command(help=_("Take a team's sentence away."), epilog=example("samling expectation remove fall"))
@click.argument("team")
@pass_place
def remove(place: Place, team: str) -> None:
    """Take a sentence away."""
    with place.session() as session:
        found = the_team(session.roster(), team)
        if found.id not in session.expectations().of_team:
            raise Refused(N_("The team has written no expectation."))
        tell(session.do("expectation-write", team_id=found.id, text="", who=found.name), session)


@expectation.command("list", help=_("List what the teams expect."), epilog=example("samling expectation list --json"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def list_(place: Place, as_json: bool) -> None:
    """List the sentences."""
    with place.session() as session:
        found = by_team(session.roster(), session.expectations())
    if as_json:
        click.echo(json.dumps([_json(each) for each in found], ensure_ascii=False, indent=2))
        return
    if not found:
        click.echo(_("There are no teams yet. Take them in from a spreadsheet: samling team import FILE"))
    for each in found:
        click.echo(_line(each))


def _json(each: TeamExpectation) -> dict[str, Any]:
    written = each.expectation
    return {
        "team": {"id": each.team.id, "name": each.team.name},
        "text": written.text if written else None,
        "verdict": written.verdict.value if written and written.verdict else None,
    }


def _line(each: TeamExpectation) -> str:
    written = each.expectation
    if written is None:
        return _("· {team}: nothing yet").format(team=each.team.name)
    line = _("{team}: {text}").format(team=each.team.name, text=written.text)
    if written.verdict is None:
        return f"○ {line}"
    return f"{SIGNS[written.verdict]} {line} ({verdict_word(written.verdict)})"


@expectation.command(
    help=_("Note whether a team's expectation was met, partly met or not."),
    epilog=example("samling expectation mark fall partly"),
)
@click.argument("team")
@click.argument(
    "verdict", metavar="met|partly|not|none", type=click.Choice([*(each.value for each in Verdict), "none"])
)
@pass_place
def mark(place: Place, team: str, verdict: str) -> None:
    """Tick a sentence off."""
    with place.session() as session:
        found = the_team(session.roster(), team)
        said = None if verdict == "none" else Verdict(verdict)
        tell(session.do("expectation-mark", team_id=found.id, verdict=said, who=found.name), session)


@expectation.command(
    "import",
    help=_(
        "Take what the teams expect in from a file: a team and its sentence in each row (.xlsx, .ods, .csv), or "
        "lines such as “Fallskjermen: we learn to measure”. With anything wrong in it, nothing is taken in."
    ),
    epilog=example("samling expectation import expectations.xlsx"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only tell what was understood; change nothing."))
@pass_place
def import_(place: Place, file: Path, dry_run: bool) -> None:
    """Take sentences in."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.expectation_reading import understand
    from samling.domain.roster_reading.found import NotUnderstood

    sheet = read_sheets(read_bytes(file), str(file))[0]
    with place.session() as session:
        roster = session.roster()
        found = understand(sheet, roster)
        if found.errors:
            raise NotUnderstood(str(file), found.errors)
        after = expectations.write_all(session.expectations(), found.written)
        for each in by_team(roster, after):
            if each.team.id in {line.team_id for line in found.written}:
                click.echo(_line(each))
        if dry_run:
            click.echo(_("Nothing was changed: --dry-run."))
        else:
            tell(session.do("expectation-import", lines=found.written, file=file.name), session)


def _turn(name: str, told: str) -> click.Command:
    @click.command(name, help=told, epilog=example(f"samling expectation {name}"))
    @pass_place
    def command(place: Place) -> None:
        with place.session() as session:
            turn = session.undo if name == "undo" else session.redo
            tell(turn(EXPECTATIONS_CHAIN), session, name)

    return command


expectation.add_command(_turn("undo", _("Take the last change of expectations back; again and again.")))
expectation.add_command(_turn("redo", _("Bring forward what was undone last.")))
