"""The back-ups beside a database: named after their time, the last ten kept, nothing else touched."""

from __future__ import annotations

import shutil
import stat
import sys
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.domain.errors import DatabaseUnusable
from samling.domain.wireless import Security, Wireless
from samling.store import backups
from samling.store.database import peek

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock

MORNING = datetime(2026, 9, 16, 8, 55)  # noqa: DTZ001 - local, as back-ups are named


@pytest.fixture
def path(tmp_path: Path, clock: FakeClock) -> Path:
    """A database with a day in it."""
    clock.set(at("08:55"))
    session = open_session(tmp_path / "fjord.db", clock)
    new_day(session)
    session.close()
    return tmp_path / "fjord.db"


def mornings(path: Path, count: int) -> None:
    """Make a back-up on as many mornings."""
    made = backups.make(path, MORNING)
    for day in range(1, count):
        shutil.copy(made, made.with_name(f"{path.stem}-{MORNING + timedelta(days=day):%Y-%m-%d-%H%M}.db"))


def names(path: Path) -> list[str]:
    """Return what lies in the folder of the back-ups."""
    return sorted(each.name for each in backups.folder(path).iterdir())


class TestMaking:
    def test_it_is_named_after_its_time(self, path: Path) -> None:
        """It lies in NAME-backups, and a second one of the same minute gets a number."""
        assert backups.make(path, MORNING) == path.parent / "fjord-backups" / "fjord-2026-09-16-0855.db"
        backups.make(path, MORNING)
        assert names(path) == ["fjord-2026-09-16-0855-2.db", "fjord-2026-09-16-0855.db"]

    def test_it_holds_the_day(self, path: Path) -> None:
        """A back-up is a whole samling file with the blocks in it."""
        assert peek(backups.make(path, MORNING), "SELECT title FROM block") == [("A",), ("B",), ("C",)]

    def test_the_password_of_the_room_s_network_is_not_kept(self, path: Path, clock: FakeClock) -> None:
        """What is shown just now and kept nowhere is in no copy, not even where rows were removed."""
        session = open_session(path, clock)
        session.show_wireless(Wireless("Gjest", Security.WPA, "hemmelig-passord"))
        made = backups.make(path, MORNING)
        session.close()
        assert peek(made, "SELECT * FROM wireless") == []
        assert b"hemmelig-passord" not in made.read_bytes()

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps rights in another way")
    def test_nobody_else_may_read_it(self, path: Path) -> None:
        """A database that is read by its owner alone has back-ups that are too."""
        path.chmod(0o600)
        assert stat.S_IMODE(backups.make(path, MORNING).stat().st_mode) == 0o600

    def test_the_day_s_own_room_is_not_taken(self, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """On a disk that is nearly full none is made: the day itself needs what is left."""
        monkeypatch.setattr(backups, "ROOM", 10**18)
        with pytest.raises(DatabaseUnusable):
            backups.make(path, MORNING)
        assert names(path) == []

    def test_where_none_can_be_made_it_is_said(self, path: Path) -> None:
        """A file in the place of the folder is told of, and stays."""
        (path.parent / "fjord-backups").write_text("mine")
        with pytest.raises(DatabaseUnusable):
            backups.make(path, MORNING)
        assert (path.parent / "fjord-backups").read_text() == "mine"


class TestKeeping:
    def test_the_last_ten_are_kept(self, path: Path) -> None:
        """Of thirteen mornings the first three go."""
        mornings(path, 12)
        backups.make(path, MORNING + timedelta(days=12))
        assert names(path) == [f"fjord-2026-09-{day}-0855.db" for day in range(19, 29)]

    def test_what_samling_did_not_make_stays(self, path: Path) -> None:
        """Neither a file of another name nor one of another program is ever removed, however old it is by its name."""
        folder = backups.folder(path)
        folder.mkdir()
        theirs = {"notes.txt", "other-2020-01-01-0800.db", "fjord-2020-01-01-0800.db.bak", "fjord-2020-02-31-0800.db"}
        for name in (*theirs, "fjord-2020-01-01-0800.db"):
            (folder / name).write_text("mine")  # the last has the name of a back-up, but is none
        mornings(path, 12)
        backups.make(path, MORNING + timedelta(days=12))
        assert {"fjord-2020-01-01-0800.db", *theirs} <= set(names(path))
        assert len(names(path)) == len(theirs) + 1 + 10

    def test_a_wrong_clock_never_removes_the_one_just_made(self, path: Path) -> None:
        """With the clock back in 1970 the new one is the oldest by its name, and is kept."""
        mornings(path, 10)
        made = backups.make(path, datetime(1970, 1, 1))  # noqa: DTZ001
        assert made.exists()
        assert len(names(path)) == 10

    def test_of_one_minute_the_newest_are_kept(self, path: Path) -> None:
        """The name of one that was let go of is not given again: the one that gets it would be taken for the oldest."""
        made = [backups.make(path, MORNING) for _each in range(backups.KEPT + 2)]
        assert [each.path for each in backups.found(path)] == made[: -backups.KEPT - 1 : -1]

    def test_they_are_found_newest_first(self, path: Path) -> None:
        """In the order in which they were made, also within a minute; a database that is called alike has its own."""
        for _each in range(2):
            backups.make(path, MORNING)
        backups.make(path, MORNING - timedelta(days=1))
        found = backups.found(path)
        assert [(each.made, each.number) for each in found] == [
            (MORNING, 2),
            (MORNING, 1),
            (MORNING - timedelta(days=1), 1),
        ]
        assert backups.found(path.with_name("fjor.db")) == ()
