from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Input

from judging import not_looking
from making import at
from samling.content.form_file import load_form
from samling.content.places import shipped
from samling.domain.pitching.judge import Judge, JudgeChange
from samling.domain.roster import TeamChange
from samling.tui.judge.app import JudgeApp
from staging import look_again

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def jury(control: Session, clock: FakeClock) -> Session:
    """The default form, a pitch in its last minute, and a judge who does not score the third team."""
    control.do("pitch-form", form=load_form(shipped("data", "scoring", "standard.toml")).en)
    control.do("judge-edit", judge_id=1, change=JudgeChange(name="Åse Dal", organisation="Fjordhelse"))
    control.do("judge-add", judge=Judge("Øyvind Ås", "Viddehelse", voting=False))
    control.do("team-edit", team_id=1, change=TeamChange(theme="Færre fall på sengepost"))
    control.do("team-edit", team_id=3, change=TeamChange(organisation="Fjordhelse"))
    clock.set(at("15:00:00.4"))
    control.do("pitch-start")
    clock.set(at("15:03:12"))
    return control


def window(session: Session, theme: str = "samling-dark") -> JudgeApp:
    """The judge's window in a theme."""
    app = JudgeApp(session, judge_id=1)
    app.theme = theme
    return app


@pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_a_sheet_that_is_being_filled_in(
    jury: Session,  # noqa: ARG001 - it fills the file
    session: Session,
    snap_compare: Callable[..., bool],
    size: tuple[int, int],
    theme: str,
) -> None:
    """The sheet with two scores given looks as it did when we were content with it."""
    assert snap_compare(window(session, theme), terminal_size=size, press=["4", "5"])


def test_without_colours(
    jury: Session,  # noqa: ARG001 - as above
    session: Session,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is given, where the cursor is and how the time stands is told by signs and words as well."""
    monkeypatch.setenv("NO_COLOR", "1")
    assert snap_compare(window(session), terminal_size=(80, 24), press=["4", "5"])


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_teams(jury: Session, session: Session, snap_compare: Callable[..., bool], size: tuple[int, int]) -> None:  # noqa: ARG001
    """The list tells by a sign and a word how far each sheet is."""
    assert snap_compare(window(session), terminal_size=size, press=["4", "5", "t", "down"])


def test_a_recused_team(jury: Session, session: Session, snap_compare: Callable[..., bool]) -> None:  # noqa: ARG001
    """There is no sheet, and it says why; and who is on the stage."""
    assert snap_compare(window(session), terminal_size=(80, 24), press=["right", "right"])


def test_something_in_question(jury: Session, session: Session, snap_compare: Callable[..., bool]) -> None:
    """What could not be saved is told over the scale, with the two keys that answer."""

    async def meet(pilot: Pilot[None]) -> None:
        await pilot.press("4")
        about: dict[str, Any] = {"judge_id": 1, "team_id": 1, "criterion_id": "change"}
        assert isinstance(pilot.app, JudgeApp)
        with not_looking(pilot.app):
            jury.do("sheet-score", **about, score=2, revision=1)
            await pilot.press("5")

    assert snap_compare(window(session), terminal_size=(80, 24), run_before=meet)


def test_writing_the_comment(jury: Session, session: Session, snap_compare: Callable[..., bool]) -> None:  # noqa: ARG001
    """The comment is written where it stands."""

    async def write(pilot: Pilot[None]) -> None:
        await pilot.press("c", *"Tydelig mål")
        pilot.app.screen.query_one(Input).cursor_blink = False
        await pilot.pause()

    assert snap_compare(window(session), terminal_size=(80, 24), run_before=write)


def test_a_correction(jury: Session, session: Session, snap_compare: Callable[..., bool]) -> None:
    """It says which version, why, and which one counts."""
    for number, each in enumerate(("problem", "change", "result", "lasting", "involvement", "delivery")):
        jury.do("sheet-score", judge_id=1, team_id=1, criterion_id=each, score=4, revision=number)
    jury.do("sheet-submit", judge_id=1, team_id=1, revision=6)
    jury.do("sheet-correct", judge_id=1, team_id=1, reason="misread the last chart")
    assert snap_compare(window(session), terminal_size=(80, 24))


def test_the_hand_over(jury: Session, session: Session, snap_compare: Callable[..., bool]) -> None:  # noqa: ARG001
    """Between two judges nothing stands but who they are."""

    async def leave(pilot: Pilot[None]) -> None:
        await pilot.press("4", "h")
        await look_again(pilot)

    assert snap_compare(window(session), terminal_size=(80, 24), run_before=leave)
