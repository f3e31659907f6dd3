"""The demo's network: invented people, a day that is over, and one that is under way."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from samling.content.demo import load_demo
from samling.content.programmes import find_programme
from samling.domain import agenda, plan
from samling.domain.action import Moment
from samling.domain.actions import ACTIONS
from samling.domain.gathering import Kind, State

if TYPE_CHECKING:
    from samling.content.demo import Demo, DemoGathering
    from samling.domain.gathering import Gathering


def _demo() -> Demo:
    return load_demo()


def _replayed(demo: Demo, told: DemoGathering) -> Gathering:
    zone = ZoneInfo(demo.timezone)
    start, end = (datetime.combine(told.date, at, zone).astimezone(UTC) for at in (told.start, told.end))
    programme = find_programme(told.programme_id)
    day = plan.plan_day(1, start, end, demo.timezone)
    gathering = plan.new_gathering(
        network_id=1, number=1, title=programme.title, timezone=demo.timezone, day=day, programme=programme
    )
    for step in told.steps:
        gathering = ACTIONS[step.action].perform(gathering, Moment(step.at, step.at), **step.arguments)
    return gathering


def test_twelve_whole_teams() -> None:
    """There are twelve teams of four to six people, each with everything that a team can be asked about."""
    teams = _demo().teams
    assert len({team.name for team in teams}) == 12
    for team in teams:
        assert all((team.organisation, team.unit, team.place, team.theme, team.problem, team.aim, team.coach))
        assert 4 <= len(team.people) <= 6
        roles = [person.role for person in team.people]
        assert [roles.count(role) for role in ("team-leader", "measurement-lead", "line-manager")] == [1, 1, 1]
        assert all(person.profession for person in team.people)


def test_nobody_is_there_twice() -> None:
    """No two people of the demo share a name, so that anybody can be looked up by it; each team has its own coach."""
    teams = _demo().teams
    names = [person.name for team in teams for person in team.people] + [team.coach for team in teams]
    assert len(set(names)) == len(names)


def test_several_organisations() -> None:
    """The teams come from several organisations and units, so that mixing them means something."""
    teams = _demo().teams
    assert len({team.organisation for team in teams}) >= 3
    assert len({(team.organisation, team.unit) for team in teams}) == 12


def test_the_steps_tell_one_story_in_order() -> None:
    """What was done stands in the order it happened, on the gathering's own day, before the demo's clock."""
    demo = _demo()
    for gathering in demo.gatherings:
        instants = [step.at for step in gathering.steps]
        assert instants == sorted(instants)
        assert {instant.date() for instant in instants} == {gathering.date}
        assert instants[-1] < demo.clock


def test_local_times_become_instants() -> None:
    """Local clock times are read in the network's zone, in summer time in September and winter time in November."""
    demo = _demo()
    first, second = demo.gatherings
    assert first.steps[0].at == datetime(2026, 9, 16, 7, 4, tzinfo=UTC)
    assert second.steps[0].at == datetime(2026, 11, 4, 8, 4, tzinfo=UTC)
    assert demo.clock == datetime(2026, 11, 4, 9, 47, 30, tzinfo=UTC)


def test_the_programmes_exist() -> None:
    """The demo's gatherings are made from programmes that we ship."""
    assert [find_programme(each.programme_id).number for each in _demo().gatherings] == [1, 2]


def test_the_first_day_ran_late_and_recovered() -> None:
    """Gathering 1 started four minutes late, lost the force-field analysis, and ended close to what was promised."""
    demo = _demo()
    gathering = _replayed(demo, demo.gatherings[0])
    assert [block.title for block in gathering.blocks if block.state is not State.DONE] == ["Kraftfeltanalyse"]
    ends = [block.ended_at for block in gathering.blocks if block.ended_at]
    assert abs(max(ends) - gathering.days[0].promised_end) < timedelta(minutes=2)
    assert len(gathering.notes) == 3


def test_the_second_day_is_under_way() -> None:
    """At the demo's clock the fifth block has run for ten minutes or so, and the day is six to eight minutes behind."""
    demo = _demo()
    figures = agenda.figures(_replayed(demo, demo.gatherings[1]), demo.clock)
    assert figures.current == 5
    assert timedelta(minutes=9) < figures.blocks[4].elapsed < timedelta(minutes=11)
    assert figures.today.behind is not None
    assert timedelta(minutes=6) <= figures.today.behind <= timedelta(minutes=8)


def test_there_is_sharing_to_draw_for() -> None:
    """After the demo's clock teams share once more, with the questions of the first time, and the day is as long."""
    demo = _demo()
    gathering = _replayed(demo, demo.gatherings[1])
    first, again = (block for block in gathering.blocks if block.kind is Kind.SHARING)
    assert (again.state, again.prompts) == (State.PENDING, first.prompts)
    programme = find_programme(demo.gatherings[1].programme_id)
    planned = sum(block.length_seconds for block in gathering.blocks[5:])
    assert planned == sum(block.minutes or 0 for block in programme.blocks[5:]) * 60
