"""The pitches in the control window: every key, and what is seen of order, clock and sheets."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from making import at
from opened import hand_in, hold_pitches, pitch_all
from pitches import ids
from samling.domain.gathering import Scene
from samling.domain.pitching.actions import ACTIONS
from samling.domain.pitching.clock import figures
from samling.domain.pitching.judge import Judge
from samling.domain.pitching.paper import Typed
from samling.domain.pitching.values import Status
from samling.domain.roster import TeamChange
from samling.tui.control.app import ControlApp
from samling.tui.control.award.screen import AwardScreen
from samling.tui.control.dialogs.chooser import Chooser, Confirm
from samling.tui.control.dialogs.form import Form
from samling.tui.control.dialogs.telling import PageText, Telling
from samling.tui.control.pitches.commands import COMMANDS
from samling.tui.control.pitches.judges_screen import JudgesScreen
from samling.tui.control.pitches.list import PitchList
from samling.tui.control.pitches.screen import PitchScreen
from samling.tui.control.pitches.words import now_words
from samling.tui.control.screen import ControlScreen
from samling.tui.widgets.ends import Ends
from staging import look_again

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session

WAITING, CALLED, RUNNING, PAUSED, DONE, ABSENT, WITHDRAWN = Status


@pytest.fixture
def statuses(session: Session) -> Callable[[], list[Status]]:
    """How the teams stand, in order."""
    return lambda: [pitch.status for pitch in session.pitching().order]


@asynccontextmanager
async def opened(app: ControlApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The window with the pitches open."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("I")
        await look_again(pilot)
        yield pilot


def rows(app: ControlApp) -> list[str]:
    """The lines of the order, as they are drawn."""
    listed = app.screen.query_one(PitchList)
    drawn = (listed.render_line(y).text.rstrip() for y in range(listed.size.height))
    return [row for row in drawn if row]


def said(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    widget = app.screen.query_one(selector)
    return widget.left.plain if isinstance(widget, Ends) else str(widget.render())


def wrong(app: ControlApp) -> list[str]:
    """What is said to be wrong beside the fields of a form."""
    return [str(each.render()) for each in app.screen.query(".wrong") if each.display]


class TestTheClock:
    async def test_space_from_the_first_word_to_the_end(
        self, app: ControlApp, clock: FakeClock, statuses: Callable[[], list[Status]]
    ) -> None:
        """Start, then the questions, then the end: one key, and the panel follows."""
        async with opened(app) as pilot:
            assert "Not begun · first up, 1 of 3" in said(app, "#now-what")
            await pilot.press("space")
            assert statuses()[0] is RUNNING
            assert "► Pitch · 1 of 3\nFjord" in said(app, "#now-what")
            clock.set(at("15:03:30"))
            await look_again(pilot)
            assert "3:30 of 4:00 · questions 15:04:15" in said(app, "#now-how")
            assert "! At most 30 s left" in said(app, "#now-how")
            await pilot.press("space")
            assert "► Questions · 1 of 3" in said(app, "#now-what")
            clock.set(at("15:04:20"))
            await look_again(pilot)
            await pilot.press("space")
            assert statuses() == [DONE, WAITING, WAITING]
            assert "Changeover · next up, 2 of 3\nVidde" in said(app, "#now-what")

    async def test_a_double_press_starts_and_does_no_more(self, app: ControlApp) -> None:
        """A second press within a second is the same press, come twice."""
        async with opened(app) as pilot:
            await pilot.press("space", "space")
            assert "► Pitch" in said(app, "#now-what")
            assert "Pressed twice" in said(app, "#deed")

    async def test_pause_and_resume(
        self, app: ControlApp, clock: FakeClock, statuses: Callable[[], list[Status]]
    ) -> None:
        """One key for both; where no clock runs it says so."""
        async with opened(app) as pilot:
            await pilot.press("p")
            assert "No team's clock is running." in said(app, "#deed")
            await pilot.press("space")
            clock.set(at("15:01"))
            await pilot.press("p")
            assert statuses()[0] is PAUSED
            assert "‖ Pitch, paused" in said(app, "#now-what")
            clock.set(at("15:02"))
            await pilot.press("p")
            assert "1:00 of 4:00" in said(app, "#now-how")

    async def test_stop(self, app: ControlApp, statuses: Callable[[], list[Status]]) -> None:
        """Key f ends the pitch, in whatever phase."""
        async with opened(app) as pilot:
            await pilot.press("space", "f")
            assert statuses()[0] is DONE

    async def test_overtime_is_kept_with_the_team(self, app: ControlApp, clock: FakeClock) -> None:
        """What a team went over stands on its line afterwards."""
        async with opened(app) as pilot:
            await pilot.press("space")
            clock.set(at("15:05:22"))
            await pilot.press("f")
            assert "+0:22" in rows(app)[0]
            assert "+" not in rows(app)[1]

    async def test_again_from_zero_takes_a_reason(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key R asks why; without a reason nothing is done."""
        async with opened(app) as pilot:
            await pilot.press("space")
            clock.set(at("15:02"))
            await pilot.press("R")
            assert isinstance(app.screen, Form)
            await pilot.press("enter")
            assert isinstance(app.screen, Form)
            await pilot.press(*"lyd", "enter")
            runs = session.pitching().order[0].runs
            assert [run.given_up for run in runs] == ["lyd", ""]
            assert "0:00 of 4:00" in said(app, "#now-how")

    async def test_j_starts_the_chosen_team(self, app: ControlApp, statuses: Callable[[], list[Status]]) -> None:
        """A team whose turn it is not yet can be started."""
        async with opened(app) as pilot:
            await pilot.press("down", "down", "j")
            assert statuses() == [WAITING, WAITING, RUNNING]

    async def test_undo_is_the_pitches_own(
        self, app: ControlApp, session: Session, statuses: Callable[[], list[Status]]
    ) -> None:
        """Key u takes the start of the clock back, and nothing of the agenda; U brings it forward."""
        async with opened(app) as pilot:
            await pilot.press("escape", "p", "I", "space", "u")
            assert statuses()[0] is WAITING
            assert session.in_use().block(1).pauses
            await pilot.press("U")
            assert statuses()[0] is RUNNING


