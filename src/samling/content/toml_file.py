"""Reads one TOML file that may be anything: huge, binary, a folder, a pipe, half written, or made to do harm."""

from __future__ import annotations

import re
import stat
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NoReturn

from samling.content.faults import ContentFaults, Fault, key_words, named, plain
from samling.content.linemap import LineMap
from samling.domain.errors import N_

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1_000_000
# tomllib needs a step for each pair of parts in a dotted key, so a file of dots alone could keep it busy for hours.
MOST_DOTS = 100

_OUTSIDE_STRINGS = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*(?:"{3,5}|\\?\Z)'
    r"|'''(?:[^']|'(?!''))*(?:'{3,5}|\Z)"
    r'|"(?:[^"\\\n]|\\.)*"?'
    r"|'[^'\n]*'?"
    r"|#[^\n]*"
    r"|(?P<dot>\.)",
    re.DOTALL,
)
_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_CLOCK = re.compile(r"=\s*\d{1,2}:\d{2}")
_CULPRIT = re.compile(r"(?:Found invalid|Illegal) character '\\x(?P<hex>[0-9a-f]{2})'")
_STRING_END = N_("the text that begins here has no closing quotation mark")
_LINE_END = N_("something follows where the line should end; text must stand in quotation marks")
_CLOCK_UNQUOTED = N_('a clock time must stand in quotation marks, as in "09:15"')
_TWICE = N_("this key or table is given twice")
_AGAIN = N_("this key is given twice, first in line {first}")
# What tomllib says, by its first words, and how we say it.
_SAID = (
    ("Expected '=' after a key", N_("an equals sign is missing after the key")),
    ("Expected newline", _LINE_END),
    ("Expected ']", N_("the closing bracket of the heading is missing")),
    ("Expected", _STRING_END),
    ("Unterminated string", _STRING_END),
    ("Illegal character '\\n'", _STRING_END),
    ("Illegal character", N_("a control character stands in a text")),
    ("Found invalid character", N_("a control character stands in the file")),
    ("Cannot", _TWICE),
    ("Duplicate", _TWICE),
    ("Unclosed array", N_("a list is not closed: ] is missing, or a comma between two items")),
    ("Unclosed inline table", N_("a table is not closed: }} is missing, or a comma between two keys")),
    ("Unescaped", N_("a backslash in a text must be written twice, or the text put in single quotation marks")),
    ("Invalid hex value", N_("the number of a character after \\u is not complete")),
    ("Escaped character", N_("the number of a character after \\u is not that of any character")),
    ("Invalid date", N_("there is no such date or time")),
    ("Invalid value", N_("this is not a value; text must stand in quotation marks")),
    ("Invalid", N_("this is not a key; a key has letters a to z, digits, _ and -")),
)
_NOT_TOML = N_("this is not TOML")


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file as read: its name for messages, its tables, and where each key stands."""

    file: str
    data: dict[str, Any]
    lines: LineMap


def read_document(path: Path) -> Document:
    """Read a TOML file; raise `ContentFaults` when it cannot be read or is not TOML."""
    file = plain(str(path), 300)
    text = _decoded(file, _contents(file, path))
    if sum(1 for found in _OUTSIDE_STRINGS.finditer(text) if found["dot"]) > MOST_DOTS:
        _refuse(file, N_("there are more than {most} dots outside quotation marks"), most=MOST_DOTS)
    return Document(file, _parsed(file, text), LineMap(text))


def _contents(file: str, path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            _refuse(file, N_("this is a folder, not a file"))
        if not stat.S_ISREG(mode):
            _refuse(file, N_("this is not an ordinary file"))
        with path.open("rb") as opened:
            contents = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        _refuse(file, N_("there is no such file"))
    except OSError as error:
        _refuse(file, N_("the file cannot be read ({reason})"), reason=error.strerror or type(error).__name__)
    except ValueError:
        _refuse(file, N_("this cannot be the name of a file"))
    if len(contents) > MOST_BYTES:
        _refuse(file, N_("the file is larger than {most} bytes"), most=MOST_BYTES)
    return contents


def _decoded(file: str, contents: bytes) -> str:
    try:
        text = contents.decode("utf-8")
    except UnicodeDecodeError as error:
        before = contents[: error.start]
        raise ContentFaults(
            file,
            [
                Fault(
                    file,
                    N_("byte {number} of the file is {byte}, which is not UTF-8; save the file as UTF-8"),
                    line=before.count(b"\n") + 1,
                    parts={"number": error.start + 1, "byte": f"0x{contents[error.start]:02X}"},
                )
            ],
        ) from None
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _parsed(file: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        _refuse(file, N_("lists or tables lie inside each other too deeply"))
    except tomllib.TOMLDecodeError as error:
        raise ContentFaults(file, [_syntax_fault(file, text, str(error))]) from None
    except ValueError:
        _refuse(file, N_("a number has too many digits"))


def _syntax_fault(file: str, text: str, message: str) -> Fault:
    problem = next((said for start, said in _SAID if message.startswith(start)), _NOT_TOML)
    lines = LineMap(text)
    line, column = _told_place(text, message)
    if problem == _TWICE and lines.repeated:
        path, at = lines.repeated[0]
        line, column = lines.place(at)
        return Fault(file, _AGAIN, key_words(path), line, column, parts={"first": lines.line(path)})
    if problem == _STRING_END and lines.lost is not None:
        line, column = lines.place(lines.lost)
    if _CLOCK.search(text.split("\n")[line - 1]) and problem == _LINE_END:
        problem = _CLOCK_UNQUOTED
    culprit = _CULPRIT.match(message)
    if culprit:
        parts = {"character": named(chr(int(culprit["hex"], 16)))}
        return Fault(file, N_("the control character {character} stands here"), "", line, column, parts=parts)
    return Fault(file, problem, "", line, column)


def _told_place(text: str, message: str) -> tuple[int, int | None]:
    """Return the line and column that tomllib names; the end of the text has a line only."""
    place = _PLACE.search(message)
    if place and place["line"]:
        return int(place["line"]), int(place["column"])
    return text.rstrip("\n").count("\n") + 1, None


def _refuse(file: str, problem: str, **parts: object) -> NoReturn:
    raise ContentFaults(file, [Fault(file, problem, parts=parts)])
