"""A matrix as a plain object: what it may hold, and what a wrong one is told."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import scoring_reference as reference
from juries import score_sets
from samling.domain.reader import FileProblems
from samling.domain.scoring.exchange import answer, matrix_from
from samling.domain.scoring.methods import METHODS, Method, scored

GOOD: dict[str, Any] = {
    "teams": ["A", "B", "C"],
    "judges": ["Ada", "Bo"],
    "scores": {"Ada": {"A": 5, "B": 3, "C": 1}, "Bo": {"A": 4, "B": 3, "C": 1}},
}
BY_CRITERION: dict[str, Any] = {
    "teams": ["A", "B"],
    "judges": ["Ada", "Bo"],
    "criteria": [{"id": "aim", "weight": 40}, {"id": "result", "weight": 60}],
    "sheets": {
        "Ada": {"A": {"aim": 5, "result": 3}, "B": {"aim": 1, "result": 1}},
        "Bo": {"A": {"aim": 4, "result": 4}, "B": {"aim": 2, "result": 1}},
    },
}


def answered(asked: dict[str, Any], method: Method | None = None) -> dict[str, Any]:
    """Return the answer to a matrix."""
    read = matrix_from(asked, "m.json")
    return answer(read, scored(read.matrix, method))


def problems(asked: object) -> str:
    """Return what is wrong with a matrix, a line each."""
    with pytest.raises(FileProblems) as refused:
        matrix_from(asked, "m.json")
    return "\n".join(refused.value.sentences())


class TestRead:
    def test_totals(self) -> None:
        """Totals give values as exact fractions in text, ranks, and nobody unranked."""
        assert answered(GOOD) == {
            "method": "plain_mean",
            "applied": True,
            "values": {"A": "9/2", "B": "3", "C": "1"},
            "ranks": {"A": 1, "B": 2, "C": 3},
            "unranked": [],
            "reasons": {},
        }

    def test_sheets_by_criterion(self) -> None:
        """Sheets are added up by the weights: A has 5 x 0.4 + 3 x 0.6 = 3.8 and 4."""
        assert answered(BY_CRITERION)["values"] == {"A": "39/10", "B": "6/5"}

    def test_an_incomplete_sheet_is_missing(self) -> None:
        """A sheet that lacks a criterion, or is null, does not count."""
        for sheet in ({"aim": 5, "result": None}, {"aim": 5}, {}, None):
            asked = BY_CRITERION | {
                "sheets": BY_CRITERION["sheets"] | {"Bo": {"A": sheet, "B": {"aim": 2, "result": 1}}}
            }
            assert answered(asked)["unranked"] == ["A"]

    def test_eligible_teams(self) -> None:
        """Only those in the field are ranked; of the others there is a rank of null and no value."""
        found = answered(GOOD | {"eligible_teams": ["C", "B"]})
        assert found["ranks"] == {"A": None, "B": 1, "C": 2}
        assert found["unranked"] == []
        assert "A" not in found["values"]

    def test_out_of_the_field_before_any_method(self) -> None:
        """Means of z-scores and Borda points are over the eligible teams alone, as if there had never been others."""
        fewer = {
            "teams": ["B", "C"],
            "judges": GOOD["judges"],
            "scores": {judge: {team: of[team] for team in "BC"} for judge, of in GOOD["scores"].items()},
        }
        for method in METHODS:
            assert (
                answered(GOOD | {"eligible_teams": ["B", "C"]}, method)["values"] == answered(fewer, method)["values"]
            )

    def test_numbers_as_they_are_written(self) -> None:
        """A decimal is what is written, not the machine's nearest number: 0.1 is a tenth."""
        asked = GOOD | {"teams": ["A"], "scores": {"Ada": {"A": Decimal("0.1")}, "Bo": {"A": Decimal("-1e2")}}}
        assert answered(asked)["values"] == {"A": str((Fraction(1, 10) - 100) / 2)}

    def test_z_in_decimals(self) -> None:
        """They are decimals with twelve digits, and nought has no sign.

        Ada's are 2, 0 and -2 over the root of 8/3, Bo's 4/3, 1/3 and -5/3 over the root of 14/9.
        """
        assert answered(GOOD, "z")["values"] == {"A": "1.146894919521", "B": "0.133630620956", "C": "-1.280525540477"}
        assert answered(GOOD | {"scores": {"Ada": {"A": 1, "B": 1, "C": 1}, "Bo": {"A": 1, "B": 1, "C": 1}}}, "z")[
            "values"
        ] == dict.fromkeys("ABC", "0.000000000000")

    @pytest.mark.parametrize("method", METHODS)
    @given(case=score_sets(), data=st.data())
    def test_against_the_reference(
        self, method: Method, case: tuple[reference.Totals, list[str]], data: st.DataObject
    ) -> None:
        """Whatever the field, the ranks are the reference's among its teams, and null for all others."""
        scores, teams = case
        tenths = {judge: {team: Decimal(round(x * 10)) / 10 for team, x in of.items()} for judge, of in scores.items()}
        eligible = data.draw(st.lists(st.sampled_from(teams), unique=True))
        found = answered({"teams": teams, "judges": list(scores), "scores": tenths, "eligible_teams": eligible}, method)
        exact = {judge: {team: Fraction(x) for team, x in of.items()} for judge, of in tenths.items()}
        expected = reference.ranks(reference.values(exact, [each for each in teams if each in eligible], method))
        assert found["ranks"] == {team: expected.get(team) for team in teams}
        assert found["unranked"] == [team for team in teams if team in eligible and expected[team] is None]


