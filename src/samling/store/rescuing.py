"""A file that has come to harm: what can be copied out of it, and whether a part of it is damaged."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.errors import N_, DatabaseUnusable, FileHeld
from samling.store.database import Database

if TYPE_CHECKING:
    from datetime import datetime

_MINUTE = "%Y-%m-%d-%H%M"


def rescued(database: Database, now: datetime) -> Path:
    """Copy all that was saved to a new file named after `now`, and return which.

    It lies beside where the file lay; in the user's home where nothing can be written there any longer. Raises
    `DatabaseUnusable` where neither can be.
    """
    try:
        return _copied(database, database.path.absolute().parent, now)
    except DatabaseUnusable:
        return _copied(database, Path.home(), now)


def _copied(database: Database, folder: Path, now: datetime) -> Path:
    stem = f"{database.path.stem}-rescued-{now.astimezone().strftime(_MINUTE)}"
    names = (f"{stem}.db" if number == 1 else f"{stem}-{number}.db" for number in count(1))
    return next(target for name in names if _is_copied(database, target := folder / name))


def _is_copied(database: Database, target: Path) -> bool:
    if target.exists():
        return False
    if not database.has_its_file:
        return database.copied_to(target)
    fresh = Database(database.path, read_only=True)  # its log is another by now: the open connection reads the old one
    try:
        return fresh.copied_to(target)
    finally:
        fresh.close()


def damage(path: Path) -> DatabaseUnusable | None:
    """Return what is to be said of a file that is damaged in some part, None where it is whole. It reads all of it.

    None too where it cannot be opened, or is held: who has it open says that.
    """
    try:
        database = Database(path, read_only=True)
    except DatabaseUnusable:
        return None
    try:
        found = database.health()
    except FileHeld:
        return None
    except DatabaseUnusable as fault:
        return fault
    finally:
        database.close()
    if not found:
        return None
    return DatabaseUnusable(
        N_("{path} is damaged in a part of it: {what}. Take a copy, and restore the newest back-up."),
        path=path,
        what=found[0],
    )
