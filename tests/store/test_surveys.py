"""Surveys, answers and expectations in the file; and the wireless network that leaves no trace in it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from typing import TYPE_CHECKING

import pytest

from making import at
from opened import new_day, open_session
from samling.domain.action import About
from samling.domain.errors import Refused
from samling.domain.expectations import Expectation, Verdict, Written
from samling.domain.gathering import Scene
from samling.domain.survey.answers import Answer, Asked, Source
from samling.domain.survey.questions import Sort
from samling.domain.survey.values import Survey, SurveyChange
from samling.domain.team import Team
from samling.domain.wireless import Security, wireless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from fake_clock import FakeClock
    from samling.session import Session

SURVEY = Survey(
    "Evaluering på Ærfuglen", "https://nettskjema.no/a/1", gathering_id=1, date=date(2026, 9, 16),
    parameters=(("samling", "2"), ("team", "{team}")), question_set="after-gathering",
)  # fmt: skip
ASKED = (Asked(1, 1, "Nyttig?", Sort.SCALE, ("lite", "mye"), "useful"), Asked(1, 3, "Mer?", Sort.TEXT))
ANSWERS = (
    Answer(1, {1: 2, 3: "Pauser\nog kaffe"}, Source.FILE, "abc"),
    Answer(1, {1: 1}),
)
HUSH = "hemmelig-123"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file lies."""
    return tmp_path / "samling.db"


@pytest.fixture
def session(path: Path, clock: FakeClock) -> Iterator[Session]:
    """A file with a day, two teams and a survey; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(path, clock)) as opened:
        new_day(opened)
        opened.do("team-import", teams=(Team("Nord"), Team("Syd")))
        opened.do("survey-add", survey=SURVEY)
        yield opened


def take_in(session: Session) -> None:
    """Take the answers in."""
    session.do("answers-import", survey_id=1, asked=ASKED, found=ANSWERS, title="E", file="e.csv")


class TestKept:
    def test_as_it_was_given(self, session: Session, path: Path, clock: FakeClock) -> None:
        """Another window reads every field of what was kept."""
        session.do("survey-tick-off", survey_id=1)
        take_in(session)
        session.do("expectation-import", lines=(Written(1, "Mer tid"), Written(2, "Mot")))
        session.do("expectation-mark", team_id=1, verdict=Verdict.PARTLY, who="Nord")
        with closing(open_session(path, clock)) as other:
            kept = other.surveys().survey(1)
            assert (kept.title, kept.parameters, kept.date, kept.question_set, kept.gathering_id, kept.tried_at) == (
                SURVEY.title,
                SURVEY.parameters,
                SURVEY.date,
                SURVEY.question_set,
                1,
                at("15:00"),
            )
            assert other.answers().asked == ASKED
            assert [(each.replies, each.source, each.digest) for each in other.answers().answers] == [
                (each.replies, each.source, each.digest) for each in ANSWERS
            ]
            assert other.expectations().of_team == {1: Expectation("Mer tid", Verdict.PARTLY), 2: Expectation("Mot")}

    def test_chains_of_their_own(self, session: Session) -> None:
        """Each is undone by itself, and brought forward again; the agenda is untouched."""
        session.do("start")
        take_in(session)
        session.do("expectation-write", team_id=1, text="Mer tid", who="Nord")
        session.do("survey-edit", survey_id=1, change=SurveyChange(title="Ny"))
        session.undo("surveys")
        assert session.surveys().survey(1).title == SURVEY.title
        session.undo("answers")
        assert not session.answers().answers
        session.undo("expectations")
        assert not session.expectations().of_team
        assert session.in_use().current == 1
        session.redo("answers")
        assert len(session.answers().answers) == len(ANSWERS)

    def test_of_the_network(self, session: Session) -> None:
        """Another network sees none of it."""
        take_in(session)
        session.do("expectation-write", team_id=1, text="Mer tid", who="Nord")
        session.new_network("Other", "Europe/Oslo")
        assert not session.surveys().surveys
        assert not session.answers().answers
        assert not session.expectations().of_team

    def test_a_survey_with_answers_stays(self, session: Session) -> None:
        """What was answered is never left without its survey."""
        take_in(session)
        with pytest.raises(Refused):
            session.do("survey-remove", survey_id=1)
        assert session.surveys().survey(1).title == SURVEY.title
        session.do("answers-forget", survey_id=1, title="E")
        session.do("survey-remove", survey_id=1)
        assert not session.surveys().surveys

    def test_a_team_that_goes(self, session: Session) -> None:
        """A team that is removed takes no survey and no other team's line with it."""
        session.do("expectation-write", team_id=1, text="Mer tid", who="Nord")
        session.do("team-remove", team_id=1)
        assert session.roster().teams[0].name == "Syd"

    def test_the_rolls_of_all_gatherings(self, session: Session) -> None:
        """Results are reckoned against every gathering's roll."""
        session.do("arrive", teams=(1,), who="Nord")
        session.new_gathering(title="To", start=at("15:00"), end=at("16:00"), programme=None)
        assert [set(roll.teams) for roll in session.rolls()] == [{1}, set()]


