"""Files that are there whole or not at all: each is made beside, under a name that nobody else uses, and then named."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def beside(path: Path) -> Path:
    """Return a name in the same folder that nobody else uses, for building a file before it gets its own name."""
    return path.parent / f".samling-{os.getpid()}-{os.urandom(4).hex()}.new"  # "." has no name to change


def put_in_place(made: Path, path: Path) -> bool:
    """Give the made file its name, unless that name is already taken; return whether it got it."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: Windows refuses to rename onto a file, others are checked here
        if path.exists():
            return False
        made.rename(path)
    _sync_folder(path.parent)
    return True


def _sync_folder(folder: Path) -> None:
    """See to it that a new name is on the disk too: until then a power cut can take a whole file with it."""
    with suppress(OSError):  # Windows opens no folders; there the file system keeps names by itself
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def clear_away(made: Path) -> None:
    """Take away what was made, or the name that it was made under; it has come to nothing, or has its own name.

    Where something holds it, as a virus scanner may, it stays: that says nothing of the file that was to be made.
    """
    with suppress(OSError):
        made.unlink(missing_ok=True)


def keep(made: Path, of: Path) -> None:
    """See to it that a copy is on the disk before it is named, and is read by nobody who may not read the original."""
    with made.open("rb+") as file:
        os.fsync(file.fileno())
    with suppress(OSError):  # a rescue copy of a file that is gone
        made.chmod(stat.S_IMODE(of.stat().st_mode) | stat.S_IWUSR)


def write_new(path: Path, contents: bytes) -> bool:
    """Write a file whole or not at all; return false, with nothing written, where its name is taken."""
    made = beside(path)
    try:
        with made.open("xb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        return put_in_place(made, path)
    finally:
        clear_away(made)
