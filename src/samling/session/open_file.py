"""The file that a session has open: whether it may be written, still lies there, and what to do when it does not."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from samling.domain.errors import N_, DatabaseUnusable, Refused, SamlingError
from samling.store import clocks, log

if TYPE_CHECKING:
    from pathlib import Path

    from samling.clock import Clock
    from samling.store.database import Database


class OpenFile:
    """One open database, looked at with a clock."""

    def __init__(self, database: Database, clock: Clock) -> None:
        """Take over an open database; `close` closes it."""
        self._database = database
        self._clock = clock
        self._longest_wait: float | None = None
        self._was_demo = clocks.demo_time(database) is not None

    @property
    def read_only(self) -> bool:
        """Whether the file can be looked at and no more."""
        return self._database.read_only

    @property
    def viewing(self) -> DatabaseUnusable | None:
        """Why the file can be looked at and no more; None where it can be written."""
        return self._database.viewing

    def check_file(self) -> None:
        """Raise `Displaced` when the file, or its log, has been moved, deleted or replaced under the session."""
        self._database.check()

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than this for another program that holds the file: a window must not stand still."""
        self._longest_wait = seconds
        self._database.wait_at_most(seconds)

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    # when it lies there no more

    def rescue(self) -> Path:
        """Copy all that was saved to a new file beside where it lay, or in the user's home, and return which."""
        from samling.store.rescuing import rescued

        return rescued(self._database, self._clock())

    def go_on(self) -> None:
        """Go on with the file that lies at the path now; where none does, what was saved is written back there first.

        Raises `DatabaseUnusable` or `Refused` where that cannot be: then nothing has changed.
        """
        from samling.store.upgrade import opened

        path = self._database.path
        self._database.leave()
        if not path.exists():
            self._database.copied_to(path)
        fresh = opened(path)
        if (clocks.demo_time(fresh) is not None) != self._was_demo:
            fresh.close()
            raise Refused(N_("A demo lies where a real day lay, or the other way round: close this window first."))
        self._take(fresh)

    def follow_file(self) -> bool:
        """Go on with the file that lies there now, if it holds all that was recorded in the one that is open.

        Returns whether it does. Then nothing is lost, and there is nothing to ask.
        """
        from samling.store.database import Database

        with suppress(SamlingError):
            self._database.leave()
            fresh = Database(self._database.path)
            if fresh.is_of_today and _holds_all(fresh, self._database):
                self._take(fresh)
                return True
            fresh.close()
        return False

    def _take(self, fresh: Database) -> None:
        fresh.wait_at_most(self._database.waits_at_most)
        if self._longest_wait is not None:
            fresh.wait_at_most(self._longest_wait)
        old, self._database = self._database, fresh
        old.close()

    # when it is damaged

    def look_for_damage(self) -> DatabaseUnusable | None:
        """Return what makes the file one to look at and no more: a damaged part, wherever in it. It reads all of it.

        May run in a thread: it opens the file for itself.
        """
        from samling.store.rescuing import damage

        return damage(self._database.path)

    def view(self, why: DatabaseUnusable) -> None:
        """Write nothing more, for a reason that is told whoever tries."""
        self._database.viewing = why


def _holds_all(fresh: Database, old: Database) -> bool:
    newest = log.entries(old, None, 1)
    return newest != [] and log.after(fresh, (newest[0].id or 0) - 1, 1) == newest
