from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Input, OptionList

from making import at
from making import clock as shown
from samling.tui.control.app import ControlApp
from samling.tui.control.start import StartScreen
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from samling.session import Session


async def programmes_read(pilot: Pilot[None]) -> OptionList:
    """Wait until the programmes have been read, and return their list."""
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    return pilot.app.screen.query_one(OptionList)


def wrong(app: ControlApp) -> list[str]:
    """What is said to be wrong, beside the fields."""
    return [str(words.render()) for words in app.screen.query(".wrong").results(Words) if words.display]


class TestGuidedStart:
    async def test_from_nothing_to_an_agenda(self, session: Session) -> None:
        """Three steps on an empty file: a name, a programme, a day; then the agenda stands there."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(80, 24)) as pilot:
            assert isinstance(app.screen, StartScreen)
            app.screen.query(Input).first().value = "Tørn kull 3"
            await pilot.press("enter")
            listed = await programmes_read(pilot)
            names = [str(listed.get_option_at_index(index).prompt) for index in range(listed.option_count)]
            listed.highlighted = next(at for at, name in enumerate(names) if name.startswith("Fra rotårsak"))
            await pilot.press("enter", "enter")
            assert app.screen_stack == [app.desk_screen]
            gathering = session.in_use()
            assert session.network_in_use().name == "Tørn kull 3"
            assert (gathering.date, shown(gathering.days[0].planned_start)) == (at("09:00").date(), "09:00")
            assert gathering.blocks

    async def test_what_is_wrong_is_told_beside_its_field(self, session: Session) -> None:
        """No name, then a date that does not exist and an hour past 24: each step says so and waits."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("enter")
            assert "empty" in wrong(app)[0]
            app.screen.query(Input).first().value = "Nettverk"
            await pilot.press("enter", "enter")
            date, start, _end = [field for field in app.screen.query(Input) if field.is_on_screen][-3:]
            date.value, start.value = "2026-02-30", "25:00"
            await pilot.press("enter")
            assert ["2026-02-30" in wrong(app)[0], "25:00" in wrong(app)[1]] == [True, True]
            assert session.networks() == []

    async def test_an_end_equal_to_the_start_is_refused(self, session: Session) -> None:
        """The rule's own words stand in the window, and nothing has been made but the network."""
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(80, 24)) as pilot:
            app.screen.query(Input).first().value = "Nettverk"
            await pilot.press("enter", "enter")
            _date, start, end = list(app.screen.query(Input))[-3:]
            start.value = end.value = "10:00"
            await pilot.press("enter")
            assert "same as the start" in str(app.screen.query_one("#start-refused", Words).render())
            assert session.snapshot().gathering is None
            end.value = "12:00"
            await pilot.press("enter")
            assert session.in_use().days[0].promised_end > session.in_use().days[0].planned_start

    async def test_the_next_gathering_is_made_the_same_way(self, app: ControlApp, session: Session) -> None:
        """The key g and “Make a gathering” open the start at its second step; Escape goes back to the desk."""
        async with app.run_test() as pilot:
            await pilot.press("g", "home", "enter")
            await pilot.pause()
            assert isinstance(app.screen, StartScreen)
            await pilot.press("escape")
            assert app.screen_stack == [app.desk_screen]
            await pilot.press("g", "home", "enter")
            await pilot.pause()
            listed = await programmes_read(pilot)
            listed.highlighted = listed.option_count - 1
            await pilot.press("enter", "enter")
            assert session.in_use().number == 2
            assert session.in_use().blocks == ()
            assert "Nothing on the agenda" in str(app.screen.query_one("#now-what", Words).render())
