from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from making import at
from pitches import FORM, fill, filled, pitching, revision
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import award, judge, order, sheets, trial
from samling.domain.pitching.judge import Recusal
from samling.domain.pitching.podium import Placing
from samling.domain.pitching.sheets import JudgeSheets


def fresh() -> JudgeSheets:
    """The first judge's sheets, before anything is written."""
    return JudgeSheets(pitching(), 1)


def submitted() -> JudgeSheets:
    """The first judge's sheets with one for the first team, submitted at 09:10."""
    return filled(pitching(), 1, 1, (3, 4, 5))


class TestEntering:
    def test_a_draft_counts_nothing(self) -> None:
        """What is entered is kept at once, as a draft that does not count."""
        day = sheets.enter(fresh(), 1, "aim", 4, 0)
        draft = day.latest(1)
        assert draft is not None
        assert (draft.values, draft.is_draft, draft.revision) == ({"aim": 4}, True, 1)
        assert day.counted(1) is None

    def test_a_cell_is_emptied(self) -> None:
        """An emptied cell is missing, never 0."""
        day = sheets.enter(sheets.enter(fresh(), 1, "aim", 4, 0), 1, "aim", None, 1)
        draft = day.latest(1)
        assert draft is not None
        assert draft.values == {}
        assert [each.id for each in sheets.empty_criteria(day, draft)] == ["aim", "result", "spread"]

    def test_what_is_no_score(self) -> None:
        """Out of the scale and no criterion: nothing is kept."""
        with pytest.raises(WrongUsage):
            sheets.enter(fresh(), 1, "aim", 6, 0)
        with pytest.raises(WrongUsage):
            sheets.enter(fresh(), 1, "nothing", 3, 0)

    def test_a_comment(self) -> None:
        """A comment is kept as plain text and taken away again; one that is too long is wrong."""
        day = sheets.comment(fresh(), 1, "Clear\x1b[31m\n and short", 0)
        assert day.sheets[0].comment == "Clear[31m and short"
        assert sheets.comment(day, 1, "  ", 1).sheets[0].comment == ""
        with pytest.raises(WrongUsage):
            sheets.comment(fresh(), 1, "x" * 2001, 0)


class TestSubmitting:
    def test_complete_sheets_alone(self) -> None:
        """A sheet with an empty cell is not submitted, and it is told which."""
        day = sheets.enter(fresh(), 1, "aim", 4, 0)
        with pytest.raises(Refused, match="lacks scores for: Result, Spread"):
            sheets.submit(day, at("09:10"), 1, 1)

    def test_it_counts_from_then(self) -> None:
        """A submitted sheet counts, with when it was submitted and on which form."""
        sheet = submitted().counted(1)
        assert sheet is not None
        assert (sheet.values, sheet.submitted_at) == ({"aim": 3, "result": 4, "spread": 5}, at("09:10"))
        assert sheet.form_version == 1

    def test_twice_is_told(self) -> None:
        """A submit that is repeated, after a lost answer, is told when it was done, and doubles nothing."""
        with pytest.raises(Refused, match="already submitted at 09:10:00"):
            sheets.submit(submitted(), at("09:11"), 1, 3)
        with pytest.raises(Refused, match="begin a correction"):
            sheets.enter(submitted(), 1, "aim", 1, 3)


class TestCorrecting:
    def test_the_old_one_counts_until_the_new_one_is_submitted(self) -> None:
        """A correction is a new version with a reason; both are kept, and one counts at a time."""
        day = sheets.correct(submitted(), 1, "wrote in the wrong row")
        day = sheets.enter(day, 1, "aim", 1, revision(day, 1))
        assert [each.values["aim"] for each in day.sheets] == [3, 1]
        counted = day.counted(1)
        assert counted is not None
        assert counted.version == 1
        day = sheets.submit(day, at("09:20"), 1, revision(day, 1))
        counted = day.counted(1)
        assert counted is not None
        assert (counted.version, counted.values["aim"], counted.reason) == (2, 1, "wrote in the wrong row")
        assert day.sheets[0] == submitted().sheets[0]

    def test_a_reason_and_something_to_correct(self) -> None:
        """Without a reason nothing is begun; a draft is changed as it is, one correction at a time."""
        with pytest.raises(WrongUsage):
            sheets.correct(submitted(), 1, " ")
        for day in (fresh(), sheets.enter(fresh(), 1, "aim", 3, 0), sheets.correct(submitted(), 1, "why")):
            with pytest.raises(Refused, match="can be changed as it is"):
                sheets.correct(day, 1, "why")

    def test_given_up(self) -> None:
        """A correction that is given up leaves the submitted sheet; a first draft is not thrown away so."""
        assert sheets.give_up(sheets.correct(submitted(), 1, "why"), 1) == submitted()
        for day in (fresh(), submitted(), sheets.enter(fresh(), 1, "aim", 3, 0)):
            with pytest.raises(Refused, match="No correction"):
                sheets.give_up(day, 1)


