"""One open database file: how it is opened, checked, written in one transaction, and watched for changes."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext, suppress
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, DatabaseUnusable, Displaced, FileHeld, Refused
from samling.domain.line import harmless
from samling.store import opening, placing
from samling.store.sqlite import READ_ONLY, is_safe_sqlite, speaking_of, sqlite3
from samling.store.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

BUSY_SECONDS = 5.0

Row = dict[str, Any]


def _readable(stored: bytes) -> str:
    """Return a text of the file as it is read: whoever wrote it, nothing in it commands a terminal."""
    return harmless(stored.decode(errors="replace"))


class Database:
    """A connection to one samling file, checked to be ours, whole and of this version.

    Not shared between threads. Close it when done; closing is all that is ever needed.
    """

    def __init__(self, path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open `path`, which must exist. Raises `DatabaseUnusable` with the reason."""
        self.path = path
        self._busy_milliseconds = int(busy_seconds * 1000)
        self._is_safe = False
        with speaking_of(path):
            self._connection, self._version, is_frozen = opening.opened(
                path, read_only=read_only, busy_seconds=busy_seconds
            )
        try:
            with speaking_of(path):
                may_write = not (read_only or is_frozen) and self._may_write()
                self.viewing = None if may_write else DatabaseUnusable(READ_ONLY, path=path)
                self._set_up()
                self._standing = Standing(path, is_frozen=is_frozen)
        except BaseException:
            self._connection.close()
            raise

    def _may_write(self) -> bool:
        """Whether the file lets itself be written: it is tried, and taken back. One that is held just now does.

        The system is not asked: it knows nothing of what SQLite must write beside the file.
        """
        try:
            self._begin(wait=False)
            try:
                self._connection.execute(f"PRAGMA user_version = {self._version}")
            finally:
                self._connection.execute("ROLLBACK")
        except sqlite3.OperationalError as fault:
            return not opening.bars_writing(fault)
        return True

    @property
    def read_only(self) -> bool:
        """Whether the file can be looked at and no more; `viewing` says why."""
        return self.viewing is not None

    @property
    def is_of_today(self) -> bool:
        """Whether the tables are this samling's; an earlier one's need `upgrade` first."""
        return self._version == opening.SCHEMA_VERSION

    def _set_up(self) -> None:
        self._connection.row_factory = sqlite3.Row
        self._connection.text_factory = _readable
        self.execute("PRAGMA foreign_keys = ON")
        self.execute("PRAGMA secure_delete = ON")
        wanted = "wal" if is_safe_sqlite() else "delete"
        if not self.read_only and self._value("PRAGMA journal_mode") != wanted:
            self._value(f"PRAGMA journal_mode = {wanted}")
        self.execute(f"PRAGMA synchronous = {'FULL' if wanted == 'wal' else 'EXTRA'}")
        if self._value("PRAGMA foreign_keys") != 1 or self._value("PRAGMA synchronous") < 2:
            raise DatabaseUnusable(N_("{path} cannot be opened safely on this machine."), path=self.path)
        self._value("PRAGMA user_version")  # a copy's log is made by the first to read: `Standing` must find it there

    def _value(self, sql: str) -> Any:  # noqa: ANN401 - whatever the pragma holds
        row = self._connection.execute(sql).fetchone()
        return None if row is None else row[0]

    def execute(self, sql: str, parameters: Sequence[object] = ()) -> None:
        """Run one statement whose result is not needed."""
        with speaking_of(self.path):
            self._connection.execute(sql, parameters)

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[Row]:
        """Return the rows of a query as dictionaries."""
        with speaking_of(self.path):
            return [dict(row) for row in self._connection.execute(sql, parameters)]

    def insert(self, table: str, row: Row) -> int:
        """Insert a row and return its rowid."""
        columns = ", ".join(row)
        marks = ", ".join("?" * len(row))
        cursor = self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608 - our own names
            tuple(row.values()),
        )
        return cursor.lastrowid or 0

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the file across several queries."""
        with speaking_of(self.path):
            self.execute("BEGIN")
            try:
                self._check_version()
                yield
            finally:
                if self._connection.in_transaction:  # a damaged file can have ended it
                    self.execute("ROLLBACK")

    @contextmanager
    def writing(self, *, wait: bool = True) -> Iterator[None]:
        """One transaction that holds the write lock from its first statement. Returns after COMMIT, or rolls back.

        Before it returns, the path is compared with the opened file, so that nothing is acknowledged into a file
        that was deleted or replaced meanwhile. While another program writes it waits, or with `wait` false raises
        at once.
        """
        if self.viewing is not None:
            raise self.viewing.with_traceback(None)
        with speaking_of(self.path):
            self._standing.check()
            self._begin(wait=wait)
            try:
                self._check_version()
                yield
                self._standing.check()
                self._commit()
            except BaseException:
                if self._connection.in_transaction:
                    self.execute("ROLLBACK")
                raise
            self._standing.check()

    def _commit(self) -> None:
        """Commit; foreign keys are checked now. Raises `Refused` where a row would go that others speak of."""
        try:
            self.execute("COMMIT")
        except sqlite3.IntegrityError as fault:
            raise Refused(
                N_(
                    "This is part of what was recorded, such as who was here or who sat with whom, and stays. "
                    "A team that takes part no more can withdraw: samling team withdraw TEAM"
                )
            ) from fault

    def _begin(self, *, wait: bool) -> None:
        with nullcontext() if wait else self._waiting_for_nobody():
            self._connection.execute("BEGIN IMMEDIATE")

    @contextmanager
    def _waiting_for_nobody(self) -> Iterator[None]:
        """Fail at once where another program holds the file."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        try:
            yield
        finally:
            self._connection.execute(f"PRAGMA busy_timeout = {self._busy_milliseconds}")

    def _check_version(self) -> None:
        """Raise `DatabaseUnusable` when a newer samling has renewed the tables since they were opened."""
        if self._value("PRAGMA user_version") != self._version:
            raise DatabaseUnusable(
                N_("A newer samling has renewed {path}: close this window, and open it with the newer one."),
                path=self.path,
            )

    def check(self) -> None:
        """Raise `Displaced` when the file is no longer the one that was opened; what it holds is made safe first."""
        with speaking_of(self.path):
            try:
                self._standing.check()
            except Displaced:
                self._make_safe()
                raise

    def leave(self) -> None:
        """Make what is open safe, before another connection takes its place. Raises `FileHeld` while that cannot be."""
        with suppress(Displaced):
            self.check()
        if self._standing.leaves_something:
            raise FileHeld(N_("{path} is still being read by another window. Try again in a moment."), path=self.path)

    def _make_safe(self) -> None:
        """Bring all that was saved into the file that is open, and leave nothing of it beside what came in its place.

        Whoever opened that file now would read our log with it, and find it damaged.
        """
        if not self._is_safe and self._standing.log_is_whole:
            with suppress(sqlite3.Error, OSError), self._waiting_for_nobody():
                self._is_safe = self._value("PRAGMA wal_checkpoint(TRUNCATE)") == 0
        if self._is_safe:
            self._standing.clear_away()

    @property
    def has_its_file(self) -> bool:
        """Whether the file that was opened still lies at its path, whatever lies beside it."""
        return self._standing.has_its_file

    @property
    def waits_at_most(self) -> float:
        """Seconds that are waited for another program that holds the file."""
        return self._busy_milliseconds / 1000

    def wait_at_most(self, seconds: float) -> None:
        """Wait no longer than this for another program that holds the file, before `FileHeld` is raised."""
        self._busy_milliseconds = int(seconds * 1000)
        self.execute(f"PRAGMA busy_timeout = {self._busy_milliseconds}")

    def empty_journal(self) -> None:
        """Bring all that was written into the file itself, so that what was erased is left nowhere beside it."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def version(self) -> int:
        """A number that moves when another connection has changed the file (microseconds to read)."""
        with speaking_of(self.path):
            return int(self._value("PRAGMA data_version"))

    def health(self) -> list[str]:
        """What SQLite's own checks find wrong, of the file and of what rows refer to; nothing when it is whole."""
        with speaking_of(self.path):
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check(5)")]
            if found != ["ok"]:
                return found
            broken = self._connection.execute("PRAGMA foreign_key_check").fetchmany(5)
            return [f"foreign key: {row[0]} {row[1]} -> {row[2]}" for row in broken]

    def copy_to(self, target: Path) -> None:
        """Write a whole, consistent copy to `target`, whole or not at all; raise `Refused` when that name is taken."""
        if not self.copied_to(target):
            raise Refused(N_("{path} exists already. Give another name: a back-up never overwrites."), path=target)

    def copied_to(self, target: Path) -> bool:
        """Write a copy as `copy_to` does; return whether it got its name, which may be taken."""
        made = placing.beside(target)
        with speaking_of(target):
            try:
                self._connection.execute("VACUUM INTO ?", (str(made),))
                _rid_of_wireless(made)
                placing.keep(made, self.path)
                return placing.put_in_place(made, target)
            finally:
                placing.clear_away(made)

    def compact(self) -> bool:
        """Write the file anew, so that nothing of what was removed is left in it or beside it.

        Returns false while another window keeps it from being so: its write-ahead log still holds what was.
        """
        with speaking_of(self.path):
            self.execute("VACUUM")
            return not self._value("PRAGMA wal_checkpoint(TRUNCATE)")

    def add_function(self, name: str, function: Callable[[Any], Any]) -> None:
        """Let SQL on this connection call a function of one argument."""
        self._connection.create_function(name, 1, function, deterministic=True)

    def close(self) -> None:
        """Close the connection. Closing twice does nothing."""
        self._connection.close()


