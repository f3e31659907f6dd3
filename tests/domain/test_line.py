"""Lines of text as people type them."""

from __future__ import annotations

from samling.domain.line import alphabetical


def test_the_norwegian_alphabet() -> None:
    """Æ, ø and å stand last and in that order, Swedish letters with their like, capitals where small ones do."""
    names = ["Åse", "ære", "Øyvind", "Zara", "øre", "Anne", "Öberg", "åpen"]
    assert sorted(names, key=alphabetical) == ["Anne", "Zara", "ære", "Öberg", "øre", "Øyvind", "åpen", "Åse"]