class TestTwoWindows:
    def test_the_second_is_told_what_the_first_did(self) -> None:
        """An edit made on what was there before is refused, with what the other window has written since."""
        day = sheets.comment(sheets.enter(sheets.enter(fresh(), 1, "aim", 4, 0), 1, "result", 2, 1), 1, "good", 2)
        day = sheets.enter(day, 1, "aim", None, 3)
        with pytest.raises(Refused, match=r"meanwhile: Result 2, Aim –, “good”\. Look"):
            sheets.enter(day, 1, "spread", 5, 0)
        with pytest.raises(Refused, match=r"meanwhile: Aim –, “good”\. Look"):
            sheets.enter(day, 1, "result", 5, 2)
        with pytest.raises(Refused, match=r"meanwhile: Aim –\. Look"):
            sheets.submit(day, at("09:10"), 1, 3)
        with pytest.raises(Refused, match=r"meanwhile: Aim –\. Look"):
            sheets.comment(day, 1, "bad", 3)

    def test_a_double_key_is_no_conflict(self) -> None:
        """The same key twice gives what is there already: nothing happens, whatever the second one knew."""
        day = sheets.comment(sheets.enter(fresh(), 1, "aim", 4, 0), 1, "good", 1)
        assert sheets.enter(day, 1, "aim", 4, 0) == day
        assert sheets.comment(day, 1, "good", 0) == day

    def test_one_undid_what_the_other_saw(self) -> None:
        """An edit on what has been undone since is refused as well."""
        with pytest.raises(Refused, match=r"changed in another window meanwhile\. Look"):
            sheets.enter(sheets.enter(fresh(), 1, "aim", 4, 0), 1, "aim", 5, 2)

    def test_a_correction_was_begun_and_submitted(self) -> None:
        """Two people correct the same sheet: revisions go on through the versions, so the second is told."""
        day = sheets.correct(submitted(), 1, "why")
        seen = revision(day, 1)
        day = sheets.submit(sheets.enter(day, 1, "aim", 1, seen), at("09:20"), 1, seen + 1)
        again = sheets.correct(day, 1, "why not")
        with pytest.raises(Refused, match="meanwhile: Aim 1"):
            sheets.enter(again, 1, "aim", 2, seen)

    @given(st.lists(st.tuples(st.sampled_from([each.id for each in FORM.criteria]), st.integers(1, 5), st.booleans())))
    def test_nobody_overwrites_what_they_have_not_seen(self, keys: list[tuple[str, int, bool]]) -> None:
        """Two windows press anything, and look only when they are refused: an edit that is kept had seen the sheet."""
        day, seen = fresh(), {True: 0, False: 0}
        for criterion, score, window in keys:
            before = day.latest(1)
            try:
                day = sheets.enter(day, 1, criterion, score, seen[window])
            except Refused:
                assert seen[window] != revision(day, 1)
                seen[window] = revision(day, 1)
                continue
            if before is not None and day.latest(1) != before:
                assert seen[window] == before.revision
                seen[window] = revision(day, 1)


class TestWhoAndWhen:
    def test_recused(self) -> None:
        """A judge who is recused from a team has no sheet for it."""
        day = replace(pitching(), judges=(replace(pitching().judges[0], recusals=(Recusal(2),)),))
        with pytest.raises(Refused, match="recused from “Vidde”"):
            sheets.enter(JudgeSheets(day, 1), 2, "aim", 3, 0)

    def test_out_of_the_field(self) -> None:
        """A team that has withdrawn or did not meet is not scored, nor one that is in no order."""
        gone = order.withdraw(pitching(), at("09:00"), 1)
        absent = order.did_not_meet(order.move_last(pitching(), 1), 1)
        for day, says in ((gone, "has withdrawn"), (absent, "did not meet")):
            with pytest.raises(Refused, match=says):
                sheets.enter(JudgeSheets(day, 1), 1, "aim", 3, 0)
        with pytest.raises(Refused, match="not in the order"):
            sheets.enter(JudgeSheets(replace(pitching(), order=()), 1), 1, "aim", 3, 0)

    def test_not_while_the_places_are_announced(self) -> None:
        """From the settled result until the award is over no sheet changes; after it a correction can be made."""
        settled = award.settle(pitching(), at("09:30"), (Placing(1, 1, 1),), "fair_mean")
        with pytest.raises(Refused, match="award under way"):
            sheets.enter(JudgeSheets(settled, 1), 1, "aim", 3, 0)
        with pytest.raises(Refused, match="award under way"):
            sheets.correct(replace(submitted(), pitching=settled), 1, "why")
        frozen = award.freeze(award.reveal(settled, at("09:31")), at("09:32"))
        assert sheets.correct(replace(submitted(), pitching=frozen), 1, "why").latest(1) is not None

    def test_a_trial_while_it_is_on(self) -> None:
        """A trial's made-up team is scored while the trial is on, also by a judge who is recused from everybody."""
        day = trial.begin(judge.recuse(pitching(1), 1, 1))
        scored = fill(JudgeSheets(day, 1), -1, (3, 3, 3))
        assert scored.counted(-1) is not None
        with pytest.raises(Refused):
            sheets.enter(replace(scored, pitching=trial.end(day)), -1, "aim", 1, 3)

    def test_without_a_form(self) -> None:
        """Without a form in use there is nothing to fill in."""
        with pytest.raises(Refused, match="no scoring form"):
            sheets.enter(JudgeSheets(replace(pitching(), forms=()), 1), 1, "aim", 3, 0)
