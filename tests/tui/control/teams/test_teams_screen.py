from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from textual.widgets import Input, OptionList

from samling.domain.action import About
from samling.domain.roster_actions import ACTIONS
from samling.tui.control.dialogs.form import Form
from samling.tui.control.dialogs.telling import Agreeing, PageText, Telling
from samling.tui.control.teams.commands import COMMANDS
from samling.tui.control.teams.list import TeamList
from samling.tui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.control.app import ControlApp
    from samling.tui.control.teams.screen import TeamsScreen


@asynccontextmanager
async def opened(app: ControlApp, size: tuple[int, int] = (120, 40)) -> AsyncIterator[Pilot[None]]:
    """The window with teams and people open."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("P")
        await pilot.pause()
        yield pilot


async def fill(pilot: Pilot[None], **values: str) -> None:
    """Fill in fields of the form that is open by their names, and send it."""
    form = pilot.app.screen
    assert isinstance(form, Form)
    for row in form._rows:
        if row.field.name in values and isinstance(row._input, Input):
            row._input.value = values[row.field.name]
    await pilot.press("enter")
    await pilot.pause()


def names(session: Session) -> dict[str, list[str]]:
    """The teams by name with the names of their people; those beside them under no name."""
    roster = session.roster()
    found = {team.name: sorted(each.name for each in team.people) for team in roster.teams}
    return {**found, "": sorted(each.name for each in roster.others)}


def text(app: ControlApp, selector: str) -> str:
    """What the words at a selector say."""
    return str(app.screen.query_one(selector).render())


def page(app: ControlApp) -> str:
    """What the page that is open says."""
    return str(app.screen.query_one(PageText).render())


class TestAdding:
    async def test_a_team_with_its_coach(self, app: ControlApp, session: Session) -> None:
        """Key a adds a team; its coach is then beside the teams, and the cursor on the team."""
        async with opened(app) as pilot:
            await pilot.press("a")
            await fill(pilot, name="Havørn", coach="Ola Lie", aim="Null fall")
            team = session.roster().teams[-1]
            assert (team.name, team.coaches, team.aim) == ("Havørn", ("Ola Lie",), "Null fall")
            assert names(session)[""] == ["Ola Lie", "Åse Dal"]
            assert "Null fall" in text(app, "#about")

    async def test_a_person_in_the_marked_team(self, app: ControlApp, session: Session) -> None:
        """Key p on any line of a team adds to it; roles are typed in words, and nothing typed is a member."""
        async with opened(app) as pilot:
            await pilot.press("down", "p")
            await fill(pilot, name="Siv Moe", role="Team leader, union representative", profession="lege")
            await pilot.press("p")
            await fill(pilot, name="Bo Bø", role="")
            siv, bo = session.roster().teams[0].people[2:]
            assert (siv.name, siv.roles, siv.profession) == ("Siv Moe", ("team-leader", "union-representative"), "lege")
            assert bo.role == "member"

    async def test_what_is_wrong_is_told_in_the_form(self, app: ControlApp, session: Session) -> None:
        """No name, a role that is none, a name that is there: the form stays and says so; nothing is added."""
        before = session.roster()
        async with opened(app) as pilot:
            await pilot.press("p")
            await fill(pilot, name="", role="konge")
            told = [str(words.render()) for words in app.screen.query(".wrong").results(Words) if words.display]
            assert ["empty" in told[0], "konge" in told[1]] == [True, True]
            await fill(pilot, name="kari  VIK", role="")
            assert "is in “Fjord” already" in text(app, "#refused")
            assert session.roster() == before


class TestChanging:
    async def test_a_team_and_a_person(self, app: ControlApp, session: Session) -> None:
        """Key e changes what the cursor is on: a team's name, a person's role; empty clears."""
        async with opened(app) as pilot:
            await pilot.press("e")
            await fill(pilot, name="Fjorden", theme="")
            await pilot.press("down", "e")
            await fill(pilot, name="Kari Vik-Moe")
            team = session.roster().teams[0]
            assert (team.name, team.theme, team.organisation) == ("Fjorden", "", "Fjordhelse HF")
            assert (team.people[0].name, team.people[0].role) == ("Kari Vik-Moe", "team-leader")

    async def test_somebody_moves(self, app: ControlApp, session: Session) -> None:
        """Key m asks where to: another team, or beside the teams."""
        async with opened(app) as pilot:
            await pilot.press("down", "m", "enter")
            assert names(session) == {"Fjord": ["Øyvind Ås"], "Vidde": ["Kari Vik", "Karin Moe"], "": ["Åse Dal"]}
            await pilot.press("m")
            app.screen.query_one(OptionList).highlighted = 1
            await pilot.press("enter")
            assert names(session)[""] == ["Kari Vik", "Åse Dal"]

    async def test_removing_asks(self, app: ControlApp, session: Session) -> None:
        """Delete asks with the careful answer marked, for a person and for a team with its people."""
        async with opened(app) as pilot:
            await pilot.press("down", "delete", "enter")
            assert names(session)["Fjord"] == ["Kari Vik", "Øyvind Ås"]
            await pilot.press("delete", "y")
            assert names(session)["Fjord"] == ["Øyvind Ås"]
            await pilot.press("home", "delete", "y")
            assert set(names(session)) == {"Vidde", ""}

    async def test_a_team_withdraws_and_returns(self, app: ControlApp, session: Session) -> None:
        """Key w lets the marked team take part no more, which the list says, and again."""
        async with opened(app) as pilot:
            await pilot.press("w")
            assert [team.name for team in session.roster().taking_part] == ["Vidde"]
            rows = [app.screen.query_one(TeamList).render_line(y).text for y in range(6)]
            assert any("Fjord (has withdrawn)" in row for row in rows)
            await pilot.press("w")
            assert len(session.roster().taking_part) == 2

    async def test_what_is_advised(self, app: ControlApp, session: Session) -> None:
        """Key L sets the limits that warnings go by; a figure that is none is told."""
        async with opened(app) as pilot:
            await pilot.press("L")
            await fill(pilot, team_min="-1")
            assert isinstance(app.screen, Form)
            await fill(pilot, team_min="1")
            assert session.roster().limits.team_min == 1

    async def test_undo_is_the_teams_own(self, app: ControlApp, session: Session) -> None:
        """Key u here takes changes of teams back, and neither the agenda's nor the roll's."""
        async with opened(app) as pilot:
            session.do("start")
            await pilot.press("w", "u")
            assert len(session.roster().taking_part) == 2
            assert session.in_use().current == 1
            await pilot.press("U")
            assert len(session.roster().taking_part) == 1


class TestTakingIn:
    async def test_what_was_understood_is_shown_first(self, app: ControlApp, session: Session, tmp_path: Path) -> None:
        """The columns and counts are shown; Escape changes nothing, Enter takes it in, u takes it back."""
        file = tmp_path / "påmeldte.csv"
        file.write_text("Team;Teamleder;Tull\nHavørn;Åse Vik;x\nFjord;Kari Vik;\n", encoding="utf-8")
        before = session.roster()
        async with opened(app) as pilot:
            await pilot.press("i")
            await fill(pilot, file=f'"{file}"')
            assert isinstance(app.screen, Agreeing)
            assert "Teams: 1 new, 0 changed, 1 as before" in page(app)
            assert "Teamleder: team leader" in page(app)
            assert "Tull" in page(app)
            await pilot.press("escape")
            assert session.roster() == before
            await pilot.press("i")
            await fill(pilot, file=str(file))
            await pilot.press("enter")
            assert names(session)["Havørn"] == ["Åse Vik"]
            await pilot.press("u")
            assert session.roster() == before

    async def test_what_is_wrong_is_told_and_nothing_taken(
        self, app: ControlApp, session: Session, tmp_path: Path
    ) -> None:
        """No such file, an empty one, rows with faults: each is told with its place, and nothing is taken in."""
        before = session.roster()
        faulty = tmp_path / "feil.csv"
        faulty.write_text("Team;Teamleder\n;Åse Vik\n", encoding="utf-8")
        (tmp_path / "tom.csv").write_text("", encoding="utf-8")
        async with opened(app) as pilot:
            for name, told in (("tom.csv", "empty"), ("borte.xlsx", "no such file"), ("feil.csv", "row 2")):
                await pilot.press("i")
                await fill(pilot, file=str(tmp_path / name))
                assert isinstance(app.screen, Telling)
                assert told in page(app)
                await pilot.press("escape")
            assert session.roster() == before


class TestTheWindow:
    async def test_what_is_odd_is_marked(self, app: ControlApp) -> None:
        """A team that is too small and has no leader is marked, and told of when the cursor is on it."""
        async with opened(app) as pilot:
            await pilot.press("end", "up")
            assert "! “Vidde” has 1 person; 4 to 6 are advised." in text(app, "#about")
            assert "“Vidde” has no team leader." in text(app, "#about")
            assert "things worth a look" in text(app, "#counts")

    async def test_finding_puts_the_cursor_there(self, app: ControlApp) -> None:
        """/, a beginning and Enter: the whole list again, the cursor on whom was found."""
        async with opened(app) as pilot:
            await pilot.press("slash", *"karin", "enter")
            screen = cast("TeamsScreen", app.screen)
            assert screen.people.person is not None
            assert screen.people.person.name == "Karin Moe"
            assert not screen.finder.display
            await pilot.press("e")
            assert "Karin Moe" in text(app, "#title")

    async def test_it_opens_from_the_roll_call_too(self, app: ControlApp) -> None:
        """Somebody whose name is wrong on the list is put right at the door: P from the roll call, Escape back."""
        async with app.run_test() as pilot:
            await pilot.press("k", "P", "down", "e")
            await fill(pilot, name="Kari Wik")
            await pilot.press("escape")
            await pilot.pause()
            assert app.view is not None
            assert set(app.view.snapshot.parts) == {About.ROSTER, About.ROLL}
            assert "Kari Wik" in app.screen.query_one("#people").render_line(1).text

    async def test_every_action_on_the_roster_has_a_command(self, app: ControlApp) -> None:
        """Nothing that can be done to teams headless is missing from the window, and help names every key."""
        inside = {"team-edit": "edit", "person-edit": "edit", "team-remove": "remove", "person-remove": "remove"}
        inside |= {"team-withdraw": "withdraw", "team-bring-back": "withdraw"}
        assert {inside.get(name, name) for name in ACTIONS} <= {command.id for command in COMMANDS}
        async with opened(app) as pilot:
            await pilot.press("question_mark")
            assert all(command.label in page(app) for command in COMMANDS)
