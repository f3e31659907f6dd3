"""Who must be in the room for which block, and who of them is still missing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from samling.domain import roll_call
from samling.domain.gathering import State
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from samling.domain.agenda import Figures
    from samling.domain.gathering import Gathering, Kind
    from samling.domain.roll import Roll
    from samling.domain.room import Phrase
    from samling.domain.roster import Roster
    from samling.domain.team import Person, Team

SOON = timedelta(minutes=30)
WHOLE_TEAM = "team"
"""Whom a requirement is about when it is about everybody in the team."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Who must be there for which blocks.

    `who` is a role of `domain/roles.py`, or `WHOLE_TEAM`; with `of_each_team` every team has its own: those in it who
    have the role, or its coach. `kinds` are the kinds of blocks, none for the gathering from its first block on;
    `programmes` the ids of programmes, none for all. A team that has somebody with the role `unless` is excused. `must`
    is what is demanded, else it is what is hoped for. `text` says it, `source` where it stands.
    """

    id: str
    who: str
    text: Phrase
    source: str
    of_each_team: bool = True
    kinds: tuple[Kind, ...] = ()
    programmes: tuple[str, ...] = ()
    unless: str = ""
    must: bool = False


@dataclass(frozen=True, slots=True)
class Missing:
    """Somebody who is awaited and not here. Without a `person` nobody is named for it."""

    team: Team | None
    person: Person | None


@dataclass(frozen=True, slots=True)
class Awaited:
    """A requirement of a block that is running or to come: who of those it is about is `missing`."""

    requirement: Requirement
    position: int
    starts_at: datetime
    missing: tuple[Missing, ...]

    @property
    def count(self) -> int:
        """How many are missing: somebody who is awaited for several teams is one; so is each team that has nobody."""
        return len({(each.person.id,) if each.person else (None, each.team) for each in self.missing})

    def is_soon(self, now: datetime) -> bool:
        """Whether the block begins so soon that somebody should call those who are missing."""
        return self.starts_at - now <= SOON


def awaited(
    requirements: Iterable[Requirement], gathering: Gathering, figures: Figures, roster: Roster, roll: Roll
) -> tuple[Awaited, ...]:
    """Return who is awaited and not here, for the blocks of the current day that are not over, the nearest first.

    What is asked of the whole gathering is said once the roll is being taken; each requirement of a block once, for the
    first such block.
    """
    found = (
        _awaited(each, position, figures, roster, roll)
        for each in requirements
        if (position := _block(each, gathering, figures, roll)) is not None
    )
    return tuple(sorted((each for each in found if each and each.missing), key=lambda each: each.starts_at))


def _block(requirement: Requirement, gathering: Gathering, figures: Figures, roll: Roll) -> int | None:
    if requirement.programmes and gathering.programme_id not in requirement.programmes:
        return None
    if not requirement.kinds and not roll.is_taken:
        return None
    coming = gathering.positions(
        lambda block: (
            block.day == figures.day
            and (block.is_open or block.state is State.PENDING)
            and (not requirement.kinds or block.kind in requirement.kinds)
        )
    )
    return next(coming, None)


def _awaited(requirement: Requirement, position: int, figures: Figures, roster: Roster, roll: Roll) -> Awaited | None:
    starts_at = figures.blocks[position - 1].expected_start
    if starts_at is None:
        return None
    missing = (each for each in _meant(requirement, roster) if each.person is None or not _is_here(each, roll))
    return Awaited(requirement, position, starts_at, tuple(missing))


def _is_here(each: Missing, roll: Roll) -> bool:
    return each.person is not None and roll_call.is_here(roll, each.person)


def _meant(requirement: Requirement, roster: Roster) -> Iterator[Missing]:
    """Yield whom a requirement is about; where somebody must be there and nobody is named, that too."""
    teams: tuple[Team | None, ...] = roster.taking_part if requirement.of_each_team else (None,)
    for team in teams:
        if team is not None and requirement.unless and team.having(requirement.unless):
            continue
        people = tuple(_people(requirement.who, team, roster))
        yield from (Missing(team, person) for person in people)
        if not people and requirement.must:
            yield Missing(team, None)


def _people(who: str, team: Team | None, roster: Roster) -> Iterator[Person]:
    if team is None:
        yield from (person for _team, person in roster.everybody() if who in person.roles)
    elif who == WHOLE_TEAM:
        yield from roll_call.members(team)
    else:
        coaches = {name_key(name) for name in team.coaches}
        yield from team.having(who)
        yield from (each for each in roster.others if who in each.roles and name_key(each.name) in coaches)
