from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at
from pitches import pitching, with_settings
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import award, order, prizes, running
from samling.domain.pitching.podium import Announced, Placing, Stage

if TYPE_CHECKING:
    from samling.domain.pitching.values import Pitching


def by_sums(*ranks: int | None) -> tuple[Placing, ...]:
    """Return what the sums say of teams 1, 2, 3 ...: their ranks."""
    return tuple(Placing(number, rank, rank, f"{10 - number}") for number, rank in enumerate(ranks, start=1))


def settled(*ranks: int | None) -> Pitching:
    """Return pitches whose teams were ranked so, ready for the award."""
    return award.settle(pitching(len(ranks)), at("09:50"), by_sums(*ranks), "fair_mean")


def announced(day: Pitching) -> list[tuple[int | None, tuple[int, ...]]]:
    """Return the places and teams that have been announced, in their order."""
    return [(step.place, step.team_ids) for step in day.award.revealed]


def all_revealed(day: Pitching) -> Pitching:
    """Return the pitches with every place announced."""
    while award.to_come(day):
        day = award.reveal(day, at("09:55"))
    return day


class TestPlaceByPlace:
    @pytest.mark.parametrize(
        ("ranks", "told"),
        [
            ((2, 1, 4, 3), [(3, (4,)), (2, (1,)), (1, (2,))]),
            ((1, 1, 3, 4), [(3, (3,)), (1, (1, 2))]),
            ((1, 2, 2, 4), [(2, (2, 3)), (1, (1,))]),
            ((1, 2, 3, 3), [(3, (3, 4)), (2, (2,)), (1, (1,))]),
            ((1, 1, 1, 1), [(1, (1, 2, 3, 4))]),
            ((1, 2, None, None), [(2, (2,)), (1, (1,))]),
            ((1,), [(1, (1,))]),
        ],
    )
    def test_from_the_third_to_the_first(
        self, ranks: tuple[int | None, ...], told: list[tuple[int, tuple[int, ...]]]
    ) -> None:
        """Places 3, 2, 1 come one by one; who shares one comes together, and a place that nobody has is passed over."""
        day = all_revealed(settled(*ranks))
        assert announced(day) == told
        assert [step.is_shared for step in day.award.revealed] == [len(teams) > 1 for _place, teams in told]
        with pytest.raises(Refused, match="All places"):
            award.reveal(day, at("09:56"))

    def test_so_many_places_as_were_chosen(self) -> None:
        """Another number of places than three is announced when that was chosen."""
        assert announced(all_revealed(with_settings(settled(1, 2, 3), places=1))) == [(1, (1,))]

    @given(st.lists(st.integers(1, 8), min_size=1, max_size=8), st.integers(1, 8), st.integers(0, 8))
    def test_what_is_announced_holds_nothing_that_is_to_come(self, scores: list[int], places: int, steps: int) -> None:
        """After any number of steps the record has places that fall, and no team before its place has come."""
        ranks = [1 + sum(other > score for other in scores) for score in scores]
        day = with_settings(settled(*ranks), places=places)
        for _step in range(min(steps, len(award.steps(day)))):
            day = award.reveal(day, at("09:55"))
        shown = [step.place for step in day.award.revealed if step.place is not None]
        assert shown == sorted(shown, reverse=True)
        lowest = min(shown, default=99)
        told = {team_id for step in day.award.revealed for team_id in step.team_ids}
        assert told == {number for number, rank in enumerate(ranks, start=1) if lowest <= rank <= places}
        assert all(place < lowest for place in award.to_come(day))

    def test_a_wrong_key_is_taken_back(self) -> None:
        """Taken back, the record is as it was before, and the same place comes again."""
        before = award.reveal(settled(1, 2, 3), at("09:55"))
        day = award.unreveal(award.reveal(before, at("09:56")))
        assert day == before
        with pytest.raises(Refused, match="Nothing is announced"):
            award.unreveal(settled(1, 2, 3))

    def test_nothing_before_it_is_settled(self) -> None:
        """Without a settled result there is nothing to announce, to end or to open again."""
        for verb in (award.reveal, award.freeze):
            with pytest.raises(Refused, match="not settled"):
                verb(pitching(), at("09:55"))
        with pytest.raises(Refused, match="not settled"):
            award.unsettle(pitching())

    def test_a_shared_place_tells_nothing_else(self) -> None:
        """Those who share a place are announced in the order of the pitches, whoever has more by the sums."""
        day = award.decide(pitching(3), at("09:40"), {3: 1, 1: 1, 2: 3}, "both", "Kari")
        placings = tuple(Placing(team_id, rank, rank, "") for rank, team_id in enumerate((3, 1, 2), start=1))
        day = award.reveal(award.reveal(award.settle(day, at("09:50"), placings, "z"), at("10:00")), at("10:01"))
        assert announced(day) == [(3, (2,)), (1, (1, 3))]


