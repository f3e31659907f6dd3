from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import pytest
from textual import events

from making import at
from samling.domain import roll_call
from samling.domain.action import About
from samling.domain.roll_actions import ACTIONS
from samling.tui.control.dialogs.telling import PageText, Telling
from samling.tui.control.roll.commands import COMMANDS
from samling.tui.control.roll.list import RollList
from samling.tui.control.roll.screen import RollScreen
from staging import look_again

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.control.app import ControlApp


@asynccontextmanager
async def opened(app: ControlApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[None]]:
    """The window with the roll call open, and what must be here read."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("k")
        await app.workers.wait_for_complete(worker for worker in app.workers if worker.name == "requirements")
        await pilot.pause()
        yield pilot


def here(session: Session) -> set[str]:
    """The names of those who are here."""
    roll = session.roll()
    return {each.name for _team, each in session.roster().everybody() if roll_call.is_here(roll, each)}


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


def listed(app: ControlApp) -> list[str]:
    """The rows of the list that are in sight, as they are drawn."""
    people = app.screen.query_one(RollList)
    rows = (people.render_line(y).text.rstrip() for y in range(people.size.height))
    return [row for row in rows if row]


def marked(app: ControlApp) -> str:
    """The name under the cursor."""
    desk = cast("RollScreen", app.screen).roll
    found = desk.person or desk.team
    return found.name if found else ""


class TestTicking:
    async def test_space_ticks_a_person_off_and_on(self, app: ControlApp, session: Session) -> None:
        """The arrows choose, the space bar ticks; again, the tick is taken off."""
        async with opened(app) as pilot:
            await pilot.press("down", "space")
            assert here(session) == {"Kari Vik"}
            assert "1 of 2 teams · 1 of 4 people" in text(app, "#counts")
            await pilot.press("space")
            assert here(session) == set()

    async def test_space_on_a_team_ticks_all_of_it(self, app: ControlApp, session: Session) -> None:
        """On the team's line the whole team is ticked off, without its line manager; again, nobody is taken away."""
        async with opened(app) as pilot:
            await pilot.press("space")
            assert here(session) == {"Kari Vik", "Øyvind Ås"}
            await pilot.press("space")
            assert here(session) == {"Kari Vik", "Øyvind Ås"}
            assert "all of them are ticked off" in text(app, "#deed")

    async def test_t_ticks_the_team_of_the_marked_person(self, app: ControlApp, session: Session) -> None:
        """Key t is the whole team from any of its lines, in one step of undo."""
        async with opened(app) as pilot:
            await pilot.press("down", "down", "t")
            assert here(session) == {"Kari Vik", "Øyvind Ås"}
            await pilot.press("u")
            assert here(session) == set()

    async def test_left_is_told_with_the_time(self, app: ControlApp, session: Session, clock: FakeClock) -> None:
        """Who left at 15:20 is listed so, and counts no longer; the rest of the team stays."""
        async with opened(app) as pilot:
            await pilot.press("t")
            clock.set(at("15:20"))
            await pilot.press("down", "l")
            assert here(session) == {"Øyvind Ås"}
            assert any("Kari Vik" in row and "left 15:20" in row for row in listed(app))

    async def test_late_is_told_with_the_time(self, app: ControlApp, clock: FakeClock) -> None:
        """Who comes eight minutes after the first block began is told to be that late, and no earlier one is."""
        async with opened(app) as pilot:
            await pilot.press("down", "space", "escape", "n", "k")
            clock.set(at("15:08"))
            await pilot.press("down", "down", "space")
            assert any("Øyvind Ås" in row and "15:08, 8 min late" in row for row in listed(app))
            assert any("Kari Vik" in row and "late" not in row for row in listed(app))

    async def test_who_was_ticked_off_too_late_is_put_right(self, app: ControlApp, clock: FakeClock) -> None:
        """Key c records when a person or a whole team came: late no longer. A time to come is refused."""
        async with opened(app) as pilot:
            await pilot.press("escape", "n", "k")
            clock.set(at("15:20"))
            await pilot.press("t")
            assert sum("20 min late" in row for row in listed(app)) == 3
            await pilot.press("c", *"14:55", "enter")
            assert not any("late" in row for row in listed(app))
            assert any("Øyvind Ås" in row and "14:55" in row for row in listed(app))
            await pilot.press("down", "c", *"16:00", "enter")
            assert "later than now" in text(app, "#refused")
            await pilot.press("escape", "u")
            assert sum("20 min late" in row for row in listed(app)) == 3

    async def test_x_takes_the_tick_off(self, app: ControlApp, session: Session) -> None:
        """Key x on a person, and on a whole team; where there is no tick it says so."""
        async with opened(app) as pilot:
            await pilot.press("t", "down", "x")
            assert here(session) == {"Øyvind Ås"}
            await pilot.press("up", "x")
            assert here(session) == set()
            await pilot.press("x")
            assert "nothing to take away" in text(app, "#deed")

    async def test_undo_is_the_rolls_own(self, app: ControlApp, session: Session) -> None:
        """Key u here takes ticks back and leaves the agenda alone; U brings them forward."""
        async with opened(app) as pilot:
            await pilot.press("down", "space", "escape", "n", "k", "u")
            assert here(session) == set()
            assert session.in_use().current == 1
            await pilot.press("U")
            assert here(session) == {"Kari Vik"}

    async def test_the_mouse_works(self, app: ControlApp, session: Session) -> None:
        """A click marks a line, a double click ticks it off."""
        async with opened(app) as pilot:
            await pilot.click(RollList, offset=(8, 1))
            assert marked(app) == "Kari Vik"
            assert here(session) == set()
            await pilot.click(RollList, offset=(8, 1), times=2)
            assert here(session) == {"Kari Vik"}


