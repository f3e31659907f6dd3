"""The README is true: its links and pictures lead somewhere, and every command it names is one that could be run."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from samling.cli.main import _at_first
from samling.cli.root import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
PROSE = re.sub(r"```.*?```", "", TEXT, flags=re.DOTALL)


def commands() -> Iterator[str]:
    """Every command line in a block or between backticks, without what a shell makes of it."""
    lines = [line for block in re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL) for line in block.splitlines()]
    for said in [*lines, *re.findall(r"`([^`\n]+)`", PROSE)]:
        line = re.split(r" > |\s#", said)[0].replace(" …", " X").strip()
        if re.match(r"samling( |$)", line):
            yield line


def anchor(heading: str) -> str:
    """The name that a code host gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_every_link_leads_somewhere() -> None:
    """A link is to a heading of the page, to a file beside it, or out into the world."""
    headings = {anchor(each) for each in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)}
    for target in re.findall(r"\]\(([^)\s]+)\)", PROSE):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif not target.startswith("https://"):
            assert (ROOT / target).exists(), target


def test_every_picture_is_shown() -> None:
    """No picture is kept that the page does not show."""
    shown = set(re.findall(r"\((\.pictures/[^)]+)\)", TEXT))
    assert {f".pictures/{each.name}" for each in (ROOT / ".pictures").iterdir()} == shown


def test_the_recording_is_a_minute() -> None:
    """Asciinema's format: a header that names the size, then output in the order of its times, within a minute."""
    header, *events = map(json.loads, (ROOT / ".pictures" / "day.cast").read_text(encoding="utf-8").splitlines())
    assert (header["version"], header["width"], header["height"]) == (2, 100, 28)
    times = [at for at, kind, _text in events if kind == "o"]
    assert len(times) == len(events)
    assert times == sorted(times)
    assert 50 < times[-1] < 60


@pytest.mark.parametrize("line", sorted(set(commands())))
def test_every_command_is_one(line: str) -> None:
    """A command that the page names exists, and takes the options that it is given there."""
    words = [each for each in _at_first(shlex.split(line)[1:]) if each not in ("COMMAND", "--help")]
    try:
        context = cli.make_context("samling", list(words))
        command: click.Command = cli
        while isinstance(command, click.Group) and (rest := [*context._protected_args, *context.args]):
            name, found, rest = command.resolve_command(context, rest)
            assert found is not None
            command = found
            context = found.make_context(name, rest, parent=context)
    except (click.MissingParameter, click.exceptions.NoArgsIsHelpError):
        pass  # the noun or the verb alone: the page tells the rest elsewhere
