from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from making import at
from samling.domain.errors import Refused
from samling.domain.roll import Presence, Roll
from samling.domain.room import Table as RoomTable
from samling.domain.seating.repairs import Changed, by_the_roll, repair
from samling.domain.seating.values import Pin, PinKind, SeatingState, Table
from sharing import MIXED, PAIRS, drawn, groups, hall, past, person, sizes, team, wish

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from samling.domain.seating.hall import Hall
    from samling.domain.seating.values import Member, Seating, SharingKind


def announced(there: Hall, kind: SharingKind = PAIRS) -> Seating:
    """Draw, and announce it."""
    return replace(drawn(there, kind)[0], id=1, state=SeatingState.ANNOUNCED, announced_at=at("10:00"))


class TestRepair:
    def test_a_missing_team_leaves_its_partner_to_another_pair(self) -> None:
        """Of twelve teams one is missing: its partner joins a pair, one move, and nobody has met before."""
        there = hall(12)
        seating = announced(there)
        found = repair(there, seating, Changed(missing=(team(1),)), wish().room)
        assert (found.cost.moves, found.cost.repeats, found.is_proved) == (1, 0, True)
        (move,) = found.moves
        assert {team(1), move.member} in groups(seating)
        assert sorted(sizes(found.wanted).values()) == [2, 2, 2, 2, 3]

    @settings(max_examples=30)
    @given(teams=st.integers(3, 6), data=st.data())
    def test_no_seating_moves_fewer(self, teams: int, data: st.DataObject) -> None:
        """Held against every way of seating those who are left at the tables: fewest moves, then fewest repeats."""
        pairs = st.lists(st.integers(1, teams), min_size=2, max_size=2, unique=True)
        met = {frozenset(map(team, pair)) for pair in data.draw(st.lists(pairs, max_size=4))}
        there = hall(teams, past=past([tuple(one.id for one in pair) for pair in met]))
        seating = announced(there)
        gone = team(data.draw(st.integers(1, teams)))
        here = [member for member in seating.members if member != gone]
        home = {member: table.number for table in seating.tables for member in table.members}
        found = repair(there, seating, Changed(missing=(gone,)), wish().room)
        best = min(
            (
                sum(home[member] != number for number, group in seated.items() for member in group),
                sum(frozenset(pair) in met for group in seated.values() for pair in combinations(group, 2)),
            )
            for seated in every_way(here, sorted(set(home.values())))
        )
        assert (found.cost.moves, found.cost.repeats) == best
        assert sorted(found.wanted.members) == sorted(here)

    def test_who_comes_late_is_seated_and_is_no_move(self) -> None:
        """A team that was not announced joins a table where nobody has met it; nobody else moves."""
        there = hall(5)
        seating = announced(hall(4))
        found = repair(there, seating, Changed(late=(team(5),)), wish().room)
        assert found.cost.moves == 0
        assert [(move.member, move.origin) for move in found.moves] == [(team(5), None)]
        assert sorted(sizes(found.wanted).values()) == [2, 3]

    def test_more_come_late_than_there_are_seats(self) -> None:
        """Four teams announced and five late: two more tables are opened, and nobody who has a seat moves."""
        there = hall(9)
        seating = announced(hall(4))
        found = repair(there, seating, Changed(late=tuple(map(team, range(5, 10)))), wish().room)
        assert found.cost.moves == 0
        assert sorted(found.wanted.members) == sorted(map(team, range(1, 10)))
        assert set(sizes(found.wanted).values()) <= {2, 3}
        assert found.seen == seating

    def test_a_table_that_was_closed_is_opened_again(self) -> None:
        """Where a repair has closed a table, those who come later than the rest can hold sit there."""
        there = hall(7)
        seating = announced(hall(4))
        smaller = repair(there, seating, Changed(missing=(team(1),)), wish().room).wanted
        assert len(sizes(smaller)) == 1
        found = repair(there, smaller, Changed(late=tuple(map(team, (5, 6, 7)))), wish().room)
        assert len(found.wanted.tables) == len(seating.tables)
        assert sorted(sizes(found.wanted).values()) == [3, 3]

    def test_all_have_left_and_some_come(self) -> None:
        """A seating that nobody is left of takes those who come, whether its room is known or not."""
        there = hall(6)
        seating = announced(hall(4))
        empty = repair(there, seating, Changed(missing=tuple(seating.members)), wish().room).wanted
        for room in (wish().room, None):
            found = repair(there, empty, Changed(late=(team(5), team(6))), room)
            assert groups(found.wanted) == [{team(5), team(6)}]

    def test_a_room_with_tables_of_its_own_opens_no_others(self) -> None:
        """Where every table there is is full, the late are refused, and how many places are missing is said."""
        there, seating = hall(7), announced(hall(4))
        room = replace(wish().room, tables=(RoomTable(1, 12, 1, 1), RoomTable(2, 12, 1, 2)))
        with pytest.raises(Refused, match="7 are present and the tables have places for 6"):
            repair(there, seating, Changed(late=tuple(map(team, (5, 6, 7)))), room)

    def test_of_two_that_move_as_few_the_more_unlike(self) -> None:
        """The lone partner can join either pair: it joins the one of other places."""
        there = hall(6, organisation="One")
        places = {1: "A", 2: "B", 3: "C", 4: "A", 5: "D", 6: "E"}
        known = tuple(replace(each, unit=places[each.id or 0]) for each in there.roster.teams)
        there = replace(there, roster=replace(there.roster, teams=known))
        groups_ = [(1, 2), (3, 4), (5, 6)]
        tables = tuple(Table(number, tuple(map(team, both))) for number, both in enumerate(groups_, start=1))
        found = repair(there, replace(announced(there), tables=tables), Changed(missing=(team(2),)), wish().room)
        assert {team(1), team(5), team(6)} in groups(found.wanted)

    def test_a_host_stays_and_a_pin_holds(self) -> None:
        """The lone partner who is host stays: another pair comes apart for it; nobody joins whom a pin forbids."""
        there = hall(6)
        seating = announced(there)
        first, second, third = seating.tables[:3]
        gone, host = first.members
        hosted = seating.with_table(replace(first, host=host))
        found = repair(there, hosted, Changed(missing=(gone,)), wish().room)
        assert found.wanted.table_of(host) == found.wanted.table(first.number)
        foe = Pin(PinKind.APART, host, second.members[0])
        found = repair(hall(6, pins=[foe]), seating, Changed(missing=(gone,)), wish().room)
        assert found.wanted.table_of(host) == found.wanted.table(third.number)

    def test_people_too(self) -> None:
        """In mixed groups the person is seated anew; a table that shrinks within its share needs no move."""
        there = hall(8, 5)
        seating = announced(there, MIXED)
        found = repair(there, seating, Changed(missing=(person(1),)), wish(MIXED).room)
        assert found.cost.moves == 0
        assert found.wanted.table_of(person(1)) is None

    def test_a_table_takes_no_more_than_its_chairs(self) -> None:
        """Where the room says that a table has chairs for one pair, the late team goes elsewhere."""
        there, seating = hall(5), announced(hall(4))
        tight, wide = RoomTable(1, 8, 1, 1), RoomTable(2, 12, 1, 2)
        room = replace(wish().room, tables=(tight, wide))
        found = repair(there, seating, Changed(late=(team(5),)), room)
        assert found.wanted.table_of(team(5)) == found.wanted.table(2)

    def test_the_room_may_be_unknown(self) -> None:
        """Where the room's file is gone, a pair may still become a three."""
        there = hall(4)
        found = repair(there, announced(there), Changed(missing=(team(1),)))
        assert sorted(sizes(found.wanted).values()) == [3]

    def test_what_cannot_be_repaired(self) -> None:
        """A draft, a change that is none, and a roll that nobody has taken are refused with what to do."""
        there = hall(4)
        (draft,) = drawn(there)
        with pytest.raises(Refused, match="draw again"):
            repair(there, draft, Changed(missing=(team(1),)))
        with pytest.raises(Refused, match="nothing to repair"):
            repair(there, announced(there), Changed(missing=(person(1),), late=(team(2),)))
        with pytest.raises(Refused, match="--missing"):
            by_the_roll(there, announced(there))


class TestByTheRoll:
    def test_who_is_seated_and_not_here_and_the_other_way_about(self) -> None:
        """The roll tells who is missing from the seating, and who came to it late."""
        seating = announced(hall(4))
        here = Roll(1, people={each: Presence(at("08:55")) for each in (1, 5, 9, 17)})  # teams 1, 2, 3 and 5
        assert by_the_roll(hall(5, roll=here), seating) == Changed(missing=(team(4),), late=(team(5),))


def every_way(members: Sequence[Member], tables: Sequence[int]) -> Iterator[dict[int, list[Member]]]:
    """Yield every seating at these tables in which nobody sits alone and at most three share a table.

    Tables close only where there are too few for all of them, as few as may be.
    """
    for shut in combinations(tables, max(0, len(tables) - len(members) // 2)):
        left = [table for table in tables if table not in shut]
        for chosen in product(left, repeat=len(members)):
            seated = {table: [one for one, at_ in zip(members, chosen, strict=True) if at_ == table] for table in left}
            if all(2 <= len(group) <= 3 for group in seated.values()):
                yield seated