class TestNextTeam:
    async def test_nothing_is_asked_when_all_sheets_are_in(
        self, app: ControlApp, other: Session, statuses: Callable[[], list[Status]]
    ) -> None:
        """With every sheet in, n ends the pitch and calls the next team up at once."""
        async with opened(app) as pilot:
            await pilot.press("space")
            for judge_id in (1, 2):
                hand_in(other, judge_id, 1, 3, 3, 3)
            await look_again(pilot)
            await pilot.press("n")
            assert statuses() == [DONE, CALLED, WAITING]

    async def test_it_says_whose_sheets_are_missing_and_going_on_is_allowed(
        self, app: ControlApp, other: Session, statuses: Callable[[], list[Status]]
    ) -> None:
        """The judges by name; Enter waits, y goes on."""
        async with opened(app) as pilot:
            await pilot.press("space")
            hand_in(other, 1, 1, 3, 3, 3)
            await look_again(pilot)
            await pilot.press("f", "n")
            assert isinstance(app.screen, Confirm)
            assert "Sheets for “Fjord” are still to come from: Judge 2." in said(app, "#text")
            await pilot.press("enter")
            assert statuses() == [DONE, WAITING, WAITING]
            await pilot.press("n", "y")
            assert statuses() == [DONE, CALLED, WAITING]

    async def test_what_was_gone_on_without_is_not_asked_about_again(
        self, app: ControlApp, other: Session, statuses: Callable[[], list[Status]]
    ) -> None:
        """A judge who has left is no question before every team that follows; a new gap is."""
        async with opened(app) as pilot:
            await pilot.press("space", "f", "n", "y", "space")
            for judge_id in (1, 2):
                hand_in(other, judge_id, 2, 3, 3, 3)
            await look_again(pilot)
            await pilot.press("n")
            assert statuses() == [DONE, DONE, CALLED]
            await pilot.press("space", "f", "n")
            assert isinstance(app.screen, Confirm)

    async def test_the_start_itself_never_waits_for_an_answer(
        self, app: ControlApp, statuses: Callable[[], list[Status]]
    ) -> None:
        """At the first word the clock starts, whatever is missing."""
        async with opened(app) as pilot:
            await pilot.press("space", "f", "space")
            assert statuses() == [DONE, RUNNING, WAITING]


