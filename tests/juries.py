"""Juries for tests: sheets as plain dicts, what the engine takes them as, and strategies that make many of them."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from hypothesis import strategies as st

from samling.domain.scoring.form import Criterion, Form
from samling.domain.scoring.matrix import Matrix, exact
from samling.domain.scoring.result import Judging

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from samling.domain.scoring.result import Result
    from scoring_reference import Sheets, Totals

WORDS = ("one", "two", "three", "four", "five")
WEIGHTS = {"aim": 40, "result": 60}
TIE_ORDER = ["result", "aim"]


def form(weights: Mapping[str, int], tie_order: Sequence[str] = ()) -> Form:
    """Make a form on the scale from 1 to 5: id -> weight, and the criteria that break ties, first to last."""
    ranks = {each: place for place, each in enumerate(tie_order, start=1)}
    criteria = (Criterion(each, each, "?", weight, 1, WORDS, ranks.get(each)) for each, weight in weights.items())
    return Form("form", "Form", tuple(criteria))


ONE = form({"all": 100})
TWO = form(WEIGHTS, TIE_ORDER)


def one_criterion(**rows: str) -> Sheets:
    """Make sheets of one criterion, "all": `Ada="A5 B4"`."""
    return {judge: {cell[0]: {"all": int(cell[1])} for cell in row.split()} for judge, row in rows.items()}


def two_criteria(**rows: str) -> Sheets:
    """Make sheets of aim and result: `Ada="A53 B44"`."""
    return {
        judge: {cell[0]: {"aim": int(cell[1]), "result": int(cell[2])} for cell in row.split()}
        for judge, row in rows.items()
    }


def judging(
    given: Sheets,
    teams: Iterable[str],
    used: Form | None = None,
    *,
    judges: Iterable[str] | None = None,
    recused: Iterable[tuple[str, str]] = (),
    out: Mapping[str, Literal["withdrawn", "absent"]] | None = None,
) -> Judging:
    """Make what a result is made from; teams and judges get the numbers of their first letters as ids.

    Without a form it is that of the sheets: `ONE` or `TWO`. Without `judges` all who gave sheets are voting ones.
    """
    criteria = {each for of in given.values() for sheet in of.values() for each in sheet}
    return Judging(
        form=used or (TWO if "aim" in criteria else ONE),
        teams=tuple(map(id_of, teams)),
        judges=tuple(map(id_of, given if judges is None else judges)),
        sheets={id_of(judge): {id_of(team): sheet for team, sheet in of.items()} for judge, of in given.items()},
        recused={(id_of(judge), id_of(team)) for judge, team in recused},
        out={id_of(team): why for team, why in (out or {}).items()},
    )


def id_of(name: str) -> int:
    """The id of a team or a judge."""
    return ord(name[0])


def ranks(found: Result) -> dict[str, int | None]:
    """The ranks of a result by the teams' names."""
    return {chr(each.team): each.rank for each in found.teams}


def names(ids: Iterable[int]) -> str:
    """The names of teams, one letter each."""
    return "".join(map(chr, ids))


def matrix(scores: Totals, teams: Sequence[str]) -> Matrix:
    """Take scores by name as a matrix."""
    return exact(len(teams), [[of.get(team) for team in teams] for of in scores.values()])


TEAMS = list("ABCDEFG")
JUDGES = ["Ada", "Bo", "Cis", "Dag", "Eva", "Finn"]

numbers: st.SearchStrategy[Fraction] = (
    st.integers(1, 5).map(Fraction)
    | st.decimals(-100, 100, places=2).map(Fraction)
    | st.fractions(-10, 10, max_denominator=60)
)


@st.composite
def score_sets(draw: st.DrawFn, missing: bool = True, most_judges: int = 6) -> tuple[Totals, list[str]]:
    """Make scores of up to six judges for up to seven teams, often with cells that are missing."""
    teams = TEAMS[: draw(st.integers(1, 7))]
    judges = JUDGES[: draw(st.integers(1, most_judges))]
    cell = draw(st.sampled_from([st.integers(1, 3).map(Fraction), numbers]))
    row = (
        st.fixed_dictionaries({}, optional=dict.fromkeys(teams, cell))
        if missing
        else st.fixed_dictionaries(dict.fromkeys(teams, cell))
    )
    return {judge: draw(row) for judge in judges}, teams


@st.composite
def sheet_sets(draw: st.DrawFn, most_judges: int = 5) -> tuple[Sheets, list[str]]:
    """Make sheets of two criteria on a scale so small that there are many ties."""
    teams = TEAMS[: draw(st.integers(1, 5))]
    judges = JUDGES[: draw(st.integers(1, most_judges))]
    sheet = st.fixed_dictionaries({"aim": st.integers(1, 3), "result": st.integers(1, 3)})
    everything = draw(st.booleans())
    row = (
        st.fixed_dictionaries(dict.fromkeys(teams, sheet))
        if everything
        else st.fixed_dictionaries({}, optional=dict.fromkeys(teams, sheet))
    )
    return {judge: draw(row) for judge in judges}, teams