class TestWrong:
    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"teams": []}, "teams must be a list of 1 to 500 names."),
            ({"teams": "AB"}, "teams must be a list of 1 to 500 names."),
            ({"teams": None}, "teams must be a list of 1 to 500 names."),
            ({"teams": ["A", "B", "C", "A"]}, "teams: the name 'A' stands more than once."),
            ({"teams": ["A", "B", "C", 4]}, "teams: 4 is not a name."),
            ({"teams": ["A", "B", "C", " "]}, "teams: ' ' is not a name."),
            ({"teams": [str(number) for number in range(501)]}, "teams must be a list of 1 to 500 names."),
            ({"judges": []}, "judges must be a list of 1 to 100 names."),
            ({"judges": ["Ada"]}, "scores: 'Bo' is not one of the judges."),
            ({"eligible_teams": ["A", "Z", ["A"]]}, "eligible_teams: 'Z' is not one of the teams."),
            ({"eligible_teams": 3}, "eligible_teams must be a list, not 3."),
            ({"scores": None}, "The file has neither scores nor sheets."),
            ({"scores": []}, "scores must be an object, { ... }, not []."),
            ({"scores": {"Ada": 3}}, "scores, 'Ada' must be an object, { ... }, not 3."),
            ({"scores": {"Ada": {"D": 3}}}, "scores: 'D' is not one of the teams."),
            ({"scores": {"Ada": {"A": True}}}, "'Ada', 'A': a score is a number of at most 30 digits"),
            ({"scores": {"Ada": {"A": "4"}}}, "or null, not '4'."),
            ({"scores": {"Ada": {"A": [4]}}}, "or null, not a list."),
            ({"scores": {"Ada": {"A": Decimal("1e31")}}}, "or null, not 1E+31."),
            ({"scores": {"Ada": {"A": Decimal("1e-31")}}}, "or null, not 1E-31."),
            ({"scores": {"Ada": {"A": Decimal("9" * 5000)}}}, "or null, not 9999"),
            ({"scores": {"Ada": {"A": Decimal("0e999999")}}}, "or null, not 0E+999999."),
            ({"criteria": []}, "criteria are there, but no sheets with scores for them."),
        ],
    )
    def test_totals(self, change: dict[str, Any], said: str) -> None:
        """Each wrong value is told of where it stands."""
        assert said in problems(GOOD | change)

    @pytest.mark.parametrize(
        ("change", "said"),
        [
            ({"criteria": None}, "criteria must be a list of 1 to 100, as in"),
            ({"criteria": []}, "criteria must be a list of 1 to 100, as in"),
            ({"criteria": {"aim": 40}}, "criteria must be a list of 1 to 100, as in"),
            ({"criteria": [{"id": "aim", "weight": 40}]}, "The weights add up to 40 per cent, not 100."),
            ({"criteria": [{"id": "aim", "weight": Decimal("99.5")}]}, "a weight is whole per cent, not 99.5."),
            ({"criteria": [{"id": "aim", "weight": True}]}, "a weight is whole per cent, not True."),
            ({"criteria": [{"id": "aim", "weight": "100"}]}, "a weight is whole per cent, not '100'."),
            ({"criteria": [{"id": "aim", "weight": -5}, {"id": "b", "weight": 105}]}, "criteria[2]: a weight is whole"),
            ({"criteria": [{"weight": 100}]}, "criteria[1] has no id of its own."),
            ({"criteria": [{"id": "a", "weight": 50}] * 2}, "criteria[2] has no id of its own."),
            ({"criteria": ["aim"]}, "criteria[1] must be an object, { ... }, not 'aim'."),
            ({"sheets": {"Ada": {"A": 4}}}, "'Ada', 'A' must be an object, { ... }, not 4."),
            ({"sheets": {"Ada": {"A": {"speed": 4}}}}, "'Ada', 'A': 'speed' is not one of the criteria."),
            ({"sheets": {"Ada": {"A": {"aim": "x"}}}}, "'Ada', 'A', 'aim': a score is a number"),
            ({"scores": GOOD["scores"]}, "The file has both scores and sheets: keep one of them."),
        ],
    )
    def test_sheets(self, change: dict[str, Any], said: str) -> None:
        """Weights and sheets are told of likewise."""
        assert said in problems(BY_CRITERION | change)

    @pytest.mark.parametrize("found", [[], 3, "x", None, True])
    def test_no_object(self, found: object) -> None:
        """What is not an object is told so."""
        assert "must hold one JSON object" in problems(found)

    def test_everything_at_once(self) -> None:
        """All that is wrong is told in one go, and at most two hundred lines of it."""
        said = problems({"teams": ["A"], "judges": [1, 2], "scores": {"x": {}, "y": {}}})
        assert len(said.splitlines()) == 4
        many = {"teams": ["A"], "judges": ["B"], "scores": {str(each): {} for each in range(1000)}}
        assert problems(many).splitlines()[199:] == [
            "scores: '199' is not one of the judges.",
            "There are 800 more errors.",
        ]

    def test_names_that_command_nothing(self) -> None:
        """A name that would turn the terminal's colours is shown as what it is."""
        assert "\x1b" not in problems(GOOD | {"scores": {"\x1b[31m": {}}})


@given(
    found=st.recursive(
        st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.text(),
        lambda inner: (
            st.lists(inner) | st.dictionaries(st.sampled_from(["A", "Ada", "id", "weight"]) | st.text(), inner)
        ),
        max_leaves=8,
    ),
    key=st.sampled_from(["teams", "judges", "eligible_teams", "scores", "criteria", "sheets"]),
    good=st.sampled_from([GOOD, BY_CRITERION]),
)
def test_any_value_anywhere(found: object, key: str, good: dict[str, Any]) -> None:
    """Whatever stands under a key, reading ends in an answer or in problems, each a sentence."""
    try:
        said: tuple[str, ...] = tuple(answered(good | {key: found})["ranks"])
    except FileProblems as refused:
        said = refused.sentences()
    assert all(said)
