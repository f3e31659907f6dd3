"""The result and the award in the control window: hidden until asked for, announced key by key."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

import pytest

from making import at
from opened import hand_in
from samling.domain.gathering import Scene
from samling.domain.pitching.award_actions import ACTIONS
from samling.domain.pitching.podium import Stage
from samling.domain.pitching.settings import SettingsChange
from samling.domain.pitching.values import Status
from samling.tui.control.award.commands import COMMANDS
from samling.tui.control.award.list import AwardList
from samling.tui.control.award.screen import AwardScreen
from samling.tui.control.dialogs.chooser import Confirm
from samling.tui.control.dialogs.form import Form
from samling.tui.control.dialogs.telling import Agreeing, PageText, Telling
from samling.tui.widgets.ends import Ends
from staging import look_again, painted

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from fake_clock import FakeClock
    from samling.domain.pitching.podium import Award
    from samling.domain.pitching.sheets import JudgeSheets
    from samling.session import Session
    from samling.tui.control.app import ControlApp

NAMES = ("Fjord", "Vidde", "Holme", "Skjær")


async def counted(pilot: Pilot[None]) -> None:
    """Let the sheets be counted."""
    await pilot.app.workers.wait_for_complete(each for each in pilot.app.workers if each.name == "count")
    await pilot.pause()


@asynccontextmanager
async def opened(app: ControlApp, *keys: str, size: tuple[int, int] = (100, 34)) -> AsyncIterator[Pilot[None]]:
    """The window with the award open, and these keys pressed."""
    async with app.run_test(size=size) as pilot:
        await pilot.press("I", "r")
        await look_again(pilot)
        await pilot.press(*keys)
        await counted(pilot)
        yield pilot


def rows(app: ControlApp) -> list[str]:
    """The list, as it is drawn."""
    listed = app.screen.query_one(AwardList)
    drawn = (" ".join(listed.render_line(y).text.replace("▌", " ").split()) for y in range(listed.size.height))
    return [row for row in drawn if row]


def said(app: ControlApp, selector: str) -> str:
    """What the words at a selector say, both ends of a line."""
    widget = app.screen.query_one(selector)
    return f"{widget.left.plain} {widget.right.plain}" if isinstance(widget, Ends) else str(widget.render())


def award(session: Session) -> Award:
    """How far the award has come."""
    return session.pitching().award


class TestHidden:
    async def test_the_result_is_hidden_until_it_is_confirmed(self, app: ControlApp) -> None:
        """No name stands there; the first key asks, and a blind Enter keeps it hidden."""
        async with opened(app) as pilot:
            assert not any(name in painted(app) for name in NAMES if name != "Skjær")
            await pilot.press("v")
            assert isinstance(app.screen, Confirm)
            await pilot.press("enter")
            await counted(pilot)
            assert cast("AwardScreen", app.screen).desk.result is None
            assert not any(name in "".join(rows(app)) for name in NAMES)

    async def test_what_is_hidden_is_not_even_read(self, app: ControlApp, monkeypatch: pytest.MonkeyPatch) -> None:
        """The sheets are read when the result is shown, and not before."""
        read: list[str] = []
        jury = app.session.jury

        def watched() -> tuple[JudgeSheets, ...]:
            read.append("jury")
            return jury()

        monkeypatch.setattr(app.session, "jury", watched)
        async with opened(app) as pilot:
            assert read == []
            await pilot.press("v", "y")
            await counted(pilot)
            assert read == ["jury"]

    async def test_the_same_key_hides_it_again(self, app: ControlApp) -> None:
        """Hidden, it is gone from the window, also from what the window holds."""
        async with opened(app, "v", "y") as pilot:
            assert "Fjord" in rows(app)[0]
            await pilot.press("v")
            assert cast("AwardScreen", app.screen).desk.result is None
            assert "hidden" in rows(app)[-1]

    async def test_ties_are_no_finding_while_it_is_hidden(self, app: ControlApp, session: Session) -> None:
        """What the pre-flight tells does not tell who is placed where."""
        for judge_id in (1, 2, 3):
            hand_in(session, judge_id, 1, 4, 4, 4)
            hand_in(session, judge_id, 2, 4, 4, 4)
            hand_in(session, judge_id, 3, 4, 4, 4)
        async with opened(app) as pilot:
            assert "share" not in said(app, "#notes")
            await pilot.press("v", "y")
            await counted(pilot)
            assert "share place 1" in said(app, "#notes")


class TestResult:
    async def test_places_scores_spread_and_sheets(self, app: ControlApp) -> None:
        """By rank, with the lowest and the highest that a judge gave, whose sheet is missing and the time over.

        All pitched until the questions came by themselves: the grace of 15 seconds over their time.
        """
        async with opened(app, "v", "y"):
            assert rows(app) == [
                "1 Fjord 5.00 5.00–5.00 3 +0:15",
                "2 Holme 4.00 4.00–4.00 3 +0:15",
                "3 Vidde 4.00 4.00–4.00 3 +0:15",
                "4 Skjær 2.00 2.00–2.00 2 J3 +0:15",
            ]

    async def test_ties_and_how_sure_in_sentences(self, app: ControlApp) -> None:
        """Which rule parted whom, and how well the first place stands."""
        async with opened(app, "v", "y"):
            told = " ".join(said(app, "#notes").split())
            assert "Holme before Vidde: equal at 4.00; by Result, 5.00 – 3.00." in told
            assert "100 % of all juries" in told
            assert "It stands whichever one judge is left out." in told
            assert "! Sheets for “Skjær” are still to come from: Judge 3." in told

    async def test_a_sheet_that_comes_in_is_counted(self, app: ControlApp, other: Session) -> None:
        """At the next look at the file, by itself; a draft changes nothing and counts nothing anew."""
        async with opened(app, "v", "y") as pilot:
            hand_in(other, 3, 4, 5, 5, 5)
            await look_again(pilot)
            await counted(pilot)
            assert rows(app)[-1] == "4 Skjær 3.00 2.00–5.00 3 +0:15"
            workers = len(app.workers)
            other.do("sheet-correct", judge_id=1, team_id=1, reason="x")
            await look_again(pilot)
            assert len(app.workers) == workers

    async def test_one_team_in_full_and_what_other_methods_say(self, app: ControlApp) -> None:
        """Criterion by criterion for the marked team; each method's ranks."""
        async with opened(app, "v", "y") as pilot:
            await pilot.press("end", "enter")
            assert isinstance(app.screen, Telling)
            page = " ".join(str(app.screen.query_one(PageText).render()).split())
            assert "Result 2.00 (2.00–2.00)" in page
            assert "Missing Judge 3" in page
            await pilot.press("escape", "m")
            page = " ".join(str(app.screen.query_one(PageText).render()).split())
            assert "plain mean 1 Fjord, 2 Vidde, 2 Holme, 4 Skjær" in page

    async def test_details_of_what_is_hidden_are_not_told(self, app: ControlApp) -> None:
        """Neither a team nor the methods."""
        async with opened(app) as pilot:
            for key in ("enter", "m", "d"):
                await pilot.press(key)
                assert isinstance(app.screen, AwardScreen)

    async def test_without_a_form_there_is_nothing_to_count(self, session: Session, app: ControlApp) -> None:
        """It says so, and that settling is not possible."""
        session.new_gathering(title="Two", start=at("15:00"), end=at("16:00"), programme=None)
        async with opened(app, "v", "y"):
            assert "no scoring form" in rows(app)[0]
            assert "!! There is no scoring form in use." in said(app, "#notes")


