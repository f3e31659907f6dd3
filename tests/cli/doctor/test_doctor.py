"""`samling doctor`: green, or what to do."""

from __future__ import annotations

import io
import json
import os
import zipfile
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from earlier import first_file
from samling.cli.doctor import computer, looking
from samling.cli.doctor.folders import shared_folder, write_fault
from samling.cli.main import run
from samling.domain.pitching.sentence import Sentence
from samling.domain.readiness.machine import Machine, Terminal
from samling.store.sqlite import sqlite3

if TYPE_CHECKING:
    from pathlib import Path

    from commands import Samling
    from fake_clock import FakeClock


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch, clock: FakeClock) -> None:
    """A computer that has all that is needed, so that what is found is the file's and the plan's."""
    fine = Machine("Python 3, samling 1", "Linux", "3.53.0", True, True, clock())
    terminal = Terminal(80, 24, Sentence("256 colours"), "UTF-8")
    monkeypatch.setattr(looking, "computer", lambda: replace(fine, now=clock(), terminal=terminal, awake=True))


@pytest.fixture
def planned(samling: Samling) -> Samling:
    """A day that is ready, the day before."""
    samling.clock.move(hours=-24)
    samling.day()
    samling("team", "add", "Fjord")
    samling("backup")
    return samling


def todos(samling: Samling) -> list[str]:
    """Return what the doctor wants done, by id."""
    samling._capsys.readouterr()
    code = run(["--db", str(samling.path), "doctor", "--json"])
    out, _err = samling._capsys.readouterr()
    told = json.loads(out)
    found = [each["id"] for part in ("machine", "file", "plan") for each in told[part] if each["level"] == "do"]
    assert told["ready"] is not found
    assert code == (1 if found else 0)
    return found


class TestDoctor:
    def test_green(self, planned: Samling) -> None:
        """Where nothing is to be done it ends with that one word, and with 0."""
        said = planned("doctor").out
        assert said.splitlines()[-1] == "✓ Ready."
        assert "LOOK" not in said
        for word in ("SQLite", str(planned.path), "Free space", "Europe/Oslo", "Terminal", "Back-up"):
            assert word in said
        assert todos(planned) == []

    def test_where_samling_has_never_run(self, samling: Samling) -> None:
        """Its own folder is not there yet: nobody is told to make it, nor that something can be written in it."""
        assert run(["doctor"]) == 1
        out, _err = samling._capsys.readouterr()
        assert out.splitlines()[-1] == "  1. Plan the gathering: run samling, which asks for what it needs."
        assert "Folder" not in out
        assert "Writing" not in out

    def test_what_to_do_is_numbered_at_the_end(self, planned: Samling) -> None:
        """Each thing has a sign and a word where it stands, and a number in what is to be done; it ends with 1."""
        planned("agenda", "add", "D", "--minutes", "10")
        planned("screen", "message", "Prøve")
        assert run(["--db", str(planned.path), "doctor"]) == 1
        out, _err = planned._capsys.readouterr()
        lines = out.splitlines()
        assert sum(line.startswith("  ! LOOK") for line in lines) == 2
        assert [line[:5] for line in lines[-2:]] == ["  1. ", "  2. "]
        assert lines[-3] == "! 2 things to do:"
        assert todos(planned) == ["fits", "projector"]

    def test_nothing_is_there_yet(self, samling: Samling) -> None:
        """Without a file the one thing to do is to plan; none is made."""
        assert todos(samling) == ["database"]
        assert not samling.path.exists()

    @pytest.mark.parametrize("name", ["x" * 5000, "missing/day.db"])
    def test_a_name_that_is_no_file(self, samling: Samling, tmp_path: Path, name: str) -> None:
        """A name that cannot be looked up, or a folder that is not there, is told."""
        samling.path = tmp_path / name
        assert todos(samling) == ["database"]

    def test_a_network_without_a_gathering(self, samling: Samling) -> None:
        """The gathering is to be planned."""
        samling("network", "new", "Network")
        samling("backup")
        assert todos(samling) == ["gathering"]

    def test_a_file_that_is_not_ours(self, samling: Samling) -> None:
        """It is told, and nothing of it changes."""
        samling.path.write_text("Handleliste " * 100, encoding="utf-8")
        assert todos(samling) == ["database"]
        assert samling.path.read_text(encoding="utf-8") == "Handleliste " * 100

    def test_a_file_that_is_held(self, planned: Samling) -> None:
        """A program that is writing is told of, and waited for no longer than a moment."""
        with closing(sqlite3.connect(planned.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            assert todos(planned) == ["held"]

    def test_an_older_file_is_left_as_it_is(self, samling: Samling) -> None:
        """It is looked at in a copy, and not renewed."""
        first_file(samling.path)
        before = samling.path.read_bytes()
        samling._capsys.readouterr()
        run(["--db", str(samling.path), "doctor"])
        assert "earlier samling" in samling._capsys.readouterr().out
        assert samling.path.read_bytes() == before

    def test_what_nothing_could_have_written(self, planned: Samling) -> None:
        """A file whose rows make no sense is told of too, and support can be asked."""
        with closing(sqlite3.connect(planned.path)) as connection:
            connection.execute("UPDATE day SET date = 'nonsense'")
            connection.commit()
        assert todos(planned) == ["database"]
        planned("doctor", "--bundle", str(planned.path.with_name("b.zip")))
        assert zipfile.is_zipfile(io.BytesIO(planned.path.with_name("b.zip").read_bytes()))

    def test_in_norwegian(self, planned: Samling) -> None:
        """Every line has its Norwegian."""
        said = planned("--lang", "nb", "doctor").out
        assert said.splitlines()[-1] == "✓ Klart."
        for word in ("Maskinen", "Fila", "Planen", "Sikkerhetskopi", "Storskjerm"):
            assert word in said


class TestComputer:
    def test_it_can_be_read(self) -> None:
        """This computer, whatever it is, can be looked at."""
        found = computer.computer()
        assert "samling" in found.versions
        assert found.zones

    @pytest.mark.skipif(os.name == "nt", reason="Windows tells it in another way")
    def test_power_is_read_where_linux_tells_it(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """A mouse's battery is not the laptop's; without a battery nothing is said."""
        monkeypatch.setattr(computer, "_POWER", tmp_path)
        assert computer._power() is None
        for name, values in {
            "AC": {"type": "Mains", "online": "0"},
            "BAT0": {"type": "Battery", "scope": "System", "capacity": "43"},
            "mouse": {"type": "Battery", "scope": "Device", "capacity": "99"},
        }.items():
            (tmp_path / name).mkdir()
            for key, value in values.items():
                (tmp_path / name / key).write_text(f"{value}\n")
        power = computer._power()
        assert power is not None
        assert (power.plugged_in, power.percent) == (False, 43)


class TestFolder:
    @pytest.mark.parametrize(
        ("folder", "shared"),
        [
            ("/home/kari/OneDrive - UNN/samling", True),
            ("/Users/kari/Library/Mobile Documents/x", True),
            ("\\\\server\\felles\\kurs", True),
            ("//server/felles", True),
            ("/home/kari/Dropbox", True),
            ("/home/kari/samling", False),
        ],
    )
    def test_folders_that_are_shared(self, folder: str, shared: bool) -> None:
        """Synced folders and network drives are known by their names."""
        assert (shared_folder(folder) is not None) is shared

    def test_writing_is_tried(self, tmp_path: Path) -> None:
        """A folder that can be written in is left as it was; one that cannot says why."""
        assert write_fault(tmp_path) is None
        assert list(tmp_path.iterdir()) == []
        assert write_fault(tmp_path / "missing") is not None
