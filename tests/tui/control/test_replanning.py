from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from making import at, block, gathering
from samling.domain import verbs
from samling.domain.agenda import figures
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.replan.proposals import outlook
from samling.domain.team import Team
from samling.tui.control.app import ControlApp
from samling.tui.control.replanning_screen import Proposals
from samling.tui.control.replanning_table import Cell, table_of
from staging import painted

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot
    from textual.widget import Widget

    from fake_clock import FakeClock
    from samling.session import Session

DAY = (
    ("Innledning", 15, Kind.OPENING),
    ("Har vi et problem?", 20, Kind.TALK),
    ("Pause", 15, Kind.BREAK),
    ("Kraftfeltanalyse", 30, Kind.EXERCISE),
    ("Tid til å jobbe i teamene", 45, Kind.TEAMWORK),
    ("Framdrift", 15, Kind.PLANNING),
)


@pytest.fixture
def late(session: Session, clock: FakeClock) -> ControlApp:
    """A day from 15:00, promised to end 17:20, that started eight minutes late."""
    session.new_network("Fjordhelse", "Europe/Oslo")
    session.new_gathering(title="Stopp og forstå", start=at("15:00"), end=at("17:20"), programme=None)
    for title, minutes, kind in DAY:
        session.do("add", change=BlockChange(title=title, planned_seconds=minutes * 60, kind=kind))
    session.do("edit", position=4, change=BlockChange(may_drop=True))
    session.do("edit", position=5, change=BlockChange(flexible=True))
    session.do("edit", position=6, change=BlockChange(protected=True))
    clock.set(at("15:08"))
    session.do("start")
    return ControlApp(session, keep_awake=False)


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until what was measured after one picture has made the next."""
    for _ in range(3):
        await pilot.pause()


def offered(app: ControlApp) -> str:
    """The line that offers help, where it is shown."""
    line: Widget = app.desk_screen.query_one("#offer")
    return str(line.render()) if line.display else ""


class TestLine:
    async def test_it_comes_with_the_second_minute(self, late: ControlApp, session: Session) -> None:
        """More than a minute past the promise the line says how much and which key; at a minute it is not there."""
        async with late.run_test(size=(80, 24)) as pilot:
            assert "8 min after it was promised. v " in offered(late)
            session.do("promise", number=1, end=at("17:27"))
            late.reread()
            await pilot.pause()
            assert not offered(late)

    async def test_it_goes_when_a_proposal_is_followed(self, late: ControlApp) -> None:
        """Once the day ends as promised again there is nothing to offer."""
        async with late.run_test(size=(80, 24)) as pilot:
            await pilot.press("v", "1")
            assert not offered(late)

    async def test_nothing_is_offered_once_the_day_is_over(
        self, late: ControlApp, session: Session, clock: FakeClock
    ) -> None:
        """A day that has ended late has no block left to give anything: neither the line nor the key is offered."""
        for _each in DAY:
            clock.move(hours=1)
            session.do("next")
        async with late.run_test(size=(120, 40)):
            assert not offered(late)
            assert "Finish on time" not in painted(late)


class TestProposals:
    async def test_one_key_follows_and_one_takes_back(
        self, late: ControlApp, session: Session, clock: FakeClock
    ) -> None:
        """Key 2 follows the second proposal; undo takes all of it back at once."""
        before = session.in_use()
        second = outlook(before, clock()).proposals[1]
        async with late.run_test() as pilot:
            await pilot.press("v", "2")
            after = session.in_use()
            assert figures(after, clock()).today.slack == timedelta(0)
            assert {at for at, one in enumerate(before.blocks, 1) if after.block(at) != one} == {
                change.position for change in second.changes
            }
            await pilot.press("u")
            assert session.in_use() == before

    async def test_a_number_that_is_not_there_does_nothing(self, late: ControlApp, session: Session) -> None:
        """Key 9 stands for no proposal: the question stays and the day is as it was."""
        before = session.in_use()
        async with late.run_test() as pilot:
            await pilot.press("v", "9")
            assert isinstance(late.screen, Proposals)
            assert session.in_use() == before

    async def test_what_if_it_became_later(self, late: ControlApp, session: Session, clock: FakeClock) -> None:
        """Asked for five minutes more, the first proposal makes good thirteen: the day would end as promised then."""
        async with late.run_test() as pilot:
            await pilot.press("v", "plus", "1")
            assert figures(session.in_use(), clock()).today.slack == timedelta(minutes=5)
            assert session.log()[-1].arguments["late_seconds"] == 300

    async def test_never_earlier_than_now(self, late: ControlApp, session: Session, clock: FakeClock) -> None:
        """What if it became five minutes earlier is not asked: the proposals stay those of now."""
        async with late.run_test() as pilot:
            await pilot.press("v", "minus", "1")
            assert figures(session.in_use(), clock()).today.slack == timedelta(0)

    async def test_the_pitches_to_come_count(self, session: Session, clock: FakeClock) -> None:
        """While pitches make their block longer, what is proposed is what the desk says: done as promised."""
        session.new_network("Fjordhelse", "Europe/Oslo")
        session.new_gathering(title="Dagen", start=at("15:00"), end=at("15:50"), programme=None)
        session.do("add", change=BlockChange(title="Pitch", planned_seconds=600, kind=Kind.PITCHING))
        session.do("add", change=BlockChange(title="Tid", planned_seconds=2400, flexible=True))
        for name in ("Bre", "Elv", "Nes"):
            session.do("team-add", team=Team(name))
        session.do("pitch-arrange", team_ids=tuple(team.id for team in session.roster().teams))
        clock.set(at("15:00"))
        session.do("start")
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=(120, 40)) as pilot:
            assert "12 min after it was promised" in offered(app)
            await pilot.press("v", "1")
            assert "done 15:50 · promised 15:50" in str(app.desk_screen.query_one("#day").render())
            assert not offered(app)

    async def test_a_chosen_block_says_its_latest_start(self, late: ControlApp) -> None:
        """Back from 17:20 with the lengths as they stand, the last block of 15 minutes must start by 17:05."""
        async with late.run_test(size=(120, 40)) as pilot:
            await pilot.press("end")
            assert "latest start 17:05" in str(late.screen.query_one("#chosen").render())


class TestRoom:
    @pytest.mark.parametrize("size", [(80, 24), (120, 40)])
    async def test_the_keys_stand_below_a_long_agenda(
        self, session: Session, clock: FakeClock, size: tuple[int, int]
    ) -> None:
        """Of thirty blocks those that have no room are scrolled to by keys; the line of keys is always there."""
        session.new_network("Fjordhelse", "Europe/Oslo")
        session.new_gathering(title="Dagen", start=at("08:00"), end=at("13:00"), programme=None)
        for number in range(30):
            session.do("add", change=BlockChange(title=f"Post {number}", planned_seconds=600, flexible=number > 25))
        clock.set(at("08:08"))
        session.do("start")
        app = ControlApp(session, keep_awake=False)
        async with app.run_test(size=size) as pilot:
            await pilot.press("v")
            await drawn(pilot)
            keys, agenda = app.screen.query_one("#keys"), app.screen.query_one("#table")
            assert "PgDn" in str(keys.render())
            assert keys.region.bottom < app.size.height
            assert agenda.region.bottom < keys.region.y
            await pilot.press("pagedown")
            await drawn(pilot)
            assert agenda.scroll_y == min(agenda.size.height - 2, agenda.max_scroll_y), "two lines stand fast"
            await pilot.press("pageup", "home")
            await drawn(pilot)
            assert agenda.scroll_y == min(26, agenda.max_scroll_y), "there the first block is that the first changes"


class TestTable:
    def test_the_day_as_it_stands_and_as_it_would_be(self) -> None:
        """First the agenda as it is, then each proposal; what is changed is marked, and the day's end stands below."""
        made = gathering(
            block(20, title="Talk"),
            block(30, title="Film", may_drop=True),
            block(40, title="Team time", flexible=True),
            end="16:30",
        )
        made = verbs.start(made, at("15:05"))
        found = table_of(made, outlook(made, at("15:05")))
        film = found.rows[1]
        assert film.latest == "15:20"
        assert film.cells == (
            Cell("15:25", "15:55", ""),
            Cell("15:25", "15:55", ""),
            Cell("–", "–", "out"),
            Cell("15:24", "15:52", "−2"),
        )
        assert [row.cells[2].change for row in found.rows] == ["", "out", "+25"]
        assert found.done == ("16:35", "16:30", "16:30", "16:30")

    def test_what_is_over_is_not_in_the_table(self) -> None:
        """A block that has ended cannot be changed, and one that was dropped is there only where it may come back."""
        made = verbs.drop(verbs.next_block(verbs.start(gathering(), at("15:00")), at("15:10")), 3)
        assert [row.position for row in table_of(made, outlook(made, at("15:25"))).rows] == [2]
        assert [row.position for row in table_of(made, outlook(made, at("15:10"))).rows] == [2, 3]


@pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
def test_picture(late: ControlApp, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    """The proposals over the agenda, the second marked, look as they did when we were content with them."""
    late.theme = theme
    assert snap_compare(late, terminal_size=size, press=["v", "home", "down"])
