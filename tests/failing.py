"""A machine for tests on which the n-th thing that is done to a file fails: once, or from then on."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from file_operations import watched_by

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from file_operations import Operation

_BUSY, _IO_ERROR, _FULL, _CANNOT_OPEN = 5, 10, 13, 14
_FAULTS = {
    "open": (_CANNOT_OPEN,),
    "read": (_IO_ERROR | 1 << 8,),
    "write": (_FULL, _IO_ERROR | 3 << 8),
    "sync": (_IO_ERROR | 4 << 8,),
    "truncate": (_IO_ERROR | 6 << 8,),
    "size": (_IO_ERROR | 7 << 8,),
    "delete": (_IO_ERROR | 10 << 8,),
    "access": (_IO_ERROR | 13 << 8,),
    "lock": (_BUSY, _IO_ERROR | 15 << 8),
    "share": (_BUSY, _IO_ERROR | 20 << 8),
    "map": (_IO_ERROR | 21 << 8,),
}
"""What each operation can meet (https://www.sqlite.org/rescode.html); of several, they take turns with n."""
_OF_THE_SYSTEM = ("link", "rename", "unlink", "fsync")


class Failing:
    """Counts what is done to files, by SQLite and by the program itself, and lets the n-th fail."""

    def __init__(self, n: int, *, ever_after: bool) -> None:
        """`n` counts from 1. `ever_after`: all that comes after it fails too."""
        self.n = n
        self.met: list[str] = []
        """What failed, in order."""
        self._ever_after = ever_after
        self.count = 0
        """What has been done so far."""

    @contextmanager
    def in_force(self) -> Iterator[None]:
        """Let things fail within."""
        with ExitStack() as stack:
            for name in _OF_THE_SYSTEM:
                stack.enter_context(patch.object(os, name, self._failing(name, getattr(os, name))))
            stack.enter_context(watched_by(self))
            yield

    def before(self, operation: Operation) -> int:
        """Let it through, unless it is the one that fails."""
        faults = _FAULTS.get(operation.what, ())
        return faults[self.n % len(faults)] if faults and self._fails(operation.what) else 0

    def after(self, operation: Operation) -> None:
        """It has been counted."""

    def _fails(self, what: str) -> bool:
        self.count += 1
        fails = self.count >= self.n if self._ever_after else self.count == self.n
        if fails:
            self.met.append(what)
        return fails

    def _failing(self, name: str, own: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:  # noqa: ANN401
            if self._fails(name):
                raise OSError(errno.EIO, os.strerror(errno.EIO), str(arguments[0]))
            return own(*arguments, **options)

        return call
