"""When a window draws next: exactly when a figure that it shows turns."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from making import at, block, gathering
from samling.domain.gathering import Pause, State
from samling.session import Snapshot
from samling.tui.view import look, seconds_to_change

if TYPE_CHECKING:
    from samling.domain.gathering import Block

RUNNING = replace(block(10), state=State.RUNNING, started_at=at("15:00:00.400"))
PAUSED = replace(RUNNING, state=State.PAUSED, pauses=(Pause(at("15:01:00.390"), None),))


def _seconds(first: Block, now: str) -> float:
    return seconds_to_change(look(Snapshot(None, gathering(first, block(10))), at(now)))


class TestSecondsToChange:
    def test_is_the_next_whole_second_of_the_wall_clock_while_nothing_runs(self) -> None:
        """Without a running block the time of day alone turns."""
        assert _seconds(block(10), "15:00:00.250") == pytest.approx(0.75)

    def test_is_the_turn_of_the_running_block_where_that_comes_first(self) -> None:
        """A block that began within a second turns there, and the wall clock at its own."""
        assert _seconds(RUNNING, "15:02:00.250") == pytest.approx(0.15)
        assert _seconds(RUNNING, "15:02:00.450") == pytest.approx(0.55)

    def test_leaves_a_paused_block_out(self) -> None:
        """A paused block's figures stand still: its fraction of a second must not set the pace of drawing."""
        assert _seconds(PAUSED, "15:02:00.250") == pytest.approx(0.75)
        assert _seconds(PAUSED, "15:02:00") == pytest.approx(1)

    def test_is_a_whole_second_when_a_figure_has_just_turned(self) -> None:
        """At the turn itself the next one is a second away: never 0, which would draw without end."""
        assert _seconds(replace(RUNNING, started_at=at("15:00")), "15:02:00") == pytest.approx(1)
