"""A disk whose power can be cut: keeps what is done to a folder, and tells what may be left of that at any moment.

    disk = Disk(folder)
    with disk.watching():
        session.do("start")
        disk.acknowledge("started")
    moment = Random(1).randrange(len(disk.events))
    disk.cut(moment, Random(2), into=another_folder)

What a sync has finished is kept. Of what was written after it, each piece is kept, dropped, or torn at the edges of
sectors. Names that are made or go in the folder come in their order, as far as they came, until the folder is synced:
by SQLite with a journal's first sync and where it asks so when it deletes, or by the program itself (`os.fsync`).
"""

from __future__ import annotations

import os
import stat
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from file_operations import OPEN_CREATE, OPEN_JOURNALS, Operation, watched_by

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

_SECTOR = 512


@dataclass(frozen=True, slots=True)
class Written:
    """Bytes that were written to a file, by its number, at an offset."""

    file: int
    offset: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Truncated:
    """A file that was cut to a size."""

    file: int
    size: int


@dataclass(frozen=True, slots=True)
class Synced:
    """A file of which all that was written so far is safe."""

    file: int


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a file was given in the folder; None: the name went."""

    name: str
    file: int | None


@dataclass(frozen=True, slots=True)
class FolderSynced:
    """All names so far are safe."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """Something that the user was told is saved."""

    what: Any


Event = Written | Truncated | Synced | Named | FolderSynced | Acknowledged


@dataclass
class _File:
    safe: bytearray = field(default_factory=bytearray)
    pending: list[Written | Truncated] = field(default_factory=list)

    def sync(self) -> None:
        for change in self.pending:
            _change(self.safe, change)
        self.pending.clear()

    def left(self, rng: Random, share: float) -> bytes:
        """What is left of it where so large a share of what was not yet synced has reached the disk."""
        found = bytearray(self.safe)
        for change in self.pending:
            for piece in _pieces(change, rng) if rng.random() < share else ():
                _change(found, piece)
        return bytes(found)


def _change(content: bytearray, change: Written | Truncated) -> None:
    match change:
        case Truncated(_, size):
            del content[size:]
            content.extend(bytes(size - len(content)))
        case Written(_, offset, data):
            content.extend(bytes(max(0, offset - len(content))))
            content[offset : offset + len(data)] = data


def _pieces(change: Written | Truncated, rng: Random) -> list[Written | Truncated]:
    """A change that came to the disk: whole, or every fifth time only some of its sectors."""
    if isinstance(change, Truncated) or rng.random() < 0.8:
        return [change]
    begin, end = change.offset, change.offset + len(change.data)
    edges = [begin, *range((begin // _SECTOR + 1) * _SECTOR, end, _SECTOR), end]
    return [
        Written(change.file, one, change.data[one - begin : other - begin])
        for one, other in pairwise(edges)
        if rng.random() < 0.5
    ]


class _State:
    """The files of a folder as far as they are safe, and what is on its way to the disk."""

    def __init__(self, at_first: dict[str, bytes]) -> None:
        self._files = {number: _File(bytearray(data)) for number, data in enumerate(at_first.values())}
        self._names: dict[str, int | None] = dict(zip(at_first, self._files, strict=True))
        self._pending: list[Named] = []

    def take(self, event: Event) -> None:
        match event:
            case Written(file) | Truncated(file):
                self._files[file].pending.append(event)
            case Synced(file):
                self._files[file].sync()
            case Named(_, file):
                self._pending.append(event)
                if file is not None:
                    self._files.setdefault(file, _File())
            case FolderSynced():
                self._come(len(self._pending))
            case Acknowledged():
                pass

    def left(self, rng: Random, share: float) -> dict[str, bytes]:
        """What is there when so large a share of what was on its way has come."""
        self._come(round(len(self._pending) * share))
        return {name: self._files[file].left(rng, share) for name, file in self._names.items() if file is not None}

    def _come(self, count: int) -> None:
        self._names.update((each.name, each.file) for each in self._pending[:count])
        del self._pending[:count]


class Disk:
    """What is done to the files of one folder, in order (`events`). It watches SQLite, and samling's own renaming."""

    def __init__(self, folder: Path) -> None:
        """Begin with what lies in the folder, all of it safe."""
        self.events: list[Event] = []
        self.folder = folder.resolve()
        self._at_first = {each.name: each.read_bytes() for each in folder.iterdir() if each.is_file()}
        self._names = {name: number for number, name in enumerate(self._at_first)}
        self._numbers = len(self._names)
        self._handles: dict[int, int] = {}
        self._sync_folder_with: set[int] = set()

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Take note of what is done from here on."""
        with (
            patch.object(os, "link", self._after(os.link, self._linked)),
            patch.object(os, "rename", self._after(os.rename, self._renamed)),
            patch.object(os, "unlink", self._after(os.unlink, self._removed)),
            patch.object(os, "fsync", self._after(os.fsync, self._synced)),
            watched_by(self),
        ):
            yield

    def acknowledge(self, what: Any) -> None:  # noqa: ANN401 - whatever the test wants to find again
        """Take note that the user was told that something is saved."""
        self.events.append(Acknowledged(what))

    def moments(self) -> list[int]:
        """Return the moments right after each acknowledgement."""
        return [number for number, event in enumerate(self.events, start=1) if isinstance(event, Acknowledged)]

    def acknowledged(self, moment: int) -> tuple[Any, Any]:
        """Return what was acknowledged last before a moment, and what comes next after it; None where there is none."""
        before = [event.what for event in self.events[:moment] if isinstance(event, Acknowledged)]
        after = (event.what for event in self.events[moment:] if isinstance(event, Acknowledged))
        return before[-1] if before else None, next(after, None)

    def cut(self, moment: int, rng: Random, into: Path, share: float | None = None) -> None:
        """Write into an empty folder what may be on the disk when the power goes before the event of that number.

        `share` says how much of what was not yet synced has come, from 0 (nothing) to 1; None: chance does.
        """
        state = _State(self._at_first)
        for event in self.events[:moment]:
            state.take(event)
        for name, content in state.left(rng, rng.choice((0.0, 1.0, rng.random())) if share is None else share).items():
            (into / name).write_bytes(content)
            if name.endswith("-wal"):  # what processes shared through memory means nothing any more
                (into / f"{name.removesuffix('wal')}shm").write_bytes(rng.randbytes(32768))

    # what SQLite does

    def before(self, _operation: Operation) -> int:
        """Let everything through."""
        return 0

    def after(self, operation: Operation) -> None:
        """Take note of what changes a file or the folder."""
        if Path(operation.path).parent != self.folder:
            return
        file = self._handles.get(operation.handle, -1)
        match operation.what:
            case "open":
                self._opened(operation)
            case "write":
                self.events.append(Written(file, operation.offset, operation.data))
            case "truncate":
                self.events.append(Truncated(file, operation.offset))
            case "sync":
                self.events.append(Synced(file))
                if operation.handle in self._sync_folder_with:
                    self._sync_folder_with.remove(operation.handle)
                    self.events.append(FolderSynced())
            case "delete":
                self._name(operation.path, None)
                if operation.flags:
                    self.events.append(FolderSynced())

    def _opened(self, operation: Operation) -> None:
        name = Path(operation.path).name
        if name not in self._names:
            self._name(name, self._numbers)
            self._numbers += 1
            if operation.flags & OPEN_CREATE and operation.flags & OPEN_JOURNALS:
                self._sync_folder_with.add(operation.handle)
        self._handles[operation.handle] = self._names[name]

    def _name(self, path: str | Path, file: int | None) -> None:
        name = Path(path).name
        if file is None:
            self._names.pop(name, None)
        else:
            self._names[name] = file
        self.events.append(Named(name, file))

    # what samling does

    def _after(self, own: Any, note: Any) -> Any:  # noqa: ANN401 - functions of `os`
        def done(*arguments: Any, **options: Any) -> None:  # noqa: ANN401
            own(*arguments, **options)
            if isinstance(arguments[0], int) or Path(arguments[0]).parent.resolve() == self.folder:
                note(*arguments)

        return done

    def _linked(self, made: Path, path: Path) -> None:
        self._name(path, self._names[made.name])

    def _renamed(self, made: Path, path: Path) -> None:
        self._linked(made, path)
        self._name(made, None)

    def _removed(self, path: Path) -> None:
        self._name(path, None)

    def _synced(self, opened: int) -> None:
        status = os.fstat(opened)
        if stat.S_ISDIR(status.st_mode):
            self.events.append(FolderSynced())
            return
        for name, file in self._names.items():
            if os.path.samestat(status, (self.folder / name).stat()):
                self.events.append(Synced(file))
