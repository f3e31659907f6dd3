"""What kind of folder the database lies in, as far as its path and this machine tell; whether it can be written in."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from samling.domain.errors import N_, Term

_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "mobile documents", "box sync")
_NETWORK = ("nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs")


def shared_folder(folder: str) -> Term | None:
    """Return what kind of synced or network folder a path seems to be, None for a local one."""
    lowered = folder.casefold()
    if lowered.startswith(("\\\\", "//")):
        return Term(N_("a network folder"))
    if any(name in lowered for name in _SYNCED):
        return Term(N_("a synced folder"))
    if sys.platform == "win32" and _is_mapped_drive(folder):
        return Term(N_("a mapped network drive"))
    if sys.platform == "linux" and _file_system(folder) in _NETWORK:
        return Term(N_("a network folder"))
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


def write_fault(folder: Path) -> str | None:
    """Make a small file in a folder, have it put on the disk and delete it; return what went wrong, None if nothing."""
    trial = folder / f".samling-{os.getpid()}-{os.urandom(4).hex()}.trial"
    try:
        with trial.open("xb") as file:
            file.write(b"samling" * 1000)
            file.flush()
            os.fsync(file.fileno())
        trial.unlink()
    except OSError as fault:
        trial.unlink(missing_ok=True)
        return fault.strerror or str(fault)
    return None
