from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import click
import pytest

from making import at
from samling.cli import place
from samling.cli.root import cli
from samling.domain.errors import DatabaseUnusable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from commands import Samling


def every_command(command: click.Command, *names: str) -> Iterator[tuple[str, ...]]:
    """Yield the words that call each command and group."""
    yield names
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from every_command(found, *names, name)


COMMANDS = list(every_command(cli))


class TestHelp:
    @pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
    def test_every_command_explains_itself(self, samling: Samling, words: tuple[str, ...]) -> None:
        """`--help` of each command ends well, names it and says in words what it is for."""
        shown = samling(*words, "--help", db=False).out
        usage, _, told = shown.partition("\n\n")
        assert usage.startswith(f"Usage: samling {' '.join(words)}".rstrip())
        assert len(told.split("\n\n")[0].split()) >= 2
        assert not samling.path.exists()

    def test_all_of_section_five_is_there(self) -> None:
        """Every command that other tools drive exists."""
        verbs = "start pause resume next finish extend until drop restore move reopen amend promise add edit remove"
        wanted = {("agenda", verb) for verb in verbs.split()} | {
            ("network", "new"),
            ("network", "use"),
            ("gathering", "new"),
            ("gathering", "use"),
            ("gathering", "day", "add"),
            ("programme", "list"),
            ("programme", "show"),
            ("programme", "check"),
            ("screen", "show"),
            *((name,) for name in ("undo", "redo", "log", "status", "note", "backup", "doctor", "demo", "timer")),
        }
        assert wanted <= set(COMMANDS)

    def test_a_command_mistyped(self, samling: Samling) -> None:
        """An unknown command is wrong usage, and one that is near is proposed."""
        assert "status" in samling("statsu", code=2).err
        samling("agenda", "sart", code=2)
        samling("agenda", code=2)


class TestHostileText:
    def test_the_log_commands_no_terminal(self, samling: Samling) -> None:
        """What was typed is kept in the log as plain text: no escape sequence, bell or broken UTF-8 comes out again."""
        samling.day(1)
        samling("agenda", "add", "Caf\udce9 \x1b]0;x\x07 [red]", "--minutes", "5")
        samling("agenda", "edit", "1", "--title", "A\udcff\x1b[31m")
        samling("note", "1", "hi\x07\x1b[2J\udcff there")
        samling("screen", "message", "\x9b31mout\udcff")
        told = samling("log").out
        assert all(each.isprintable() or each == "\n" for each in told)
        assert "hi[2J there" in told
        entries = samling("log", "--json").json
        assert all(value.isprintable() for entry in entries for value in _texts(entry["arguments"]))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for each in value.values():
            yield from _texts(each)
    elif isinstance(value, str):
        yield value


class TestNetworksAndGatherings:
    def test_ids_are_printed(self, samling: Samling) -> None:
        """Both `new` print their id alone, or as JSON."""
        assert samling("network", "new", "One").out == "1\n"
        assert samling("network", "new", "Two", "--json").json == {"id": 2}
        new = ("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00")
        assert samling(*new).out == "1\n"
        assert samling(*new, "--json").json == {"id": 2}

    def test_the_one_in_use(self, samling: Samling) -> None:
        """What is made is taken into use, and `use` takes another."""
        samling("network", "new", "One")
        new = ("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00")
        samling(*new, "--title", "First")
        samling(*new, "--title", "Second")
        samling("network", "new", "Two")
        samling("status", code=1)
        samling("gathering", "use", "1")
        shown = samling.status()
        assert (shown["network"]["name"], shown["gathering"]["title"]) == ("One", "First")
        samling("network", "use", "2")
        samling("network", "use", "1")
        assert [row["in_use"] for row in samling("network", "list", "--json").json] == [True, False]
        for noun in ("network", "gathering"):
            for unknown in ("99", "0", "-1", "9" * 30):
                samling(noun, "use", unknown, code=1)
            samling(noun, "use", "x", code=2)

    def test_an_end_before_the_start_is_on_the_next_day(self, samling: Samling) -> None:
        """From 20:00 to 01:00 is across midnight."""
        samling("network", "new", "N")
        samling("gathering", "new", "--date", "2026-09-16", "--start", "20:00", "--end", "01:00")
        assert samling.status()["gathering"]["promised_end"] == "2026-09-17T01:00:00+02:00"

    @pytest.mark.parametrize(
        ("date", "start", "end"),
        [
            ("2026-02-30", "09:00", "10:00"),
            ("2025-02-29", "09:00", "10:00"),
            ("16.09.2026", "09:00", "10:00"),
            ("20260916", "09:00", "10:00"),
            ("2026-13-01", "09:00", "10:00"),
            ("0000-01-01", "09:00", "10:00"),
            ("9999-12-31", "22:00", "01:00"),
            ("2026-09-16", "9", "10:00"),
            ("2026-09-16", "09:00", "09:00"),
            ("2026-09-16", "24:00", "10:00"),
            ("2026-09-16", "-09:00", "10:00"),
        ],
    )
    def test_impossible_dates_are_wrong_usage(self, samling: Samling, date: str, start: str, end: str) -> None:
        """Dates and times that are none end with 2 and make nothing."""
        samling("network", "new", "N")
        samling("gathering", "new", "--date", date, "--start", start, "--end", end, code=2)
        assert samling("gathering", "list", "--json").json == []

    def test_dates_long_past_are_dates(self, samling: Samling) -> None:
        """A gathering may lie a century ago, on the thirtieth of a month that has one, on a leap day."""
        samling("network", "new", "N")
        for date in ("1926-09-16", "2024-02-29", "2190-12-31"):
            samling("gathering", "new", "--date", date, "--start", "09:00", "--end", "10:00")
            assert samling.status()["gathering"]["date"] == date

    def test_a_programme(self, samling: Samling) -> None:
        """A gathering is laid out from a ready programme: every block of it, as long as what is promised."""
        samling("network", "new", "N")
        new = ("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00", "--programme")
        samling(*new, "unn-samling-2")
        assert sum(block["planned_seconds"] for block in samling.status()["blocks"]) == 4 * 3600
        samling(*new, "no-such", code=1)
        assert len(samling("gathering", "list", "--json").json) == 1

    def test_days_follow_one_another(self, samling: Samling) -> None:
        """A day that starts before the last one has ended is refused."""
        samling.day(1)
        samling("gathering", "day", "add", "--date", "2026-09-16", "--start", "15:20", "--end", "16:00", code=1)
        samling("gathering", "day", "add", "--date", "2026-09-15", "--start", "09:00", "--end", "16:00", code=1)
        samling("gathering", "day", "add", "--date", "2026-09-17", "--start", "09:00", "--end", "09:00", code=2)
        samling("agenda", "add", "X", "--minutes", "5", "--day", "2", code=1)


