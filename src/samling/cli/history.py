"""`samling agenda history` and `learn`: what blocks took before, and a plan that takes those lengths over."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from samling.cli.agenda import tell
from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain import history as rules
from samling.domain.errors import N_, Refused
from samling.domain.localtime import to_local
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from samling.domain.history import Held


@click.command(
    help=_("Tell what blocks took, planned and in truth, at every gathering in the file; for example “Målinger”."),
    epilog=example('samling agenda history "Deling på tvers"'),
)
@click.argument("text", required=False, metavar=_("[BLOCK TITLE|PROGRAMME]"))
@click.option("--json", "as_json", is_flag=True, help=_("Print a JSON array."))
@pass_place
def history(place: Place, text: str | None, as_json: bool) -> None:
    """Tell what blocks took."""
    with place.session() as session:
        held = session.held()
    if text is not None:
        held = rules.found(held, text)
    if as_json:
        click.echo(json.dumps([_json(each) for each in held], ensure_ascii=False, indent=2))
        return
    if not held:
        raise Refused(N_("No block has been held yet."))
    _print(held)


def _json(held: Held) -> dict[str, Any]:
    return {
        "gathering": held.gathering_id,
        "programme": held.programme_id,
        "block": held.source_id,
        "title": held.title,
        "started_at": to_local(held.started_at, held.timezone).isoformat(),
        "planned_seconds": held.planned,
        "actual_seconds": held.took,
    }


def _print(held: Sequence[Held]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("Block"), overflow="fold")
    for heading in (_("Planned"), _("Took"), _("Usually")):
        table.add_column(heading, justify="right")
    for topic, times in rules.grouped(held).items():
        last = times[-rules.LAST :]
        table.add_row(
            Text(topic.title),
            rules.planned(last, _),
            rules.took(last, _),
            _("{count} min").format(count=rules.minutes(rules.usual(last))),
        )
    Console(highlight=False).print(table)


@click.command(
    help=_("Give the coming blocks, or those named, the lengths that they took before."),
    epilog=example("samling agenda learn 5 8"),
)
@click.argument("positions", nargs=-1, type=int, metavar=_("[POSITION ...]"))
@pass_place
def learn(place: Place, positions: tuple[int, ...]) -> None:
    """Take lengths over."""
    with place.session() as session:
        gathering = session.in_use()
        lengths = rules.lengths(gathering, session.held())
        for position in positions:
            gathering.block(position)
        chosen = {at: seconds for at, seconds in lengths.items() if not positions or at in positions}
        tell(session.do("learn", lengths=chosen), session, at=place.moment(gathering))
