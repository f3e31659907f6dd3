"""Who has met whom: what was really seated at the network's gatherings, and what of it counts in a draw.

Teams have met where they sat at one table as teams. People have met where they sat at one table, themselves or with
their teams.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import TYPE_CHECKING

from samling.domain.grouping.instance import pair
from samling.domain.line import clean_line
from samling.domain.seating.values import Member, Seating, SeatingState, SharingKind
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samling.domain.seating.values import Seatings

Group = tuple[Member, ...]
"""Those who sat at one table."""


@dataclass(frozen=True, slots=True)
class PastRound:
    """A round that was held: `title` says which, `groups` who sat together.

    One that was imported has no gathering, and an `id` once it is stored.
    """

    title: str
    kind: SharingKind
    groups: tuple[Group, ...]
    gathering_id: int | None = None
    block_id: int | None = None
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Imported:
    """The rounds of a network that were held before samling, or elsewhere, as they were imported."""

    network_id: int
    rounds: tuple[PastRound, ...] = ()


@dataclass(frozen=True, slots=True)
class Past:
    """The rounds of the network's other gatherings, and what they drew ahead for those to come.

    `rounds_to_come` is how many sharing blocks the gatherings after the one in use still have.
    """

    rounds: tuple[PastRound, ...] = ()
    ahead: tuple[Seating, ...] = ()
    rounds_to_come: int = 0


def take_in(value: Imported, rounds: tuple[PastRound, ...]) -> Imported:
    """Take rounds in; one that is there by the same title is replaced, so that nothing is counted twice.

    A table at which nobody sat is left out. Raises `WrongUsage` for a title that is empty or too long.
    """
    rounds = tuple(
        replace(each, title=clean_line(each.title), groups=tuple(filter(None, each.groups))) for each in rounds
    )
    new = {(name_key(each.title), each.kind) for each in rounds}
    kept = (each for each in value.rounds if (name_key(each.title), each.kind) not in new)
    return replace(value, rounds=(*kept, *rounds))


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
    """Count how often each two of `members` (by their place in it) have met. `teams` says whose team somebody is of.

    Those of one team have not met by sitting there as a team.
    """
    number = {member: at for at, member in enumerate(members)}
    of_team: dict[Member, list[int]] = {}
    for member, team in teams.items():
        if member in number:
            of_team.setdefault(team, []).append(number[member])
    met: Counter[tuple[int, int]] = Counter()
    for each in rounds:
        for group in each.groups:
            meant = [_meant(member, number, of_team) for member in group]
            met.update(pair(*each) for one, other in combinations(meant, 2) for each in product(one, other))
    return dict(met)


def _meant(member: Member, number: Mapping[Member, int], of_team: Mapping[Member, Sequence[int]]) -> Sequence[int]:
    """Whom of those drawn now somebody who sat at a table stands for."""
    return [number[member]] if member in number else of_team.get(member, ())