class TestStory:
    def test_undo_and_redo(self, samling: Samling) -> None:
        """Undo says what it took back, redo what came forward; with nothing left either is refused."""
        samling.day()
        samling("agenda", "start")
        samling("agenda", "drop", "3")
        assert samling("undo").out.startswith("Undone: Dropped “C”")
        assert samling("undo").out.startswith("Undone: Started “A”")
        assert samling("redo").out.startswith("Redone: Started “A”")
        samling("redo")
        assert samling.states() == ["running", "pending", "dropped"]
        assert "redo" in samling("redo", code=1).err
        for _ in range(5):
            samling("undo")
        samling("undo", code=1)
        assert samling.status()["blocks"] == []

    def test_log(self, samling: Samling) -> None:
        """The log tells every action, when it happened and when it was recorded."""
        samling.day(1)
        samling.clock.set(at("15:07"))
        samling("--at", "15:03", "agenda", "start")
        samling("undo")
        rows = samling("log", "--json").json
        assert [row["action"] for row in rows] == ["gathering-new", "add", "start", "undo"]
        assert rows[2]["happened_at"] == "2026-09-16T15:03:00+02:00"
        assert rows[2]["recorded_at"] == "2026-09-16T15:07:00+02:00"
        assert rows[3]["of"] == rows[2]["id"]
        words = samling("log").out
        assert "15:03  Started “A” (recorded 15:07)" in words
        assert [row["action"] for row in samling("log", "--json", "--limit", "1").json] == ["undo"]
        samling("log", "--limit", "0", code=2)

    def test_note(self, samling: Samling) -> None:
        """A note goes to the running block or a named one, begins with what it likes, and undo leaves it."""
        samling.day()
        samling("note", "Before anything")
        samling("agenda", "start")
        samling("note", "- ask about the ward")
        samling("note", "2", "-5 is cold")
        samling("undo")
        shown = samling("gathering", "show").out
        for text in ("Before anything", "- ask about the ward", "-5 is cold"):
            assert text in shown
        samling("note", "9", "Nowhere", code=1)
        samling("note", "two", "words", code=2)
        samling("note", code=2)

    def test_the_projector(self, samling: Samling) -> None:
        """A scene is chosen by its name, undo leaves it, and a message needs a text to be shown."""
        samling.day()
        samling("agenda", "start")
        assert "clock" in samling("screen", "show", "clock").out
        samling("undo")
        samling("screen", "show", "message", code=1)
        samling("screen", "message", "Back at [10:35]")
        samling("screen", "show", "auto")
        samling("screen", "show", "message")
        samling("screen", "show", "party", code=2)
        assert [row["action"] for row in samling("log", "--json").json][-4:] == ["undo", "message", "show", "show"]


