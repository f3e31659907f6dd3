"""What the doctor says of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

import pitches
from making import DATE, at, block, gathering
from samling.domain.gathering import Display, Kind, Scene
from samling.domain.pitching.judge import Judge
from samling.domain.readiness import plan
from samling.domain.readiness.finding import Level
from samling.domain.readiness.plan import Planned
from samling.domain.roster import Roster
from samling.domain.survey.values import Survey, Surveys
from samling.domain.team import Team
from samling.domain.verbs import start

READY = Planned(
    gathering=gathering(),
    roster=Roster(1, teams=(Team("Fjord", id=1),)),
    pitching=pitches.pitching(),
    surveys=Surveys(1),
    today=DATE - timedelta(days=1),
)


def todos(planned: Planned) -> list[str]:
    """Return what is to be done something about, by id."""
    return [each.id for each in plan.findings(planned) if each.level is Level.DO]


def changed(**fields: Any) -> Planned:  # noqa: ANN401 - the fields of what is planned
    """Return what is ready, with something else in it."""
    return replace(READY, **fields)


class TestPlan:
    def test_what_is_ready_is_left_alone(self) -> None:
        """A day with blocks that fit, teams, and nothing else to look to, asks for nothing; on the day itself too."""
        assert todos(READY) == []
        assert todos(changed(today=DATE)) == []

    def test_a_day_that_has_been(self) -> None:
        """The gathering in use was yesterday: another is to be chosen."""
        assert todos(changed(today=DATE + timedelta(days=1))) == ["gathering"]

    def test_a_rehearsed_day(self) -> None:
        """A day that began before its date goes on from there, and is to be reset."""
        begun = start(gathering(), at("15:00"))
        assert todos(changed(gathering=begun)) == ["rehearsed"]
        assert todos(changed(gathering=begun, today=DATE)) == []

    def test_a_day_without_blocks(self) -> None:
        """There is nothing to run."""
        empty = replace(gathering(), blocks=())
        assert todos(changed(gathering=empty)) == ["blocks"]

    @pytest.mark.parametrize(("minutes", "fits"), [(30, True), (31, False)])
    def test_blocks_that_do_not_fit(self, minutes: int, fits: bool) -> None:
        """The promise is 30 minutes: a plan of 30 fits, one of 31 does not."""
        assert ("fits" not in todos(changed(gathering=gathering(block(minutes))))) is fits

    def test_a_block_without_a_length(self) -> None:
        """A blank block that was never laid out takes no time: it is to be given some."""
        assert todos(changed(gathering=gathering(block(10), block(0, blank=True)))) == ["lengths"]

    def test_teams_that_were_not_taken_in(self) -> None:
        """A network without teams, or with none that takes part, is to get some."""
        assert todos(changed(roster=Roster(1))) == ["teams"]
        assert todos(changed(roster=Roster(1, teams=(Team("Fjord", withdrawn=True, id=1),)))) == ["teams"]

    def test_pitches_need_judges_and_a_form(self) -> None:
        """Only where there is a block for them; a judge who has no vote is not enough."""
        nothing = replace(READY.pitching, judges=(), forms=())
        silent = replace(nothing, judges=(Judge("Kari", voting=False, id=1),))
        assert todos(changed(pitching=nothing)) == []
        pitching = gathering(block(10, kind=Kind.PITCHING))
        for each in (nothing, silent):
            assert todos(changed(gathering=pitching, pitching=each)) == ["judges", "form"]
        assert todos(changed(gathering=pitching)) == []

    def test_a_survey_that_was_never_tried(self) -> None:
        """The gathering's own, and one that is to be answered on its date; not one of another day that is not shown."""
        own = Survey("Own", "https://example.org/1", gathering_id=1, id=1)
        dated = Survey("Dated", "https://example.org/2", date=DATE, id=2)
        later = Survey("Later", "https://example.org/3", date=DATE + timedelta(days=30), id=3)
        assert todos(changed(surveys=Surveys(1, (own, dated, later)))) == ["survey", "survey"]
        tried = tuple(replace(each, tried_at=at("12:00")) for each in (own, dated))
        assert todos(changed(surveys=Surveys(1, (*tried, later)))) == []

    @pytest.mark.parametrize(
        ("display", "fine"),
        [
            (Display(), True),
            (Display(scene=Scene.WIRELESS), True),
            (Display(scene=Scene.AGENDA), True),
            (Display(scene=Scene.MESSAGE, message="Prøve"), False),
            (Display(black=True), False),
        ],
    )
    def test_what_the_projector_was_left_with(self, display: Display, fine: bool) -> None:
        """A message of the rehearsal, or a black screen, would greet the participants."""
        assert (todos(changed(gathering=replace(gathering(), display=display))) == []) is fine

    def test_the_user_s_own_files(self) -> None:
        """Each that cannot be used is to be looked at."""
        assert todos(changed(faulty=("a.toml", "b.toml"))) == ["content", "content"]

    def test_another_time_zone_is_told_and_no_more(self) -> None:
        """Samling goes by the gathering's own, so nothing has to be done."""
        found = [each for each in plan.findings(changed(other_zone=True)) if each.id == "timezone"]
        assert [each.level for each in found] == [Level.NOTE]
