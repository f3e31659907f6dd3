"""Keeping the laptop awake while a block runs, in a thread of its own so that no key ever waits for it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_FIRST_PICTURE_SECONDS = 2.0
"""Nobody's laptop falls asleep in this time, in which a window opens and needs the processor for itself."""


class Awake:
    """Keeps the machine and its screen awake between `hold` and `let_go`.

    `tell` is called, from the thread, with whether the system could be asked to.
    """

    def __init__(self, tell: Callable[[bool], None]) -> None:
        self._tell = tell
        self._done: threading.Event | None = None

    def hold(self) -> None:
        """Keep awake from now on. Holding twice does nothing."""
        if self._done is None:
            self._done = threading.Event()
            threading.Thread(target=_keep_awake, args=(self._done, self._tell), name="awake", daemon=True).start()

    def let_go(self) -> None:
        """Let the machine sleep again."""
        if self._done is not None:
            self._done.set()
            self._done = None


def _keep_awake(done: threading.Event, tell: Callable[[bool], None]) -> None:
    if done.wait(_FIRST_PICTURE_SECONDS):
        return
    try:
        from wakepy import keep

        with keep.presenting(on_fail="pass") as screen_too:
            if screen_too.active:
                tell(True)
                done.wait()
                return
        with keep.running(on_fail="pass") as machine_alone:
            tell(machine_alone.active)
            done.wait()
    except Exception:  # noqa: BLE001 - whatever a desktop's own service does, the day goes on; the window says so
        tell(False)