class TestUpkeep:
    def test_backup(self, samling: Samling, tmp_path: Path) -> None:
        """A copy is a whole file with the same day, and never takes another file's name."""
        samling.day()
        samling("agenda", "start")
        copy = tmp_path / "copy.db"
        samling("backup", str(copy))
        before = copy.read_bytes()
        samling("backup", str(copy), code=1)
        samling("backup", str(tmp_path), code=1)
        samling("backup", str(tmp_path / "missing" / "copy.db"), code=4)
        assert copy.read_bytes() == before
        day = samling.status()
        samling.path = copy
        assert samling.status() == day

    def test_backup_of_nothing(self, samling: Samling, tmp_path: Path) -> None:
        """Without a file there is nothing to copy, and nothing is made."""
        samling("backup", str(tmp_path / "copy.db"), code=1)
        assert list(tmp_path.iterdir()) == []


class TestProgrammes:
    def test_check_tells_all_faults(self, samling: Samling, tmp_path: Path) -> None:
        """Every fault of a file is told at once, each with file, line and key, and it ends with 3."""
        file = tmp_path / "mine.toml"
        samling("programme", "check", str(file), code=3)
        file.write_bytes(b"title = '\xff\xfe'")
        samling("programme", "check", str(file), code=3)
        file.write_text(
            'id = "mine"\ntitle = 5\nkind = "party"\nsource = "me"\n\n[[blocks]]\ntitle = "A"\nminutes = -3\n',
            encoding="utf-8",
        )
        err = samling("programme", "check", str(file), code=3).err
        for line, key in ((2, "title"), (3, "kind"), (8, "minutes")):
            assert any(f"line {line}" in each and key in each for each in err.splitlines()), (line, err)
        samling("network", "new", "N")
        new = ("gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00")
        samling(*new, "--programme", str(file), code=3)
        samling("status", code=1)

    def test_list_and_show(self, samling: Samling) -> None:
        """The ready programmes are listed and shown without a database."""
        listed = samling("programme", "list", "--json").json
        assert "unn-samling-2" in [row["id"] for row in listed]
        assert samling("programme", "show", "unn-samling-2").out
        samling("programme", "show", "nope", code=1)
        assert not samling.path.exists()


