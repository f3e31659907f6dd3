"""How the roll call, the teams and the groups look: compared with pictures that we were content with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from samling.domain.gathering import Kind
from samling.domain.plan import BlockChange
from samling.domain.team import Person, Team
from samling.tui.control.app import ControlApp
from samling.tui.control.groups.asking import Asked
from samling.tui.control.groups.searching import Search

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.session import Session

BESIDE_THE_KEYS = ("requirements", "rooms", "repair")
SIZES = [(80, 24), (120, 40), (200, 60)]
THEMES = ["samling-dark", "samling-light"]
PLACES = ("Havnvik", "Elvvik", "Sundvær")
PEOPLE = (
    ("Kari", "team-leader", "sykepleier"),
    ("Øyvind", "measurement-lead", "lege"),
    ("Siv", "union-representative", "fysioterapeut"),
    ("Per", "member", "helsefagarbeider"),
    ("Åse", "line-manager", "avdelingsleder"),
)
NAMES = ("Fallskjermen", "Hverdagslaget", "Matgleden", "Nattugla", "Rett hjem", "Ro i rommet", "Samtalen", "Åpen dør")


@pytest.fixture
def day(session: Session) -> Session:
    """A day of eight teams from three places, with sharing at 15:10 and pitches at 15:40; it is under way."""
    session.new_network("Fjordhelse", "Europe/Oslo")
    session.new_gathering(title="Konkrete tiltak", start=at("15:00"), end=at("17:00"), programme=None)
    for title, minutes, kind in (
        ("Innledning", 10, Kind.OPENING),
        ("Deling på tvers", 30, Kind.SHARING),
        ("Pitching", 60, Kind.PITCHING),
    ):
        session.do("add", change=BlockChange(title=title, planned_seconds=minutes * 60, kind=kind))
    session.do("team-import", teams=tuple(map(team, range(len(NAMES)))), others=(Person("Bo Lie", "director"),))
    session.do("start")
    return session


def team(at: int) -> Team:
    """Team number `at`, with a coach and five people."""
    place = PLACES[at % len(PLACES)]
    people = tuple(Person(f"{first} {NAMES[at].split()[-1]}sen", role, work) for first, role, work in PEOPLE)
    return Team(
        NAMES[at], f"{place} kommune", unit="Sengepost", place=place, theme="Fall", coach="Ola Lie", people=people
    )


def tick(session: Session, clock: FakeClock) -> None:
    """Five teams in time, one half of it and late, one gone again."""
    clock.set(at("15:00:30"))
    teams = session.roster().teams
    session.do("arrive", people=tuple(each.id for team in teams[:5] for each in team.people[:4]), who="fem team")
    clock.set(at("15:08:20"))
    session.do("arrive", people=tuple(each.id for each in teams[5].people[:2]), who="to")
    clock.set(at("15:12:05"))
    session.do("leave", people=(teams[1].people[0].id,), who="én")


async def settled(pilot: Pilot[None]) -> None:
    """Let what runs beside the keys come to its end."""
    for _round in range(2):
        await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.name in BESIDE_THE_KEYS)
        await pilot.pause()


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_roll_call(
    day: Session, clock: FakeClock, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    """Teams that are here, in part, late, gone and missing; who must be at the pitches soon."""
    tick(day, clock)
    app = ControlApp(day, keep_awake=False)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("k", "down", "down")
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_finding(day: Session, clock: FakeClock, snap_compare: Callable[..., bool]) -> None:
    """Somebody is looked for by the beginning of a name."""
    tick(day, clock)

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("k", "slash", *"siv n")
        pilot.app.screen.finder.typed.cursor_blink = False  # type: ignore[attr-defined]
        await settled(pilot)

    assert snap_compare(ControlApp(day, keep_awake=False), terminal_size=(80, 24), run_before=look)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_teams(day: Session, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str) -> None:
    """Teams and people with what is known of the marked one, and what is worth a look."""
    day.do("team-withdraw", team_id=day.roster().teams[7].id)
    day.do("person-remove", person_id=day.roster().teams[0].people[0].id)
    app = ControlApp(day, keep_awake=False)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("P", "down")
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


def drawn(session: Session, asked: Asked) -> None:
    """Draw for the sharing block with a seed that is always the same."""
    hall = session.hall()
    drafts = Search(hall, hall.gathering.blocks[1].id or 0, asked, 1, session.now()).run()
    session.do("groups-draw", seatings=drafts, who="Deling på tvers")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
def test_the_groups(
    day: Session, clock: FakeClock, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
) -> None:
    """Announced pairs with a host, a line brought back and a locked table, and a team that is missing now."""
    drawn(day, Asked())
    seating = day.seatings().seatings[-1]
    first, second = seating.tables[:2]
    day.do("groups-lock", seating_id=seating.id, number=second.number)
    day.do("groups-host", seating_id=seating.id, number=first.number, host=first.members[0], who="x")
    day.do("groups-brings", seating_id=seating.id, number=first.number, text="Spør nattevakta først")
    day.do("groups-announce", seating_id=seating.id, who="Deling på tvers")
    clock.set(at("15:05"))
    people = tuple(each.id for team in day.roster().teams[:7] for each in team.people[:4])
    day.do("arrive", people=people, who="sju team")
    app = ControlApp(day, keep_awake=False)
    app.theme = theme

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("G")
        await settled(pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)


def test_a_swap(day: Session, snap_compare: Callable[..., bool]) -> None:
    """One is marked to swap with the one under the cursor: the price stands below the tables."""
    from samling.domain.seating.values import SharingKind

    drawn(day, Asked(SharingKind.MIXED))

    async def look(pilot: Pilot[None]) -> None:
        await pilot.press("G")
        await settled(pilot)
        await pilot.press("home", "space", "right")
        await settled(pilot)

    assert snap_compare(ControlApp(day, keep_awake=False), terminal_size=(120, 40), run_before=look)
