"""`samling survey qr`, `check` and `screen`: a survey's code on paper, tried before the day, and on the projector."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.cli.survey.choosing import chosen
from samling.cli.team.changing import tell
from samling.domain.errors import N_, WrongUsage
from samling.language import _

if TYPE_CHECKING:
    from samling.codes.sheets import Card
    from samling.domain.survey.values import Survey
    from samling.session import Session

MOST_COPIES = 500

_FILE: Any = click.Path(path_type=Path)


@click.command(
    help=_(
        "Show a survey's code here, or write it to a file: a picture, or A4 sheets to print, as PDF or as a page "
        "for the browser. Where its link names the team, there is one for each."
    ),
    epilog=example("samling survey qr --pdf cards.pdf --cards"),
)
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@click.option("--svg", type=_FILE, metavar="FILE", help=_("Write the code as SVG."))
@click.option("--png", type=_FILE, metavar="FILE", help=_("Write the code as PNG."))
@click.option("--pdf", type=_FILE, metavar="FILE", help=_("Write A4 sheets as PDF."))
@click.option("--html", type=_FILE, metavar="FILE", help=_("Write A4 sheets as a web page."))
@click.option("--cards", is_flag=True, help=_("Eight cards a sheet to cut out, not one large code."))
@click.option(
    "--copies", type=click.IntRange(1, MOST_COPIES), help=_("So many of each: one for every table. Cards fill a sheet.")
)
@click.option("--force", is_flag=True, help=_("Replace a file that is there."))
@pass_place
def qr(
    place: Place, *, survey_id: int | None, svg: Path | None, png: Path | None, pdf: Path | None, html: Path | None,
    cards: bool, copies: int | None, force: bool,
) -> None:  # fmt: skip
    """Show a code, or write it to files."""
    from samling.cli.codes import print_code, write_files

    named = (("svg", svg), ("png", png), ("pdf", pdf), ("html", html))
    files = {form: path for form, path in named if path is not None}
    with place.session() as session:
        survey = chosen(session, survey_id)
        made = _cards(survey, session) if {"pdf", "html"} & files.keys() else [_card(survey)]
    notes = _findings(survey)
    if not files:
        if cards or copies:
            raise WrongUsage(N_("Cards and copies are printed: give --pdf FILE or --html FILE."))
        print_code(made[0], notes)
        return
    times = copies or (8 if cards and len(made) == 1 else 1)
    sheets = [card for card in made for _copy in range(times)]
    write_files(_card(survey), files, sheets=sheets, layout="cards" if cards else "sheets", force=force)
    for note in notes:
        click.echo(note, err=True)
    for path in files.values():
        click.echo(_("Wrote {path}").format(path=path))


def _findings(survey: Survey) -> list[str]:
    from samling.domain.link import findings

    return [each.sentence(_) for each in findings(survey.link())]


def _card(survey: Survey) -> Card:
    """The card for everybody."""
    from samling.codes.sheets import Card

    link = survey.link()
    return Card(survey.title, link.payload, link.text)


def _cards(survey: Survey, session: Session) -> list[Card]:
    """A card for each team where the link names the team, else the one for everybody."""
    from samling.codes.sheets import Card

    if not survey.is_of_each_team:
        return [_card(survey)]
    teams = [team.name for team in session.roster().taking_part]
    links = [(name, survey.link(name)) for name in teams]
    return [Card(f"{survey.title} · {name}", link.payload, link.text) for name, link in links] or [_card(survey)]


@click.command(
    help=_(
        "Before the day: show the code, scan it with a phone, and tick off that it leads to the survey. It is "
        "remembered. --done and --again say so without asking."
    ),
    epilog=example("samling survey check", "samling survey check --done"),
)
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@click.option("--done", "answer", flag_value="done", help=_("It has been scanned and leads to the survey."))
@click.option("--again", "answer", flag_value="again", help=_("It has to be tried again."))
@pass_place
def check(place: Place, survey_id: int | None, answer: str | None) -> None:
    """Try a code, and remember it."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        works = answer == "done" if answer else _ask(survey)
        if works is None:
            return
        tell(session.do("survey-tick-off", survey_id=survey.id, works=works), session)


def _ask(survey: Survey) -> bool | None:
    """Show the code and ask whether it leads to the survey; None where nobody can be asked."""
    from samling.cli.codes import print_code

    print_code(_card(survey), [_("Scan this now."), *_findings(survey)])
    if not sys.stdin.isatty():
        return None
    return click.confirm(_("Did the phone open “{title}”?").format(title=survey.title), err=True)


@click.command(
    help=_("Show a survey's code on the projector, now and whenever one is shown."),
    epilog=example("samling survey screen 2"),
)
@click.argument("survey_id", metavar="[ID]", type=int, required=False)
@pass_place
def screen(place: Place, survey_id: int | None) -> None:
    """Show a survey on the projector."""
    with place.session() as session:
        survey = chosen(session, survey_id)
        session.do("show-survey", survey_id=survey_id)
    click.echo(_("The projector shows {scene}").format(scene=survey.title))
