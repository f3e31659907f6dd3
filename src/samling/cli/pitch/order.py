"""`samling pitch order`: who pitches when."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.pitch.doing import do, echo_json, with_json
from samling.cli.place import Place, pass_place
from samling.domain.pitching.agreement import pitching_block
from samling.domain.pitching.capacity import capacity, sentences
from samling.domain.pitching.finding import the_team
from samling.domain.pitching.judge import field
from samling.domain.pitching.values import status_word
from samling.language import _
from samling.wording import sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from samling.domain.gathering import Gathering
    from samling.domain.pitching.values import Pitch, Pitching

SEEDS = 1_000_000


@click.group(help=_("The order of the pitches: drawn, set by hand, and changed when a team is late or does not come."))
def order() -> None:
    """Handle the order."""


@order.command(
    help=_("Draw the order among all teams, or those named, from a seed that is kept."),
    epilog=example("samling pitch order draw --seed 7"),
)
@click.argument("teams", nargs=-1, metavar="[TEAM]...")
@click.option("--seed", type=int, help=_("Another seed, another order; the same repeats it."))
@with_json
@pass_place
def draw(place: Place, teams: tuple[str, ...], seed: int | None, as_json: bool) -> None:
    """Draw the order."""
    chosen = secrets.randbelow(SEEDS) if seed is None else seed
    _made(
        place,
        "pitch-draw",
        lambda before: {"seed": chosen, "team_ids": _ids(before, teams) or None},
        as_json=as_json,
    )


@order.command(
    "set",
    help=_("Set the order by hand, the first team first."),
    epilog=example("samling pitch order set Fallskjermen Nattugla Pilleboksen"),
)
@click.argument("teams", nargs=-1, required=True, metavar="TEAM...")
@with_json
@pass_place
def set_(place: Place, teams: tuple[str, ...], as_json: bool) -> None:
    """Set the order by hand."""
    _made(place, "pitch-arrange", lambda before: {"team_ids": _ids(before, teams)}, as_json=as_json)


def _ids(pitching: Pitching, teams: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(the_team(pitching, team) for team in teams)


def _made(place: Place, name: str, prepare: Callable[[Pitching], dict[str, Any]], *, as_json: bool) -> None:
    """Make the order, then show it and whether there is time for it."""
    after = do(place, name, prepare, quiet=as_json)
    if as_json:
        echo_json(order_json(after))
        return
    with place.session() as session:
        gathering = session.in_use()
    click.echo("\n".join([*_lines(after), *_time(after, gathering)]))


@order.command(help=_("Show the order, and whether there is time for it."), epilog=example("samling pitch order show"))
@with_json
@pass_place
def show(place: Place, as_json: bool) -> None:
    """Show the order."""
    with place.session() as session:
        pitching, gathering = session.pitching(), session.in_use()
    if as_json:
        echo_json(order_json(pitching))
    elif not pitching.order:
        click.echo(_("There is no order yet. Draw one: samling pitch order draw"))
    else:
        click.echo("\n".join([*_lines(pitching), *_time(pitching, gathering)]))


def order_json(pitching: Pitching) -> dict[str, Any]:
    """Return the order as `--json` prints it."""
    return {
        "seed": pitching.made.seed if pitching.made else None,
        "teams": [
            {"position": position, "team": pitching.name_of(each.team_id), "status": each.status.value}
            for position, each in enumerate(pitching.order, start=1)
        ],
    }


def _time(pitching: Pitching, gathering: Gathering) -> list[str]:
    """Whether there is time for all, in sentences; without a block for the pitches, what they take."""
    position = pitching_block(gathering)
    seconds = gathering.block(position).length_seconds if position else 0
    said = [sentence(each) for each in sentences(capacity(pitching.settings, len(field(pitching)), seconds))]
    return said if position else said[:1]


def _lines(pitching: Pitching) -> Iterator[str]:
    width = max((len(pitching.name_of(each.team_id)) for each in pitching.order), default=0)
    for position, each in enumerate(pitching.order, start=1):
        yield f"{position:>3}  {pitching.name_of(each.team_id):<{width}}  {_about(each)}".rstrip()


def _about(pitch: Pitch) -> str:
    word = _(status_word(pitch.status))
    return _("{state}, moved last once").format(state=word) if pitch.moved_last and pitch.is_to_come else word


def _verb(name: str, action: str, told: str, shown: str, *, needed: bool = False) -> None:
    """A command that does an action to one team of the order: to the one whose turn it is, where none is named."""

    @order.command(name, help=told, epilog=example(shown))
    @click.argument("team", required=needed)
    @pass_place
    def command(place: Place, team: str | None) -> None:
        do(place, action, lambda before: {} if team is None else {"team_id": the_team(before, team)})


_verb(
    "last",
    "pitch-last",
    _("Move a team that is not there last: the next one, or the one named. Once: after that it did not meet."),
    "samling pitch order last",
)
_verb("absent", "pitch-absent", _("Note that a team did not meet."), "samling pitch order absent Nattugla")
_verb(
    "skip",
    "pitch-skip",
    _("Let the team after go first: after the next one, or the one named."),
    "samling pitch order skip",
)
_verb(
    "withdraw",
    "pitch-withdraw",
    _("Take a team out of the field, whether it has pitched or not."),
    "samling pitch order withdraw Nattugla",
    needed=True,
)
_verb(
    "enter",
    "pitch-enter",
    _("Put a team last: a new one, or one that pitches after all."),
    "samling pitch order enter Nattugla",
    needed=True,
)


@order.command(help=_("Put a team that waits at another place."), epilog=example("samling pitch order move Nattugla 3"))
@click.argument("team")
@click.argument("to", type=int, metavar="PLACE")
@pass_place
def move(place: Place, team: str, to: int) -> None:
    """Move a team."""
    do(place, "pitch-move", lambda before: {"team_id": the_team(before, team), "to": to})
