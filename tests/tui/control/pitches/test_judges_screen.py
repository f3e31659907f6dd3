"""The judges in the control window."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from opened import hand_in
from samling.domain.pitching.actions import ACTIONS
from samling.domain.pitching.judge import recused_from
from samling.tui.control.dialogs.form import Form
from samling.tui.control.pitches.judges_screen import COMMANDS, JudgeList
from staging import look_again

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from textual.pilot import Pilot

    from samling.session import Session
    from samling.tui.control.app import ControlApp


@asynccontextmanager
async def opened(app: ControlApp) -> AsyncIterator[Pilot[None]]:
    """The window with the judges open over the pitches."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("I", "g")
        await look_again(pilot)
        yield pilot


def rows(app: ControlApp) -> list[str]:
    """The judges, as they are drawn."""
    listed = app.screen.query_one(JudgeList)
    drawn = (" ".join(listed.render_line(y).text.lstrip("▌").split()) for y in range(listed.size.height))
    return [row for row in drawn if row]


class TestJudges:
    async def test_add_one_whose_own_organisation_is_recused(self, app: ControlApp, session: Session) -> None:
        """Name, organisation, vote; teams of the same organisation are recused by themselves, and told."""
        async with opened(app) as pilot:
            await pilot.press("a", *"Ada", "tab", *"sykehus 2", "tab", "right", "enter")
            added = session.pitching().judges[-1]
            assert (added.name, added.organisation, added.voting) == ("Ada", "sykehus 2", False)
            assert rows(app)[-1] == "Ada sykehus 2 without a vote – does not score Vidde"

    async def test_change(self, app: ControlApp, session: Session) -> None:
        """What is known stands in the form."""
        async with opened(app) as pilot:
            await pilot.press("down", "e", *"Åse", "enter")
            assert [judge.name for judge in session.pitching().judges] == ["Judge 1", "Åse"]

    async def test_two_of_one_name_are_refused_in_the_form(self, app: ControlApp, session: Session) -> None:
        """It stays open with the reason."""
        async with opened(app) as pilot:
            await pilot.press("a", *"judge", "space", "1", "enter")
            assert isinstance(app.screen, Form)
        assert len(session.pitching().judges) == 2

    async def test_recuse_from_a_team_and_let_score_again(self, app: ControlApp, session: Session) -> None:
        """A declared recusal is taken back without a reason."""
        async with opened(app) as pilot:
            await pilot.press("r", "down", "enter", *"fetter", "enter")
            judge = session.pitching().judges[0]
            assert recused_from(session.pitching(), judge) == (2,)
            assert judge.recusals[0].reason == "fetter"
            await pilot.press("r", "down", "enter", "enter")
            assert recused_from(session.pitching(), session.pitching().judges[0]) == ()

    async def test_ones_own_organisation_takes_a_reason(self, app: ControlApp, session: Session) -> None:
        """Without one the form stays; with it the judge may score."""
        async with opened(app) as pilot:
            await pilot.press("a", *"Ada", "tab", *"sykehus 2", "enter", "r", "down", "enter", "enter")
            assert isinstance(app.screen, Form)
            await pilot.press(*"avtalt", "enter")
            assert recused_from(session.pitching(), session.pitching().judges[-1]) == ()

    async def test_remove_who_has_filled_in_nothing(self, app: ControlApp, session: Session) -> None:
        """It is asked about; who has a sheet stays."""
        hand_in(session, 1, 1, 3, 3, 3)
        async with opened(app) as pilot:
            await pilot.press("delete", "y", "down", "delete", "enter")
            assert len(session.pitching().judges) == 2
            await pilot.press("delete", "y")
            assert [judge.name for judge in session.pitching().judges] == ["Judge 1"]

    async def test_without_judges_it_says_what_to_do(self, app: ControlApp, session: Session) -> None:
        """Every key but a does nothing."""
        for judge_id in (1, 2):
            session.do("judge-remove", judge_id=judge_id)
        async with opened(app) as pilot:
            assert rows(app) == ["There are no judges yet. a adds one."]
            await pilot.press("e", "r", "delete", "enter")
            assert rows(app) == ["There are no judges yet. a adds one."]

    def test_every_action_on_judges_has_a_key(self) -> None:
        """Recusing and waiving are one key."""
        reached = {each.id for each in COMMANDS} | {"judge-recuse", "judge-waive"}
        assert {name for name in ACTIONS if name.startswith("judge-")} <= reached
