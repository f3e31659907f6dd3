from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolls import FJORD, KARI, ROSTER
from samling.domain.errors import Refused
from samling.domain.roll_finding import begins, people_called, the_person, the_team

if TYPE_CHECKING:
    from samling.domain.team import Person, Team


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("kari vik", "Kari Vik"),
        ("KARIN", "Karin Moe"),
        ("åse", "Åse Dal"),
        ("ase", "Åse Dal"),
        ("oyv", "Øyvind Bø"),
        ("mo", "Karin Moe"),
        ("  Ola\t lie ", "Ola Lie"),
        ("A\u030ase", "Åse Dal"),
    ],
)
def test_a_beginning_is_enough(typed: str, name: str) -> None:
    """The beginning of a name finds it: any case, with or without æøå, and else the beginning of any of its words."""
    roster = type(ROSTER)(1, teams=ROSTER.teams[:3], others=ROSTER.others)
    assert the_person(roster, typed)[1].name == name


def test_several_are_listed_with_their_teams() -> None:
    """What fits two people is refused, and both are named."""
    with pytest.raises(Refused) as refused:
        the_person(ROSTER, "kari")
    assert "Kari Vik (Fjord), Karin Moe (Vidde)" in str(refused.value)


def test_a_team_narrows() -> None:
    """In one team the same beginning can be enough."""
    assert the_person(ROSTER, "kari", FJORD) == (FJORD, KARI)


@pytest.mark.parametrize("typed", ["x", "", "   ", "\x1b[31m", "[red]", "9" * 10_000])
def test_nobody_is_refused_in_words(typed: str) -> None:
    """Nothing typed, and what fits nobody, is refused; what is told has no control characters and is short."""
    with pytest.raises(Refused) as refused:
        the_person(ROSTER, typed)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 200
    with pytest.raises(Refused):
        the_team(ROSTER, typed)


def test_every_word_begins_a_word() -> None:
    """The words of a name in any order, each begun; teams count as words too."""
    assert begins("vik ka", "Kari Vik")
    assert begins("fj ka", "Kari Vik", "Fjord")
    assert not begins("ari", "Kari Vik")
    assert begins("", "Kari Vik")


@given(st.sampled_from(list(ROSTER.everybody())), st.integers(1, 20))
def test_who_is_meant_is_never_missed(everyone: tuple[Team | None, Person], length: int) -> None:
    """Whatever beginning of somebody's name is typed, they are among those who may be meant."""
    assert everyone in people_called(ROSTER, everyone[1].name[:length])
