from __future__ import annotations

import pkgutil
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pypdfium2
import pytest

import samling.tui
from samling.codes import keysheet
from samling.tui.control import signs
from samling.tui.control.command import Command
from samling.tui.control.keys import key_words
from samling.tui.keysheet import parts
from samling.tui.screen import words as screen_words
from samling.tui.timer import words as timer_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PARTS = parts()
SHOWN = {(" or ".join(row.keys), row.does) for part in PARTS for row in part.rows}


def tables() -> Iterator[tuple[str, tuple[Command[object], ...]]]:
    """Every table of commands that a module of the windows has, as COMMANDS."""
    for found in pkgutil.walk_packages(samling.tui.__path__, "samling.tui."):
        table = getattr(import_module(found.name), "COMMANDS", None)
        if isinstance(table, tuple) and table and isinstance(table[0], Command):
            yield found.name, table


@pytest.mark.parametrize(("module", "table"), list(tables()), ids=[module for module, _table in tables()])
def test_no_key_of_a_window_is_missing(module: str, table: tuple[Command[object], ...]) -> None:
    """Whatever has a key in a window stands on the sheet, with all its keys and the words of its label."""
    missing = [each.id for each in table if each.keys and (key_words(each.keys), each.label) not in SHOWN]
    assert not missing, module


def test_no_line_of_a_help_is_missing() -> None:
    """What a help tells beside the commands stands there too, that of the windows without commands included."""
    keys = {" or ".join(row.keys) for part in PARTS for row in part.rows}
    told = {term for heading, rows in signs.help_page() if heading != "Signs" for term, _text in rows if term}
    lines = {line.partition("   ")[0] for line in (*timer_words.about()[1], *screen_words.about()[1]) if "   " in line}
    assert told | lines <= keys


def test_every_part_says_how_to_get_there() -> None:
    """A window's part names the key or the command that opens it: the key of the command that leads there."""
    opens = {part.title: part.opens for part in PARTS if part.opens}
    assert opens["Groups"] == "G"
    assert opens["Result and award"] == "r"
    assert {"samling judge", "samling timer", "samling screen"} <= set(opens.values())


@pytest.mark.parametrize("language", ["en", "nb"])
def test_it_is_one_page(tmp_path: Path, language: str) -> None:
    """In either language it is one A4 page across, with every key on it."""
    file = tmp_path / "keys.pdf"
    command = [sys.executable, "-m", "samling", "--lang", language, "keys", "--pdf", str(file)]
    subprocess.run(command, check=True, capture_output=True)
    document = pypdfium2.PdfDocument(file)
    assert len(document) == 1
    width, height = document[0].get_size()
    assert (round(width), round(height)) == (842, 595)
    text = document[0].get_textpage().get_text_bounded()
    assert text.count("Enter") >= 5
    document.close()


def test_as_a_page_for_the_browser() -> None:
    """The web page holds the same, and nothing in a title or a key is taken for markup."""
    made = keysheet.html("<b>", [keysheet.Part("a & b", "<", (keysheet.Row((">", "]"), "5 <more>"),))], language="nb")
    assert '<html lang="nb">' in made
    assert "<title>&lt;b&gt;</title>" in made
    assert "<h2>a &amp; b <kbd>&lt;</kbd></h2>" in made
    assert "<kbd>&gt;</kbd> <kbd>]</kbd></dt><dd>5 &lt;more&gt;</dd>" in made
