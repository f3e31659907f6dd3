from __future__ import annotations

from typing import TYPE_CHECKING, Any

from judging import desk, line, scores, sheet
from making import at
from opened import hand_in
from pitches import FORM, criterion
from samling.domain.scoring.form import Form
from staging import look_again, painted

if TYPE_CHECKING:
    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.judge.app import JudgeApp


class TestSubmit:
    async def test_a_complete_sheet_counts(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """From the moment that is told."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5")
            assert "complete: s submits it" in painted(app)
            clock.set(at("15:06:07"))
            await pilot.press("s")
            assert sheet(control).submitted_at == at("15:06:07")
            assert "✓ Submitted 15:06:07" in painted(app)

    async def test_what_is_lacking_is_said(self, app: JudgeApp, control: Session) -> None:
        """Which criteria, and the cursor goes to the first of them."""
        async with app.run_test() as pilot:
            await pilot.press("s")
            assert "no score is given yet" in painted(app)
            await pilot.press("down", "3", "s")
            assert "These have no score yet: Aim, Spread." in painted(app)
            assert desk(app).row == "aim"
            assert sheet(control).submitted_at is None

    async def test_a_double_key_submits_once(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """The second is told when it was submitted, and that it counts."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s")
            entries = len(control.log())
            clock.move(minutes=1)
            await pilot.press("s")
            assert "Submitted 15:00:00: it counts already." in painted(app)
            assert len(control.log()) == entries

    async def test_repeated_after_a_lost_answer(self, app: JudgeApp, control: Session) -> None:
        """A window that is opened again on a sheet that was submitted shows it so; a submit there is told the same."""
        for criterion_id, revision in (("aim", 0), ("result", 1), ("spread", 2)):
            about: dict[str, Any] = {"judge_id": 1, "team_id": 1, "criterion_id": criterion_id}
            control.do("sheet-score", **about, score=3, revision=revision)
        control.do("sheet-submit", judge_id=1, team_id=1, revision=3)
        async with app.run_test() as pilot:
            await pilot.press("s")
            assert "it counts already" in painted(app)
        assert len(control.sheets(1).sheets) == 1

    async def test_a_submit_can_be_taken_back(self, app: JudgeApp, control: Session) -> None:
        """It is a draft again."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "u")
            assert sheet(control).submitted_at is None
            assert scores(control) == {"aim": 4, "result": 3, "spread": 5}

    async def test_a_sheet_on_an_earlier_form(self, app: JudgeApp, control: Session) -> None:
        """It says that it does not count, and how it does again."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s")
            other = Form("other", "Other", (*FORM.criteria[:2], criterion("Courage", 20)))
            control.do("pitch-form", form=other, reason="a criterion was lacking")
            await look_again(pilot)
            assert "on an earlier form: it does not count. r corrects it." in painted(app)


class TestCorrect:
    async def test_a_score_after_submitting_asks_why(self, app: JudgeApp, control: Session) -> None:
        """A new version begins with the reason and the score; the one before counts until it is submitted."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "2")
            assert "Why is the sheet for “Fjord” changed?" in painted(app)
            assert sheet(control).version == 1
            await pilot.press(*"misread", "enter")
            await pilot.pause()
            made = sheet(control)
            assert (made.version, made.reason, made.submitted_at) == (2, "misread", None)
            assert scores(control) == {"aim": 2, "result": 3, "spread": 5}
            counted = control.sheets(1).counted(1)
            assert counted is not None
            assert counted.values["aim"] == 4
            assert "Correction, version 2 · complete" in painted(app)
            await pilot.press("s")
            assert sheet(control).submitted_at is not None
            assert "Submitted 15:00:00, version 2" in painted(app)

    async def test_without_a_reason_nothing_is_changed(self, app: JudgeApp, control: Session) -> None:
        """An empty one is told; Escape leaves the sheet as it was submitted."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "2", "enter")
            assert "The text is empty." in painted(app)
            await pilot.press("escape")
            await pilot.pause()
            assert sheet(control).version == 1
            assert scores(control)["aim"] == 4

    async def test_a_comment_after_submitting_asks_why(self, app: JudgeApp, control: Session) -> None:
        """And goes on to the comment."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "c", *"late", "enter")
            await pilot.pause()
            await pilot.press(*"bra", "enter")
            assert (sheet(control).version, sheet(control).comment) == (2, "bra")

    async def test_the_score_that_stands_is_no_change(self, app: JudgeApp, control: Session) -> None:
        """Nothing is asked for it."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "4")
            assert sheet(control).version == 1
            assert desk(app).row == "result"

    async def test_r_begins_a_correction(self, app: JudgeApp, control: Session) -> None:
        """On a submitted sheet alone."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "r")
            assert "not submitted" in painted(app)
            await pilot.press("s", "r", *"misread", "enter")
            await pilot.pause()
            assert sheet(control).version == 2

    async def test_a_correction_is_given_up(self, app: JudgeApp, control: Session) -> None:
        """The submitted sheet stands, and undo brings the correction back."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s", "x")
            assert "No correction is begun" in painted(app)
            await pilot.press("2", *"misread", "enter")
            await pilot.pause()
            await pilot.press("x")
            assert sheet(control).version == 1
            assert scores(control)["aim"] == 4
            await pilot.press("u")
            assert sheet(control).version == 2
            assert scores(control)["aim"] == 2

    async def test_a_settled_result_lets_no_sheet_be_changed(self, app: JudgeApp, control: Session) -> None:
        """The window says why."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "5", "s")
            hand_in(control, 2, 1, 3, 3, 3)
            control.do("award-settle")
            await look_again(pilot)
            await pilot.press("right", "4")
            assert "no sheet is changed until it is over" in desk(app).notice
            assert control.sheets(1).latest(2) is None
            assert line(app, "Vidde")
