"""What a file holds, counted in what people know it by, and what one file has that another has not."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Logged:
    """An entry of the log: its id, when it was recorded and when it happened (UTC)."""

    id: int
    recorded_at: datetime
    happened_at: datetime


@dataclass(frozen=True, slots=True)
class Holdings:
    """What a file holds. A thing is the same in two files when all that is known of it here is the same.

    Of people, submitted sheets, scores and answers it is only told how many there are: no name, score or answer.
    """

    networks: frozenset[str] = frozenset()
    gatherings: frozenset[tuple[date, str]] = frozenset()
    log: frozenset[Logged] = frozenset()
    teams: frozenset[str] = frozenset()
    people: frozenset[Any] = frozenset()
    sheets: frozenset[Any] = frozenset()
    scores: frozenset[Any] = frozenset()
    answers: frozenset[Any] = frozenset()

    def without(self, other: Holdings) -> Holdings:
        """Return what is here and not in the other."""
        return Holdings(**{each.name: getattr(self, each.name) - getattr(other, each.name) for each in fields(self)})

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing."""
        return not any(getattr(self, each.name) for each in fields(self))

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """When the first and the last of what was done happened (UTC); None where nothing was."""
        happened = [each.happened_at for each in self.log]
        return (min(happened), max(happened)) if happened else None