class TestSettling:
    def test_again_while_nothing_is_announced(self) -> None:
        """The result is settled anew, or opened, until a place is announced."""
        day = award.settle(settled(1, 2, 3), at("09:52"), by_sums(2, 1, 3), "borda")
        assert [(each.number, each.method) for each in day.award.revisions] == [(1, "borda")]
        assert award.unsettle(day).award.stage is Stage.OPEN
        shown = award.reveal(day, at("09:55"))
        taken_back_first: tuple[Callable[[], Pitching], ...] = (
            lambda: award.settle(shown, at("09:56"), by_sums(1, 2, 3), "z"),
            lambda: award.unsettle(shown),
            lambda: award.decide(shown, at("09:56"), {1: 1}, "why", "Kari"),
            lambda: award.undecide(shown),
        )
        for verb in taken_back_first:
            with pytest.raises(Refused, match="take them back first"):
                verb()

    def test_not_while_a_team_pitches_or_nobody_can_be_ranked(self) -> None:
        """A clock that runs, and sheets that rank nobody, stand in the way."""
        with pytest.raises(Refused, match="is pitching"):
            award.settle(running.start(pitching(), at("09:00")), at("09:01"), by_sums(1, 2, 3), "z")
        with pytest.raises(Refused, match="too few sheets"):
            award.settle(pitching(), at("09:50"), by_sums(None, None, None), "z")


class TestTheJurysDecision:
    def test_both_are_kept(self) -> None:
        """The jury places two teams otherwise: that is announced; the sums stay beside it, with the reason."""
        day = award.decide(pitching(3), at("09:45"), {1: 2, 2: 1}, "a measured result over two years", "Kari Nordmann")
        day = award.settle(day, at("09:50"), by_sums(1, 2, 3), "fair_mean")
        revision = day.award.revisions[0]
        assert [(each.team_id, each.place, each.by_sums) for each in revision.placings] == [
            (2, 1, 2),
            (1, 2, 1),
            (3, 3, 3),
        ]
        assert (revision.decision_reason, revision.decided_by) == ("a measured result over two years", "Kari Nordmann")
        assert announced(all_revealed(day)) == [(3, (3,)), (2, (1,)), (1, (2,))]

    def test_it_must_add_up(self) -> None:
        """Places that do not follow each other with those of the others are refused; shared ones may be decided."""
        day = award.decide(pitching(3), at("09:45"), {2: 1}, "why", "Kari")
        shared = award.settle(day, at("09:50"), by_sums(1, 2, 3), "z")
        assert shared.award.revisions[0].at_place(1) == (1, 2)
        day = award.decide(pitching(3), at("09:45"), {1: 3}, "why", "Kari")
        with pytest.raises(Refused, match="2, 3, 3"):
            award.settle(day, at("09:50"), by_sums(1, 2, 3), "z")

    def test_it_can_be_taken_back(self) -> None:
        """A decision and its taking back both open the settled result again."""
        decided = award.decide(settled(1, 2, 3), at("09:51"), {1: 2, 2: 1}, "why", "Kari")
        assert decided.award.stage is Stage.OPEN
        back = award.undecide(decided)
        assert award.settle(back, at("09:52"), by_sums(1, 2, 3), "z").award.revisions[0].at_place(1) == (1,)
        with pytest.raises(Refused, match="not decided anything"):
            award.undecide(back)

    @pytest.mark.parametrize("places", [{}, {1: 0}, {1: 4}])
    def test_places_that_there_are_not(self, places: dict[int, int]) -> None:
        """No team at all, and a place outside the field, are wrong."""
        with pytest.raises(WrongUsage):
            award.decide(pitching(3), at("09:45"), places, "why", "Kari")

    def test_a_reason_a_name_and_a_team_in_the_field(self) -> None:
        """Without a written reason or somebody who answers for it nothing is decided, nor about a team that is out."""
        for reason, by in ((" ", "Kari"), ("why", "")):
            with pytest.raises(WrongUsage):
                award.decide(pitching(3), at("09:45"), {1: 1}, reason, by)
        with pytest.raises(Refused, match="does not compete"):
            award.decide(order.withdraw(pitching(), at("09:00"), 1), at("09:45"), {1: 1}, "why", "Kari")


