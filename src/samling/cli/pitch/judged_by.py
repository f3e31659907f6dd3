"""`samling pitch form use` and `samling pitch method`: how the sheets are filled in and counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.scoring.methods import METHODS
from samling.domain.scoring.ranking import LADDER
from samling.language import _, language
from samling.pitch_wording import rung_word
from samling.wording import method_word

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching
    from samling.domain.scoring.methods import Method


@click.command(
    help=_(
        "Take a scoring form into use. The first submitted sheet locks it: after that it takes a reason, and "
        "makes a new version."
    ),
    epilog=example("samling pitch form use standard"),
)
@click.argument("form_id", metavar="ID|FILE.toml")
@click.option("--reason", default="", metavar="TEXT", help=_("Why the form is changed; it stands in the protocol."))
@pass_place
def use(place: Place, form_id: str, reason: str) -> None:
    """Take a form into use."""
    from samling.content.forms import find_form

    found = find_form(form_id).said(language())
    do(place, "pitch-form", lambda _pitching: {"form": found, "reason": reason})


@click.command(
    help=_(
        "Choose how the sheets are counted and how ties are broken, before the first pitch; without a METHOD it "
        "tells what is chosen."
    ),
    epilog=example("samling pitch method fair_mean --ties head_to_head --ties criteria"),
)
@click.argument("chosen", metavar="[METHOD]", type=click.Choice(METHODS), required=False)
@click.option(
    "--ties",
    "ladder",
    multiple=True,
    type=click.Choice(LADDER),
    help=_("A step that breaks ties; give several in order."),
)
@click.option("--no-ties", is_flag=True, help=_("Break no ties: those who are equal share the place."))
@with_json
@pass_place
def method(place: Place, chosen: Method | None, ladder: tuple[str, ...], no_ties: bool, as_json: bool) -> None:
    """Choose the method."""
    if no_ties and ladder:
        raise click.UsageError(_("Give --ties or --no-ties, not both."))
    if chosen or ladder or no_ties:
        steps = () if no_ties else ladder or None
        after = do(
            place,
            "pitch-method",
            lambda before: {"method": chosen or before.settings.method, "ladder": steps},
        )
    else:
        with place.session() as session:
            after = session.pitching()
    if as_json:
        echo_json({"method": after.settings.method, "ties": list(after.settings.ladder)})
    else:
        _tell(after)


def _tell(pitching: Pitching) -> None:
    settings = pitching.settings
    click.echo(_("Counted by: {method}.").format(method=method_word(settings.method)))  # type: ignore[arg-type]
    steps = ", ".join(rung_word(each) for each in settings.ladder)
    click.echo(_("Ties are broken by: {steps}.").format(steps=steps) if steps else _("Ties share the place."))
