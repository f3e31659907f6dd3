"""What a command of the control window is: one thing it can do, with its keys and its words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from textual.binding import Binding

from samling.language import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from samling.domain.action import Action

Where = TypeVar("Where")


class Group(Enum):
    """The heading under which the help lists a command."""

    RUN = "run"
    CLOCK = "clock"
    LENGTH = "length"
    ORDER = "order"
    INSIDE = "inside"
    ROOM = "room"
    PLAN = "plan"
    ROLL = "roll"
    TEAMS = "teams"
    DRAW = "draw"
    TABLES = "tables"
    JURY = "jury"
    AWARD = "award"
    SURVEYS = "surveys"
    ANSWERS = "answers"
    EXPECTATIONS = "expectations"
    SHEET = "sheet"
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class Command(Generic[Where]):
    """One thing a screen can do. `keys` are Textual's names, separated by commas; empty: the palette alone.

    `run` gets where the screen's commands work: the desk, or what stands in for it. Where a command `goes_first`, the
    keys that follow it in a burst find done what it does: they are letters of a name, for example.
    """

    id: str
    keys: str
    group: Group
    label: str
    help: str
    run: Callable[[Where], Awaitable[None] | None]
    goes_first: bool = False


def command_for(
    action: Action, keys: str, group: Group, run: Callable[[Where], Awaitable[None] | None], *, help_text: str = ""
) -> Command[Where]:
    """Return a command for an action of the registry, with its label and help."""
    return Command(action.name, keys, group, _(action.label), help_text or _(action.help), run)


def bindings(commands: Iterable[Command[Where]]) -> list[Binding]:
    """Return the keys of a screen with these commands."""
    return [
        Binding(
            each.keys,
            f"command('{each.id}')",
            each.label,
            show=False,
            tooltip=each.help,
            priority=each.goes_first,
        )
        for each in commands
        if each.keys
    ]
