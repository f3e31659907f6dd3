"""The case of a draw: who is to be seated in which room, what holds for them, and whom they have met.

It turns teams and people into the numbers that `domain/grouping` draws with, and tables back into who sits there.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from samling.domain.errors import N_, Refused
from samling.domain.grouping.instance import Instance
from samling.domain.roles import MEMBER
from samling.domain.roll_call import members as members_of
from samling.domain.room_seating import lay_out
from samling.domain.seating.past import meetings
from samling.domain.seating.values import KeepApart, Member, Pin, PinKind, SharingKind
from samling.domain.team import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from samling.domain.grouping.instance import Round, Value
    from samling.domain.roll_call import Present
    from samling.domain.room import Room
    from samling.domain.seating.past import PastRound
    from samling.domain.team import Person, Team


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of a draw. `steps` holds the step of the self-assessment that a team is at, by its id."""

    kind: SharingKind
    room: Room
    keep_apart: KeepApart = KeepApart.NONE
    steps: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Case:
    """A draw to be made: `instance` is drawn, its people standing for `members` and its tables for table `numbers`.

    `pins` are those of the gathering that it keeps, in the order of `grouping.pins.pins_of`.
    """

    members: tuple[Member, ...]
    numbers: tuple[int, ...]
    instance: Instance

    def seated(self, tables: Round) -> dict[int, tuple[Member, ...]]:
        """Return who sits at each table, by its number in the room."""
        return {
            number: tuple(self.members[each] for each in sorted(table))
            for number, table in zip(self.numbers, tables, strict=True)
        }

    def round(self, groups: Mapping[int, Iterable[Member]]) -> Round:
        """Return a seating as a round of the instance; the inverse of `seated`."""
        number = {member: at for at, member in enumerate(self.members)}
        return tuple(tuple(sorted(number[member] for member in groups.get(each, ()))) for each in self.numbers)


def build(present: Present, wish: Wish, rounds: Iterable[PastRound], pins: Iterable[Pin], count: int = 1) -> Case:
    """Return the case of drawing `count` rounds among those present.

    Raises `Refused` where there is nobody to seat, or no place for all.
    """
    drawn = _Drawn(present, wish)
    seated = lay_out(wish.room, len(drawn.members))
    numbers = tuple(each.table.number for each in seated)
    held = _pins(drawn, numbers, pins)
    instance = Instance(
        people=len(drawn.members),
        sizes=(tuple(each.units for each in seated),) * count,
        attributes=drawn.attributes,
        apart=drawn.apart,
        balance=drawn.balance,
        soft=drawn.soft,
        history=meetings(rounds, drawn.members, drawn.teams),
        together=tuple(_both(drawn, pin) for pin in held if pin.kind is PinKind.TOGETHER),
        forbid=tuple(_both(drawn, pin) for pin in held if pin.kind is PinKind.APART),
        at=tuple((drawn.number[pin.one], numbers.index(pin.table or 0)) for pin in held if pin.kind is PinKind.TABLE),
    )
    return Case(drawn.members, numbers, instance)


class _Drawn:
    """Who is drawn, and what is said of each."""

    def __init__(self, present: Present, wish: Wish) -> None:
        people = [(team, person) for team in present.teams for person in members_of(team) if person.id is not None]
        self.members: tuple[Member, ...]
        if wish.kind is SharingKind.PAIRS:
            self.members = tuple(Member("team", team.id) for team in present.teams if team.id is not None)
            described = _of_teams(present.teams, wish)
        else:
            self.members = tuple(Member("person", person.id or 0) for _team, person in people)
            described = _of_people(people)
        if len(self.members) < 2:
            raise Refused(
                N_("There is nobody to share with: {count} present. Take the roll, or add teams: samling team import"),
                count=len(self.members),
            )
        self.teams = {Member("person", person.id or 0): Member("team", team.id or 0) for team, person in people}
        self.number = {member: at for at, member in enumerate(self.members)}
        self.attributes = {name: values for name, values in described.items() if _says_something(values)}
        asked = ("team", *(("organisation",) if wish.keep_apart is KeepApart.ORGANISATION else ()))
        asked += ("unit",) if wish.keep_apart is KeepApart.UNIT else ()
        self.apart = self._told(*asked)
        self.balance = self._told("profession", "role")
        self.soft = self._told(*(name for name in ("organisation", "unit", "coach", "step") if name not in asked))

    def _told(self, *names: str) -> tuple[str, ...]:
        return tuple(name for name in names if name in self.attributes)


def _says_something(values: Sequence[Value]) -> bool:
    """Whether two have the same value, so that it matters where they sit."""
    return any(count > 1 for value, count in Counter(values).items() if value is not None)


def _of_teams(teams: Iterable[Team], wish: Wish) -> dict[str, tuple[Value, ...]]:
    told = [
        {**_place(team), "coach": _known(team.coach), "step": None if team.id is None else wish.steps.get(team.id)}
        for team in teams
    ]
    return _turned(told)


def _of_people(people: Iterable[tuple[Team, Person]]) -> dict[str, tuple[Value, ...]]:
    told = [
        {
            "team": team.id,
            **_place(team),
            "profession": _known(person.profession),
            "role": next((role for role in person.roles if role != MEMBER), None),
        }
        for team, person in people
    ]
    return _turned(told)


def _place(team: Team) -> dict[str, Value]:
    """Where a team belongs. Two units of the same name in two organisations are two."""
    unit = f"{name_key(team.organisation)}\n{name_key(team.unit)}" if _known(team.unit) else None
    return {"organisation": _known(team.organisation), "unit": unit}


def _known(text: str) -> str | None:
    return name_key(text) or None


def _turned(told: Sequence[Mapping[str, Value]]) -> dict[str, tuple[Value, ...]]:
    return {name: tuple(each[name] for each in told) for name in told[0]} if told else {}


def _pins(drawn: _Drawn, numbers: Sequence[int], pins: Iterable[Pin]) -> list[Pin]:
    """The pins that count in this draw: those of members who are drawn, at tables that are there."""
    return list(_counting(drawn, numbers, pins))


def _counting(drawn: _Drawn, numbers: Sequence[int], pins: Iterable[Pin]) -> Iterator[Pin]:
    for pin in pins:
        is_here = all(member in drawn.number for member in (pin.one, pin.other) if member is not None)
        if is_here and pin.kind is PinKind.TABLE and pin.table not in numbers:
            raise Refused(N_("A pin names table {number}, which this room does not have."), number=pin.table)
        if is_here:
            yield pin


def _both(drawn: _Drawn, pin: Pin) -> tuple[int, int]:
    assert pin.other is not None, "two are pinned together or apart"
    return drawn.number[pin.one], drawn.number[pin.other]