class TestTheOrder:
    async def test_who_is_next_should_be_getting_ready(self, app: ControlApp) -> None:
        """By its sign and in words, on the line and in the panel."""
        async with opened(app, (200, 50)) as pilot:
            await pilot.press("space")
            assert "►" in rows(app)[0]
            assert "on the stage" in rows(app)[0]
            assert "›" in rows(app)[1]
            assert "get ready" in rows(app)[1]
            assert "Get ready\nVidde" in said(app, "#next")

    async def test_last_and_then_did_not_meet(self, app: ControlApp, session: Session) -> None:
        """Once last, then not met: of the one that comes, or of the one that is marked."""
        async with opened(app) as pilot:
            await pilot.press("l")
            assert ids(session.pitching()) == [2, 3, 1]
            await pilot.press("end", "l")
            assert ids(session.pitching()) == [2, 3, 1]
            await pilot.press("x")
            assert session.pitching().order[-1].status is ABSENT
            await pilot.press("a")
            assert isinstance(app.screen, Chooser)
            await pilot.press("enter")
            assert session.pitching().order[-1].status is WAITING

    async def test_skip_and_move(self, app: ControlApp, session: Session) -> None:
        """The one after goes first; Shift with the arrows moves the marked one, as far as the ends."""
        async with opened(app) as pilot:
            await pilot.press("s")
            assert ids(session.pitching()) == [2, 1, 3]
            await pilot.press("end", "shift+up")
            assert ids(session.pitching()) == [2, 3, 1]
            await pilot.press("J", "J")
            assert ids(session.pitching()) == [2, 1, 3]

    async def test_withdraw_is_asked_about(self, app: ControlApp, session: Session) -> None:
        """Enter keeps the team, y withdraws it."""
        async with opened(app) as pilot:
            await pilot.press("down", "w", "enter")
            assert session.pitching().order[1].status is WAITING
            await pilot.press("w", "y")
            assert session.pitching().order[1].status is WITHDRAWN

    async def test_draw_from_a_seed(self, app: ControlApp, session: Session) -> None:
        """The seed that is proposed can be another; the order is that of the seed."""
        async with opened(app) as pilot:
            await pilot.press("d", *"7", "enter")
            made = session.pitching().made
            assert made is not None
            assert made.seed == 7
            drawn = ids(session.pitching())
            await pilot.press("d", *"8", "enter", "d", *"7", "enter")
            assert ids(session.pitching()) == drawn

    async def test_draw_among_those_who_are_here(self, app: ControlApp, session: Session) -> None:
        """Where the roll has been taken, the draw can be among those who are ticked off."""
        session.do("arrive", teams=(1, 3))
        async with opened(app) as pilot:
            await pilot.press("d", "tab", "right", "enter")
            assert sorted(ids(session.pitching())) == [1, 3]

    async def test_by_hand_begins_with_the_names(self, app: ControlApp, session: Session) -> None:
        """An order that is there is not lost without a question; then they are listed by name."""
        async with opened(app) as pilot:
            await pilot.press("l", "o", "enter")
            assert ids(session.pitching()) == [2, 3, 1]
            await pilot.press("o", "y")
            assert ids(session.pitching()) == [1, 3, 2]

    async def test_capacity_in_words_until_it_begins(self, app: ControlApp) -> None:
        """3 teams of 5:30 take 16:30 of 90 minutes."""
        async with opened(app) as pilot:
            assert "The pitches take 16 min 30 s of the 90 min of the block" in said(app, "#before")
            await pilot.press("space")
            assert not app.screen.query_one("#before").display

    async def test_what_is_not_in_place_is_said_before_the_first(self, app: ControlApp, session: Session) -> None:
        """One judge alone, one who may score nobody."""
        session.do("judge-remove", judge_id=2)
        async with opened(app):
            assert "! There is one judge with a vote" in said(app, "#before")

    async def test_whether_it_fits_the_block(self, app: ControlApp, other: Session) -> None:
        """15:00 + 16:30 + 5:00 of award; in a block of 15 minutes that is 7 minutes too long."""
        async with opened(app) as pilot:
            assert "3 teams to come  ● fits the block  until 15:17, award until 15:22" in said(app, "#ahead")
            other.do("extend", seconds=-75 * 60)
            await look_again(pilot)
            assert "! 7 min too long for the block" in said(app, "#ahead")


