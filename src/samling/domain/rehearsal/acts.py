"""What somebody in a rehearsal does, when, and what everybody sees of the day meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from samling.domain.errors import filled

if TYPE_CHECKING:
    from samling.domain.gathering import Gathering
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.domain.pitching.values import Pitching
    from samling.domain.roll import Roll
    from samling.domain.roster import Roster
    from samling.domain.seating.values import Seatings

Translate = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence that is said in a rehearsal: the English one, marked for translation, and its parts."""

    template: str
    parts: Mapping[str, object] = field(default_factory=dict)

    def said(self, translate: Translate) -> str:
        """Return the sentence in a language."""
        return filled(self.template, self.parts, translate)


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that happens at `at` (UTC): an action of the registry, something that is said, or both.

    `key` names it, so that it is done once. `action` is "" for what is only said; a `Line` among the `arguments` is
    said in the language in use.
    """

    at: datetime
    key: str
    action: str = ""
    arguments: Mapping[str, Any] = field(default_factory=dict)
    says: Line | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """The day as it stands at one commit, for those who act in it."""

    gathering: Gathering
    roster: Roster
    roll: Roll
    seatings: Seatings
    pitching: Pitching
    jury: tuple[JudgeSheets, ...]
