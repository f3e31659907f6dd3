"""Who takes part in a rehearsal: drawn by a seed, with more troubles the rougher it is, and never too many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rehearsals import cast, sight
from samling.domain.rehearsal.cast import Cast, Temper

tempers = st.sampled_from(Temper)
seeds = st.integers(0, 2**53)


class TestEveryCast:
    """Rules that hold for every cast."""

    @given(teams=st.integers(0, 20), judges=st.integers(0, 5), temper=tempers, seed=seeds)
    def test_every_team_comes_or_is_absent(self, teams: int, judges: int, temper: Temper, seed: int) -> None:
        """Each of them one or the other, and nobody who never came can leave."""
        drawn = cast(sight(teams, judges), temper, seed)
        everybody = set(range(1, teams + 1))
        assert set(drawn.arrivals) | set(drawn.absent) == everybody
        assert not set(drawn.arrivals) & set(drawn.absent)
        assert set(drawn.leaving) <= set(drawn.arrivals)

    @given(teams=st.integers(2, 20), temper=tempers, seed=seeds)
    def test_there_is_always_a_day_to_be_held(self, teams: int, temper: Temper, seed: int) -> None:
        """Two teams at least come in time and stay, however rough it is."""
        drawn = cast(sight(teams), temper, seed)
        staying = [team for team, after in drawn.arrivals.items() if not after.total_seconds() > 0]
        assert len(set(staying) - set(drawn.leaving)) >= 2

    @given(teams=st.integers(0, 20), judges=st.integers(0, 5), temper=tempers, seed=seeds)
    def test_a_judge_with_a_part_is_of_the_panel(self, teams: int, judges: int, temper: Temper, seed: int) -> None:
        """Who is recused, or corrects a sheet, is one of the judges; and not both with the same team."""
        drawn = cast(sight(teams, judges), temper, seed)
        for part in (drawn.recusal, drawn.correction):
            assert part is None or (part[0] in drawn.jurors and 1 <= part[1] <= teams)
        assert drawn.recusal is None or drawn.recusal != drawn.correction

    @given(temper=tempers, seed=seeds)
    def test_the_same_seed_draws_the_same(self, temper: Temper, seed: int) -> None:
        """So that a day that went wrong can be practised once more."""
        assert cast(sight(8, 3), temper, seed) == cast(sight(8, 3), temper, seed)


def _troubles(drawn: Cast) -> int:
    late = sum(after.total_seconds() > 0 for after in drawn.arrivals.values())
    return late + len(drawn.absent) + len(drawn.leaving) + len(drawn.overruns)


def test_calm_is_nearly_without_trouble() -> None:
    """One team comes late. Nobody stays away, leaves or speaks too long, and no judge is late."""
    drawn = cast(sight(12, 3), Temper.CALM)
    assert _troubles(drawn) == 1
    assert drawn.recusal is drawn.correction is None
    assert all(juror.waits is not None for juror in drawn.jurors.values())


def test_rough_brings_more_trouble_than_usual() -> None:
    """Summed up over many seeds."""
    usual, rough = (
        sum(_troubles(cast(sight(12, 3), temper, seed)) for seed in range(50))
        for temper in (Temper.USUAL, Temper.ROUGH)
    )
    assert rough > 1.5 * usual


def test_two_teams_may_tie() -> None:
    """All judges think the same of two of the teams."""
    drawn = cast(sight(6, 3))
    marks = {team: tuple(drawn.marks[judge, team] for judge in (1, 2, 3)) for team in range(1, 7)}
    assert len(set(marks.values())) == 5
