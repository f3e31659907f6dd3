"""Writing files that a command was asked for: never over one that is there, unless that is wanted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from samling.domain.errors import N_, Refused
from samling.language import _

if TYPE_CHECKING:
    from pathlib import Path


def may_write(path: Path, *, force: bool) -> None:
    """Ask before a file is replaced; where nobody can be asked, raise `Refused` unless it is to be forced.

    A folder is never replaced: raises `Refused`.
    """
    if not _is_there(path):
        return
    if path.is_dir():
        raise Refused(N_("{path} is a folder. Give the name of a file."), path=path)
    if force:
        return
    if not sys.stdin.isatty():
        raise Refused(N_("{path} is there already. Give --force to replace it."), path=path)
    click.confirm(_("{path} is there already. Replace it?").format(path=path), abort=True, err=True)


def write(path: Path, contents: bytes) -> None:
    """Write a file whole; raises `Refused` with the reason where it cannot be."""
    try:
        path.write_bytes(contents)
    except FileNotFoundError as fault:
        raise Refused(N_("{path} cannot be written: there is no such folder."), path=path) from fault
    except PermissionError as fault:  # on Windows Excel lets nobody else write what it has open
        template = N_("{path} may not be written. If it is open in another program, close it there first.")
        raise Refused(template, path=path) from fault
    except OSError as fault:
        reason = fault.strerror or str(fault)
        raise Refused(N_("{path} cannot be written: {fault}."), path=path, fault=reason) from fault


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that cannot be looked up: writing will tell why
        return False
