"""A file that somebody gives to samling: whatever it is, no more of it is read than anything of ours needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_
from samling.domain.reader import problem

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_FILE = 20_000_000


def read_bytes(file: Path) -> bytes:
    """Read a file that is not empty and not larger than anything that is ours; raise `FileProblems` otherwise."""
    try:
        if file.is_dir():
            raise problem(file, N_("It is a folder, not a file."))
        with file.open("rb") as opened:
            found = opened.read(LARGEST_FILE + 1)
    except FileNotFoundError as fault:
        raise problem(file, N_("There is no such file.")) from fault
    except PermissionError as fault:  # on Windows Excel lets nobody else read what it has open
        template = N_("It may not be read. If it is open in another program, close it there first.")
        raise problem(file, template) from fault
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or str(fault)
        raise problem(file, N_("It cannot be read: {fault}."), fault=reason) from fault
    if len(found) > LARGEST_FILE:
        raise problem(file, N_("It is larger than {most} MB."), most=LARGEST_FILE // 1_000_000)
    if not found.strip():
        raise problem(file, N_("The file is empty."))
    return found
