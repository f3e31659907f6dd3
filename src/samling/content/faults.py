"""What can be wrong with a content file, as values that can be put into words in any language.

A file is checked whole: every fault is collected, each with file, line, key, what was found and what is allowed.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from samling.domain.errors import N_, ContentInvalid, Term, filled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

SHOWN_CHARACTERS = 60
# They turn the direction of what follows, so that an error message could be made to read as something else.
TURNERS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def same(text: str) -> str:
    """Return the text as it stands: the translation into English."""
    return text


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a content file.

    `line` and `column` count from 1 and are None when the whole file is meant. `key` is the place in words that the
    file uses, with list places counted from 1 (`blocks[3].minutes`), and empty for the whole file. `problem` and
    `allowed` are English sentences that are also the keys of their translations; `parts` fills both.
    """

    file: str
    problem: str
    key: str = ""
    line: int | None = None
    column: int | None = None
    allowed: str = ""
    parts: Mapping[str, object] = field(default_factory=dict)

    def what(self, translate: Callable[[str], str] = same) -> str:
        """Say what was found."""
        return filled(self.problem, self.parts, translate)

    def instead(self, translate: Callable[[str], str] = same) -> str:
        """Say what is allowed; empty when the problem says it all."""
        return filled(self.allowed, self.parts, translate) if self.allowed else ""

    def where(self, translate: Callable[[str], str] = same) -> str:
        """Say file, line, column and key, as far as they are known."""
        places = [self.file]
        if self.line is not None:
            places.append(translate(N_("line {line}")).format(line=self.line))
        if self.column is not None:
            places.append(translate(N_("column {column}")).format(column=self.column))
        if self.key:
            places.append(self.key)
        return ", ".join(places)

    def sentence(self, translate: Callable[[str], str] = same) -> str:
        """Say it all in one line: where, what was found, what is allowed."""
        said = f"{self.where(translate)}: {self.what(translate)}"
        said += "" if said.endswith("?") else "."
        if not self.allowed:
            return said
        return f"{said} {translate(N_('Allowed: {allowed}.')).format(allowed=self.instead(translate))}"


class ContentFaults(ContentInvalid):
    """A content file that cannot be used, with everything that is wrong with it."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        template = N_("{file} cannot be used: 1 error.")
        if len(faults) != 1:
            template = N_("{file} cannot be used: {count} errors.")
        super().__init__(template, file=file, count=len(faults))
        self.file = file
        self.faults = tuple(faults)

    def sentences(self, translate: Callable[[str], str] = same) -> tuple[str, ...]:
        """Say each fault in one line, in the order of the file."""
        return tuple(fault.sentence(translate) for fault in self.faults)

    def __str__(self) -> str:
        """Return the headline and every fault, in English."""
        return "\n".join((super().__str__(), *self.sentences()))


def shown(value: object) -> object:
    """Return a found value as it may be shown: short, on one line, in the file's own notation; a list as a word."""
    match value:
        case str():
            return f'"{plain(value)}"'
        case bool():
            return "true" if value else "false"
        case int() if abs(value) >= 10**SHOWN_CHARACTERS:
            return Term(N_("a number with very many digits"))
        case int() | float() | datetime() | date() | time():
            return str(value)
        case _:
            return _in_a_word(value)


def _in_a_word(value: object) -> Term:
    if isinstance(value, dict):
        return Term(N_("a table"))
    return Term(N_("a list") if value else N_("an empty list"))


def plain(text: str, most: int = SHOWN_CHARACTERS) -> str:
    """Return text that cannot harm or mislead: cut at `most` characters, with what commands written as U+XXXX."""
    cut = text if len(text) <= most else text[: most - 1] + "…"
    return "".join(named(each) if is_control(each) or each in TURNERS else each for each in cut)


def key_words(path: Iterable[str | int]) -> str:
    """Return a key path in words, with list places counted from 1: ("blocks", 2, "minutes") is `blocks[3].minutes`."""
    said = ""
    for step in path:
        if isinstance(step, int):
            said += f"[{step + 1}]"
        else:
            said += ("." if said else "") + plain(step)
    return said


def is_control(character: str) -> bool:
    """Whether a character commands the terminal or breaks the line instead of being seen."""
    return unicodedata.category(character) in {"Cc", "Zl", "Zp", "Cs"}


def named(character: str) -> str:
    """Return a character's number, as in U+001B."""
    return f"U+{ord(character):04X}"
