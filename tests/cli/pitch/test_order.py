"""`samling pitch order`: drawn, set by hand, and changed when a team is late or does not come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from commands import Samling

TEAMS = ["Fjord", "Vidde", "Holme"]


def order_of(samling: Samling) -> list[str]:
    """Return the teams in the order of the pitches."""
    return [each["team"] for each in samling("pitch", "order", "show", "--json").json["teams"]]


class TestMaking:
    def test_a_draw_can_be_had_again(self, pitches: Samling) -> None:
        """The same seed gives the same order, another one another, and the seed is kept."""
        orders = []
        for seed in ("7", "8", "7"):
            drawn = pitches("pitch", "order", "draw", "--seed", seed, "--json").json
            orders.append([each["team"] for each in drawn["teams"]])
            assert order_of(pitches) == orders[-1]
        assert orders[0] == orders[2] != orders[1]
        assert pitches("pitch", "order", "show", "--json").json["seed"] == 7

    def test_it_says_whether_there_is_time(self, pitches: Samling) -> None:
        """The order is made with what the pitches take of the block, in words."""
        said = pitches("pitch", "order", "draw").out
        assert "Teams: 3. Each takes 5 min 30 s" in said
        assert "The pitches take 16 min 30 s of the 90 min of the block, and leave 73 min 30 s for the award." in said

    def test_too_many_teams(self, pitches: Samling) -> None:
        """Where there is no time for all, it says for how many there is."""
        for number in range(15):
            pitches("team", "add", f"Lag {number}")
        said = pitches("pitch", "order", "draw").out
        assert "which is 9 min more than the 90 min of the block" in said
        assert "there is time for 15 of the teams" in said

    def test_without_an_order_it_says_what_to_do(self, samling: Samling) -> None:
        """A gathering without an order names the command that makes one."""
        samling.day()
        assert "samling pitch order draw" in samling("pitch", "order", "show").out

    def test_without_a_block_for_it(self, samling: Samling) -> None:
        """Where the agenda has no block for the pitches, it is said what they take and nothing of what is left."""
        samling.day()
        samling("team", "add", "Fjord")
        said = samling("pitch", "order", "draw").out
        assert "Teams: 1. Each takes 5 min 30 s" in said
        assert "block" not in said

    @pytest.mark.parametrize("seed", ["-1", str(2**63), "x"])
    def test_a_seed_that_is_none(self, pitches: Samling, seed: str) -> None:
        """What the file cannot hold is refused in words, and the order stands."""
        pitches("pitch", "order", "draw", "--seed", seed, code=2)
        assert order_of(pitches) == TEAMS

    def test_unknown_and_doubled_teams(self, pitches: Samling) -> None:
        """A name that is nobody's, or stands twice, changes nothing."""
        pitches("pitch", "order", "set", "Fjord", "Ukjent", code=1)
        pitches("pitch", "order", "set", "Fjord", "fjo", code=2)
        assert order_of(pitches) == TEAMS


class TestChanging:
    def test_an_absent_team_goes_last_once(self, pitches: Samling) -> None:
        """The next team is moved last; when its turn comes again it did not meet."""
        pitches("pitch", "order", "last")
        assert order_of(pitches) == ["Vidde", "Holme", "Fjord"]
        assert "moved last once already" in pitches("pitch", "order", "last", "fjord", code=1).err
        pitches("pitch", "order", "absent", "fjord")
        assert "Fjord  not met" in pitches("pitch", "order", "show").out

    def test_move_skip_withdraw_enter(self, pitches: Samling) -> None:
        """Teams that wait change places; a withdrawn one is out until it is entered again."""
        pitches("pitch", "order", "move", "holme", "1")
        pitches("pitch", "order", "skip")
        assert order_of(pitches) == ["Fjord", "Holme", "Vidde"]
        pitches("pitch", "order", "withdraw", "holme")
        assert pitches("pitch", "order", "show", "--json").json["teams"][1]["status"] == "withdrawn"
        pitches("pitch", "order", "enter", "holme")
        assert order_of(pitches) == ["Fjord", "Vidde", "Holme"]

    def test_undo_is_the_pitches_own(self, pitches: Samling) -> None:
        """What was done to the order is taken back and brought forward; the agenda's undo takes nothing of it."""
        pitches("agenda", "start")
        pitches("pitch", "order", "last")
        assert "Undone: Moved “Fjord” last" in pitches("pitch", "undo").out
        assert order_of(pitches) == TEAMS
        pitches("pitch", "redo")
        assert order_of(pitches) == ["Vidde", "Holme", "Fjord"]
        pitches("undo")
        assert order_of(pitches) == ["Vidde", "Holme", "Fjord"]

    def test_a_team_in_the_order_is_not_removed(self, pitches: Samling) -> None:
        """It is said how it withdraws instead."""
        assert "samling pitch order withdraw" in pitches("team", "remove", "fjord", code=1).err

    def test_the_time_is_for_those_who_pitch(self, pitches: Samling) -> None:
        """A team that has withdrawn or did not meet takes no time of the block."""
        assert "Teams: 3." in pitches("pitch", "order", "show").out
        pitches("pitch", "order", "withdraw", "vidde")
        assert "Teams: 2." in pitches("pitch", "order", "show").out
