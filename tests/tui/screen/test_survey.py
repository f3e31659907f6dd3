"""The projector while people scan: a code that phones read, the plain link, and what the teams expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest

from making import at
from readers import assert_nothing_read, assert_read, from_svg
from samling.domain.expectations import Verdict
from samling.domain.gathering import Kind, Scene
from samling.domain.programme import Link, Programme, ProgrammeBlock
from samling.domain.survey.values import Survey
from samling.domain.team import Team
from samling.domain.wireless import Security, wireless
from samling.tui.screen.paging import PAGE_SECONDS
from samling.tui.screen.sayings import Saying, Sayings
from samling.tui.screen.survey_layout import LEAST_ASIDE, layout
from samling.tui.screen.survey_words import spelled
from samling.tui.themes import DARK, LIGHT
from staging import look_again, painted, stage

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.screen.app import ScreenApp

URL = "https://nettskjema.no/a/48211"
TEAMS = ("Fallskjermen", "Matgleden", "Pilleboksen", "Nattugla", "Hverdagslaget", "Overgangen")
LINES = (
    "Vi vil lære å måle, så vi ser om tiltakene virker.",
    "Mer tid til å arbeide sammen.",
    "At vi får hjelp til å få legene med.",
    "Konkrete verktøy vi kan bruke dagen etter.",
    "Se hvordan andre har fått det til.",
    "Et nettverk vi kan ringe etterpå.",
)


class Compare(Protocol):
    """Compares an app's picture with the one that was kept."""

    def __call__(self, app: ScreenApp, *, terminal_size: tuple[int, int]) -> bool:
        """Return whether they are the same."""
        ...


@pytest.fixture
def evaluating(app: ScreenApp, control: Session, clock: FakeClock) -> ScreenApp:
    """The projector two minutes into an evaluation of ten minutes; there is a survey."""
    blocks = (
        ProgrammeBlock("talk", "E-læring", Kind.TALK, 10, links=(Link("Veien videre", "https://unn.no/veien"),)),
        ProgrammeBlock("evaluation", "Evaluering", Kind.EVALUATION, 10),
    )
    programme = Programme("p", "P", "us", "gathering", 4, "here", 20, is_proposal=False, note="", blocks=blocks)
    control.new_gathering(title="Samling 4", start=at("15:00"), end=at("16:00"), programme=programme)
    control.do("team-import", teams=tuple(map(Team, TEAMS)))
    control.do("survey-add", survey=Survey("Hvordan var det?", URL, gathering_id=control.in_use().id))
    clock.set(at("15:00"))
    control.do("start", position=2)
    clock.move(minutes=2)
    return app


def write(control: Session) -> None:
    """Write down what the teams expect, and tick the first off."""
    ids = [team.id for team in control.roster().teams]
    for team, line in zip(ids, LINES, strict=True):
        control.do("expectation-write", team_id=team, text=line)
    control.do("expectation-mark", team_id=ids[0], verdict=Verdict.MET)


async def settle(pilot: Pilot[None]) -> None:
    """Look at the file now, and let a scene that is new be mounted, measured and drawn."""
    await look_again(pilot)
    for _turn in range(5):
        await pilot.pause()


class TestRead:
    @pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
    @pytest.mark.parametrize("size", [(120, 42), (200, 60)])
    @pytest.mark.parametrize("expected", [False, True])
    async def test_from_the_whole_window(
        self, evaluating: ScreenApp, control: Session, theme: str, size: tuple[int, int], *, expected: bool
    ) -> None:
        """A picture of the window is read in dark and light, with and without what the teams expected beside it."""
        if expected:
            write(control)
        evaluating.theme = theme
        async with evaluating.run_test(size=size) as pilot:
            await settle(pilot)
            assert_read(from_svg(evaluating.export_screenshot()), URL)

    async def test_without_colours(self, evaluating: ScreenApp, monkeypatch: pytest.MonkeyPatch) -> None:
        """NO_COLOR takes nothing from a code."""
        monkeypatch.setenv("NO_COLOR", "1")
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert_read(from_svg(evaluating.export_screenshot()), URL)

    async def test_the_parameters_are_in_it(self, evaluating: ScreenApp, control: Session) -> None:
        """The code of everybody has the gathering's parameter, and not the team's."""
        survey = Survey("Ny", URL, gathering_id=control.in_use().id, parameters=(("team", "{team}"), ("samling", "4")))
        control.do("survey-add", survey=survey)
        async with evaluating.run_test(size=(140, 44)) as pilot:
            await settle(pilot)
            assert_read(from_svg(evaluating.export_screenshot(), 860), f"{URL}?samling=4")


