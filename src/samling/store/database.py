"""One open database file: how it is opened, checked, written in one transaction, and watched for changes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from samling.domain.errors import N_, DatabaseUnusable, Refused

try:
    import pysqlite3 as sqlite3
except ImportError:  # no wheel for this machine: `doctor` says what that means
    import sqlite3

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

APPLICATION_ID = 0x53414D4C  # "SAML" in the file's header: this file is samling's
SCHEMA_VERSION = 8  # the number of migrations in schema.py
SAFE_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL file that several processes write (the WAL-reset race)
BUSY_SECONDS = 5.0

Row = dict[str, Any]


def is_safe_sqlite() -> bool:
    """Whether the SQLite in use may write one WAL file from several processes."""
    version = sqlite3.sqlite_version_info
    return version >= SAFE_SQLITE or (version[:2] in ((3, 50), (3, 44)) and version >= _patched(version[:2]))


def sqlite_version() -> str:
    """The version of the SQLite in use."""
    return str(sqlite3.sqlite_version)


def _patched(minor: tuple[int, ...]) -> tuple[int, int, int]:
    return (3, 50, 7) if minor == (3, 50) else (3, 44, 6)


_FAULTS = (
    ("locked", N_("{path} is held by another program. Close it, or try again in a moment. Nothing was changed.")),
    ("busy", N_("{path} is held by another program. Close it, or try again in a moment. Nothing was changed.")),
    ("full", N_("The disk is full: not saved. Free some space and try again.")),
    ("readonly", N_("{path} cannot be written to: the file or its folder is read-only. Nothing was changed.")),
    ("not a database", N_("{path} is not a samling database. Give another file with --db.")),
    ("malformed", N_("{path} is damaged. Nothing was changed. Take a copy, and restore the newest back-up.")),
    ("unable to open", N_("{path} cannot be opened. Check that the folder is there and that you may write in it.")),
)


def _in_words(fault: sqlite3.Error, path: Path) -> DatabaseUnusable:
    text = str(fault).lower()
    for sign, template in _FAULTS:
        if sign in text:
            return DatabaseUnusable(template, path=path)
    return DatabaseUnusable(N_("{path} cannot be used: {fault}. Nothing was changed."), path=path, fault=fault)


@contextmanager
def speaking_of(path: Path) -> Iterator[None]:
    """Turn SQLite's faults into words that name the file; let programming mistakes through."""
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except (sqlite3.DatabaseError, OSError) as fault:
        raise _in_words(fault, path) from fault


class Database:
    """A connection to one samling file, checked to be ours, whole and of this version.

    Not shared between threads. Close it when done; closing is all that is ever needed.
    """

    def __init__(self, path: Path, *, read_only: bool = False, busy_seconds: float = BUSY_SECONDS) -> None:
        """Open `path`, which must exist. Raises `DatabaseUnusable` with the reason."""
        self.path = path
        self.read_only = read_only
        self._busy_milliseconds = int(busy_seconds * 1000)
        _check_is_file(path)
        _check_unopened(path)
        with speaking_of(path):
            mode = "ro" if read_only else "rw"
            self._connection = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, timeout=busy_seconds
            )
        try:
            with speaking_of(path):
                self._check_is_ours()
                self._set_up()
                self._identity = _identity(path)
        except BaseException:
            self._connection.close()
            raise

    def _check_is_ours(self) -> None:
        version = self._value("PRAGMA user_version")
        _check_marks(self.path, self._value("PRAGMA application_id"), version)
        self.is_of_today = version == SCHEMA_VERSION
        """Whether the tables are this samling's; an earlier one's need `upgrade` first."""

    def _set_up(self) -> None:
        self._connection.row_factory = sqlite3.Row
        self.execute("PRAGMA foreign_keys = ON")
        self.execute("PRAGMA secure_delete = ON")
        wanted = "wal" if is_safe_sqlite() else "delete"
        if not self.read_only and self._value("PRAGMA journal_mode") != wanted:
            self._value(f"PRAGMA journal_mode = {wanted}")
        self.execute(f"PRAGMA synchronous = {'FULL' if wanted == 'wal' else 'EXTRA'}")
        if self._value("PRAGMA foreign_keys") != 1 or self._value("PRAGMA synchronous") < 2:
            raise DatabaseUnusable(N_("{path} cannot be opened safely on this machine."), path=self.path)

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
        with speaking_of(self.path):
            self._begin(wait=wait)
            try:
                yield
                self._check_in_place()
                self._commit()
            except BaseException:
                if self._connection.in_transaction:
                    self.execute("ROLLBACK")
                raise
            self._check_in_place()

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
        if not wait:
            self.execute("PRAGMA busy_timeout = 0")
        try:
            self.execute("BEGIN IMMEDIATE")
        finally:
            if not wait:
                self.execute(f"PRAGMA busy_timeout = {self._busy_milliseconds}")

    def _check_in_place(self) -> None:
        if _identity(self.path) != self._identity:
            raise DatabaseUnusable(
                N_(
                    "{path} was moved, deleted or replaced while it was open: nothing more is saved in it. "
                    "Put it back, or close samling and open it again."
                ),
                path=self.path,
            )

    def check(self) -> None:
        """Raise `DatabaseUnusable` when the file is no longer the one that was opened."""
        with speaking_of(self.path):
            self._check_in_place()

    def empty_journal(self) -> None:
        """Bring all that was written into the file itself, so that what was erased is left nowhere beside it."""
        self.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def version(self) -> int:
        """A number that moves when another connection has changed the file (microseconds to read)."""
        with speaking_of(self.path):
            return int(self._value("PRAGMA data_version"))

    def health(self) -> list[str]:
        """What SQLite's own check finds wrong; an empty list when the file is whole."""
        with speaking_of(self.path):
            found = [str(row[0]) for row in self._connection.execute("PRAGMA quick_check(5)")]
            return [] if found == ["ok"] else found

    def copy_to(self, target: Path) -> None:
        """Write a whole, consistent copy to `target`, whole or not at all; raise `Refused` when that name is taken."""
        beside = _beside(target)
        with speaking_of(target):
            try:
                self._connection.execute("VACUUM INTO ?", (str(beside),))
                placed = _put_in_place(beside, target)
            finally:
                beside.unlink(missing_ok=True)
        if not placed:
            raise Refused(N_("{path} exists already. Give another name: a back-up never overwrites."), path=target)

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


