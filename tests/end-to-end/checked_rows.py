"""How the rows of a file are read for the checker, and held against what is promised of them: plain SQL.

An instant has @ before its name. `g` numbers the gatherings: see `open_file`.
"""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from journal import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from promised import Row, Rows


class Kind(NamedTuple):
    """A kind of row: how it is read, and how many of its columns are its key."""

    query: str
    key: int


KINDS = {
    "network": Kind("SELECT name FROM network", 1),
    "team": Kind("SELECT name, organisation FROM team", 1),
    "person": Kind("SELECT team.name, person.name FROM person LEFT JOIN team ON team.id = team_id", 2),
    "gathering": Kind(
        """SELECT g.number, day.date
        FROM g
        JOIN gathering USING (id)
        LEFT JOIN day ON gathering_id = g.id""",
        1,
    ),
    "block": Kind(
        """SELECT g.number, position, title, planned_seconds, added_seconds, state, @started_at, @ended_at
        FROM block
        JOIN g ON g.id = gathering_id""",
        2,
    ),
    "pause": Kind(
        """SELECT g.number, position, pause.number, @pause.started_at, @pause.ended_at
        FROM pause
        JOIN block ON block.id = block_id
        JOIN g ON g.id = gathering_id""",
        3,
    ),
    "turn": Kind(
        """SELECT g.number, position, turn.number, turn.title, @turn.started_at, @turn.ended_at
        FROM turn
        JOIN block ON block.id = block_id
        JOIN g ON g.id = gathering_id""",
        3,
    ),
    "note": Kind(
        """SELECT g.number, position, text, @written_at
        FROM note
        LEFT JOIN block ON block.id = block_id
        JOIN g ON g.id = note.gathering_id""",
        3,
    ),
    "here": Kind(
        """SELECT g.number, person.name, @arrived_at, @left_at
        FROM person_presence
        JOIN person ON person.id = person_id
        JOIN g ON g.id = gathering_id""",
        2,
    ),
    "judge": Kind("SELECT g.number, name, organisation FROM judge JOIN g ON g.id = gathering_id", 2),
    "recusal": Kind(
        """SELECT g.number, judge.name, team.name
        FROM judge_recusal
        JOIN judge ON judge.id = judge_id
        JOIN team ON team.id = team_id
        JOIN g ON g.id = gathering_id
        WHERE NOT waived""",
        3,
    ),
    "pitch": Kind(
        """SELECT g.number, team.name, position, status
        FROM pitch
        JOIN team ON team.id = team_id
        JOIN g ON g.id = gathering_id""",
        2,
    ),
    "run": Kind(
        """SELECT g.number, team.name, r.number, @started_at, @questions_at, @ended_at
        FROM pitch_run r
        JOIN team ON team.id = team_id
        JOIN g ON g.id = gathering_id""",
        3,
    ),
    "sheet": Kind(
        """SELECT g.number, judge.name, team.name, version, @submitted_at, reason
        FROM sheet
        JOIN judge ON judge.id = judge_id
        JOIN team ON team.id = team_id
        JOIN g ON g.id = sheet.gathering_id""",
        4,
    ),
    "score": Kind(
        """SELECT g.number, judge.name, team.name, score.version, c.name, value
        FROM score
        JOIN judge ON judge.id = judge_id
        JOIN team ON team.id = team_id
        JOIN sheet USING (judge_id, team_id, version)
        JOIN scoring_criterion c ON (c.gathering_id, c.version, c.criterion_id)
          = (sheet.gathering_id, form_version, score.criterion_id)
        JOIN g ON g.id = sheet.gathering_id""",
        5,
    ),
    "survey": Kind("SELECT title, (SELECT count(*) FROM survey_answer WHERE survey_id = survey.id) FROM survey", 1),
}


def open_file(file: Path) -> sqlite3.Connection:
    """Open a file for reading alone, with its gatherings numbered in the order in which they were made."""
    database = sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)
    database.execute("CREATE TEMP VIEW g AS SELECT id, row_number() OVER (ORDER BY id) AS number FROM gathering")
    return database


def read(database: sqlite3.Connection, kind: Kind) -> Rows:
    """Return a kind of row as it stands in the file, its values by its key; one that stands there twice is `again`."""
    columns = kind.query.partition("SELECT ")[2].partition("FROM ")[0].split(",")
    are_instants = [column.strip().startswith("@") for column in columns]
    found: Rows = {}
    for row in database.execute(kind.query.replace("@", "")):
        values = [instant(each) if is_one else each for each, is_one in zip(row, are_instants, strict=True)]
        key = tuple(values[: kind.key])
        while key in found:
            key = (*key, "again")
        found[key] = values[kind.key :]
    return found


def instant(text: str | None) -> datetime | None:
    """Return the instant that a text tells."""
    return datetime.fromisoformat(text).astimezone(UTC) if text else None


def differences(name: str, promises: Rows, found: Rows) -> Iterator[str]:
    """Yield where rows are not those that were promised: missing, invented, or with other values."""
    for key in promises.keys() - found.keys():
        yield f"{name} {_said(key)}: is missing, promised was {_said(promises[key])}"
    for key in found.keys() - promises.keys():
        yield f"{name} {_said(key)}: nobody made it, found was {_said(found[key])}"
    for key in promises.keys() & found.keys():
        if not _fits(promises[key], found[key]):
            yield f"{name} {_said(key)}: promised was {_said(promises[key])}, found was {_said(found[key])}"


def _fits(promises: Row, found: Row) -> bool:
    pairs = zip(promises, found, strict=True)
    return all(promise.fits(value) if isinstance(promise, Span) else promise == value for promise, value in pairs)


def _said(values: Iterable[Any]) -> str:
    return ", ".join(str(sorted(map(str, each)) if isinstance(each, frozenset) else each) for each in values)
