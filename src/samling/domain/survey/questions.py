"""What a survey asks: questions of four sorts, and what each measures."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Sort(StrEnum):
    """How a question is answered.

    On a scale of a few steps, from 0 to 10, by choosing one or more of a list, or in one's own words.
    """

    SCALE = "scale"
    TEN = "0-10"
    CHOICE = "choice"
    TEXT = "text"


MOST_STEPS = 7
TEN = 10


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `measures` says what its answers tell.

    `words` are a scale's steps, the lowest (1) first, the two ends of a 0-10, or what can be chosen.
    """

    id: str
    text: str
    sort: Sort
    measures: str = ""
    words: tuple[str, ...] = ()
    several: bool = False


@dataclass(frozen=True, slots=True)
class QuestionSet:
    """The questions of a survey. `when` says in words when it is sent, `note` what else is worth knowing."""

    id: str
    title: str
    questions: tuple[Question, ...]
    when: str = ""
    source: str = ""
    note: str = ""
    is_proposal: bool = False
