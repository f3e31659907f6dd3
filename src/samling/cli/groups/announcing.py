"""`samling groups announce` and `repair`, and going back: what holds, and what to do when somebody is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.groups.changing import told
from samling.cli.groups.choosing import chosen, with_block, with_json, with_seating
from samling.cli.groups.plain import echo_json, repair_json, seating_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.domain.seating.actions import GROUPS_CHAIN
from samling.language import _
from samling.wording import deed

if TYPE_CHECKING:
    from samling.domain.seating.hall import Hall
    from samling.domain.seating.repairs import Changed
    from samling.domain.seating.values import Seating
    from samling.session import Done, Session


@click.command(
    help=_("Let a draft hold, and show it on the projector. What was announced for the block before is replaced."),
    epilog=example("samling groups announce"),
)
@with_seating
@with_json
@pass_place
def announce(place: Place, *, block: int | None, draft_id: int | None, as_json: bool) -> None:
    """Announce a draft."""
    from samling.domain.seating.projected import scene_once_announced

    with place.session() as session:
        hall = session.hall()
        seating = chosen(hall, block, draft_id)
        at = place.moment(hall.gathering)
        done = session.do("groups-announce", at=at, seating_id=seating.id, who=hall.title(seating.block_id))
        scene = scene_once_announced(hall.gathering, seating)
        if hall.gathering.display.scene is not scene or hall.gathering.display.black:
            session.do("show", scene=scene)
        if as_json:
            echo_json(seating_json(session.hall(), done.after.seating(seating.id)))
        else:
            told(done, session)
            click.echo(_on_the_projector(session.hall(), seating))


def _on_the_projector(hall: Hall, seating: Seating) -> str:
    """Say when the projector shows an announced seating: at once, or after that of a block before it."""
    from samling.domain.seating.projected import on_show

    found = on_show(hall.gathering, hall.seatings)
    if found is None or found[1].id != seating.id:
        return _("The projector shows it when its block is next.")
    return _("The projector shows it. There are {count} min to move.").format(count=seating.minutes_to_move)


@click.command(
    help=_(
        "Seat anew after the announcement, when somebody is missing or came late: the fewest move. It tells who "
        "goes where, and changes nothing before --apply. Without a name it goes by the roll."
    ),
    epilog=example("samling groups repair --missing Nattugla --apply"),
)
@click.option(
    "--missing", multiple=True, metavar="NAME", help=_("A team or person who is not here; as often as needed.")
)
@click.option("--late", multiple=True, metavar="NAME", help=_("A team or person who came late; as often as needed."))
@click.option("--apply", "applied", is_flag=True, help=_("Do it."))
@with_block
@with_json
@pass_place
def repair(
    place: Place,
    *,
    missing: tuple[str, ...],
    late: tuple[str, ...],
    applied: bool,
    block: int | None,
    as_json: bool,
) -> None:
    """Seat anew with the fewest moves."""
    from samling.content.draw_rooms import room_of
    from samling.domain.seating.repairs import repair as repaired

    with place.session() as session:
        hall = session.hall()
        seating = hall.holding(block)
        found = repaired(hall, seating, _changed(hall, seating, missing, late), room_of(seating))
        if applied:
            who = "; ".join(words.changes(found, hall.names, _))
            session.do("groups-repair", change=(found.seen, found.wanted), who=who)
        if as_json:
            echo_json({**repair_json(hall, found), "applied": applied})
            return
    for line in words.repair(found, hall.names, _):
        click.echo(line)
    click.echo(
        _("Done. `samling groups undo` takes it back.") if applied else _("Nothing was changed: --apply does it.")
    )


def _changed(hall: Hall, seating: Seating, missing: tuple[str, ...], late: tuple[str, ...]) -> Changed:
    """Who is missing or late: those who are named or, where nobody is, by the roll."""
    from samling.domain.seating.finding import drawn_all
    from samling.domain.seating.repairs import Changed, by_the_roll

    if not missing and not late:
        return by_the_roll(hall, seating)
    gone = [member for name in missing for member in drawn_all(hall.roster, seating.kind, name)]
    came = [member for name in late for member in drawn_all(hall.roster, seating.kind, name)]
    for member in gone:
        if seating.table_of(member) is None and member.of == "team":
            raise Refused(N_("{name} has no seat here."), name=hall.names(member))
    return Changed(tuple(gone), tuple(came))


def _turn_back(done: Done, session: Session, form: str, *, as_json: bool) -> None:
    if as_json:
        hall = session.hall()
        echo_json({"action": done.action, "seatings": [seating_json(hall, each) for each in hall.seatings.seatings]})
    else:
        click.echo(form.format(what=deed(done.action, done.arguments, session.in_use().timezone)))


@click.command(
    help=_("Take back the last draw, swap, pin, announcement or repair; again and again further back."),
    epilog=example("samling groups undo"),
)
@with_json
@pass_place
def undo(place: Place, *, as_json: bool) -> None:
    """Take the last action on groups back."""
    with place.session() as session:
        _turn_back(session.undo(GROUPS_CHAIN), session, _("Undone: {what}"), as_json=as_json)


@click.command(help=_("Bring forward what was undone last."), epilog=example("samling groups redo"))
@with_json
@pass_place
def redo(place: Place, *, as_json: bool) -> None:
    """Bring the last undone action forward."""
    with place.session() as session:
        _turn_back(session.redo(GROUPS_CHAIN), session, _("Redone: {what}"), as_json=as_json)
