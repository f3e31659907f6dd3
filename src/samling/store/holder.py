"""Which program holds a database file, where the system tells: Linux does, macOS and Windows do not."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from samling.domain.line import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

_WAL_WRITE_BYTE = 120  # of the -shm file: who writes has locked it (SQLite, "WAL-mode File Format", 2.3.1)
_PENDING_BYTE = 0x40000000  # of the database itself, from here on: SQLite's locks where there is no -shm file
_LONGEST_NAME = 40


def holder(path: Path) -> tuple[str, int] | None:
    """Return the name and the process id of another program that keeps `path` from being written, if that is known."""
    if sys.platform != "linux":
        return None
    with suppress(OSError, ValueError):
        for process in _writers(path, Path("/proc/locks").read_text(encoding="ascii", errors="replace")):
            name = Path(f"/proc/{process}/comm").read_text(encoding="utf-8", errors="replace")
            return printable(name.strip())[:_LONGEST_NAME], process
    return None


def _writers(path: Path, locks: str) -> Iterator[int]:
    """Yield the other processes that have locked for writing what a writer of `path` locks.

    A line is "1: POSIX  ADVISORY  WRITE 4321 fe:00:2802067 120 120": process, device and inode, first byte, last byte.
    """
    shared = _inode(path.with_name(f"{path.name}-shm"))
    wanted = {(_inode(path), _PENDING_BYTE, sys.maxsize), (shared, _WAL_WRITE_BYTE, _WAL_WRITE_BYTE)}
    for fields in (line.split() for line in locks.splitlines()):
        if len(fields) != _FIELDS or fields[3] != "WRITE":
            continue
        process, inode, first = int(fields[4]), int(fields[5].rpartition(":")[2]), int(fields[6])
        last = sys.maxsize if fields[7] == "EOF" else int(fields[7])
        is_meant = any(inode == each and first <= end and last >= begin for each, begin, end in wanted)
        if is_meant and process > 0 and process != os.getpid():
            yield process


_FIELDS = 8


def _inode(path: Path) -> int:
    try:
        return path.stat().st_ino
    except OSError:
        return -1
