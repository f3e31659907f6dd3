from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.widgets import Input

from judging import line, scores
from samling.domain.pitching.judge import Judge, JudgeChange
from samling.domain.pitching.pin import hashed
from samling.tui.judge.app import JudgeApp
from samling.tui.judge.handover import HandOver
from samling.tui.judge.pin import AskPin
from samling.tui.judge.sheet import SheetScreen
from staging import look_again, painted

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session


class TestChoosing:
    async def test_without_a_name_the_list_asks_who_judges(self, session: Session) -> None:
        """The marked judge sits down with Enter."""
        app = JudgeApp(session)
        async with app.run_test() as pilot:
            assert "Who judges here?" in painted(app)
            await pilot.press("down", "enter")
            await pilot.pause()
            assert line(app, "Judge 2")
            await pilot.press("4")
            assert scores(session, judge_id=2) == {"aim": 4}

    async def test_a_judge_who_is_added_stands_there_at_once(self, session: Session, control: Session) -> None:
        """The list follows the file."""
        control.do("judge-remove", judge_id=1)
        control.do("judge-remove", judge_id=2)
        app = JudgeApp(session)
        async with app.run_test() as pilot:
            assert "No judge is on the list yet" in painted(app)
            control.do("judge-add", judge=Judge("Åse Dal [b]", "Fjordhelse", voting=False))
            await look_again(pilot)
            assert "Fjordhelse · no vote" in line(app, "Åse Dal [b]")

    async def test_a_judge_who_is_removed_has_no_place(self, app: JudgeApp, control: Session) -> None:
        """The sheets are put away, and the list asks again."""
        async with app.run_test() as pilot:
            control.do("judge-remove", judge_id=1)
            await look_again(pilot)
            await pilot.pause()
            assert "Who judges here?" in painted(app)
            assert "Judge 1" not in painted(app)


class TestHandingOver:
    async def test_nothing_of_the_former_judge_is_in_sight(self, app: JudgeApp, control: Session) -> None:
        """Neither on the hand-over nor in the next judge's window."""
        async with app.run_test() as pilot:
            await pilot.press("4", "c", *"hemmelig", "enter", "h")
            await pilot.pause()
            for shown in ("hand-over", "next judge"):
                assert "hemmelig" not in painted(app), shown
                assert "[4]" not in painted(app), shown
                assert "Saved" not in painted(app), shown
                await pilot.press("down", "enter")
                await pilot.pause()
            assert line(app, "Judge 2")
            assert scores(control) == {"aim": 4}

    async def test_the_next_judge_takes_nothing_back_of_the_former(self, app: JudgeApp, control: Session) -> None:
        """Undo is each judge's own."""
        async with app.run_test() as pilot:
            await pilot.press("4", "h", "down", "enter")
            await pilot.pause()
            await pilot.press("u")
            assert "There is nothing to undo." in painted(app)
        assert scores(control) == {"aim": 4}

    async def test_back_again_everything_is_there(self, app: JudgeApp) -> None:
        """The sheet goes on where it was left."""
        async with app.run_test() as pilot:
            await pilot.press("4", "3", "h")
            await pilot.press("enter")
            await pilot.pause()
            assert "[4]" in line(app, "Aim  ")
            assert "▌" in line(app, "Spread  ")


