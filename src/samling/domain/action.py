"""What an action is: one thing that can be done to one part of what is kept in the file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

AGENDA_CHAIN = "agenda"
"""The chain of undo of all that is done to the agenda."""


class About(StrEnum):
    """The part of the file that an action changes: each is loaded, changed and written as one value.

    Some are read alone: `STAGE` is the pitches as the room may know them, `PANEL` as a judge may, without any sheet,
    `JURY` every judge's sheets, and `RECORDED` the teams that what has been announced speaks of.
    """

    GATHERING = "gathering"
    ROSTER = "roster"
    RECORDED = "recorded"
    ROLL = "roll"
    SEATING = "seating"
    PAST = "past"
    PITCHING = "pitching"
    STAGE = "stage"
    PANEL = "panel"
    SHEETS = "sheets"
    JURY = "jury"
    SURVEYS = "surveys"
    EXPECTATIONS = "expectations"
    ANSWERS = "answers"
    WIRELESS = "wireless"


@dataclass(frozen=True, slots=True)
class Moment:
    """When an action happened (`at`) and when it is recorded (`now`). UTC."""

    at: datetime
    now: datetime


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done to a part of the file.

    `perform` takes the part's value, the moment and its arguments by name, and returns the value after it. `chain` is
    the chain of undo it belongs to, None for what undo never takes back; an argument can be in its name. Nothing is
    recorded as later than now; a `timed` action, one of the day's verbs, not as earlier than the day's previous clock
    action either. `done` is how the log tells it, with the arguments in it but those `unlogged`; `told` adds what else
    those words need, from the values before and after and the arguments. `reads` is another part that `perform` needs
    as its argument `read`: it is read in the same transaction. `by_letters` is what is typed and saved letter by
    letter: the next of its kind, with the same arguments as the log keeps them, is one step of undo with it.
    """

    name: str
    perform: Callable[..., Any]
    label: str
    help: str
    done: str
    chain: str | None
    about: About = About.GATHERING
    timed: bool = False
    told: Callable[[Any, Any, dict[str, Any]], dict[str, Any]] | None = None
    unlogged: frozenset[str] = frozenset()
    reads: About | None = None
    by_letters: bool = False
