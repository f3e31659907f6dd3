from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.cli.examples import examples_of
from samling.cli.install import roff
from samling.cli.install.manpages import man_folder, pages
from samling.cli.root import cli

if TYPE_CHECKING:
    from collections.abc import Iterator

    from commands import Samling

PAGES = dict(pages())
REQUEST = re.compile(r"\.(TH|SH|PP|TP|RS|RE|nf|fi)( [^\n]*)?")
ESCAPE = re.compile(r"\\(e|-|&|\(dq|f[BR])")


def every_command(command: click.Command, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield each command and group with the words that call it."""
    yield names, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from every_command(found, *names, name)


class TestPages:
    def test_every_command_stands_in_one(self) -> None:
        """Each command has a heading in the page of its noun, with its examples below it."""
        for names, command in every_command(cli):
            page = PAGES["-".join(["samling", *names[:1]])]
            _before, _heading, told = page.partition(f'\n.SH "{roff.text(" ".join(["samling", *names]))}"\n')
            section = told.partition("\n.SH ")[0]
            assert section, names
            assert all(roff.text(line) in section for line in examples_of(command)), names

    @pytest.mark.parametrize("name", PAGES)
    def test_no_word_is_taken_for_a_request(self, name: str) -> None:
        """A line that begins with a dot or a quote is one of our requests, and every backslash one of our escapes."""
        for line in PAGES[name].splitlines():
            assert not line.startswith("'")
            assert not line.startswith(".") or REQUEST.fullmatch(line), line
            assert "\\" not in ESCAPE.sub("", line), line

    @pytest.mark.skipif(shutil.which("groff") is None, reason="there is no groff here")
    def test_groff_reads_them(self) -> None:
        """Groff finds nothing to say about the page of samling, and prints its words."""
        asked = ["groff", "-man", "-Tutf8", "-Kutf8", "-P-cbou", "-ww"]
        found = subprocess.run(asked, input=PAGES["samling"].encode(), capture_output=True, check=True)
        assert not found.stderr
        assert "samling agenda" in found.stdout.decode()


@given(st.text(alphabet=st.sampled_from("ab.'\\-\" \n"), max_size=30))
def test_any_text_is_printed_as_it_is(words: str) -> None:
    """Whatever a text begins with or holds, roff's signs in it are spent: undone, the escapes give the text again."""
    shown = roff.text(words)
    for line in shown.split("\n"):
        assert not line.startswith((".", "'"))
        assert "\\" not in ESCAPE.sub("", line)
    undone = re.sub(r"\\(e|-|&)", lambda found: {"e": "\\", "-": "-", "&": ""}[found[1]], shown)
    assert undone == words


class TestInstalling:
    def test_done_twice_is_done_once(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """All pages are written into the user's own folder; the second time nothing is new."""
        monkeypatch.setattr(sys, "platform", "linux")
        said = samling("install", "manual").out
        assert f"{len(PAGES)} pages are in" in said
        assert {each.stem for each in (man_folder() / "man1").iterdir()} == set(PAGES)
        assert man_folder().is_relative_to(samling.path.parent)
        assert " 0 of them new" in samling("install", "manual").out

    def test_windows_has_none(self, samling: Samling, monkeypatch: pytest.MonkeyPatch) -> None:
        """On Windows it says that there is no man, and what to use; the page can still be printed."""
        monkeypatch.setattr(sys, "platform", "win32")
        assert "--help" in samling("install", "manual", code=1).err
        assert samling("install", "manual", "--print").out == PAGES["samling"]
