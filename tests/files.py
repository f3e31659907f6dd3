"""Files in tests that something happens to: how they are taken away, and who may write them."""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from samling.store.database import Database
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
"""A user without rights of its own."""


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Do without root's right to write everywhere for a while."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


@contextmanager
def read_only_folder(*files: Path) -> Iterator[Path]:
    """Copy files to a folder in which nobody but root can write."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for each in files:
            shutil.copy(each, folder)
        folder.chmod(0o555)
        try:
            yield folder
        finally:
            folder.chmod(0o700)


def beside(path: Path, suffix: str) -> Path:
    """Return the file that SQLite keeps beside another."""
    return path.with_name(path.name + suffix)


def whole_copy(path: Path) -> Path:
    """Copy a database as a back-up does, and return where it is."""
    copy = path.with_name("copy.db")
    with closing(Database(path, read_only=True)) as database:
        database.copy_to(copy)
    return copy


def delete(path: Path) -> None:
    """Take a file away."""
    path.unlink()


def content(path: Path) -> bytes:
    """Return every byte of a file."""
    return path.read_bytes()


def damage(path: Path, table: str) -> None:
    """Write nonsense over the first page of a table, in a file that nobody has open."""
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with path.open("rb+") as file:
        file.seek((page - 1) * size)
        file.write(b"\xa5" * size)


_WITHOUT_RIGHTS = """
import ctypes, os, sys
if os.geteuid() == 0:
    library = ctypes.CDLL(None)
    for right in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: what lets root write and read everywhere
        library.prctl(24, right, 0, 0, 0)  # PR_CAPBSET_DROP
os.execv(sys.argv[1], sys.argv[1:])
"""


def without_rights(*command: str) -> tuple[str, ...]:
    """Return a command that is held to what the files' modes allow, also where root runs the tests (on Linux)."""
    return (sys.executable, "-c", _WITHOUT_RIGHTS, *command)
