"""What a simulated day was told on its screens: every deed that a window or command acknowledged, and when at most.

The checker reads the file beside this. Nothing here knows samling.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

RESOLUTION = timedelta(milliseconds=1)
"""Instants are kept in whole milliseconds, cut off."""


@dataclass(frozen=True, slots=True)
class Span:
    """Between which instants (UTC) something must have happened: before its key, and after its sign."""

    earliest: datetime
    latest: datetime

    def fits(self, moment: datetime | None) -> bool:
        """Whether an instant lies between them."""
        return moment is not None and self.earliest - RESOLUTION <= moment <= self.latest

    def __str__(self) -> str:
        return f"between {self.earliest:%H:%M:%S.%f} and {self.latest:%H:%M:%S.%f}"


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done and acknowledged.

    `lane` is who did it, as the log names it, with the judge in a judge's window: within a lane the order is known.
    `gathering` is its number in the network, 0 before there is one. `facts` is what was seen of it on the screen.
    """

    lane: str
    action: str
    span: Span
    gathering: int
    facts: dict[str, Any]

    def __str__(self) -> str:
        told = ", ".join(f"{name} {value}" for name, value in self.facts.items())
        return f"{self.lane}: {self.action} in gathering {self.gathering} {self.span} ({told:.120})"


@dataclass(slots=True)
class Journal:
    """All the deeds of a network, in the order in which they were acknowledged."""

    deeds: list[Deed] = field(default_factory=list)
    gathering: int = 0
    """The gathering that is in use now."""

    def note(self, lane: str, action: str, span: Span, **facts: object) -> None:
        """Keep a deed."""
        self.deeds.append(Deed(lane, action, span, self.gathering, facts))

    def all(self, action: str) -> list[Deed]:
        """Return the deeds of one kind."""
        return [deed for deed in self.deeds if deed.action == action]
