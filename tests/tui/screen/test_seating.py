"""The projector while teams find their tables and share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.gathering import Kind, Scene
from samling.domain.programme import Programme, ProgrammeBlock
from samling.domain.seating.values import Claim, KeepApart, Member, Seating, SharingKind, Table
from samling.domain.team import Person, Team
from staging import look_again, painted, stage

if TYPE_CHECKING:
    from collections.abc import Callable

    from fake_clock import FakeClock
    from samling.session import Session
    from samling.tui.screen.app import ScreenApp

TEAMS = ("Fjord", "Vidde", "Elv", "Skjær", "Ås", "Bekk", "Tind")


def seat(control: Session, *at_tables: int, kind: SharingKind = SharingKind.PAIRS) -> None:
    """Announce a seating of teams, or of people, in their order, so many at each table, for the first block."""
    roster = control.roster()
    if kind is SharingKind.PAIRS:
        members = iter(Member("team", team.id or 0) for team in roster.teams)
    else:
        members = iter(Member("person", person.id or 0) for _team, person in roster.everybody())
    tables = tuple(
        Table(number, tuple(next(members) for _each in range(size))) for number, size in enumerate(at_tables, start=1)
    )
    seating = Seating(
        block_id=control.in_use().block(1).id,
        kind=kind,
        layout_id="two-and-two" if kind is SharingKind.PAIRS else "mixed-groups",
        keep_apart=KeepApart.NONE,
        seed=1,
        tables=tables,
        claim=Claim(),
        drawn_at=control.now(),
        minutes_to_move=3,
    )
    control.do("groups-draw", seatings=(seating,), who="Deling på tvers")
    control.do("groups-announce", seating_id=control.seatings().seatings[-1].id, who="Deling på tvers")


@pytest.fixture
def shared(app: ScreenApp, control: Session) -> ScreenApp:
    """The projector before a sharing block of 45 minutes with two questions; seven teams of five are known."""
    questions = ("Hva har dere løst godt?", "Hva er vanskelig?")
    block = ProgrammeBlock("sharing", "Deling på tvers", Kind.SHARING, 45, prompts=questions)
    programme = Programme("p", "P", "us", "gathering", 1, "here", 45, is_proposal=False, note="", blocks=(block,))
    control.new_gathering(title="Samling 2", start=at("15:00"), end=at("16:00"), programme=programme)
    teams = tuple(
        Team(name, people=tuple(Person(f"{first} {name}") for first in ("Kari", "Ola", "Åse", "Per", "Liv")))
        for name in TEAMS
    )
    control.do("team-import", teams=teams, file="Fjordhelse")
    return app


class TestSeating:
    async def test_before_the_block_on_request(self, shared: ScreenApp, control: Session, clock: FakeClock) -> None:
        """Asked for, the seating stands there before the block, with the time at which it begins."""
        seat(control, 2, 2, 3)
        control.do("show", scene=Scene.SEATING)
        async with shared.run_test(size=(80, 24)) as pilot:
            words = " ".join(stage(shared))
            assert "Find your table" in words
            assert "We begin at 15:00" in words
            clock.set(at("14:50:20"))
            await look_again(pilot)
            assert re.search(r"1\s+Fjord.*\n.*Vidde", painted(shared))

    async def test_in_the_block_by_itself(self, shared: ScreenApp, control: Session, clock: FakeClock) -> None:
        """When the block has started, people have the room's minutes to move, counted down; then the turns come."""
        seat(control, 2, 2, 3)
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:00:20"))
        async with shared.run_test(size=(80, 24)) as pilot:
            assert "2:40 to find your table" in stage(shared)
            clock.set(at("15:03"))
            await look_again(pilot)
            assert {"Team 1 of 2", "17:00", "3 at the table: number 1 · 12:00"} <= set(stage(shared))
            assert any("Hva er vanskelig?" in each for each in stage(shared))

    async def test_a_change_of_turn_is_told_and_rung(
        self, shared: ScreenApp, control: Session, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A new turn has a shape of its own for ten seconds and, with the sound on, rings once."""
        rung: list[str] = []
        seat(control, 2, 2, 3)
        control.do("sound", on=True)
        clock.set(at("15:00"))
        control.do("start")
        clock.set(at("15:19:59"))
        async with shared.run_test(size=(80, 24)) as pilot:
            monkeypatch.setattr(shared, "bell", lambda: rung.append(stage(shared)[2]))
            for time in ("15:20:00", "15:20:09", "15:20:10"):
                clock.set(at(time))
                await look_again(pilot)
                rung.append(f"{time} {stage(shared)[2]}")
        assert rung == ["▲ Team 2 of 2", "15:20:00 ▲ Team 2 of 2", "15:20:09 ▲ Team 2 of 2", "15:20:10 Team 2 of 2"]

    async def test_an_undone_announcement_is_gone(self, shared: ScreenApp, control: Session, clock: FakeClock) -> None:
        """When the announcement is taken back the questions stand there alone."""
        seat(control, 2, 2, 3)
        clock.set(at("15:00"))
        control.do("start")
        async with shared.run_test(size=(80, 24)) as pilot:
            control.undo("groups")
            await look_again(pilot)
            assert not any("find your table" in each.lower() for each in stage(shared))

    async def test_people_by_name(self, shared: ScreenApp, control: Session, clock: FakeClock) -> None:
        """In mixed groups everybody finds their name in the alphabet, page after page, each person once."""
        seat(control, 5, 5, 5, 5, 5, 5, 5, kind=SharingKind.MIXED)
        control.do("show", scene=Scene.SEATING)
        seen: list[str] = []
        async with shared.run_test(size=(80, 16)) as pilot:
            for page in range(6):
                clock.set(at("14:50") + page * (at("14:50:10") - at("14:50")))
                await look_again(pilot)
                seen += re.findall(r"\d  +((?:Kari|Ola|Åse|Per|Liv) \w+)", painted(shared))
        names = {f"{first} {team}" for first in ("Kari", "Ola", "Åse", "Per", "Liv") for team in TEAMS}
        assert set(seen) == names

    @pytest.mark.parametrize(("size", "sign"), [((120, 35), "╭─ Table 1"), ((120, 40), "╭─────")])
    async def test_the_plan_takes_turns_with_the_list(
        self, shared: ScreenApp, control: Session, clock: FakeClock, size: tuple[int, int], sign: str
    ) -> None:
        """Every other ten seconds the tables stand as they stand in the room."""
        seat(control, 2, 2, 3)
        control.do("show", scene=Scene.SEATING)
        async with shared.run_test(size=size) as pilot:
            seen = []
            for seconds in (0, 10):
                clock.set(at(f"14:50:{seconds:02}"))
                await look_again(pilot)
                seen.append(sign in painted(shared))
            assert sorted(seen) == [False, True]

    @pytest.mark.parametrize(("height", "says_who"), [(35, True), (40, False)])
    async def test_the_plan_has_every_table(
        self, shared: ScreenApp, control: Session, clock: FakeClock, height: int, *, says_who: bool
    ) -> None:
        """Where a repair has closed a table between the others, the plan still has the last.

        It says who sits there, but in a tall window: there the numbers stand alone, in letters for the whole room.
        """
        seat(control, 3, 0, 2, 2)
        control.do("show", scene=Scene.SEATING)
        async with shared.run_test(size=(120, height)) as pilot:
            for seconds in (0, 10):
                clock.set(at(f"14:50:{seconds:02}"))
                await look_again(pilot)
                if "╭─" in painted(shared):
                    assert painted(shared).count("╭─") == 4
                    assert ("╭─ Table 4" in painted(shared)) == says_who
                    assert all(bool(re.search(rf"│ {name} +│", painted(shared))) == says_who for name in TEAMS)
                    return
        pytest.fail("the plan was not shown")

    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (192, 54)])
    async def test_the_first_page_says_that_there_are_more(
        self, shared: ScreenApp, control: Session, clock: FakeClock, size: tuple[int, int]
    ) -> None:
        """From the first moment the page that is shown is told, by the room that the list has in the end."""
        seat(control, 2, 2, 3)
        control.do("show", scene=Scene.SEATING)
        clock.set(at("14:50:10"))
        async with shared.run_test(size=size) as pilot:
            await pilot.pause()
            first = re.findall(r"page \d of \d", " ".join(stage(shared)))
            await look_again(pilot)
            assert re.findall(r"page \d of \d", " ".join(stage(shared))) == first
            assert len(first) == 1

    async def test_every_page_has_its_turn(self, shared: ScreenApp, control: Session, clock: FakeClock) -> None:
        """With several pages of names and the plan, each page comes in its turn and says which it is."""
        seat(control, 5, 5, 5, 5, 5, 5, 5, kind=SharingKind.MIXED)
        control.do("show", scene=Scene.SEATING)
        seen = []
        async with shared.run_test(size=(200, 60)) as pilot:
            for page in range(9):
                clock.set(at("14:50") + page * (at("14:50:10") - at("14:50")))
                await look_again(pilot)
                (said,) = re.findall(r"page (\d) of (\d)", " ".join(stage(shared)))
                seen.append((int(said[0]), int(said[1]), "╭─" in painted(shared)))
        pages = seen[0][1]
        assert pages > 3
        assert {each for _page, each, _plan in seen} == {pages}
        assert [page % pages + 1 for page, _pages, _plan in seen[:-1]] == [page for page, _pages, _plan in seen[1:]]
        assert all(plan == (page == pages) for page, _pages, plan in seen)


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_nothing_is_cut_of_seven_teams(
    shared: ScreenApp, control: Session, clock: FakeClock, size: tuple[int, int]
) -> None:
    """Seven teams stand on one page, whatever the window."""
    from samling.tui.screen.listing import Listing, form

    seat(control, 2, 2, 3)
    control.do("show", scene=Scene.SEATING)
    clock.set(at("14:49:40"))
    async with shared.run_test(size=size) as pilot:
        await look_again(pilot)
        listing = shared.query_one(Listing)
        found = form(listing.entries, *listing.content_size, size[1])
        assert found.per_page >= 3


class TestForms:
    def test_few_pages_of_large_letters(self) -> None:
        """Where large letters would take more than three pages, the terminal's own show all on one."""
        from samling.tui.screen.listing import Entry, form

        few = tuple(Entry(str(each), ("Hverdagslaget", "Sårt og godt")) for each in range(1, 4))
        many = tuple(Entry(str(each), ("Hverdagslaget", "Sårt og godt")) for each in range(1, 31))
        assert form(few, 116, 30, 40).cap > 0
        assert (form(many, 116, 30, 40).cap, form(many, 116, 30, 40).pages) == (0, 1)


LOOKS = [((80, 24), "samling-light"), ((120, 40), "samling-dark"), ((200, 60), "samling-dark")]
MOMENTS = {"list": "15:01:00", "plan": "15:01:10", "turns": "15:20:05"}
"""When the projector shows who sits where, where the tables stand, and that the second turn has just begun."""


@pytest.fixture
def sharing(shared: ScreenApp, control: Session, clock: FakeClock) -> ScreenApp:
    """The projector in a sharing block that began at 15:00, with two tables of two and one of three."""
    seat(control, 2, 2, 3)
    clock.set(at("15:00"))
    control.do("start")
    return shared


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look[0][0]}-{look[1]}")
@pytest.mark.parametrize("moment", MOMENTS)
def test_picture(
    sharing: ScreenApp,
    clock: FakeClock,
    snap_compare: Callable[..., bool],
    look: tuple[tuple[int, int], str],
    moment: str,
) -> None:
    """Where to sit, and then whose turn it is, look as they did when we were content with them."""
    clock.set(at(MOMENTS[moment]))
    sharing.theme = look[1]
    assert snap_compare(sharing, terminal_size=look[0])
