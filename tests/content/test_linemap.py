"""Where keys stand in a TOML text."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samling.content.linemap import LineMap

if TYPE_CHECKING:
    from samling.content.linemap import KeyPath

EXAMPLE = '''\
# a comment with [[blocks]] and = and "
id = "x"   # another "
note = """
one [[blocks]]
two = 2 \\""" """
"quoted key" = 1
a.b."c.d" = 2

[place]
town = 'Bodø'

[[blocks]]
title = "first"
prompts = [
  "one", # "two",

  "two ] , }", 'three'
]
prepares = [
  { role = "team", what = "poster" }, {
  role = "x" } ]

  [[blocks]]
  title = """ends in a quote""""
  when = 1979-05-27 07:32:00
  [blocks.inner]
  key = 1
  [[blocks.list]]
  key = 2
  [[blocks.list]]
  key = 3
'''.replace("{\n  role", "{ role")


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("id",), 2),
        (("note",), 3),
        (("quoted key",), 6),
        (("a",), 7),
        (("a", "b", "c.d"), 7),
        (("place",), 9),
        (("place", "town"), 10),
        (("blocks",), 12),
        (("blocks", 0), 12),
        (("blocks", 0, "title"), 13),
        (("blocks", 0, "prompts"), 14),
        (("blocks", 0, "prompts", 0), 15),
        (("blocks", 0, "prompts", 1), 17),
        (("blocks", 0, "prompts", 2), 17),
        (("blocks", 0, "prepares", 0, "what"), 20),
        (("blocks", 0, "prepares", 1, "role"), 20),
        (("blocks", 1), 22),
        (("blocks", 1, "title"), 23),
        (("blocks", 1, "when"), 24),
        (("blocks", 1, "inner"), 25),
        (("blocks", 1, "inner", "key"), 26),
        (("blocks", 1, "list", 0), 27),
        (("blocks", 1, "list", 1, "key"), 30),
    ],
)
def test_every_key_of_an_example(path: KeyPath, line: int) -> None:
    """Headings, list items, quoted and dotted keys, inline tables and what follows long strings keep their lines."""
    tomllib.loads(EXAMPLE)
    assert LineMap(EXAMPLE).line(path) == line


@pytest.mark.parametrize(
    ("path", "line"), [(("blocks", 1, "kind"), 22), (("place", "a", "b"), 9), (("kind",), 1), ((), 1)]
)
def test_a_missing_key_has_the_line_of_its_table(path: KeyPath, line: int) -> None:
    """What is not there is looked for where it should have been: at its table's heading, else in line 1."""
    assert LineMap(EXAMPLE).line(path) == line


def test_place_counts_from_one() -> None:
    """Line and column of a character both count from 1, and a line's break belongs to that line."""
    lines = LineMap("a = 1\n\nb = 2\n")
    assert [lines.place(at) for at in (0, 4, 5, 6, 7, 11)] == [(1, 1), (1, 5), (1, 6), (2, 1), (3, 1), (3, 5)]


def test_a_repeated_key_is_known_with_its_place() -> None:
    """A key that is given again is kept with the place of the second time, and its line is that of the first."""
    text = "[[blocks]]\nminutes = 1\ntitle = 'x'\nminutes = 2\n"
    lines = LineMap(text)
    assert [(path, lines.place(at)) for path, at in lines.repeated] == [(("blocks", 0, "minutes"), (4, 1))]
    assert lines.line(("blocks", 0, "minutes")) == 2


@dataclass
class Written:
    """A TOML text under construction, with the line where each path was written."""

    text: str = ""
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def keep(self, path: KeyPath) -> None:
        """Note that what is written next belongs to `path`."""
        self.lines[path] = self.text.count("\n") + 1


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=6)
BARE = st.text("abcXYZ019_-", min_size=1, max_size=6)
FILLERS = st.sampled_from(["", " ", "\t", "\n", " # ] } \" ''' = [[a]]\n", "\n\n# x\n "])
STRINGS = st.sampled_from(
    ['"a # b"', "'c \\'", '"\\"]"', '"""\n[[x]]\na = 1\n"""', "'''\n'' \"\"\" '''", '""', "''", '"""x""""', "'''y'''''"]
)
SCALARS = st.sampled_from(["1", "-2.5", "true", "1979-05-27 07:32:00", "07:32:00", "0xff", "inf"]) | STRINGS


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """Draw a valid TOML text in many styles, and where its keys are."""
    written = Written()
    _pairs(draw, written, (), depth=2)
    for number in range(draw(st.integers(0, 3))):
        written.text += draw(st.sampled_from(["", "\n", "# [[no]]\n", "  "]))
        written.keep(("blocks", number))
        written.lines.setdefault(("blocks",), written.lines["blocks", number])
        written.text += draw(st.sampled_from(["[[blocks]]", "[[ blocks ]] # x", '[["blocks"]]'])) + "\n"
        _pairs(draw, written, ("blocks", number), depth=2)
    return written


def _pairs(draw: st.DrawFn, written: Written, table: KeyPath, depth: int) -> None:
    for name in draw(st.lists(NAMES | BARE, max_size=4, unique=True)):
        if name == "blocks":
            continue
        written.text += draw(st.sampled_from(["", "\n", "# c\n", "\t"]))
        _pair(draw, written, (*table, name), depth)
        written.text += draw(st.sampled_from(["\n", " # ' \"\n", "\n\n"]))


def _pair(draw: st.DrawFn, written: Written, path: KeyPath, depth: int) -> None:
    written.keep(path)
    written.text += _key(draw, str(path[-1])) + draw(st.sampled_from(["=", " = ", "\t="]))
    _value(draw, written, path, depth)


def _key(draw: st.DrawFn, name: str) -> str:
    if all(each in "abcXYZ019_-" for each in name) and draw(st.booleans()):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _value(draw: st.DrawFn, written: Written, path: KeyPath, depth: int) -> None:
    match draw(st.sampled_from(["scalar", "list", "table"])) if depth else "scalar":
        case "list":
            written.text += "["
            for number in range(draw(st.integers(0, 3))):
                written.text += draw(FILLERS)
                written.keep((*path, number))
                _value(draw, written, (*path, number), depth - 1)
                written.text += draw(FILLERS) + ","
            written.text += draw(FILLERS) + "]"
        case "table":
            written.text += "{"
            for number, name in enumerate(draw(st.lists(NAMES, max_size=3, unique=True))):
                written.text += ", " if number else " "
                _pair(draw, written, (*path, name), depth - 1)
            written.text += " }"
        case _:
            written.text += draw(SCALARS)


@given(documents())
def test_every_key_of_any_document(written: Written) -> None:
    """In a text that TOML accepts, every key and list item has the line it was written on."""
    tomllib.loads(written.text)
    lines = LineMap(written.text)
    assert {path: lines.line(path) for path in written.lines} == written.lines
    assert lines.lost is None


@given(st.text(st.sampled_from("[]{}=.,#\"'\\\n \tab1")) | st.text())
def test_any_text_is_survived(text: str) -> None:
    """No text, TOML or not, makes the map fail; every line it names is one of the text's."""
    lines = LineMap(text)
    assert 1 <= lines.line(("a", "b", 0)) <= text.count("\n") + 1


@pytest.mark.parametrize("text", ["steps = [}", "steps = [=", "steps = [1 2", "steps = [[}"])
def test_what_is_no_value_in_a_list_ends_the_reading(text: str) -> None:
    """Where a list holds what no value begins with, the place is given up instead of being read again for ever."""
    assert LineMap(text).lost is not None
