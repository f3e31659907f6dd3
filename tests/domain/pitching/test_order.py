from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at
from pitches import ids, pitching, team
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import order, running
from samling.domain.pitching.values import OrderMade, Pitching, Status


def begun() -> Pitching:
    """Four teams, of which the first has pitched."""
    return running.stop(running.start(pitching(4), at("09:00")), at("09:05"))


class TestDraw:
    def test_the_seed_is_kept_and_gives_the_same_again(self) -> None:
        """The order is kept with its seed, and whoever draws from that seed gets the same."""
        drawn = order.draw(pitching(10), at("08:30"), 4711)
        assert drawn.made == OrderMade(at("08:30"), 4711)
        assert ids(drawn) == list(order.shuffled(range(1, 11), Random(4711)))

    def test_known_draws(self) -> None:
        """A draw that was made once is the same for ever, on every machine: so it can be checked years later."""
        assert order.shuffled(range(1, 6), Random(1)) == (1, 4, 5, 3, 2)
        assert order.shuffled(range(1, 6), Random(2)) == (3, 4, 5, 2, 1)

    @given(st.sets(st.integers(1, 10**6), min_size=1, max_size=60), st.integers(0, order.LARGEST_SEED), st.randoms())
    def test_the_order_in_which_they_are_given_is_no_matter(self, team_ids: set[int], seed: int, rng: Random) -> None:
        """Everybody is drawn once, and the same for a seed whatever order they were named in."""
        given_in = rng.sample(sorted(team_ids), len(team_ids))
        drawn = order.shuffled(given_in, Random(seed))
        assert drawn == order.shuffled(team_ids, Random(seed))
        assert sorted(drawn) == sorted(team_ids)

    def test_everybody_may_come_first(self) -> None:
        """Over many seeds each of four teams comes first about as often: no place is given to an id."""
        first = [order.shuffled((1, 2, 3, 4), Random(seed))[0] for seed in range(4000)]
        assert all(900 < first.count(each) < 1100 for each in (1, 2, 3, 4))

    def test_who_is_drawn(self) -> None:
        """Without names all teams that take part are drawn, with names those."""
        withdrawn = replace(pitching(3), teams=(team(1), replace(team(2), withdrawn=True), team(3)))
        assert sorted(ids(order.draw(withdrawn, at("08:30"), 1))) == [1, 3]
        assert sorted(ids(order.draw(pitching(4), at("08:30"), 1, (2, 4)))) == [2, 4]
        with pytest.raises(Refused, match="withdrawn from the network"):
            order.draw(withdrawn, at("08:30"), 1, (2,))
        with pytest.raises(Refused, match="no team to pitch"):
            order.draw(pitching(0), at("08:30"), 1)
        with pytest.raises(WrongUsage, match="once"):
            order.draw(pitching(), at("08:30"), 1, (1, 1))

    @pytest.mark.parametrize("seed", [-1, 2**63])
    def test_a_seed_that_cannot_be_kept(self, seed: int) -> None:
        """A seed outside what the file can hold is wrong usage."""
        with pytest.raises(WrongUsage, match="seed"):
            order.draw(pitching(), at("08:30"), seed)

    def test_not_once_a_team_has_pitched(self) -> None:
        """After the first word nothing is drawn any more."""
        with pytest.raises(Refused, match="no longer drawn"):
            order.draw(running.start(pitching(), at("09:00")), at("09:01"), 1)


