"""The difference between two values of a part of the file, as rows: written, kept in the log, and taken back.

A change names a table and a key and holds the columns before and after; None before is a new row, None after a
removed one. The inverse of a change is the same with before and after exchanged: that is all that undo is.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from samling.store.rows import KEYS, gathering_rows, read_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from samling.domain.gathering import Gathering
    from samling.store.database import Database, Row
    from samling.store.rows import Key, Rows


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one row: the changed columns alone where it was and is there, else the whole row."""

    table: str
    key: Key
    before: Row | None
    after: Row | None

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return replace(self, before=self.after, after=self.before)


def joined(first: Iterable[Change], second: Iterable[Change]) -> list[Change]:
    """Return in one what two sets of changes do, of which the second goes on from where the first left the rows."""
    found = {(each.table, each.key): each for each in first}
    for each in second:
        name = each.table, each.key
        found[name] = _joined(found[name], each) if name in found else each
    return [each for each in found.values() if each.before is not None or each.after is not None]


def _joined(first: Change, second: Change) -> Change:
    before = None if first.before is None else {**(second.before or {}), **first.before}
    after = None if second.after is None else {**(first.after or {}), **second.after}
    return replace(first, before=before, after=after)


def difference(before: Gathering, after: Gathering) -> list[Change]:
    """Return what has to be written to make the rows of `before` those of `after`, parents before children."""
    return difference_of_rows(gathering_rows(before), gathering_rows(after))


def difference_of_rows(old: Rows, new: Rows) -> list[Change]:
    """Return the changes between two sets of rows, by table in the order of `KEYS` and by key."""
    changes = [_change(name, old.get(name), new.get(name)) for name in old.keys() | new.keys()]
    tables = list(KEYS)
    return sorted(
        (change for change in changes if change.before != change.after),
        key=lambda change: (tables.index(change.table), change.key),
    )


def _change(name: tuple[str, Key], before: Row | None, after: Row | None) -> Change:
    if before is not None and after is not None:
        moved = [column for column, value in after.items() if before[column] != value]
        before, after = {each: before[each] for each in moved}, {each: after[each] for each in moved}
    return Change(*name, before, after)


def with_ids(database: Database, gathering: Gathering) -> Gathering:
    """Return the gathering with an id of its own for every new block and note. Call it inside the transaction."""
    blocks, notes = gathering.blocks, gathering.notes
    if any(block.id is None for block in blocks):
        block_ids = free_ids(database, "block")
        blocks = tuple(block if block.id else replace(block, id=next(block_ids)) for block in blocks)
    if any(note.id is None for note in notes):
        note_ids = free_ids(database, "note")
        notes = tuple(note if note.id else replace(note, id=next(note_ids)) for note in notes)
    return replace(gathering, blocks=blocks, notes=notes)


def free_ids(database: Database, table: str) -> Iterator[int]:
    """Ids that the table has never used, for ever: an undone row can always come back under its own."""
    used = database.rows("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,))
    return count(used[0]["seq"] + 1 if used else 1)


def apply(database: Database, changes: Iterable[Change]) -> None:
    """Write the changes. Foreign keys are checked when the transaction commits, so the order does not matter."""
    for change in changes:
        if change.before is None and change.after is not None:
            database.insert(change.table, change.after)
        elif change.after is None:
            database.execute(f"DELETE FROM {change.table} WHERE {_where(change.table)}", change.key)  # noqa: S608
        elif change.after:
            columns = ", ".join(f"{column} = ?" for column in change.after)
            database.execute(
                f"UPDATE {change.table} SET {columns} WHERE {_where(change.table)}",  # noqa: S608 - our own names
                (*change.after.values(), *change.key),
            )


def _where(table: str) -> str:
    return " AND ".join(f"{column} = ?" for column in KEYS[table])


def stands(database: Database, change: Change) -> bool:
    """Whether the row still is as the change left it, so that the change can be taken back."""
    found = database.rows(f"SELECT * FROM {change.table} WHERE {_where(change.table)}", change.key)  # noqa: S608
    if change.after is None:
        return not found
    return bool(found) and all(found[0][column] == value for column, value in change.after.items())


def to_json(changes: Iterable[Change]) -> str:
    """Return the changes as the log keeps them."""
    return json.dumps([[each.table, each.key, each.before, each.after] for each in changes], ensure_ascii=False)


def from_json(text: str) -> list[Change]:
    """Return the changes that `to_json` wrote."""
    return [Change(table, tuple(key), before, after) for table, key, before, after in read_json(text)]
