"""Which picture of the pitches the room sees, and what it is told of the award."""

from __future__ import annotations

from dataclasses import replace

import pytest

from making import at, block, gathering
from pitches import pitching
from samling.domain.action import About
from samling.domain.display import Picture
from samling.domain.gathering import Display, Gathering, Kind, Scene, State
from samling.domain.pitching import projected, running
from samling.domain.pitching.podium import Announced, Award, Revealed

THIRD = Revealed(1, Announced.PLACE, (3,), at("16:00"), place=3)


def day(kind: Kind = Kind.PITCHING, state: State = State.RUNNING, **display: object) -> Gathering:
    """A day in whose first block it is, with the projector as it was asked for."""
    first = block(title="Pitch", kind=kind, state=state, started_at=at("15:00"))
    return gathering(first, block(), display=Display(**display))  # type: ignore[arg-type]


class TestPicture:
    def test_in_the_block_by_itself(self) -> None:
        """Left to the day, the pitches are shown while their block runs."""
        assert projected.picture_for(day(), pitching()) is Picture.PITCH

    @pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.PITCHING])
    def test_in_no_other_block(self, kind: Kind) -> None:
        """In another block it takes the facilitator to ask for them."""
        assert projected.picture_for(day(kind), pitching()) is None
        assert projected.picture_for(day(kind, scene=Scene.PITCH), pitching()) is Picture.PITCH

    @pytest.mark.parametrize("scene", [Scene.TIMER, Scene.AGENDA, Scene.MESSAGE, Scene.CLOCK])
    def test_another_scene_goes_first(self, scene: Scene) -> None:
        """What the facilitator asked for stands."""
        assert projected.picture_for(day(scene=scene), pitching()) is None

    def test_black_is_black(self) -> None:
        """A black projector shows no pitches either."""
        assert projected.picture_for(day(scene=Scene.PITCH, black=True), pitching()) is None

    def test_without_an_order_there_is_nothing_to_show(self) -> None:
        """Before the order is made the block's own clock is shown."""
        assert projected.picture_for(day(), pitching(order=())) is None
        assert projected.picture_for(day(), None) is None

    def test_the_award_once_something_is_announced(self) -> None:
        """From the first announcement it is the award, and a team that pitches again takes its place."""
        of = pitching(award=Award(revealed=(THIRD,)))
        assert projected.picture_for(day(), of) is Picture.AWARD
        assert projected.picture_for(day(), running.start(of, at("16:01"))) is Picture.PITCH

    def test_all_that_is_read_is_the_stage(self) -> None:
        """The room's part is asked for in the block or when it is to be shown, and never the whole of the pitches."""
        assert projected.wanted(day()) == (About.STAGE,)
        assert projected.wanted(day(Kind.TALK, scene=Scene.PITCH)) == (About.STAGE,)
        assert projected.wanted(day(Kind.TALK)) == ()


class TestKeeping:
    def test_until_all_have_pitched(self) -> None:
        """The timekeeper keeps the pitches' time from the start of the block until the last team has had its turn."""
        of = pitching(teams=1)
        assert projected.is_on(day(), of)
        on_stage = running.start(of, at("15:01"))
        assert projected.is_on(day(), on_stage)
        assert not projected.is_on(day(), running.stop(on_stage, at("15:06")))

    def test_only_in_their_block(self) -> None:
        """In another block the timekeeper keeps that block's time, whatever the projector shows."""
        assert not projected.is_on(day(Kind.TALK, scene=Scene.PITCH), pitching())


class TestTelling:
    def test_the_places_before_the_prizes(self) -> None:
        """Beside what was announced last stand the places, the best first, and then the prizes as they came."""
        prize = replace(THIRD, number=2, what=Announced.PRIZE, place=None, prize_id=1)
        second, first = replace(THIRD, number=3, place=2), replace(THIRD, number=4, place=1)
        revealed = (THIRD, prize, second, first)
        assert projected.latest(revealed) is first
        assert projected.earlier(revealed) == (second, THIRD, prize)
        assert projected.earlier(()) == ()
