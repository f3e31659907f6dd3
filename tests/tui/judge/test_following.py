from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from judging import desk, line, not_looking, scores
from making import at
from opened import open_session
from samling.domain.pitching.judge import JudgeChange
from samling.domain.roster import TeamChange
from samling.domain.team import Team
from samling.tui.judge.app import JudgeApp
from staging import look_again, painted

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


class TestTheStage:
    """The team on the stage is in front, until the judge looks at another."""

    async def test_the_window_follows_the_clock(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """The next team comes in front when its clock starts, not when the one before has ended."""
        control.do("pitch-start")
        async with app.run_test() as pilot:
            assert desk(app).team == "Fjord"
            control.do("pitch-stop")
            await look_again(pilot)
            assert desk(app).team == "Fjord"
            clock.move(seconds=30)
            control.do("pitch-start")
            await look_again(pilot)
            assert desk(app).team == "Vidde"
            assert "► Vidde" in line(app, "2 of 3")

    async def test_a_key_right_after_the_change_is_not_taken(
        self, app: JudgeApp, control: Session, clock: FakeClock
    ) -> None:
        """It was meant for the team before. After a second it is taken."""
        async with app.run_test() as pilot:
            control.do("pitch-start", team_id=2)
            await look_again(pilot)
            clock.move(seconds=0.9)
            await pilot.press("4")
            assert scores(control, team_id=2) == {}
            assert "has just come in front" in painted(app)
            clock.move(seconds=0.1)
            await pilot.press("4")
            assert scores(control, team_id=2) == {"aim": 4}

    async def test_a_sheet_that_is_begun_is_not_taken_away(
        self, app: JudgeApp, control: Session, clock: FakeClock
    ) -> None:
        """It says who is on the stage now; the key that goes there does, and submitting does."""
        control.do("pitch-start")
        async with app.run_test() as pilot:
            await pilot.press("4")
            control.do("pitch-stop")
            clock.move(seconds=30)
            control.do("pitch-start")
            await look_again(pilot)
            assert desk(app).team == "Fjord"
            assert "► Vidde is on the stage now. Esc goes there." in painted(app)
            await pilot.press("3", "5", "s")
            assert desk(app).team == "Vidde"
            assert "Submitted the sheet for “Fjord”" in painted(app)
            await pilot.press("2")
            assert scores(control, team_id=2) == {"aim": 2}

    async def test_escape_goes_to_the_stage(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """From a sheet that is begun, at once."""
        control.do("pitch-start")
        async with app.run_test() as pilot:
            await pilot.press("4")
            control.do("pitch-stop")
            clock.move(seconds=30)
            control.do("pitch-start")
            await look_again(pilot)
            await pilot.press("escape", "5")
            assert scores(control, team_id=2) == {"aim": 5}

    async def test_looking_at_another_holds(self, app: JudgeApp, control: Session) -> None:
        """The window stays with the team that was chosen, says so, and one key goes back."""
        async with app.run_test() as pilot:
            await pilot.press("right", "right")
            assert desk(app).team == "Holme"
            assert "You are looking at another team. Esc goes back to Fjord." in painted(app)
            control.do("pitch-start")
            await look_again(pilot)
            assert desk(app).team == "Holme"
            assert "► Fjord is on the stage now. Esc goes there." in painted(app)
            await pilot.press("left", "left")
            assert desk(app).team == "Fjord"
            assert "Esc" not in painted(app)

    async def test_a_team_out_of_the_order_makes_room(self, app: JudgeApp, control: Session) -> None:
        """What is in front is never a team that there is no sheet for."""
        async with app.run_test() as pilot:
            await pilot.press("right", "right", "4")
            control.do("pitch-arrange", team_ids=(2, 1))
            await look_again(pilot)
            assert desk(app).team == "Vidde"


class TestTheList:
    """All teams one key away, with how far each sheet is."""

    async def test_signs_and_words(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """Not begun, draft, submitted, corrected, recused, out, and who is on the stage."""
        control.do("team-edit", team_id=3, change=TeamChange(organisation="Juryen"))
        control.do("pitch-start")
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s")
            control.do("pitch-stop")
            clock.move(seconds=30)
            control.do("pitch-start")
            clock.move(seconds=2)
            await look_again(pilot)
            clock.move(seconds=2)
            await pilot.press("4", "t")
            assert "submitted" in line(app, "✓  1 Fjord")
            assert "draft 1/3" in line(app, "► …  2 Vidde")
            assert "recused" in line(app, "–  3 Holme")
            control.do("pitch-stop")
            control.do("pitch-withdraw", team_id=2)
            control.do("sheet-correct", judge_id=1, team_id=1, reason="misread")
            await look_again(pilot)
            assert "being corrected 3/3" in line(app, "~  1 Fjord")
            assert "not scored" in line(app, "×  2 Vidde")

    async def test_enter_opens_the_marked_team(self, app: JudgeApp, control: Session) -> None:
        """The arrows mark, Enter opens; Escape leaves things as they were."""
        async with app.run_test() as pilot:
            await pilot.press("t", "down", "down", "enter", "4")
            assert scores(control, team_id=3) == {"aim": 4}
            await pilot.press("t", "up", "escape", "5")
            assert scores(control, team_id=3) == {"aim": 4, "result": 5}

    async def test_no_score_is_given_from_the_list(self, app: JudgeApp, control: Session) -> None:
        """Which team it would be for could be mistaken."""
        async with app.run_test() as pilot:
            await pilot.press("t", "down", "4")
            assert control.sheets(1).sheets == ()
            assert "Enter opens the sheet" in painted(app) or desk(app).notice

    async def test_in_a_wide_window_it_stands_beside_the_sheet(self, app: JudgeApp) -> None:
        """And a click opens a team."""
        async with app.run_test(size=(120, 40)) as pilot:
            assert "2 Vidde" in painted(app)
            assert "Aim?" in painted(app)
            await pilot.click("#teams", offset=(12, 2))
            assert desk(app).team == "Vidde"

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_sixty_teams(self, app: JudgeApp, control: Session, size: tuple[int, int]) -> None:
        """The marked one is in sight, however many there are and whatever they are called."""
        names = tuple(Team(f"Æøå {number} " + "lang " * 20) for number in range(4, 61))
        control.do("team-import", teams=names)
        control.do("pitch-arrange", team_ids=tuple(range(1, 61)))
        async with app.run_test(size=size) as pilot:
            await pilot.press("t", "end")
            assert "60 Æøå 60 lang" in painted(app)


class TestRecused:
    async def test_it_is_said_why_and_nothing_can_be_given(self, app: JudgeApp, control: Session) -> None:
        """By the reason that was declared, or because the team is of the judge's own organisation."""
        control.do("judge-recuse", judge_id=1, team_id=1, reason="Coaches the team")
        control.do("team-edit", team_id=2, change=TeamChange(organisation="Juryen"))
        async with app.run_test() as pilot:
            assert "You are recused from this team: Coaches the team." in painted(app)
            assert "Aim?" not in painted(app)
            await pilot.press("4", "c", "s", "plus", "r", "x")
            assert control.sheets(1).sheets == ()
            await pilot.press("right")
            assert "of the judge's own organisation, Juryen" in painted(app)

    async def test_who_knows_every_team_is_told(self, app: JudgeApp, control: Session) -> None:
        """There is no sheet to fill in, and who to tell it to."""
        for number in (1, 2, 3):
            control.do("judge-recuse", judge_id=1, team_id=number)
        async with app.run_test():
            assert "You are recused from every team" in painted(app)

    async def test_declared_while_the_sheet_is_open(self, app: JudgeApp, control: Session) -> None:
        """The window follows at once, and a key is refused."""
        async with app.run_test() as pilot:
            await pilot.press("4")
            control.do("judge-recuse", judge_id=1, team_id=1)
            await look_again(pilot)
            await pilot.press("5")
            assert "declared beforehand" in painted(app)
        assert scores(control) == {"aim": 4}

    async def test_a_team_out_of_the_field(self, app: JudgeApp, control: Session) -> None:
        """It is not scored, and that is said."""
        control.do("pitch-withdraw", team_id=1)
        async with app.run_test() as pilot:
            await pilot.press("left")
            await pilot.press("4")
            assert scores(control) == {}
            assert "out of the field" in painted(app)

    async def test_without_a_vote(self, app: JudgeApp, control: Session) -> None:
        """The window says beside the name that the sheets count nowhere."""
        control.do("judge-edit", judge_id=1, change=JudgeChange(voting=False))
        async with app.run_test():
            assert line(app, "Judge 1 (without a vote)")


class TestTrial:
    async def test_the_made_up_team_is_in_front_and_thrown_away(self, app: JudgeApp, control: Session) -> None:
        """It is scored like any other; when the trial ends its sheet is gone from the window, whatever was typed."""
        async with app.run_test() as pilot:
            control.do("pitch-trial")
            await look_again(pilot)
            assert "► the trial pitch" in painted(app)
            assert "thrown away" in painted(app)
            desk(app).look_at(-1)
            await pilot.press("4", "3")
            assert scores(control, team_id=-1) == {"aim": 4, "result": 3}
            control.do("pitch-trial-end")
            await look_again(pilot)
            assert desk(app).team == "Fjord"
            assert "the trial pitch" not in line(app, "Fjord")
            assert "[4]" not in painted(app)


class TestTheFile:
    async def test_a_file_that_is_gone_hides_the_sheet(self, app: JudgeApp, tmp_path: Path) -> None:
        """Nothing that may not be true is shown, and a key writes nothing."""
        async with app.run_test() as pilot:
            (tmp_path / "samling.db").rename(tmp_path / "elsewhere.db")
            await look_again(pilot)
            assert "Nothing is saved any longer" in painted(app)
            assert "Aim?" not in painted(app)
            await pilot.press("4")

    async def test_what_could_not_be_written_is_kept(self, app: JudgeApp, control: Session, tmp_path: Path) -> None:
        """A score that meets a file gone is in question until the file is back, and is saved then."""
        async with app.run_test() as pilot:
            with not_looking(app):
                (tmp_path / "samling.db").rename(tmp_path / "elsewhere.db")
                await pilot.press("4")
                assert desk(app).unsaved is not None
                (tmp_path / "elsewhere.db").rename(tmp_path / "samling.db")
            await look_again(pilot)
            assert "! Not saved: Aim: 4, good." in painted(app)
            await pilot.press("enter")
            assert scores(control) == {"aim": 4}

    async def test_too_small_a_window_says_so(self, app: JudgeApp) -> None:
        """And how large it must be."""
        async with app.run_test(size=(50, 12)):
            assert "Too small" in painted(app)

    async def test_another_gathering(self, app: JudgeApp, control: Session) -> None:
        """When another gathering is opened the sheets are put away, and the hand-over shows who judges there."""
        async with app.run_test() as pilot:
            control.new_gathering(title="Other", start=at("15:00"), end=at("16:00"), programme=None)
            await look_again(pilot)
            await pilot.pause()
            assert "No judge is on the list yet" in painted(app)


async def test_without_a_gathering_it_says_what_to_do(tmp_path: Path, clock: FakeClock) -> None:
    """And waits for it."""
    control, session = (open_session(tmp_path / "empty.db", clock, who) for who in ("control", "judge"))
    app = JudgeApp(session)
    async with app.run_test() as pilot:
        assert "samling network new" in painted(app)
        control.new_network("Network", "Europe/Oslo")
        await look_again(pilot)
        assert "Network has no gathering yet" in painted(app)
    control.close()
    session.close()
