"""Removing what is known of a network's people from its file: from the tables, and from the log of what was done."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

from samling.domain.roster_actions import ACTIONS, ROSTER_CHAIN
from samling.domain.roster_forgetting import Aliases, coached_by, forgotten, names_in
from samling.domain.team import Team, name_key
from samling.store import changes, log, rosters
from samling.store.backups import folder
from samling.store.database import peek
from samling.store.parts import Owner
from samling.store.standing import beside

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import datetime
    from pathlib import Path

    from samling.store.changes import Change
    from samling.store.database import Database, Row
    from samling.store.log import LogEntry

_KEPT = ("action", "name", "team", "team_id", "person_id", "file", "count")
"""What the log keeps of an action on the roster, where it is a text or a number: the rest is about people."""
_NAMES = {"judge": "name", "award_decision": "decided_by", "award_revision": "decided_by"}
"""Where, beside the roster, a column holds a name or names and nothing else."""
_TEXTS = (".html", ".md", ".json", ".csv", ".txt")
_LARGEST_TEXT = 5_000_000
_OTHERWISE = ("team", "person", "log", "undo_step")
"""The tables that are rid of names in ways of their own."""


def forget(
    database: Database, network_id: int, numbered: Callable[[int], str], at: datetime, who: str
) -> frozenset[str]:
    """Remove the names and professions of a network's people; return the keys of the names.

    The teams stay, and how many people they have, in which roles, and who was here when. `numbered` says what the
    first, the second and so on is called from now on. It cannot be undone, nor can what was done to the roster before
    it. Call `Database.compact` then: until that the names lie in the file.
    """
    with database.writing():
        before = rosters.load(database, Owner(network_id))
        written = [entry for entry in log.entries(database, None) if entry.network_id == network_id]
        names = [
            *names_in(before),
            *(name for entry in written for name in _names_in(entry.changes)),
            *_judges(database, network_id),
        ]
        aliases = Aliases(names, numbered)
        after = forgotten(before, aliases)
        changes.apply(database, changes.difference_of_rows(rosters.rows(before), rosters.rows(after)))
        _scrub_tables(database, network_id, aliases)
        database.execute("DELETE FROM undo_step WHERE network_id = ? AND chain = ?", (network_id, ROSTER_CHAIN))
        for entry in written:
            _rewrite(database, entry, aliases)
        told = {"count": sum(1 for _each in after.everybody())}
        log.append(database, log.LogEntry(None, network_id, None, at, at, who, "network-forget", told, []))
    return aliases.gone()


def _names_in(made: list[Change]) -> Iterator[str]:
    """What people were called before and after changes."""
    for change in made:
        for row in (change.before or {}, change.after or {}):
            if change.table in {"person", "judge"} and "name" in row:
                yield row["name"]
            if change.table == "team":
                yield from Team("", coach=row.get("coach", "")).coaches


def _judges(database: Database, network_id: int) -> Iterator[str]:
    mine = _of_network(database, "judge")
    for row in database.rows(f"SELECT name FROM judge WHERE {mine}", (network_id,)):  # noqa: S608 - our own names
        yield row["name"]


def _scrub_tables(database: Database, network_id: int, aliases: Aliases) -> None:
    """Take the names out of every text that somebody wrote in the network's gatherings."""
    database.add_function("within", _of_texts(aliases.within))
    database.add_function("among", _of_texts(aliases.among))
    tables = database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
    for table in (row["name"] for row in tables if row["name"] not in _OTHERWISE):
        mine = _of_network(database, table)
        columns = database.rows("SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'", (table,))
        for column in (row["name"] for row in columns if mine):
            without = f"{'among' if _NAMES.get(table) == column else 'within'}({column})"
            database.execute(
                f"UPDATE {table} SET {column} = {without} "  # noqa: S608 - our own names
                f"WHERE ({mine}) AND {column} <> {without}",
                (network_id,) * mine.count("?"),
            )


def _of_texts(change: Callable[[str], str]) -> Callable[[Any], Any]:
    return lambda value: change(value) if isinstance(value, str) else value


