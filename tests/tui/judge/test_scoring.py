from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from judging import desk, line, scores, sheet
from making import at
from pitches import criterion
from samling.domain.scoring.form import Criterion, Form
from staging import look_again, painted, press_at_once

if TYPE_CHECKING:
    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.judge.app import JudgeApp


class TestScores:
    async def test_digits_give_scores_and_go_on(self, app: JudgeApp, control: Session) -> None:
        """Each digit is the score of its row, and the cursor is on the next; the scale's word stands beside it."""
        async with app.run_test() as pilot:
            await pilot.press("4", "2")
            assert scores(control) == {"aim": 4, "result": 2}
            assert desk(app).row == "spread"
            assert "[4]" in line(app, "Aim  ")
            assert "good" in line(app, "Aim  ")

    async def test_saved_is_told_with_the_time_of_the_commit(
        self, app: JudgeApp, control: Session, clock: FakeClock
    ) -> None:
        """The line says what was saved, and when, and that it can be taken back."""
        clock.set(at("15:03:07"))
        async with app.run_test() as pilot:
            await pilot.press("4")
            assert scores(control) == {"aim": 4}
            assert "Saved 15:03:07" in painted(app)
            assert "Aim: 4, good" in line(app, "Saved")

    async def test_nothing_is_saved_that_is_told_to_be_refused(self, app: JudgeApp, control: Session) -> None:
        """A digit beyond the scale is told, and the cursor stays."""
        async with app.run_test() as pilot:
            await pilot.press("7", "0")
            assert scores(control) == {}
            assert desk(app).row == "aim"
            assert "from 1 to 5" in painted(app)

    async def test_arrows_go_from_row_to_row(self, app: JudgeApp, control: Session) -> None:
        """And a burst of keys goes where it was sent."""
        async with app.run_test() as pilot:
            await pilot.press("down", "down", "5", "up", "up", "3")
            assert scores(control) == {"spread": 5, "result": 3}

    @pytest.mark.parametrize("key", ["backspace", "delete"])
    async def test_a_score_is_taken_away(self, app: JudgeApp, control: Session, key: str) -> None:
        """It is empty then, and no 0; the cursor stays."""
        async with app.run_test() as pilot:
            await pilot.press("4", "up", key)
            assert scores(control) == {}
            assert desk(app).row == "aim"

    async def test_one_better_and_one_worse(self, app: JudgeApp, control: Session) -> None:
        """From nothing plus begins at the worst; the scale's ends hold."""
        async with app.run_test() as pilot:
            await pilot.press("plus", "plus")
            assert scores(control) == {"aim": 2}
            await pilot.press("minus", "minus")
            assert scores(control) == {"aim": 1}

    async def test_the_same_score_again_is_no_step_of_undo(self, app: JudgeApp, control: Session) -> None:
        """A double key changes nothing and is not logged; the cursor has gone on."""
        async with app.run_test() as pilot:
            await pilot.press("4")
            entries = len(control.log())
            await pilot.press("up", "4")
            assert len(control.log()) == entries
            assert desk(app).row == "result"

    async def test_keys_in_a_burst_go_where_they_were_sent(self, app: JudgeApp, control: Session) -> None:
        """However slow the machine: rows, the comment's letters and other teams are reached before the next key."""
        async with app.run_test() as pilot:
            await press_at_once(
                pilot, "4", "down", "5", "up", "up", "2", "c", *"s4 q", "enter", "up", "1", "right", "3"
            )
            assert scores(control) == {"aim": 4, "result": 2, "spread": 1}
            assert sheet(control).comment == "s4 q"
            assert scores(control, team_id=2) == {"aim": 3}

    async def test_on_the_comment_a_digit_is_told_to_be_none(self, app: JudgeApp, control: Session) -> None:
        """The row after the last criterion takes words."""
        async with app.run_test() as pilot:
            await pilot.press("1", "2", "3", "4")
            assert scores(control) == {"aim": 1, "result": 2, "spread": 3}
            assert "This is the comment" in painted(app)


def form(lowest: int, steps: int) -> Form:
    """A form of one criterion on that scale."""
    words = tuple(f"word {step}" for step in range(lowest, lowest + steps))
    return Form("other", "Other", (Criterion("one", "One", "One?", 100, lowest, words),))


class TestOtherScales:
    async def test_zero_is_ten_where_ten_is_best(self, app: JudgeApp, control: Session) -> None:
        """A scale from 1 to 10 is given with single digits."""
        control.do("pitch-form", form=form(1, 10))
        async with app.run_test() as pilot:
            await pilot.press("0")
            assert scores(control) == {"one": 10}
            assert "word 10" in painted(app)

    async def test_a_scale_from_zero(self, app: JudgeApp, control: Session) -> None:
        """0 is 0 there, and 10 is one better than 9."""
        control.do("pitch-form", form=form(0, 11))
        async with app.run_test() as pilot:
            await pilot.press("0")
            assert scores(control) == {"one": 0}
            await pilot.press("up", "9", "up", "plus")
            assert scores(control) == {"one": 10}

    async def test_a_scale_beyond_the_digits(self, app: JudgeApp, control: Session) -> None:
        """It is given step by step."""
        control.do("pitch-form", form=form(100, 3))
        async with app.run_test() as pilot:
            await pilot.press("1")
            assert "from 100 to 102" in painted(app)
            await pilot.press("plus", "plus")
            assert scores(control) == {"one": 101}

    async def test_a_form_taken_into_use_meanwhile(self, app: JudgeApp, control: Session) -> None:
        """The window shows it at once, with the cursor on a row that it has."""
        async with app.run_test() as pilot:
            await pilot.press("4")
            control.do("pitch-form", form=form(1, 5))
            await look_again(pilot)
            await pilot.press("2")
            assert scores(control)["one"] == 2

    async def test_without_a_form_it_says_what_is_lacking(self, app: JudgeApp, control: Session) -> None:
        """And keys do nothing."""
        control.undo("pitch")
        control.undo("pitch")
        async with app.run_test() as pilot:
            assert "There is no scoring form yet" in painted(app)
            await pilot.press("4", "c", "s")
            assert scores(control) == {}


