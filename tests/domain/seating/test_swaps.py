from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samling.domain.errors import Refused
from samling.domain.seating.draw import assess
from samling.domain.seating.swaps import swap
from samling.domain.seating.values import Pin, PinKind
from samling.domain.seating.words import price
from sharing import MIXED, drawn, hall, met, past, person, team

if TYPE_CHECKING:
    from samling.domain.seating.values import Seating

THERE = hall(6, past=past([(1, 2), (3, 4), (5, 6)]))
(SEATING,) = drawn(THERE)
(PEOPLE,) = drawn(hall(6), MIXED)


class TestSwap:
    @settings(max_examples=40)
    @given(seating=st.sampled_from([SEATING, PEOPLE]), data=st.data())
    def test_the_two_change_places_and_nobody_else(self, seating: Seating, data: st.DataObject) -> None:
        """Each sits where the other sat, and swapping back is the seating as it was, at the same price."""
        one, other = data.draw(st.permutations(list(seating.members)))[:2]
        here, there = seating.table_of(one), seating.table_of(other)
        assert here is not None
        assert there is not None
        if here is there:
            with pytest.raises(Refused, match=f"sit at table {here.number} both"):
                swap(THERE, seating, one, other)
            return
        found = swap(THERE, seating, one, other)
        moved = {one: there.number, other: here.number}
        for table in seating.tables:
            for member in table.members:
                now = found.wanted.table_of(member)
                assert now is not None
                assert now.number == moved.get(member, table.number)
        back = swap(THERE, found.wanted, one, other)
        assert [table.members for table in back.wanted.tables] == [table.members for table in seating.tables]
        assert (back.before, back.after) == (found.after, found.before)

    def test_the_price_is_counted_afresh(self) -> None:
        """Two who met before come together: one repeat more is said before it is done."""
        partner = next(iter(next(pair for pair in met(SEATING) if team(1) in pair) - {team(1)}))
        found = swap(THERE, SEATING, partner, team(2))
        assert frozenset({team(1), team(2)}) in met(found.wanted)
        assert found.after.repeats.count == len(met(found.wanted) & {
            frozenset(map(team, pair)) for pair in ((1, 2), (3, 4), (5, 6))
        })  # fmt: skip
        assert f"Repeats: 0 before, {found.after.repeats.count} after." in list(price(found, THERE.names, str))

    def test_it_says_which_pins_it_breaks(self) -> None:
        """A pin that holds and would no longer is named; one that was broken already is not."""
        one, other = SEATING.tables[0].members
        third = SEATING.tables[1].members[0]
        pinned = hall(6, pins=[Pin(PinKind.TOGETHER, one, other), Pin(PinKind.TOGETHER, one, third)])
        found = swap(pinned, SEATING, one, SEATING.tables[2].members[0])
        assert [pin.id for pin in found.broken] == [1]
        assert any(line.startswith("It breaks a pin: ") for line in price(found, pinned.names, str))

    def test_a_locked_table_is_left_alone(self) -> None:
        """Somebody at a locked table does not change places; nor does somebody without a seat."""
        locked = SEATING.with_table(replace(SEATING.tables[0], locked=True))
        with pytest.raises(Refused, match="locked"):
            swap(THERE, locked, locked.tables[0].members[0], locked.tables[1].members[0])
        with pytest.raises(Refused, match="Person 1 has no seat"):
            swap(THERE, SEATING, person(1), team(2))

    def test_a_host_who_leaves_is_no_longer_host(self) -> None:
        """The host of one table does not become another's."""
        host = SEATING.tables[0].members[0]
        hosted = SEATING.with_table(replace(SEATING.tables[0], host=host))
        assert all(
            table.host is None for table in swap(THERE, hosted, host, SEATING.tables[1].members[0]).wanted.tables
        )

    def test_of_somebody_who_has_left_the_network_nothing_is_counted(self) -> None:
        """A team that is taken out leaves its chair; the others' claim is still counted."""
        smaller = replace(THERE, roster=replace(THERE.roster, teams=THERE.roster.teams[1:]))
        assert assess(smaller, SEATING).repeats.count == 0
        assert assess(replace(THERE, roster=replace(THERE.roster, teams=())), SEATING).repeats.count == 0
