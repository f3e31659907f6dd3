"""Where each key of a TOML text stands: a map from key path to line, since tomllib keeps no places.

The scanner trusts that tomllib has accepted the text, so it only needs to find keys and skip values.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

_SPACE = re.compile(r"[ \t]*")
_FILLER = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_SCALAR = re.compile(r"[^,\]}#\n]+")
_STRINGS = {
    '"""': re.compile(r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL),
    "'''": re.compile(r"'''(?:[^']|'(?!''))*'{3,5}", re.DOTALL),
    '"': re.compile(r'"(?:[^"\\\n]|\\.)*"'),
    "'": re.compile(r"'[^'\n]*'"),
}


class LineMap:
    """The places of the keys, tables and list items of one TOML text. Paths count list items from 0.

    Of a text that is not TOML it knows what stands before the fault: `lost` is where it could not go on (None when it
    came through), and `repeated` the keys that are given again, each with the place of its second time.
    """

    def __init__(self, text: str) -> None:
        self._breaks = [at for at, character in enumerate(text) if character == "\n"]
        scanner = _Scanner(text)
        scanner.scan()
        self._places = scanner.places
        self.lost = scanner.lost
        self.repeated = tuple(scanner.repeated)

    def line(self, path: KeyPath) -> int:
        """Return the line (from 1) where `path` stands, else that of the nearest table around it, else 1."""
        for length in range(len(path), 0, -1):
            at = self._places.get(path[:length])
            if at is not None:
                return self.place(at)[0]
        return 1

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, both from 1, of the character number `at` (from 0)."""
        before = bisect_left(self._breaks, at)
        return before + 1, at - (self._breaks[before - 1] if before else -1)


class _Lost(Exception):
    """The text is not what the scanner takes it for; what has been found so far is kept."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lost: int | None = None
        self.places: dict[KeyPath, int] = {}
        self.counts: dict[KeyPath, int] = {}
        self.repeated: list[tuple[KeyPath, int]] = []

    def scan(self) -> None:
        table: KeyPath = ()
        try:
            while self.skip(_FILLER) < len(self.text):
                table = self.header() if self.text.startswith("[", self.at) else self.pair(table)
        except (_Lost, RecursionError):
            self.lost = self.at

    def skip(self, pattern: re.Pattern[str]) -> int:
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return self.at

    def take(self, mark: str) -> None:
        if not self.text.startswith(mark, self.at):
            raise _Lost
        self.at += len(mark)

    def keep(self, path: KeyPath, at: int) -> None:
        self.places.setdefault(path, at)

    def header(self) -> KeyPath:
        """Read `[a.b]` or `[[a.b]]` and return the path of the table that it opens."""
        start = self.at
        is_item = self.text.startswith("[[", start)
        self.take("[[" if is_item else "[")
        names = self.key()
        self.take("]]" if is_item else "]")
        path: KeyPath = ()
        for name in names[:-1]:
            path = self.inside((*path, name), start)
        path = (*path, names[-1])
        if is_item:
            self.counts[path] = self.counts.get(path, 0) + 1
        return self.inside(path, start)

    def inside(self, path: KeyPath, start: int) -> KeyPath:
        """Keep the path, and step into its latest item when it is an array of tables."""
        self.keep(path, start)
        if path not in self.counts:
            return path
        path = (*path, self.counts[path] - 1)
        self.keep(path, start)
        return path

    def key(self) -> list[str]:
        names = []
        while True:
            self.skip(_SPACE)
            start = self.at
            if self.text[start : start + 1] in {'"', "'"}:
                self.string()
                names.append(_unquoted(self.text[start : self.at]))
            elif self.skip(_BARE_KEY) > start:
                names.append(self.text[start : self.at])
            else:
                raise _Lost
            self.skip(_SPACE)
            if not self.text.startswith(".", self.at):
                return names
            self.at += 1

    def pair(self, table: KeyPath) -> KeyPath:
        """Read `key = value` inside `table`; return the table, which goes on."""
        self.skip(_SPACE)
        start = self.at
        names = self.key()
        path = (*table, *names)
        if path in self.places:
            self.repeated.append((path, start))
        for length in range(1, len(names) + 1):
            self.keep((*table, *names[:length]), start)
        self.take("=")
        self.value(path)
        return table

    def value(self, path: KeyPath) -> None:
        self.skip(_SPACE)
        opening = self.text[self.at : self.at + 1]
        if opening == "[":
            self.items(path)
        elif opening == "{":
            self.inline(path)
        elif opening in {'"', "'"}:
            self.string()
        elif self.skip(_SCALAR) >= len(self.text) and not opening:
            raise _Lost

    def items(self, path: KeyPath) -> None:
        self.take("[")
        number = 0
        while self.closes_not("]"):
            start = self.at
            self.keep((*path, number), start)
            self.value((*path, number))
            if self.at == start:  # what stands there is no value: it would be read again for ever
                raise _Lost
            number += 1

    def inline(self, path: KeyPath) -> None:
        self.take("{")
        while self.closes_not("}"):
            self.pair(path)

    def closes_not(self, mark: str) -> bool:
        if self.skip(_FILLER) >= len(self.text):
            raise _Lost
        if not self.text.startswith(mark, self.at):
            return True
        self.at += 1
        return False

    def string(self) -> None:
        opening = next(mark for mark in _STRINGS if self.text.startswith(mark, self.at))
        found = _STRINGS[opening].match(self.text, self.at)
        if not found:
            raise _Lost
        self.at = found.end()


def _unquoted(key: str) -> str:
    try:
        return next(iter(tomllib.loads(f"{key} = 0")))
    except tomllib.TOMLDecodeError:
        raise _Lost from None
