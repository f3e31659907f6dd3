"""The back-up of the day: made before the day begins and again when it has ended, beside whoever works in the file."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from samling.domain import day_report
from samling.domain.errors import N_, DatabaseUnusable, SamlingError
from samling.domain.localtime import to_local

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from samling.domain.gathering import Gathering


class DayBackup:
    """Makes the back-ups of one open file, each in a thread with a connection of its own: no key waits for it.

    That one could not be made stops nothing: `take_trouble` tells it to who asks.
    """

    def __init__(self, path: Path) -> None:
        """Look after the database at `path`."""
        self._path = path
        self._thread: Thread | None = None
        self._trouble: SamlingError | None = None

    def look(self, gathering: Gathering, now: datetime) -> None:
        """Make the back-up of a day of the gathering that is today and has none yet."""
        local = to_local(now, gathering.timezone)
        if any(day.date == local.date() for day in gathering.days):
            self._begin(local, unless_today=True)

    def turned(self, before: Gathering, after: Gathering, now: datetime) -> None:
        """Make one when a day has begun that has none yet, and one when a day has ended."""
        local = to_local(now, after.timezone)
        if day_report.just_ended(before, after):
            self._begin(local, unless_today=False)
        elif day_report.just_begun(before, after):
            self._begin(local, unless_today=True)

    def _begin(self, local: datetime, *, unless_today: bool) -> None:
        self._thread = Thread(target=self._make, args=(local, unless_today, self._thread), name="backup")
        self._thread.start()

    def _make(self, local: datetime, unless_today: bool, earlier: Thread | None) -> None:
        from samling.store import backups

        if earlier is not None:  # one after another, and the key that starts the day waits for neither
            earlier.join()
        try:
            if not (unless_today and any(each.made.date() == local.date() for each in backups.found(self._path))):
                backups.make(self._path, local)
        except SamlingError as fault:
            self._trouble = fault
        except OSError as fault:
            self._trouble = DatabaseUnusable(N_("{path} cannot be used: {fault}."), path=self._path, fault=fault)

    def wait(self) -> None:
        """Let a back-up that is being made be finished."""
        if self._thread is not None:
            self._thread.join()

    def take_trouble(self) -> SamlingError | None:
        """Return why the latest back-up could not be made, once."""
        trouble, self._trouble = self._trouble, None
        return trouble
