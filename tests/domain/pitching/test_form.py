from __future__ import annotations

from dataclasses import replace

import pytest

from making import at
from pitches import FORM, pitching
from samling.domain.errors import Refused, WrongUsage
from samling.domain.pitching import form, running
from samling.domain.pitching.values import Delivery, Pitching

OTHER = replace(FORM, id="other", title="Other form")


def with_a_sheet(team_id: int = 1, *, submitted: bool = True) -> Pitching:
    """Pitches with one sheet."""
    return replace(pitching(), deliveries=(Delivery(1, team_id, submitted=submitted, is_open=not submitted),))


class TestForm:
    def test_free_until_a_sheet_is_submitted(self) -> None:
        """Before the first submitted sheet another form is simply used; drafts and a trial's sheets lock nothing."""
        for day in (pitching(), with_a_sheet(submitted=False), with_a_sheet(-1)):
            used = form.use(day, at("08:30"), OTHER)
            assert [(each.version, each.form.id, each.reason) for each in used.forms] == [(1, "other", "")]

    def test_then_it_takes_a_reason_and_a_version(self) -> None:
        """After it the form is locked: another takes a reason, and the one before it is kept."""
        with pytest.raises(Refused, match="locks the form"):
            form.use(with_a_sheet(), at("09:30"), OTHER)
        used = form.use(with_a_sheet(), at("09:30"), OTHER, "a criterion was missing")
        assert [(each.version, each.form.id, each.reason) for each in used.forms] == [
            (1, "short", ""),
            (2, "other", "a criterion was missing"),
        ]

    def test_a_form_without_criteria(self) -> None:
        """A form on which nothing can be scored is refused."""
        with pytest.raises(WrongUsage, match="no criteria"):
            form.use(pitching(), at("08:30"), replace(FORM, criteria=()))

    def test_none_in_use(self) -> None:
        """Without a form it is said how to choose one."""
        with pytest.raises(Refused, match="samling pitch form use"):
            form.in_use(replace(pitching(), forms=()))


class TestScale:
    @pytest.mark.parametrize("score", [0, 6, -1, 3.5, 3.0, "3", "", None, True, float("nan"), 10**30, "9" * 10_000])
    def test_what_is_no_score(self, score: object) -> None:
        """Out of the scale, halves, text, nothing and truth are no scores; the scale is said, in a short sentence."""
        with pytest.raises(WrongUsage, match="from 1 to 5") as refused:
            form.checked(FORM.criteria[0], score)
        assert len(str(refused.value)) < 150

    @pytest.mark.parametrize("score", [1, 3, 5])
    def test_the_whole_scale(self, score: int) -> None:
        """Every step of the scale is a score, its ends with it."""
        assert form.checked(FORM.criteria[0], score) == score

    def test_a_criterion_that_is_not_there(self) -> None:
        """A criterion that the form does not have is told with those it has."""
        with pytest.raises(WrongUsage, match="aim, result, spread"):
            form.criterion(FORM, "delivery")


class TestMethod:
    def test_chosen_before_the_first_team(self) -> None:
        """Method and ladder are chosen before the first word, and locked by it."""
        settings = form.choose_method(pitching(), "borda", ("criteria",)).settings
        assert (settings.method, settings.ladder) == ("borda", ("criteria",))
        assert form.choose_method(pitching(), "z").settings.ladder == pitching().settings.ladder
        with pytest.raises(Refused, match="locks"):
            form.choose_method(running.start(pitching(), at("09:00")), "borda")

    @pytest.mark.parametrize(
        ("method", "ladder"),
        [("median", None), ("", None), ("z", ("by_name",)), ("z", ("criteria", "criteria"))],
    )
    def test_what_there_is_not(self, method: str, ladder: tuple[str, ...] | None) -> None:
        """A method or a step that there is not, or one twice, is wrong."""
        with pytest.raises(WrongUsage):
            form.choose_method(pitching(), method, ladder)