class TestUndo:
    async def test_undo_goes_further_and_further_back(self, app: JudgeApp, control: Session) -> None:
        """The cursor is where something was taken back."""
        async with app.run_test() as pilot:
            await pilot.press("4", "2", "u")
            assert scores(control) == {"aim": 4}
            assert desk(app).row == "result"
            await pilot.press("u")
            assert scores(control) == {}
            await pilot.press("U", "U")
            assert scores(control) == {"aim": 4, "result": 2}

    async def test_it_goes_to_the_team_where_something_was_taken_back(self, app: JudgeApp, control: Session) -> None:
        """Whatever team is looked at."""
        async with app.run_test() as pilot:
            await pilot.press("4", "right", "u")
            assert scores(control) == {}
            assert desk(app).team_id == 1

    async def test_only_the_judges_own_sheets(self, app: JudgeApp, control: Session) -> None:
        """Neither the other judge's nor the agenda's last action is taken back."""
        control.do("sheet-score", judge_id=2, team_id=1, criterion_id="aim", score=5, revision=0)
        control.do("start")
        async with app.run_test() as pilot:
            await pilot.press("u")
            assert "There is nothing to undo." in painted(app)
        assert scores(control, judge_id=2) == {"aim": 5}
        assert control.in_use().current == 1

    async def test_a_comment_is_taken_back_in_one_step(self, app: JudgeApp, control: Session) -> None:
        """All its letters, and brought forward so; what was done before it stays."""
        async with app.run_test() as pilot:
            await pilot.press("4", "c", *"bra", "enter", "u")
            assert sheet(control).comment == ""
            assert scores(control) == {"aim": 4}
            await pilot.press("U")
            assert sheet(control).comment == "bra"


class TestWhatItShows:
    async def test_the_clock_of_the_pitch(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """Team, phase and time left stand at the top, and turn by the second."""
        control.do("pitch-start")
        clock.set(at("15:00:48"))
        async with app.run_test() as pilot:
            assert "Fjord" in line(app, "pitch 3:12")
            clock.set(at("15:00:49"))
            await look_again(pilot)
            assert line(app, "pitch 3:11")
            clock.set(at("15:03:00"))
            await look_again(pilot)
            assert "▲ Last minute" in line(app, "pitch 1:00")
            clock.set(at("15:04:15"))
            await look_again(pilot)
            assert line(app, "questions 1:00")
            control.do("pitch-stop")
            await look_again(pilot)
            assert "next: Vidde" in line(app, "changeover 0:30")

    async def test_it_is_drawn_again_when_the_pitch_clock_turns(
        self, app: JudgeApp, control: Session, clock: FakeClock
    ) -> None:
        """At the second of the time left, and for no figure that the window does not show."""
        control.do("start")
        clock.set(at("15:00:00.4"))
        control.do("pitch-start")
        clock.set(at("15:00:10.1"))
        async with app.run_test() as pilot:
            await look_again(pilot)
            assert app.view is not None
            assert app.seconds_to_turn(app.view) == pytest.approx(0.3)
            control.do("pitch-stop")
            clock.set(at("15:00:40.2"))
            await look_again(pilot)
            assert app.seconds_to_turn(app.view) == pytest.approx(0.9)

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    async def test_six_criteria_fit(self, app: JudgeApp, control: Session, size: tuple[int, int]) -> None:
        """With their questions, the comment, the scale's words and the clock."""
        criteria = tuple(criterion(f"Kriterium {number} med æøå", 10) for number in range(1, 6))
        control.do("pitch-form", form=Form("six", "Six", (*criteria, criterion("Kriterium 6", 50))))
        control.do("pitch-start")
        async with app.run_test(size=size) as pilot:
            await look_again(pilot)
            picture = painted(app)
            for number in range(1, 7):
                assert f"Kriterium {number}" in picture
            assert "Kriterium 6?" in picture
            assert "Comment to the team" in picture
            assert "5 very good" in picture
            assert "pitch 4:00" in picture

    async def test_twenty_long_criteria_scroll(self, app: JudgeApp, control: Session) -> None:
        """The row under the cursor is in sight, whatever it is called."""
        criteria = tuple(criterion(f"{number:02} [red]{'lang ' * 60}", 5) for number in range(1, 21))
        control.do("pitch-form", form=Form("long", "Long", criteria))
        async with app.run_test() as pilot:
            await pilot.press("end", "up")
            assert "▌ 20 [red]lang" in painted(app)
            assert "▌ 20 [red]lang" in line(app, "▌")

    async def test_help_names_every_key(self, app: JudgeApp) -> None:
        """In words."""
        async with app.run_test(size=(120, 60)) as pilot:
            await pilot.press("question_mark")
            told = painted(app)
        for words in ("digits", "Submit", "Comment", "Backspace", "Undo", "Redo", "Teams", "Hand over", "Close"):
            assert words in told

    async def test_the_palette_has_the_commands(self, app: JudgeApp) -> None:
        """By their names."""
        async with app.run_test(size=(120, 60)) as pilot:
            await pilot.press("ctrl+p")
            await pilot.pause()
            assert "Submit the sheet" in painted(app)
