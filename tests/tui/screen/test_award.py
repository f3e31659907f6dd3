"""The projector during the award: place by place, and never more of it than has been announced."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

import pytest

from opened import hand_in, hold_pitches, open_session, pitch_all
from samling.domain.pitching.podium import Decision, Placing, Revealed, Votes
from samling.domain.pitching.settings import SettingsChange
from samling.domain.pitching.sheets import JudgeSheets
from samling.tui.screen.app import ScreenApp
from staging import look_again, stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def control(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """All five have pitched: Fjord first, Vidde and Holme sharing the second place, Skjær fourth, Bre last."""
    opened = open_session(tmp_path / "samling.db", clock, "control")
    hold_pitches(opened, clock, teams=5)
    opened.do("pitch-settings", to=SettingsChange(places=4, audience=True))
    pitch_all(opened, clock)
    for team_id, score in enumerate((5, 4, 4, 3, 2), start=1):
        for judge_id in (1, 2):
            hand_in(opened, judge_id, team_id, score, score, score)
    opened.do("award-votes", votes={5: 40, 1: 2})
    opened.do("prize-add", title="Beste test")
    opened.do("prize-give", prize_id=1, team_ids=(4,))
    opened.do("award-settle")
    yield opened
    opened.close()


@pytest.fixture
def app(control: Session, tmp_path: Path, clock: FakeClock) -> Iterator[ScreenApp]:  # noqa: ARG001 - it makes the file
    """The projector with a session of its own."""
    opened = open_session(tmp_path / "samling.db", clock, "screen")
    yield ScreenApp(opened)
    opened.close()


STEPS: tuple[tuple[str, dict[str, Any], list[str]], ...] = (
    ("award-reveal", {}, ["Place 4", "Skjær"]),
    ("award-reveal", {}, ["Shared place 2", "Vidde\nHolme", "Place 4: Skjær"]),
    ("award-audience", {}, ["The audience's prize", "Bre", "Place 2: Vidde, Holme (shared)\nPlace 4: Skjær"]),
    (
        "award-prize",
        {"prize_id": 1},
        ["Beste test", "Skjær", "Place 2: Vidde, Holme (shared)\nPlace 4: Skjær\nThe audience's prize: Bre"],
    ),
    (
        "award-reveal",
        {},
        [
            "Place 1",
            "Fjord",
            "Place 2: Vidde, Holme (shared)\nPlace 4: Skjær\nThe audience's prize: Bre\nBeste test: Skjær",
        ],
    ),
)
"""Every step of the award, and what the room reads after it. The third place is nobody's: two share the second."""


def held(value: object, seen: set[int] | None = None) -> Iterator[Any]:
    """Every value within a value, whatever it is made of."""
    seen = set() if seen is None else seen
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    if is_dataclass(value) and not isinstance(value, type):
        inner: list[Any] = [getattr(value, each.name) for each in fields(value)]
    elif isinstance(value, dict):
        inner = list(value.values())
    else:
        inner = list(value) if isinstance(value, tuple | list | set | frozenset) else []
    for each in inner:
        yield from held(each, seen)


def known(app: ScreenApp) -> list[Any]:
    """All that the window's process holds of the file."""
    assert app.view is not None
    return list(held(app.view.snapshot))


class TestPlaceByPlace:
    async def test_every_step(self, app: ScreenApp, control: Session) -> None:
        """The last place first, shared places with all who share them, the prizes when they are announced."""
        async with app.run_test(size=(120, 40)) as pilot:
            assert stage(app) == ["All teams have pitched", "The award comes next"]
            for action, arguments, told in STEPS:
                control.do(action, **arguments)
                await look_again(pilot)
                assert stage(app) == told

    async def test_a_wrong_key_is_taken_back(self, app: ScreenApp, control: Session) -> None:
        """After undo the room sees what it saw before, and nothing of what comes."""
        async with app.run_test(size=(120, 40)) as pilot:
            control.do("award-reveal")
            await look_again(pilot)
            before = stage(app)
            control.do("award-reveal")
            await look_again(pilot)
            control.undo("pitch")
            await look_again(pilot)
            assert stage(app) == before
            control.undo("pitch")
            await look_again(pilot)
            assert stage(app) == ["All teams have pitched", "The award comes next"]

    async def test_it_stands_after_the_award(self, app: ScreenApp, control: Session) -> None:
        """When the award is over, and even corrected, the room still sees what was announced."""
        for action, arguments, _told in STEPS:
            control.do(action, **arguments)
        control.do("award-freeze")
        hand_in(control, 1, 5, 5, 5, 5)
        hand_in(control, 2, 5, 5, 5, 5)
        control.do("award-revise", reason="typed wrong")
        async with app.run_test(size=(120, 40)):
            assert stage(app) == STEPS[-1][2]


class TestSecrecy:
    async def test_the_process_holds_what_was_announced_and_nothing_else(
        self, app: ScreenApp, control: Session
    ) -> None:
        """At every step, of all it has read: no score, no place, no vote, no prize but those the room has heard of."""
        async with app.run_test(size=(80, 24)) as pilot:
            for number, (action, arguments, _told) in enumerate((("note", {"text": "x"}, []), *STEPS)):
                control.do(action, **arguments)
                await look_again(pilot)
                found = known(app)
                assert not [each for each in found if isinstance(each, Placing | Decision | Votes | JudgeSheets)]
                assert len([each for each in found if isinstance(each, Revealed)]) == number
                assert ("Beste test" in found) is (number >= 4)

    async def test_the_jurys_own_decision_is_not_in_it(self, app: ScreenApp, control: Session) -> None:
        """Neither what the jury decided beside the sums, nor why."""
        control.do("award-decide", places={1: 2, 2: 1, 3: 3}, reason="the aim was met", by="Kari")
        async with app.run_test(size=(80, 24)):
            assert "the aim was met" not in known(app)


@pytest.mark.parametrize("step", range(len(STEPS)))
def test_picture_of_each_step(app: ScreenApp, control: Session, snap_compare: Callable[..., bool], step: int) -> None:
    """The last announcement large, those before it below."""
    for action, arguments, _told in STEPS[: step + 1]:
        control.do(action, **arguments)
    assert snap_compare(app, terminal_size=(120, 40))


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
def test_picture_of_the_winner_in_daylight(
    app: ScreenApp, control: Session, snap_compare: Callable[..., bool], size: tuple[int, int]
) -> None:
    """Small and large."""
    for action, arguments, _told in STEPS:
        control.do(action, **arguments)
    app.theme = "samling-light"
    assert snap_compare(app, terminal_size=size)
