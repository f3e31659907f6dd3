"""Stands between SQLite and the disk: what SQLite does to files passes a watcher, who sees it and may make it fail.

    with watched_by(watcher):
        session.do("start")

A file system of SQLite's own kind (https://www.sqlite.org/vfs.html), the machine's own one with a few of its functions
exchanged. While it is watched, SQLite does not wait: it asks again for a lock at once. `CANNOT` says why it cannot be
had on this machine; None where it can.
"""

from __future__ import annotations

import ctypes
import os
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Protocol

try:
    import pysqlite3._sqlite3 as built_in
except ImportError:
    built_in = None

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHM_UNLOCK = 0x1  # SQLITE_SHM_UNLOCK
OPEN_CREATE, OPEN_JOURNALS = 0x4, 0x80000 | 0x4000 | 0x800  # SQLITE_OPEN_CREATE; _WAL, _SUPER_JOURNAL, _MAIN_JOURNAL


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that SQLite does to a file.

    `what` is open, read, write, truncate, sync, size, lock, unlock, close, delete, access, or of the memory that
    processes share map, share (a lock is taken on it) or unshare; `handle` is
    the number of an opened file, 0 where none is meant; `offset` is a truncated file's new size too; `flags` are what
    SQLite says with it.
    """

    what: str
    path: str
    handle: int = 0
    offset: int = 0
    data: bytes = b""
    flags: int = 0


class Watcher(Protocol):
    """Is told of every operation on a file that has a name."""

    def before(self, operation: Operation) -> int:
        """Return 0 to let it through, or the code of the fault that it meets (https://www.sqlite.org/rescode.html)."""
        ...

    def after(self, operation: Operation) -> None:
        """Be told that it has been done, without a fault."""
        ...


def _why_not() -> str | None:
    if built_in is None:
        return "the standard library's SQLite does not let its files be watched"
    if not hasattr(ctypes.CDLL(built_in.__file__), "sqlite3_vfs_register"):
        return "this build of SQLite does not let its files be watched"
    return None


CANNOT = _why_not()


_OF_A_FILE = (
    "xClose xRead xWrite xTruncate xSync xFileSize xLock xUnlock xCheckReservedLock xFileControl xSectorSize "
    "xDeviceCharacteristics xShmMap xShmLock xShmBarrier xShmUnmap xFetch xUnfetch"
)
_OF_A_SYSTEM = (
    "pAppData xOpen xDelete xAccess xFullPathname xDlOpen xDlError xDlSym xDlClose xRandomness xSleep xCurrentTime "
    "xGetLastError xCurrentTimeInt64 xSetSystemCall xGetSystemCall xNextSystemCall"
)


class _Methods(Structure):
    """`sqlite3_io_methods`, to its third version."""

    _fields_ = (("iVersion", c_int), *((name, c_void_p) for name in _OF_A_FILE.split()))


class _System(Structure):
    """`sqlite3_vfs`, to its third version."""

    _fields_ = (
        *((name, c_int) for name in ("iVersion", "szOsFile", "mxPathname")),
        ("pNext", c_void_p),
        ("zName", c_char_p),
        *((name, c_void_p) for name in _OF_A_SYSTEM.split()),
    )


_SIGNATURES: dict[str, Any] = {
    "xOpen": CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_int, POINTER(c_int)),
    "xDelete": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int),
    "xAccess": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, POINTER(c_int)),
    "xSleep": CFUNCTYPE(c_int, c_void_p, c_int),
    "xClose": CFUNCTYPE(c_int, c_void_p),
    "xRead": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64),
    "xWrite": CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64),
    "xTruncate": CFUNCTYPE(c_int, c_void_p, c_int64),
    "xSync": CFUNCTYPE(c_int, c_void_p, c_int),
    "xFileSize": CFUNCTYPE(c_int, c_void_p, c_void_p),
    "xLock": CFUNCTYPE(c_int, c_void_p, c_int),
    "xUnlock": CFUNCTYPE(c_int, c_void_p, c_int),
    "xShmMap": CFUNCTYPE(c_int, c_void_p, c_int, c_int, c_int, c_void_p),
    "xShmLock": CFUNCTYPE(c_int, c_void_p, c_int, c_int, c_int),
}


