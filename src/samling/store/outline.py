"""What can be told of a file without telling what is in it: its tables, how many rows, and its log without texts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from samling.domain import registry
from samling.domain.action import About
from samling.domain.gathering import Kind, Scene, State
from samling.store.rows import from_text, to_text

if TYPE_CHECKING:
    from collections.abc import Collection

    from samling.store.database import Database, Row

_WINDOWS = frozenset({"control", "timer", "screen", "judge", "command", "rehearsal"})
_PLAIN_ACTIONS = frozenset(
    {
        "undo",
        "redo",
        "network-new",
        "network-use",
        "network-rename",
        "network-forget",
        "gathering-new",
        "gathering-use",
        "file-restore",
        "clock-set",
        "rehearse",
    }
)
_VALUES = frozenset(str(each.value) for kind in (State, Kind, Scene, About) for each in kind)
"""Words of samling's own that an argument may be."""
_KEYS = frozenset(
    {
        "action",
        "began",
        "block_id",
        "change",
        "count",
        "criterion",
        "day",
        "end",
        "ended",
        "judge_id",
        "kind",
        "number",
        "over",
        "paused",
        "person_id",
        "places",
        "planned_seconds",
        "position",
        "resumed",
        "scene",
        "seconds",
        "seed",
        "start",
        "started",
        "steps",
        "survey_id",
        "team_id",
        "to",
        "version",
        "votes",
    }
)
_TEXT = re.compile(r"'[^']*'|--[^\n]*")
_LARGEST = 2**31


def schema(database: Database) -> list[str]:
    """Return the statements that the tables and indices were made with, without any text that stands in one."""
    found = database.rows("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type DESC, name")
    return [_TEXT.sub("'…'", row["sql"]) for row in found]


def counts(database: Database) -> dict[str, int]:
    """Return how many rows each table has."""
    tables = database.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return {
        row["name"]: database.rows(f'SELECT count(*) AS count FROM "{row["name"]}"')[0]["count"]  # noqa: S608 - its own
        for row in tables
    }


def settings(database: Database) -> dict[str, Any]:
    """Return how the file is kept: what SQLite says of it."""
    names = ("application_id", "user_version", "journal_mode", "page_size", "page_count", "freelist_count", "encoding")
    return {name: next(iter(database.rows(f"PRAGMA {name}")[0].values())) for name in names}


def log(database: Database) -> list[dict[str, Any]]:
    """Return every entry of the log: ids, instants, actions and numbers. Of words there are samling's own alone."""
    actions = frozenset(registry.everything()) | _PLAIN_ACTIONS
    rows = database.rows("SELECT * FROM log ORDER BY id")
    return [_entry(row, actions) for row in rows]


def _entry(row: Row, actions: Collection[str]) -> dict[str, Any]:
    return {
        "id": row["id"],
        "network": row["network_id"],
        "gathering": row["gathering_id"],
        "recorded_at": _instant(row["recorded_at"]),
        "happened_at": _instant(row["happened_at"]),
        "who": row["who"] if row["who"] in _WINDOWS else None,
        "action": row["action"] if row["action"] in actions else None,
        "of": row["of"],
        "arguments": _stripped(_read(row["arguments"]), actions),
        "changes": _tables(_read(row["changes"])),
    }


def _read(text: str) -> Any:  # noqa: ANN401 - JSON
    try:
        return json.loads(text)
    except ValueError:
        return None


def _instant(text: object) -> str | None:
    """An instant as it is kept; None for a text that is none."""
    try:
        found = from_text(text) if isinstance(text, str) else None
    except ValueError:
        return None
    return to_text(found) if found else None


def _stripped(value: Any, actions: Collection[str]) -> Any:  # noqa: ANN401 - JSON
    """A value without a word in it that is not samling's own, nor a number that could be anybody's."""
    match value:
        case bool() | None:
            return value
        case int() | float():
            return value if abs(value) < _LARGEST else None
        case str():
            return value if value in _VALUES or value in actions else _instant(value)
        case list():
            return [_stripped(each, actions) for each in value]
        case dict():
            return {key: _stripped(each, actions) for key, each in value.items() if key in _KEYS}
        case _:
            return None


def _tables(changes: Any) -> dict[str, int]:  # noqa: ANN401 - JSON
    """How many rows of each table an entry changed."""
    from samling.store.rows import KEYS

    found: dict[str, int] = {}
    for each in changes if isinstance(changes, list) else []:
        table = each[0] if isinstance(each, list) and each else None
        if table in KEYS:
            found[table] = found.get(table, 0) + 1
    return found