class TestAward:
    async def test_settle_tells_first_what_to_look_at(self, app: ControlApp, session: Session) -> None:
        """The pre-flight's sentences; Escape leaves, Enter settles all the same."""
        async with opened(app) as pilot:
            await pilot.press("s")
            assert isinstance(app.screen, Agreeing)
            assert "Skjær" in str(app.screen.query_one(PageText).render())
            await pilot.press("escape")
            assert award(session).stage is Stage.OPEN
            await pilot.press("s", "enter")
            assert award(session).stage is Stage.SETTLED
            assert "● settled" in said(app, "#title-line")

    async def test_settle_asks_nothing_when_all_is_in_place(self, app: ControlApp, session: Session) -> None:
        """With every sheet in, the key settles at once; S opens the sheets again."""
        hand_in(session, 3, 4, 2, 2, 2)
        async with opened(app) as pilot:
            await pilot.press("s")
            assert award(session).stage is Stage.SETTLED
            await pilot.press("S")
            assert award(session).stage is Stage.OPEN

    async def test_three_two_one(self, app: ControlApp, session: Session) -> None:
        """A key each; what is still to come stands there without a name."""
        async with opened(app, "s", "enter") as pilot:
            assert rows(app)[:3] == ["› Place 3 Space announces it", "· Place 2", "· Place 1"]
            await pilot.press("space")
            assert rows(app)[:3] == ["✓ Place 3: Vidde", "› Place 2 Space announces it", "· Place 1"]
            await pilot.press("space", "space")
            assert rows(app)[:3] == ["✓ Place 3: Vidde", "✓ Place 2: Holme", "✓ Place 1: Fjord"]
            assert [step.place for step in award(session).revealed] == [3, 2, 1]

    async def test_before_it_is_settled_nothing_is_announced(self, app: ControlApp, session: Session) -> None:
        """The key says what to do instead."""
        async with opened(app, "space"):
            assert award(session).revealed == ()

    async def test_a_wrong_key_is_taken_back(self, app: ControlApp, session: Session) -> None:
        """By u and by b; the names that come stay unsaid."""
        async with opened(app, "s", "enter", "space", "space", "u") as pilot:
            assert [step.place for step in award(session).revealed] == [3]
            assert "Holme" not in "".join(rows(app))
            await pilot.press("b")
            assert award(session).revealed == ()
            await pilot.press("b")
            assert award(session).revealed == ()

    async def test_the_deed_line_tells_what_was_announced_and_no_more(self, app: ControlApp) -> None:
        """What the room heard stands there, for whoever presses."""
        async with opened(app, "s", "enter", "space"):
            assert "Announced place 3: Vidde" in said(app, "#deed")

    async def test_end_and_correct(self, app: ControlApp, session: Session) -> None:
        """It ends when all places are announced and it is confirmed; a correction takes a reason and a number."""
        async with opened(app, "s", "enter", "space", "z", "y") as pilot:
            assert award(session).stage is Stage.SETTLED
            await pilot.press("space", "space", "z", "enter")
            assert award(session).stage is Stage.SETTLED
            await pilot.press("z", "y")
            assert award(session).stage is Stage.FROZEN
            await pilot.press("C", *"feil", "enter")
            assert isinstance(app.screen, Form)
            assert "Nothing has changed" in str(app.screen.query_one("#refused").render())
            await pilot.press("escape")
            hand_in(session, 3, 4, 5, 5, 5)
            hand_in(session, 1, 1, 1, 1, 1)
            await pilot.press("C", *"feil", "enter")
            assert [revision.number for revision in award(session).revisions] == [1, 2]
            assert "revision 2" in said(app, "#title-line")

    async def test_the_jury_decides_otherwise(self, app: ControlApp, session: Session) -> None:
        """Team by team, with a reason and a name, and back to the sums."""
        async with opened(app, "v", "y") as pilot:
            await pilot.press("d", "2", "tab", *"mål", "tab", *"Kari", "enter", "down", "d", "1", "enter")
            decision = award(session).decision
            assert decision is not None
            assert (dict(decision.places), decision.reason, decision.by) == ({1: 2, 3: 1}, "mål", "Kari")
            assert rows(app)[0].startswith("1 →2 Fjord")
            assert "beside the sums: mål (Kari)" in said(app, "#notes")
            await pilot.press("D")
            assert award(session).decision is None


