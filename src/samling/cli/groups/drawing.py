"""`samling groups draw`: from who is here to a draft."""

from __future__ import annotations

import secrets
from collections import deque
from typing import TYPE_CHECKING

import click

from samling.cli.groups.showing import print_seatings
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, WrongUsage
from samling.domain.seating.values import KeepApart, SharingKind
from samling.language import _

if TYPE_CHECKING:
    from samling.domain.room import Room

ROOMS = {SharingKind.PAIRS: "two-and-two", SharingKind.MIXED: "mixed-groups"}
"""The room of a draw that names none."""
SEEDS = 1_000_000


@click.command(
    help=_(
        "Draw groups for the running or the next sharing block. A draw is a draft until it is announced.\n\n"
        "Example: samling groups draw --kind mixed --keep-apart organisation"
    )
)
@click.option(
    "--kind", type=click.Choice([each.value for each in SharingKind]), help=_("Whole teams, or people mixed.")
)
@click.option("--layout", metavar="ID", help=_("The room: an id of `samling room list`, or a file."))
@click.option("--block", type=int, metavar="POSITION", help=_("For this block of the agenda."))
@click.option(
    "--keep-apart",
    type=click.Choice([each.value for each in KeepApart]),
    default=KeepApart.NONE.value,
    show_default=True,
    help=_("Who should not share a table, beside those of one team."),
)
@click.option("--seed", type=click.IntRange(0, 2**53), help=_("Another seed, another draw; the same repeats it."))
@click.option("--json", "as_json", is_flag=True, help=_("Print one JSON object."))
@pass_place
def draw(
    place: Place,
    *,
    kind: str | None,
    layout: str | None,
    block: int | None,
    keep_apart: str,
    seed: int | None,
    as_json: bool,
) -> None:
    """Draw groups for a block."""
    from random import Random

    from samling.domain.seating.case import Wish
    from samling.domain.seating.draw import drafts_of, plan_draw, steps

    room = _room(kind, layout)
    seed = secrets.randbelow(SEEDS) if seed is None else seed
    with place.session() as session:
        hall = session.hall()
        chosen = hall.block(block)
        wish = Wish(SharingKind(room.kind), room, KeepApart(keep_apart))
        plan = plan_draw(hall.present, wish, hall.rounds_but(chosen.id), hall.seatings.pins, (chosen.id,))
        *_steps, best = deque(steps(plan, Random(seed)), maxlen=1)
        drafts = drafts_of(plan, best, seed, session.now())
        done = session.do("groups-draw", seatings=drafts, who=chosen.title)
        print_seatings(hall, done.after.seatings[-len(drafts) :], as_json=as_json)


def _room(kind: str | None, layout: str | None) -> Room:
    """The room that is asked for; raise `WrongUsage` for one that is not for such a draw."""
    from samling.content.rooms import find_room

    room = find_room(layout or ROOMS[SharingKind(kind or SharingKind.PAIRS)])
    if room.kind == "none":
        raise WrongUsage(N_("The room {room} is not for groups that are drawn."), room=room.id)
    if kind is not None and room.kind != kind:
        raise WrongUsage(N_("The room {room} is for {kind}."), room=room.id, kind=room.kind)
    return room
