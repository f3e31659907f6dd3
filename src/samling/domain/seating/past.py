"""Who has met whom: what was really seated at the network's gatherings, and what of it counts in a draw.

Teams have met where they sat at one table as teams. People have met where they sat at one table, themselves or with
their teams.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from samling.domain.seating.values import Member, Seating, SeatingState, SharingKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samling.domain.roster import Roster
    from samling.domain.seating.values import Seatings

Group = tuple[Member, ...]
"""Those who sat at one table."""


@dataclass(frozen=True, slots=True)
class PastRound:
    """A round that was held: `title` says which, `groups` who sat together. An imported one has no `gathering_id`."""

    title: str
    kind: SharingKind
    groups: tuple[Group, ...]
    gathering_id: int | None = None
    block_id: int | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """The rounds of the network's other gatherings, and what an earlier gathering drew ahead for those to come."""

    rounds: tuple[PastRound, ...] = ()
    ahead: tuple[Seating, ...] = ()


def held(seatings: Seatings, *, but: int | None = None) -> Iterator[PastRound]:
    """Yield the rounds that are announced at a gathering, all but the one of block `but`."""
    for each in seatings.seatings:
        if each.state is SeatingState.ANNOUNCED and each.block_id != but:
            yield as_round(each, gathering_id=seatings.gathering_id)


def as_round(seating: Seating, title: str = "", gathering_id: int | None = None) -> PastRound:
    """Return a seating as a round that was held."""
    groups = tuple(table.members for table in seating.tables if table.members)
    return PastRound(title, seating.kind, groups, gathering_id, seating.block_id)


def meetings(
    rounds: Iterable[PastRound], members: Sequence[Member], teams: Mapping[Member, Member]
) -> dict[tuple[int, int], int]:
    """Count how often each two of `members` (by their place in it) have met. `teams` says whose team somebody is of."""
    number = {member: at for at, member in enumerate(members)}
    of_team: dict[Member, list[int]] = {}
    for member, team in teams.items():
        if member in number:
            of_team.setdefault(team, []).append(number[member])
    met: Counter[tuple[int, int]] = Counter()
    for each in rounds:
        for group in each.groups:
            here = sorted({at for member in group for at in _meant(member, number, of_team)})
            met.update(combinations(here, 2))
    return dict(met)


def _meant(member: Member, number: Mapping[Member, int], of_team: Mapping[Member, Sequence[int]]) -> Sequence[int]:
    """Whom of those drawn now somebody who sat at a table stands for."""
    return [number[member]] if member in number else of_team.get(member, ())


def team_of_each(roster: Roster) -> dict[Member, Member]:
    """Return the team of each person who is in one."""
    return {
        Member("person", person.id): Member("team", team.id)
        for team, person in roster.everybody()
        if team is not None and team.id is not None and person.id is not None
    }