class TestAfterTheAward:
    def test_it_ends_when_all_is_announced(self) -> None:
        """The award ends after the first place, not before; then nothing of it changes."""
        day = award.reveal(settled(1, 2, 3), at("09:55"))
        with pytest.raises(Refused, match="Place 2 is not announced"):
            award.freeze(day, at("09:56"))
        over = award.freeze(all_revealed(day), at("09:58"))
        assert over.award.stage is Stage.FROZEN
        late: tuple[Callable[[], Pitching], ...] = (
            lambda: award.unreveal(over),
            lambda: award.reveal(over, at("10:00")),
            lambda: award.freeze(over, at("10:00")),
            lambda: award.settle(over, at("10:00"), by_sums(1, 2, 3), "z"),
            lambda: award.decide(over, at("10:00"), {1: 1}, "why", "Kari"),
            lambda: award.reveal_audience(over, at("10:00")),
            lambda: prizes.count_votes(over, {1: 3}),
            lambda: prizes.add(over, "Best test"),
        )
        for verb in late:
            with pytest.raises(Refused, match="The award is over"):
                verb()

    def test_a_correction_is_a_numbered_revision(self) -> None:
        """After it the result is corrected with a reason in revision 2, and 3; those before are kept, as announced."""
        over = award.freeze(all_revealed(settled(1, 2, 3)), at("09:58"))
        day = award.revise(over, at("10:30"), by_sums(2, 1, 3), "fair_mean", "a sheet was read wrong")
        day = award.revise(day, at("10:40"), by_sums(1, 1, 3), "fair_mean", "and another")
        assert [(each.number, each.reason) for each in day.award.revisions] == [
            (1, ""),
            (2, "a sheet was read wrong"),
            (3, "and another"),
        ]
        assert day.award.current == day.award.revisions[2]
        assert day.award.revisions[0] == over.award.revisions[0]
        assert day.award.revealed == over.award.revealed

    def test_a_correction_announces_nothing(self) -> None:
        """What was to be announced is what was settled: a revision with other places leaves nothing to announce."""
        over = award.freeze(all_revealed(settled(1, 1, 3)), at("09:58"))
        day = award.revise(over, at("10:30"), by_sums(1, 2, 3), "fair_mean", "a sheet was read wrong")
        assert (award.steps(day), award.to_come(day)) == ((3, 1), ())

    def test_only_then_with_a_reason_and_a_change(self) -> None:
        """Before the award is over the sheets are corrected; without a reason or a change there is no revision."""
        with pytest.raises(Refused, match="not over"):
            award.revise(settled(1, 2, 3), at("09:52"), by_sums(2, 1, 3), "z", "why")
        over = award.freeze(all_revealed(settled(1, 2, 3)), at("09:58"))
        with pytest.raises(WrongUsage):
            award.revise(over, at("10:30"), by_sums(2, 1, 3), "z", "")
        with pytest.raises(Refused, match="since revision 1"):
            award.revise(over, at("10:30"), by_sums(1, 2, 3), "fair_mean", "why")


class TestBesideThePlaces:
    def test_the_audience(self) -> None:
        """Who has most of the votes gets the prize; equal votes share it; who is out of the field gets nothing."""
        day = prizes.count_votes(settled(1, 2, 3), {1: 10, 2: 12, 3: 12})
        shown = award.reveal_audience(day, at("09:55"))
        assert (shown.award.revealed[0].what, shown.award.revealed[0].team_ids) == (Announced.AUDIENCE, (2, 3))
        assert award.audience_winners(order.withdraw(day, at("09:56"), 2)) == (3,)
        with pytest.raises(Refused, match="announced already"):
            award.reveal_audience(shown, at("09:56"))
        with pytest.raises(Refused, match="not counted"):
            award.reveal_audience(settled(1, 2, 3), at("09:55"))

    def test_a_category_prize(self) -> None:
        """A prize is announced once, when it is decided who gets it."""
        day = replace(
            settled(1, 2, 3), prizes=tuple(replace(each, id=7) for each in prizes.add(pitching(), "Best test").prizes)
        )
        with pytest.raises(Refused, match="not decided who gets “Best test”"):
            award.reveal_prize(day, at("09:55"), 7)
        shown = award.reveal_prize(prizes.give(day, 7, (3,), "the most tests"), at("09:55"), 7)
        assert (shown.award.revealed[0].prize_id, shown.award.revealed[0].team_ids) == (7, (3,))
        with pytest.raises(Refused, match="announced already"):
            award.reveal_prize(shown, at("09:56"), 7)
        with pytest.raises(Refused, match="no prize with id"):
            award.reveal_prize(day, at("09:56"), 8)