class _Shim:
    """The file system that is watched. Made once and kept: SQLite goes on pointing to it."""

    def __init__(self) -> None:
        assert built_in is not None, "somebody looked at CANNOT"
        self.watcher: Watcher | None = None
        self._library = ctypes.CDLL(built_in.__file__)
        self._library.sqlite3_vfs_find.restype = c_void_p
        self._own = self._library.sqlite3_vfs_find(None)
        self._system = _System.from_buffer_copy(_System.from_address(self._own))
        self._system.zName, self._system.pNext = b"watched", None
        self._kept: list[Any] = []  # what SQLite points to must not be collected
        self._files: dict[int, tuple[str, int]] = {}
        self._opened = 0
        self._methods: dict[int, _Methods] = {}
        self._exchange(self._system, "xOpen", self._open)
        self._exchange(self._system, "xDelete", self._delete)
        self._exchange(self._system, "xAccess", self._access)
        self._exchange(self._system, "xSleep", lambda _own: lambda _system, microseconds: microseconds)

    def stand_between(self, watcher: Watcher | None) -> None:
        """Let all files that are opened from now on be watched by `watcher`; None: by nobody."""
        self.watcher = watcher
        chosen = ctypes.byref(self._system) if watcher else c_void_p(self._own)
        self._library.sqlite3_vfs_register(chosen, 1)

    def _exchange(self, among: Structure, name: str, made: Callable[[Any], Callable[..., int]]) -> None:
        """Put a function of ours, made of the one that it calls, in the place of the system's, where there is one."""
        if address := getattr(among, name):  # a journal has no memory to share
            signature = _SIGNATURES[name]
            ours = signature(made(signature(address)))
            self._kept.append(ours)
            setattr(among, name, ctypes.cast(ours, c_void_p).value)

    def _pass(self, operation: Operation, call: Callable[[], int]) -> int:
        """Do what is asked for, unless the watcher has it fail."""
        if self.watcher is None or not operation.path:
            return call()
        if fault := self.watcher.before(operation):
            return fault
        code = call()
        if not code:
            self.watcher.after(operation)
        return code

    # what is asked of the system

    def _open(self, own: Any) -> Callable[..., int]:  # noqa: ANN401 - a function of C
        def opened(_system: int, name: int | None, file: int, flags: int, out: Any) -> int:  # noqa: ANN401
            self._opened += 1
            path, methods = _path(name), c_void_p.from_address(file)
            methods.value = None
            self._files[file] = (path, self._opened)
            operation = Operation("open", path, self._opened, flags=flags)
            return self._pass(operation, lambda: self._opened_by(own(self._own, name, file, flags, out), methods))

        return opened

    def _opened_by(self, code: int, methods: c_void_p) -> int:
        if methods.value and not code:
            methods.value = ctypes.addressof(self._watched(methods.value))
        return code

    def _delete(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda system, name, folder_too: self._pass(
            Operation("delete", _path(name), flags=folder_too), lambda: own(system, name, folder_too)
        )

    def _access(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda system, name, flags, out: self._pass(
            Operation("access", _path(name), flags=flags), lambda: own(system, name, flags, out)
        )

    # what is asked of an opened file

    def _watched(self, address: int) -> _Methods:
        """Return the methods at an address with ours in the place of those that are watched."""
        if address not in self._methods:
            made = _Methods.from_buffer_copy(_Methods.from_address(address))
            self._methods[address] = made
            for name, what in (
                ("xFileSize", "size"),
                ("xLock", "lock"),
                ("xUnlock", "unlock"),
                ("xShmMap", "map"),
                ("xClose", "close"),
            ):
                self._exchange(made, name, self._plain(what))
            self._exchange(made, "xRead", self._read)
            self._exchange(made, "xWrite", self._write)
            self._exchange(made, "xTruncate", self._truncate)
            self._exchange(made, "xSync", self._sync)
            self._exchange(made, "xShmLock", self._share)
        return self._methods[address]

    def _plain(self, what: str) -> Callable[[Any], Callable[..., int]]:
        return lambda own: lambda file, *rest: self._pass(Operation(what, *self._files[file]), lambda: own(file, *rest))

    def _read(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda file, data, size, offset: self._pass(
            Operation("read", *self._files[file], offset), lambda: own(file, data, size, offset)
        )

    def _write(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda file, data, size, offset: self._pass(
            Operation("write", *self._files[file], offset, ctypes.string_at(data, size)),
            lambda: own(file, data, size, offset),
        )

    def _truncate(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda file, size: self._pass(Operation("truncate", *self._files[file], size), lambda: own(file, size))

    def _sync(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda file, flags: self._pass(
            Operation("sync", *self._files[file], flags=flags), lambda: own(file, flags)
        )

    def _share(self, own: Any) -> Callable[..., int]:  # noqa: ANN401
        return lambda file, offset, count, flags: self._pass(
            Operation("unshare" if flags & SHM_UNLOCK else "share", *self._files[file]),
            lambda: own(file, offset, count, flags),
        )


def _path(name: int | None) -> str:
    return os.fsdecode(ctypes.string_at(name)) if name else ""


@cache
def _shim() -> _Shim:
    return _Shim()


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Let a watcher stand between SQLite and every file that is opened within."""
    _shim().stand_between(watcher)
    try:
        yield
    finally:
        _shim().stand_between(None)
