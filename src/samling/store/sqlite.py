"""The SQLite library in use: which one it is, and its faults in words that name the file and say what to do."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from samling.domain.errors import N_, DatabaseUnusable, FileHeld

try:
    import pysqlite3 as sqlite3
except ImportError:  # no wheel for this machine: `doctor` says what that means
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["READ_ONLY", "is_safe_sqlite", "speaking_of", "sqlite3", "sqlite_version"]

SAFE_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL file that several processes write (the WAL-reset race)


def is_safe_sqlite() -> bool:
    """Whether the SQLite in use may write one WAL file from several processes."""
    version = sqlite3.sqlite_version_info
    return version >= SAFE_SQLITE or (version[:2] in ((3, 50), (3, 44)) and version >= _patched(version[:2]))


def sqlite_version() -> str:
    """The version of the SQLite in use."""
    return str(sqlite3.sqlite_version)


def _patched(minor: tuple[int, ...]) -> tuple[int, int, int]:
    return (3, 50, 7) if minor == (3, 50) else (3, 44, 6)


READ_ONLY = N_("{path} cannot be written to: the file or its folder is read-only. Nothing was changed.")

_FAULTS = (
    ("full", N_("The disk is full. Free some space and try again. Nothing was changed.")),
    (
        "disk i/o",
        N_("{path} could not be written or read: is the disk full, or was it taken out? Nothing was changed."),
    ),
    ("readonly", READ_ONLY),
    ("not a database", N_("{path} is not a samling database. Give another file with --db.")),
    ("malformed", N_("{path} is damaged. Nothing was changed. Take a copy, and restore the newest back-up.")),
    ("unable to open", N_("{path} cannot be opened. Check that the folder is there and that you may write in it.")),
)


def _in_words(fault: sqlite3.Error, path: Path) -> DatabaseUnusable:
    text = str(fault).lower()
    if "locked" in text or "busy" in text:
        return _held(path)
    for sign, template in _FAULTS:
        if sign in text:
            return DatabaseUnusable(template, path=path)
    return DatabaseUnusable(N_("{path} cannot be used: {fault}. Nothing was changed."), path=path, fault=fault)


def _held(path: Path) -> FileHeld:
    """Say that another program holds the file, and which one where that can be known."""
    from samling.store.holder import holder  # most days nobody does

    found = holder(path)
    if found is None:
        return FileHeld(
            N_("{path} is held by another program. Close it, or try again in a moment. Nothing was changed."), path=path
        )
    name, process = found
    return FileHeld(
        N_("{path} is held by {name} (process {process}). Close it, or try again in a moment. Nothing was changed."),
        path=path,
        name=name,
        process=process,
    )


@contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn SQLite's faults into words that name the file; let programming mistakes through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except (sqlite3.DatabaseError, OSError) as fault:
        raise _in_words(fault, path) from fault
