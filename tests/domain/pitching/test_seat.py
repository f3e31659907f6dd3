from __future__ import annotations

from dataclasses import replace

import pytest

from making import at
from pitches import filled, pitching, team
from samling.domain.pitching import running, sheets, trial
from samling.domain.pitching.judge import Judge, Recusal
from samling.domain.pitching.seat import Standing, in_front, knows_everybody, on_stage, standing, teams
from samling.domain.pitching.sheets import JudgeSheets
from samling.domain.pitching.values import Pitch, Status


class TestInFront:
    """Whose sheet lies in front by itself."""

    def test_before_the_first_it_is_the_first(self) -> None:
        """The team that will begin, so that the judge can read the form."""
        assert in_front(pitching()) == 1

    def test_it_is_the_team_on_the_clock(self) -> None:
        """Whichever place it has in the order."""
        assert in_front(running.start(pitching(), at("15:00"), 2)) == 2

    def test_between_two_it_is_the_one_that_has_just_pitched(self) -> None:
        """Its sheet is being finished, also while the next is called up; by when it left, not by its place."""
        first = running.stop(running.start(pitching(), at("15:00"), 3), at("15:05"))
        second = running.stop(running.start(first, at("15:06"), 1), at("15:11"))
        assert in_front(second) == 1
        assert in_front(running.next_team(second, at("15:11:30"))) == 1

    def test_a_run_that_was_given_up_leaves_the_stage_no_trace(self) -> None:
        """After the restart of a pitch that had ended, its team is on the clock."""
        ended = running.stop(running.start(pitching(), at("15:00")), at("15:05"))
        assert in_front(running.restart(ended, at("15:06"), "noise")) == 1

    def test_a_trial_is_in_front_while_nobody_is_on_the_clock(self) -> None:
        """And the team on the clock before it."""
        tried = trial.begin(pitching())
        assert on_stage(tried) == in_front(tried) == -1
        assert on_stage(running.start(tried, at("15:00"))) == 1

    def test_nobody_is_on_the_stage_between_two(self) -> None:
        """Nor before the first."""
        ended = running.stop(running.start(pitching(), at("15:00")), at("15:05"))
        assert on_stage(pitching()) is on_stage(ended) is None

    def test_without_an_order_there_is_none(self) -> None:
        """There are no teams to have sheets for."""
        empty = pitching(order=())
        assert in_front(empty) is None
        assert teams(empty) == ()


class TestTeams:
    def test_the_order_with_a_trial_before_it(self) -> None:
        """The made-up team of a trial comes first while it is on."""
        assert teams(pitching()) == (1, 2, 3)
        assert teams(trial.begin(pitching())) == (-1, 1, 2, 3)
        assert teams(trial.end(trial.begin(pitching()))) == (1, 2, 3)


class TestStanding:
    """How far a judge is with a team."""

    def test_from_nothing_to_submitted(self) -> None:
        """Not begun, draft, submitted; and a correction until it is submitted."""
        of = JudgeSheets(pitching(), 1)
        assert standing(of, 1) is Standing.NOT_BEGUN
        drafted = sheets.enter(of, 1, "aim", 3, 0)
        assert standing(drafted, 1) is Standing.DRAFT
        submitted = filled(pitching(), 1, 1, (3, 3, 3))
        assert standing(submitted, 1) is Standing.SUBMITTED
        assert standing(sheets.correct(submitted, 1, "misread"), 1) is Standing.CORRECTING

    def test_a_comment_alone_is_a_draft(self) -> None:
        """Something is written."""
        assert standing(sheets.comment(JudgeSheets(pitching(), 1), 1, "bra", 0), 1) is Standing.DRAFT

    def test_a_sheet_that_was_emptied_is_not_begun(self) -> None:
        """Nothing is written on it any more."""
        drafted = sheets.enter(JudgeSheets(pitching(), 1), 1, "aim", 3, 0)
        assert standing(sheets.enter(drafted, 1, "aim", None, 1), 1) is Standing.NOT_BEGUN

    @pytest.mark.parametrize("status", [Status.ABSENT, Status.WITHDRAWN])
    def test_out_of_the_field(self, status: Status) -> None:
        """Whatever was written before."""
        filled_in = filled(pitching(), 1, 1, (3, 3, 3))
        out = replace(filled_in.pitching, order=(Pitch(1, status), Pitch(2), Pitch(3)))
        assert standing(replace(filled_in, pitching=out), 1) is Standing.OUT

    def test_recused(self) -> None:
        """Of the judge's own organisation, or declared; never from a trial."""
        own = Judge("Kari", "Sykehus 2", recusals=(Recusal(3),), id=1)
        of = JudgeSheets(trial.begin(replace(pitching(), judges=(own,))), 1)
        assert [standing(of, each) for each in (-1, 1, 2, 3)] == [
            Standing.NOT_BEGUN,
            Standing.NOT_BEGUN,
            Standing.RECUSED,
            Standing.RECUSED,
        ]


class TestKnowsEverybody:
    def test_of_the_teams_that_compete(self) -> None:
        """A judge who is recused from all that are left knows everybody, and nobody else does."""
        judge = Judge("Kari", "Fjordhelse", id=1)
        both = replace(pitching(2), teams=(team(1), team(2, organisation="Fjordhelse")), judges=(judge,))
        assert not knows_everybody(JudgeSheets(both, 1))
        left = replace(both, order=(Pitch(1, Status.WITHDRAWN), Pitch(2)))
        assert knows_everybody(JudgeSheets(left, 1))

    def test_without_an_order_nobody_does(self) -> None:
        """There is nothing to know yet."""
        assert not knows_everybody(JudgeSheets(pitching(order=()), 1))
