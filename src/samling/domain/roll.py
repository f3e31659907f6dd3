"""The roll: which teams and people are here at a gathering, since when, and until when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Presence:
    """When somebody came and, once they have gone, when they left. UTC."""

    arrived_at: datetime
    left_at: datetime | None = None

    @property
    def is_here(self) -> bool:
        """Came and has not left."""
        return self.left_at is None


@dataclass(frozen=True, slots=True)
class Roll:
    """Who has been ticked off at a gathering, by the ids of teams and people. Who is not in it has not come."""

    gathering_id: int
    teams: Mapping[int, Presence] = field(default_factory=dict)
    people: Mapping[int, Presence] = field(default_factory=dict)

    @property
    def is_taken(self) -> bool:
        """Whether anybody has been ticked off. Until then everybody is reckoned with."""
        return bool(self.teams or self.people)


def arrive(
    roll: Roll, at: datetime, *, teams: tuple[int, ...] = (), people: tuple[int, ...] = (), corrected: bool = False
) -> Roll:
    """Tick teams and people off as here. Who is here already stays as they are; who had left is back since `at`.

    With `corrected`, who is here already came at `at` instead.
    """
    return replace(
        roll, teams=_come(roll.teams, teams, at, corrected), people=_come(roll.people, people, at, corrected)
    )


def _come(known: Mapping[int, Presence], ids: tuple[int, ...], at: datetime, corrected: bool) -> Mapping[int, Presence]:
    new = {each: Presence(at) for each in ids if corrected or each not in known or not known[each].is_here}
    return {**known, **new}


def leave(roll: Roll, at: datetime, *, teams: tuple[int, ...] = (), people: tuple[int, ...] = ()) -> Roll:
    """Note that teams and people have left. Raises `Refused` for somebody who is not here."""
    return replace(roll, teams=_go(roll.teams, teams, at), people=_go(roll.people, people, at))


def _go(known: Mapping[int, Presence], ids: tuple[int, ...], at: datetime) -> Mapping[int, Presence]:
    for each in ids:
        if each not in known or not known[each].is_here:
            raise Refused(N_("Who is not here cannot leave."))
        if at < known[each].arrived_at:
            raise Refused(N_("Nobody leaves before they came."))
    return {**known, **{each: replace(known[each], left_at=at) for each in ids}}


def absent(roll: Roll, *, teams: tuple[int, ...] = (), people: tuple[int, ...] = ()) -> Roll:
    """Take the tick off teams and people: they have not come after all."""
    return replace(
        roll,
        teams={each: presence for each, presence in roll.teams.items() if each not in teams},
        people={each: presence for each, presence in roll.people.items() if each not in people},
    )
