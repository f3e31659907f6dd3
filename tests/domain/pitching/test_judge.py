from __future__ import annotations

from dataclasses import replace

import pytest

from pitches import pitching, team
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import judge
from samling.domain.pitching.judge import Judge, JudgeChange, Recusal
from samling.domain.pitching.values import Delivery, Pitching


def of_hospital(organisation: str = "Sykehus 2") -> Pitching:
    """Three teams and a judge from the organisation of the second."""
    return replace(pitching(), judges=(Judge("Judge 1", organisation, id=1),))


def may_score(day: Pitching) -> tuple[int, ...]:
    """Return the teams that the judge may score."""
    return judge.eligible(day, day.judges[0])


class TestWhoMayScoreWhom:
    def test_the_own_organisation_by_itself(self) -> None:
        """A judge is recused from the teams of the own organisation, however it is spelt, also from one added later."""
        day = of_hospital("  sykehus   2 ")
        assert judge.recused_from(day, day.judges[0]) == (2,)
        later = replace(day, teams=(*day.teams, team(4, organisation="SYKEHUS 2")))
        assert judge.recused_from(later, later.judges[0]) == (2, 4)

    def test_no_organisation_is_no_ones_own(self) -> None:
        """A judge and a team of whom no organisation is known have none in common."""
        day = replace(of_hospital(""), teams=(team(1, organisation=""),))
        assert judge.recused_from(day, day.judges[0]) == ()

    def test_one_that_is_declared(self) -> None:
        """What a judge declares counts beside it, and can be taken back without a word."""
        day = judge.recuse(of_hospital(), 1, 3, "line manager of the team leader")
        assert may_score(day) == (1,)
        assert day.judges[0].about(3) == Recusal(3, reason="line manager of the team leader")
        assert may_score(judge.waive(day, 1, 3)) == (1, 3)

    def test_the_own_organisation_takes_a_reason(self) -> None:
        """To score a team of the own organisation all the same takes a reason; it can be declared again later."""
        with pytest.raises(Refused, match="own organisation"):
            judge.waive(of_hospital(), 1, 2)
        day = judge.waive(of_hospital(), 1, 2, "everybody here is of this trust")
        assert may_score(day) == (1, 2, 3)
        assert may_score(judge.recuse(day, 1, 2)) == (1, 3)

    def test_who_may_already(self) -> None:
        """There is nothing to waive where the judge may score the team."""
        with pytest.raises(Refused, match="already"):
            judge.waive(of_hospital(), 1, 1)

    def test_a_judge_who_knows_every_team(self) -> None:
        """Somebody who is recused from everybody can fill in no sheet; without an order nobody is."""
        day = replace(of_hospital("UNN"), teams=tuple(team(each, organisation="UNN") for each in (1, 2, 3)))
        assert list(judge.without_a_team(day)) == [day.judges[0]]
        assert list(judge.without_a_team(of_hospital())) == []
        assert list(judge.without_a_team(replace(day, order=()))) == []


class TestMissing:
    def test_voting_judges_who_may_and_have_not(self) -> None:
        """A sheet is missing from who has a vote and may score the team; a draft is no sheet."""
        day = replace(
            pitching(judges=5),
            judges=(
                Judge("came", id=1),
                Judge("draft", id=2),
                Judge("recused", recusals=(Recusal(1),), id=3),
                Judge("no vote", voting=False, id=4),
                Judge("nothing", id=5),
            ),
            deliveries=(Delivery(1, 1, submitted=True, is_open=True), Delivery(2, 1, submitted=False, is_open=True)),
        )
        assert [each.name for each in judge.missing(day, 1)] == ["draft", "nothing"]


class TestKeeping:
    def test_names_are_one_each(self) -> None:
        """Two judges are not called the same, however it is spelt; a judge may keep the own name."""
        with pytest.raises(Refused, match="judge called Judge 1"):
            judge.add(pitching(), Judge(" judge  1"))
        with pytest.raises(Refused, match="called Judge 1"):
            judge.edit(pitching(), 2, JudgeChange(name="Judge 1"))
        assert judge.edit(pitching(), 1, JudgeChange(name="JUDGE 1")).judges[0].name == "JUDGE 1"

    def test_what_is_kept_is_plain(self) -> None:
        """A name that commands a terminal is kept without the commands; none at all is wrong."""
        day = judge.add(pitching(), Judge("Kari \x1b[31mNordmann\n", "  UNN\u202e "))
        assert (day.judges[-1].name, day.judges[-1].organisation) == ("Kari [31mNordmann", "UNN")
        with pytest.raises(WrongUsage):
            judge.add(pitching(), Judge("\x00 "))

    def test_changing_and_clearing(self) -> None:
        """An edit changes what it names; a PIN is set, kept and taken away."""
        day = judge.edit(pitching(), 1, JudgeChange(organisation="", voting=False, pin_hash="aa:bb"))
        assert (day.judges[0].organisation, day.judges[0].voting) == ("", False)
        assert judge.edit(day, 1, JudgeChange(voting=True)).judges[0].pin_hash == "aa:bb"
        assert judge.edit(day, 1, JudgeChange(clear_pin=True)).judges[0].pin_hash is None

    def test_one_with_sheets_stays(self) -> None:
        """A judge who has a sheet is not removed; one without is. One who is not there is told."""
        day = replace(pitching(), deliveries=(Delivery(1, 1, submitted=False, is_open=True),))
        with pytest.raises(Refused, match="without a vote"):
            judge.remove(day, 1)
        assert [each.id for each in judge.remove(day, 2).judges] == [1]
        with pytest.raises(Refused, match="no judge with id"):
            judge.remove(day, 3)
