"""The back-ups that lie beside a database, in NAME-backups: the last ten, whole, under the time they were made at.

Nothing is ever removed there but what samling made itself: the name and the file's own mark must both say so.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from samling.domain.errors import N_, DatabaseUnusable
from samling.store.database import Database, is_ours

if TYPE_CHECKING:
    from pathlib import Path

KEPT = 10
ROOM = 50_000_000
"""So many bytes are left free for the day itself: a back-up is not worth a full disk."""
_MINUTE = "%Y-%m-%d-%H%M"
_MOST_A_MINUTE = 100


@dataclass(frozen=True, slots=True)
class Backup:
    """A back-up: its file, when it was made (local, to the minute), and which one of that minute it is (from 1)."""

    path: Path
    made: datetime
    number: int = 1

    @property
    def order(self) -> tuple[datetime, int]:
        """What to sort by: the oldest first."""
        return self.made, self.number


def folder(path: Path) -> Path:
    """Return where the back-ups of a database lie."""
    return path.absolute().with_name(f"{path.stem}-backups")


def found(path: Path) -> tuple[Backup, ...]:
    """Return the back-ups of a database that samling made, newest first. Raises `DatabaseUnusable` if not readable."""
    try:
        names = list(folder(path).iterdir()) if folder(path).is_dir() else []
    except OSError as fault:
        raise DatabaseUnusable(N_("{path} cannot be read: {fault}."), path=folder(path), fault=fault) from fault
    made = (_named(each, path) for each in names)
    return tuple(sorted((each for each in made if each and is_ours(each.path)), key=lambda each: each.order)[::-1])


def _named(file: Path, path: Path) -> Backup | None:
    """What a file's name says of it, None where it is not the name of a back-up of the database."""
    pattern = rf"{re.escape(path.stem)}-(\d{{4}}-\d\d-\d\d-\d{{4}})(?:-([2-9]|[1-9]\d))?\.db"
    match = re.fullmatch(pattern, file.name, re.ASCII)
    if match is None:
        return None
    try:
        return Backup(file, datetime.strptime(match[1], _MINUTE), int(match[2] or 1))  # noqa: DTZ007 - local, as named
    except ValueError:  # the thirty-first of February
        return None


def make(path: Path, now: datetime) -> Path:
    """Write a back-up of the database at `path`, named after `now` (local), and let go of all but the last ten.

    It opens the file for itself, so that it may run beside whoever works in it. Raises `DatabaseUnusable` where it
    cannot be made; there is nothing half then.
    """
    there = folder(path)
    try:
        there.mkdir(exist_ok=True)
    except OSError as fault:
        raise DatabaseUnusable(N_("The folder {folder} cannot be made: {fault}."), folder=there, fault=fault) from fault
    _check_room(path, there)
    database = Database(path, read_only=True)
    try:
        made = _copied(database, there, now)
    finally:
        database.close()
    _let_go(path, made)
    return made


def _check_room(path: Path, there: Path) -> None:
    """Refuse a back-up that would take the room that the day itself needs."""
    try:
        left = shutil.disk_usage(there).free - path.stat().st_size
    except OSError:  # told when the file is opened
        return
    if left < ROOM:
        raise DatabaseUnusable(N_("There is too little room on the disk for a back-up. Free some."))


def _copied(database: Database, there: Path, now: datetime) -> Path:
    stem = f"{database.path.stem}-{now.strftime(_MINUTE)}"
    latest = max((each.number for each in found(database.path) if each.path.name.startswith(stem)), default=0)
    for number in range(latest + 1, _MOST_A_MINUTE):  # a name that was let go of would make the newest the oldest
        target = there / (f"{stem}.db" if number == 1 else f"{stem}-{number}.db")
        if not target.exists() and database.copied_to(target):
            return target
    raise DatabaseUnusable(N_("There are too many back-ups of one minute in {folder}."), folder=there)


def _let_go(path: Path, made: Path) -> None:
    """Remove the oldest beyond those kept, but never the one just made: the clock it is named after may be wrong."""
    others = [each for each in found(path) if each.path != made]
    for each in others[KEPT - 1 :]:
        try:
            each.path.unlink(missing_ok=True)
        except OSError:  # held open elsewhere: it goes with a later one
            continue
