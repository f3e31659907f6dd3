"""`samling pitch trial`: a made-up team, on which the judges align on the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.pitching import form
from samling.domain.pitching.trial import spread
from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from samling.domain.pitching.trial import Spread
    from samling.domain.scoring.form import Form


@click.group(
    help=_(
        "A trial pitch: a made-up team that every judge scores, to align on the scale. Its sheets count nowhere. "
        "Where a command asks for a team, write trial."
    )
)
def trial() -> None:
    """Handle the trial pitch."""


@trial.command(help=_("Begin: every judge has an empty sheet."), epilog=example("samling pitch trial begin"))
@pass_place
def begin(place: Place) -> None:
    """Begin the trial."""
    do(place, "pitch-trial")


@trial.command(help=_("End it and put its sheets away."), epilog=example("samling pitch trial end"))
@pass_place
def end(place: Place) -> None:
    """End the trial."""
    do(place, "pitch-trial-end")


@trial.command(help=_("Show how far the judges lie apart."), epilog=example("samling pitch trial show"))
@with_json
@pass_place
def show(place: Place, as_json: bool) -> None:
    """Show the spread between the judges."""
    with place.session() as session:
        sheets = session.jury()
        pitching = session.pitching()
    if not pitching.trial.number:
        raise Refused(N_("There has been no trial pitch. Begin one: samling pitch trial begin"))
    used = form.in_use(pitching).form
    given = [sheet for each in sheets if (sheet := each.latest(pitching.trial.team_id)) is not None]
    found = spread(used, given)
    if as_json:
        echo_json({"sheets": len(given), "criteria": [_json(each) for each in found]})
    else:
        click.echo(
            ngettext("{count} sheet has come in.", "{count} sheets have come in.", len(given)).format(count=len(given))
        )
        click.echo("\n".join(_lines(used, found)))


def _json(each: Spread) -> dict[str, Any]:
    return {"criterion": each.criterion_id, "given": dict(sorted(each.given.items())), "width": each.width}


def _lines(used: Form, found: tuple[Spread, ...]) -> Iterator[str]:
    """Each criterion with a column for each step: how many judges gave it."""
    width = max(len(each.name) for each in used.criteria)
    steps = range(used.lowest, used.highest + 1)
    yield f"{'':<{width}}  {' '.join(f'{step:>3}' for step in steps)}"
    for criterion, each in zip(used.criteria, found, strict=True):
        counts = " ".join(f"{each.given.get(step, 0) or '·':>3}" for step in steps)
        apart = ngettext("{count} step apart", "{count} steps apart", each.width).format(count=each.width)
        yield f"{criterion.name:<{width}}  {counts}  {apart if each.given else ''}".rstrip()
