from __future__ import annotations

from dataclasses import replace

import pytest

from making import at
from samling.domain.errors import Refused, WrongUsage
from samling.domain.seating import edit
from samling.domain.seating.values import Pin, PinKind, Seating, Seatings, SeatingState
from sharing import drawn, hall, team

DRAFT = replace(drawn(hall(4))[0], id=1)
VALUE = Seatings(1, (DRAFT,))


def draft(number: int, block: int = 1) -> Seating:
    """Return another draft, for a block."""
    return replace(DRAFT, id=number, block_id=block, seed=number)


class TestDrafts:
    def test_two_of_a_block_are_kept_to_be_compared(self) -> None:
        """A third draft takes the place of the oldest; another block's are not touched."""
        value = edit.add_drafts(edit.add_drafts(VALUE, (draft(2), draft(3, block=2))), (draft(4),))
        assert [each.id for each in value.drafts(1)] == [2, 4]
        assert [each.id for each in value.drafts(2)] == [3]

    def test_rounds_ahead_take_the_place_of_earlier_ones(self) -> None:
        """Only the newest season ahead is kept, and a draw of one round leaves it."""
        ahead = replace(DRAFT, block_id=None, state=SeatingState.AHEAD)
        value = edit.add_drafts(VALUE, (draft(2), replace(ahead, id=3), replace(ahead, id=4)))
        value = edit.add_drafts(value, (draft(5), replace(ahead, id=6)))
        assert [each.id for each in value.ahead] == [6]
        assert edit.add_drafts(value, (draft(7),)).ahead == value.ahead

    def test_a_change_is_refused_where_the_seating_has_moved_on(self) -> None:
        """What was seen must still be so, else another window's change would be overwritten."""
        theirs = edit.lock(VALUE, 1, 1, locked=True)
        with pytest.raises(Refused, match="Another window"):
            edit.change(theirs, DRAFT, draft(1))

    def test_what_is_thrown_away_is_a_draft(self) -> None:
        """A draft goes; what is announced stays."""
        assert edit.discard(VALUE, 1).seatings == ()
        with pytest.raises(Refused, match="announced"):
            edit.discard(edit.announce(VALUE, 1, at("10:00")), 1)


class TestAnnouncing:
    def test_one_is_announced_for_each_block(self) -> None:
        """A later announcement replaces the earlier one and the block's other drafts; other blocks keep theirs."""
        value = edit.add_drafts(VALUE, (draft(2), draft(3, block=2)))
        first = edit.announce(value, 1, at("10:00"))
        again = edit.announce(edit.add_drafts(first, (draft(4),)), 4, at("10:05"))
        for value, number, clock in ((first, 1, "10:00"), (again, 4, "10:05")):
            found = value.announced(1)
            assert found is not None
            assert (found.id, found.announced_at) == (number, at(clock))
            assert value.drafts(1) == ()
            assert [each.id for each in value.drafts(2)] == [3]
        with pytest.raises(Refused, match="already"):
            edit.announce(first, 1, at("10:10"))

    def test_an_unknown_draft_is_refused(self) -> None:
        """A number that no draft has is named."""
        with pytest.raises(Refused, match="no draft 9"):
            edit.announce(VALUE, 9, at("10:00"))


class TestPins:
    def test_set_once_and_cleared(self) -> None:
        """The same pin the other way about is the same pin; a cleared one is gone."""
        pinned = edit.pin(VALUE, Pin(PinKind.APART, team(1), team(2)))
        with pytest.raises(Refused, match="already"):
            edit.pin(pinned, Pin(PinKind.APART, team(2), team(1)))
        assert len(edit.pin(pinned, Pin(PinKind.TOGETHER, team(2), team(1))).pins) == 2
        stored = replace(pinned, pins=(replace(pinned.pins[0], id=7),))
        assert edit.unpin(stored, (7,)).pins == ()
        with pytest.raises(Refused, match="no pin 8"):
            edit.unpin(stored, (7, 8))

    def test_nobody_is_pinned_to_themselves(self) -> None:
        """Two different ones are kept together or apart."""
        with pytest.raises(Refused, match="two different"):
            edit.pin(VALUE, Pin(PinKind.TOGETHER, team(1), team(1)))


class TestTables:
    def test_lock_and_unlock(self) -> None:
        """A table with people in a draft can be locked; what is announced is drawn no more."""
        locked = edit.lock(VALUE, 1, 2, locked=True)
        assert [table.locked for table in locked.seatings[0].tables] == [False, True]
        assert edit.lock(locked, 1, 2, locked=False) == VALUE
        with pytest.raises(Refused, match="no table 9"):
            edit.lock(VALUE, 1, 9, locked=True)
        with pytest.raises(Refused, match="draft"):
            edit.lock(edit.announce(VALUE, 1, at("10:00")), 1, 1, locked=True)

    def test_a_host_sits_at_the_table(self) -> None:
        """One of the table's own becomes its host, or nobody; somebody from another table does not."""
        here, there = DRAFT.tables[0].members[0], DRAFT.tables[1].members[0]
        hosted = edit.set_host(VALUE, 1, 1, here)
        assert hosted.seatings[0].tables[0].host == here
        assert edit.set_host(hosted, 1, 1, None) == VALUE
        with pytest.raises(Refused, match="sit at the table"):
            edit.set_host(VALUE, 1, 1, there)

    def test_what_a_table_brings_back_is_one_line(self) -> None:
        """It is cleaned, taken away by an empty text, and no longer than anybody reads out."""
        noted = edit.bring_back(VALUE, 1, 1, "  Spør\nnattevakten\x1b ")
        assert noted.seatings[0].tables[0].brings == "Spør nattevakten"
        assert edit.bring_back(noted, 1, 1, " ") == VALUE
        with pytest.raises(WrongUsage, match="200"):
            edit.bring_back(VALUE, 1, 1, "a" * 201)