class TestPrizes:
    async def test_the_audiences_votes(self, app: ControlApp, session: Session) -> None:
        """A count for each team that competes; the most of them is announced by a key of its own."""
        session.do("pitch-settings", to=SettingsChange(audience=True))
        async with opened(app) as pilot:
            assert "· The audience's prize a announces it" in rows(app)
            await pilot.press("V", *"12", "tab", "tab", *"31", "enter")
            assert {each.team_id: each.count for each in session.pitching().votes} == {1: 12, 2: 0, 3: 31, 4: 0}
            await pilot.press("a")
            assert "✓ The audience's prize: Holme" in rows(app)

    async def test_a_prize_by_a_criterion(self, app: ControlApp, session: Session) -> None:
        """Added, given to the best on it, announced."""
        async with opened(app) as pilot:
            await pilot.press("c", "enter", *"Mål", "tab", "right", "enter")
            prize = session.pitching().prizes[0]
            assert (prize.title, prize.criterion_id) == ("Mål", "aim")
            assert "· Mål not decided · c: prizes" in rows(app)
            await pilot.press("c", "down", "enter", "enter")
            assert session.pitching().prizes[0].team_ids == (1, 2)
            assert not any(name in "".join(rows(app)) for name in NAMES)
            await pilot.press("c", "down", "enter", "down", "enter")
            assert "✓ Mål: Fjord, Vidde (shared)" in rows(app)

    async def test_a_prize_by_the_jurys_decision(self, app: ControlApp, session: Session) -> None:
        """The team is chosen from a list; a prize can be taken away."""
        async with opened(app) as pilot:
            await pilot.press("c", "enter", *"Test", "enter")
            await pilot.press("c", "down", "enter", "enter", "end", "enter")
            assert session.pitching().prizes[0].team_ids == (4,)
            await pilot.press("c", "down", "enter", "end", "enter")
            assert session.pitching().prizes == ()


