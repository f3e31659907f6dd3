from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from samling.domain.errors import FileHeld
from samling.store.database import Database, create
from samling.store.holder import holder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HOLD = """
import sys
from samling.store.database import Database
database = Database(__import__("pathlib").Path(sys.argv[1]))
with database.writing():
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A database."""
    create(tmp_path / "samling.db")
    return tmp_path / "samling.db"


@pytest.fixture
def process(path: Path) -> Iterator[int]:
    """Another program that holds it; its process id."""
    command = [sys.executable, "-c", _HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline() == "held\n"
        yield child.pid
        child.communicate("")


@pytest.mark.skipif(sys.platform != "linux", reason="no other system tells who holds a file")
def test_the_program_that_holds_a_file_is_named(path: Path, process: int) -> None:
    """The refusal says its name and its process id, so that it can be found and closed."""
    database = Database(path, busy_seconds=0)
    with pytest.raises(FileHeld, match=rf"held by python.* \(process {process}\)"), database.writing():
        pass
    database.close()


def test_a_reader_is_not_taken_for_a_writer(path: Path) -> None:
    """Nobody holds a file that is only open."""
    database = Database(path)
    assert holder(path) is None
    database.close()


def test_a_system_that_does_not_tell(path: Path, process: int, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001 - it holds the file
    """Where it cannot be known the refusal does not pretend to."""
    monkeypatch.setattr(sys, "platform", "darwin")
    database = Database(path, busy_seconds=0)
    with pytest.raises(FileHeld, match="held by another program"), database.writing():
        pass
    database.close()