class TestFile:
    @pytest.mark.parametrize("words", [("status",), ("network", "new", "N"), ("undo",), ("log",), ("agenda", "start")])
    def test_one_that_is_not_ours(self, samling: Samling, words: tuple[str, ...]) -> None:
        """Every command ends with 4 at a file that is not ours, and leaves it as it is."""
        samling.path.write_text("Handleliste " * 1000, encoding="utf-8")
        assert str(samling.path) in samling(*words, code=4).err
        assert samling.path.read_text(encoding="utf-8") == "Handleliste " * 1000
        assert [each.name for each in samling.path.parent.iterdir()] == [samling.path.name]

    def test_places_that_cannot_be(self, samling: Samling, tmp_path: Path) -> None:
        """A folder, a missing folder and a name that is too long end with 4 and make nothing."""
        for path in (tmp_path, tmp_path / "no" / "such.db", tmp_path / ("x" * 300)):
            samling.path = path
            samling("status", code=4)
            samling("network", "new", "N", code=4)
        assert list(tmp_path.iterdir()) == []

    def test_one_that_is_locked(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """A file that another program holds ends with 4 after the timeout."""
        from samling.store import database

        samling.day()
        monkeypatch.setattr(database.Database.__init__, "__kwdefaults__", {"read_only": False, "busy_seconds": 0.05})
        other = database.Database(samling.path)
        with other.writing():
            assert "held by another program" in samling("agenda", "start", code=4).err
        other.close()
        samling("agenda", "start")

    def test_what_cannot_be_written_can_be_read(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """Keeping the clocks in mind may fail, for a file that is read-only or held; the day is shown all the same."""
        from samling.session import Session

        samling.day()

        def fail(_self: Session) -> None:
            raise DatabaseUnusable("no")

        monkeypatch.setattr(Session, "notice_clock", fail)
        assert samling("status").code == 0

    def test_a_fault_on_the_way_closes_the_file(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """When a file opens but cannot be used, it is not left open."""
        from samling.store import clocks, database

        samling.day()
        closed = []
        monkeypatch.setattr(database.Database, "close", lambda self: closed.append(self._connection.close()))

        def fail(_database: database.Database) -> None:
            raise DatabaseUnusable("no")

        monkeypatch.setattr(clocks, "demo_time", fail)
        with pytest.raises(DatabaseUnusable):
            place.Place(samling.path, None).open()
        assert len(closed) == 1


def python(*arguments: str, home: Path, code: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own with a home folder of the test's own."""
    around = {
        name: value for name, value in os.environ.items() if not name.startswith(("SAMLING", "XDG", "LC_", "LANG"))
    }
    done = subprocess.run(
        [sys.executable, *arguments],
        env={**around, "HOME": str(home), "LANG": "en_GB.UTF-8", **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        check=False,
    )
    assert done.returncode == code, (arguments, done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.skipif(sys.platform != "linux", reason="where data lies differs by system")
class TestOwnProcess:
    def test_the_data_folder_is_made_when_it_is_first_used(self, tmp_path: Path) -> None:
        """Without --db the file lies in the user's data folder; looking makes nothing, the first network makes it."""
        python("-m", "samling", "status", home=tmp_path, code=1)
        assert list(tmp_path.iterdir()) == []
        python("-m", "samling", "network", "new", "Tørn", home=tmp_path)
        assert (tmp_path / ".local" / "share" / "samling" / "samling.db").is_file()
        python("-m", "samling", "network", "new", "Tørn", home=tmp_path, XDG_DATA_HOME=str(tmp_path / "data"))
        assert (tmp_path / "data" / "samling" / "samling.db").is_file()

    def test_the_file_by_its_variable(self, tmp_path: Path) -> None:
        """SAMLING_DB names the file; --db goes before it."""
        one, two = str(tmp_path / "one.db"), str(tmp_path / "two.db")
        python("-m", "samling", "network", "new", "N", home=tmp_path, SAMLING_DB=one)
        python("-m", "samling", "--db", two, "network", "new", "N", home=tmp_path, SAMLING_DB=one)
        assert {each.name for each in tmp_path.iterdir()} == {"one.db", "two.db"}

    def test_headless_commands_load_no_window(self, tmp_path: Path) -> None:
        """Headless commands load neither Textual nor our windows; the quick ones neither Rich nor pydantic."""
        script = (
            "import json, sys\n"
            "from samling.cli.main import run\n"
            "for words in json.loads(sys.argv[1]):\n"
            "    code = run(words)\n"
            "    assert code == 0, (words, code)\n"
            "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules} & {'textual', 'rich', 'pydantic'}\n"
            "                 | {name for name in sys.modules if name.startswith('samling.tui')})))\n"
        )
        db = ["--db", str(tmp_path / "x.db")]
        quiet = [
            ["--help"],
            [*db, "network", "new", "N"],
            [*db, "gathering", "new", "--date", "2026-09-16", "--start", "09:00", "--end", "13:00"],
            [*db, "agenda", "add", "A", "--minutes", "5"],
            [*db, "agenda", "start"],
            [*db, "status", "--json"],
            [*db, "log"],
            [*db, "undo"],
            ["agenda", "extend", "--help"],
        ]
        loaded = self._loaded(script, quiet, tmp_path)
        assert loaded == []
        looked = [*db, "doctor", "--bundle", str(tmp_path / "bundle.zip")]
        more = self._loaded(script, [[*db, "status"], ["programme", "list"], looked], tmp_path)
        assert set(more) <= {"rich", "pydantic"}

    @staticmethod
    def _loaded(script: str, commands: list[list[str]], home: Path) -> Any:  # noqa: ANN401 - JSON
        done = python("-c", script, json.dumps(commands), home=home)
        return json.loads(done.stdout.splitlines()[-1])

    def test_languages(self, tmp_path: Path) -> None:
        """SAMLING_LANG and --lang choose the language, else the locale does; another language is wrong usage."""
        status = ("-m", "samling", "--db", str(tmp_path / "no.db"), "status")
        english = python(*status, home=tmp_path, code=1).stderr
        assert english.startswith("There is no gathering yet")
        assert python(*status, home=tmp_path, code=1, LANG="nb_NO.UTF-8", SAMLING_LANG="en").stderr == english
        assert python(*status, home=tmp_path, code=1, LANG="nb_NO.UTF-8", SAMLING_LANG="").stderr != ""
        python(*status, home=tmp_path, code=2, SAMLING_LANG="tlh")
        python("-m", "samling", "--lang", "se", "status", home=tmp_path, code=2)

    def test_windows_need_a_terminal(self, tmp_path: Path) -> None:
        """Without a terminal each window is refused in words, and nothing is made."""
        for words in ((), ("screen",), ("timer",), ("demo",)):
            assert "terminal" in python("-m", "samling", *words, home=tmp_path, code=1).stderr
        assert list(tmp_path.iterdir()) == []

    def test_output_that_nobody_reads(self, tmp_path: Path) -> None:
        """A reader that goes away (a pager, head) is no fault."""
        script = (
            "import os, subprocess, sys\n"
            "read, write = os.pipe()\n"
            "os.close(read)\n"
            "done = subprocess.run([sys.executable, '-m', 'samling', '--help'], stdout=write, stderr=subprocess.PIPE)\n"
            "sys.stderr.buffer.write(done.stderr)\n"
        )
        assert python("-c", script, home=tmp_path).stderr == ""
