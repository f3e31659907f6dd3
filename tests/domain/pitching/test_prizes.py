from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from making import at
from pitches import pitching
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import award, order, prizes
from samling.domain.pitching.podium import Votes

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching


def with_prize() -> Pitching:
    """Pitches with one prize, kept as number 7."""
    return replace(pitching(), prizes=tuple(replace(each, id=7) for each in prizes.add(pitching(), "Best test").prizes))


class TestVotes:
    def test_counted_team_by_team(self) -> None:
        """Votes are entered for some teams, more later, and corrected; each team has one number."""
        day = prizes.count_votes(prizes.count_votes(pitching(), {3: 4, 1: 2}), {1: 5, 2: 0})
        assert day.votes == (Votes(1, 5), Votes(2, 0), Votes(3, 4))

    @pytest.mark.parametrize("count", [-1, 10**30, True])
    def test_what_is_no_number_of_votes(self, count: int) -> None:
        """Votes are whole numbers from nothing to a million."""
        with pytest.raises(WrongUsage):
            prizes.count_votes(pitching(), {1: count})

    def test_a_team_that_does_not_pitch(self) -> None:
        """Nobody votes for a team that is not in the order."""
        with pytest.raises(Refused):
            prizes.count_votes(pitching(), {9: 1})

    def test_not_once_it_is_announced(self) -> None:
        """Votes stand once the prize is announced."""
        shown = award.reveal_audience(prizes.count_votes(pitching(), {1: 3}), at("09:55"))
        with pytest.raises(Refused, match="take that back first"):
            prizes.count_votes(shown, {1: 4})


class TestPrizes:
    def test_by_a_criterion_or_by_the_jury(self) -> None:
        """A prize goes by a criterion that the form has, or by the jury; two are not called the same."""
        day = prizes.add(prizes.add(pitching(), "Best spread", "spread"), " Best  test ")
        assert [(each.title, each.criterion_id) for each in day.prizes] == [
            ("Best spread", "spread"),
            ("Best test", None),
        ]
        with pytest.raises(WrongUsage, match="no criterion"):
            prizes.add(pitching(), "Best delivery", "delivery")
        with pytest.raises(Refused, match="already"):
            prizes.add(day, "best test")

    def test_given_shared_and_taken_back(self) -> None:
        """A prize goes to one or several in the pitches' order, with the jury's words, or none; not to who is out."""
        day = prizes.give(with_prize(), 7, (2, 1, 2), " both were first ")
        assert (day.prizes[0].team_ids, day.prizes[0].reason) == ((1, 2), "both were first")
        assert prizes.give(day, 7, ()).prizes[0].team_ids == ()
        with pytest.raises(Refused, match="does not compete"):
            prizes.give(order.withdraw(with_prize(), at("09:00"), 1), 7, (1,))

    def test_one_that_is_announced_stands(self) -> None:
        """What was announced is not given to others, nor removed; one that is not, is."""
        shown = award.reveal_prize(prizes.give(with_prize(), 7, (1,)), at("09:55"), 7)
        with pytest.raises(Refused, match="take that back first"):
            prizes.give(shown, 7, (2,))
        with pytest.raises(Refused, match="take that back first"):
            prizes.remove(shown, 7)
        assert prizes.remove(with_prize(), 7).prizes == ()
        with pytest.raises(Refused, match="no prize with id"):
            prizes.remove(with_prize(), 8)
