from __future__ import annotations

from dataclasses import replace
from random import Random

from making import at
from pitches import FORM, fill, filled, pitching
from samling.domain.pitching import form, judge, jury, order, sheets
from samling.domain.pitching.judge import JudgeChange
from samling.domain.pitching.podium import Placing
from samling.domain.pitching.sheets import JudgeSheets
from samling.domain.pitching.values import Delivery, Pitching
from samling.domain.scoring.result import result


def scored(day: Pitching, *rows: tuple[tuple[int, int, int], ...]) -> list[JudgeSheets]:
    """Return the sheets of judges 1, 2 ...: for each the scores of teams 1, 2 ..."""
    of_all = []
    for judge_id, row in enumerate(rows, start=1):
        own = JudgeSheets(day, judge_id)
        for team_id, scores in enumerate(row, start=1):
            own = fill(own, team_id, scores)
        of_all.append(own)
    return of_all


TOP, MIDDLE, LOW = (5, 5, 5), (3, 3, 3), (1, 1, 1)


class TestFromSheetsToPlaces:
    def test_the_way_through(self) -> None:
        """Sheets become places with exact scores, best first."""
        day = pitching(3)
        found = result(jury.judging(day, scored(day, (LOW, TOP, MIDDLE), (MIDDLE, TOP, LOW))), Random(1))
        assert jury.placings(found) == (Placing(2, 1, 1, "5"), Placing(1, 2, 2, "2"), Placing(3, 2, 2, "2"))
        standing = jury.standing(day, found)
        assert (standing.shared, standing.unranked) == (((2, (1, 3)),), {})

    def test_who_has_no_vote_or_is_out_counts_nowhere(self) -> None:
        """Sheets of judges without a vote, and those for teams that are out, are left out of the count."""
        day = judge.edit(pitching(3, 3), 3, JudgeChange(voting=False))
        day = order.withdraw(day, at("09:00"), 3)
        rows = scored(pitching(3, 3), (LOW, TOP, TOP), (LOW, TOP, TOP), (TOP, LOW, TOP))
        found = result(jury.judging(day, rows), Random(1))
        assert [(each.team_id, each.place) for each in jury.placings(found)] == [(2, 1), (1, 2)]

    def test_drafts_count_nothing_and_the_newest_version_counts(self) -> None:
        """Of a sheet the newest submitted version counts, whatever is being written beside it."""
        first = filled(pitching(1, 1), 1, 1, LOW)
        begun = sheets.enter(draft := sheets.correct(first, 1, "why"), 1, "aim", 5, draft.sheets[-1].revision)
        assert jury.judging(begun.pitching, [begun]).sheets == {1: {1: dict.fromkeys(("aim", "result", "spread"), 1)}}

    def test_recusals_and_those_who_are_out_are_told(self) -> None:
        """Who is recused from whom, and who did not meet or withdrew, is told apart from what is missing."""
        day = order.did_not_meet(order.move_last(judge.recuse(pitching(), 1, 2), 3), 3)
        found = jury.judging(day, [])
        assert (list(found.recused), dict(found.out)) == ([(1, 2)], {3: "absent"})

    def test_which_version_counts(self) -> None:
        """The newest submitted version of a judge with a vote counts, for a team in the field that the judge scores."""
        first = filled(pitching(), 1, 1, LOW)
        begun = sheets.correct(first, 1, "why")
        old, draft = begun.sheets
        assert (jury.counts(begun.pitching, begun, old), jury.counts(begun.pitching, begun, draft)) == (True, False)
        for changed in (
            judge.recuse(pitching(), 1, 1),
            order.withdraw(pitching(), at("09:00"), 1),
            judge.edit(pitching(), 1, JudgeChange(voting=False)),
        ):
            assert not jury.counts(changed, replace(first, pitching=changed), first.sheets[0])

    def test_sheets_on_another_form_are_told(self) -> None:
        """A sheet that has come in but lacks a criterion of the form in use stands as unfitting."""
        day = replace(pitching(1), deliveries=(Delivery(1, 1, submitted=True, is_open=False),))
        more = replace(FORM, criteria=(replace(FORM.criteria[0], id="new"), *FORM.criteria[1:]))
        used = form.use(day, at("09:30"), more, "another question")
        sheet = filled(pitching(1), 1, 1, LOW)
        found = result(jury.judging(used, [sheet]), None)
        assert jury.standing(used, found).unfitting == {1: (1,)}
        assert not jury.counts(used, sheet, sheet.sheets[0])

    def test_scores_of_an_older_form(self) -> None:
        """Scores for criteria that the form in use has not, or out of its scale, do not count."""
        day = replace(pitching(), deliveries=(Delivery(1, 1, submitted=True, is_open=False),))
        low, high = replace(FORM.criteria[0], words=("no", "yes")), replace(FORM.criteria[2], lowest=6)
        other = replace(FORM, criteria=(low, replace(FORM.criteria[1], weight=40), high))
        used = form.use(day, at("09:30"), other, "a shorter one")
        sheet = filled(pitching(), 1, 1, (3, 4, 5))
        assert jury.judging(used, [sheet]).sheets == {1: {1: {"result": 4}}}
