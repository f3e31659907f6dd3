"""`samling groups draw`: from who is here to a draft."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from samling.cli.examples import example
from samling.cli.groups.choosing import with_block, with_json
from samling.cli.groups.plain import claim_json, echo_json, seating_json
from samling.cli.groups.rooms import room_for
from samling.cli.groups.showing import seating_lines
from samling.cli.place import Place, pass_place
from samling.domain.seating import words
from samling.domain.seating.claims import claim_of
from samling.domain.seating.placing import Beside, Placing
from samling.domain.seating.values import KeepApart, SharingKind
from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from samling.domain.grouping.horizon import Horizon
    from samling.domain.grouping.solve import Draw
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.plan import Plan
    from samling.domain.seating.values import Seating

SEEDS = 1_000_000


def _placed(name: str, help_: str) -> Callable[[Any], Any]:
    choices = click.Choice([each.value for each in Beside])
    return click.option(f"--place-{name}", name, type=choices, default=Beside.NOWHERE.value, help=help_)


@click.command(
    help=_(
        "Draw groups for the running or the next sharing block. A draw is a draft until it is announced; drawn "
        "again, it keeps the tables that are locked."
    ),
    epilog=example("samling groups draw --kind mixed --keep-apart organisation"),
)
@click.option(
    "--kind", type=click.Choice([each.value for each in SharingKind]), help=_("Whole teams, or people mixed.")
)
@click.option("--layout", metavar="ID", help=_("The room: an id of `samling room list`, or a file."))
@with_block
@click.option(
    "--rounds",
    type=click.Choice(["this", "all"]),
    default="this",
    show_default=True,
    help=_("This block, or all sharing that is left in the network together."),
)
@click.option(
    "--keep-apart",
    type=click.Choice([each.value for each in KeepApart]),
    default=KeepApart.NONE.value,
    show_default=True,
    help=_("Who should not share a table, beside those of one team."),
)
@_placed("coaches", _("Where coaches go, once the groups are drawn."))
@_placed("managers", _("Where managers go, once the groups are drawn."))
@_placed("guests", _("Where guests go, once the groups are drawn."))
@click.option("--hosts-stay", is_flag=True, help=_("The hosts of the round before keep their tables."))
@click.option("--seed", type=click.IntRange(0, 2**53), help=_("Another seed, another draw; the same repeats it."))
@with_json
@pass_place
def draw(place: Place, /, *, block: int | None, seed: int | None, as_json: bool, **asked: Any) -> None:  # noqa: ANN401
    """Draw groups for a block."""
    from samling.domain.seating.draw import drafts_of
    from samling.domain.seating.foretold import foretold

    with place.session() as session:
        hall = session.hall()
        chosen = hall.block(block)
        assert chosen.id is not None, "a stored block has an id"
        plan = _plan(hall, chosen.id, asked)
        told = list(foretold(plan, _))
        again = seed is not None or bool(hall.seatings.of_block(chosen.id))
        result = _drawn(plan, seed, again=again, begun=lambda: None if as_json else _say(told))
        drafts = drafts_of(plan, result.draw, result.seed, session.now(), result.horizon)
        done = session.do("groups-draw", seatings=drafts, who=chosen.title)
    seatings = done.after.seatings[-len(drafts) :]
    if as_json:
        echo_json(_json(hall, result, seatings, told))
    else:
        click.echo("\n".join(_lines(hall, result, seatings)))


class _Result(NamedTuple):
    """What was drawn, by which seed, how many more rounds there are, and whether it was drawn ahead."""

    draw: Draw
    seed: int
    horizon: Horizon | None
    is_kept: bool


def _say(lines: list[str]) -> None:
    """Say what is known before the draw, with a line between it and the draw."""
    if lines:
        click.echo("\n".join([*lines, ""]))


def _plan(hall: Hall, block_id: int, asked: dict[str, Any]) -> Plan:
    from samling.content.draw_rooms import rooms_for
    from samling.domain.seating.case import Wish
    from samling.domain.seating.plan import plan_draw

    last = hall.seatings.shown(block_id)
    room = room_for(asked["kind"], asked["layout"], last)
    return plan_draw(
        hall,
        Wish(SharingKind(room.kind), room, KeepApart(asked["keep_apart"])),
        block_id,
        all_rounds=asked["rounds"] == "all",
        hosts_stay=asked["hosts_stay"],
        placing=Placing(Beside(asked["coaches"]), Beside(asked["managers"]), Beside(asked["guests"])),
        rooms=rooms_for(SharingKind(room.kind)),
    )


def _drawn(plan: Plan, seed: int | None, *, again: bool, begun: Callable[[], None]) -> _Result:
    """The round that was drawn ahead where that holds and nobody asks for another; else a new draw.

    `begun` is called once it is certain that there will be one.
    """
    from random import Random

    from samling.domain.seating.draw import after, kept_ahead, search

    kept = None if again else kept_ahead(plan)
    seed = kept[1] if kept else secrets.randbelow(SEEDS) if seed is None else seed
    rng = Random(seed)
    draws = iter([kept[0]]) if kept else search(plan, rng)
    first = next(draws)
    begun()
    *_steps, best = first, *draws
    *_widening, horizon = None, *after(plan, best, rng)
    return _Result(best, seed, horizon, kept is not None)


def _lines(hall: Hall, result: _Result, seatings: Sequence[Seating]) -> Iterator[str]:
    if result.is_kept:
        yield _("This round was drawn ahead with the gathering before, and still holds.")
        yield ""
    for each in seatings:
        if each.block_id is not None:
            yield from seating_lines(hall, each)
            yield ""
    if len(seatings) > 1:
        ahead = sum(each.block_id is None for each in seatings)
        yield ngettext("All {count} round together:", "All {count} rounds together:", len(seatings))
        yield from words.of_seating(replace(seatings[0], claim=claim_of(result.draw.score, result.draw.bounds)), _)
        if ahead:
            yield ngettext(
                "{count} of them is drawn ahead, for a later gathering.",
                "{count} of them are drawn ahead, for later gatherings.", ahead,
            )  # fmt: skip
        yield ""
    yield _("A draft: announce it with `samling groups announce`, or draw again.")


def _json(hall: Hall, result: _Result, seatings: Sequence[Seating], told: list[str]) -> dict[str, Any]:
    return {
        "seatings": [seating_json(hall, each) for each in seatings if each.block_id is not None],
        "rounds_ahead": sum(each.block_id is None for each in seatings),
        "together": claim_json(claim_of(result.draw.score, result.draw.bounds)),
        "drawn_ahead": result.is_kept,
        "foretold": told,
    }
