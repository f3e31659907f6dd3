"""The bundle for support: nothing in it is anybody's."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from samling.cli.doctor.bundle import write_bundle
from samling.cli.doctor.looking import Looked
from samling.domain.errors import DatabaseUnusable, Refused
from samling.store.database import create

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from commands import Samling

NOTHING = Looked((), ())
WORD = "Kjenningsord"


def fill(path: Path) -> list[str]:
    """Put a word of its own in every text column of every table; return the words."""
    words = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("PRAGMA ignore_check_constraints = ON")
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table.startswith("sqlite_"):
                continue
            row: dict[str, Any] = {}
            for _number, column, kind, *_rest in connection.execute(f"PRAGMA table_info({table})").fetchall():
                row[column] = f"{WORD}-{table}-{column}" if kind == "TEXT" else 1
            words += [value for value in row.values() if isinstance(value, str)]
            marks = ", ".join("?" * len(row))
            names = ", ".join(row)
            statement = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - our own names
            connection.execute(statement, tuple(row.values()))
    return words


def log_of(path: Path, arguments: object, **columns: object) -> None:
    """Write an entry of the log by hand."""
    row = {"recorded_at": "x", "happened_at": "x", "who": "x", "action": "x", "changes": "[]", **columns}
    with closing(sqlite3.connect(path)) as connection:
        statement = f"INSERT INTO log (arguments, {', '.join(row)}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608
        connection.execute(statement, (json.dumps(arguments), *row.values()))
        connection.commit()


def read(bundle: Path) -> Iterator[tuple[str, str]]:
    """Yield each file of the bundle with its name."""
    with zipfile.ZipFile(bundle) as packed:
        for name in packed.namelist():
            yield name, packed.read(name).decode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A new database."""
    create(tmp_path / f"{WORD}.db")
    return tmp_path / f"{WORD}.db"


class TestBundle:
    def test_no_text_of_any_table_is_in_it(self, path: Path, tmp_path: Path) -> None:
        """Whatever stands in whichever text column, also of a table that is made tomorrow, stays at home."""
        words = fill(path)
        assert len(words) > 100, "every table has been filled"
        write_bundle(tmp_path / "b.zip", path, NOTHING)
        found = dict(read(tmp_path / "b.zip"))
        assert set(found) >= {"versions.json", "findings.json", "schema.sql", "counts.json", "log.json", "sizes.json"}
        for name, text in found.items():
            assert WORD not in text, name
            assert str(tmp_path) not in text, name

    def test_no_word_of_the_log_s_arguments_is_in_it(self, path: Path, tmp_path: Path) -> None:
        """Of arguments there are numbers, instants and samling's own words: no name as a value, a list or a key."""
        log_of(
            path,
            {
                "title": f"{WORD}1",
                f"{WORD}2": 1,
                "scene": f"{WORD}3",
                "change": {"title": f"{WORD}4", "planned_seconds": 600, "kind": "break"},
                "places": [f"{WORD}5", 3],
                "position": 2,
                "scene_": "agenda",
                "end": "2026-09-16T15:05:00.000Z",
            },
            action="extend",
            who="control",
            recorded_at="2026-09-16T13:05:00.000Z",
            changes=json.dumps([["block", [1], {"title": WORD}, {"title": WORD}], [WORD, [1], {}, {}]]),
        )
        write_bundle(tmp_path / "b.zip", path, NOTHING)
        found = dict(read(tmp_path / "b.zip"))
        assert WORD not in "".join(found.values())
        (entry,) = json.loads(found["log.json"])
        assert (entry["action"], entry["who"]) == ("extend", "control")
        assert entry["recorded_at"] == "2026-09-16T13:05:00.000Z"
        assert entry["happened_at"] is None
        assert entry["changes"] == {"block": 1}
        assert entry["arguments"] == {
            "scene": None,
            "change": {"planned_seconds": 600, "kind": "break"},
            "places": [None, 3],
            "position": 2,
            "end": "2026-09-16T15:05:00.000Z",
        }

    def test_a_number_that_could_be_somebody_s_is_not_in_it(self, path: Path, tmp_path: Path) -> None:
        """A number as long as a birth number, in an argument, is left out."""
        log_of(path, {"number": 17057512345, "count": 12})
        write_bundle(tmp_path / "b.zip", path, NOTHING)
        assert json.loads(dict(read(tmp_path / "b.zip"))["log.json"])[0]["arguments"] == {"number": None, "count": 12}

    def test_it_is_whole_or_not_there_and_never_takes_a_name(self, path: Path, tmp_path: Path) -> None:
        """A file of that name stays as it is, a missing folder is told, and nothing is left beside."""
        taken = tmp_path / "taken.zip"
        taken.write_text("mine")
        before = sorted(tmp_path.iterdir())
        with pytest.raises(Refused):
            write_bundle(taken, path, NOTHING)
        with pytest.raises(DatabaseUnusable):
            write_bundle(tmp_path / "missing" / "b.zip", path, NOTHING)
        assert taken.read_text() == "mine"
        assert sorted(tmp_path.iterdir()) == before

    def test_a_file_that_is_not_ours_is_told_by_its_kind_of_fault(self, tmp_path: Path) -> None:
        """Of a foreign file there are its size and why it cannot be opened, and nothing that stands in it."""
        foreign = tmp_path / "foreign.db"
        foreign.write_text(f"{WORD} " * 200)
        write_bundle(tmp_path / "b.zip", foreign, NOTHING)
        found = dict(read(tmp_path / "b.zip"))
        assert WORD not in "".join(found.values())
        assert "fault.json" in found
        assert json.loads(found["sizes.json"])["database"] == foreign.stat().st_size

    def test_the_command_writes_it(self, samling: Samling, tmp_path: Path) -> None:
        """After a day with names in it the command says what it wrote; every finding is there by its id."""
        samling.day()
        samling("gathering", "rename", f"{WORD} på {WORD}heimen")
        samling("team", "add", WORD, "--organisation", f"{WORD} sykehus")
        samling("note", f"{WORD} ringer")
        samling("survey", "add", "--title", WORD, "--url", f"https://example.org/{WORD}")
        assert "b.zip" in samling("doctor", "--bundle", str(tmp_path / "b.zip")).out
        found = dict(read(tmp_path / "b.zip"))
        assert WORD not in "".join(found.values())
        ids = {each["id"] for each in json.loads(found["findings.json"])}
        assert ids >= {"versions", "clock", "database", "backup", "gathering", "teams", "survey", "projector"}
        assert json.loads(found["counts.json"])["team"] == 1
        samling("doctor", "--bundle", str(tmp_path / "b.zip"), code=1)
