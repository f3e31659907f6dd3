"""One thing that was looked at: how it was found, in words, and what to do where it is not as it should be."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samling.domain.pitching.sentence import Sentence


class Level(StrEnum):
    """How a finding is: as it should be, worth knowing, or something that has to be done."""

    OK = "ok"
    NOTE = "note"
    DO = "do"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found of one thing. `id` names what was looked at, in every language; `todo` is what to do, if anything.

    A `NOTE` has a `todo` too: something that cannot be seen to be done, and so never keeps all from being ready.
    """

    id: str
    level: Level
    what: Sentence
    todo: Sentence | None = None


def ok(name: str, what: Sentence) -> Finding:
    """Return a finding of what is as it should be."""
    return Finding(name, Level.OK, what)


def note(name: str, what: Sentence, todo: Sentence | None = None) -> Finding:
    """Return a finding that is worth knowing."""
    return Finding(name, Level.NOTE, what, todo)


def do(name: str, what: Sentence, todo: Sentence) -> Finding:
    """Return a finding that something has to be done about."""
    return Finding(name, Level.DO, what, todo)


def judged(name: str, what: Sentence, todo: Sentence, *, fine: bool) -> Finding:
    """Return what is as it should be or has to be seen to, in the same words."""
    return ok(name, what) if fine else do(name, what, todo)
