from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from opened import new_pitches
from samling.tui.control.app import ControlApp
from staging import look_again, painted

if TYPE_CHECKING:
    from samling.session import Session


@pytest.fixture
def app(session: Session) -> ControlApp:
    """The control window while teams pitch."""
    new_pitches(session)
    return ControlApp(session, keep_awake=False)


class TestJudges:
    """What judges do while a team pitches."""

    async def test_a_score_takes_no_line_from_the_facilitator(self, app: ControlApp, other: Session) -> None:
        """Nor does taking it back: what she did last herself still stands there."""
        async with app.run_test() as pilot:
            await pilot.press("n")
            other.do("sheet-score", judge_id=1, team_id=1, criterion_id="aim", score=4, revision=0)
            await look_again(pilot)
            other.undo("judge-1")
            await look_again(pilot)
            assert "Started “A”" in painted(app)

    async def test_a_sheet_that_comes_in_is_told(self, app: ControlApp, other: Session) -> None:
        """With whose it is, and nothing of what stands in it."""
        async with app.run_test(size=(120, 40)) as pilot:
            for revision, criterion_id in enumerate(("aim", "result", "spread")):
                about = {"team_id": 1, "criterion_id": criterion_id, "score": 4, "revision": revision}
                other.do("sheet-score", judge_id=1, **about)  # type: ignore[arg-type]
            other.do("sheet-submit", judge_id=1, team_id=1, revision=3)
            await look_again(pilot)
            assert "Judge 1 submitted the sheet for “Fjord”" in painted(app)
