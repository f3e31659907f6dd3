"""`samling groups swap`, `lock`, `unlock`, `host`, `brings` and `discard`: a draft changed by hand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.groups.choosing import chosen, with_block, with_json, with_seating
from samling.cli.groups.plain import claim_json, echo_json, pin_json, seating_json
from samling.cli.groups.showing import table_lines
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.domain.seating.finding import drawn
from samling.language import _
from samling.wording import deed

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.swaps import Swap
    from samling.domain.seating.values import Seating
    from samling.session import Done, Session


@click.command(
    help=_("Let two teams (two and two) or two people (mixed) swap tables. It tells the price first, and asks."),
    epilog=example('samling groups swap Fallskjermen "Ro i rommet"'),
)
@click.argument("one")
@click.argument("other")
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@with_seating
@with_json
@pass_place
def swap(
    place: Place, *, one: str, other: str, yes: bool, block: int | None, draft_id: int | None, as_json: bool
) -> None:
    """Let two swap tables."""
    from samling.domain.seating.swaps import swap as swapped

    with place.session() as session:
        hall = session.hall()
        seating = chosen(hall, block, draft_id)
        here, there = (drawn(hall.roster, seating.kind, each) for each in (one, other))
        found = swapped(hall, seating, here, there)
        who = _("{one} and {other}").format(one=hall.names(here), other=hall.names(there))
        if as_json:
            if yes:
                session.do("groups-swap", change=(found.seen, found.wanted), who=who)
            echo_json(_swap_json(hall, found, applied=yes))
            return
        for line in words.price(found, hall.names, _):
            click.echo(line)
        _confirm(yes=yes)
        told(session.do("groups-swap", change=(found.seen, found.wanted), who=who), session)


def _confirm(*, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused(N_("Nothing was changed. Give --yes to do it."))
    click.confirm(_("Swap them?"), abort=True, err=True)


def _swap_json(hall: Hall, found: Swap, *, applied: bool) -> dict[str, Any]:
    return {
        "before": claim_json(found.before),
        "after": claim_json(found.after),
        "breaks": [pin_json(hall.names, each) for each in found.broken],
        "applied": applied,
        "seating": seating_json(hall, found.wanted if applied else found.seen),
    }


def _locking(name: str, help_: str) -> click.Command:
    @click.command(name, help=help_, epilog=example(f"samling groups {name} 3"))
    @click.argument("table", type=int)
    @with_seating
    @with_json
    @pass_place
    def command(place: Place, *, table: int, block: int | None, draft_id: int | None, as_json: bool) -> None:
        with place.session() as session:
            seating = chosen(session.hall(), block, draft_id)
            done = session.do(f"groups-{name}", seating_id=seating.id, number=table)
            _tell_table(session, done, seating, table, as_json=as_json)

    return command


lock = _locking("lock", _("Keep a table's group when the block is drawn again."))
unlock = _locking("unlock", _("Let a table's group be drawn again."))


@click.command(
    help=_(
        "Make somebody the host of their table, who stays there when the others move (draw --hosts-stay); without "
        "a name it has none."
    ),
    epilog=example("samling groups host 3 Nattugla"),
)
@click.argument("table", type=int)
@click.argument("name", required=False)
@with_seating
@with_json
@pass_place
def host(place: Place, *, table: int, name: str | None, block: int | None, draft_id: int | None, as_json: bool) -> None:
    """Choose a host."""
    with place.session() as session:
        hall = session.hall()
        seating = _holding(hall, block, draft_id)
        meant = drawn(hall.roster, seating.kind, name) if name else None
        who = hall.names(meant) if meant else _("nobody")
        done = session.do("groups-host", seating_id=seating.id, number=table, host=meant, who=who)
        _tell_table(session, done, seating, table, as_json=as_json)


@click.command(
    help=_("Jot down in one line what a table brings back; an empty text takes it away."),
    epilog=example('samling groups brings 3 "Spør nattevakten først"'),
)
@click.argument("table", type=int)
@click.argument("text")
@with_block
@with_json
@pass_place
def brings(place: Place, *, table: int, text: str, block: int | None, as_json: bool) -> None:
    """Jot down what a table brings back."""
    with place.session() as session:
        seating = _holding(session.hall(), block, None)
        done = session.do("groups-brings", seating_id=seating.id, number=table, text=text)
        _tell_table(session, done, seating, table, as_json=as_json)


@click.command(help=_("Throw a draft away."), epilog=example("samling groups discard"))
@with_seating
@with_json
@pass_place
def discard(place: Place, *, block: int | None, draft_id: int | None, as_json: bool) -> None:
    """Throw a draft away."""
    with place.session() as session:
        hall = session.hall()
        seating = chosen(hall, block, draft_id)
        done = session.do("groups-discard", seating_id=seating.id, who=hall.title(seating.block_id))
        if as_json:
            echo_json({"discarded": seating.id, "left": [each.id for each in done.after.of_block(seating.block_id)]})
        else:
            told(done, session)


def _holding(hall: Hall, block: int | None, draft_id: int | None) -> Seating:
    return hall.holding(block) if draft_id is None else hall.seatings.seating(draft_id)


def told(done: Done, session: Session) -> None:
    """Say what was done."""
    click.echo(deed(done.action, done.arguments, session.in_use().timezone))


def _tell_table(session: Session, done: Done, seating: Seating, number: int, *, as_json: bool) -> None:
    """Say what became of a table."""
    hall = session.hall()
    after = hall.seatings.seating(seating.id or 0)
    if as_json:
        echo_json(seating_json(hall, after))
        return
    told(done, session)
    for line in table_lines(hall.names, after, after.table(number)):
        click.echo(line)
