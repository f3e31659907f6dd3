"""The surveys in the control window: a code to try, what the projector shows, answers in and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from textual.widgets import Input

from exports import REPLIES, as_csv, forms
from making import at
from readers import assert_read, from_segments
from samling.domain.action import About
from samling.domain.gathering import Scene
from samling.domain.survey.values import Survey
from samling.tui.control.surveys.screen import SurveysScreen
from samling.tui.themes import DARK, LIGHT
from staging import painted

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.control.app import ControlApp

URL = "https://nettskjema.no/a/48211"
OWN = Survey("Evaluering", URL, gathering_id=1, question_set="after-gathering")
WHOLE = Survey("Etter nettverket", "https://forms.office.com/r/AbC", question_set="after-network")


class Compare(Protocol):
    """Compares an app's picture with the one that was kept."""

    def __call__(self, app: ControlApp, *, terminal_size: tuple[int, int], press: list[str]) -> bool:
        """Return whether they are the same."""
        ...


@pytest.fixture
def surveyed(app: ControlApp, session: Session) -> ControlApp:
    """The window on a day with a survey of its own; there is one of the network too."""
    session.do("survey-add", survey=OWN)
    session.do("survey-add", survey=WHOLE)
    return app


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys one by one, as they come in time."""
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def fill(pilot: Pilot[None], *values: str) -> None:
    """Fill in the first fields of the form on top, and send it."""
    for field, value in zip(pilot.app.screen.query(Input), values, strict=False):
        field.value = value
    await press(pilot, "enter")


class TestTrying:
    async def test_the_code_is_read_from_the_window(self, surveyed: ControlApp) -> None:
        """The small code beside the list leads to the survey that is marked: the gathering's own at first."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y")
            assert_read(from_segments(surveyed.screen._compositor.render_strips()), URL)
            await press(pilot, "down")
            assert_read(from_segments(surveyed.screen._compositor.render_strips()), WHOLE.url)

    async def test_ticked_off_and_taken_back(self, surveyed: ControlApp, session: Session) -> None:
        """The space bar notes that it was tried, once more that it has to be again; u takes back, in its own chain."""
        session.do("start")
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "space")
            assert session.surveys().survey(1).tried_at == at("15:00")
            assert "The code was tried" in painted(surveyed)
            await press(pilot, "space")
            assert session.surveys().survey(1).tried_at is None
            await press(pilot, "u", "u")
            assert session.surveys().survey(1).tried_at is None
            assert session.in_use().current == 1

    async def test_at_80_by_24(self, surveyed: ControlApp) -> None:
        """In the smallest usual window the code fits beside the list."""
        async with surveyed.run_test(size=(80, 24)) as pilot:
            await press(pilot, "y")
            assert "▀" in painted(surveyed)
            assert URL in painted(surveyed)


class TestShowing:
    async def test_which_survey_the_projector_shows(self, surveyed: ControlApp, session: Session) -> None:
        """Enter shows the marked survey and chooses it for later; A leaves the projector to the day."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "down", "enter")
            assert session.in_use().display.scene is Scene.SURVEY
            assert session.in_use().display.survey_id == 2
            await press(pilot, "A")
            assert session.in_use().display.scene is Scene.AUTO
            assert session.in_use().display.survey_id == 2

    async def test_a_link(self, surveyed: ControlApp, session: Session) -> None:
        """A link is asked for where no block has one; what is no link is said in the form."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "l")
            await fill(pilot, "nettskjema.no")
            assert "https://nettskjema.no" in painted(surveyed)
            await fill(pilot, "https://unn.no/x")
            assert session.in_use().display.link == "https://unn.no/x"

    async def test_the_wireless_network(self, surveyed: ControlApp, session: Session) -> None:
        """Name and password are asked for; the password is nowhere on the screen, and nowhere in the log."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "w")
            fields = list(surveyed.screen.query(Input))
            fields[0].value, fields[1].value = "Gjest", "hemmelig-123"
            await pilot.pause()
            assert "hemmelig" not in painted(surveyed)
            await press(pilot, "enter")
            kept = session.snapshot(lambda _gathering: {About.WIRELESS}).wireless
            assert kept is not None
            assert kept.payload.endswith("P:hemmelig-123;;")
            assert "hemmelig" not in repr(session.log())

    async def test_a_password_that_cannot_be(self, surveyed: ControlApp, session: Session) -> None:
        """What no network can have is told in the form, and nothing is shown."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "w")
            await fill(pilot, "Gjest", "kort")
            assert "8 to 63" in painted(surveyed)
            assert session.in_use().display.scene is Scene.AUTO


