"""Every command shows how it is called, and what it shows works: each example is run on a file of the tests' making."""

from __future__ import annotations

import shlex
import shutil
from functools import partial
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

import example_days as days
from samling import clock as machine
from samling.cli import demo_file
from samling.cli.examples import examples_of
from samling.cli.root import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands import Samling
    from fake_clock import FakeClock


def every_command(command: click.Command, *names: str) -> Iterator[tuple[str, click.Command]]:
    """Yield each command that can be run, with the words that call it."""
    if not isinstance(command, click.Group) or command.invoke_without_command:
        yield " ".join(names), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from every_command(found, *names, name)


COMMANDS = dict(every_command(cli))
EXAMPLES = [(words, line) for words, command in COMMANDS.items() for line in examples_of(command)]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the filled files, each made when it is first wanted, and those that examples name."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "named").mkdir()
    days.lay_out(folder / "named")
    return folder


def test_every_command_has_an_example() -> None:
    """Each command, and each group that does something by itself, ends its help with a line that calls it."""
    assert not [words for words, command in COMMANDS.items() if not examples_of(command)]
    assert not [line for words, line in EXAMPLES if not f"{line} ".startswith(f"samling {words} ".replace("  ", " "))]


@pytest.mark.parametrize(("words", "line"), EXAMPLES, ids=[line for _words, line in EXAMPLES])
@pytest.mark.usefixtures("somebody")
def test_an_example_does_what_it_shows(samling: Samling, shelf: Path, words: str, line: str) -> None:
    """Typed as it stands on a filled file, an example succeeds; what needs a terminal says that there is none."""
    fill(samling, shelf, days.day_of(words))
    for before in days.BEFORE.get(words, ()):
        typed(samling, before)
    needs_a_terminal = line in days.SHOWN
    told = typed(samling, line, code=int(needs_a_terminal))
    assert "terminal" in told or not needs_a_terminal


@pytest.fixture
def somebody(words: str, shelf: Path, tmp_path: Path, clock: FakeClock, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody in a folder with the files that examples name, who answers what is asked; the demo's clock stands."""
    shutil.copytree(shelf / "named", tmp_path, dirs_exist_ok=True)
    monkeypatch.setattr(machine, "demo_clock", partial(machine.demo_clock, clock=clock))
    monkeypatch.chdir(tmp_path)
    given = StringIO(days.PAPER)
    monkeypatch.setattr(given, "isatty", lambda: words in days.ASKING)
    monkeypatch.setattr("sys.stdin", given)
    monkeypatch.setattr(click, "prompt", lambda *_words, **_options: "24681357")
    monkeypatch.setattr(click, "confirm", lambda *_words, **_options: True)


def fill(samling: Samling, shelf: Path, day: str) -> None:
    """Fill samling's file with a day, made once and copied from then on."""
    kept = shelf / f"{day}.db"
    if not kept.exists():
        demo_file.prepare(samling.path, speed=None)
        for line in days.DAYS[day]:
            typed(samling, line)
        shutil.copy(samling.path, kept)
    shutil.copy(kept, samling.path)


def typed(samling: Samling, line: str, code: int = 0) -> str:
    """Run a command line as a shell would, its output into a file where it says so, and return what it told."""
    call, _, file = line.partition(" > ")
    name, *arguments = shlex.split(call)
    assert name == "samling"
    said = samling(*arguments, code=code)
    if file:
        Path(file).write_text(said.out, encoding="utf-8")
    return said.out or said.err
