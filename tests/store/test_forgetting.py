"""Nothing of a name may be left: looked for in the bytes of every file, as somebody would who wants to find it."""

from __future__ import annotations

import json
import os
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from file_operations import CANNOT, Operation, watched_by
from making import at
from opened import new_day, open_session
from samling.domain.errors import DatabaseUnusable, Refused
from samling.domain.pitching.judge import Judge
from samling.domain.plan import BlockChange
from samling.domain.roster import PersonChange
from samling.domain.roster_actions import ROSTER_CHAIN
from samling.domain.team import Person, Team
from samling.store import backups
from samling.store.database import Database

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Forgotten, Session

TEAMS = (
    Team(
        "Fjord", coach="Åse Dalheim", people=(Person("Kari Vikebø", "team-leader", "dialysesykepleier"), Person("Liv"))
    ),
    Team("Vidde", aim="Ola Lidals mål", unit="hos Kari Vikebø", people=(Person("Ola Lidal"),)),
)  # fmt: skip
NAMES = ("Åse Dalheim", "Kari Vikebø", "Ola Lidal", "Siv Strømmen", "Bo Bergheim", "dialysesykepleier", "jordmor",
         "Truls Dommernes")  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies: in a folder of its own, so that what lies beside it can be seen."""
    folder = tmp_path / "data"
    folder.mkdir()
    return folder / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Session:
    """A network whose people stand wherever they can: in teams, log, roll, notes, blocks and what was undone."""
    clock.set(at("15:00"))
    opened = open_session(path, clock)
    new_day(opened)
    opened.do("team-import", teams=TEAMS, others=(Person("Bo Bergheim", "director"),), file="liste.xlsx")
    opened.do("person-edit", person_id=3, change=PersonChange(name="Siv Strømmen", profession="jordmor"))
    opened.do("person-add", person=Person("Ola Lidal"), team_id=1)
    opened.undo(ROSTER_CHAIN)
    opened.do("arrive", who="Kari Vikebø, Liv", people=(1, 2))
    opened.do("add", change=BlockChange(title="Innledning ved Bo Bergheim", planned_seconds=600))
    opened.do("note", text="Spør Siv Strømmen og Åse Dalheim")
    opened.do("message", text="Kari Vikebø, ring hjem")
    opened.do("judge-add", judge=Judge("Truls Dommernes", "Fjordhelse"))
    return opened


def forget(session: Session) -> Forgotten:
    """Forget the people of the network in use."""
    network = session.network_in_use().id
    assert network is not None
    return session.forget_people(network, "Person {}".format)


def left_in(folder: Path) -> set[str]:
    """Return the names that stand in any file of a folder, in any case of letters, as bytes or as JSON has them."""
    found = b"".join(each.read_bytes() for each in folder.iterdir()).decode("utf-8", errors="replace").casefold()
    return {name for name in NAMES if name.casefold() in found or json.dumps(name)[1:-1].casefold() in found}


class Seen:
    """Notes the names of the files that SQLite opens as databases or journals."""

    def __init__(self) -> None:
        self.opened: set[str] = set()

    def before(self, operation: Operation) -> int:
        """Let everything through."""
        if operation.what == "open":
            self.opened.add(operation.path.rpartition(os.sep)[2])
        return 0

    def after(self, operation: Operation) -> None:
        """It has been noted."""


class TestForget:
    def test_no_name_is_left_in_any_byte(self, session: Session, path: Path) -> None:
        """Before, every name stands in the file; after, none does: not in free pages, nor in what lies beside it."""
        assert left_in(path.parent) == set(NAMES)
        left = forget(session)
        assert (left.is_clean, left.copies) == (True, ())
        assert left_in(path.parent) == set()
        session.close()
        assert left_in(path.parent) == set()

    def test_what_is_kept(self, session: Session) -> None:
        """Teams, how many people they have, their roles, who was here and that there is a judge are as before."""
        before, roll = session.roster(), session.roll()
        forget(session)
        after = session.roster()
        assert [(team.name, len(team.people)) for team in after.teams] == [("Fjord", 2), ("Vidde", 1)]
        assert [(each.id, each.role) for _team, each in after.everybody()] == [
            (each.id, each.role) for _team, each in before.everybody()
        ]
        assert session.roll() == roll
        assert session.networks()[0].people == 5
        assert [(judge.name, judge.organisation) for judge in session.pitching().judges] == [("Person 7", "Fjordhelse")]

    def test_the_log_tells_it(self, session: Session) -> None:
        """Every entry is still there, tells a number for a name, and the last tells that names were removed."""
        before = [(entry.action, entry.happened_at) for entry in session.log()]
        forget(session)
        entries = session.log()
        assert [(entry.action, entry.happened_at) for entry in entries[:-1]] == before
        assert (entries[-1].action, entries[-1].arguments) == ("network-forget", {"count": 5})
        told = {entry.action: entry.arguments for entry in entries}
        assert told["team-import"] == {"file": "liste.xlsx"}
        assert told["person-add"] == {"name": "Person 2", "team_id": 1} or told["person-add"]["name"].startswith(
            "Person "
        )
        assert all(part.startswith("Person ") for part in told["arrive"]["who"].split(", "))

    def test_it_cannot_be_undone(self, session: Session) -> None:
        """Nothing of the roster can be undone or redone; of the agenda everything can, and brings no name back."""
        forget(session)
        for turn_back in (session.undo, session.redo):
            with pytest.raises(Refused):
                turn_back(ROSTER_CHAIN)
        titles = [block.title for block in session.in_use().blocks]
        assert titles == ["A", "B", "C", "Innledning ved Person 4"]
        session.undo()
        assert [block.title for block in session.in_use().blocks] == titles[:3]
        session.redo()
        assert [block.title for block in session.in_use().blocks] == titles

    def test_other_networks_keep_theirs(self, session: Session) -> None:
        """Somebody of the same name in another network is not touched."""
        session.new_network("Other", "Europe/Oslo")
        session.do("team-import", teams=TEAMS)
        other = session.roster()
        session.forget_people(1, "Person {}".format)
        assert session.roster() == other

    def test_copies_that_still_hold_names(self, session: Session, path: Path) -> None:
        """Copies and reports beside the file are named, and not touched; what does not hold the names is not."""
        kept = path.parent / "kopi.db"
        Database(path).copy_to(kept)
        report, other = path.parent / "day.html", path.parent / "notat.txt"
        report.write_text("<p>Note: Siv&#x20;Str&oslash;mmen</p>", encoding="utf-8")
        other.write_text("Liv og Kari", encoding="utf-8")
        (path.parent / "tom.db").write_bytes(b"")
        (path.parent / "mappe.db").mkdir()
        before = kept.read_bytes()
        assert forget(session).copies == (report, kept)
        assert kept.read_bytes() == before
        Database(path).copy_to(path.parent / "ren.db")
        assert forget(session).copies == ()

    def test_back_ups_that_still_hold_names(self, session: Session, path: Path) -> None:
        """Those that samling itself made beside the file are named too; one that is made afterwards is not."""
        kept = backups.make(path, datetime(2026, 9, 16, 8, 55))  # noqa: DTZ001 - local, as back-ups are named
        assert forget(session).copies == (kept,)
        backups.make(path, datetime(2026, 9, 16, 15, 0))  # noqa: DTZ001
        kept.unlink()
        assert forget(session).copies == ()

    def test_a_window_that_is_reading(self, session: Session, path: Path) -> None:
        """While another window holds an old state of the file it is not clean, and that is said; afterwards it is."""
        other = Database(path)
        with other.reading():
            other.rows("SELECT * FROM person")
            assert not forget(session).is_clean
        assert forget(session).is_clean
        other.close()
        assert left_in(path.parent) == set()

    def test_a_file_that_cannot_be_written_anew(self, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
        """Where the disk has no room for that, the names are removed all the same; what is left to do is told."""

        def full(_database: Database) -> bool:
            raise DatabaseUnusable("full")

        monkeypatch.setattr(Database, "compact", full)
        left = forget(session)
        assert (left.is_clean, left.is_written_anew) == (False, False)
        assert not {person.name for _team, person in session.roster().everybody()} & set(NAMES)

    @pytest.mark.skipif(CANNOT is not None, reason=CANNOT or "")
    def test_what_is_in_use_is_not_looked_into(self, path: Path, clock: FakeClock) -> None:
        """The open file's log and index are no copies: to open and close its index would drop the locks on it."""
        seen = Seen()
        with watched_by(seen):
            session = open_session(path, clock)
            new_day(session)
            forget(session)
            session.close()
        assert path.name in seen.opened
        assert f"{path.name}-shm" not in seen.opened

    def test_a_network_that_is_not_there(self, session: Session) -> None:
        """An unknown network is refused, and nothing is changed."""
        before = session.roster()
        with pytest.raises(Refused):
            session.forget_people(9, "Person {}".format)
        assert session.roster() == before
