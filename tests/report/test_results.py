"""The result as JSON has it, held to a second computation of the rules, through a real file."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import scoring_reference as reference
from juries import TWO, WEIGHTS, sheet_sets
from making import at
from opened import new_pitches, open_session
from samling.domain.pitching import jury
from samling.domain.pitching.paper import Typed
from samling.report.results import results_json, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from random import Random

    from fake_clock import FakeClock
    from samling.session import Session
    from scoring_reference import Sheets

FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])


def new_jury(session: Session, judges: int, teams: int) -> None:
    """Make the pitches of so many teams and judges, with two criteria and no rule for ties."""
    new_pitches(session, teams=teams, judges=judges, form=TWO)
    session.do("pitch-method", method="fair_mean", ladder=())


def hand_in(session: Session, sheets: Iterable[tuple[int, int, dict[str, int]]]) -> None:
    """Hand sheets in, in the order given: judge, team, scores."""
    for judge_id, team_id, scores in sheets:
        session.do("sheet-type", judge_id=judge_id, typed=Typed(judge_id, team_id, scores))


def found(session: Session) -> dict[str, Any]:
    """Return the result as `pitch results --json` prints it."""
    pitching = session.pitching()
    return results_json(pitching, jury.counted(pitching, session.jury()), at("16:00"))


def in_ids(sheets: Sheets, teams: list[str]) -> list[tuple[int, int, dict[str, int]]]:
    """Return sheets with the ids that the store gave: judges and teams from 1."""
    return [
        (judge_id, teams.index(team) + 1, scores)
        for judge_id, of in enumerate(sheets.values(), start=1)
        for team, scores in of.items()
    ]


@FEW
@given(jury_=sheet_sets(), order=st.randoms(use_true_random=False))
def test_it_is_what_the_rules_say(
    jury_: tuple[Sheets, list[str]], order: Random, tmp_path_factory: pytest.TempPathFactory, clock: FakeClock
) -> None:
    """Scores and ranks, by the rule and by every method, are the reference's, in whatever order the sheets came."""
    sheets, teams = jury_
    clock.set(at("15:00"))
    with closing(open_session(tmp_path_factory.mktemp("jury") / "samling.db", clock)) as session:
        new_jury(session, len(sheets), len(teams))
        shuffled = in_ids(sheets, teams)
        order.shuffle(shuffled)
        hand_in(session, shuffled)
        answer = found(session)
    totals = reference.totals(sheets, WEIGHTS)
    names = [each["team"] for each in sorted(answer["teams"], key=lambda each: TEAM_NAMES.index(each["team"]))]
    by_name = dict(zip(teams, names, strict=True))
    values = reference.values(totals, teams, "rule")
    told = {each["team"]: each for each in answer["teams"]}
    for team, value in values.items():
        assert told[by_name[team]]["score"] == (None if value is None else str(value))
        assert told[by_name[team]]["shown"] == shown(value)
    for name, listed in {
        "rule": [[each["team"], each["rank"]] for each in answer["teams"]],
        **answer["methods"],
    }.items():
        ranks = reference.ranks(reference.values(totals, teams, name))
        assert dict(listed) == {by_name[team]: rank for team, rank in ranks.items()}
    assert answer["complete"] is reference.is_complete(totals, teams)


TEAM_NAMES = ("Fjord", "Vidde", "Holme", "Skjær", "Bre")


@FEW
@given(jury_=sheet_sets(), order=st.randoms(use_true_random=False))
def test_the_order_of_entry_never_matters(
    jury_: tuple[Sheets, list[str]], order: Random, tmp_path_factory: pytest.TempPathFactory, clock: FakeClock
) -> None:
    """The same sheets handed in in two orders, into two files, give the same JSON to the last letter."""
    sheets, teams = jury_
    clock.set(at("15:00"))
    answers = []
    for is_shuffled in (False, True):
        with closing(open_session(tmp_path_factory.mktemp("order") / "samling.db", clock)) as session:
            new_pitches(session, teams=len(teams), judges=len(sheets), form=TWO)
            handed = in_ids(sheets, teams)
            if is_shuffled:
                order.shuffle(handed)
            hand_in(session, handed)
            answers.append(found(session))
    assert answers[0] == answers[1]


@pytest.fixture
def session(tmp_path: Path, clock: FakeClock) -> Iterator[Session]:
    """Three teams, three judges, nothing handed in; it is three o'clock."""
    clock.set(at("15:00"))
    with closing(open_session(tmp_path / "samling.db", clock)) as opened:
        new_pitches(opened, teams=3, judges=3, form=TWO)
        yield opened


SHEET = {"aim": 3, "result": 3}


