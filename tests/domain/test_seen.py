from __future__ import annotations

from dataclasses import replace

import pytest

from making import at, block, gathering
from samling.domain.errors import Refused
from samling.domain.plan import BlockChange, remove
from samling.domain.seen import meant
from samling.domain.verbs import move

A, B, C = block(title="A"), block(title="B"), block(title="C")


class TestMeant:
    def test_without_a_block_that_was_seen(self) -> None:
        """A command names a place, and means what stands there now."""
        assert meant(gathering(), "drop", {"position": 2}) == {"position": 2}

    def test_the_block_is_followed(self) -> None:
        """It is about the block that was seen, and how far it is to be moved stays the same."""
        day = gathering(A, B, C)
        moved = move(day, 1, 3)
        given = {"position": 1, "to": 2, "seen": day.block(1)}
        assert meant(moved, "move", given) == {"position": 3, "to": 4}

    def test_a_block_that_is_gone(self) -> None:
        """What was taken out is named; nothing is done to the block that stands there now."""
        day = gathering(A, B, C)
        with pytest.raises(Refused, match="“A” has been taken out"):
            meant(remove(day, 1), "drop", {"position": 1, "seen": day.block(1)})

    @pytest.mark.parametrize(
        "change", [BlockChange(title="Mine"), BlockChange(fixed_end=at("15:30")), BlockChange(clear_fixed_end=True)]
    )
    def test_an_edit_of_the_same(self, change: BlockChange) -> None:
        """What an edit writes over must stand as it was seen, also where it takes something away."""
        day = gathering(A, B, C)
        theirs = day.with_block(1, replace(day.block(1), title="Theirs", fixed_end=at("15:20")))
        with pytest.raises(Refused, match="changed in another window"):
            meant(theirs, "edit", {"position": 1, "change": change, "seen": day.block(1)})

    def test_an_edit_of_something_else(self) -> None:
        """What an edit leaves alone may have been changed meanwhile."""
        day = gathering(A, B, C)
        theirs = day.with_block(1, replace(day.block(1), planned_seconds=60))
        change = BlockChange(title="Mine", protected=False)
        assert meant(theirs, "edit", {"position": 1, "change": change, "seen": day.block(1)})["position"] == 1

    def test_what_was_promised(self) -> None:
        """Of two who change what a day promised the second is told."""
        day = gathering()
        theirs = day.with_day(replace(day.day(1), promised_end=at("16:00")))
        with pytest.raises(Refused, match="What was promised"):
            meant(theirs, "promise", {"number": 1, "end": at("17:00"), "seen": day.day(1)})
