"""Each team's share of a sharing block."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at, block
from samling.domain.gathering import Pause
from samling.domain.seating.turns import Turn, announced_after, ends_of_turns, moving_seconds, sizes, turns
from samling.domain.seating.values import Claim, KeepApart, Member, Seating, SharingKind, Table


def seating(*at_tables: int, minutes_to_move: int = 3) -> Seating:
    """A seating with so many teams at each table."""
    ids = iter(range(1, 100))
    tables = tuple(
        Table(number, tuple(Member("team", next(ids)) for _each in range(size)))
        for number, size in enumerate(at_tables, start=1)
    )
    return Seating(
        block_id=1,
        kind=SharingKind.PAIRS,
        layout_id="two-and-two",
        keep_apart=KeepApart.NONE,
        seed=1,
        tables=tables,
        claim=Claim(),
        drawn_at=at("09:00"),
        minutes_to_move=minutes_to_move,
    )


class TestTurns:
    @pytest.mark.parametrize(
        ("length", "moving", "size", "expected"),
        [
            (45, 3, 2, (20, 37)),  # 3 + 17 + 17, 8 for all
            (45, 3, 3, (15, 27, 39)),  # 3 + 12 + 12 + 12, 6 for all
            (30, 2, 2, (13, 24)),  # 2 + 11 + 11, 6 for all
            (30, 2, 3, (10, 18, 26)),  # 2 + 8 + 8 + 8, 4 for all
        ],
    )
    def test_the_proposed_timetables(self, length: int, moving: int, size: int, expected: tuple[int, ...]) -> None:
        """Blocks of 45 and 30 minutes are divided as the proposed timetables of gatherings 2 and 3 divide them."""
        assert ends_of_turns(length * 60, moving * 60, size) == tuple(end * 60 for end in expected)

    def test_tables_of_three_change_at_their_own_times(self) -> None:
        """Sixteen minutes into 45, the first team still speaks at a table of two and the second at one of three."""
        now = turns(seating(2, 2, 3), 45 * 60, 16 * 60)
        assert now == (Turn(2, 1, 3 * 60, 20 * 60), Turn(3, 2, 15 * 60, 27 * 60))

    def test_nobody_speaks_while_all_move(self) -> None:
        """Until the minutes to move are over there is no turn; the first begins with their last second."""
        assert turns(seating(2, 2), 45 * 60, 179.9) == ()
        assert turns(seating(2, 2), 45 * 60, 180) == (Turn(2, 1, 3 * 60, 20 * 60),)

    def test_the_end_is_for_all(self) -> None:
        """After the last turn all share what is left, until the block's time is up and over it."""
        assert turns(seating(2, 2), 45 * 60, 37 * 60) == (Turn(2, None, 37 * 60, 45 * 60),)
        assert turns(seating(2, 2), 45 * 60, 50 * 60) == (Turn(2, None, 37 * 60, 45 * 60),)

    def test_a_table_of_one_has_no_turns(self) -> None:
        """Who sits alone shares with nobody; the size that most tables have comes first."""
        assert sizes(seating(1, 3, 2, 2)) == (2, 3)

    def test_a_short_block_is_not_all_moving(self) -> None:
        """Of a block cut to four minutes at most two go with moving."""
        assert moving_seconds(240, seating(2, 2)) == 120

    def test_a_seating_that_is_announced_late_is_moved_to_first(self) -> None:
        """Announced ten minutes into the block, a pause of two not counted, people have until the thirteenth."""
        running = block(45, started_at=at("09:00"), pauses=(Pause(at("09:04"), at("09:06")), Pause(at("09:20"))))
        late = replace(seating(2, 2), announced_at=at("09:12"))
        assert announced_after(running, late) == 10 * 60
        assert turns(late, 45 * 60, 12 * 60, announced_after(running, late)) == ()
        (turn,) = turns(late, 45 * 60, 13 * 60, announced_after(running, late))
        assert (turn.number, turn.starts, turn.ends) == (1, 13 * 60, 26 * 60)  # 32 minutes: 13 + 13, and 6 for all
        assert announced_after(running, replace(late, announced_at=at("08:55"))) == 0
        assert announced_after(block(45), late) == 0

    @given(
        length=st.integers(0, 4 * 3600),
        minutes=st.integers(0, 30),
        size=st.integers(2, 12),
    )
    def test_equal_and_within_the_block(self, length: int, minutes: int, size: int) -> None:
        """However long the block, turns are equally long and the last one ends within it."""
        moving = moving_seconds(length, seating(size, minutes_to_move=minutes))
        ends = ends_of_turns(length, moving, size)
        assert len({later - sooner for sooner, later in zip((moving, *ends), ends, strict=False)}) == 1
        assert moving <= ends[0] <= ends[-1] <= length
