from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from textual.widgets import Input

from making import at
from making import clock as shown
from samling.domain.agenda import figures
from samling.domain.gathering import State
from samling.domain.plan import BlockChange, plan_day
from samling.tui.control.dialogs.chooser import Confirm
from samling.tui.control.dialogs.form import Form
from staging import painted, press_at_once

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.control.app import ControlApp


def states(session: Session) -> str:
    """The blocks' states, a letter each: p(ending), r(unning), P(aused), d(one), x (dropped)."""
    letters = {State.PENDING: "p", State.RUNNING: "r", State.PAUSED: "P", State.DONE: "d", State.DROPPED: "x"}
    return "".join(letters[block.state] for block in session.in_use().blocks)


def titles(session: Session) -> str:
    """The blocks' titles, one after the other."""
    return "".join(block.title for block in session.in_use().blocks)


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


async def type_in(pilot: Pilot[None], words: str) -> None:
    """Fill in the only field of the form that is open, and send it."""
    assert isinstance(pilot.app.screen, Form)
    pilot.app.screen.query_one(Input).value = words
    await pilot.press("enter")


async def test_whoever_presses_ctrl_c_is_told_how_to_close(app: ControlApp) -> None:
    """In samling's own words, so in the window's language; the window stays open."""
    async with app.run_test() as pilot:
        await pilot.press("ctrl+c")
        (told,) = app._notifications
        assert told.message == "Ctrl+Q closes the window. So does q, where you are not writing."
        assert app.is_running


