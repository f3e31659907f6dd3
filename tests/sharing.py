"""Networks that share, for tests: teams in a row, halls they meet in, and draws among them."""

from __future__ import annotations

from collections import deque
from itertools import combinations, count
from random import Random
from typing import TYPE_CHECKING, Any

from making import at, block, gathering
from samling.content.rooms import find_room
from samling.domain.gathering import Kind
from samling.domain.roll import Roll
from samling.domain.roster import Roster
from samling.domain.seating.case import Wish
from samling.domain.seating.draw import drafts_of, search
from samling.domain.seating.hall import Hall
from samling.domain.seating.past import Past, PastRound
from samling.domain.seating.plan import plan_draw
from samling.domain.seating.values import KeepApart, Member, Pin, Seating, Seatings, SharingKind
from samling.domain.team import Person, Team

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


PAIRS, MIXED = SharingKind.PAIRS, SharingKind.MIXED
ROLES = ("team-leader", "measurement-lead", "member")
PROFESSIONS = ("sykepleier", "lege", "fysioterapeut")


def team(number: int) -> Member:
    """Return team `number` as one who is seated."""
    return Member("team", number)


def person(number: int) -> Member:
    """Return person `number` as one who is seated."""
    return Member("person", number)


def roster(teams: int, size: int = 4, **said: str) -> Roster:
    """Return teams 1, 2, ... ("Team 1") of people 1, 2, ... ("Person 1"), in turn of three organisations."""
    number = count(1)
    return Roster(
        1,
        tuple(
            Team(
                name=f"Team {each}",
                organisation=said.get("organisation", f"Organisation {each % 3}"),
                unit=f"Unit {each}",
                place=f"Place {each % 4}",
                people=tuple(
                    Person(f"Person {one}", ROLES[min(at_, 2)], PROFESSIONS[one % 3], one)
                    for at_, one in enumerate(next(number) for _ in range(size))
                ),
                id=each,
            )
            for each in range(1, teams + 1)
        ),
    )


def hall(
    teams: int = 6,
    size: int = 4,
    *,
    blocks: int = 2,
    pins: Iterable[Pin] = (),
    past: Past | None = None,
    **said: Any,  # noqa: ANN401
) -> Hall:
    """Return a hall where so many teams meet, nobody ticked off, with so many sharing blocks before them."""
    return Hall(
        gathering(*(block(45, kind=Kind.SHARING, title=f"Sharing {each}") for each in range(1, blocks + 1))),
        said.pop("roster", None) or roster(teams, size, **said),
        said.pop("roll", Roll(1)),
        Seatings(1, said.pop("seatings", ()), numbered(pins)),
        past or Past(),
    )


def numbered(pins: Iterable[Pin]) -> tuple[Pin, ...]:
    """Return pins as they are once stored: each with its number."""
    return tuple(Pin(each.kind, each.one, each.other, each.table, number) for number, each in enumerate(pins, start=1))


def wish(kind: SharingKind = PAIRS, keep_apart: KeepApart = KeepApart.NONE) -> Wish:
    """Return what is asked of a draw, in our own room for it."""
    return Wish(kind, find_room("two-and-two" if kind is PAIRS else "mixed-groups"), keep_apart)


def drawn(there: Hall, kind: SharingKind = PAIRS, seed: int = 1, **asked: Any) -> tuple[Seating, ...]:  # noqa: ANN401
    """Draw for the first block to the end, and return the drafts."""
    wanted = asked.pop("wish", None) or wish(kind, asked.pop("keep_apart", KeepApart.NONE))
    plan = plan_draw(there, wanted, 1, **asked)
    *_steps, best = deque(search(plan, Random(seed)), maxlen=1)
    return drafts_of(plan, best, seed, at("09:00"))


def groups(seating: Seating) -> list[set[Member]]:
    """Return who sits together."""
    return [set(table.members) for table in seating.tables if table.members]


def met(seating: Seating) -> set[frozenset[Member]]:
    """Return the pairs that sit together."""
    return {frozenset(pair) for group in groups(seating) for pair in combinations(group, 2)}


def past(*rounds: Sequence[Sequence[int]], kind: SharingKind = PAIRS) -> Past:
    """Return rounds that were held elsewhere: groups of teams, or of people, by their numbers."""
    as_member = team if kind is PAIRS else person
    return Past(
        tuple(
            PastRound(f"Round {at_}", kind, tuple(tuple(map(as_member, group)) for group in tables), gathering_id=9)
            for at_, tables in enumerate(rounds, start=1)
        )
    )


def sizes(seating: Seating) -> Mapping[int, int]:
    """Return how many sit at each table that is in use, by its number."""
    return {table.number: len(table.members) for table in seating.tables if table.members}