def _identity(path: Path) -> tuple[int, int]:
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_dev, status.st_ino


def _check_is_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise DatabaseUnusable(N_("{path} is a folder. Give a file with --db."), path=path)
        if not path.parent.is_dir():
            raise DatabaseUnusable(
                N_("The folder {folder} does not exist. Make it, or give another file with --db."), folder=path.parent
            )
        if not path.exists():
            raise DatabaseUnusable(N_("{path} does not exist."), path=path)
        if not path.is_file():
            raise DatabaseUnusable(N_("{path} is not a file. Give another one with --db."), path=path)
        if path.stat().st_size == 0:
            raise DatabaseUnusable(
                N_("{path} is an empty file, not a samling database. Delete it or give another file with --db."),
                path=path,
            )
    except (OSError, ValueError) as fault:
        raise DatabaseUnusable(N_("{path} cannot be opened: {fault}."), path=path, fault=fault) from fault


def _check_unopened(path: Path) -> None:
    """Refuse a file that is not ours before it is opened for good.

    `immutable` reads the first page and nothing else: to open another program's file in earnest would recover it, or
    empty its write-ahead log into it. (Not read as a plain file: closing that would drop this process's locks on it.)
    """
    with speaking_of(path):
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            application, version = (
                connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
            )
        finally:
            connection.close()
    _check_marks(path, application, version)


def _check_marks(path: Path, application: int, version: int) -> None:
    if application != APPLICATION_ID:
        raise DatabaseUnusable(
            N_("{path} belongs to another program, or is empty. Give another file with --db."), path=path
        )
    if version > SCHEMA_VERSION:
        raise DatabaseUnusable(
            N_("{path} was written by a newer samling. Install that one; this one leaves the file as it is."), path=path
        )


def peek(path: Path, query: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query on a samling file that lies about, without touching it; none where it is none."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    except sqlite3.Error:
        return []
    try:
        if connection.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
            return []
        return list(connection.execute(query))
    except sqlite3.Error:
        return []
    finally:
        connection.close()


def create(path: Path) -> None:
    """Make a new database at `path`, whole or not at all: it is built beside and then put in place.

    Does nothing when another process was first. Raises `DatabaseUnusable` where it cannot be made.
    """
    import sqlite_utils

    from samling.store.schema import migrations

    if not path.parent.is_dir():
        raise DatabaseUnusable(
            N_("The folder {folder} does not exist. Make it, or give another file with --db."), folder=path.parent
        )
    beside = _beside(path)
    with speaking_of(path):
        try:
            connection = sqlite3.connect(str(beside))
            try:
                migrations.apply(sqlite_utils.Database(connection))
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.commit()
                if is_safe_sqlite():
                    connection.execute("PRAGMA journal_mode = WAL")
            finally:
                connection.close()
            _put_in_place(beside, path)
        finally:
            beside.unlink(missing_ok=True)


def unchecked(path: Path) -> sqlite3.Connection:
    """Connect to a file whose tables are about to be renewed: nothing is looked at, and no statement commits itself."""
    return sqlite3.connect(str(path), isolation_level=None, timeout=_UPGRADE_SECONDS)


_UPGRADE_SECONDS = 30.0


def _beside(path: Path) -> Path:
    """A name in the same folder that nobody else uses, for building a file before it gets its own name."""
    return path.with_name(f".samling-{os.getpid()}-{os.urandom(4).hex()}.new")


def _put_in_place(made: Path, path: Path) -> bool:
    """Give the made file its name, unless that name is already taken; return whether it got it."""
    try:
        os.link(made, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: Windows refuses to rename onto a file, others are checked here
        if path.exists():
            return False
        made.rename(path)
    return True