class TestNext:
    async def test_starts_then_goes_on(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key n starts the first block, and later ends it and starts the next at the same instant."""
        async with app.run_test() as pilot:
            await pilot.press("n")
            assert states(session) == "rpp"
            clock.move(minutes=5)
            await pilot.press("n")
            assert states(session) == "drp"
            first, second, _third = session.in_use().blocks
            assert first.ended_at == second.started_at == clock()

    async def test_the_second_row_says_the_state_as_it_is(self, app: ControlApp, clock: FakeClock) -> None:
        """Where the state stands under the title it changes with the sign before it: what has ended does not run."""
        async with app.run_test(size=(120, 40)) as pilot:
            for _each in range(4):
                await pilot.press("n")
                clock.move(minutes=5)
            rows = painted(app).splitlines()
            last = next(number for number, row in enumerate(rows) if "✓  3" in row)
            assert "done" in rows[last + 1]

    async def test_a_double_press_skips_nothing(self, app: ControlApp, session: Session) -> None:
        """Key n pressed twice within a second starts one block and asks before it leaves it."""
        async with app.run_test() as pilot:
            await pilot.press("n", "n")
            assert isinstance(app.screen, Confirm)
            assert "“A”" in text(app, "#title")
            assert states(session) == "rpp"
            await pilot.press("enter")
            assert app.screen_stack == [app.desk_screen]
            assert states(session) == "rpp"

    async def test_a_key_held_down_skips_nothing(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key n that repeats for seconds starts one block alone: the question's own n means no."""
        async with app.run_test() as pilot:
            for _press in range(40):
                await pilot.press("n")
                clock.move(seconds=0.1)
            assert states(session) == "rpp"

    async def test_the_question_can_be_answered_yes(self, app: ControlApp, session: Session) -> None:
        """Whoever means it answers y, and the block is left."""
        async with app.run_test() as pilot:
            await pilot.press("n", "n", "y")
            assert states(session) == "drp"

    async def test_a_start_in_another_window_counts(
        self, app: ControlApp, session: Session, other: Session, clock: FakeClock
    ) -> None:
        """A block that the timekeeper started half a second ago is not left unasked either."""
        async with app.run_test() as pilot:
            other.do("start")
            clock.move(seconds=0.5)
            app.reread()
            await pilot.press("n")
            assert isinstance(app.screen, Confirm)
            assert states(session) == "rpp"

    async def test_asks_on_another_date(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """A gathering of tomorrow asks before it starts; answered, it never asks again."""
        clock.move(hours=-24)
        async with app.run_test() as pilot:
            await pilot.press("n")
            assert isinstance(app.screen, Confirm)
            await pilot.press("escape")
            assert states(session) == "ppp"
            clock.move(seconds=2)
            await pilot.press("n", "y")
            assert states(session) == "rpp"
            clock.move(minutes=5)
            app.reread()
            await pilot.press("n")
            assert states(session) == "drp"

    async def test_ends_the_day_after_the_last(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key n in the last block ends it, and the window says that the day is over."""
        async with app.run_test() as pilot:
            for _press in range(4):
                await pilot.press("n")
                clock.move(minutes=10)
                app.reread()
            assert states(session) == "ddd"
            assert "over" in text(app, "#now-what")

    async def test_ends_a_day_before_another(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """After the last block of a day n ends it without a question; to begin tomorrow's day today asks."""
        tomorrow = plan_day(2, at("15:00") + timedelta(days=1), at("16:00") + timedelta(days=1), "Europe/Oslo")
        session.do("add-day", day=tomorrow)
        session.do("add", number=2, change=BlockChange(title="D", planned_seconds=600))
        async with app.run_test() as pilot:
            for _block in "ABC":
                await pilot.press("n")
                clock.move(minutes=5)
            assert states(session) == "ddrp"
            await pilot.press("n")
            assert states(session) == "dddp"
            clock.move(minutes=5)
            await pilot.press("n")
            assert isinstance(app.screen, Confirm)
            assert states(session) == "dddp"

    async def test_next_at_records_afterwards(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """N with 15:03 typed at 15:10 records that the block started at 15:03."""
        async with app.run_test() as pilot:
            clock.move(minutes=10)
            app.reread()
            await pilot.press("N")
            await type_in(pilot, "15:03")
            assert shown(session.in_use().block(1).started_at) == "15:03"

    async def test_a_time_to_come_is_refused_in_the_form(self, app: ControlApp, session: Session) -> None:
        """N with a time after now says so in the form, which stays open with what was typed."""
        async with app.run_test() as pilot:
            await pilot.press("N")
            await type_in(pilot, "15:30")
            assert isinstance(app.screen, Form)
            assert "after now" in text(app, "#refused")
            assert states(session) == "ppp"


class TestPauseAndFinish:
    async def test_p_pauses_and_resumes(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key p stops the block's clock and lets it go on again."""
        async with app.run_test() as pilot:
            await pilot.press("n", "p")
            assert states(session) == "Ppp"
            clock.move(minutes=3)
            app.reread()
            assert "Paused since 15:00" in text(app, "#now-what")
            await pilot.press("p")
            assert states(session) == "rpp"

    async def test_f_waits_between_blocks(self, app: ControlApp, session: Session) -> None:
        """Key f ends the running block and starts nothing."""
        async with app.run_test() as pilot:
            await pilot.press("n", "f")
            assert states(session) == "dpp"
            assert "Between blocks" in text(app, "#now-what")

    async def test_what_does_not_fit_is_told(self, app: ControlApp, session: Session) -> None:
        """Key p while nothing runs changes nothing and says why; pressed again, it says it once."""
        async with app.run_test(notifications=True) as pilot:
            await press_at_once(pilot, "p", "p", "p")
            assert [note.message for note in app._notifications] == ["No block is running."]
            assert states(session) == "ppp"


class TestLength:
    async def test_plus_and_minus_change_the_running_block(self, app: ControlApp, session: Session) -> None:
        """+ − > < change the running block by 1 and 5 minutes."""
        async with app.run_test() as pilot:
            await pilot.press("n", "plus", "greater_than_sign", "minus")
            assert session.in_use().block(1).added_seconds == 5 * 60
            await pilot.press("less_than_sign")
            assert session.in_use().block(1).added_seconds == 0

    async def test_fast_typing_loses_no_press(self, app: ControlApp, session: Session) -> None:
        """Three presses of + that arrive together are three minutes."""
        async with app.run_test() as pilot:
            await pilot.press("n")
            for _press in range(3):
                app.desk_screen.action_command("extend+1")
            assert session.in_use().block(1).added_seconds == 180

    async def test_a_chosen_pending_block_is_changed_instead(self, app: ControlApp, session: Session) -> None:
        """Put on a pending block, the cursor says that + changes that one; Escape goes back to the running one."""
        async with app.run_test() as pilot:
            await pilot.press("n", "down", "plus")
            assert session.in_use().block(2).added_seconds == 60
            assert text(app, "#chosen").startswith("± changes 2 · ")
            await pilot.press("escape", "plus")
            assert session.in_use().block(1).added_seconds == 60

    async def test_a_protected_block_is_shortened_only_when_confirmed(self, app: ControlApp, session: Session) -> None:
        """− on a protected block asks; + does not."""
        session.do("edit", position=1, change=BlockChange(protected=True))
        async with app.run_test() as pilot:
            await pilot.press("n", "plus", "minus")
            assert isinstance(app.screen, Confirm)
            await pilot.press("escape")
            assert session.in_use().block(1).added_seconds == 60

    async def test_until_a_clock_time(self, app: ControlApp, session: Session) -> None:
        """Key w with 15:12 lets the running block end at 15:12."""
        async with app.run_test() as pilot:
            await pilot.press("n", "w")
            await type_in(pilot, "15:12")
            assert session.in_use().block(1).fixed_end == at("15:12")

    async def test_the_promised_end_is_changed_live(self, app: ControlApp, session: Session) -> None:
        """Key t changes the promised end while a block runs, and the day's line says so."""
        async with app.run_test() as pilot:
            await pilot.press("n", "t")
            await type_in(pilot, "15:45")
            assert session.in_use().days[0].promised_end == at("15:45")
            assert "promised 15:45" in text(app, "#day")


class TestOrder:
    async def test_d_drops_and_restores(self, app: ControlApp, session: Session) -> None:
        """Key d leaves the chosen block out, and takes it back."""
        async with app.run_test() as pilot:
            await pilot.press("end", "d")
            assert states(session) == "ppx"
            await pilot.press("d")
            assert states(session) == "ppp"

    async def test_shift_and_arrows_move_the_block_and_the_cursor(self, app: ControlApp, session: Session) -> None:
        """Moved twice, the same block goes two places up."""
        async with app.run_test() as pilot:
            await pilot.press("end", "shift+up", "shift+up")
            assert titles(session) == "CAB"
            await pilot.press("shift+down")
            assert titles(session) == "ACB"

    async def test_undo_and_redo(self, app: ControlApp, session: Session) -> None:
        """Key u takes back, again and again; U brings forward; the line says what."""
        async with app.run_test() as pilot:
            await pilot.press("n", "plus", "u", "u")
            assert states(session) == "ppp"
            assert "Undone: Started “A”" in text(app, "#deed")
            await pilot.press("U", "ctrl+r")
            assert session.in_use().block(1).added_seconds == 60

    async def test_saved_is_told_after_the_commit(self, app: ControlApp) -> None:
        """The line that says Saved also says what was done and that u undoes it."""
        async with app.run_test() as pilot:
            assert "Saved" not in text(app, "#deed")
            await pilot.press("n")
            assert text(app, "#deed").strip() == "✓ Saved 15:00:00  Started “A”  u undoes"


class TestGoingBack:
    async def test_reopen_asks_when_a_block_would_be_left(
        self, app: ControlApp, session: Session, clock: FakeClock
    ) -> None:
        """R goes back to the last finished block, when confirmed."""
        async with app.run_test() as pilot:
            await pilot.press("n")
            clock.move(minutes=5)
            await pilot.press("n", "R", "y")
            assert states(session) == "rpp"

    async def test_a_recorded_time_is_corrected(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Key r with 15:00:30 corrects when the running block started; what was not touched keeps its milliseconds."""
        async with app.run_test() as pilot:
            await pilot.press("n")
            clock.move(minutes=5)
            await pilot.press("r")
            await type_in(pilot, "15:00:30")
            assert session.in_use().block(1).started_at == at("15:00:30")

    async def test_a_rehearsed_day_is_reset_when_confirmed(self, app: ControlApp, session: Session) -> None:
        """X asks, and then nothing has run; u brings it all back."""
        async with app.run_test() as pilot:
            await pilot.press("n", "X", "enter")
            assert states(session) == "rpp"
            await pilot.press("X", "y")
            assert states(session) == "ppp"
            await pilot.press("u")
            assert states(session) == "rpp"


class TestReplan:
    async def test_a_proposal_ends_the_day_as_promised(
        self, app: ControlApp, session: Session, clock: FakeClock
    ) -> None:
        """Six minutes late, v proposes what to take; Enter on the first ends the day as promised, u takes it back."""
        session.do("promise", number=1, end=at("15:30"))
        clock.set(at("15:06"))
        async with app.run_test() as pilot:
            await pilot.press("n")
            before = session.in_use()
            await pilot.press("v", "home", "enter")
            assert figures(session.in_use(), clock()).today.slack == timedelta(0)
            await pilot.press("u")
            assert session.in_use() == before

    async def test_nothing_is_done_unasked(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """What is marked at first is to leave it: a blind Enter changes nothing."""
        session.do("promise", number=1, end=at("15:30"))
        clock.set(at("15:06"))
        async with app.run_test() as pilot:
            await pilot.press("n")
            before = session.in_use()
            await pilot.press("v", "enter")
            assert session.in_use() == before
