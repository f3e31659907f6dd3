"""`samling backup` and `restore`: a whole copy of the file, and one of them put back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain.errors import N_, DatabaseUnusable, FileHeld, Refused
from samling.domain.localtime import DEFAULT_ZONE, to_local
from samling.language import _
from samling.wording import say

if TYPE_CHECKING:
    from datetime import datetime

    from samling.session import Session
    from samling.store.database import Database


@click.command(
    help=_(
        "Write a whole, consistent copy of the database, also while windows are open: to FILE or, where none is "
        "named, beside the database, where the last ten are kept. One is made by itself at the start of each day."
    ),
    epilog=example("samling backup", "samling backup 16-september.db"),
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@pass_place
def backup(place: Place, file: Path | None) -> None:
    """Write a copy of the database."""
    from samling.store import backups
    from samling.store.database import Database

    with place.session() as session:
        now = _local_now(session)
    if file is None:
        file = backups.make(place.path, now)
    else:
        opened = Database(place.path)
        try:
            opened.copy_to(file)
        finally:
            opened.close()
    click.echo(_("Copied to {path}").format(path=file))


def _local_now(session: Session) -> datetime:
    gathering = session.snapshot().gathering
    return to_local(session.now(), gathering.timezone if gathering else DEFAULT_ZONE)


@click.command(
    help=_(
        "Put a back-up back: what it holds takes the place of what is there now, in open windows too. First it is "
        "told what would be lost and what would come, and a back-up of what is there is made. Without FILE, list the "
        "back-ups there are, newest first. FILE is a path, or the name of one that is listed."
    ),
    epilog=example("samling restore", "samling restore samling-2026-09-16-0855.db"),
)
@click.argument("file", type=click.Path(path_type=Path), required=False)
@click.option("--yes", is_flag=True, help=_("Do not ask."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON: the list, or what differs; nothing is restored."))
@pass_place
def restore(place: Place, file: Path | None, *, yes: bool, as_json: bool) -> None:
    """Put a back-up back, or list them."""
    from samling.cli import restoring

    if file is None:
        restoring.echo_list(place, as_json=as_json)
        return
    from samling.store import restoring as store

    file = _found(place.path, file)
    with store.opened(file) as source:
        if as_json:
            restoring.echo_json_of(place, source)
        elif not place.path.exists():
            _put_in_place(place, file, source)
        elif (reason := _spoilt(place)) is not None:
            click.echo(reason)
            _confirm(_("Put this file aside, and the back-up in its place? Close all windows first."), yes=yes)
            _put_in_place(place, file, source)
        else:
            _restore(place, file, source, yes=yes)


def _found(database: Path, file: Path) -> Path:
    """The file of that path or, where there is none, the back-up of that name."""
    from samling.store import backups

    beside = backups.folder(database) / file.name
    return beside if not file.exists() and file.name == str(file) and beside.exists() else file


def _spoilt(place: Place) -> str | None:
    """Why the file cannot be used any more; None where it can, or where another program holds it for a while."""
    try:
        with place.session() as session:
            return "; ".join(session.faults()) or None
    except FileHeld:
        raise
    except DatabaseUnusable as fault:
        return say(fault)


def _restore(place: Place, file: Path, source: Database, *, yes: bool) -> None:
    """Restore within the file, where open windows see no more than a change."""
    from samling.cli import restoring

    with place.session() as session:
        if restoring.echo_difference(session, source):
            click.echo(_("There is nothing to restore: {path} holds the same as now.").format(path=file))
            return
        _confirm(_("Restore this back-up?"), yes=yes)
        kept = session.restore(source, file.name)
    click.echo(_("Restored from {path}. What was there before is kept in {kept}").format(path=file, kept=kept))


def _put_in_place(place: Place, file: Path, source: Database) -> None:
    """Put what is left of an unusable file aside, with all that is in it, and the back-up in its place."""
    from samling import clock
    from samling.store import restoring

    place.make_folder()
    aside = restoring.put_aside(place.path, to_local(clock.true_now(), DEFAULT_ZONE))
    source.copy_to(place.path)
    click.echo(_("Restored from {path}").format(path=file))
    if aside is not None:
        click.echo(_("What could not be used is kept as {path}").format(path=aside))


def _confirm(question: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise Refused(N_("Nothing was restored. Give --yes to do it without being asked."))
    click.confirm(question, abort=True, err=True)