class TestWords:
    async def test_title_link_and_time(self, evaluating: ScreenApp, clock: FakeClock) -> None:
        """The survey's title, its plain link and the time left stand there, and the time goes on."""
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            said = stage(evaluating)
            assert "Hvordan var det?" in said
            assert "8:00" in said
            assert URL in painted(evaluating)
            clock.move(seconds=75)
            await look_again(pilot)
            assert "6:45" in stage(evaluating)

    async def test_80_by_24(self, evaluating: ScreenApp, control: Session) -> None:
        """In the smallest usual window the code, its link and the first sentences stand side by side."""
        write(control)
        async with evaluating.run_test(size=(80, 24)) as pilot:
            await settle(pilot)
            shown = painted(evaluating)
            assert "▀" in shown
            assert URL in shown
            assert "Fallskjermen · fulfilled" in shown
            assert LINES[0][:30] in shown

    async def test_sentences_take_turns(self, evaluating: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Every team's sentence comes by the clock, and the code stays all the while."""
        write(control)
        met = set()
        async with evaluating.run_test(size=(80, 24)) as pilot:
            for _page in range(len(TEAMS)):
                await pilot.pause()
                shown = painted(evaluating)
                assert "▀" in shown
                met |= {team for team in TEAMS if team in shown}
                clock.move(seconds=PAGE_SECONDS)
                await look_again(pilot)
        assert met == set(TEAMS)

    async def test_the_code_and_the_sentences_take_turns(
        self, evaluating: ScreenApp, control: Session, clock: FakeClock
    ) -> None:
        """Where there is no room beside the code, it is there one time and the sentences the next."""
        write(control)
        seen = []
        async with evaluating.run_test(size=(60, 24)) as pilot:
            for _turn in range(4):
                await pilot.pause()
                shown = painted(evaluating)
                seen.append(("▀" in shown, any(team in shown for team in TEAMS)))
                assert "Hvordan var det?" in shown
                clock.move(seconds=PAGE_SECONDS)
                await look_again(pilot)
        assert sorted(seen[:2]) == [(False, True), (True, False)]
        assert seen[2:] == seen[:2]

    async def test_too_small(self, evaluating: ScreenApp) -> None:
        """No half code: it is said what is missing and what would fit, and the link stands there plainly."""
        async with evaluating.run_test(size=(64, 18)) as pilot:
            await settle(pilot)
            shown = " ".join(painted(evaluating).split())
            assert "Missing: columns 0, rows" in shown
            assert "bytes would fit" in shown
            assert "nettskjema.no/a/48211" in shown
            assert_nothing_read(from_svg(evaluating.export_screenshot()))

    async def test_a_link_that_is_too_long(self, evaluating: ScreenApp, control: Session) -> None:
        """A link for paper alone is refused on the screen with the reason, and stands there to be typed."""
        control.do("show-link", url="https://nettskjema.no/" + "a" * 2000)
        async with evaluating.run_test(size=(200, 60)) as pilot:
            await settle(pilot)
            assert "too many for a screen" in " ".join(painted(evaluating).split())


class TestWhen:
    async def test_an_evaluation_without_a_survey(self, evaluating: ScreenApp, control: Session) -> None:
        """Without a survey the block's clock is shown, as for any block."""
        control.do("survey-remove", survey_id=1)
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert "Evaluering" in stage(evaluating)
            assert_nothing_read(from_svg(evaluating.export_screenshot()))

    async def test_another_block(self, evaluating: ScreenApp, control: Session) -> None:
        """In a block that evaluates nothing the survey is there when it is asked for, and not before."""
        control.do("finish")
        control.do("start", position=1)
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert_nothing_read(from_svg(evaluating.export_screenshot()))
            control.do("show", scene=Scene.SURVEY)
            await settle(pilot)
            assert_read(from_svg(evaluating.export_screenshot()), URL)

    async def test_a_link_of_a_block(self, evaluating: ScreenApp, control: Session) -> None:
        """A link is shown under the name that its block gives it."""
        control.do("show-link", url="https://unn.no/veien")
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert "Veien videre" in stage(evaluating)
            assert_read(from_svg(evaluating.export_screenshot()), "https://unn.no/veien")

    async def test_the_wireless_network(self, evaluating: ScreenApp, control: Session) -> None:
        """The guests' network is shown by its name alone, and nothing of it is kept when something else is shown."""
        network = wireless("Gjest", Security.WPA, "hemmelig-123")
        control.show_wireless(network)
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert_read(from_svg(evaluating.export_screenshot()), network.payload)
            assert "hemmelig" not in painted(evaluating)
            assert "Gjest" in painted(evaluating)
            control.do("show", scene=Scene.AGENDA)
            await settle(pilot)
            kept = [repr(vars(each)) for each in evaluating.query("ScanScene, QrCode")]
            assert "hemmelig" not in "".join(kept)

    async def test_black(self, evaluating: ScreenApp, control: Session) -> None:
        """A black projector shows no code."""
        control.do("black-out")
        async with evaluating.run_test(size=(120, 42)) as pilot:
            await settle(pilot)
            assert_nothing_read(from_svg(evaluating.export_screenshot()))


class TestLayout:
    @pytest.mark.parametrize("size", [(78, 23), (118, 39), (198, 58), (60, 30), (300, 90)])
    def test_what_stands_beside_never_makes_it_smaller(self, size: tuple[int, int]) -> None:
        """The code is drawn as large as it would be alone, and what stands beside it has room for words."""
        from samling.codes.cells import fitting
        from samling.codes.pattern import screen_code

        code, (width, height) = screen_code(URL), size
        room = layout(code, URL, width, height)
        assert fitting(code, room.code, height - 1)[0] >= fitting(code, width, height - 2)[0]
        assert room.aside == 0 or room.aside >= LEAST_ASIDE
        assert room.code + room.aside <= width

    def test_a_link_to_type_from(self) -> None:
        """A link is broken before its signs, and loses nothing but https://."""
        text = "https://forms.office.com/Pages/ResponsePage.aspx?id=abc&lang=nb"
        lines = spelled(text).split("\n")
        assert "https://" + "".join(lines) == text
        assert all(len(line) <= 24 for line in lines)


class TestSayings:
    async def test_every_sentence_is_on_some_page(self, evaluating: ScreenApp, control: Session) -> None:
        """In large letters or small, no sentence is left out, however long it is."""
        write(control)
        async with evaluating.run_test(size=(200, 60)) as pilot:
            await settle(pilot)
            widget = evaluating.query_one(Sayings)
            long = Saying("Fjord", "Vi håper at " + "nettverket hjelper oss og " * 11)
            count = widget.say([*widget.sayings, long])
            found = []
            for page in range(count):
                widget.turn_to(page)
                found += [block.head for block in widget._pages()[page]]
            assert len(found) == len(TEAMS) + 1


@pytest.mark.parametrize(("size", "theme"), [((80, 24), DARK.name), ((120, 40), LIGHT.name), ((200, 60), DARK.name)])
def test_picture(
    evaluating: ScreenApp, control: Session, snap_compare: Compare, size: tuple[int, int], theme: str
) -> None:
    """The code as large as it can be, the title, a sentence or several, and the time left."""
    write(control)
    evaluating.theme = theme
    assert snap_compare(evaluating, terminal_size=size)
