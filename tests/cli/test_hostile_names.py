"""Names that would command a terminal: typed at every command, and found in a file that somebody else has written."""

from __future__ import annotations

from contextlib import closing
from io import StringIO
from typing import TYPE_CHECKING, Any

import click
import pytest

from fuzz.invariants import check_texts, everything
from fuzz.starts import make
from hostile import COMMANDS, LEFT, is_harmless, spoil
from opened import open_session
from samling.cli.main import run
from samling.cli.root import cli

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from commands import Samling

WINDOWS = {"screen", "timer", "judge", "demo", "rehearse"}
"""What opens a window is tried in a terminal."""


def leaves(group: click.Group, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every command that does something, with the words that it is called by."""
    context = click.Context(group)
    for name in group.list_commands(context):
        found = group.get_command(context, name)
        if isinstance(found, click.Group):
            yield from leaves(found, (*words, name))
            if found.invoke_without_command:
                yield (*words, name), found
        elif found is not None:
            yield (*words, name), found


ALL = dict(leaves(cli))
HEADLESS = {words: each for words, each in ALL.items() if " ".join(words) not in WINDOWS}


@pytest.fixture(autouse=True)
def no_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types anything more."""
    monkeypatch.setattr("sys.stdin", StringIO())
    monkeypatch.setattr("click.termui.hidden_prompt_func", lambda _prompt: "2468")


def said(capsys: pytest.CaptureFixture[str], path: Path, *words: str) -> str:
    """Run a command line and return all that it says; it never ends with a fault of samling's own."""
    capsys.readouterr()
    code = run(["--db", str(path), *words])
    out, err = capsys.readouterr()
    assert code in range(5), (words, code)
    assert "fault of its own" not in err, (words, err)
    return out + err


@pytest.fixture
def spoilt(tmp_path: Path, samling: Samling) -> Path:
    """A file of which another program has written every name."""
    path, now = make(tmp_path)["award"]
    spoil(path)
    samling.clock.set(now)
    return path


def test_a_spoilt_file_is_told_harmlessly(spoilt: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever the names in a file are, no command sends one of their commands on, and none fails by them."""
    for words, command in HEADLESS.items():
        if any(each.required for each in command.params):
            continue
        options = {option for each in command.params for option in each.opts}
        for more in ((), ("--json",)) if "--json" in options else ((),):
            told = said(capsys, spoilt, *words, *more)
            assert is_harmless(told), (words, told)
    assert LEFT in said(capsys, spoilt, "team", "list", "--json").replace("\\", "")


def _typed(command: click.Command, path: Path) -> list[str]:
    """Hostile words for all that a command takes as words, and a number where it takes one."""
    words: list[str] = []
    for each in command.params:
        takes_words = each.type is click.STRING and not getattr(each, "is_flag", False)
        if isinstance(each, click.Argument):
            words.append(_value(each, path))
        elif each.required or takes_words:
            words += [each.opts[0], _value(each, path)]
    return words


def _value(parameter: click.Parameter, path: Path) -> str:
    kind: Any = parameter.type
    if isinstance(kind, click.Choice):
        return str(kind.choices[0])
    if isinstance(kind, click.Path):
        return str(path.with_name(f"x{COMMANDS.replace('/', '')}.csv"))
    return "1" if kind is click.INT or isinstance(kind, click.IntRange) else f"Nord{COMMANDS}"


def test_what_is_typed_is_kept_and_told_harmlessly(
    tmp_path: Path, samling: Samling, capsys: pytest.CaptureFixture[str]
) -> None:
    """Hostile words at every place of every command are refused with a reason, or kept and told without commands."""
    path, now = make(tmp_path)["day"]
    samling.clock.set(now)
    for words, command in HEADLESS.items():
        told = said(capsys, path, *words, *_typed(command, tmp_path))
        assert is_harmless(told), (words, told)
    with closing(open_session(path, samling.clock)) as session:
        check_texts(everything(session))
