"""Opening a file: only what is ours is opened, and what may not be written is opened for looking alone."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from samling.domain.errors import N_, DatabaseUnusable
from samling.store.sqlite import speaking_of, sqlite3
from samling.store.standing import beside

if TYPE_CHECKING:
    from pathlib import Path

APPLICATION_ID = 0x53414D4C  # "SAML" in the file's header: this file is samling's
SCHEMA_VERSION = 8  # the number of migrations in schema.py

_IN_USE, _FROZEN = "", "&immutable=1"
"""How a file is read: beside others who write it, or as one that nobody writes, where nothing can be made beside it."""


class Opened(NamedTuple):
    """A connection, and what is known of how it may be used."""

    connection: sqlite3.Connection
    version: int
    """The number of migrations that made its tables."""
    is_frozen: bool
    """Whether it is read without a look at what others do: nothing can be made beside the file to know that by."""


def opened(path: Path, *, read_only: bool, busy_seconds: float) -> Opened:
    """Connect to a file of ours. Raises `DatabaseUnusable` with the reason where that cannot be.

    Where nothing may be written beside the file, as on a read-only disk, it is read as one that nobody writes; a file
    that may not be written is read so too, as long as nobody has it open: what SQLite would make beside it could not
    be written either, and would bar whoever may write it later.
    """
    _check_is_file(path)
    _check_unopened(path)
    if not _lets_itself_be_written(path) and not beside(path, "-wal").exists():
        return _read(path, "ro", _FROZEN, busy_seconds)
    try:
        return _read(path, "ro" if read_only else "rw", _IN_USE, busy_seconds)
    except sqlite3.OperationalError as fault:
        if not bars_writing(fault):
            raise
        if _has_content(beside(path, "-wal")):
            raise DatabaseUnusable(
                N_(
                    "{path} cannot be read where it lies: what was saved last is in {log}, and nothing may be written "
                    "beside it. Copy both files to a folder of your own, and give that copy with --db."
                ),
                path=path,
                log=beside(path, "-wal").name,
            ) from fault
    return _read(path, "ro", _FROZEN, busy_seconds)


def _lets_itself_be_written(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


_READ_ONLY, _CANNOT_OPEN = 8, 14  # SQLITE_READONLY, SQLITE_CANTOPEN
_KIND = 0xFF  # SQLite's number for a kind of fault, without what is more precise about it


def bars_writing(fault: sqlite3.Error) -> bool:
    """Whether a fault says that a file, or what must be made beside it, may not be written."""
    return fault.sqlite_errorcode & _KIND in (_READ_ONLY, _CANNOT_OPEN)


def _read(path: Path, mode: str, how: str, busy_seconds: float) -> Opened:
    """Connect, and read for the first time: only that tells whether it can be."""
    uri = f"{path.absolute().as_uri()}?mode={mode}{how}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=busy_seconds)
    try:
        application, version = (
            connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
        )
        _check_marks(path, application, version)
    except BaseException:
        connection.close()
        raise
    return Opened(connection, version, how == _FROZEN)


def _has_content(path: Path) -> bool:
    try:
        return path.stat().st_size > 0
    except OSError:
        return False


def check_free(path: Path) -> None:
    """Raise `DatabaseUnusable` where a new file would take up what another left beside it when it was moved."""
    log = beside(path, "-wal")
    if _has_content(log):
        raise DatabaseUnusable(
            N_(
                "{path} is gone, but {log} is there: the file was moved or deleted without what was saved last. "
                "Put the two together again, or move {log} away too."
            ),
            path=path,
            log=log.name,
        )


def _check_is_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise DatabaseUnusable(N_("{path} is a folder. Give a file with --db."), path=path)
        if not path.parent.is_dir():
            raise DatabaseUnusable(
                N_("The folder {folder} does not exist. Make it, or give another file with --db."), folder=path.parent
            )
        if not path.exists():
            raise DatabaseUnusable(N_("{path} does not exist."), path=path)
        if not path.is_file():
            raise DatabaseUnusable(N_("{path} is not a file. Give another one with --db."), path=path)
        if path.stat().st_size == 0:
            raise DatabaseUnusable(
                N_("{path} is an empty file, not a samling database. Delete it or give another file with --db."),
                path=path,
            )
    except (OSError, ValueError) as fault:
        raise DatabaseUnusable(N_("{path} cannot be opened: {fault}."), path=path, fault=fault) from fault


def _check_unopened(path: Path) -> None:
    """Refuse a file that is not ours before it is opened for good.

    `immutable` reads the first page and nothing else: to open another program's file in earnest would recover it, or
    empty its write-ahead log into it. (Not read as a plain file: closing that would drop this process's locks on it.)
    """
    with speaking_of(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            application, version = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
            )
        finally:
            connection.close()
    _check_marks(path, application, version)


def _check_marks(path: Path, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise DatabaseUnusable(
            N_("{path} belongs to another program, or is empty. Give another file with --db."), path=path
        )
    if version > SCHEMA_VERSION:
        raise DatabaseUnusable(
            N_("{path} was written by a newer samling. Install that one; this one leaves the file as it is."), path=path
        )
