"""Files in the user's home: written whole or not at all, and never at the cost of what stands there."""

from __future__ import annotations

import os
from contextlib import suppress
from shutil import copymode
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from pathlib import Path


def keep(path: Path, contents: bytes) -> bool:
    """Let a file hold just this; return whether it had to be written.

    It is written beside and put in place in one step, so that a full disk or an empty battery leaves the old one. A
    link is followed: the file that it leads to is replaced. Raises `Refused` where it cannot be read or written.
    """
    path = path.resolve()
    if read(path) == contents:
        return False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, contents)
    except OSError as fault:
        raise Refused(N_("{path} cannot be written: {fault}."), path=path, fault=fault.strerror or fault) from fault
    return True


def add_line(path: Path, line: str, mark: str) -> bool:
    """Let a file end with a line, if no line with `mark` in it stands there yet; return whether it was added.

    Every byte that stands there stays. Raises `Refused` where it cannot be read or written.
    """
    before = read(path) or b""
    if mark.encode() in before:
        return False
    gap = b"\n" if before and not before.endswith(b"\n") else b""
    return keep(path, before + gap + f"{line}\n".encode())


def read(path: Path) -> bytes | None:
    """Return what a file holds, None where there is none. Raises `Refused` where it cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as fault:
        raise Refused(N_("{path} cannot be read: {fault}."), path=path, fault=fault.strerror or fault) from fault


def _replace(path: Path, contents: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as beside:
        try:
            beside.write(contents)
            beside.flush()
            os.fsync(beside.fileno())
            beside.close()
            if path.exists():
                copymode(path, beside.name)
            else:
                os.chmod(beside.name, 0o644)  # noqa: PTH101 - a page that others may read, as any program's own
            os.replace(beside.name, path)  # noqa: PTH105 - the name is a str here
        except BaseException:
            beside.close()
            with suppress(OSError):
                os.unlink(beside.name)  # noqa: PTH108 - the name is a str here
            raise