class TestTheSheets:
    async def test_a_sign_for_each_judge_and_team(self, app: ControlApp, other: Session) -> None:
        """Submitted, begun, missing, recused and not begun each have a sign of their own, and a name below."""
        other.do("judge-recuse", judge_id=1, team_id=3)
        async with opened(app) as pilot:
            await pilot.press("space", "f")
            hand_in(other, 1, 1, 3, 3, 3)
            other.do("sheet-score", judge_id=2, team_id=2, criterion_id="aim", score=3, revision=0)
            await look_again(pilot)
            grid = [[sign for sign in row[44:].split() if sign in "✓…!–·"] for row in rows(app)]
            assert grid == [["✓", "!"], ["·", "…"], ["–", "·"]]
            await pilot.press("up")
            assert "! lacking: the team has pitched: Judge 2" in said(app, "#sheets")
            assert "✓ submitted: Judge 1" in said(app, "#sheets")

    async def test_a_correction_that_is_begun_is_told(self, app: ControlApp, session: Session) -> None:
        """The submitted sheet counts meanwhile."""
        hand_in(session, 1, 1, 3, 3, 3)
        session.do("sheet-correct", judge_id=1, team_id=1, reason="wrong")
        async with opened(app):
            assert "~" in rows(app)[0]
            assert "1 of 2" in rows(app)[0]

    async def test_nothing_of_the_scores_is_read(self, app: ControlApp, session: Session) -> None:
        """Neither by the screen nor by its details: what stands in the sheets is behind another key."""
        hand_in(session, 1, 1, 5, 4, 3)
        async with opened(app) as pilot:
            assert app.view is not None
            assert set(app.view.snapshot.parts) <= {"pitching", "stage"}
            await pilot.press("enter")
            assert isinstance(app.screen, Telling)
            told = str(app.screen.query_one(PageText).render())
            assert "Judge 1" in told
            assert not any(digit in told for digit in "543")

    async def test_a_secretary_types_a_sheet_in(self, app: ControlApp, session: Session) -> None:
        """Choose the judge whose sheet is missing, type a score for each criterion, and it is submitted."""
        async with opened(app) as pilot:
            await pilot.press("i", "enter")
            await pilot.press("5", "tab", "4", "tab", "6", "enter")
            assert isinstance(app.screen, Form)
            assert any("from 1 to 5, not 6" in words for words in wrong(app))
            await pilot.press("backspace", "3", "enter")
            sheet = session.sheets(1).counted(1)
            assert sheet is not None
            assert dict(sheet.values) == {"aim": 5, "result": 4, "spread": 3}

    async def test_a_sheet_typed_anew_takes_a_reason(self, app: ControlApp, session: Session) -> None:
        """One that was submitted gets a new version, and why."""
        for judge_id in (1, 2):
            hand_in(session, judge_id, 1, 3, 3, 3)
        async with opened(app) as pilot:
            await pilot.press("i", "enter", "5", "tab", "4", "tab", "3", "tab", "tab", *"feil", "enter")
            sheet = session.sheets(1).counted(1)
            assert sheet is not None
            assert (sheet.version, sheet.reason) == (2, "feil")

    async def test_a_recused_judge_is_not_offered(self, app: ControlApp, session: Session) -> None:
        """Where nobody scores the team it says so."""
        for judge_id in (1, 2):
            session.do("judge-recuse", judge_id=judge_id, team_id=1)
        async with opened(app) as pilot:
            await pilot.press("i")
            assert isinstance(app.screen, PitchScreen)
            assert "There is no judge who scores “Fjord”." in said(app, "#deed")