class TestFinding:
    async def test_enter_ticks_and_is_ready_for_the_next(self, app: ControlApp, session: Session) -> None:
        """Two at the door: /, a beginning, Enter, another beginning, Enter. A foreign keyboard writes oyv for øyv."""
        async with opened(app) as pilot:
            await pilot.press("slash", *"oyv", "enter", *"moe", "enter", "escape")
            assert here(session) == {"Øyvind Ås", "Karin Moe"}
            assert len(listed(app)) == 9

    async def test_norwegian_letters_are_typed(self, app: ControlApp) -> None:
        """ø finds Ø, and only those who may be meant are listed, with their team."""
        async with opened(app) as pilot:
            await pilot.press("slash", "ø")
            assert marked(app) == "Øyvind Ås"
            assert [("Fjord" in row, "Øyvind" in row) for row in listed(app)] == [(True, False), (False, True)]

    async def test_letters_are_no_commands_while_typing(self, app: ControlApp, session: Session) -> None:
        """A name with t, l, x, m and u in it is typed and does nothing."""
        async with opened(app) as pilot:
            await pilot.press("slash", *"tlxmu")
            assert here(session) == set()
            assert listed(app) == [" Nobody is called that."]
            await pilot.press("enter")
            assert here(session) == set()

    async def test_enter_never_takes_a_tick_off(self, app: ControlApp, session: Session) -> None:
        """Whoever is ticked off already stays so; of two who may be meant, the one still missing is marked."""
        async with opened(app) as pilot:
            await pilot.press("slash", *"kari", "enter", *"kari")
            assert marked(app) == "Karin Moe"
            await pilot.press("up", "up", "enter")
            assert here(session) == {"Kari Vik"}

    async def test_keys_in_a_burst_tick_whom_they_name(self, app: ControlApp, session: Session) -> None:
        """All keys at once, as a slow line delivers them: nobody leaves, nobody else is ticked, no screen is closed."""
        async with opened(app) as pilot:
            await pilot.press("t", "slash")
            for key in (*"karin", "enter", *"bo", "enter"):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause(0.3)
            assert here(session) == {"Kari Vik", "Øyvind Ås", "Karin Moe", "Bo Bø"}

    async def test_letters_before_the_line_is_there_are_no_commands(self, app: ControlApp, session: Session) -> None:
        """Whoever types the slash and a name in one go lets nobody leave: l, x, t, m, u and k do nothing."""
        async with opened(app) as pilot:
            await pilot.press("t", "down")
            for key in ("slash", *"lxtmuk"):
                app.post_message(events.Key(key, key if len(key) == 1 else "/"))
            await pilot.pause()
            await pilot.pause()
            assert isinstance(app.screen, RollScreen)
            assert here(session) == {"Kari Vik", "Øyvind Ås"}

    async def test_a_teams_name_finds_all_of_it(self, app: ControlApp, session: Session) -> None:
        """Typing the team's name and Enter ticks the whole team off."""
        async with opened(app) as pilot:
            await pilot.press("slash", *"vid", "enter")
            assert here(session) == {"Karin Moe", "[red]Siv"}


class TestWhoIsMissing:
    async def test_m_shows_the_missing_alone(self, app: ControlApp) -> None:
        """Of a team that is half here the missing half is listed; the line manager is not missing yet."""
        async with opened(app) as pilot:
            await pilot.press("down", "space", "m")
            names = " ".join(listed(app))
            assert "Øyvind Ås" in names
            assert "Kari Vik" not in names
            assert "Bo Bø" not in names
            await pilot.press("m")
            assert "Kari Vik" in " ".join(listed(app))

    async def test_nobody_missing_is_said(self, app: ControlApp) -> None:
        """With all ticked off the list says so."""
        async with opened(app) as pilot:
            await pilot.press("t", "slash", *"vid", "enter", *"åse", "enter", "escape", "m")
            assert listed(app) == [" Nobody is missing."]

    async def test_who_must_be_at_the_pitches_is_named(self, app: ControlApp, clock: FakeClock) -> None:
        """The line managers and the director are named before the pitches, marked when it is half an hour."""
        clock.set(at("14:50"))
        async with opened(app, (200, 60)) as pilot:
            said = text(app, "#awaited")
            assert "15:30 Pitch  line manager: 2 missing  Bo Bø (Fjord), nobody is named (Vidde)" in said
            assert "! 15:30 Pitch" not in said
            clock.set(at("15:00"))
            await look_again(pilot)
            assert "! 15:30 Pitch  line manager" in text(app, "#awaited")
            await pilot.press("slash", *"bo", "enter", "escape")
            assert "line manager: 1 missing  nobody is named (Vidde)" in text(app, "#awaited")

    async def test_w_tells_all_of_them(self, app: ControlApp) -> None:
        """Key w lists everybody who is awaited with what is asked of them."""
        async with opened(app) as pilot:
            await pilot.press("w")
            assert isinstance(app.screen, Telling)
            told = str(app.screen.query_one(PageText).render())
            assert "The line manager must be in the room when the team pitches." in told
            assert "Bo Bø" in told


