from __future__ import annotations

import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import pytest
from textual.widgets import Input, OptionList

from samling.domain.gathering import Scene
from samling.domain.seating import draw as drawing
from samling.domain.seating import words
from samling.domain.seating.actions import ACTIONS
from samling.domain.seating.values import PinKind, SeatingState
from samling.tui.control.dialogs.telling import Agreeing, PageText, Telling
from samling.tui.control.groups.commands import COMMANDS
from samling.tui.control.groups.table_cards import TableCards
from staging import look_again, painted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from textual.pilot import Pilot

    from samling.domain.seating.values import Seating
    from samling.session import Session
    from samling.tui.control.app import ControlApp
    from samling.tui.control.groups.screen import GroupsScreen


@asynccontextmanager
async def opened(app: ControlApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The window with the groups open and the rooms read."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("G")
        await settle(pilot)
        yield pilot


async def settle(pilot: Pilot[None]) -> None:
    """Let what runs beside the keys come to its end."""
    names = ("rooms", "draw", "repair")
    for _round in range(2):
        await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.name in names)
        await pilot.pause()


async def draw(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and d, and let the draw come to its end."""
    await pilot.press(*keys, "d")
    await settle(pilot)


def seating(session: Session) -> Seating:
    """What is to be looked at for the first sharing block."""
    found = session.seatings().shown(session.in_use().blocks[1].id)
    assert found is not None
    return found


def tables(session: Session) -> list[set[str]]:
    """Who sits together at each table, by name, in the order of the tables."""
    names = session.hall().names
    return [{names(member) for member in table.members} for table in seating(session).tables if table.members]


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


def page(app: ControlApp) -> str:
    """What the page that is open says."""
    return str(app.screen.query_one(PageText).render())


def screen(app: ControlApp) -> GroupsScreen:
    """The screen of the groups."""
    return cast("GroupsScreen", app.screen)


def drawn(app: ControlApp) -> list[str]:
    """The lines of the cards that are in sight."""
    cards = app.screen.query_one(TableCards)
    return [cards.render_line(y).text.rstrip() for y in range(cards.size.height)]


class TestDrawing:
    async def test_one_key_seats_the_teams_two_and_two(self, app: ControlApp, session: Session) -> None:
        """Key d draws: every team sits once, two at a table, as a draft that is told to be saved."""
        async with opened(app) as pilot:
            await draw(pilot)
            assert sorted(name for table in tables(session) for name in table) == ["Fjord", "Skog", "Vidde", "Å"]
            assert [len(table) for table in tables(session)] == [2, 2]
            assert seating(session).state is SeatingState.DRAFT
            assert "Drew groups for Deling" in text(app, "#deed")
            assert "No repeats: cannot be better." in text(app, "#claims")
            assert any("have not met" in line for line in drawn(app))

    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_all_that_is_said_of_it_can_be_read(
        self, app: ControlApp, session: Session, size: tuple[int, int]
    ) -> None:
        """However many goals there are to speak of, the last sentence stands there whole, how many more rounds."""
        async with opened(app, size) as pilot:
            await draw(pilot, "k", "a")
            await pilot.press("space", "right")
            *_others, last = words.of_seating(seating(session), str)
            assert "without a repeat" in last.lower()
            assert last in " ".join(painted(app).split())

    async def test_k_mixes_the_people(self, app: ControlApp, session: Session) -> None:
        """Key k and d mix people over tables: everybody sits once, and no team has more at a table than it must."""
        async with opened(app) as pilot:
            await draw(pilot, "k")
            found = tables(session)
            assert sorted(name for table in found for name in table) == sorted(
                person.name for team in session.roster().teams for person in team.people
            )
            most = -(-3 // len(found))
            teams = [[name.split()[0] for name in table] for table in found]
            assert all(names.count(team) <= most for names in teams for team in names)

    async def test_a_keeps_organisations_apart(self, app: ControlApp, session: Session) -> None:
        """Key a once: each team of Bodø meets one of Tromsø, and the card says so."""
        async with opened(app) as pilot:
            await draw(pilot, "a")
            here = {"Fjord", "Vidde"}
            assert all(len(table & here) == 1 for table in tables(session))
            assert any("Bodø and Tromsø" in line or "Tromsø and Bodø" in line for line in drawn(app))

    async def test_only_who_is_here_is_drawn(self, app: ControlApp, session: Session) -> None:
        """After a roll call without Å three teams share one table."""
        people = [person.id for team in session.roster().teams[:3] for person in team.people]
        session.do("arrive", people=tuple(people))
        async with opened(app) as pilot:
            assert "3 teams here" in text(app, "#asked")
            await draw(pilot)
            assert tables(session) == [{"Fjord", "Skog", "Vidde"}]

    async def test_the_next_block_is_drawn_without_repeats(self, app: ControlApp, session: Session) -> None:
        """Announced and then drawn for the next block: nobody meets the same again."""
        async with opened(app) as pilot:
            await draw(pilot)
            first = tables(session)
            await pilot.press("A", "tab")
            assert "Mer deling" in text(app, "#title")
            await draw(pilot)
            block = session.in_use().blocks[2].id
            names = session.hall().names
            second = session.seatings().shown(block)
            assert second is not None
            assert all({names(each) for each in table.members} not in first for table in second.tables)

    async def test_the_room_is_chosen(self, app: ControlApp, session: Session) -> None:
        """Key r lists the rooms for such a draw; the chosen one is drawn into."""
        async with opened(app) as pilot:
            await pilot.press("r")
            names = [str(option.id) for option in app.screen.query_one(OptionList)._options]
            app.screen.query_one(OptionList).highlighted = names.index("group-rooms") if "group-rooms" in names else 1
            chosen = names[app.screen.query_one(OptionList).highlighted or 0]
            await pilot.press("enter")
            await draw(pilot)
            assert seating(session).layout_id == chosen

    async def test_what_cannot_be_drawn_is_told(self, app: ControlApp, session: Session) -> None:
        """Pins that contradict each other are named, each in a line, and nothing is drawn."""
        async with opened(app) as pilot:
            await draw(pilot)
            one, other = (member for member in seating(session).tables[0].members)
            for kind in ("together", "apart"):
                screen(app).groups.cursor, screen(app).groups.marked = one, other
                await pilot.press("p")
                app.screen.query_one(OptionList).highlighted = 0 if kind == "together" else 1
                await pilot.press("enter")
            assert {pin.kind for pin in session.seatings().pins} == {PinKind.TOGETHER, PinKind.APART}
            before = session.seatings()
            await pilot.press("d")
            await pilot.pause(0.2)
            assert isinstance(app.screen, Telling)
            assert "together" in page(app)
            assert "never together" in page(app)
            assert session.seatings() == before

    async def test_without_teams_or_blocks_it_says_so(self, app: ControlApp, session: Session) -> None:
        """Nobody to share with is told; so is an agenda without sharing."""
        for team in session.roster().teams:
            session.do("team-remove", team_id=team.id)
        async with opened(app) as pilot:
            await pilot.press("d")
            await pilot.pause(0.2)
            assert "nobody to share with" in text(app, "#text")
            await pilot.press("escape", "space", "p", "l", "h", "b", "A", "m", "X", "c", "tab", "slash", "x", "escape")
            session.do("remove", position=3)
            session.do("remove", position=2)
            screen(app).desk_app.reread()
            await pilot.press("d")
            assert "No sharing block is left" in text(app, "#deed")


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A search that tells its first draw again and again; the event is set once it has told one."""
    told = threading.Event()
    real = drawing.search

    def search(*arguments: object) -> Iterator[object]:
        best = next(iter(real(*arguments)))  # type: ignore[arg-type]
        while True:
            told.set()
            yield best

    monkeypatch.setattr(drawing, "search", search)
    yield told
    told.set()


class TestSearching:
    async def test_it_runs_beside_the_keys_and_is_stopped(
        self, app: ControlApp, session: Session, endless: threading.Event
    ) -> None:
        """While the draw goes on its best is shown and keys work; s keeps what it has."""
        async with opened(app) as pilot:
            await pilot.press("k", "d")
            endless.wait(5)
            await pilot.pause(0.3)
            assert "drawing" in text(app, "#title")
            assert "So far:" in text(app, "#claims")
            assert "Fjord lege" in " ".join(drawn(app))
            await pilot.press("a")
            assert "not the same organisation" in text(app, "#asked")
            assert not session.seatings().seatings
            await pilot.press("s")
            await settle(pilot)
            assert seating(session).state is SeatingState.DRAFT

    async def test_escape_stops_it_first(self, app: ControlApp, session: Session, endless: threading.Event) -> None:
        """The first Escape ends the draw with what it has, the second goes back."""
        async with opened(app) as pilot:
            await pilot.press("d")
            endless.wait(5)
            await pilot.press("escape")
            await settle(pilot)
            assert seating(session).tables
            assert app.screen is not app.desk_screen
            await pilot.press("escape")
            assert app.screen is app.desk_screen

    async def test_a_second_draw_waits(self, app: ControlApp, endless: threading.Event) -> None:
        """Key d while a draw runs says so, and begins no other."""
        async with opened(app) as pilot:
            await pilot.press("d")
            endless.wait(5)
            await pilot.press("d")
            assert "A draw is running" in text(app, "#deed")
            await pilot.press("s")
            await settle(pilot)


class TestChanging:
    async def test_a_swap_shows_its_price_first(self, app: ControlApp, session: Session) -> None:
        """Space marks one; on another the price stands there; space again swaps, and u takes it back."""
        async with opened(app) as pilot:
            await draw(pilot)
            before = tables(session)
            await pilot.press("home", "space", "right")
            assert "swaps: It costs nothing: as good as before." in text(app, "#claims") or (
                "before" in text(app, "#claims")
            )
            assert tables(session) == before
            await pilot.press("space")
            assert tables(session) != before
            assert "Swapped the places of" in text(app, "#deed")
            await pilot.press("u")
            assert tables(session) == before
            assert session.in_use().current is None

    async def test_two_at_one_table_do_not_swap(self, app: ControlApp, session: Session) -> None:
        """Who sits together already is told so."""
        async with opened(app) as pilot:
            await draw(pilot)
            before = tables(session)
            await pilot.press("home", "space", "down", "space")
            assert "sit at table 1 both" in text(app, "#deed")
            assert tables(session) == before

    async def test_a_pin_at_a_table_and_its_clearing(self, app: ControlApp, session: Session) -> None:
        """Key p pins the one under the cursor to their table; chosen once more the pin is cleared."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("home", "p", "enter")
            assert [(pin.kind, pin.table) for pin in session.seatings().pins] == [(PinKind.TABLE, 1)]
            await pilot.press("p", "end", "enter")
            assert not session.seatings().pins

    async def test_a_locked_table_stays(self, app: ControlApp, session: Session) -> None:
        """Key l locks the table under the cursor: drawn again, its group is the same; l again unlocks."""
        async with opened(app) as pilot:
            await draw(pilot)
            kept = tables(session)[0]
            await pilot.press("home", "l")
            assert any("locked" in line for line in drawn(app))
            await draw(pilot)
            await draw(pilot)
            assert kept in tables(session)
            await pilot.press("home", "l")
            assert not any(table.locked for table in seating(session).tables)

    async def test_host_and_what_it_brings_back(self, app: ControlApp, session: Session) -> None:
        """Key h makes the one under the cursor host, b jots a line; the card shows both."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("home", "h", "b")
            app.screen.query_one(Input).value = "Spør nattvakta først"
            await pilot.press("enter")
            table = seating(session).tables[0]
            assert (table.host, table.brings) == (table.members[0], "Spør nattvakta først")
            lines = drawn(app)
            assert any("host" in line for line in lines)
            assert any("Brings back: Spør nattvakta først" in line for line in lines)
            await pilot.press("h")
            assert seating(session).tables[0].host is None

    async def test_drafts_are_compared_and_thrown_away(self, app: ControlApp, session: Session) -> None:
        """Key c goes between two drafts and says which is better; X throws the one that is looked at away."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("c")
            assert "only one" in text(app, "#deed")
            await draw(pilot)
            newest = seating(session).id
            await pilot.press("c")
            assert f"draft {newest}" not in text(app, "#title")
            assert "good" in text(app, "#deed") or "better" in text(app, "#deed")
            await pilot.press("X")
            assert [each.id for each in session.seatings().seatings] == [newest]


class TestAnnouncing:
    async def test_one_key_announces_and_shows_it(self, app: ControlApp, session: Session) -> None:
        """Key A lets the draft hold and puts it on the projector; u takes it back."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("A")
            assert seating(session).state is SeatingState.ANNOUNCED
            assert session.in_use().display.scene is Scene.SEATING
            assert "announced 15:00" in text(app, "#title")
            await pilot.press("u")
            assert seating(session).state is SeatingState.DRAFT

    async def test_who_is_missing_is_offered_to_be_seated_anew(self, app: ControlApp, session: Session) -> None:
        """A team that is not ticked off after the announcement: the line says so, m shows who moves, Enter does it."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("A")
            before = tables(session)
            people = tuple(person.id for team in session.roster().teams[:3] for person in team.people)
            session.do("arrive", people=people, who="tre team")
            screen(app).desk_app.reread()
            await settle(pilot)
            assert "! Å missing: 1 would move. m shows it." in text(app, "#offer")
            await pilot.press("m")
            assert isinstance(app.screen, Agreeing)
            assert "Missing: Å" in page(app)
            await pilot.press("escape")
            assert tables(session) == before
            await pilot.press("m", "enter")
            await settle(pilot)
            assert sorted(map(len, tables(session))) == [3]
            assert not screen(app).query_one("#offer").display
            await pilot.press("u")
            assert tables(session) == before

    async def test_seating_anew_waits_for_no_line(self, app: ControlApp, session: Session) -> None:
        """Pressed before the window has said who is missing, m shows who moves: never that nobody is missing."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("A")
            people = tuple(person.id for team in session.roster().teams[:3] for person in team.people)
            session.do("arrive", people=people, who="tre team")
            screen(app).desk_app.reread()
            screen(app).groups.repair = None
            await pilot.press("m")
            await settle(pilot)
            assert "Missing: Å" in page(app)

    async def test_where_do_i_sit(self, app: ControlApp, session: Session) -> None:
        """/ and the beginning of a person's name say the table of their team, with the cursor on it."""
        async with opened(app) as pilot:
            await draw(pilot)
            await pilot.press("slash", *"skog le")
            number = next(
                table.number
                for table, names in zip(seating(session).tables, tables(session), strict=True)
                if "Skog" in names
            )
            assert f"Skog lege (Skog)  table {number}" in text(app, "#found")
            assert session.hall().names(screen(app).groups.cursor) == "Skog"  # type: ignore[arg-type]
            await pilot.press("enter")
            assert not screen(app).finder.display


class TestTheWindow:
    async def test_other_windows_draws_appear(self, app: ControlApp, other: Session) -> None:
        """What a command draws is seen at once."""
        from samling.tui.control.groups.asking import Asked
        from samling.tui.control.groups.searching import Search

        async with opened(app) as pilot:
            hall = other.hall()
            drafts = Search(hall, hall.gathering.blocks[1].id or 0, Asked(), 1, other.now()).run()
            other.do("groups-draw", seatings=drafts, who="Deling")
            await look_again(pilot)
            assert "Table 1" in drawn(app)[0]
            assert "Drew groups for Deling" in text(app, "#deed")

    async def test_the_mouse_works(self, app: ControlApp) -> None:
        """A click puts the cursor on somebody."""
        async with opened(app) as pilot:
            await draw(pilot)
            last = screen(app).groups.seating
            assert last is not None
            await pilot.click(TableCards, offset=(8, 2))
            assert screen(app).groups.cursor == last.tables[0].members[1]

    async def test_every_action_on_groups_has_a_command(self, app: ControlApp) -> None:
        """Nothing that can be done to groups headless is missing from the window, but for taking in what was before."""
        inside = {"groups-lock": "lock", "groups-unlock": "lock", "groups-pin": "pin", "groups-unpin": "pin"}
        headless = {"groups-history-import", "groups-history-forget"}
        assert {inside.get(name, name) for name in set(ACTIONS) - headless} <= {command.id for command in COMMANDS}
        async with opened(app) as pilot:
            await pilot.press("question_mark")
            assert all(command.label in page(app) for command in COMMANDS)

    @pytest.mark.parametrize("size", [(60, 16), (80, 24), (200, 60)])
    async def test_nothing_is_cut_off(self, app: ControlApp, size: tuple[int, int]) -> None:
        """At any size the window scrolls no part of it but the tables."""
        async with opened(app, size) as pilot:
            await draw(pilot, "k")
            assert app.screen.max_scroll_x == 0
            assert app.screen.max_scroll_y == 0
            assert app.screen.query_one(TableCards).size.height >= 5
