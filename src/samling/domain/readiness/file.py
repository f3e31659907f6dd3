"""What is to be said of the database, of the folder it lies in, and of its back-ups."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Term
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness.finding import Finding, do, judged, note, ok

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

_LEAST_FREE = 100_000_000
_MEGABYTE = 1_000_000
_OLD = timedelta(days=7)
_BACK = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class File:
    """What was read of the database and its folder. Sentences are why something could not be done; None: it could.

    `last_change` is when the newest entry of the log was recorded, `last_backup` when the newest back-up was made, and
    `now` is this machine's clock: all UTC. `free` is in bytes; `shared` is what kind of folder is not on this disk
    alone.
    """

    path: str
    folder: str
    now: datetime
    is_there: bool = True
    has_folder: bool = True
    fault: Sentence | None = None
    damage: tuple[str, ...] = ()
    held: Sentence | None = None
    is_older: bool = False
    free: int | None = None
    shared: Term | None = None
    write_fault: str | None = None
    last_change: datetime | None = None
    last_backup: datetime | None = None
    is_demo: bool = False


def findings(file: File) -> Iterator[Finding]:
    """Yield what is to be said of the file."""
    yield from _file(file)
    if file.has_folder or file.shared is not None:
        yield _folder(file)
    if file.has_folder:
        yield _writing(file)
    if file.free is not None:
        yield judged(
            "space",
            Sentence(N_("Free space: {count} MB"), count=file.free // _MEGABYTE),
            Sentence(N_("Free some space: a full disk saves nothing.")),
            fine=file.free > _LEAST_FREE,
        )
    if file.last_change is not None:
        yield from _clock(file, file.last_change)
        if not file.is_demo:
            yield _backup(file, file.last_change)


def _file(file: File) -> Iterator[Finding]:
    path = Sentence(N_("Database: {path}"), path=file.path)
    if file.fault is not None:
        yield do("database", path, file.fault)
    elif not file.is_there:
        what = Sentence(N_("Database: {path} (not made yet)"), path=file.path)
        yield do("database", what, Sentence(N_("Plan the gathering: run samling, which asks for what it needs.")))
    elif file.damage:
        todo = Sentence(N_("Damaged: {what}. Restore the newest back-up: samling restore"), what="; ".join(file.damage))
        yield do("database", path, todo)
    else:
        yield ok("database", Sentence(N_("Database: {path} is whole"), path=file.path))
    if file.held is not None:
        yield do("held", Sentence(N_("Another program is writing in the database")), file.held)
    if file.is_older:
        yield note(
            "tables",
            Sentence(N_("The database was made by an earlier samling")),
            Sentence(N_("It is renewed when samling is opened, and a copy of it kept: open it once before the day.")),
        )


def _folder(file: File) -> Finding:
    what = Sentence(N_("Folder: {path}"), path=file.folder)
    if file.shared is None:
        return ok("folder", what)
    todo = N_("It looks like {kind}, which can lose what two windows write. Keep the file on the laptop's own disk.")
    return do("folder", what, Sentence(todo, kind=file.shared))


def _writing(file: File) -> Finding:
    what = (
        Sentence(N_("Writing beside the database works"))
        if file.write_fault is None
        else Sentence(N_("Writing beside the database does not work: {fault}"), fault=file.write_fault)
    )
    todo = Sentence(N_("Move the database to a folder that you may write in."))
    return judged("write", what, todo, fine=file.write_fault is None)


def _clock(file: File, last_change: datetime) -> Iterator[Finding]:
    """A clock that shows an earlier time than the file was last written at has been set, or was never."""
    if not file.is_demo and file.now < last_change - _BACK:
        yield do(
            "clock-behind",
            Sentence(N_("The clock shows an earlier time than the database was last written at")),
            Sentence(N_("Set this computer's date and clock.")),
        )


def _backup(file: File, last_change: datetime) -> Finding:
    todo = Sentence(N_("Make a back-up: samling backup"))
    if file.last_backup is None:
        return do("backup", Sentence(N_("Back-up: there is none yet")), todo)
    age = max(timedelta(0), file.now - file.last_backup)
    what = (
        Sentence(N_("Back-up: the newest is {days} days old"), days=age.days)
        if age.days
        else Sentence(N_("Back-up: the newest is less than a day old"))
    )
    return judged("backup", what, todo, fine=age < _OLD or last_change <= file.last_backup)
