"""Where a command works: which file, at which time. Opens it as a session with the clocks of this machine.

`samling --help` comes by here, so what opening a file needs is imported when a file is opened.
"""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samling.domain.errors import N_, DatabaseUnusable, Refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from samling.clock import Clock
    from samling.domain.clockset import DemoTime
    from samling.domain.gathering import Gathering
    from samling.session import Session


class Place:
    """The global options: the file asked for (None: the user's own), the time given with --at as typed, the theme."""

    def __init__(self, db: Path | None, at: str | None, theme: str = "dark") -> None:
        """Keep what was asked for; nothing is opened yet."""
        self.asked = db
        self.at = at
        self.theme = theme

    @property
    def path(self) -> Path:
        """The database file: the one asked for, else samling.db in the user's data folder."""
        return self.asked or default_path()

    @contextmanager
    def session(self, *, make: bool = False, who: str = "command") -> Iterator[Session]:
        """Open the file as a session; `make` makes it first where there is none.

        Raises `Refused` where there is no file and none is to be made, `DatabaseUnusable` where it cannot be used.
        """
        opened = self.open(make=make, who=who)
        try:
            yield opened
        finally:
            opened.close()
            _tell_backup(opened)

    def open(self, *, make: bool = False, who: str = "command") -> Session:
        """Open the file as `session` does, for a caller that closes it itself."""
        from samling import clock
        from samling.session import Session
        from samling.session.backing_up import DayBackup
        from samling.store import clocks
        from samling.store.database import create
        from samling.store.opening import check_free
        from samling.store.upgrade import opened as opened_file

        path = self.path
        if not _is_there(path) and (path.parent.is_dir() or self.asked is None):
            check_free(path)
            if not make:
                raise Refused(N_("There is no gathering yet. Begin with: samling network new NAME"))
            self.make_folder()
            create(path)
        database = opened_file(path)
        try:
            demo = clocks.demo_time(database)
            backup = None if demo or database.read_only else DayBackup(path)
            opened = Session(database, session_clock(demo), who, clock.machine_clocks, self._keep_report, backup=backup)
            # a file that cannot be written now can still be read; an action would meet the same fault and tell it
            with suppress(DatabaseUnusable):
                opened.notice_clock()
        except BaseException:
            database.close()
            raise
        return opened

    def make_folder(self) -> None:
        """Make the folder of the user's own file; one that was asked for must be there."""
        if self.asked is None:
            _make_folder(self.path.parent)

    def _keep_report(self, session: Session, gathering: Gathering, number: int) -> str:
        """Write the report of a day that has just ended."""
        from samling.report.keeping import keep

        return keep(session, gathering, number, self.path)

    def moment(self, gathering: Gathering | None) -> datetime | None:
        """The time given with --at, understood on the gathering's current day; None when none was given."""
        if self.at is None:
            return None
        from samling.domain import agenda
        from samling.domain.localtime import parse_instant

        return parse_instant(self.at, gathering, agenda.current_day(gathering) if gathering else 1)


def _is_there(path: Path) -> bool:
    """Whether something has that name; raises `DatabaseUnusable` for a name that cannot be looked up."""
    try:
        return path.exists()
    except (OSError, ValueError) as fault:
        raise DatabaseUnusable(N_("{path} cannot be opened: {fault}."), path=path, fault=fault) from fault


def _tell_backup(session: Session) -> None:
    """Say that the back-up of the day could not be made; what was done is done all the same."""
    trouble = session.take_backup_trouble()
    if trouble is not None:
        from samling.language import _
        from samling.wording import say

        click.echo(_("The back-up of the day could not be made: {reason}").format(reason=say(trouble)), err=True)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise DatabaseUnusable(
            N_("The folder {folder} cannot be made: {fault}."), folder=folder, fault=fault
        ) from fault


def session_clock(demo: DemoTime | None) -> Clock:
    """Return the clock a file runs by: the true one, or a demo's own."""
    from samling import clock

    return clock.demo_clock(demo) if demo else clock.true_now


def default_path() -> Path:
    """Return where the user's own database lies."""
    from platformdirs import user_data_path

    return user_data_path("samling", appauthor=False) / "samling.db"


pass_place = click.make_pass_decorator(Place)
