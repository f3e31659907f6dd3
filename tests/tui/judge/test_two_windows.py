from __future__ import annotations

from typing import TYPE_CHECKING

from judging import desk, line, not_looking, scores, sheet
from staging import look_again, painted

if TYPE_CHECKING:
    from samling.session import Session
    from samling.tui.judge.app import JudgeApp


class TestScores:
    """Nothing is written over unseen: the second is told what stands, and keeps what was typed."""

    async def test_the_second_is_told_what_came_first(self, app: JudgeApp, control: Session) -> None:
        """The score that came first stands, and the other is in question, in words."""
        async with app.run_test() as pilot:
            with not_looking(app):
                control.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=0)
                await pilot.press("5")
            assert scores(control) == {"aim": 2}
            assert "! Not saved: Aim: 5, very good." in painted(app)
            assert "Aim 2" in desk(app).unsaved.why  # type: ignore[union-attr]
            assert "[2]" in line(app, "Aim  ")
            assert "Enter Save all the same" in painted(app)

    async def test_enter_saves_it_all_the_same(self, app: JudgeApp, control: Session) -> None:
        """By the judge's own choice, with both in the log."""
        async with app.run_test() as pilot:
            with not_looking(app):
                control.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=0)
                await pilot.press("5", "enter")
            assert scores(control) == {"aim": 5}
            assert desk(app).row == "result"
            await pilot.press("u")
            assert scores(control) == {"aim": 2}

    async def test_escape_lets_it_go(self, app: JudgeApp, control: Session) -> None:
        """What came first stands, and nothing is in question any more."""
        async with app.run_test() as pilot:
            with not_looking(app):
                control.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=0)
                await pilot.press("5", "escape", "3")
            assert scores(control) == {"aim": 3}

    async def test_until_it_is_answered_nothing_else_is_taken(self, app: JudgeApp, control: Session) -> None:
        """Neither another score, nor another team, nor leaving: what was typed is kept."""
        async with app.run_test() as pilot:
            with not_looking(app):
                control.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=0)
                await pilot.press("5", "4", "down", "3", "right", "t", "h", "u", "s", "q")
            assert scores(control) == {"aim": 2}
            assert desk(app).team == "Fjord"
            await pilot.press("enter")
            assert scores(control) == {"aim": 5}

    async def test_what_another_window_writes_is_told(self, app: JudgeApp, second: JudgeApp) -> None:
        """The picture follows, and a line says what has come."""
        async with app.run_test() as pilot:
            second.session.do("sheet-score", judge_id=1, team_id=1, criterion_id="result", score=4, revision=0)
            await look_again(pilot)
            assert "Another window has written on this sheet: Result 4." in painted(app)
            await pilot.press("2")
            assert scores(second.session) == {"aim": 2, "result": 4}

    async def test_what_another_window_takes_back_is_told(self, app: JudgeApp, second: JudgeApp) -> None:
        """And a key after it is saved on what stands."""
        async with app.run_test() as pilot:
            await pilot.press("2")
            second.session.undo("judge-1")
            await look_again(pilot)
            assert "Another window has changed this sheet" in painted(app)
            await pilot.press("4")
            assert scores(second.session) == {"result": 4}

    async def test_what_another_judge_writes_is_not(self, app: JudgeApp, control: Session) -> None:
        """It is nothing to this window, and not read; what is done to the pitches is."""
        async with app.run_test() as pilot:
            control.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=4, revision=0)
            await look_again(pilot)
            before = app.view
            control.do("sheet-score", judge_id=2, team_id=1, criterion_id="result", score=4, revision=1)
            app._turns_at = float("inf")
            app._look(0.0)
            await pilot.pause()
            assert app.view is before
            control.do("pitch-start")
            app._look(0.0)
            assert app.view is not before


class TestSubmitting:
    async def test_submitted_in_the_other_window(self, app: JudgeApp, control: Session) -> None:
        """A submit after it is told that it was, and doubles nothing; a score is in question, as a correction."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "up")
            with not_looking(app):
                control.do("sheet-submit", judge_id=1, team_id=1, revision=3)
                await pilot.press("s")
            assert "already submitted" in desk(app).notice
            assert len(control.sheets(1).sheets) == 1

    async def test_a_score_that_meets_a_submitted_sheet_is_kept(self, app: JudgeApp, control: Session) -> None:
        """To save it all the same asks for the reason, and makes a new version."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "up")
            with not_looking(app):
                control.do("sheet-submit", judge_id=1, team_id=1, revision=3)
                control.do("sheet-correct", judge_id=1, team_id=1, reason="first")
                control.do("sheet-submit", judge_id=1, team_id=1, revision=sheet(control).revision)
                await pilot.press("1")
            assert "already submitted" in desk(app).unsaved.why  # type: ignore[union-attr]
            assert scores(control)["spread"] == 5
            await pilot.press("enter")
            await pilot.pause()
            assert "Why is the sheet for “Fjord” changed?" in painted(app)
            await pilot.press(*"second", "enter")
            await pilot.pause()
            assert (sheet(control).version, scores(control)["spread"]) == (3, 1)

    async def test_two_begin_to_correct(self, app: JudgeApp, control: Session) -> None:
        """The second is told while the reason is typed; the score that was pressed is kept, and asked about."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "1", *"misread")
            with not_looking(app):
                control.do("sheet-correct", judge_id=1, team_id=1, reason="other")
                control.do(
                    "sheet-score",
                    judge_id=1,
                    team_id=1,
                    criterion_id="spread",
                    score=2,
                    revision=sheet(control).revision,
                )
                await pilot.press("enter")
            refused = str(app.screen.query_one("#refused").render())
            assert "has been changed in another window meanwhile: Spread 2" in refused
            assert sheet(control).reason == "other"
            await pilot.press("escape")
            await pilot.pause()
            assert "! Not saved: Aim: 1, very weak." in painted(app)
            assert scores(control) == {"aim": 4, "result": 3, "spread": 2}
            await pilot.press("enter")
            assert scores(control) == {"aim": 1, "result": 3, "spread": 2}
            assert sheet(control).version == 2

    async def test_a_correction_given_up_in_the_other_window(self, app: JudgeApp, control: Session) -> None:
        """A score typed on it meanwhile is not lost, and goes on no submitted sheet."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "1", *"misread", "enter")
            await pilot.pause()
            with not_looking(app):
                control.do("sheet-give-up", judge_id=1, team_id=1)
                await pilot.press("2")
            assert scores(control) == {"aim": 4, "result": 3, "spread": 5}
            assert sheet(control).version == 1
            assert desk(app).unsaved is not None


class TestBothOpen:
    async def test_both_windows_show_the_same(self, app: JudgeApp, second: JudgeApp, control: Session) -> None:
        """Keys in turn in two windows of the same judge end on one sheet, with what was pressed last in each row."""
        async with app.run_test() as one:
            await one.press("4")
            async with second.run_test() as two:
                await two.press("5")
                assert scores(control) == {"aim": 4, "result": 5}
                await two.press("up", "3")
            await look_again(one)
            assert "[3]" in line(app, "Result  ")
            await one.press("2")
        assert scores(control) == {"aim": 4, "result": 2}
        assert len(control.sheets(1).sheets) == 1