class TestWhoIsWhere:
    def test_before_any_sheet(self, session: Session) -> None:
        """Nobody can be ranked, everybody is missing, and nothing is claimed of how sure it is."""
        answer = found(session)
        assert {each["status"] for each in answer["teams"]} == {"unranked"}
        assert [each["missing"] for each in answer["teams"]] == [["Judge 1", "Judge 2", "Judge 3"]] * 3
        assert (answer["confidence"]["winner_share"], answer["revision"], answer["ties"]) == (None, None, [])

    def test_recused_and_missing_are_apart(self, session: Session) -> None:
        """A recused judge's name stands by itself, and a sheet of such a judge counts nowhere."""
        hand_in(session, [(judge, team, SHEET) for judge in (1, 2) for team in (1, 2, 3)])
        session.do("judge-recuse", judge_id=2, team_id=1)
        told = {each["team"]: each for each in found(session)["teams"]}
        assert (told["Fjord"]["recused"], told["Fjord"]["missing"], told["Fjord"]["sheets"]) == (
            ["Judge 2"],
            ["Judge 3"],
            1,
        )
        assert (told["Vidde"]["recused"], told["Vidde"]["missing"]) == ([], ["Judge 3"])

    def test_withdrawn_equals_never_there(self, session: Session, tmp_path: Path, clock: FakeClock) -> None:
        """Taking a withdrawn team out of the field gives the others what they would have had without it."""
        sheets = [
            (judge, team, {"aim": (judge * team) % 5 + 1, "result": team}) for judge in (1, 2, 3) for team in (1, 2, 3)
        ]
        hand_in(session, sheets)
        session.do("pitch-withdraw", team_id=2)
        with_it = found(session)
        with closing(open_session(tmp_path / "other.db", clock)) as other:
            new_pitches(other, teams=3, judges=3, form=TWO)
            other.do("pitch-arrange", team_ids=(1, 3))
            hand_in(other, [each for each in sheets if each[1] != 2])
            without = found(other)
        assert with_it["teams"][-1]["status"] == "withdrawn"
        assert (with_it["teams"][:-1], with_it["methods"]) == (without["teams"], without["methods"])

    def test_the_overtime_of_each(self, session: Session, clock: FakeClock) -> None:
        """How far a team went over its time, in both phases, stands beside its score."""
        session.do("pitch-start")
        clock.set(at("15:04:10"))
        session.do("pitch-phase")
        clock.set(at("15:05:15"))
        session.do("pitch-stop")
        told = {each["team"]: each["overtime_seconds"] for each in found(session)["teams"]}
        assert told == {"Fjord": 15, "Vidde": 0, "Holme": 0}

    def test_a_tie_tells_what_parted_it(self, session: Session) -> None:
        """Two teams with one score are parted head-to-head, in words with the count of judges."""
        hand_in(session, [(1, 1, {"aim": 5, "result": 5}), (1, 2, {"aim": 4, "result": 4}), (1, 3, SHEET)])
        hand_in(session, [(2, 1, {"aim": 4, "result": 4}), (2, 2, {"aim": 3, "result": 3}), (2, 3, SHEET)])
        hand_in(session, [(3, 1, {"aim": 1, "result": 1}), (3, 2, {"aim": 3, "result": 3}), (3, 3, SHEET)])
        (tie,) = [each for each in found(session)["ties"] if set(each["teams"]) == {"Fjord", "Vidde"}]
        assert tie["resolved_by"] == "head_to_head"
        assert tie["text"] == "Fjord before Vidde: equal at 3.33; head-to-head 2 of 3 judges."

    def test_a_shared_place_is_told_as_shared(self, session: Session) -> None:
        """What no rule parts shares the place, 1, 1, 3, and it is said."""
        same = [(judge, team, SHEET) for judge in (1, 2, 3) for team in (1, 2)]
        hand_in(session, [*same, *((judge, 3, {"aim": 1, "result": 1}) for judge in (1, 2, 3))])
        answer = found(session)
        assert [each["rank"] for each in answer["teams"]] == [1, 1, 3]
        assert [each["resolved_by"] for each in answer["ties"]] == ["shared"]
        assert answer["ties"][0]["text"].startswith("Fjord, Vidde share place 1")

    def test_one_judge_alone(self, session: Session) -> None:
        """With one vote that judge's scores rank, and how sure that is cannot be said."""
        for judge_id in (2, 3):
            session.do("judge-remove", judge_id=judge_id)
        hand_in(session, [(1, team, {"aim": team, "result": team}) for team in (1, 2, 3)])
        answer = found(session)
        assert [each["team"] for each in answer["teams"]] == ["Holme", "Vidde", "Fjord"]
        assert (answer["method"], answer["confidence"]["leave_one_out_stable"]) == ("plain_mean", None)


@pytest.mark.parametrize(
    ("value", "rounded"),
    [(None, None), (Fraction(1, 3), 0.33), (Fraction(169, 40), 4.23), (Fraction(-169, 40), -4.23), (Fraction(4), 4.0)],
)
def test_what_is_shown_is_rounded_half_up(value: Fraction | None, rounded: float | None) -> None:
    """Rounding is for the eye alone: half a hundredth goes away from zero."""
    assert shown(value) == rounded