class TestHowTheyAreHeld:
    async def test_lengths(self, app: ControlApp, session: Session) -> None:
        """Written as on a clock; what is no length is said beside its field."""
        async with opened(app) as pilot:
            await pilot.press("e", *"3:30", "tab", *"0:00", "enter")
            lengths = session.pitching().settings.lengths
            assert (lengths.pitch_seconds, lengths.questions_seconds) == (210, 0)
            await pilot.press("e", *"snart", "enter")
            assert isinstance(app.screen, Form)
            assert any("“snart” is not a length" in words for words in wrong(app))

    async def test_method_and_ladder(self, app: ControlApp, session: Session) -> None:
        """Chosen before the first pitch; a step named twice is refused in the form."""
        async with opened(app) as pilot:
            await pilot.press("m", "right", "tab", "left", "enter")
            settings = session.pitching().settings
            assert settings.method == "z"
            assert settings.ladder == ("criteria", "rerank")
            await pilot.press("m", "tab", "tab", "tab", "left", "enter")
            assert isinstance(app.screen, Form)
            assert "each once" in said(app, "#refused")

    async def test_they_are_locked_by_the_first_pitch(self, app: ControlApp, session: Session) -> None:
        """The form stays with the reason."""
        async with opened(app) as pilot:
            await pilot.press("space", "m", "right", "enter")
            assert isinstance(app.screen, Form)
            assert session.pitching().settings.method == "fair_mean"

    async def test_the_scoring_form(self, app: ControlApp, session: Session, other: Session) -> None:
        """Chosen from a list; once a sheet has come in it takes a reason."""
        async with opened(app) as pilot:
            await pilot.press("F", "up", "enter")
            assert session.pitching().forms[-1].form.id == "standard"
            given = {each.id: 3 for each in session.pitching().forms[-1].form.criteria}
            other.do("sheet-type", judge_id=1, typed=Typed(1, 1, given))
            await look_again(pilot)
            await pilot.press("F", "down", "enter")
            assert isinstance(app.screen, Form)
            await pilot.press(*"kort tid", "enter")
            assert session.pitching().forms[-1].reason == "kort tid"

    async def test_the_trial(self, app: ControlApp, session: Session) -> None:
        """One key begins it and ends it."""
        async with opened(app) as pilot:
            await pilot.press("t")
            assert session.pitching().trial.is_open
            await pilot.press("t")
            assert not session.pitching().trial.is_open


class TestAround:
    async def test_an_empty_order_says_what_to_do(self, session: Session, clock: FakeClock) -> None:
        """No order: every key on a team says so, and the clock starts nothing."""
        hold_pitches(session, clock)
        session.undo("pitch")
        app = ControlApp(session, keep_awake=False)
        async with opened(app) as pilot:
            assert "There is no order yet. Press d to draw one" in rows(app)[0]
            for key in ("space", "n", "p", "f", "j", "l", "x", "s", "w", "i", "enter", "shift+up"):
                await pilot.press(key)
                assert isinstance(app.screen, PitchScreen)

    async def test_other_screens_open_over_it_and_close(self, app: ControlApp) -> None:
        """Judges, award and help; Escape leads back, to the agenda at last."""
        async with opened(app) as pilot:
            for key, screen in (("g", JudgesScreen), ("r", AwardScreen), ("question_mark", Telling)):
                await pilot.press(key)
                assert isinstance(app.screen, screen)
                await pilot.press("escape")
                assert type(app.screen_stack[-1]).__name__ == "PitchScreen"
            await pilot.press("escape")
            assert isinstance(app.screen, ControlScreen)

    async def test_the_projector_is_turned_to_the_pitches_and_back(self, app: ControlApp, session: Session) -> None:
        """One key for both."""
        async with opened(app) as pilot:
            await pilot.press("S")
            assert session.in_use().display.scene is Scene.PITCH
            await pilot.press("S")
            assert session.in_use().display.scene is Scene.AUTO

    async def test_help_names_every_command(self, app: ControlApp) -> None:
        """With its words from the registry, and the signs of the sheets."""
        async with opened(app) as pilot:
            await pilot.press("question_mark")
            told = str(app.screen.query_one(PageText).render())
        for command in COMMANDS:
            assert command.label in told.replace("\n", " ") or command.label.split()[0] in told
        assert "recused: does not score the team" in " ".join(told.split())

    def test_every_action_of_order_clock_and_holding_has_a_key(self) -> None:
        """No action of the registry about the pitches is left to the command line."""
        reached = {"pitch-start", "pitch-pause", "pitch-resume", "pitch-phase", "pitch-move", "pitch-trial"}
        reached |= {"pitch-trial-end"} | {each.id for each in COMMANDS}
        assert {name for name in ACTIONS if name.startswith("pitch-")} <= reached

    async def test_the_desk_reads_no_more_when_it_is_closed(self, app: ControlApp) -> None:
        """The pitches are read for as long as their screen is open."""
        async with opened(app) as pilot:
            assert app.view is not None
            assert app.view.snapshot.pitching is not None
            await pilot.press("escape")
            await look_again(pilot)
            app.reread()
            assert app.view.snapshot.pitching is None

    async def test_another_windows_start_is_seen(self, app: ControlApp, other: Session) -> None:
        """What the timekeeper starts stands here at the next look at the file."""
        async with opened(app) as pilot:
            other.do("pitch-start")
            await look_again(pilot)
            assert "► Pitch · 1 of 3" in said(app, "#now-what")

    async def test_the_cursor_follows_the_clock(self, app: ControlApp) -> None:
        """Wherever it was put, with the next start it is on the stage again."""
        async with opened(app) as pilot:
            await pilot.press("end", "space")
            assert said(app, "#sheets").startswith("Fjord")

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_sixty_teams_and_twelve_judges(
        self, session: Session, clock: FakeClock, size: tuple[int, int]
    ) -> None:
        """Every judge has a column of signs beside a name that can be read, however long it is."""
        hold_pitches(session, clock, teams=60, judges=0)
        for number in range(1, 13):
            session.do("judge-add", judge=Judge(f"Åse-Marie Dommer{number}", "Juryen"))
        session.do("team-edit", team_id=1, change=TeamChange(name="Kvalitet " * 20))
        async with opened(ControlApp(session, keep_awake=False), size) as pilot:
            app = pilot.app
            assert isinstance(app, ControlApp)
            first, second = rows(app)[:2]
            assert first.count("·") == 12
            assert "Kvalitet Kval" in first
            assert "Vidde" in second
            assert len(rows(app)) < 60
            await pilot.press("end")
            assert "Team 60" in rows(app)[-1]