class TestAround:
    async def test_it_says_what_the_projector_shows(self, app: ControlApp, session: Session) -> None:
        """Where the room would not see the award it says so, and P turns the projector to it."""
        session.do("show", scene=Scene.CLOCK)
        async with opened(app) as pilot:
            assert "! Projector: clock. P shows the award" in said(app, "#title-line")
            await pilot.press("P")
            assert session.in_use().display.scene is Scene.PITCH
            assert "Projector: the pitches" in said(app, "#title-line")

    async def test_a_withdrawn_team_has_no_place(self, app: ControlApp, session: Session) -> None:
        """It stands last, with the reason."""
        session.do("pitch-withdraw", team_id=1)
        async with opened(app, "v", "y"):
            assert session.pitching().pitch(1).status is Status.WITHDRAWN
            assert rows(app)[-1] == "– Fjord withdrawn"

    def test_every_action_of_the_award_has_a_key(self) -> None:
        """The prizes' actions are behind one of them."""
        reached = {each.id for each in COMMANDS} | {"prize-add", "prize-remove", "prize-give", "award-prize"}
        assert set(ACTIONS) <= reached

    async def test_help_tells_that_the_room_is_given_nothing_more(self, app: ControlApp) -> None:
        """In words, over the keys."""
        async with opened(app, "question_mark"):
            assert "what has been announced, and nothing else" in " ".join(
                str(app.screen.query_one("#text").render()).split()
            )


class TestPictures:
    @pytest.mark.parametrize("theme", ["samling-dark", "samling-light"])
    @pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
    def test_the_result(
        self, app: ControlApp, snap_compare: Callable[..., bool], size: tuple[int, int], theme: str
    ) -> None:
        """The places with what is behind them."""

        async def show(pilot: Pilot[None]) -> None:
            await pilot.press("I", "r", "v", "y")
            await counted(pilot)

        app.theme = theme
        assert snap_compare(app, terminal_size=size, run_before=show)

    def test_half_way(
        self, app: ControlApp, session: Session, clock: FakeClock, snap_compare: Callable[..., bool]
    ) -> None:
        """One place announced, two to come."""
        session.do("award-settle")
        clock.move(minutes=1)
        session.do("award-reveal")
        assert snap_compare(app, terminal_size=(80, 24), press=["I", "r"])