class TestSecrecy:
    """The process holds the sheets of the judge who sits at it, and nothing else that is not for every eye."""

    async def test_the_snapshot_holds_the_judges_own_sheets_alone(self, app: JudgeApp, control: Session) -> None:
        """No sheet, comment or delivery of another judge, no vote, no place and no score of a settled result."""
        for judge_id in (1, 2):
            for criterion_id, revision in (("aim", 0), ("result", 1), ("spread", 2)):
                about: dict[str, Any] = {"judge_id": judge_id, "team_id": 1, "criterion_id": criterion_id}
                control.do("sheet-score", **about, score=3, revision=revision)
            control.do("sheet-comment", judge_id=judge_id, team_id=1, text=f"comment of {judge_id}", revision=3)
            control.do("sheet-submit", judge_id=judge_id, team_id=1, revision=4)
        control.do("award-votes", votes={1: 123456})
        control.do("award-settle")
        async with app.run_test():
            assert app.view is not None
            held = repr(app.view.snapshot)
            assert "comment of 1" in held
            assert "comment of 2" not in held
            assert "123456" not in held
            pitching = app.view.pitching
            assert pitching is not None
            assert (pitching.deliveries, pitching.votes) == ((), ())
            assert [each.placings for each in pitching.award.revisions] == [()]

    async def test_the_hand_over_holds_no_sheet(self, app: JudgeApp) -> None:
        """Not in the snapshot, and not on a screen that lies below."""
        async with app.run_test() as pilot:
            await pilot.press("4", "c", *"hemmelig", "enter", "h")
            await pilot.pause()
            assert app.view is not None
            assert app.view.snapshot.sheets is None
            assert "hemmelig" not in repr(app.view.snapshot)
            assert [type(each) for each in app.screen_stack] == [HandOver]


def give_pin(control: Session, judge_id: int, pin: str) -> None:
    """Give a judge a PIN."""
    control.do("judge-edit", judge_id=judge_id, change=JudgeChange(pin_hash=hashed(pin, b"salt")))


async def asked(pilot: Pilot[Any]) -> AskPin:
    """The question for the PIN, which must be on the screen."""
    await pilot.pause()
    assert isinstance(pilot.app.screen, AskPin)
    return pilot.app.screen


class TestPin:
    async def test_it_is_asked_before_the_sheets_are_read(self, app: JudgeApp, control: Session) -> None:
        """The right one opens them; until then nothing of them is in the process."""
        give_pin(control, 1, "4711")
        async with app.run_test() as pilot:
            await asked(pilot)
            assert app.view is not None
            assert app.view.snapshot.sheets is None
            await pilot.press(*"4711", "enter")
            await pilot.pause()
            assert isinstance(app.screen, SheetScreen)

    async def test_it_is_not_shown_as_it_is_typed(self, app: JudgeApp, control: Session) -> None:
        """No digit stands on the screen."""
        give_pin(control, 1, "9876")
        async with app.run_test() as pilot:
            await asked(pilot)
            before = painted(app)
            await pilot.press(*"9876")
            shown = painted(app)
            assert all(shown.count(digit) == before.count(digit) for digit in "9876")

    async def test_a_wrong_one_waits_and_shuts_nobody_out(
        self, app: JudgeApp, control: Session, clock: FakeClock
    ) -> None:
        """The next is looked at a second later, then two, four, eight and never more; the right one still opens."""
        give_pin(control, 1, "4711")
        async with app.run_test() as pilot:
            question = await asked(pilot)
            for wait in (1, 2, 4, 8, 8):
                await pilot.press(*"0000", "enter")
                assert "That is not the PIN of Judge 1." in painted(app)
                await pilot.press(*"4711", "enter")
                assert f"Wait {wait} s" in painted(app)
                assert question.is_current
                question.query_one(Input).value = ""
                clock.move(seconds=wait)
            await pilot.press(*"4711", "enter")
            await pilot.pause()
            assert isinstance(app.screen, SheetScreen)

    async def test_escape_goes_to_the_list(self, app: JudgeApp, control: Session) -> None:
        """Another judge can sit down."""
        give_pin(control, 1, "4711")
        async with app.run_test() as pilot:
            await asked(pilot)
            await pilot.press("escape")
            await pilot.pause()
            assert "has a PIN" in line(app, "Judge 1")
            await pilot.press("down", "enter")
            await pilot.pause()
            assert line(app, "Judge 2")

    async def test_the_clock_goes_on_meanwhile(self, app: JudgeApp, control: Session, clock: FakeClock) -> None:
        """A question for a PIN blocks nothing of what the window follows."""
        give_pin(control, 1, "4711")
        async with app.run_test() as pilot:
            await asked(pilot)
            clock.move(seconds=1)
            await look_again(pilot)
            assert app.view is not None
            assert app.view.now == clock()
