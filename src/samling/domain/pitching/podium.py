"""The award as values: what was placed where, what has been announced of it, and the prizes beside the places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Stage(StrEnum):
    """How far the award has come: sheets come in, the places are settled and announced, the result is frozen."""

    OPEN = "open"
    SETTLED = "settled"
    FROZEN = "frozen"


@dataclass(frozen=True, slots=True)
class Placing:
    """Where a team came in one revision of the result.

    `place` is what is announced, `by_sums` what the judges' sheets say; they differ only where the jury has decided
    otherwise. Teams that share a place have the same number (1, 1, 3); None is not ranked. `score` is the exact total
    as the scoring wrote it ("169/2"), "" where there is none.
    """

    team_id: int
    place: int | None
    by_sums: int | None
    score: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """The jury's written decision to place teams otherwise than the sums say. `by` is who answers for it. UTC."""

    places: tuple[tuple[int, int], ...]
    reason: str
    by: str
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One numbered result. The first is settled before the award; a correction after it makes the next. UTC."""

    number: int
    settled_at: datetime
    placings: tuple[Placing, ...]
    method: str
    reason: str = ""
    decision_reason: str = ""
    decided_by: str = ""

    def at_place(self, place: int) -> tuple[int, ...]:
        """The teams that share a place, in the order of the placings."""
        return tuple(each.team_id for each in self.placings if each.place == place)


class Announced(StrEnum):
    """What one step of the award announces."""

    PLACE = "place"
    AUDIENCE = "audience"
    PRIZE = "prize"


@dataclass(frozen=True, slots=True)
class Revealed:
    """One step of the award as the room has seen it: a place or a prize, and who got it. UTC.

    `place` is the place announced, `prize_id` the category prize. Nothing that has not been announced is in it.
    """

    number: int
    what: Announced
    team_ids: tuple[int, ...]
    revealed_at: datetime
    place: int | None = None
    prize_id: int | None = None

    @property
    def is_shared(self) -> bool:
        """Whether several teams got it."""
        return len(self.team_ids) > 1


@dataclass(frozen=True, slots=True)
class Prize:
    """A category prize beside the places, such as "best spread".

    It goes by a criterion of the form (`criterion_id`), or by the jury's decision. `team_ids` is who gets it, empty
    while that is not decided, `reason` the jury's words. `id` is None until the store has kept it.
    """

    title: str
    criterion_id: str | None = None
    team_ids: tuple[int, ...] = ()
    reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Votes:
    """How many of the audience voted for a team."""

    team_id: int
    count: int


@dataclass(frozen=True, slots=True)
class Award:
    """The award of a gathering: its result in numbered revisions, and what has been announced. UTC."""

    revisions: tuple[Revision, ...] = ()
    revealed: tuple[Revealed, ...] = ()
    decision: Decision | None = None
    frozen_at: datetime | None = None

    @property
    def stage(self) -> Stage:
        """How far the award has come."""
        if self.frozen_at is not None:
            return Stage.FROZEN
        return Stage.SETTLED if self.revisions else Stage.OPEN

    @property
    def current(self) -> Revision | None:
        """The newest revision of the result."""
        return self.revisions[-1] if self.revisions else None
