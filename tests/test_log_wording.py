"""The story of the day in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from making import at
from opened import hold_pitches, open_session
from samling import language
from samling.domain import storyline
from samling.domain.gathering import Scene
from samling.domain.survey.values import Survey
from samling.log_wording import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """A day on which three teams pitch before two judges."""
    opened = open_session(tmp_path / "day.db", clock, who="control")
    hold_pitches(opened, clock)
    clock.set(at("15:05"))
    yield opened
    opened.close()
    language.use("en")


def story(session: Session, count: int) -> list[str]:
    """Return the last lines of the story."""
    gathering = session.in_use()
    return [told(line, gathering.timezone) for line in storyline.lines(session.story(gathering))][-count:]


def score(session: Session, clock: FakeClock, *given: int) -> None:
    """Let judge 1 give team 1 these scores, a minute apart."""
    criteria = session.pitching().forms[-1].form.criteria
    for criterion, value in zip(criteria, given, strict=False):
        sheets = session.sheets(1)
        revision = next((each.revision for each in sheets.sheets if each.team_id == 1), 0)
        session.do("sheet-score", judge_id=1, team_id=1, criterion_id=criterion.id, score=value, revision=revision)
        clock.move(minutes=1)


class TestStory:
    def test_a_judge_s_sheet(self, session: Session, clock: FakeClock) -> None:
        """It says whose sheet it is, for whom, how far it has come and from when on."""
        session.do("pitch-start")
        score(session, clock, 4, 3)
        assert story(session, 1) == ["Judge 1 is scoring “Fjord”: 2 of 3 criteria, not submitted yet (from 15:05)"]
        language.use("nb")
        assert story(session, 1) == ["Judge 1 gir poeng til «Fjord»: 2 av 3 kriterier, ikke levert ennå (fra 15:05)"]

    def test_undo_says_what_was_taken_back(self, session: Session, clock: FakeClock) -> None:
        """With the time at which that was done, which is not when it was taken back."""
        session.do("drop", position=2)
        clock.set(at("15:09"))
        session.undo()
        session.redo()
        assert story(session, 2) == [
            "Took back what was done at 15:05: Dropped “B”",
            "Did again what was done at 15:05: Dropped “B”",
        ]

    def test_more_of_the_same_is_added_up(self, session: Session) -> None:
        """Three presses and one back are two minutes; as many back as forth are none."""
        for seconds in (60, 60, 60, -60):
            session.do("extend", position=2, seconds=seconds)
        assert story(session, 1) == ["Changed the length of “B” by +2 min in all (4 times)"]
        session.do("show", scene=Scene.AGENDA)
        for seconds in (60, -60):
            session.do("extend", position=3, seconds=seconds)
        assert story(session, 1) == ["Changed the length of “C” 2 times, back to what it was"]

    def test_what_is_done_to_the_network_on_the_day_belongs_to_it(self, session: Session, clock: FakeClock) -> None:
        """A survey added on the day is told; what was done on another date is not."""
        session.do("survey-add", survey=Survey("Evaluering", "https://example.org/1"))
        assert "Evaluering" in story(session, 1)[0]
        clock.move(hours=48)
        session.do("survey-add", survey=Survey("Senere", "https://example.org/2"))
        assert "Evaluering" in story(session, 1)[0]
