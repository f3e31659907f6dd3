"""`samling backup` and `samling doctor`: a whole copy of the file, and whether this machine is ready."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from samling.cli.examples import example
from samling.cli.place import Place, pass_place
from samling.domain.errors import SamlingError
from samling.language import _
from samling.store import database
from samling.wording import say

if TYPE_CHECKING:
    from collections.abc import Iterator


@click.command(
    help=_("Write a whole, consistent copy of the database, also while windows are open."),
    epilog=example("samling backup samling-2026-09-16.db"),
)
@click.argument("file", type=click.Path(path_type=Path))
@pass_place
def backup(place: Place, file: Path) -> None:
    """Write a copy of the database."""
    with place.session():
        opened = database.Database(place.path)
        try:
            opened.copy_to(file)
        finally:
            opened.close()
    click.echo(_("Copied to {path}").format(path=file))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: fine or not, what it is, and what to do where it is not."""

    fine: bool
    what: str
    advice: str = ""


@click.command(
    help=_("Check versions, the database, the terminal, time zones and the place of the file."),
    epilog=example("samling doctor"),
)
@pass_place
def doctor(place: Place) -> int:
    """Check this machine and the database."""
    worst = 0
    for finding in _findings(place):
        click.echo(f"{_('ok') if finding.fine else _('LOOK'):<5} {finding.what}")
        if not finding.fine:
            worst = 1
            click.echo(f"      {finding.advice}")
    click.echo(_("Ready.") if not worst else _("See the lines marked LOOK."))
    return worst


def _findings(place: Place) -> Iterator[Finding]:
    yield from _versions()
    yield from _file(place.path)
    yield from _terminal()
    yield _zones()


def _versions() -> Iterator[Finding]:
    from importlib.metadata import version

    names = ("samling", "textual", "rich", "click", "sqlite-utils")
    shown = ", ".join(f"{name} {version(name)}" for name in names)
    yield Finding(True, f"Python {platform.python_version()}, {shown}")
    yield Finding(True, f"{platform.system()} {platform.release()}")
    safe = database.is_safe_sqlite()
    advice = _("Install pysqlite3: with this SQLite the file is kept in a slower, safe way.")
    yield Finding(safe, f"SQLite {database.sqlite_version()}", advice)


def _file(path: Path) -> Iterator[Finding]:
    if not path.exists():
        yield Finding(True, _("Database: {path} (not made yet)").format(path=path))
    else:
        yield _health(path)
    folder = path.absolute().parent
    free = shutil.disk_usage(folder).free if folder.is_dir() else 0
    enough = free > 100_000_000
    yield Finding(
        enough or not folder.is_dir(),
        _("Free space: {count} MB").format(count=free // 1_000_000),
        _("Free some space: a full disk saves nothing."),
    )
    trouble = shared_folder(str(folder))
    yield Finding(
        trouble is None,
        _("Folder: {path}").format(path=folder),
        _(
            "It looks like {kind}, which can lose what two windows write. Keep the file on the laptop's own disk."
        ).format(kind=trouble),
    )


def _health(path: Path) -> Finding:
    try:
        opened = database.Database(path)
    except SamlingError as fault:
        return Finding(False, _("Database: {path}").format(path=path), say(fault))
    try:
        wrong = opened.health()
    except SamlingError as fault:
        wrong = [say(fault)]
    finally:
        opened.close()
    advice = _("Damaged: {what}. Take a copy and restore the newest back-up.").format(what="; ".join(wrong))
    return Finding(not wrong, _("Database: {path}").format(path=path), advice)


_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "mobile documents", "box sync")


def shared_folder(folder: str) -> str | None:
    """Return what kind of synced or network folder a path seems to be, None for a local one."""
    lowered = folder.casefold()
    if lowered.startswith(("\\\\", "//")):
        return _("a network folder")
    if any(name in lowered for name in _SYNCED):
        return _("a synced folder")
    if sys.platform == "win32" and _is_mapped_drive(folder):
        return _("a mapped network drive")
    if sys.platform == "linux" and _file_system(folder) in ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs"):
        return _("a network folder")
    return None


def _is_mapped_drive(folder: str) -> bool:
    import ctypes

    windows: Any = ctypes
    remote = 4  # DRIVE_REMOTE
    return bool(windows.windll.kernel32.GetDriveTypeW(Path(folder).anchor) == remote)


def _file_system(folder: str) -> str:
    """The type of the file system that a folder of a Linux machine lies on."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return ""
    holding = [mount for mount in mounts if f"{folder}/".startswith(mount[1].rstrip("/") + "/")]
    return max(holding, key=lambda mount: len(mount[1]), default=["", "", ""])[2]


def _terminal() -> Iterator[Finding]:
    if not sys.stdout.isatty():
        yield Finding(True, _("Terminal: none (the output goes to a file or a program)"))
        return
    columns, lines = shutil.get_terminal_size()
    yield Finding(
        columns >= 80 and lines >= 24,
        _("Terminal: {columns} x {lines}, {colours}").format(columns=columns, lines=lines, colours=_colours()),
        _("Make the window at least 80 x 24."),
    )
    yield Finding(True, _("These should be solid and join: ▀▄█▀▄█ ▖▗▘▝▚▞ ▁▂▃▄▅▆▇█ – and these be Norwegian: æøå ÆØÅ"))


def _colours() -> str:
    if os.environ.get("NO_COLOR"):
        return _("no colours (NO_COLOR)")
    if os.environ.get("COLORTERM") in ("truecolor", "24bit") or os.environ.get("WT_SESSION"):
        return _("16 million colours")
    return _("256 colours") if "256" in os.environ.get("TERM", "") else _("16 colours")


def _zones() -> Finding:
    from samling.domain.localtime import DEFAULT_ZONE, zone

    try:
        zone(DEFAULT_ZONE)
    except SamlingError as fault:
        return Finding(False, _("Time zones"), say(fault))
    return Finding(True, _("Time zones: {name} is known").format(name=DEFAULT_ZONE))
