"""A day of sharing for the commands of groups: teams from a list, two sharing blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commands import Samling


@pytest.fixture
def meet(samling: Samling, tmp_path: Path) -> Callable[[int], Samling]:
    """Make a network of so many teams of two people, Lag 1, Lag 2, ..., and a day that begins with two sharings."""

    def make(teams: int) -> Samling:
        samling.day(3)
        for position in ("1", "2"):
            samling("agenda", "edit", position, "--kind", "sharing")
        rows = [f"Lag {each};Navn {each}{letter};Foretak {each % 2}" for each in range(1, teams + 1) for letter in "ab"]
        file = tmp_path / "teams.csv"
        file.write_text("\n".join(["Team;Navn;Virksomhet", *rows]), encoding="utf-8")
        if teams:
            samling("team", "import", str(file))
        return samling

    return make
