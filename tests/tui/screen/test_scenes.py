from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import open_session
from samling.domain.gathering import Kind, Scene
from samling.domain.plan import BlockChange
from samling.domain.programme import Programme, ProgrammeBlock
from samling.tui.screen.app import ScreenApp
from staging import look_again, painted, said, stage

if TYPE_CHECKING:
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

SIZES = [(40, 12), (80, 24), (120, 40), (200, 60)]


class TestTheDay:
    """Under `auto` the window says what fits the moment."""

    async def test_before_the_day_it_welcomes(self, app: ScreenApp) -> None:
        """Whose day it is and when it starts stand large; no figure counts down."""
        async with app.run_test():
            assert stage(app) == ["Welcome to Network", "Day", "We start at", "15:00", "Wed 16 September 2026"]

    async def test_a_running_block_shows_its_clock(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Title, time left, when it ends and what comes next."""
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:03"))
        async with app.run_test():
            assert stage(app) == ["A", "7:00", "ends 15:10", "Next 15:10: B"]

    async def test_between_blocks_it_says_what_comes(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """The next block stands large, with its length and the time of day."""
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:08"))
        control.do("finish")
        async with app.run_test():
            assert stage(app) == ["Next", "B", "10 min", "15:08"]

    async def test_after_the_day_it_thanks(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """When nothing is left the room is thanked, and told of the next gathering where there is one."""
        clock.set(at("15:00"))
        control.do("start")
        for _each in range(3):
            clock.move(minutes=10)
            control.do("next")
        async with app.run_test():
            assert stage(app) == ["Thank you for today", "Day"]

    async def test_thanks_tell_the_next_date(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """The network's next gathering by date is told."""
        day = control.in_use()
        start = at("09:00").replace(day=7, month=10)
        control.new_gathering(title="Later", start=start, end=at("12:00").replace(day=7, month=10), programme=None)
        control.use_gathering(day.id or 0)
        clock.set(at("15:00"))
        control.do("start")
        for _each in range(3):
            control.do("next")
        async with app.run_test():
            assert stage(app)[-1] == "We meet again Wed 7 October 2026: Later"

    async def test_a_dropped_last_block_ends_the_day(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """What is dropped is not promised to the room."""
        clock.set(at("15:00"))
        control.do("drop", position=2)
        control.do("drop", position=3)
        control.do("start")
        async with app.run_test():
            assert stage(app)[-1] == "Then we are done"


class TestTheScenes:
    """What the facilitator chooses stands, whatever the block."""

    async def test_the_break_gives_a_clock_time(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """People in a corridor need to know when, not how long."""
        control.do("edit", position=1, change=BlockChange(title="Coffee", kind=Kind.BREAK))
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:03"))
        async with app.run_test():
            assert stage(app) == ["Coffee", "We start again at", "15:10", "Then: B"]

    async def test_a_break_that_is_over_keeps_the_time_that_was_told(
        self, app: ScreenApp, control: Session, clock: FakeClock
    ) -> None:
        """The promise does not walk along with the clock."""
        control.do("edit", position=1, change=BlockChange(title="Coffee", kind=Kind.BREAK))
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:13"))
        async with app.run_test():
            assert stage(app) == ["Coffee", "We were to start again at", "15:10", "■ Over time", "Then: B"]

    async def test_prompts_stand_with_the_clock(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """A sharing round shows its questions and the time left together."""
        questions = ("What worked?", "What was hard?")
        block = ProgrammeBlock("sharing", "Sharing", Kind.SHARING, 10, prompts=questions)
        programme = Programme("p", "P", "us", "gathering", 1, "here", 10, is_proposal=False, note="", blocks=(block,))
        control.new_gathering(title="Day", start=at("15:00"), end=at("16:00"), programme=programme)
        clock.set(at("15:00"))
        control.do("start")
        async with app.run_test():
            assert stage(app) == ["Sharing", "What worked?\n\nWhat was hard?", "10:00", "ends 15:10"]

    async def test_the_agenda_marks_the_current_block(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Done, current and coming differ by sign; times are the expected ones."""
        clock.set(at("15:02"))
        control.do("start")
        clock.set(at("15:12"))
        control.do("next")
        control.do("show", scene=Scene.AGENDA)
        async with app.run_test() as pilot:
            await look_again(pilot)
            assert stage(app) == ["✓", "15:02", "A", "►", "15:12", "B", "15:22", "C", "15:32", "End"]

    async def test_a_message_stands_alone(self, app: ScreenApp, control: Session) -> None:
        """Nothing competes with it."""
        control.do("message", text="Sit with the team beside you")
        async with app.run_test():
            assert stage(app) == ["Sit with the team beside you"]

    async def test_the_clock_shows_time_and_date(self, app: ScreenApp, control: Session) -> None:
        """The time in the network's zone, not in UTC."""
        control.do("show", scene=Scene.CLOCK)
        async with app.run_test():
            assert stage(app) == ["14:50", "Wed 16 September 2026"]

    async def test_black_shows_nothing(self, app: ScreenApp, control: Session) -> None:
        """Not a letter, not the head."""
        control.do("black-out")
        async with app.run_test():
            assert painted(app).strip() == ""

    async def test_a_paused_block_says_so(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """A figure that stands still must say why."""
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:03"))
        control.do("pause")
        clock.set(at("15:08"))
        async with app.run_test():
            assert stage(app) == ["A", "7:00", "║ Paused", "ends 15:15 if it goes on now", "Next 15:15: B"]

    async def test_it_follows_another_window(self, app: ScreenApp, control: Session, clock: FakeClock) -> None:
        """What is done elsewhere is seen here, without a key."""
        clock.set(at("15:00"))
        async with app.run_test() as pilot:
            control.do("start")
            await look_again(pilot)
            assert stage(app)[:2] == ["A", "10:00"]
            control.do("extend", seconds=300)
            await look_again(pilot)
            assert stage(app)[:2] == ["A", "15:00"]


class TestWhoseDay:
    """Every window says what is open."""

    async def test_the_head_names_network_and_gathering(self, app: ScreenApp) -> None:
        """And what the clock says; a real file is no demo."""
        async with app.run_test():
            assert said(app)[:2] == ["Network · gathering 1 · Day", "14:50"]

    async def test_a_demo_says_so(self, session: Session) -> None:
        """Nobody takes the invented network for their own."""
        app = ScreenApp(session, demo=True)
        async with app.run_test():
            assert "DEMO" in said(app)

    async def test_an_empty_file_says_how_to_begin(self, tmp_path: Path, clock: FakeClock) -> None:
        """There is something to do about it."""
        session = open_session(tmp_path / "empty.db", clock)
        app = ScreenApp(session)
        async with app.run_test():
            assert stage(app) == [
                "No network is open yet",
                "On this computer, make one with: samling network new NAME",
            ]
        session.close()


HOSTILE = [
    "[bold red]Målinger[/]",
    "[/]",
    "\x1b[31mred\x1b[0m\x07",
    "\u202eabc שלום",
    "🧪👩\u200d👩\u200d👧 emoji",
    "x" * 500,
    "mange ord " * 50,
    "ÆØÅ æøå é ü ñ ß %s {title} {0}",
]


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_titles_are_plain_text(
    app: ScreenApp, control: Session, clock: FakeClock, size: tuple[int, int]
) -> None:
    """No title is markup, commands the terminal, or pushes the figure out of the window."""
    clock.set(at("15:00"))
    control.do("start")
    async with app.run_test(size=size) as pilot:
        for title in HOSTILE:
            control.do("edit", position=1, change=BlockChange(title=title))
            await look_again(pilot)
            picture = painted(app)
            assert not [each for each in picture if not each.isprintable() and each not in "\n\u200d"]
            figure = app.query_one("TimerScene .left")
            assert figure.size.height >= 2
            assert app.screen.region.contains_region(figure.region)


async def test_brackets_are_shown(app: ScreenApp, control: Session) -> None:
    """What looks like markup is read as it was typed, small and large."""
    control.do("message", text="[b]Bring [/] a pen[/b]")
    async with app.run_test(size=(40, 12)) as pilot:
        await look_again(pilot)
        assert "[b]Bring [/] a pen[/b]" in painted(app)


@pytest.mark.parametrize("size", SIZES)
async def test_every_scene_stands_at_every_size(
    app: ScreenApp, control: Session, clock: FakeClock, size: tuple[int, int]
) -> None:
    """No scene fails or asks for scrolling, with 25 blocks and a message of the greatest length."""
    for number in range(22):
        control.do("add", change=BlockChange(title=f"Block {number} with a title", planned_seconds=300))
    control.do("message", text="Ord " * 125)
    control.do("show-link", url="https://nettskjema.no/a/48211")
    clock.set(at("15:00"))
    control.do("start")
    async with app.run_test(size=size) as pilot:
        for scene in Scene:
            control.do("show", scene=scene)
            await look_again(pilot)
            assert not app.screen.show_vertical_scrollbar
            assert not app.screen.show_horizontal_scrollbar


async def test_an_agenda_that_does_not_fit_turns_its_pages(app: ScreenApp, control: Session, clock: FakeClock) -> None:
    """Every block comes by within the pages, each ten seconds long, and the room is told that there are more."""
    for number in range(22):
        control.do("add", change=BlockChange(title=f"Block {number}", planned_seconds=300))
    control.do("show", scene=Scene.AGENDA)
    seen: set[str] = set()
    async with app.run_test(size=(80, 24)) as pilot:
        for number in range(2):
            await look_again(pilot)
            assert f"page {number % 2 + 1} of 2" in stage(app)
            seen |= {text for text in stage(app) if text.startswith("Block")}
            clock.move(seconds=10)
    assert len(seen) == 22


async def test_a_window_too_small_says_so(session: Session) -> None:
    """In words, with the size it needs."""
    app = ScreenApp(session)
    async with app.run_test(size=(39, 24)) as pilot:
        assert stage(app) == ["This window is too small: 39 × 24. Make it at least 40 × 12."]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert stage(app)[0] == "Welcome to Network"