def peek(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query on a samling file that lies about, without touching it; none where it is none."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return []
    try:
        if connection.execute("PRAGMA application_id").fetchone() != (opening.APPLICATION_ID,):
            return []
        return list(connection.execute(query))
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def is_ours(path: Path) -> bool:
    """Whether a file that lies about is samling's, by its mark; it is not touched."""
    return bool(peek(path, "SELECT 1"))


def create(path: Path) -> None:
    """Make a new database at `path`, whole or not at all: it is built beside and then put in place.

    Does nothing when another process was first. Raises `DatabaseUnusable` where it cannot be made, and where another
    file has left behind what would be read with the new one.
    """
    import sqlite_utils

    from samling.store.schema import migrations

    if not path.parent.is_dir():
        raise DatabaseUnusable(
            N_("The folder {folder} does not exist. Make it, or give another file with --db."), folder=path.parent
        )
    opening.check_free(path)
    made = placing.beside(path)
    with speaking_of(path):
        try:
            connection = sqlite3.connect(str(made), isolation_level=None)
            try:
                connection.execute("BEGIN")  # one commit for all: each by itself waits for the disk
                migrations.apply(sqlite_utils.Database(connection))
                connection.execute(f"PRAGMA application_id = {opening.APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {opening.SCHEMA_VERSION}")
                connection.execute("COMMIT")
                if is_safe_sqlite():
                    connection.execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
            placing.put_in_place(made, path)
        finally:
            placing.clear_away(made)


def unchecked(path: Path) -> sqlite3.Connection:
    """Connect to a file whose tables are about to be renewed: nothing is looked at, and no statement commits itself."""
    return sqlite3.connect(str(path), isolation_level=None, timeout=_UPGRADE_SECONDS)


_UPGRADE_SECONDS = 30.0


def _rid_of_wireless(made: Path) -> None:
    """Take out of a copy what is shown just now and kept nowhere else: the password of the room's network."""
    connection = sqlite3.connect(str(made))
    try:
        connection.execute("PRAGMA secure_delete = ON")
        if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'wireless'").fetchone():
            connection.execute("DELETE FROM wireless")
            connection.commit()
    finally:
        connection.close()
