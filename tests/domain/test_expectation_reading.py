"""Lists of what teams expect, as people write them."""

from __future__ import annotations

import pytest

from rolls import ROSTER
from samling.domain.expectation_reading import understand
from samling.domain.expectations import Written
from samling.domain.sheet import Sheet

FJORD_SAYS, VIDDE_SAYS = Written(1, "Lære å måle"), Written(2, "Mer tid")


@pytest.mark.parametrize(
    "rows",
    [
        (("Fjord", "Lære å måle"), ("Vidde", "Mer tid")),
        (("Team", "Hva forventer dere?"), ("Fjord", "Lære å måle"), ("Vidde", "Mer tid")),
        (("Nr", "Forventning", "Team"), ("1", "Lære å måle", "fjord"), ("2", "Mer tid", "VIDDE")),
        (("Fjord: Lære å måle",), ("",), ("Vidde: Mer tid",)),
        (("Forventninger 16. september",), ("Team", "Forventning"), ("Fjord", "Lære å måle"), ("vid", "Mer tid")),
    ],
    ids=["plain", "headed", "columns the other way", "colons", "a title above"],
)
def test_shapes(rows: tuple[tuple[str, ...], ...]) -> None:
    """A list with headings or without, in any order of the columns, or with colons, says the same."""
    found = understand(Sheet(rows), ROSTER)
    assert (found.written, found.errors) == ((FJORD_SAYS, VIDDE_SAYS), ())


def test_everything_that_is_wrong_is_named() -> None:
    """A team that is not there and a line that says nothing are told with their rows, all at once."""
    found = understand(Sheet((("Fjord", "Mer tid"), ("Nattugla", "Kaffe"), ("Vidde", ""))), ROSTER)
    assert [each.row for each in found.errors] == [2, 3]
    assert "Nattugla" in found.errors[0].sentence()


def test_the_last_word_of_a_team_stands() -> None:
    """A team that stands there twice is written for once, with what it said last."""
    found = understand(Sheet((("Fjord", "Først"), ("Fjord", "Sist"))), ROSTER)
    assert found.written == (Written(1, "Sist"),)