class TestPictures:
    @pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    def test_a_team_on_the_stage(  # noqa: PLR0917 - the case and the fixtures
        self,
        app: ControlApp,
        session: Session,
        clock: FakeClock,
        snap_compare: Callable[..., bool],
        size: tuple[int, int],
        theme: str,
    ) -> None:
        """The clock beside the order, in the last minute of the second team."""
        on_the_second(session, clock)
        app.theme = theme
        assert snap_compare(app, terminal_size=size, press=["I"])

    def test_before_it_begins(self, app: ControlApp, snap_compare: Callable[..., bool]) -> None:
        """Whether there is time, in words over the order."""
        assert snap_compare(app, terminal_size=(80, 24), press=["I"])

    def test_sheets_are_missing(
        self, app: ControlApp, session: Session, clock: FakeClock, snap_compare: Callable[..., bool]
    ) -> None:
        """The question before the next team."""
        on_the_second(session, clock)
        assert snap_compare(app, terminal_size=(80, 24), press=["I", "n"])

    def test_how_they_are_held(self, app: ControlApp, snap_compare: Callable[..., bool]) -> None:
        """The form of lengths fits into 80 by 24."""

        async def still(pilot: Pilot[None]) -> None:
            await pilot.press("I", "e")
            for field in pilot.app.screen.query(Input):
                field.cursor_blink = False
            await pilot.pause()

        assert snap_compare(app, terminal_size=(80, 24), run_before=still)


def on_the_second(session: Session, clock: FakeClock) -> None:
    """Fjord has pitched, 22 seconds over, one sheet is missing; Vidde has 42 seconds left."""
    session.do("judge-recuse", judge_id=1, team_id=3)
    session.do("pitch-start")
    clock.set(at("15:05:22"))
    session.do("pitch-stop")
    hand_in(session, 1, 1, 4, 4, 4)
    clock.set(at("15:06"))
    session.do("pitch-start")
    clock.set(at("15:09:18"))


def test_after_the_last_team_the_award_is_named(session: Session, clock: FakeClock) -> None:
    """When all have pitched the panel says so and where the award is."""
    hold_pitches(session, clock)
    pitch_all(session, clock)
    now = now_words(session.pitching(), figures(session.pitching(), clock()), "Europe/Oslo")
    assert (now.heading, now.line) == ("All teams have pitched", "Press r for the award.")