class TestTheWindow:
    async def test_before_the_roll_call_it_is_said(self, app: ControlApp) -> None:
        """Until somebody is ticked off everybody is reckoned with, in words."""
        async with opened(app, (120, 40)) as pilot:
            assert "everybody is reckoned with" in text(app, "#counts")
            await pilot.press("space")
            assert "reckoned" not in text(app, "#counts")

    async def test_the_clock_goes_on_in_the_head(self, app: ControlApp, clock: FakeClock) -> None:
        """The day's clock and the running block's time left stay in sight, and right."""
        async with opened(app) as pilot:
            await pilot.press("escape", "n", "k")
            clock.set(at("15:01:30"))
            await look_again(pilot)
            assert "15:01:30" in text(app, "#head")
            assert "A 8:30" in text(app, "#counts")

    async def test_other_windows_ticks_appear(self, app: ControlApp, other: Session) -> None:
        """What somebody ticks off by command is seen at once, and told."""
        async with opened(app) as pilot:
            vidde = other.roster().teams[1]
            other.do("arrive", who="Vidde", people=tuple(each.id for each in vidde.people))
            await look_again(pilot)
            assert "1 of 2 teams · 2 of 4 people" in text(app, "#counts")
            assert "Vidde: here" in text(app, "#deed")

    async def test_a_closed_roll_call_reads_nothing(self, app: ControlApp) -> None:
        """The desk's keys do not wait for teams and ticks: they are read only while the roll call is open."""
        async with app.run_test() as pilot:
            assert app.view is not None
            assert dict(app.view.snapshot.parts) == {}
            await pilot.press("k")
            assert set(app.view.snapshot.parts) == {About.ROSTER, About.ROLL}
            await pilot.press("escape", "n")
            assert dict(app.view.snapshot.parts) == {}
            assert app.screen_stack == [app.desk_screen]

    async def test_the_desk_is_right_when_one_comes_back(self, app: ControlApp, other: Session) -> None:
        """What happened while the roll call lay over the desk is on the desk."""
        async with opened(app) as pilot:
            other.do("start")
            await look_again(pilot)
            await pilot.press("escape")
            await pilot.pause()
            assert "A" in text(app, "#now-what")
            assert app.desk_screen.desk.gathering.current == 1

    async def test_the_cursor_is_seen_without_colours(self, app: ControlApp) -> None:
        """A sign stands before the marked line, and before no other."""
        async with opened(app) as pilot:
            await pilot.press("down")
            assert [row.startswith("▌") for row in listed(app)].index(True) == 1
            assert sum(row.startswith("▌") for row in listed(app)) == 1

    async def test_names_command_no_colours(self, app: ControlApp) -> None:
        """A name that looks like markup is shown as it is."""
        async with opened(app):
            assert any("[red]Siv" in row for row in listed(app))

    async def test_without_teams_it_says_what_to_do(self, app: ControlApp, session: Session) -> None:
        """An empty roster is told of in the list; every key is harmless."""
        for team in session.roster().teams:
            session.do("team-remove", team_id=team.id)
        for person in session.roster().others:
            session.do("person-remove", person_id=person.id)
        async with opened(app) as pilot:
            assert "There are no teams yet" in listed(app)[0]
            await pilot.press("space", "t", "l", "x", "enter", "down", "m", "slash", "k", "enter", "escape")
            assert isinstance(app.screen, RollScreen)

    async def test_every_action_of_the_roll_has_a_command(self, app: ControlApp, session: Session) -> None:
        """Nothing that can be done to the roll headless is missing here; help names it, the palette does it."""
        assert set(ACTIONS) <= {command.id for command in COMMANDS}
        async with opened(app) as pilot:
            found = {command.title: command for command in app.get_system_commands(app.screen)}
            found["Whole team"].callback()
            assert here(session) == {"Kari Vik", "Øyvind Ås"}
            await pilot.press("question_mark")
            told = str(app.screen.query_one(PageText).render())
            assert all(command.label in told for command in COMMANDS)

    @pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
    async def test_nothing_is_cut_off(self, app: ControlApp, size: tuple[int, int]) -> None:
        """At any size the window scrolls no part of it but the list."""
        async with opened(app, size):
            assert app.screen.max_scroll_x == 0
            assert app.screen.max_scroll_y == 0
            assert app.screen.query_one(RollList).size.height >= 5