def _of_network(database: Database, table: str) -> str:
    """Which rows of a table are a network's, with marks for it: by what they say, or by what they refer to."""
    if database.rows("SELECT 1 FROM pragma_table_info(?) WHERE name = 'network_id'", (table,)):
        return "network_id = ?"
    keys = database.rows("SELECT * FROM pragma_foreign_key_list(?)", (table,))
    parents = [(key, _of_network(database, key["table"])) for key in keys if key["table"] != table]
    return " OR ".join(
        f"{key['from']} IN (SELECT {key['to']} FROM {key['table']} WHERE {mine})"  # noqa: S608 - our own names
        for key, mine in parents
        if mine
    )


def _rewrite(database: Database, entry: LogEntry, aliases: Aliases) -> None:
    """Keep an entry of the log without names. Its changes are what became of the tables, so that it fits them still."""
    told, made = _arguments(entry, aliases), [_change(change, aliases) for change in entry.changes]
    database.execute(
        "UPDATE log SET who = ?, arguments = ?, changes = ? WHERE id = ?",
        (aliases.within(entry.who), json.dumps(told, ensure_ascii=False), changes.to_json(made), entry.id),
    )


def _arguments(entry: LogEntry, aliases: Aliases) -> dict[str, Any]:
    about = str(entry.arguments.get("action", entry.action))
    if about not in ACTIONS:
        return {key: _each_text(value, aliases.among) for key, value in entry.arguments.items()}
    plain = {key: value for key, value in entry.arguments.items() if key in _KEPT and isinstance(value, str | int)}
    kept = {key: _each_text(value, aliases.within) for key, value in plain.items()}
    return {**kept, "name": aliases.of(str(plain["name"]))} if about.startswith("person-") and "name" in kept else kept


def _change(change: Change, aliases: Aliases) -> Change:
    before, after = (_row(change.table, row, aliases) for row in (change.before, change.after))
    return replace(change, before=before, after=after)


def _row(table: str, row: Row | None, aliases: Aliases) -> Row | None:
    if row is None:
        return None
    if table == "person":
        hidden = {"name": aliases.of(row["name"])} if "name" in row else {}
        return {**row, **hidden, **({"profession": ""} if "profession" in row else {})}
    texts = {
        key: _each_text(value, aliases.among if _NAMES.get(table) == key else aliases.within)
        for key, value in row.items()
    }
    return {**texts, "coach": coached_by(row["coach"], aliases)} if table == "team" and "coach" in row else texts


def _each_text(value: object, change: Callable[[str], str]) -> Any:  # noqa: ANN401 - JSON
    match value:
        case str():
            return change(value)
        case list():
            return [_each_text(each, change) for each in value]
        case dict():
            return {key: _each_text(each, change) for key, each in value.items()}
        case _:
            return value


def copies_with(path: Path, names: Collection[str]) -> list[Path]:
    """Return what lies in a file's folder, or among its back-ups, and still holds any of these names (by their keys).

    Back-ups, whose people, judges and log are looked at; and day reports and lists, for names of several words.
    """
    in_use = {path.name, beside(path, "-wal").name, beside(path, "-shm").name}  # to close these drops the file's locks
    others = (each for each in sorted(path.absolute().parent.iterdir()) if each.is_file() and each.name not in in_use)
    backups = folder(path)
    kept = sorted(each for each in backups.iterdir() if each.is_file()) if backups.is_dir() else []
    return [
        each
        for each in (*others, *kept)
        if any(name_key(name) in names for name in _names_of(each))
        or _tells_of(each, [one for one in names if " " in one])
    ]


def _names_of(path: Path) -> Iterator[str]:
    yield from (name for (name,) in peek(path, "SELECT name FROM person"))
    yield from (name for (name,) in peek(path, "SELECT name FROM judge"))
    yield from (name for (coach,) in peek(path, "SELECT coach FROM team") for name in Team("", coach=coach).coaches)
    yield from (
        name for (made,) in peek(path, "SELECT changes FROM log") for name in _names_in(changes.from_json(made))
    )


def _tells_of(path: Path, names: Collection[str]) -> bool:
    if path.suffix.casefold() not in _TEXTS:
        return False
    try:
        if path.stat().st_size > _LARGEST_TEXT:
            return False
        text = name_key(unescape(path.read_text(encoding="utf-8-sig", errors="replace")))
    except OSError:
        return False
    return any(name in text for name in names)
