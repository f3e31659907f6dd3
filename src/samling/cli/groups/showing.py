"""`samling groups show`, and how seatings are printed by all commands of groups."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

import click

from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.names import Names
    from samling.domain.seating.values import Claim, Member, Seating, Table

_WIDTH = 100


@click.command(help=_("Show who sits with whom: the block's newest draft, else what is announced."))
@click.option("--block", type=int, metavar="POSITION", help=_("For this block of the agenda."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def show(place: Place, block: int | None, as_json: bool) -> None:
    """Show who sits with whom."""
    with place.session() as session:
        hall = session.hall()
    found = hall.seatings.shown(hall.block(block).id)
    if found is None:
        raise Refused(N_("Nothing is drawn yet. Draw with: samling groups draw"))
    print_seatings(hall, [found], as_json=as_json)


def print_seatings(hall: Hall, seatings: Sequence[Seating], *, as_json: bool) -> None:
    """Print seatings, one after the other, or as one JSON object."""
    if as_json:
        click.echo(json.dumps({"seatings": [seating_json(hall, each) for each in seatings]}, ensure_ascii=False))
        return
    click.echo("\n\n".join("\n".join(seating_lines(hall, each)) for each in seatings))


def seating_lines(hall: Hall, seating: Seating) -> Iterator[str]:
    """Tell a seating: what it is for, its tables, and what may be said of it."""
    yield f"{_title(hall, seating)} · {words.kind(seating.kind, _)}"
    yield ""
    for table in seating.tables:
        if table.members:
            yield _table_line(hall.names, table)
    yield ""
    yield from words.of_seating(seating, _)
    if hall.present.is_assumed:
        yield _("No roll call has been taken: everybody is reckoned with.")


def _title(hall: Hall, seating: Seating) -> str:
    return next((block.title for block in hall.gathering.blocks if block.id == seating.block_id), _("Ahead"))


def _table_line(names: Names, table: Table) -> str:
    head = f"  {_('Table {number}').format(number=table.number):<10}"
    return textwrap.fill(
        " · ".join(map(names, table.members)), _WIDTH, initial_indent=head, subsequent_indent=" " * len(head),
        break_on_hyphens=False, break_long_words=False,
    )  # fmt: skip


# JSON


def seating_json(hall: Hall, seating: Seating) -> dict[str, Any]:
    """Return a seating as plain values."""
    return {
        "id": seating.id,
        "block": next((at for at, each in enumerate(hall.gathering.blocks, 1) if each.id == seating.block_id), None),
        "kind": seating.kind.value,
        "state": seating.state.value,
        "layout": seating.layout_id,
        "keep_apart": seating.keep_apart.value,
        "seed": seating.seed,
        "minutes_to_move": seating.minutes_to_move,
        "tables": [_table_json(hall.names, table) for table in seating.tables],
        **_claim_json(seating.claim),
        "sentences": list(words.of_seating(seating, _)),
    }


def _table_json(names: Names, table: Table) -> dict[str, Any]:
    return {
        "number": table.number,
        "members": [member_json(names, each) for each in table.members],
        "beside": [member_json(names, each) for each in table.beside],
        "locked": table.locked,
        "host": member_json(names, table.host) if table.host else None,
        "brings": table.brings,
    }


def member_json(names: Names, member: Member) -> dict[str, Any]:
    """Return somebody who is seated as plain values."""
    return {member.of: member.id, "name": names(member)}


def _claim_json(claim: Claim) -> dict[str, Any]:
    goals = {
        "repeats": claim.repeats,
        "apart_violations": claim.apart,
        "balance_excess": claim.balance,
        "soft": claim.soft,
    }
    return {
        **{name: goal.count for name, goal in goals.items()},
        "bounds": {name: goal.bound for name, goal in goals.items()},
        "proved_optimal": all(goal.is_proved for goal in goals.values()),
        "rounds_found": claim.found,
        "rounds_possible": claim.possible,
    }
