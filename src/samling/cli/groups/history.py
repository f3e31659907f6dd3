"""`samling groups history`: who has met whom, and what was seated before samling was there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.groups.choosing import with_json
from samling.cli.groups.plain import echo_json, member_json
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, Refused
from samling.domain.seating import words
from samling.domain.seating.actions import PAST_CHAIN
from samling.domain.seating.names import Names
from samling.language import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from samling.domain.seating.past import PastRound
    from samling.domain.seating.retold import Matched, Told, ToldRound
    from samling.session import Done, Session

_MOST_NAMED = 40
_DATABASE = b"SQLite format 3\0"


@click.group(
    invoke_without_command=True,
    help=_("Who has met whom in the network: every round that is announced or was imported counts in later draws."),
    epilog=example("samling groups history --json"),
)
@with_json
@pass_place
@click.pass_context
def history(context: click.Context, place: Place, *, as_json: bool) -> None:
    """List what was seated, where no command is given."""
    if context.invoked_subcommand is not None:
        return
    with place.session() as session:
        hall = session.hall()
    rounds = hall.rounds_but(None)
    if as_json:
        echo_json([_round_json(each, hall.names) for each in rounds])
        return
    for each in rounds:
        click.echo(_line(each, hall.title(each.block_id)))
    if not rounds:
        click.echo(_("Nothing has been seated yet."))


def _line(each: PastRound, block: str) -> str:
    tables = ngettext("{count} table", "{count} tables", len(each.groups))
    return " · ".join((each.title or block, words.kind_word(each.kind, _), tables))


def _round_json(each: PastRound, names: Names) -> dict[str, object]:
    return {
        "title": each.title,
        "gathering": each.gathering_id,
        "kind": each.kind.value,
        "groups": [[member_json(names, member) for member in group] for group in each.groups],
    }


@history.command(
    "import",
    help=_(
        "Take in who sat with whom at earlier gatherings: a list (.csv, .xlsx; columns for gathering or round, "
        "table, and team or name), or an older samling file, which is only read. Taken in again, a round is "
        "replaced."
    ),
    epilog=example("samling groups history import samling-1.csv"),
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help=_("Only tell what was understood; change nothing."))
@with_json
@pass_place
def import_(place: Place, *, file: Path, dry_run: bool, as_json: bool) -> None:
    """Take in what was seated before."""
    from samling.domain.seating.retold import match

    with place.session() as session:
        roster = session.roster()
        found = match(roster, _told(file, place.path))
        if not found.rounds:
            raise Refused(
                N_("Nobody in {file} is in this network, so there is nothing to take in. Import the teams first."),
                file=file.name,
            )
        if not dry_run:
            session.do("groups-history-import", rounds=found.rounds, file=file.name)
    if as_json:
        names = Names(roster)
        echo_json(
            {
                "rounds": [_round_json(each, names) for each in found.rounds],
                "unknown": [{"name": each.name, "row": each.row or None} for each in found.unknown],
                "saved": not dry_run,
            }
        )
        return
    _tell(found, dry_run=dry_run)


def _told(file: Path, own: Path) -> Sequence[ToldRound]:
    """Read a list, or another samling file: which it is shows in its first bytes."""
    from samling.content.given_file import read_bytes
    from samling.content.spreadsheet import read_sheets
    from samling.domain.seating.told_list import told_rounds

    if _is_database(file):
        from samling.store import older

        if file.resolve() == own.resolve():
            raise Refused(N_("That is the file in use: what was seated in it counts already."))
        return older.told_rounds(file)
    return told_rounds(read_sheets(read_bytes(file), str(file))[0], str(file), file.stem)


def _is_database(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(len(_DATABASE)) == _DATABASE
    except (OSError, ValueError):
        return False  # reading it as a list will tell why


def _tell(found: Matched, *, dry_run: bool) -> None:
    for each in found.rounds:
        click.echo(_line(each, ""))
    for line in _left_out(found.unknown):
        click.echo(line)
    if dry_run:
        click.echo(_("Nothing was changed: --dry-run."))
    else:
        click.echo(_("Taken in. `samling groups history undo` takes it back."))


def _left_out(unknown: Sequence[Told]) -> Iterable[str]:
    """Say who is not in the network, or may be several of it."""
    if not unknown:
        return
    yield ngettext(
        "Left out, not in the network by that name: {count}", "Left out, not in the network by those names: {count}",
        len(unknown),
    )  # fmt: skip
    for each in unknown[:_MOST_NAMED]:
        place = _("row {row}").format(row=each.row) if each.row else ""
        yield f"  {place + ': ' if place else ''}{each.name}"
    more = len(unknown) - _MOST_NAMED
    if more > 0:
        yield ngettext("  and {count} more", "  and {count} more", more)


@history.command(help=_("Take the last import back."), epilog=example("samling groups history undo"))
@with_json
@pass_place
def undo(place: Place, *, as_json: bool) -> None:
    """Take the last import back."""
    with place.session() as session:
        _turned_back(session, session.undo(PAST_CHAIN), _("Undone: {what}"), as_json=as_json)


@history.command(help=_("Bring forward the import that was taken back."), epilog=example("samling groups history redo"))
@with_json
@pass_place
def redo(place: Place, *, as_json: bool) -> None:
    """Bring the import forward again."""
    with place.session() as session:
        _turned_back(session, session.redo(PAST_CHAIN), _("Redone: {what}"), as_json=as_json)


def _turned_back(session: Session, done: Done, form: str, *, as_json: bool) -> None:
    from samling.wording import deed

    if as_json:
        names = Names(session.roster())
        echo_json({"action": done.action, "rounds": [_round_json(each, names) for each in done.after.rounds]})
    else:
        click.echo(form.format(what=deed(done.action, done.arguments, session.network_in_use().timezone)))
