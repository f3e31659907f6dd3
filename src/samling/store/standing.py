"""Whether the files that a connection has open still lie in their place.

SQLite goes on "saving" into a file that has been deleted, or replaced by a tool that keeps folders in step. And what it
keeps beside a file it finds by name: the log of the file that was there before would be read with the one that came.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from samling.domain.errors import N_, Displaced

if TYPE_CHECKING:
    from pathlib import Path

Identity = tuple[int, ...]


class Standing:
    """What lay at a path, and beside it, when it was opened."""

    def __init__(self, path: Path, *, is_frozen: bool) -> None:
        """Note what lies there. A file that `is_frozen` is read as one that nobody writes: there its writing counts."""
        self._path = path
        self._is_frozen = is_frozen
        self._file = self._identity()
        self._log, self._index = beside(path, "-wal"), beside(path, "-shm")
        found = {each: _identity(each) for each in (self._log, self._index)}
        self._beside = {} if is_frozen else {each: identity for each, identity in found.items() if identity}

    def check(self) -> None:
        """Raise `Displaced` where something else, or nothing, lies in the place of what was opened."""
        found = self._identity()
        if not found:
            raise Displaced(
                N_("{path} was moved or deleted while it was open: nothing more is saved in it."),
                path=self._path,
                is_gone=True,
            )
        if found != self._file:
            raise Displaced(
                N_("{path} was replaced by another file while it was open: nothing more is saved in either."),
                path=self._path,
            )
        for each, identity in self._beside.items():
            if _identity(each) != identity:
                raise Displaced(
                    N_(
                        "{log}, which belongs to {path}, was deleted or replaced while it was open: nothing more is "
                        "saved. When it goes on, take a copy: samling backup FILE"
                    ),
                    path=self._path,
                    log=each.name,
                )

    @property
    def has_its_file(self) -> bool:
        """Whether the file itself still lies there, whatever lies beside it."""
        return self._identity() == self._file

    @property
    def log_is_whole(self) -> bool:
        """Whether nobody else can have begun a log in the place of ours: it is there, or none is."""
        return self._log in self._beside and _identity(self._log) in ((), self._beside[self._log])

    @property
    def leaves_something(self) -> bool:
        """Whether what belongs to the file that was there lies beside another, or none."""
        return not self.has_its_file and any(_identity(each) == identity for each, identity in self._beside.items())

    def clear_away(self) -> None:
        """Take away what lies beside another file, or none, and belongs to the file that was there before it."""
        if self.has_its_file:
            return
        for each, identity in self._beside.items():
            if _identity(each) == identity:
                each.unlink(missing_ok=True)

    def _identity(self) -> Identity:
        return _identity(self._path, is_frozen=self._is_frozen)


def beside(path: Path, suffix: str) -> Path:
    """Return what SQLite keeps beside a file: "-wal", the write-ahead log, or "-shm", the index to it."""
    return path.with_name(path.name + suffix)


def _identity(path: Path, *, is_frozen: bool = False) -> Identity:
    """What tells one file from another of the same name; nothing where there is none."""
    try:
        status = path.stat()
    except OSError:
        return ()
    written = (status.st_size, status.st_mtime_ns) if is_frozen else ()
    return status.st_dev, status.st_ino, *written
