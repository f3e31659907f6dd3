"""`samling groups pin` and `unpin`: who must sit together, who must not, and who must sit where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.groups.changing import told
from samling.cli.groups.choosing import with_json
from samling.cli.groups.plain import echo_json, pin_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused, WrongUsage
from samling.domain.line import printable
from samling.domain.seating import words
from samling.domain.seating.finding import anybody
from samling.domain.seating.values import Pin, PinKind
from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.roster import Roster
    from samling.domain.seating.names import Names


@click.command(
    help=_(
        "Pin who must sit together, who must never, or who must sit at a table, in every draw of the gathering. A "
        "pin of teams counts when teams are drawn, one of people when people are. Without anything it lists the "
        "pins."
    ),
    epilog=example("samling groups pin together Fallskjermen Nattugla", "samling groups pin table Nattugla 3"),
)
@click.argument("kind", type=click.Choice([each.value for each in PinKind]), required=False)
@click.argument("words_", metavar="[NAME NAME|NAME TABLE]", nargs=-1)
@with_json
@pass_place
def pin(place: Place, *, kind: str | None, words_: tuple[str, ...], as_json: bool) -> None:
    """Set a pin, or list them."""
    with place.session() as session:
        hall = session.hall()
        names, pins = hall.names, hall.seatings.pins
        if kind is not None:
            wanted = _pin(hall.roster, PinKind(kind), words_)
            done = session.do("groups-pin", pinned=wanted, who=words.pin(wanted, names, _))
            pins = done.after.pins
            if not as_json:
                told(done, session)
                return
    if as_json:
        echo_json({"pins": [pin_json(names, each) for each in pins]})
    else:
        _list(pins, names)


def _list(pins: Iterable[Pin], names: Names) -> None:
    lines = [f"{each.id:>4}  {words.pin(each, names, _)}" for each in pins]
    click.echo("\n".join(lines) or _("There are no pins."))


def _pin(roster: Roster, kind: PinKind, given: tuple[str, ...]) -> Pin:
    if len(given) != 2:
        raise WrongUsage(N_("Give two names, or a name and a table: samling groups pin table NAME 3"))
    one = anybody(roster, given[0])
    if kind is not PinKind.TABLE:
        other = anybody(roster, given[1])
        if one.of != other.of:
            raise Refused(N_("Pin two teams, or two people."))
        return Pin(kind, one, other)
    if not given[1].isdecimal() or not 0 < int(given[1]) < 1000:
        raise WrongUsage(N_("“{text}” is not the number of a table."), text=printable(given[1])[:40])
    return Pin(kind, one, table=int(given[1]))


@click.command(help=_("Clear a pin by its number, or all of them."), epilog=example("samling groups unpin 2"))
@click.argument("pin_id", type=int, metavar="ID", required=False)
@click.option("--all", "everything", is_flag=True, help=_("Every pin of the gathering."))
@with_json
@pass_place
def unpin(place: Place, *, pin_id: int | None, everything: bool, as_json: bool) -> None:
    """Clear pins."""
    if (pin_id is None) != everything:
        raise WrongUsage(N_("Give the number of a pin, or --all."))
    with place.session() as session:
        hall = session.hall()
        names = hall.names
        chosen = hall.seatings.pins if everything else [hall.seatings.pin(pin_id or 0)]
        who = "; ".join(words.pin(each, names, _) for each in chosen)
        done = session.do("groups-unpin", pin_ids=tuple(each.id for each in chosen), who=who)
        if as_json:
            echo_json({"pins": [pin_json(names, each) for each in done.after.pins]})
        else:
            told(done, session)
