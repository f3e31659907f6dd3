"""A day of pitches on the command line: three teams, three judges, a form of three criteria."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from commands import Samling

TEAMS = ("Fjord", "Vidde", "Holme")
JUDGES = ("Kari Nes", "Liv Moe", "Ola Vik")


@pytest.fixture
def pitches(samling: Samling) -> Samling:
    """Fjord, Vidde and Holme in that order, Kari, Liv and Ola as judges, the short form, a block of 90 minutes."""
    samling("network", "new", "Fjordnett")
    samling("gathering", "new", "--title", "Day", "--date", "2026-09-16", "--start", "15:00", "--end", "17:00")
    samling("agenda", "add", "Pitch", "--minutes", "90", "--kind", "pitching")
    samling("agenda", "add", "End", "--minutes", "10")
    for name in TEAMS:
        samling("team", "add", name, "--organisation", f"Sykehus {name}")
    for name in JUDGES:
        samling("judge", "add", name)
    samling("pitch", "form", "use", "short")
    samling("pitch", "order", "set", *TEAMS)
    return samling


@pytest.fixture
def scored(pitches: Samling) -> Samling:
    """The same with every sheet submitted: Holme before Vidde before Fjord."""
    for judge in JUDGES:
        for number, team in enumerate(TEAMS):
            pitches("pitch", "sheets", "enter", judge, team, *(["3"] * number + ["2"] * (3 - number)))
            pitches("pitch", "sheets", "submit", judge, team)
    return pitches


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    """Write a file of rows, with ; between the cells, and return its name."""

    def written(name: str, *rows: str) -> str:
        path = tmp_path / name
        path.write_text("\n".join(rows), encoding="utf-8")
        return str(path)

    return written