class TestByHand:
    def test_before_the_first_team(self) -> None:
        """Set by hand, the order is as it was said, of those who were named, and no seed is kept."""
        day = order.arrange(pitching(4), at("08:30"), (3, 1, 2))
        assert (ids(day), day.made) == ([3, 1, 2], OrderMade(at("08:30")))

    def test_after_it_those_to_come_alone(self) -> None:
        """Once a team has pitched, those to come change places, and nobody can be forgotten or added."""
        assert ids(order.arrange(begun(), at("09:06"), (4, 2, 3))) == [1, 4, 2, 3]
        for named in ((4, 2), (1, 2, 3, 4)):
            with pytest.raises(Refused, match="still to come"):
                order.arrange(begun(), at("09:06"), named)

    def test_moving_one(self) -> None:
        """A team that waits is put at a place among those to come; not before one that has been or after the last."""
        assert ids(order.move(begun(), 4, 2)) == [1, 4, 2, 3]
        assert ids(order.move(begun(), 2, 4)) == [1, 3, 4, 2]
        with pytest.raises(Refused, match="Place 1 has been"):
            order.move(begun(), 4, 1)
        with pytest.raises(Refused, match="only a team that waits"):
            order.move(begun(), 1, 2)
        for place in (-1, 0, 5, 10**30):
            with pytest.raises(Refused, match="no place"):
                order.move(begun(), 4, place)

    def test_letting_the_one_after_go_first(self) -> None:
        """The next team and the one after it change places; the last has nobody to let go."""
        assert ids(order.skip(begun())) == [1, 3, 2, 4]
        assert order.skip(running.next_team(begun(), at("09:06"))).following == pitching(4).pitch(3)
        with pytest.raises(Refused, match="is the last"):
            order.skip(begun(), 4)


class TestNotThere:
    def test_last_once_and_then_did_not_meet(self) -> None:
        """An absent team goes last; when its turn comes again and it is not there, it did not meet."""
        day = order.move_last(begun())
        assert ids(day) == [1, 3, 4, 2]
        with pytest.raises(Refused, match="once already"):
            order.move_last(day, 2)
        assert order.did_not_meet(day, 2).pitch(2).status is Status.ABSENT

    def test_it_may_still_come(self) -> None:
        """A team that was not moved last is not written off while others wait; the only one left can be."""
        with pytest.raises(Refused, match="move it last first"):
            order.did_not_meet(begun())
        assert order.did_not_meet(pitching(1)).pitch(1).status is Status.ABSENT

    def test_one_that_was_called_goes_back(self) -> None:
        """A team that was called and is not there waits at the end, and the next one is next."""
        day = order.move_last(running.next_team(begun(), at("09:06")))
        assert (day.pitch(2).status, day.pitch(2).called_at) == (Status.WAITING, None)
        assert day.following == day.pitch(3)

    def test_it_turns_up_after_all(self) -> None:
        """One that did not meet or had withdrawn comes in last; one that had pitched is done again."""
        day = order.enter(order.did_not_meet(order.move_last(begun()), 2), 2)
        assert (ids(day), day.pitch(2).status) == ([1, 3, 4, 2], Status.WAITING)
        assert order.enter(order.withdraw(begun(), at("09:06"), 1), 1).pitch(1).status is Status.DONE
        with pytest.raises(Refused, match="in the order already"):
            order.enter(begun(), 1)

    def test_a_late_team_is_added(self) -> None:
        """A team that was not in the order comes last, also after the first has pitched."""
        day = order.arrange(pitching(4), at("08:30"), (2, 1))
        assert ids(order.enter(day, 4)) == [2, 1, 4]


class TestWithdrawn:
    def test_before_during_and_after(self) -> None:
        """A team withdraws whenever it wants: its clock ends, and what it did stays recorded."""
        assert order.withdraw(pitching(), at("09:00"), 2).pitch(2).status is Status.WITHDRAWN
        day = order.withdraw(running.start(pitching(), at("09:00")), at("09:02"), 1)
        run = day.pitch(1).run
        assert run is not None
        assert (day.on_clock, run.ended_at) == (None, at("09:02"))
        assert order.withdraw(begun(), at("09:06"), 1).pitch(1).runs == begun().pitch(1).runs
        with pytest.raises(Refused, match="withdrawn already"):
            order.withdraw(day, at("09:03"), 1)