class TestWireless:
    @pytest.fixture
    def shown(self, session: Session) -> Session:
        """The session while the guests' network is on show."""
        session.show_wireless(wireless("Gjest", Security.WPA, HUSH))
        return session

    def on_show(self, session: Session) -> str | None:
        """The name of the network that windows would show."""
        found = session.snapshot(lambda _gathering: {About.WIRELESS}).wireless
        return found.name if found else None

    def test_every_window_has_it(self, shown: Session, path: Path, clock: FakeClock) -> None:
        """The projector reads name and password while the scene is on."""
        with closing(open_session(path, clock)) as other:
            found = other.snapshot(lambda _gathering: {About.WIRELESS}).wireless
            assert found is not None
            assert found.payload == f"WIFI:T:WPA;S:Gjest;P:{HUSH};;"
        assert shown.in_use().display.scene is Scene.WIRELESS

    @pytest.mark.parametrize("deed", ["show", "message", "black-out", "show-link", "another gathering", "network"])
    def test_it_goes_when_something_else_is_shown(self, shown: Session, path: Path, deed: str) -> None:
        """Whatever takes its place erases it, from the file and from what lies beside it."""
        deeds: dict[str, Callable[[], object]] = {
            "show": lambda: shown.do("show", scene=Scene.AUTO),
            "message": lambda: shown.do("message", text="Lunsj"),
            "black-out": lambda: shown.do("black-out"),
            "show-link": lambda: shown.do("show-link", url="https://unn.no"),
            "another gathering": lambda: shown.new_gathering(
                title="To", start=at("15:00"), end=at("16:00"), programme=None
            ),
            "network": lambda: shown.new_network("Other", "Europe/Oslo"),
        }
        deeds[deed]()
        shown.close()
        assert not [each.name for each in path.parent.iterdir() if HUSH.encode() in each.read_bytes()]

    def test_it_stays_while_the_day_goes_on(self, shown: Session) -> None:
        """Starting a block or ticking people off does not take it away."""
        shown.do("start")
        shown.do("arrive", teams=(1,), who="Nord")
        assert self.on_show(shown) == "Gjest"

    def test_never_in_the_log(self, shown: Session) -> None:
        """The log tells that a network was shown, and nothing of its password."""
        assert all(HUSH not in repr((each.arguments, each.changes)) for each in shown.log())

    def test_the_file_while_another_window_is_open(self, shown: Session, path: Path, clock: FakeClock) -> None:
        """An open projector does not keep the password alive beside the file."""
        with closing(open_session(path, clock, "screen")) as screen:
            assert self.on_show(screen) == "Gjest"
            shown.do("show", scene=Scene.AGENDA)
            assert not [each.name for each in path.parent.iterdir() if HUSH.encode() in each.read_bytes()]
            assert self.on_show(screen) is None