class TestKeeping:
    async def test_adding(self, app: ControlApp, session: Session) -> None:
        """A survey is added by a form and marked; a bad link is said beside its fields, and the form stays."""
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "a")
            await fill(pilot, "Evaluering", "javascript:alert(1)")
            assert "javascript" in painted(app)
            await fill(pilot, "Evaluering", URL, "samling=2")
            assert session.surveys().survey(1).link().text == f"{URL}?samling=2"
            screen = app.screen
            assert isinstance(screen, SurveysScreen)
            assert screen.surveys.cursor == 1

    async def test_removing(self, surveyed: ControlApp, session: Session) -> None:
        """A survey without answers is removed and comes back with u; one with answers stays, and it is said why."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "delete")
            assert [each.id for each in session.surveys().surveys] == [2]
            await press(pilot, "u")
            await press(pilot, "home", "t", "5", *["enter"] * 8, "enter", "escape", "delete")
            assert [each.id for each in session.surveys().surveys] == [1, 2]
            assert "It stays" in painted(surveyed)

    async def test_without_any(self, app: ControlApp) -> None:
        """Every key is harmless where there is no survey, and it is said how to add one."""
        async with app.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "space", "s", "r", "t", "e", "delete", "enter")
            assert "There is no survey yet" in painted(app)


class TestAnswers:
    async def test_taking_in(self, surveyed: ControlApp, session: Session, tmp_path: Path) -> None:
        """A file is read and told first; Enter takes it in, and the results are there to read."""
        path = tmp_path / "answers.csv"
        path.write_bytes(as_csv(forms()))
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "i")
            await fill(pilot, str(path))
            while "New answers" not in painted(surveyed):
                await pilot.pause(0.02)
            assert not session.answers().answers
            assert "says who answered" in painted(surveyed)
            await press(pilot, "enter")
            assert len(session.answers().answers) == len(REPLIES)
            await press(pilot, "r")
            assert "mean 3.83" in painted(surveyed)

    async def test_a_file_with_faults(self, surveyed: ControlApp, session: Session, tmp_path: Path) -> None:
        """What cannot be read is told with the reason, and nothing is changed."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "i")
            await fill(pilot, str(tmp_path / "no.csv"))
            while "cannot be" not in painted(surveyed):
                await pilot.pause(0.02)
            await press(pilot, "escape")
            assert not session.answers().answers

    async def test_typing_in(self, surveyed: ControlApp, session: Session) -> None:
        """Sheets are typed in one after another with a key a question; Escape leaves the one that is begun."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "t", "5", "4", "3", "2", "1", "b", "t", *"Mer", "enter", "enter", "enter")
            await press(pilot, "3", "escape")
            (answer,) = session.answers().answers
            assert answer.replies == {1: 5, 2: 4, 3: 3, 4: 2, 5: 1, 6: ("About right",), 7: 10, 8: "Mer"}

    async def test_no_results(self, surveyed: ControlApp) -> None:
        """Where nobody has answered it is said how answers come in."""
        async with surveyed.run_test(size=(120, 40)) as pilot:
            await press(pilot, "y", "r")
            assert "has no answers yet" in painted(surveyed)


@pytest.mark.parametrize(("size", "theme"), [((80, 24), DARK.name), ((120, 40), LIGHT.name)])
def test_picture(surveyed: ControlApp, snap_compare: Compare, size: tuple[int, int], theme: str) -> None:
    """The list, what is to be said of the marked survey, and its code."""
    surveyed.theme = theme
    assert snap_compare(surveyed, terminal_size=size, press=["y"])
