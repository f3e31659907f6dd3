"""`samling agenda round`, `steps`, `turn`, `last`, `skip`, `swap` and `reserve`: what happens inside a block."""

from __future__ import annotations

from secrets import randbelow
from typing import TYPE_CHECKING, Any

import click

from samling.cli.agenda import NUMBERS, known, tell
from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain import agenda
from samling.domain.actions import ACTIONS
from samling.domain.rounds.order import Order, lacks_round, round_of
from samling.language import _
from samling.wording import countdown, turn_sign

if TYPE_CHECKING:
    from collections.abc import Callable

    from samling.domain.gathering import Gathering
    from samling.session import Session

_SEEDS = 10_000

Arguments = dict[str, Any]


def _do(place: Place, name: str, prepare: Callable[[Session, Gathering], Arguments]) -> Gathering:
    """Do an action at the time given, with arguments worked out from what is there, and tell it."""
    with place.session() as session:
        gathering = session.in_use()
        at = place.moment(gathering)
        done = session.do(name, at=at, **prepare(session, gathering))
        tell(done, session, at=at)
        return done.gathering


@click.command(
    "round",
    help=_("Give every team that is here a turn in a block, in an order."),
    epilog=example("samling agenda round 6 --order draw --seed 7"),
    context_settings=NUMBERS,
)
@click.argument("position", type=int, required=False)
@click.option(
    "--order",
    type=click.Choice([each.value for each in Order]),
    help=_("As they are listed, drawn, the lowest level of the self-assessment first, or kept as it stands (list)."),
)
@click.option(
    "--level", "levels", multiple=True, metavar=_("TEAM=LEVEL"), help=_("The level that a team has put itself at.")
)
@click.option("--seed", type=int, help=_("Draws the same order again; one is made where none is given."))
@click.option(
    "--long", "challenged", multiple=True, metavar=_("TEAM"), help=_("A team with a long turn; again for more.")
)
@pass_place
def round_(  # noqa: PLR0917 - the options of the command
    place: Place,
    position: int | None,
    order: str | None,
    levels: tuple[str, ...],
    seed: int | None,
    challenged: tuple[str, ...],
) -> None:
    """Set up a round."""

    def prepare(session: Session, gathering: Gathering) -> Arguments:
        way = Order(order) if order else Order.LEVEL if levels else Order.LIST
        chosen = randbelow(_SEEDS) if seed is None and way is Order.DRAW else seed
        teams, here = session.roster(), session.roll()
        at = _meant(gathering, position)
        before = gathering.block(at).turns if at else ()
        turns = round_of(teams, here, way, seed=chosen or 0, levels=levels, challenged=challenged, before=before)
        return {"turns": turns, "position": known(gathering, position), "order": way.value, "seed": chosen}

    after = _do(place, "round", prepare)
    _print(place, after, position)


def _meant(gathering: Gathering, position: int | None) -> int | None:
    return position or gathering.current or agenda.next_position(gathering)


def _print(place: Place, gathering: Gathering, position: int | None) -> None:
    """The turns of the block with how long each is."""
    from samling.domain.rounds.clock import figures

    at = _meant(gathering, position)
    with place.session() as session:
        found = figures(gathering.block(at), place.moment(gathering) or session.now()) if at else None
    for each in found.turns if found else ():
        sign, length = turn_sign(each.turn), _("skipped") if each.turn.skipped else countdown(each.length)
        click.echo(f"{sign} {each.number:>2}  {length:>7}  {each.turn.title}")


@click.command(
    help=_('Give a block steps with lengths in minutes: steps 2 "Move=3" "Team A tells=9". "steps 2" takes them away.'),
    epilog=example('samling agenda steps 10 "Stille skriving=7" "Lese høyt=8"'),
    context_settings=NUMBERS,
)
@click.argument("position", type=int)
@click.argument("steps", nargs=-1, metavar=_("[TITLE=MINUTES ...]"))
@pass_place
def steps(place: Place, position: int, steps: tuple[str, ...]) -> None:
    """Set up steps."""
    from samling.domain.rounds.turns import parse_step

    read = tuple(map(parse_step, steps))
    after = _do(place, "steps", lambda _session, gathering: {"turns": read, "position": known(gathering, position)})
    _print(place, after, position)


@click.command(
    help=_("Go on to the next team of the round, or the next step of the block."), epilog=example("samling agenda turn")
)
@pass_place
def turn(place: Place) -> None:
    """Go on to the next turn."""

    def prepare(session: Session, gathering: Gathering) -> Arguments:
        return {"turns": round_of(session.roster(), session.roll())} if lacks_round(gathering) else {}

    after = _do(place, "turn", prepare)
    _print(place, after, after.current)


def _numbered(name: str, action: str) -> click.Command:
    """A command about the turn that runs, else the next, or the one numbered."""

    @click.command(
        name, help=_(ACTIONS[action].help), epilog=example(f"samling agenda {name}"), context_settings=NUMBERS
    )
    @click.argument("number", type=int, required=False)
    @pass_place
    def command(place: Place, number: int | None) -> None:
        after = _do(place, action, lambda _session, _gathering: {"number": number})
        _print(place, after, after.current)

    return command


last = _numbered("last", "turn-last")
skip = _numbered("skip", "turn-skip")


@click.command(help=_(ACTIONS["swap"].help), epilog=example("samling agenda swap 9"), context_settings=NUMBERS)
@click.argument("position", type=int)
@click.argument("other", type=int, required=False)
@pass_place
def swap(place: Place, position: int, other: int | None) -> None:
    """Let two coming blocks change places."""
    _do(place, "swap", lambda _session, gathering: {"position": position, "other": known(gathering, other)})


@click.command(help=_(ACTIONS["reserve"].help), epilog=example("samling agenda reserve 6"), context_settings=NUMBERS)
@click.argument("position", type=int)
@pass_place
def reserve(place: Place, position: int) -> None:
    """Put the reserve in."""
    _do(place, "reserve", lambda _session, _gathering: {"position": position})
