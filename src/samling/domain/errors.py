"""What can be refused, as typed errors that carry a message template and its parts.

The domain speaks no language: `template` is the English sentence, which is also the key of the translation,
and `parts` are the values that fill it. The command line and the windows turn both into a sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def N_(text: str) -> str:
    """Mark a text for translation without translating it here."""
    return text


class Term(str):
    """A word within a sentence that is translated by itself, such as "a list"."""

    __slots__ = ()


class Terms(tuple[Term, ...]):
    """Words that are named one after another within a sentence."""

    __slots__ = ()

    def __str__(self) -> str:
        """The words with commas between."""
        return ", ".join(self)


def filled(template: str, parts: Mapping[str, object], translate: Callable[[str], str] = str) -> str:
    """Return a sentence with its parts filled in, translated; words among them (`Term`, `Terms`) are translated too."""
    return translate(template).format(**{name: in_words(part, translate) for name, part in parts.items()})


def in_words(part: object, translate: Callable[[str], str]) -> object:
    """Return a part of a sentence as it is filled in: words are translated, all else is as it is."""
    match part:
        case Term():
            return translate(part)
        case Terms():
            return ", ".join(map(translate, part))
        case _:
            return part


class SamlingError(Exception):
    """An expected failure: something the user can be told in one sentence and do something about."""

    exit_code = 1

    def __init__(self, template: str, **parts: object) -> None:
        super().__init__(template)
        self.template = template
        self.parts = parts

    def __str__(self) -> str:
        """The message in English, filled in."""
        return self.template.format(**self.parts)


class Refused(SamlingError):
    """An action that does not fit the state, or an unknown id or position (exit code 1)."""


class WrongUsage(SamlingError):
    """An argument that can never be right: an impossible date, length or time (exit code 2)."""

    exit_code = 2


class ContentInvalid(SamlingError):
    """A content or import file that is not what it should be (exit code 3)."""

    exit_code = 3


class DatabaseUnusable(SamlingError):
    """A database that cannot be used: locked, damaged, foreign, newer, or its folder is missing (exit code 4)."""

    exit_code = 4


class FileHeld(DatabaseUnusable):
    """Another program holds the database just now: what was refused can be tried again in a moment."""


class Displaced(DatabaseUnusable):
    """A database that lies no more where it was opened. What it held is still there, and can be copied.

    `is_gone`: nothing lies there; otherwise something else does.
    """

    def __init__(self, template: str, *, is_gone: bool = False, **parts: object) -> None:
        super().__init__(template, **parts)
        self.is_gone = is_gone
