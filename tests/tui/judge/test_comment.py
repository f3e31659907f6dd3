from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input

from judging import desk, line, scores, sheet
from samling.domain.pitching.sheets import LONGEST_COMMENT
from staging import look_again, painted

if TYPE_CHECKING:
    from samling.session import Session
    from samling.tui.judge.app import JudgeApp


class TestTyping:
    async def test_it_is_saved_at_every_key(self, app: JudgeApp, control: Session) -> None:
        """Letter by letter, and told so."""
        async with app.run_test() as pilot:
            await pilot.press("c", "b")
            assert sheet(control).comment == "b"
            await pilot.press("r", "a", "space", "ø")
            assert sheet(control).comment == "bra ø"
            assert "Saved 15:00:00" in painted(app)

    async def test_what_is_a_key_elsewhere_is_a_letter_here(self, app: JudgeApp, control: Session) -> None:
        """Digits, s and q among them; Enter leaves, and they are keys again."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"s4q", "enter", "up", "up", "up", "4")
            assert sheet(control).comment == "s4q"
            assert scores(control) == {"aim": 4}

    async def test_enter_on_its_row_opens_it(self, app: JudgeApp, control: Session) -> None:
        """And it goes on where it ended."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"bra", "enter", "enter", *"!", "escape")
            assert sheet(control).comment == "bra!"
            assert "bra!" in line(app, "Comment to the team")

    async def test_an_empty_one_takes_it_away(self, app: JudgeApp, control: Session) -> None:
        """Letter by letter backwards."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"ok", "backspace", "backspace", "enter")
            assert sheet(control).comment == ""

    async def test_what_is_pasted_commands_nothing(self, app: JudgeApp, control: Session) -> None:
        """Control characters go, markup stays text."""
        async with app.run_test() as pilot:
            await pilot.press("c")
            app.screen.query_one("#writing Input", Input).insert_text_at_cursor("[red]\x1b[31mx\x07 æ\u202e")
            await pilot.pause()
            await pilot.press("enter")
            assert sheet(control).comment == "[red][31mx æ"
            assert "[red][31mx æ" in painted(app)

    async def test_it_is_no_longer_than_a_comment_may_be(self, app: JudgeApp, control: Session) -> None:
        """The field takes no more letters then, so that nothing is typed that is not saved."""
        async with app.run_test() as pilot:
            await pilot.press("c")
            app.screen.query_one("#writing Input", Input).insert_text_at_cursor("y" * LONGEST_COMMENT)
            await pilot.press("z")
            assert sheet(control).comment == "y" * LONGEST_COMMENT
            assert desk(app).unsaved is None

    async def test_the_team_stays_while_it_is_written(self, app: JudgeApp, control: Session) -> None:
        """Another team on the stage takes nothing from under the fingers."""
        async with app.run_test() as pilot:
            await pilot.press("c", "b")
            control.do("pitch-start", team_id=2)
            await look_again(pilot)
            await pilot.press("r", "a")
            assert sheet(control).comment == "bra"
            assert control.sheets(1).latest(2) is None


class TestMeanwhile:
    """Another window writes a comment on the same sheet."""

    async def test_it_is_not_written_over(self, app: JudgeApp, control: Session) -> None:
        """Neither at once nor by the next letters; what stands is told, and what was typed is kept."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"bra")
            control.do("sheet-comment", judge_id=1, team_id=1, text="other", revision=sheet(control).revision)
            await look_again(pilot)
            await pilot.press("!", "!")
            assert sheet(control).comment == "other"
            assert "! Not saved: comment “bra!!”." in painted(app)
            assert "comment “other”" in " ".join(painted(app).split())

    async def test_enter_puts_it_in_its_place(self, app: JudgeApp, control: Session) -> None:
        """By the judge's own choice."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"bra")
            control.do("sheet-comment", judge_id=1, team_id=1, text="other", revision=sheet(control).revision)
            await pilot.press("!", "enter")
            assert sheet(control).comment == "bra!"

    async def test_escape_takes_what_stands(self, app: JudgeApp, control: Session) -> None:
        """And opened again it begins with that."""
        async with app.run_test() as pilot:
            await pilot.press("c", *"bra")
            control.do("sheet-comment", judge_id=1, team_id=1, text="other", revision=sheet(control).revision)
            await look_again(pilot)
            await pilot.press("!", "escape", "c", "?", "enter")
            assert sheet(control).comment == "other?"
            assert desk(app).unsaved is None

    async def test_a_score_elsewhere_is_no_hindrance(self, app: JudgeApp, control: Session) -> None:
        """The other window writes on another row: both stand."""
        async with app.run_test() as pilot:
            await pilot.press("c", "b")
            revision = sheet(control).revision
            control.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=2, revision=revision)
            await look_again(pilot)
            await pilot.press("r", "a", "enter")
            assert (sheet(control).comment, scores(control)) == ("bra", {"aim": 2})
